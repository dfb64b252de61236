"""PDF: the outline (bookmarks): which headings are in force on which page, and what rank a title has."""

from __future__ import annotations

import bisect
import ctypes
from typing import TYPE_CHECKING, Any, Final

import pypdfium2_raw.bindings as pdfium

from paddock.reader.pdf_headings import folded
from paddock.reader.writing import one_line

if TYPE_CHECKING:
    from collections.abc import Callable

_MOST: Final = 10_000
_DEEPEST: Final = 8
_TITLE_BYTES: Final = 2048


class Outline:
    """A document's bookmarks, read once. A stranger's: it may lead in circles, and is cut at 10,000."""

    def __init__(self, document: Any, alive: Callable[[], None]) -> None:
        self._entries: list[tuple[int, int, str]] = []
        self._document = document
        self._alive = alive
        self._walk()
        self._pages = [page for page, _, _ in self._entries]
        self.ranks = {folded(title): min(6, depth + 1) for _, depth, title in reversed(self._entries) if title}
        self.ranks.pop("", None)

    def __bool__(self) -> bool:
        return bool(self._entries)

    def path_at(self, number: int) -> tuple[str, ...]:
        """Return the titles in force where page `number` begins, outermost first."""
        path: list[tuple[int, str]] = []
        last = bisect.bisect_left(self._pages, number) - 1
        deepest = _DEEPEST + 1
        while last >= 0 and deepest > 0:
            _, depth, title = self._entries[last]
            if depth < deepest:
                path.append((depth, title))
                deepest = depth
            last -= 1
        return tuple(title for _, title in reversed(path))

    def _walk(self) -> None:
        seen: set[int | None] = set()
        waiting: list[tuple[Any, int]] = [(pdfium.FPDFBookmark_GetFirstChild(self._document, None), 0)]
        page = 0
        while waiting and len(seen) < _MOST:
            bookmark, depth = waiting.pop()
            if not bookmark:
                continue
            address = ctypes.cast(bookmark, ctypes.c_void_p).value
            if address in seen:
                continue
            seen.add(address)
            waiting.append((pdfium.FPDFBookmark_GetNextSibling(self._document, bookmark), depth))
            if depth + 1 < _DEEPEST:
                waiting.append((pdfium.FPDFBookmark_GetFirstChild(self._document, bookmark), depth + 1))
            target = pdfium.FPDFBookmark_GetDest(self._document, bookmark)
            if not target:
                action = pdfium.FPDFBookmark_GetAction(bookmark)
                target = pdfium.FPDFAction_GetDest(self._document, action) if action else None
            index = pdfium.FPDFDest_GetDestPageIndex(self._document, target) if target else -1
            # Pages in an outline go forwards; one that does not is left out of the order, not out of the ranks.
            page = max(page, index + 1)
            self._entries.append((max(1, page), depth, _title(bookmark)))
            if len(seen) % 100 == 0:
                self._alive()


def _title(bookmark: Any) -> str:
    buffer = ctypes.create_string_buffer(_TITLE_BYTES)
    length = pdfium.FPDFBookmark_GetTitle(bookmark, buffer, _TITLE_BYTES)
    return one_line(text_of(buffer, length))


def text_of(buffer: Any, length: int) -> str:
    """Return the text pdfium wrote: UTF-16, `length` bytes with the two of its end."""
    return str(buffer.raw[: max(0, min(length, len(buffer)) - 2)].decode("utf-16-le", "replace"))
