"""Making a GGUF of published weights: what is no BERT, no vocabulary and no safetensors file is refused."""

from __future__ import annotations

import json
import struct
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from installer.make_embedder import CannotConvert, convert
from installer.safetensors import Damaged, Safetensors

from paddock.models.card import card_of
from paddock.models.gguf import read_header
from tests.tiny_bert import CONTEXT_TOKENS, WIDTH, write_published, write_safetensors

if TYPE_CHECKING:
    from pathlib import Path


def test_what_it_makes_is_known_as_an_embedder(tiny_embedder: Path) -> None:
    header = read_header(tiny_embedder)
    card = card_of(header)
    assert card.kind == "embedding"
    assert card.quantization == "F16"
    assert card.context_tokens == CONTEXT_TOKENS
    assert header.number("bert.embedding_length") == WIDTH
    assert header.number("bert.pooling_type") == 1
    types = {tensor.name: tensor.type_id for tensor in header.tensors}
    assert types["token_embd.weight"] == types["blk.1.ffn_down.weight"] == 1
    assert types["position_embd.weight"] == types["blk.1.ffn_down.bias"] == types["token_embd_norm.weight"] == 0
    assert not any("pooler" in name for name in types)


def test_words_begin_with_the_mark_that_llama_cpp_looks_for(tiny_embedder: Path) -> None:
    import gguf

    field = gguf.GGUFReader(tiny_embedder).fields["tokenizer.ggml.tokens"]
    tokens = field.contents()
    assert tokens[:5] == ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"]
    assert "\u2581wells" in tokens
    assert "\u2581a" in tokens
    assert "a" in tokens
    assert not any(token.startswith("##") for token in tokens)


@pytest.mark.parametrize(
    "changed",
    [
        {"model_type": "roberta"},
        {"position_embedding_type": "relative_key"},
        {"hidden_act": "relu"},
        {"num_hidden_layers": 0},
        {"vocab_size": "many"},
        {"hidden_size": 1 << 40},
    ],
)
def test_anything_but_a_plain_bert_is_refused(tmp_path: Path, changed: dict[str, Any]) -> None:
    write_published(tmp_path, **changed)
    with pytest.raises(CannotConvert):
        convert(tmp_path, tmp_path / "out.gguf")


def test_a_vocabulary_that_does_not_fit_is_refused(tmp_path: Path) -> None:
    write_published(tmp_path)
    (tmp_path / "vocab.txt").write_text("[PAD]\n[UNK]\n")
    with pytest.raises(CannotConvert):
        convert(tmp_path, tmp_path / "out.gguf")


def test_a_tensor_no_bert_has_is_refused(tmp_path: Path) -> None:
    write_published(tmp_path)
    write_safetensors(tmp_path / "model.safetensors", {"encoder.surprise.weight": np.ones((2, 2))})
    with pytest.raises(CannotConvert, match="surprise"):
        convert(tmp_path, tmp_path / "out.gguf")


@pytest.mark.parametrize(
    "said",
    [
        {"a": {"dtype": "F32", "shape": [2, 2], "data_offsets": [0, 17]}},
        {"a": {"dtype": "F32", "shape": [2, 2], "data_offsets": [16, 32]}},
        {"a": {"dtype": "F32", "shape": [1 << 40], "data_offsets": [0, 1 << 42]}},
        {"a": {"dtype": "F32", "shape": [-2, -2], "data_offsets": [0, 16]}},
        {"a": {"dtype": "Q4", "shape": [2, 2], "data_offsets": [0, 16]}},
        {"a": {"dtype": "F32", "shape": "ab", "data_offsets": [0, 16]}},
        {"a": {"dtype": "F32", "shape": [2, 2]}},
        {"a": []},
    ],
)
def test_a_header_that_lies_is_refused(tmp_path: Path, said: dict[str, Any]) -> None:
    write_safetensors(tmp_path / "file", {"a": np.ones((2, 2))}, header=said)
    with pytest.raises(Damaged):
        Safetensors(tmp_path / "file")


@pytest.mark.parametrize(
    "raw",
    [b"", b"\0" * 7, struct.pack("<Q", 1 << 60) + b"{}", struct.pack("<Q", 9) + b"{}", struct.pack("<Q", 2) + b"[]"],
)
def test_what_is_no_safetensors_file_is_refused(tmp_path: Path, raw: bytes) -> None:
    (tmp_path / "file").write_bytes(raw)
    with pytest.raises(Damaged):
        Safetensors(tmp_path / "file")


def test_tensors_come_back_as_they_were_written(tmp_path: Path) -> None:
    values = np.arange(6, dtype=np.float32).reshape(2, 3)
    write_safetensors(tmp_path / "file", {"first": np.zeros(3), "second": values})
    read = Safetensors(tmp_path / "file")
    assert read.names == ("first", "second")
    assert np.array_equal(read.read("second"), values)
    assert json.loads((tmp_path / "file").read_bytes()[8:].split(b"}}")[0] + b"}}")  # as others read it
