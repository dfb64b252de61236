"""What a GGUF file says of itself: its metadata, and the table of its tensors."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from paddock.engine.stamp import Stamp

Scalar = str | int | float | bool


class LongArray(NamedTuple):
    """An array too long to keep: what it is made of, and how many."""

    kind: str
    length: int


Value = Scalar | tuple[Scalar, ...] | LongArray


class Tensor(NamedTuple):
    """One line of the tensor table. `dims` innermost first; `offset` counts from the start of the tensor data."""

    name: str
    type_id: int
    dims: tuple[int, ...]
    offset: int
    size_bytes: int

    @property
    def elements(self) -> int:
        """Return how many numbers the tensor holds."""
        total = 1
        for length in self.dims:
            total *= length
        return total


@dataclass(frozen=True)
class Header:
    """Everything a GGUF file says about itself. `file_bytes` and `tensors` cover all parts of a split model.

    `stamps` tell which files were read, one for each part.
    """

    path: Path
    file_bytes: int
    version: int
    byte_order: Literal["little", "big"]
    alignment: int
    metadata: Mapping[str, Value]
    tensors: tuple[Tensor, ...]
    data_offset: int
    stamps: tuple[Stamp, ...] = ()

    @property
    def architecture(self) -> str:
        """Return llama.cpp's name of the architecture, or nothing where the file names none."""
        return self.text("general.architecture")

    @property
    def parameters(self) -> int:
        """Return how many weights the tensors hold."""
        return sum(tensor.elements for tensor in self.tensors)

    @property
    def tensor_bytes(self) -> int:
        """Return how many bytes the tensors take."""
        return sum(tensor.size_bytes for tensor in self.tensors)

    def text(self, key: str) -> str:
        """Return a string value, or nothing where there is none of that name and kind."""
        value = self.metadata.get(key)
        return value if isinstance(value, str) else ""

    def number(self, key: str) -> int | None:
        """Return a whole-number value, or None. "{arch}" in the key stands for the architecture's name."""
        value = self.metadata.get(key.replace("{arch}", self.architecture))
        return value if isinstance(value, int) and not isinstance(value, bool) else None

    def numbers(self, key: str) -> tuple[int, ...]:
        """Return an array of whole numbers or flags, or an empty tuple. "{arch}" as in `number`."""
        value = self.metadata.get(key.replace("{arch}", self.architecture))
        if isinstance(value, tuple) and not isinstance(value, LongArray):
            return tuple(int(item) for item in value if isinstance(item, int))
        return ()

    def count(self, key: str) -> int:
        """Return how long an array is, kept or not; 0 where there is none."""
        value = self.metadata.get(key)
        if isinstance(value, LongArray):
            return value.length
        return len(value) if isinstance(value, tuple) else 0
