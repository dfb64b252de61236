"""Reads text that grows: only what can still change is read again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from paddock.ui.markdown.typed import clean

if TYPE_CHECKING:
    from collections.abc import Iterator

    from paddock.ui.markdown.blocks import Block
    from paddock.ui.markdown.reader import MarkdownReader

STEP_CHARS = 8_000
_MAX_TAIL_CHARS = 48_000


class GrowingText:
    """The blocks of one text read so far; top-level blocks that a later line can no longer change stay as they are.

    A top-level block larger than 48,000 characters is cut at a line's end, so that no single one takes long.
    """

    def __init__(self, reader: MarkdownReader) -> None:
        self._reader = reader
        self._restart()

    def _restart(self) -> None:
        self._settled_source = ""
        self._settled: list[Block] = []
        self._definitions: dict[str, Any] = {}
        self._codes = 0
        self._carried = ""

    def read(self, text: str) -> list[Block]:
        """Return the blocks of the text so far. Text that does not go on from what was settled is read anew."""
        text = clean(text)
        if not text.startswith(self._settled_source):
            self._restart()
        while True:
            tail = text[len(self._settled_source) :]
            if len(tail) > _MAX_TAIL_CHARS:
                self._settle_by_force(tail)
                continue
            return self._read_tail(tail)

    def read_in_steps(self, text: str) -> Iterator[list[Block]]:
        """Yield the blocks as far as they are read, after each 8,000 characters; the last time, all of them."""
        self._restart()
        text = clean(text)
        at = STEP_CHARS
        while at < len(text):
            end = text.rfind("\n", 0, at) + 1
            if end > len(self._settled_source):
                yield self.read(text[:end])
            at += STEP_CHARS
        while len(text) - len(self._settled_source) > _MAX_TAIL_CHARS:
            self._settle_by_force(text[len(self._settled_source) :])
            yield list(self._settled)
        yield self.read(text)

    def _read_tail(self, tail: str) -> list[Block]:
        carried = self._carried
        definitions = {"references": dict(self._definitions.get("references", {}))}
        reading = self._reader.read(carried + tail, definitions, self._codes)
        blocks = self._settled + reading.blocks
        cut = _line_start(carried + tail, reading.last_line) - len(carried)
        if cut > 0 and not _formula_open(tail[:cut]):
            self._settled_source += tail[:cut]
            self._settled += reading.blocks[: reading.last_block]
            self._codes = reading.last_code
            self._keep_definitions(definitions, reading.last_line)
            self._carried = ""
        return blocks

    def _settle_by_force(self, tail: str) -> None:
        cut = tail.rfind("\n", 0, _MAX_TAIL_CHARS // 2) + 1 or _MAX_TAIL_CHARS // 2
        definitions = {"references": dict(self._definitions.get("references", {}))}
        reading = self._reader.read(self._carried + tail[:cut], definitions, self._codes)
        self._settled_source += tail[:cut]
        self._settled += reading.blocks
        self._codes = reading.codes
        self._definitions = definitions
        self._carried = reading.open_fence + "\n" if reading.open_fence else ""

    def _keep_definitions(self, found: dict[str, Any], before_line: int) -> None:
        known = self._definitions.setdefault("references", {})
        for name, target in found["references"].items():
            where = target.get("map")
            if name not in known and isinstance(where, list) and where[1] <= before_line:
                known[name] = target


def _formula_open(text: str) -> bool:
    """Tell whether a formula begins on a line of its own and has not ended: a later line may still end it.

    Until then the reader takes it for a paragraph, which would settle as one.
    """
    opened = False
    for line in text.split("\n"):
        if opened or line.lstrip(" \t>*-+").startswith("$$"):
            opened ^= line.count("$$") % 2 == 1
    return opened


def _line_start(text: str, line: int) -> int:
    at = 0
    for _ in range(line):
        at = text.index("\n", at) + 1
    return at
