"""Reads GGUF headers, bounded: nothing a file claims is believed before it is checked against the file's size.

Format: https://github.com/ggml-org/ggml/blob/master/docs/gguf.md. The rules llama.cpp adds when it loads
(gguf.cpp: no double names, tensor data in order and without gaps) are checked here too, so that a person hears the
reason.
"""

from __future__ import annotations

import os
import stat
import struct
import textwrap
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from paddock.engine.stamp import stamp_of
from paddock.models.gguf_bytes import GgufBytes
from paddock.models.header import Header, LongArray, Tensor
from paddock.models.tensor_types import REMOVED_TYPES, TENSOR_TYPES
from paddock.models.wrong_files import refuse, what_it_is_instead

if TYPE_CHECKING:
    from pathlib import Path

    from paddock.errors import ModelFileError
    from paddock.models.header import Scalar, Value

MAGIC: Final = b"GGUF"
MAX_KEYS: Final = 1 << 16
MAX_TENSORS: Final = 1 << 17
MAX_KEY_BYTES: Final = 65_535  # gguf.md
MAX_STRING_BYTES: Final = 16 << 20  # chat templates are the longest strings that are needed
MAX_ARRAY: Final = 1 << 24
MAX_TENSOR_NAME_BYTES: Final = 63  # GGML_MAX_NAME - 1
MAX_DIMENSIONS: Final = 4  # GGML_MAX_DIMS
MAX_ALIGNMENT: Final = 1 << 20
MAX_ELEMENTS: Final = (1 << 63) - 1  # ggml counts in int64
KEPT_STRINGS: Final = 256  # arrays up to here are kept (languages, tags); longer ones (vocabularies) are stepped over
KEPT_NUMBERS: Final = 4096  # per-layer head counts are kept; token types and scores are not

STRING: Final = 8
ARRAY: Final = 9
BOOL: Final = 7
# Value types by number (gguf.md `gguf_metadata_value_type`): struct code, or empty for what is not a plain number.
NUMBERS: Final = {0: "B", 1: "b", 2: "H", 3: "h", 4: "I", 5: "i", 6: "f", BOOL: "?", 10: "Q", 11: "q", 12: "d"}
TYPE_NAMES: Final = ("u8", "i8", "u16", "i16", "u32", "i32", "f32", "bool", "string", "array", "u64", "i64", "f64")


def read_header(path: Path) -> Header:
    """Read and check one file's header. Raises ModelFileError with the reason; never anything else.

    At most MAX_HEADER_BYTES are read. Vocabularies are stepped over, not decoded.
    """
    try:
        found = os.stat(path)  # noqa: PTH116  Path.stat is the same call; this one shows the ValueError of a NUL
        if stat.S_ISDIR(found.st_mode):
            raise refuse(path, "It is a folder.", "Choose the .gguf file inside it.")
        if not stat.S_ISREG(found.st_mode):
            raise refuse(path, "It is a device or a pipe, not a file.", "Choose a .gguf file.")
        with path.open("rb", buffering=0) as file:
            found = os.fstat(file.fileno())
            return replace(_Reader(path, file, found.st_size).header(), stamps=(stamp_of(found),))
    except FileNotFoundError:
        raise refuse(path, f"There is no such file: {path}.", "Was it moved, or its drive unplugged?") from None
    except PermissionError:
        raise refuse(path, "This user may not read it.", "Change the file's permissions or copy it.") from None
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise refuse(path, f"It could not be read: {reason}.", "Check the drive it lies on.") from error


