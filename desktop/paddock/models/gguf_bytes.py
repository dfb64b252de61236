"""The bytes of a GGUF file's beginning: never more believed than the file can hold, never more read than is needed.

The file is read, not mapped: a mapped file that shrinks or whose drive is pulled out would end the process.
"""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING, Any, BinaryIO, Final, Literal

from paddock.models.string_runs import RUN, run_of_strings
from paddock.models.wrong_files import refuse

if TYPE_CHECKING:
    from pathlib import Path

    from paddock.errors import ModelFileError

MAX_HEADER_BYTES: Final = 256 << 20  # the largest seen (a 262k-token vocabulary with merges) is 12 MiB
FIRST_READ: Final = 2 << 20


class GgufBytes:
    """Steps through them. `_data` holds what was read so far, and grows as it is needed; `_at` is the next byte."""

    def __init__(self, path: Path, file: BinaryIO | object, size: int) -> None:
        self._path = path
        self._file = file
        self._size = size
        self._data = bytearray()
        self._at = 0
        self._order: Literal["<", ">"] = "<"

    def _beginning(self, most: int) -> bytes:
        """Return the first bytes of the file, as many as there are."""
        self._extend(min(self._size, most))
        return bytes(self._data[:most])

    def _string(self, limit: int, what: str) -> str:
        length = self._unsigned(8)
        if length > limit:
            raise self._damaged(f"{what} is said to be {length:,} bytes long; {limit:,} is the most there can be")
        self._need(length)
        start = self._at
        self._at += length
        return self._data[start : self._at].decode("utf-8", "replace")

    def _unpack(self, form: str) -> tuple[Any, ...]:
        """Return what stands here in this form of `struct`, without a byte order."""
        whole = struct.Struct(self._order + form)
        self._need(whole.size)
        start = self._at
        self._at += whole.size
        return whole.unpack_from(self._data, start)

    def _step_over(self, count: int) -> None:
        self._need(count)
        self._at += count

    def _step_over_strings(self, count: int) -> None:
        """Step over `count` strings: the one hot loop here (a vocabulary and its merges: 300,000 strings, 20 ms)."""
        length_at = struct.Struct(self._order + "Q").unpack_from
        run_at = run_of_strings(self._order)
        data, at, left = self._data, self._at, count
        while left:
            done = 0
            try:
                if left >= RUN and (run := run_at(data, at)):
                    at = run.end()
                    left -= RUN
                    continue
                for done in range(min(left, RUN)):  # noqa: B007  a `for` counts a third faster than an addition
                    at += 8 + length_at(data, at)[0]
                left -= min(left, RUN)
            except (struct.error, OverflowError):  # past what was read so far, or past any file
                left -= done
                self._at = at
                self._need(8)
        self._at = at
        self._need(0)

    def _unsigned(self, width: Literal[4, 8]) -> int:
        self._need(width)
        start = self._at
        self._at += width
        return int.from_bytes(self._data[start : self._at], "little" if self._order == "<" else "big")

    def _check_count(self, count: int, limit: int, least_bytes: int, what: str) -> None:
        if count > limit:
            raise self._damaged(f"it claims {count:,} {what}; {limit:,} is the most there can be")
        if count * least_bytes > self._size - self._at:
            raise self._cut(self._at + count * least_bytes)

    def _need(self, more: int) -> None:
        """Make sure that `more` bytes from here are in the file and have been read."""
        end = self._at + more
        if end <= len(self._data):
            return
        if end > self._size:
            raise self._cut(end)
        if end > MAX_HEADER_BYTES:
            raise self._damaged(f"its header is longer than {MAX_HEADER_BYTES >> 20} MiB")
        self._extend(min(self._size, MAX_HEADER_BYTES, max(end, FIRST_READ, 2 * len(self._data))))

    def _extend(self, end: int) -> None:
        while len(self._data) < end:
            piece = self._file.read(end - len(self._data))  # type: ignore[union-attr]
            if not piece:
                raise refuse(self._path, "It became shorter while it was read.")
            self._data += piece

    def _cut(self, promised: int) -> ModelFileError:
        if promised - self._size > MAX_HEADER_BYTES:  # no download breaks off like that
            return self._damaged(
                f"at byte {self._at:,} it claims {promised - self._at:,} more bytes than any header has"
            )
        why = f"It is truncated: its header promises at least {promised:,} bytes, the file has {self._size:,}."
        return refuse(self._path, why, "Get the file again; it was probably not downloaded or copied to its end.")

    def _damaged(self, reason: str) -> ModelFileError:
        return refuse(self._path, f"It is damaged: {reason}.")
