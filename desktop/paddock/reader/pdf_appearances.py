"""PDF: what fields, signatures and stamps show on a page, which is no part of its own text."""

from __future__ import annotations

import ctypes
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from paddock.reader.pdf_calls import Calls

_MOST_CHARACTERS: Final = 100_000


def shown_on(calls: Calls, document: int | None, number: int) -> list[str]:
    """Return the lines that page `number` shows only through what lies upon it.

    pdfium tells of these as little as that they are there; but it can make them part of a page. That is done to a
    copy, so that places in the page's text stay what they are.
    """
    copy = calls.new_document()
    if not copy:
        return []
    try:
        if not calls.import_pages(copy, document, (ctypes.c_int * 1)(number - 1), 1, 0):
            return []
        before = _text(calls, copy, flatten=True)
        after = _text(calls, copy)
    finally:
        calls.close_document(copy)
    own = before.splitlines()
    for line in own if not after.startswith(before) else ():
        after = after.replace(line, "", 1)
    added = after.removeprefix(before)
    return [line for line in (" ".join(line.split()) for line in added.splitlines()) if line]


def _text(calls: Calls, document: int, *, flatten: bool = False) -> str:
    """Return what the first page says, before what lies upon it is made part of it."""
    page = calls.load_page(document, 0)
    if not page:
        return ""
    try:
        text = calls.load_text(page)
        count = min(calls.count_chars(text), _MOST_CHARACTERS) if text else 0
        buffer = (ctypes.c_ushort * (count + 1))()
        units = calls.get_text(text, 0, count, buffer) if count > 0 else 0
        if text:
            calls.close_text(text)
        if flatten:
            calls.flatten(page, 0)
    finally:
        calls.close_page(page)
    return bytes(buffer)[: 2 * max(0, units - 1)].decode("utf-16-le", "replace")