class _Reader(GgufBytes):
    """Reads one header, from the file's first byte to the end of the tensor table."""

    def header(self) -> Header:
        if self._size == 0:
            raise refuse(self._path, "It is empty.")
        if not self._beginning(64).startswith(MAGIC):
            raise refuse(self._path, what_it_is_instead(self._beginning(4096)))
        version = self._version()
        tensor_count = self._unsigned(8)
        key_count = self._unsigned(8)
        # The shortest entries possible: an 8-byte name length and a type; name length, dimensions, type, offset.
        self._check_count(key_count, MAX_KEYS, 13, "metadata entries")
        self._check_count(tensor_count, MAX_TENSORS, 24, "tensors")
        metadata = self._metadata(key_count)
        alignment = self._alignment(metadata)
        tensors = self._tensors(tensor_count, alignment)
        data_offset = _round_up(self._place, alignment)
        self._check_extent(tensors, data_offset)
        return Header(
            path=self._path,
            file_bytes=self._size,
            version=version,
            byte_order="little" if self._order == "<" else "big",
            alignment=alignment,
            metadata=metadata,
            tensors=tensors,
            data_offset=data_offset,
        )

    # ---------------------------------------------------------------- pieces

    def _version(self) -> int:
        self._at = len(MAGIC)
        version = self._unsigned(4)
        if version & 0xFFFF == 0 and version:  # the version is small, so it tells the byte order
            self._order = ">"
            self._at = len(MAGIC)
            version = self._unsigned(4)
        if version == 1:
            raise refuse(self._path, "It is a GGUF of version 1, which nothing reads any more.", "Get a newer file.")
        if version not in {2, 3}:
            why = f"It says it is a GGUF of version {version:,}; this program reads versions 2 and 3."
            raise refuse(self._path, why)
        return version

    def _metadata(self, count: int) -> dict[str, Value]:
        metadata: dict[str, Value] = {}
        for _ in range(count):
            key = self._string(MAX_KEY_BYTES, "a metadata name")
            if key in metadata:
                raise self._damaged(f"the metadata name “{_short(key)}” stands twice")
            metadata[key] = self._value(self._unsigned(4), key)
        return metadata

    def _value(self, kind: int, key: str) -> Value:
        if kind == STRING:
            return self._string(MAX_STRING_BYTES, f"the value of “{_short(key)}”")
        if kind == ARRAY:
            return self._array(key)
        return self._number(kind, key)

    def _number(self, kind: int, key: str) -> Scalar:
        code = NUMBERS.get(kind)
        if code is None:
            raise self._damaged(f"“{_short(key)}” is of the unknown type {kind:,}")
        value: Scalar = self._unpack(code)[0]
        return value

    def _array(self, key: str) -> tuple[Scalar, ...] | LongArray:
        kind = self._unsigned(4)
        count = self._unsigned(8)
        what = f"entries of “{_short(key)}”"
        if kind == STRING:
            self._check_count(count, MAX_ARRAY, 8, what)
            if count > KEPT_STRINGS:
                self._step_over_strings(count)
                return LongArray("string", count)
            return tuple(self._string(MAX_STRING_BYTES, f"an entry of “{_short(key)}”") for _ in range(count))
        code = NUMBERS.get(kind)
        if code is None:
            raise self._damaged(f"“{_short(key)}” is a list of the type {kind:,}, which cannot be listed")
        width = struct.calcsize("<" + code)
        self._check_count(count, MAX_ARRAY, width, what)
        if count > KEPT_NUMBERS:
            self._step_over(count * width)
            return LongArray(TYPE_NAMES[kind], count)
        return self._unpack(f"{count}{code}")

    def _alignment(self, metadata: dict[str, Value]) -> int:
        alignment = metadata.get("general.alignment", 32)
        if not isinstance(alignment, int) or isinstance(alignment, bool):
            raise self._damaged("its alignment is not a number")
        if alignment < 1 or alignment > MAX_ALIGNMENT or alignment & (alignment - 1):
            raise self._damaged(f"its alignment is {alignment:,}, which is not a power of two up to {MAX_ALIGNMENT:,}")
        return alignment

    def _tensors(self, count: int, alignment: int) -> tuple[Tensor, ...]:
        tensors: list[Tensor] = []
        names: set[str] = set()
        expected = 0
        for _ in range(count):
            tensor = self._tensor()
            if tensor.name in names:
                raise self._damaged(f"the tensor “{_short(tensor.name)}” stands twice")
            if tensor.offset != expected:
                raise self._damaged(
                    f"the tensor “{_short(tensor.name)}” is said to lie at {tensor.offset:,} where {expected:,} is due"
                )
            names.add(tensor.name)
            tensors.append(tensor)
            expected = _round_up(expected + tensor.size_bytes, alignment)
        return tuple(tensors)

    def _tensor(self) -> Tensor:
        name = self._string(MAX_TENSOR_NAME_BYTES, "a tensor's name")
        count = self._unsigned(4)
        if count > MAX_DIMENSIONS:
            raise self._damaged(f"the tensor “{_short(name)}” has {count:,} dimensions; {MAX_DIMENSIONS} are possible")
        dims = tuple(self._unsigned(8) for _ in range(count))
        type_id = self._unsigned(4)
        offset = self._unsigned(8)
        elements = 1
        for length in dims:
            elements *= length
        if elements > MAX_ELEMENTS or any(length > MAX_ELEMENTS for length in dims):
            raise self._damaged(f"the tensor “{_short(name)}” is larger than any memory")
        kind = TENSOR_TYPES.get(type_id)
        if kind is None:
            raise self._unknown_type(name, type_id)
        if (dims[0] if dims else 1) % kind.block:
            raise self._damaged(f"the rows of “{_short(name)}” do not divide into blocks of {kind.block} ({kind.name})")
        return Tensor(name, type_id, dims, offset, elements // kind.block * kind.size)

    def _unknown_type(self, name: str, type_id: int) -> ModelFileError:
        if type_id in REMOVED_TYPES:
            why = f"Its tensors are of a type ({type_id}) that llama.cpp no longer reads."
            return refuse(self._path, why, "Get a newer file of this model, for instance Q4_K_M.")
        why = f"The tensor “{_short(name)}” is of the type {type_id:,}, which this program does not know."
        return refuse(self._path, why, "The file may be damaged, or made for a newer program.")

    def _check_extent(self, tensors: tuple[Tensor, ...], data_offset: int) -> None:
        if not tensors:
            return
        end = data_offset + tensors[-1].offset + tensors[-1].size_bytes
        if end > self._size:
            raise refuse(
                self._path,
                f"It is truncated: its header promises {end:,} bytes, the file has {self._size:,}.",
                "Get the file again; it was probably not downloaded or copied to its end.",
            )


def _round_up(number: int, multiple: int) -> int:
    return (number + multiple - 1) // multiple * multiple


def _short(text: str) -> str:
    printable = "".join(letter if letter.isprintable() else "\N{REPLACEMENT CHARACTER}" for letter in text)
    return textwrap.shorten(printable, 60, placeholder="…")
