"""What the terminal is shown: answers without control characters, progress only where someone watches."""

from __future__ import annotations

import contextlib
import json
import re
import sys
from typing import TYPE_CHECKING, Any, TextIO

from paddock.process.wire import nobody_reads
from paddock.unseen import CONTROLS, PARTINGS, TURNS

if TYPE_CHECKING:
    from collections.abc import Sequence

_UNSAFE = re.compile(f"[{CONTROLS}\r{PARTINGS}{TURNS}]")  # a model's text is a stranger's
_OBEYED = re.compile(f"[{CONTROLS}]")
_JSON_UNSAFE = re.compile(f"[\x7f-\x9f{PARTINGS}{TURNS}]")  # the others are escaped in any JSON
_ERASE_LINE = "\r\x1b[K"


class NobodyReads(Exception):
    """Standard output was closed by whoever read it (`| head`); there is nothing more to do."""


def clean(text: str) -> str:
    """Return the text without what a terminal would obey instead of showing."""
    return _UNSAFE.sub("", text)


def one_line(text: str) -> str:
    """Return the text as one clean line."""
    return clean(" ".join(text.split()))


class Terminal:
    """Standard output and error of one command. Results go to `out`; progress and notes to `err`."""

    def __init__(self, out: TextIO | None = None, err: TextIO | None = None) -> None:
        self._out = out if out is not None else sys.stdout
        self._err = err if err is not None else sys.stderr
        self._watched = self._err.isatty()
        self._progress_shown = False
        self._last = "\n"

    def write(self, text: str) -> None:
        """Write a piece of a result at once. Raises NobodyReads, OSError."""
        self.progress("")
        text = clean(text)
        if text:
            self._put(text)
            self._last = text[-1]

    def line(self, text: str = "") -> None:
        """Write one line of a result."""
        self.write(text + "\n")

    def end_line(self) -> None:
        """End the line if one was begun."""
        if self._last != "\n":
            self.write("\n")

    def end_line_quietly(self) -> None:
        """End the line if one was begun and anybody still reads."""
        with contextlib.suppress(NobodyReads, OSError):  # on the way out; the exit code tells the rest
            self.end_line()

    def ask(self, question: str) -> None:
        """Put a question to whoever watches; the answer is read by the caller."""
        self.progress("")
        self._err.write(clean(question))
        self._err.flush()

    def json(self, value: Any) -> None:
        """Write one JSON value; what a terminal would obey is escaped."""
        text = json.dumps(value, ensure_ascii=False, indent=2, default=str)
        self.ready_json(text.encode("utf-8", "backslashreplace").decode())

    def ready_json(self, text: str) -> None:
        """Write a JSON text; what a terminal would obey is escaped, which leaves its meaning."""
        text = _JSON_UNSAFE.sub(lambda match: f"\\u{ord(match[0]):04x}", text)
        self.progress("")
        self._put(text + "\n")

    def document(self, text: str) -> None:
        """Write a whole text. Into a file or a pipe it keeps its marks of reading direction, which Arabic needs.

        Control characters go all the same: what is piped is often shown (`| head`).
        """
        if self._out.isatty():
            self.line(text.rstrip("\n"))
        else:
            self._put(_OBEYED.sub("", text))

    def table(self, rows: Sequence[Sequence[str]]) -> None:
        """Write rows with their columns aligned; the last column runs free."""
        cells = [[one_line(cell) for cell in row] for row in rows]
        widths = [max(len(row[place]) for row in cells) for place in range(len(cells[0]) - 1)] if cells else []
        for row in cells:
            self.line("  ".join([*(cell.ljust(width) for cell, width in zip(row, widths, strict=False)), row[-1]]))

    def note(self, text: str) -> None:
        """Say something that is not part of the result, on one line."""
        self.progress("")
        with contextlib.suppress(OSError):  # a closed or full standard error must not hide the exit code
            self._err.write(f"paddock: {one_line(text)}\n")
            self._err.flush()

    def progress(self, text: str) -> None:
        """Show what is going on, where someone watches; an empty text takes it away."""
        if not self._watched or (not text and not self._progress_shown):
            return
        self._err.write(_ERASE_LINE + one_line(text)[:78])
        self._err.flush()
        self._progress_shown = bool(text)

    def _put(self, text: str) -> None:
        try:
            self._out.write(text)
            self._out.flush()
        except OSError as error:
            if nobody_reads(error):
                raise NobodyReads from error
            raise
