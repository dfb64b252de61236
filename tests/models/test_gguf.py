"""The GGUF reader: agrees with the `gguf` package on good files and names the reason for every bad one."""

from __future__ import annotations

import os
import struct
import sys
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from paddock.errors import ModelFileError
from paddock.models.gguf import KEPT_NUMBERS, KEPT_STRINGS, read_header
from paddock.models.gguf_bytes import READ_AT_ONCE
from paddock.models.header import Header, LongArray
from paddock.models.tensor_types import TENSOR_TYPES
from tests.models.building import LLAMA, TENSORS, build, entry, tensor_line, text


def read(tmp_path: Path, data: bytes, name: str = "model.gguf") -> Header:
    path = tmp_path / name
    path.write_bytes(data)
    return read_header(path)


def reason(tmp_path: Path, data: bytes) -> str:
    with pytest.raises(ModelFileError) as caught:
        read(tmp_path, data)
    assert caught.value.what == "“model.gguf” cannot be used as a model."
    assert caught.value.next_step
    return caught.value.why


def test_everything_the_builder_wrote_is_read_back(tmp_path: Path) -> None:
    for order, version in (("<", 3), (">", 3), ("<", 2)):
        header = read(tmp_path, build(order=order, version=version).data)
        assert (header.version, header.byte_order) == (version, "little" if order == "<" else "big")
        assert header.architecture == "llama"
        assert header.number("{arch}.block_count") == 1
        assert header.metadata["tokenizer.ggml.tokens"] == ("a", "b", "c")
        assert [(tensor.name, tensor.dims, tensor.type_id) for tensor in header.tensors] == list(TENSORS)
        assert header.parameters == 32 * 3 + 32 + 32 * 32
        assert header.tensor_bytes == 4 * 32 * 3 + 4 * 32 + 32 * 18


def test_every_value_type_is_read(tmp_path: Path) -> None:
    values = {
        "u8": 255, "i8": -128, "u16": 65_535, "i16": -32_768, "u32": 2**32 - 1, "i32": -(2**31), "f32": 0.5,
        "bool": True, "u64": 2**64 - 1, "i64": -(2**63), "f64": 0.1,
    }  # fmt: skip
    metadata = tuple((f"x.{kind}", kind, value) for kind, value in values.items())
    arrays = tuple((f"y.{kind}", f"[{kind}]", [value, value]) for kind, value in values.items())
    header = read(tmp_path, build(metadata + arrays, ()).data)
    assert header.metadata == {f"x.{k}": v for k, v in values.items()} | {f"y.{k}": (v, v) for k, v in values.items()}


def test_long_arrays_are_stepped_over_and_short_ones_kept(tmp_path: Path) -> None:
    for order in "<>":
        metadata = (
            ("many", "[string]", ["ä" * (n % 300) for n in range(KEPT_STRINGS + 1)]),
            ("few", "[string]", ["de"] * KEPT_STRINGS),
            ("scores", "[f32]", [0.0] * (KEPT_NUMBERS + 1)),
            ("heads", "[i32]", [7] * KEPT_NUMBERS),
            ("after", "string", "still in step"),
        )
        header = read(tmp_path, build(metadata, (), order=order).data)
        assert header.metadata["many"] == LongArray("string", KEPT_STRINGS + 1)
        assert header.count("few") == KEPT_STRINGS
        assert header.metadata["scores"] == LongArray("f32", KEPT_NUMBERS + 1)
        assert header.numbers("heads") == (7,) * KEPT_NUMBERS
        assert header.text("after") == "still in step"


def test_text_that_is_not_utf8_is_read_with_marks_in_its_place(tmp_path: Path) -> None:
    metadata = (*LLAMA, ("general.author", "string", b"\xff\xfeA\x00"))
    assert read(tmp_path, build(metadata).data).text("general.author") == "��A\0"


@pytest.mark.slow
def test_agrees_with_the_gguf_package_on_the_starter(starter_model: Path) -> None:
    assert_agrees(starter_model)


def test_agrees_with_the_gguf_package_on_the_tiny_model(tiny_gguf: Path) -> None:
    assert_agrees(tiny_gguf)


