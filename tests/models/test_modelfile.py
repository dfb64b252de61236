"""Whole models: split files, kinds, and the reasons why a well-formed file still cannot be run."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from paddock.errors import ModelFileError
from paddock.models.card import card_of, in_words, size_in_words, title_from_name
from paddock.models.modelfile import kind_of, read_model, why_not_run
from tests.models.building import LLAMA, TENSORS, build

if TYPE_CHECKING:
    from pathlib import Path

    from paddock.models.header import Header

Metadata = tuple[tuple[str, str, Any], ...]


def with_value(key: str, kind: str, value: Any) -> Metadata:
    return (*(entry for entry in LLAMA if entry[0] != key), (key, kind, value))


def without(key: str) -> Metadata:
    return tuple(entry for entry in LLAMA if entry[0] != key)


def header_of(tmp_path: Path, metadata: Metadata = LLAMA, name: str = "m.gguf", **how: Any) -> Header:
    path = tmp_path / name
    path.write_bytes(build(metadata, **how).data)
    return read_model(path)[1]


def write_split(folder: Path, count: int, stem: str = "big") -> list[Path]:
    paths = []
    for number in range(count):
        own = (("split.no", "u16", number), ("split.count", "u16", count), ("split.tensors.count", "i32", count))
        name = f"{stem}-{number + 1:05d}-of-{count:05d}.gguf"
        tensor = ((f"blk.{number}.weight", (32,), 0),)
        (folder / name).write_bytes(build((*LLAMA, *own) if number == 0 else own, tensor).data)
        paths.append(folder / name)
    return paths


def test_a_split_model_is_one_model_from_any_of_its_parts(tmp_path: Path) -> None:
    paths = write_split(tmp_path, 3)
    for path in paths:
        files, header = read_model(path)
        assert files == tuple(paths)
        assert header.architecture == "llama"
        assert [tensor.name for tensor in header.tensors] == ["blk.0.weight", "blk.1.weight", "blk.2.weight"]
        assert header.file_bytes == sum(part.stat().st_size for part in paths)
        assert why_not_run(header) is None
    assert card_of(header).title == "big"


def test_a_missing_part_is_named(tmp_path: Path) -> None:
    paths = write_split(tmp_path, 3)
    paths[1].unlink()
    with pytest.raises(ModelFileError, match=r"part 1 of 3, and the folder lacks big-00002-of-00003\.gguf"):
        read_model(paths[0])


def test_parts_that_do_not_belong_together_are_refused(tmp_path: Path) -> None:
    paths = write_split(tmp_path, 3)
    paths[2].write_bytes(paths[1].read_bytes())
    with pytest.raises(ModelFileError, match="not the part of a split model its name says"):
        read_model(paths[0])
    renamed = tmp_path / "renamed.gguf"
    renamed.write_bytes(paths[0].read_bytes())
    with pytest.raises(ModelFileError, match="one of 3 parts, but its name does not say which"):
        read_model(renamed)
    odd = tmp_path / "x-00009-of-00002.gguf"
    odd.write_bytes(paths[0].read_bytes())
    with pytest.raises(ModelFileError, match="part 9 of 2"):
        read_model(odd)


@pytest.mark.parametrize(
    ("metadata", "sentence"),
    [
        (with_value("general.architecture", "string", "gpt-99"), "unknown architecture, “gpt-99”"),
        (with_value("general.architecture", "string", "clip"), "the vision part"),
        (with_value("general.type", "string", "adapter"), "an addition to another model"),
        (without("tokenizer.ggml.model"), "holds no vocabulary"),
        (with_value("llama.block_count", "u32", 2**32 - 1), "claims 4,294,967,295 layers"),
        (with_value("llama.block_count", "u32", 0), "claims 0 layers"),
        (with_value("llama.attention.head_count_kv", "[i32]", [2, -7]), "claims -7 key-value heads"),
    ],
)
def test_what_cannot_be_run_is_said_before_loading(tmp_path: Path, metadata: Metadata, sentence: str) -> None:
    problem = why_not_run(header_of(tmp_path, metadata))
    assert problem is not None
    assert sentence in problem.why


def test_a_header_without_weights_or_for_another_machine_is_refused(tmp_path: Path) -> None:
    problem = why_not_run(header_of(tmp_path, tensors=()))
    assert problem is not None
    assert "no weights" in problem.why
    problem = why_not_run(header_of(tmp_path, order=">"))
    assert problem is not None
    assert "big-endian" in problem.why
    with pytest.raises(ModelFileError, match="names no architecture"):
        header_of(tmp_path, without("general.architecture"))


@pytest.mark.parametrize("name", ["v.blk.0.attn_q.weight", "v.patch_embedding.weight", "mm.mm_input_projection.weight"])
def test_a_model_with_its_vision_part_inside_is_refused_with_the_reason(tmp_path: Path, name: str) -> None:
    problem = why_not_run(header_of(tmp_path, tensors=(*TENSORS, (name, (32, 32), 0))))
    assert problem is not None
    assert "looks at pictures inside" in problem.why


def test_a_vision_part_alone_is_told_for_what_it_is(tmp_path: Path) -> None:
    tensors = (("v.blk.0.attn_q.weight", (32, 32), 0),)
    problem = why_not_run(header_of(tmp_path, with_value("general.architecture", "string", "clip"), tensors=tensors))
    assert problem is not None
    assert "vision part (mmproj) of another model" in problem.why


@pytest.mark.parametrize(
    ("metadata", "kind"),
    [
        (LLAMA, "chat"),
        (without("tokenizer.chat_template"), "base"),
        (with_value("tokenizer.chat_template", "string", " \n"), "base"),
        (with_value("general.architecture", "string", "nomic-bert"), "embedding"),
        ((*LLAMA, ("llama.pooling_type", "u32", 3)), "embedding"),
        ((*LLAMA, ("llama.pooling_type", "u32", 4)), "reranking"),
        ((*LLAMA, ("llama.pooling_type", "u32", 0)), "chat"),
        (with_value("general.architecture", "string", "clip"), "part"),
    ],
)
def test_the_kind_is_told_from_the_header(tmp_path: Path, metadata: Metadata, kind: str) -> None:
    assert kind_of(header_of(tmp_path, metadata)) == kind


def test_the_card_speaks_in_words(tmp_path: Path) -> None:
    metadata = (*LLAMA, ("general.file_type", "u32", 15), ("general.license", "string", "apache-2.0\x1b[31m"))
    card = card_of(header_of(tmp_path, metadata, "Llama-3.2-1B-Instruct-Q4_K_M.gguf"))
    assert (card.title, card.kind, card.quantization) == ("Llama 3.2 1B Instruct", "chat", "Q4_K_M")
    assert card.licence == "apache-2.0 [31m"
    assert card.context_tokens == 512
    assert card.parameters == 32 * 3 + 32 + 32 * 32
    assert card.parameters_words == "1.2 thousand parameters"
    assert card.bits_per_weight == pytest.approx(8 * (512 + 576) / 1152, abs=0.01)


def test_quantization_without_a_stated_file_type_is_what_most_weights_are(tmp_path: Path) -> None:
    assert card_of(header_of(tmp_path)).quantization == "Q4_0"


@pytest.mark.parametrize(
    ("file_name", "title"),
    [
        ("SmolLM2-135M-Instruct.Q4_1.gguf", "SmolLM2 135M Instruct"),
        ("qwen2.5-coder-0.5b-instruct-q4_k_m.gguf", "qwen2.5 coder 0.5b instruct"),
        ("Meta-Llama-3.1-8B-Instruct-UD-IQ2_XXS.gguf", "Meta Llama 3.1 8B Instruct"),
        ("gpt-oss-20b-MXFP4.gguf", "gpt oss 20b"),
        ("gemma-3-4b-it-BF16-00001-of-00002.gguf", "gemma 3 4b it"),
        ("ggml-model-f16.gguf", ""),
        ("sha256-970aa74c0a90ef7482477cf803618e776e173c007bf957f635f1015bfcfef0e6", ""),
        ("mein modell.gguf", "mein modell"),
    ],
)
def test_titles_from_file_names(file_name: str, title: str) -> None:
    assert title_from_name(file_name) == title


def test_a_file_with_a_meaningless_name_is_called_what_it_says_it_is(tmp_path: Path) -> None:
    assert card_of(header_of(tmp_path, name="ggml-model-q4_0.gguf")).title == "Test"


def test_numbers_in_words() -> None:
    assert [in_words(n) for n in (7, 1152, 134_515_008, 8_030_261_248, 70e9)] == [
        "7", "1.2 thousand", "135 million", "8.0 billion", "70 billion",
    ]  # fmt: skip
    assert [size_in_words(n) for n in (0, 999, 98_362_432, 491_400_064, 42.5e9)] == [
        "0 bytes", "999 bytes", "98.4 MB", "491 MB", "42.5 GB",
    ]  # fmt: skip


def test_the_builder_and_reader_agree_on_what_is_a_model(tmp_path: Path) -> None:
    header = header_of(tmp_path)
    assert why_not_run(header) is None
    assert len(header.tensors) == len(TENSORS)
