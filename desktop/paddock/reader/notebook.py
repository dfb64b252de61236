"""Jupyter notebooks: cells of Markdown and code with what they printed, called by their numbers."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final, TypeGuard

from paddock.reader.markdown_text import blocks
from paddock.reader.sections import Piece

if TYPE_CHECKING:
    from collections.abc import Iterator

    from paddock.reader.json_text import Json

_OUTPUT_CHARACTERS: Final = 20_000


def is_notebook(value: Json) -> TypeGuard[dict[str, Json]]:
    """Return whether a JSON value is a notebook (nbformat 4)."""
    return isinstance(value, dict) and "nbformat" in value and isinstance(value.get("cells"), list)


def cells(notebook: dict[str, Json]) -> Iterator[Piece]:
    """Yield each cell's blocks; pictures among its outputs are left out."""
    members = notebook["cells"]
    for number, cell in enumerate(members if isinstance(members, list) else [], 1):
        if not isinstance(cell, dict):
            continue
        source = _text(cell.get("source"))
        where = f"cell {number}"
        if cell.get("cell_type") == "markdown":
            yield from (replace(piece, first=0, last=0, place=where) for piece in blocks(source))
            continue
        yield Piece("code", source, place=where)
        outputs = cell.get("outputs")
        for output in outputs if isinstance(outputs, list) else []:
            if isinstance(output, dict):
                data = output.get("data")
                printed = output.get("text") or (data.get("text/plain") if isinstance(data, dict) else None)
                yield Piece("code", _text(printed)[:_OUTPUT_CHARACTERS], place=f"{where}, output")


def _text(value: Json) -> str:
    """Return a notebook's text, which is one string or a list of lines."""
    if isinstance(value, list):
        return "".join(line for line in value if isinstance(line, str))
    return value if isinstance(value, str) else ""
