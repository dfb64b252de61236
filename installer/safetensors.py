"""Reads a safetensors file within bounds: a header of limited length, float32 tensors that lie where it says.

Format: 8 bytes length (little-endian), that many bytes of JSON `{name: {dtype, shape, data_offsets}}`, the data.
https://huggingface.co/docs/safetensors
"""

from __future__ import annotations

import json
import math
import struct
from typing import TYPE_CHECKING, Any, Final

import numpy as np

if TYPE_CHECKING:
    from pathlib import Path

MAX_HEADER_BYTES: Final = 4 << 20
_LENGTH_BYTES: Final = 8
_TYPES: Final[dict[str, np.dtype[Any]]] = {"F32": np.dtype("<f4"), "F16": np.dtype("<f2"), "I64": np.dtype("<i8")}


class Damaged(Exception):
    """The file is no safetensors file, or not whole; the argument says why."""


class Safetensors:
    """The tensors of one file, read when asked for."""

    def __init__(self, path: Path) -> None:
        """Read and check the header. Raises Damaged, OSError."""
        self._path = path
        size = path.stat().st_size
        with path.open("rb") as file:
            start = file.read(_LENGTH_BYTES)
            length = struct.unpack("<Q", start)[0] if len(start) == _LENGTH_BYTES else 0
            if not 2 <= length <= min(MAX_HEADER_BYTES, size - _LENGTH_BYTES):  # noqa: PLR2004 - "{}"
                raise Damaged("Its header's length makes no sense.")
            raw = file.read(length)
        self._data_at = _LENGTH_BYTES + length
        try:
            untrusted = json.loads(raw)
            untrusted.pop("__metadata__", None)
            self._tensors = {name: _place(said, size - self._data_at) for name, said in untrusted.items()}
        except (ValueError, TypeError, KeyError, AttributeError) as error:
            raise Damaged("Its header makes no sense.") from error

    @property
    def names(self) -> tuple[str, ...]:
        """Return the tensors' names as the file spells them, in its order."""
        return tuple(self._tensors)

    def read(self, name: str) -> np.ndarray[Any, np.dtype[np.float32]]:
        """Return one tensor as float32 in its shape (rows first). Raises KeyError, Damaged, OSError."""
        kind, shape, start = self._tensors[name]
        values = np.fromfile(self._path, kind, math.prod(shape), offset=self._data_at + start)
        if values.size != math.prod(shape):
            raise Damaged("It ends before its weights do.")
        return values.reshape(shape).astype(np.float32)


def _place(said: dict[str, Any], data_bytes: int) -> tuple[np.dtype[Any], tuple[int, ...], int]:
    """Return type, shape and offset of one tensor. Raises ValueError where they do not fit the file or each other."""
    kind, shape = _TYPES[said["dtype"]], tuple(said["shape"])
    start, end = said["data_offsets"]
    if not all(isinstance(number, int) and number >= 0 for number in (*shape, start, end)):
        raise ValueError("not a size")
    if end > data_bytes or end - start != math.prod(shape) * kind.itemsize:
        raise ValueError("not its length")
    return kind, shape, start