def test_agrees_with_the_gguf_package_on_what_its_writer_writes(tmp_path: Path) -> None:
    import gguf
    import numpy as np

    for endian in (gguf.GGUFEndian.LITTLE, gguf.GGUFEndian.BIG):
        path = tmp_path / f"{endian.name}.gguf"
        writer = gguf.GGUFWriter(path, "llama", endianess=endian)
        writer.add_name("Küche 模型")
        writer.add_context_length(2048)
        writer.add_custom_alignment(64)
        writer.add_token_list([f"token{n}" for n in range(1000)])
        writer.add_token_scores([n / 7 for n in range(1000)])
        writer.add_array("general.languages", ["en", "de"])
        writer.add_head_count_kv([4, 0, 8])
        writer.add_bool("tokenizer.ggml.add_bos_token", val=False)
        rng = np.random.default_rng(1)
        writer.add_tensor("a.weight", rng.random((6, 32), dtype=np.float32))
        writer.add_tensor("b.weight", rng.random((5, 7, 3)).astype(np.float16))
        writer.add_tensor("c.weight", np.zeros((4, 34), np.uint8), raw_dtype=gguf.GGMLQuantizationType.Q8_0)
        writer.write_header_to_file()
        writer.write_kv_data_to_file()
        writer.write_tensors_to_file()
        writer.close()
        assert_agrees(path)


def assert_agrees(path: Path) -> None:
    """Compare every value, every tensor's shape, type, place and size with the `gguf` package's reader."""
    import gguf

    theirs = gguf.GGUFReader(path)
    ours = read_header(path)
    fields = {name: field for name, field in theirs.fields.items() if not name.startswith("GGUF.")}
    assert set(fields) == set(ours.metadata)
    for name, field in fields.items():
        value = ours.metadata[name]
        expected = field.contents()
        if isinstance(value, LongArray):
            assert (value.length, value.kind) == (len(expected), field.types[1].name.lower().replace("float", "f").replace("uint", "u").replace("int", "i")), name  # fmt: skip  # noqa: E501  one mapping of names
        else:
            assert (list(value) if isinstance(value, tuple) else value) == expected, name
    assert theirs.data_offset == ours.data_offset
    assert theirs.alignment == ours.alignment
    assert [
        (tensor.name, tuple(int(n) for n in tensor.shape), int(tensor.tensor_type), int(tensor.n_bytes))
        for tensor in theirs.tensors
    ] == [(tensor.name, tensor.dims, tensor.type_id, tensor.size_bytes) for tensor in ours.tensors]
    assert [int(tensor.data_offset) for tensor in theirs.tensors] == [
        ours.data_offset + tensor.offset for tensor in ours.tensors
    ]


@pytest.mark.slow
def test_a_vocabulary_of_200_000_and_its_merges_is_read_in_30_ms(tmp_path: Path) -> None:
    words = [("Ġ" * (n % 2)) + format(n, "x") for n in range(200_000)]
    merges = [f"{word[:2]} {word}" for word in words] + [f"{word} {word}" for word in words[:80_000]]
    metadata = (
        *LLAMA[:9],
        ("tokenizer.ggml.tokens", "[string]", words),
        ("tokenizer.ggml.scores", "[f32]", [0.0] * 200_000),
        ("tokenizer.ggml.token_type", "[i32]", [1] * 200_000),
        ("tokenizer.ggml.merges", "[string]", merges),
    )
    path = tmp_path / "large.gguf"
    path.write_bytes(build(metadata).data)
    taken = []
    for _ in range(9):
        start = time.thread_time()
        header = read_header(path)
        taken.append(time.thread_time() - start)
    assert header.count("tokenizer.ggml.merges") == 280_000
    # The fastest of nine, by the processor's clock: what the reader costs, not what else runs on a shared machine,
    # which may be slow enough that this many single steps tell more.
    yardstick = plain_loop_s()
    assert min(taken) < max(0.030, 0.8 * yardstick), (taken, yardstick)


def plain_loop_s() -> float:
    """Return how long this machine takes for 480,000 `unpack_from`s, the least that stepping one by one takes."""
    unpack, data = struct.Struct("<Q").unpack_from, bytes(64)
    taken = []
    for _ in range(5):
        start = time.thread_time()
        at = 0
        for _ in range(480_000):
            at += 8 + unpack(data, 8)[0]
        taken.append(time.thread_time() - start)
    return min(taken)


