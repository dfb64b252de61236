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
READ_AT_ONCE: Final = 512 << 10  # little enough to stay in the processor's cache


class GgufBytes:
    """Steps through them, a piece at a time.

    `_data` is the piece of the file that is held, `_before` how many bytes lie before it, `_at` the next byte in it.
    """

    def __init__(self, path: Path, file: BinaryIO | object, size: int) -> None:
        self._path = path
        self._file = file
        self._size = size
        self._data = b""
        self._before = 0
        self._at = 0
        self._order: Literal["<", ">"] = "<"

    @property
    def _place(self) -> int:
        """Return where in the file the next byte is."""
        return self._before + self._at

    def _beginning(self, most: int) -> bytes:
        """Return the first bytes of the file, as many as there are; only before anything was stepped over."""
        self._extend(min(self._size, most))
        return self._data[:most]

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
        """Step over `count` strings: the one hot loop here (a vocabulary and its merges: 480,000 strings, 22 ms)."""
        length_at = struct.Struct(self._order + "Q").unpack_from
        run_at = run_of_strings(self._order)
        left = count
        while left:
            data, at, done = self._data, self._at, 0
            try:
                while left >= RUN and (run := run_at(data, at)):
                    at = run.end()
                    left -= RUN
                for done in range(min(left, RUN)):  # noqa: B007  a `for` counts a third faster than an addition
                    at += 8 + length_at(data, at)[0]
                left -= min(left, RUN)
                self._at = at
            except (struct.error, OverflowError):  # past what was read so far, or past any file
                left -= done
                self._at = at
                self._need(8)
        self._need(0)

    def _unsigned(self, width: Literal[4, 8]) -> int:
        self._need(width)
        start = self._at
        self._at += width
        return int.from_bytes(self._data[start : self._at], "little" if self._order == "<" else "big")

    def _check_count(self, count: int, limit: int, least_bytes: int, what: str) -> None:
        if count > limit:
            raise self._damaged(f"it claims {count:,} {what}; {limit:,} is the most there can be")
        if count * least_bytes > self._size - self._place:
            raise self._cut(self._place + count * least_bytes)

    def _need(self, more: int) -> None:
        """Make sure that `more` bytes from here are in the file and are held."""
        if self._at + more <= len(self._data):
            return
        end = self._place + more
        if end > self._size:
            raise self._cut(end)
        if end > MAX_HEADER_BYTES:
            raise self._damaged(f"its header is longer than {MAX_HEADER_BYTES >> 20} MiB")
        passed = min(self._at, len(self._data))
        self._data = self._data[passed:]
        self._before += passed
        self._at -= passed
        self._extend(self._at + more)

    def _extend(self, length: int) -> None:
        """Read until `length` bytes are held, which the file was seen to have, and a whole piece while at it."""
        while len(self._data) < length:
            wanted = max(length - len(self._data), READ_AT_ONCE)
            piece = self._file.read(min(wanted, self._size - self._before - len(self._data)))  # type: ignore[union-attr]
            if not piece:
                raise refuse(self._path, "It became shorter while it was read.")
            self._data += piece

    def _cut(self, promised: int) -> ModelFileError:
        if promised - self._size > MAX_HEADER_BYTES:  # no download breaks off like that
            return self._damaged(
                f"at byte {self._place:,} it claims {promised - self._place:,} more bytes than any header has"
            )
        why = f"It is truncated: its header promises at least {promised:,} bytes, the file has {self._size:,}."
        return refuse(self._path, why, "Get the file again; it was probably not downloaded or copied to its end.")

    def _damaged(self, reason: str) -> ModelFileError:
        return refuse(self._path, f"It is damaged: {reason}.")
