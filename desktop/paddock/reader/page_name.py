"""What a page is called in English: for the terminal, for files and for a model. The window has its own words."""

from __future__ import annotations


def page_name(kind: str, number: int, label: str) -> str:
    """Return `page 12`, `page 5 (iii)`, `sheet 2 (Wells)`; a label that says no more than the number is left out."""
    line = " ".join(label.split())
    return f"{kind} {number} ({line})" if line and line != str(number) else f"{kind} {number}"