# ---------------------------------------------------------------- what is no GGUF at all

WRONG = {
    b"<!DOCTYPE html><html><body>Not found": "It is a web page",
    b"\n  <HTML>": "It is a web page",
    b"version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 4912345678\n": "stands for the real file of 4,912,345,678 bytes",  # noqa: E501  one line a case
    b'{"error":"Invalid username or password."}': "an error message saved",
    b"PK\x03\x04\x14\x00": "zip archive or a PyTorch checkpoint",
    b"tjgg\x03\0\0\0": "GGJT format of 2023",
    b'\x10\0\0\0\0\0\0\0{"a":{"dtype":"F32"}}': "a safetensors file",
    bytes(4096): "nothing but zeros",
    b"MZ\x90\x00\x03\0\0\0": "it begins with the bytes 4d 5a 90 00 03 00 00 00",
    b"Once upon a time": "it begins with “Once upo”",
    b"": "It is empty",
    b"GG": "it ends after 2 bytes",
    b"GGUF": "promises at least 8 bytes, the file has 4",
}


@pytest.mark.parametrize(("data", "sentence"), list(WRONG.items()))
def test_what_is_no_gguf_is_told_for_what_it_is(tmp_path: Path, data: bytes, sentence: str) -> None:
    assert sentence in reason(tmp_path, data)


def test_paths_that_are_no_file_are_told(tmp_path: Path) -> None:
    (tmp_path / "folder.gguf").mkdir()
    cases = {
        tmp_path / "nothing.gguf": "There is no such file",
        tmp_path / "folder.gguf": "It is a folder",
        Path("a\0b"): "It could not be read",
    }
    for path, sentence in cases.items():
        with pytest.raises(ModelFileError, match=sentence):
            read_header(path)


@pytest.mark.skipif(sys.platform == "win32", reason="no such files there, and making a link is a privilege")
def test_devices_pipes_links_to_themselves_and_names_too_long_are_told(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    cases = {
        tmp_path / "pipe": "a device or a pipe",
        tmp_path / "loop": "It could not be read",
        Path("/dev/zero"): "a device or a pipe",
        tmp_path / ("x" * 5000): "It could not be read",
    }
    for path, sentence in cases.items():
        with pytest.raises(ModelFileError, match=sentence):
            read_header(path)


# ---------------------------------------------------------------- what lies

HEAD = b"GGUF" + struct.pack("<I", 3)


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"GGUF" + struct.pack("<IQQ", 1, 0, 0), "version 1"),
        (b"GGUF" + struct.pack("<IQQ", 4, 0, 0), "version 4"),
        (b"GGUF" + struct.pack("<IQQ", 0, 0, 0), "version 0"),
        (HEAD + struct.pack("<QQ", 0, 2**64 - 1), "claims 18,446,744,073,709,551,615 metadata entries"),
        (HEAD + struct.pack("<QQ", 2**40, 1) + bytes(64), "claims 1,099,511,627,776 tensors"),
        (HEAD + struct.pack("<QQ", 100_000, 0) + bytes(64), "truncated"),
        (HEAD + struct.pack("<QQ", 0, 1) + struct.pack("<Q", 2**63) + bytes(64), "a metadata name is said to be"),
        (HEAD + struct.pack("<QQ", 0, 1) + text("k") + struct.pack("<I", 99) + bytes(64), "unknown type 99"),
        (HEAD + struct.pack("<QQ", 0, 1) + text("k") + struct.pack("<IIQ", 9, 9, 1) + bytes(64), "cannot be listed"),
        (HEAD + struct.pack("<QQ", 0, 1) + text("k") + struct.pack("<IIQ", 9, 8, 2**50), "entries of “k”"),
        (HEAD + struct.pack("<QQ", 0, 1) + text("k") + struct.pack("<IIQ", 9, 8, 2**24) + bytes(99), "truncated"),
        (HEAD + struct.pack("<QQ", 0, 1) + text("k") + struct.pack("<IQ", 8, 2**24 + 1), "“k” is said to be"),
        (HEAD + struct.pack("<QQ", 0, 2) + entry("k", "u8", 1) * 2, "stands twice"),
        (build((("general.alignment", "u32", 0),), ()).data, "alignment is 0"),
        (build((("general.alignment", "u32", 48),), ()).data, "alignment is 48"),
        (build((("general.alignment", "u32", 2**31),), ()).data, "not a power of two up to"),
        (build((("general.alignment", "string", "x"),), ()).data, "alignment is not a number"),
        (build((("general.alignment", "f32", 32.0),), ()).data, "alignment is not a number"),
        (HEAD + struct.pack("<QQ", 1, 0) + tensor_line("t" * 64, (1,), 0, 0), "a tensor's name is said to be 64"),
        (HEAD + struct.pack("<QQ", 1, 0) + tensor_line("t", (1,) * 5, 0, 0), "has 5 dimensions"),
        (HEAD + struct.pack("<QQ", 1, 0) + tensor_line("t", (2**62, 2**62), 0, 0), "larger than any memory"),
        (HEAD + struct.pack("<QQ", 1, 0) + tensor_line("t", (0, 2**64 - 1), 0, 0), "larger than any memory"),
        (HEAD + struct.pack("<QQ", 1, 0) + tensor_line("t", (33,), 2, 0) + bytes(99), "do not divide into blocks"),
        (HEAD + struct.pack("<QQ", 1, 0) + tensor_line("t", (32,), 4, 0) + bytes(99), "no longer reads"),
        (HEAD + struct.pack("<QQ", 1, 0) + tensor_line("t", (32,), 77, 0) + bytes(99), "does not know"),
        (HEAD + struct.pack("<QQ", 1, 0) + tensor_line("t", (8,), 0, 32) + bytes(199), "is said to lie at 32 where 0"),
        (HEAD + struct.pack("<QQ", 1, 0) + tensor_line("t", (8,), 0, 2**63) + bytes(199), "is said to lie at"),
        (HEAD + struct.pack("<QQ", 2, 0) + tensor_line("t", (8,), 0, 0) * 2 + bytes(199), "stands twice"),
        (HEAD + struct.pack("<QQ", 1, 0) + tensor_line("t", (2**30,), 0, 0) + bytes(99), "is truncated"),
    ],
)
def test_claims_that_cannot_be_true_are_refused(tmp_path: Path, data: bytes, sentence: str) -> None:
    assert sentence in reason(tmp_path, data)


