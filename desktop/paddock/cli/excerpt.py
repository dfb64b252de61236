"""A passage of a document as one line of a terminal, without the marks its text is kept with."""

from __future__ import annotations

import re
from typing import Final

_MARKS: Final = re.compile(r"^\s*(?:#{1,6}\s+|>\s+)|\*\*|^\s*\|(?:\s*:?-+:?\s*\|)+\s*$", re.MULTILINE)
_CELLS: Final = re.compile(r"\s*\|\s*")


def excerpt(text: str, most: int) -> str:
    """Return the text's beginning in one line of at most about `most` characters: no heading's marks, cells apart."""
    lines = (_CELLS.sub(" | ", line.strip().strip("|")).strip(" |") for line in _MARKS.sub("", text).splitlines())
    line = " ".join(" ".join(filter(None, lines)).split())
    return line if len(line) <= most else line[:most].rstrip() + " …"
