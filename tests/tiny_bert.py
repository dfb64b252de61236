"""A tiny BERT with random weights, as makers publish one: vectors that mean nothing, quickly and always the same."""

from __future__ import annotations

import json
import struct
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from pathlib import Path

SPECIAL = ("[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]")
_WORDS = ("the", "wells", "were", "dry", "and", "report", "water", "is", "found", "in", "spring", "one", "two", "three")
WIDTH, CONTEXT_TOKENS = 32, 64
CONFIG: dict[str, Any] = {
    "model_type": "bert", "hidden_act": "gelu", "hidden_size": WIDTH, "intermediate_size": 64, "layer_norm_eps": 1e-12,
    "max_position_embeddings": CONTEXT_TOKENS, "num_attention_heads": 2, "num_hidden_layers": 2, "type_vocab_size": 2,
}  # fmt: skip


def vocabulary() -> list[str]:
    """Return the tokens: BERT's own, letters at the beginning of a word and within one, and a few words."""
    letters = "abcdefghijklmnopqrstuvwxyz0123456789.,?"
    return [*SPECIAL, *letters, *(f"##{letter}" for letter in letters), *_WORDS]


@pytest.fixture(scope="session")
def tiny_embedder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the file of a tiny embedder (32 dimensions, 64 tokens of context)."""
    from installer.make_embedder import convert

    folder = write_published(tmp_path_factory.mktemp("tiny-bert"))
    convert(folder, folder / "tiny.gguf", name="Tiny embedder")
    return folder / "tiny.gguf"


@pytest.fixture(scope="session")
def tiny_reranker(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the file of a tiny reranker: the same with a head that gives one score."""
    import gguf
    import numpy as np
    from installer import make_embedder
    from installer.safetensors import Safetensors

    folder = write_published(tmp_path_factory.mktemp("tiny-reranker"))
    config = make_embedder._config(folder / "config.json")
    writer = gguf.GGUFWriter(folder / "tiny.gguf", "bert")
    make_embedder._describe(writer, config, "Tiny reranker", half=False)
    writer.kv_data[0]["bert.pooling_type"].value = int(gguf.PoolingType.RANK)
    make_embedder._add_vocabulary(writer, vocabulary())
    make_embedder._add_tensors(writer, Safetensors(folder / "model.safetensors"), 2, half=False)
    rng = np.random.default_rng(5)
    for name, shape in (("cls", (WIDTH, WIDTH)), ("cls.output", (1, WIDTH))):
        writer.add_tensor(f"{name}.weight", rng.standard_normal(shape, dtype=np.float32))
        writer.add_tensor(f"{name}.bias", np.zeros(shape[0], dtype=np.float32))
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()
    return folder / "tiny.gguf"


def write_published(folder: Path, **changed: Any) -> Path:
    """Write `config.json`, `vocab.txt` and `model.safetensors`; `changed` are other values in the configuration."""
    words = vocabulary()
    (folder / "config.json").write_text(json.dumps({**CONFIG, "vocab_size": len(words), **changed}))
    (folder / "vocab.txt").write_text("\n".join(words) + "\n", encoding="utf-8", newline="\n")
    write_safetensors(folder / "model.safetensors", _weights(len(words)))
    return folder


def write_safetensors(path: Path, tensors: dict[str, Any], *, header: dict[str, Any] | None = None) -> None:
    """Write float32 tensors in the published format; `header` replaces what is said of them."""
    said: dict[str, Any] = {"__metadata__": {"format": "pt"}}
    data = b""
    for name, values in tensors.items():
        raw = values.astype("<f4").tobytes()
        said[name] = {"dtype": "F32", "shape": list(values.shape), "data_offsets": [len(data), len(data) + len(raw)]}
        data += raw
    text = json.dumps(said if header is None else header).encode()
    path.write_bytes(struct.pack("<Q", len(text)) + text + data)


def _weights(words: int) -> dict[str, Any]:
    import numpy as np

    rng = np.random.default_rng(3)
    tensors: dict[str, Any] = {}

    def layer(name: str, *shape: int) -> None:
        tensors[f"{name}.weight"] = rng.standard_normal(shape, dtype=np.float32) / np.float32(np.sqrt(shape[-1]))
        tensors[f"{name}.bias"] = rng.standard_normal(shape[0], dtype=np.float32) / np.float32(10)

    def norm(name: str) -> None:
        tensors[f"{name}.weight"] = np.ones(WIDTH, dtype=np.float32)
        tensors[f"{name}.bias"] = np.zeros(WIDTH, dtype=np.float32)

    for name, rows in (("word", words), ("position", CONTEXT_TOKENS), ("token_type", 2)):
        values = rng.standard_normal((rows, WIDTH), dtype=np.float32)
        tensors[f"embeddings.{name}_embeddings.weight"] = values
    norm("embeddings.LayerNorm")
    for number in range(CONFIG["num_hidden_layers"]):
        block = f"encoder.layer.{number}."
        for part in ("query", "key", "value"):
            layer(f"{block}attention.self.{part}", WIDTH, WIDTH)
        layer(f"{block}attention.output.dense", WIDTH, WIDTH)
        norm(f"{block}attention.output.LayerNorm")
        layer(f"{block}intermediate.dense", CONFIG["intermediate_size"], WIDTH)
        layer(f"{block}output.dense", WIDTH, CONFIG["intermediate_size"])
        norm(f"{block}output.LayerNorm")
    layer("pooler.dense", WIDTH, WIDTH)
    return tensors