def test_a_string_in_a_long_list_may_not_reach_past_the_file(tmp_path: Path) -> None:
    for length in (2**20, 2**32, 2**63, 2**64 - 1):
        strings = text("a") * 500 + struct.pack("<Q", length) + b"rest" + text("a") * 499
        data = HEAD + struct.pack("<QQ", 0, 1) + text("k") + struct.pack("<IIQ", 9, 8, 1000) + strings
        assert "truncated" in reason(tmp_path, data) or "damaged" in reason(tmp_path, data)


@pytest.mark.parametrize("order", ["<", ">"])
def test_strings_of_every_length_are_stepped_over_to_the_byte(tmp_path: Path, order: str) -> None:
    for count in (257, 512, 700):
        for lengths in (range(260), (6,), (0,), (255,), (256,), (5, 255, 256, 65_536), (7, 1, 70)):
            strings = [bytes([number % 256]) * lengths[number % len(lengths)] for number in range(count)]
            data = build((*LLAMA, ("long", "[string]", strings), ("after", "u32", 4711)), order=order).data
            header = read(tmp_path, data)
            assert (header.metadata["long"], header.metadata["after"]) == (LongArray("string", count), 4711)


@pytest.mark.parametrize("order", ["<", ">"])
def test_what_is_read_piece_by_piece_is_stepped_over_to_the_byte(tmp_path: Path, order: str) -> None:
    strings = ["x" * (number % 9) for number in range(100_000)]  # twice what is read at once, and more
    data = build((("long", "[string]", strings), ("after", "u32", 4711)), (), order=order).data
    assert len(data) > 2 * READ_AT_ONCE
    header = read(tmp_path, data)
    assert (header.metadata["long"], header.metadata["after"]) == (LongArray("string", 100_000), 4711)


