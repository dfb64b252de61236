"""Reading a file's bytes as the worker does, without its process."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paddock.reader.document import Reading, Source
from paddock.reader.formats import open_document
from paddock.reader.plausible import page_fits
from paddock.reader.protocol import Limits

if TYPE_CHECKING:
    from paddock.reader.protocol import Page


def reading(limits: Limits | None = None) -> Reading:
    return Reading(7, lambda _picture, _dots: None, lambda: None, limits or Limits())


def pages_of(data: bytes | str, name: str = "file", limits: Limits | None = None, first: int = 1) -> list[Page]:
    """Return all pages; each block is a stretch of its page's text, in order and not empty."""
    raw = data.encode("utf-8") if isinstance(data, str) else data
    document = open_document(Source(raw, name, limits=limits or Limits()))
    pages = list(document.pages(first, reading(limits)))
    document.close()
    for page in pages:
        assert page_fits(page)
        assert all(page.text[block.start : block.end].strip() for block in page.blocks)
    assert [page.number for page in pages] == list(range(first, first + len(pages)))
    return pages


def text_of(data: bytes | str, name: str = "file") -> str:
    return "\n\n".join(page.text for page in pages_of(data, name))


def blocks_of(page: Page) -> list[tuple[str, str, str]]:
    """Return (kind, place, text) of each block."""
    return [(block.kind, block.place, page.text[block.start : block.end]) for block in page.blocks]
