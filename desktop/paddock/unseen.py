"""Characters that strange text may hold and that act instead of being shown. Each is for a class of a pattern: [ ]."""

from __future__ import annotations

from typing import Final

CONTROLS: Final = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"
"""C0 without tab and ends of lines, DEL, C1: no text needs them, and a terminal obeys them."""
LINE_ENDS: Final = "\t\n\r"
"""What `CONTROLS` lacks: a text needs them, a name or title does not."""
PARTINGS: Final = "\u2028\u2029"
"""The ends of lines and paragraphs that only some programs see."""
TURNS: Final = "\u202a-\u202e\u2066-\u2069"
"""What turns the direction of reading: with it "invoice[U+202E]fdp.exe" is shown as "invoiceexe.pdf"."""