@pytest.mark.parametrize("order", ["<", ">"])
def test_pieces_may_end_at_any_byte_of_any_entry(tmp_path: Path, order: str, monkeypatch: pytest.MonkeyPatch) -> None:
    strings = ["x" * (number % 300) for number in range(700)]
    long = (("long", "[string]", strings), ("numbers", "[u32]", [7] * 5000), ("text", "string", "ä" * 5000))
    data = build((*LLAMA, *long, ("after", "u32", 4711)), order=order).data
    expected = read(tmp_path, data)
    for size in (1, 7, 64, 1000, 4099):
        monkeypatch.setattr("paddock.models.gguf_bytes.READ_AT_ONCE", size)
        header = read(tmp_path, data)
        assert (header.metadata, header.tensors) == (expected.metadata, expected.tensors)
        assert header.data_offset == expected.data_offset


@pytest.mark.parametrize("order", ["<", ">"])
@pytest.mark.parametrize("place", [0, 255, 256, 257, 600, 999])
def test_no_string_among_short_ones_may_lie_about_its_length(tmp_path: Path, order: str, place: int) -> None:
    for length in (1 << 8, 1 << 16, 1 << 24, 1 << 32, 1 << 56, 2**63 - 1, 2**63, 2**64 - 1, 6 + (1 << 40)):
        lie = struct.pack(order + "Q", length) + b"ab"
        strings = text("abcdef", order) * place + lie + text("abcdef", order) * (999 - place)
        head = b"GGUF" + struct.pack(order + "IQQ", 3, 0, 1)
        data = head + text("k", order) + struct.pack(order + "IIQ", 9, 8, 1000) + strings
        assert "truncated" in reason(tmp_path, data) or "damaged" in reason(tmp_path, data)


def test_a_long_list_cut_at_any_byte_of_its_end_is_refused(tmp_path: Path) -> None:
    head = HEAD + struct.pack("<QQ", 0, 1) + text("k") + struct.pack("<IIQ", 9, 8, 300)
    whole = head + text("abcde") * 300
    assert read(tmp_path, whole).metadata["k"] == LongArray("string", 300)
    for end in range(len(whole) - 13 * 66, len(whole)):
        assert "truncated" in reason(tmp_path, whole[:end])


@pytest.mark.slow
def test_cut_at_every_byte_the_reason_is_given(tmp_path: Path) -> None:
    whole = build().data
    for end in range(len(whole)):
        why = reason(tmp_path, whole[:end])
        assert "truncated" in why or end == 0, (end, why)
    assert read(tmp_path, whole).architecture == "llama"


@pytest.mark.slow
@settings(max_examples=600, deadline=None)
@given(st.binary(max_size=400))
def test_no_bytes_raise_anything_but_a_reason(tmp_path_factory: pytest.TempPathFactory, tail: bytes) -> None:
    path = tmp_path_factory.getbasetemp() / "any.gguf"
    for head in (b"", b"GGUF\x03\0\0\0", b"GGUF\0\0\0\x03", b"GGUF\x03\0\0\0\x01\0\0\0\0\0\0\0\x01\0\0\0\0\0\0\0"):
        path.write_bytes(head + tail)
        try:
            header = read_header(path)
        except ModelFileError as error:
            assert error.why  # noqa: PT017  both outcomes are allowed; a refusal must say why
        else:
            assert header.file_bytes == len(head) + len(tail)


@pytest.mark.slow
def test_tensor_types_are_those_of_the_built_library() -> None:
    """Ask ggml itself, in a process of its own, for every type's block and size."""
    import json
    import subprocess
    import sys

    code = """
import ctypes, json, pathlib, llama_cpp
libs = pathlib.Path(llama_cpp.__file__).parent / "lib"
base = ctypes.CDLL(str(next(libs.glob("*ggml-base*"))))
base.ggml_type_name.restype = ctypes.c_char_p
base.ggml_type_size.restype = ctypes.c_size_t
base.ggml_blck_size.restype = ctypes.c_int64
print(json.dumps({n: [base.ggml_blck_size(n), base.ggml_type_size(n)] for n in range(43)}))
"""
    answer = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, timeout=60)
    theirs = {int(n): tuple(sizes) for n, sizes in json.loads(answer.stdout).items() if sizes[1]}
    assert theirs == {n: (kind.block, kind.size) for n, kind in TENSOR_TYPES.items()}
