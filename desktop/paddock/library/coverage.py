"""Says what was read of the documents, and what was not: in numbers, and in a sentence for each file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from paddock.library.rows import DOCUMENT_COLUMNS, document_of
from paddock.library.scope import condition
from paddock.library.shelf import Shelf
from paddock.library.types import EVERYTHING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from paddock.library.types import Document, Scope
    from paddock.reader.protocol import PageOutcome

_NAMED_RANGES = 12


@dataclass(frozen=True)
class Coverage:
    """What was read of some documents. All pages have one of the outcomes read, empty, without text, damaged or cut.

    `pages` counts those known, `pages_read` those whose text is there whole (an empty page is read). `refused` counts
    files that could not be read at all, the `locked` ones among them for want of a password.
    """

    documents: int = 0
    waiting: int = 0
    read_whole: int = 0
    in_part: int = 0
    refused: int = 0
    locked: int = 0
    stopped: int = 0
    pages: int = 0
    pages_read: int = 0
    pages_empty: int = 0
    pages_without_text: int = 0
    pages_damaged: int = 0
    pages_cut: int = 0
    pages_recognised: int = 0

    @property
    def is_whole(self) -> bool:
        """Return whether every page of every document was read."""
        return self.documents == self.read_whole

    def summary(self) -> str:
        """Return it in one line: "412 of 415 pages; 3 scanned without text; 1 file failed"."""
        parts = [f"{self.pages_read:,} of {_count(self.pages, 'page')}"]
        if self.pages_without_text:
            parts.append(f"{self.pages_without_text:,} scanned without text")
        if self.pages_damaged:
            parts.append(f"{self.pages_damaged:,} damaged")
        if self.pages_cut:
            parts.append(f"{self.pages_cut:,} cut short")
        if self.locked:
            parts.append(f"{_count(self.locked, 'file')} locked with a password")
        if failed := self.refused - self.locked:
            parts.append(f"{_count(failed, 'file')} failed")
        if self.stopped:
            parts.append(f"{_count(self.stopped, 'file')} stopped")
        if self.waiting:
            parts.append(f"{_count(self.waiting, 'file')} still to be read")
        return "; ".join(parts)


@dataclass(frozen=True)
class UnreadPage:
    """A page whose text is not there, or not whole: `outcome` and `detail` say why."""

    number: int
    label: str
    outcome: PageOutcome
    detail: str


class Coverages(Shelf):
    """Counts from the documents' own rows; no page is looked at but for `unread_pages`."""

    def coverage(self, scope: Scope = EVERYTHING) -> Coverage:
        """Return what was read of the documents in scope."""
        where, values = condition(scope)
        unread = "pages_no_text + pages_damaged + pages_cut"
        sql = (
            "SELECT count(*), total(state IN ('waiting', 'reading')), total(state = 'read'), total(state = 'part'), "  # noqa: S608 - our names
            "total(state = 'refused'), total(state = 'refused' AND reason = 'password'), total(state = 'stopped'), "
            f"total(max(pages, pages_kept)), total(pages_kept - ({unread})), total(pages_empty), "
            "total(pages_no_text), total(pages_damaged), total(pages_cut), total(pages_recognised) "
            f"FROM document WHERE {where}"
        )
        with self._vault.read() as db:
            rows: Any = db.execute(sql, values)
            return next(Coverage(*map(int, row)) for row in rows)

    def not_whole(self, scope: Scope = EVERYTHING) -> list[tuple[Document, str]]:
        """Return the documents in scope that were not read whole, each with the sentence that says what is missing."""
        where, values = condition(scope)
        sql = f"SELECT {DOCUMENT_COLUMNS} FROM document WHERE state <> 'read' AND {where} ORDER BY name, id"  # noqa: S608 - our names
        with self._vault.read() as db:
            documents = [document_of(row) for row in db.execute(sql, values)]
        return [(document, sentence(document)) for document in documents]

    def unread_pages(self, document_id: int) -> list[UnreadPage]:
        """Return the kept pages of a document whose text is not there whole."""
        sql = (
            "SELECT number, label, outcome, detail FROM page WHERE id IN (SELECT id FROM page INDEXED BY page_outline "
            "WHERE document_id = ? AND outcome NOT IN ('read', 'empty')) ORDER BY number"
        )
        with self._vault.read() as db:
            rows: Any = db.execute(sql, (document_id,))
            return [UnreadPage(*row) for row in rows]


def sentence(document: Document) -> str:
    """Return in words what was read of a document: "12 pages of 40 have no text that could be read."."""
    pages = max(document.pages, document.pages_kept)
    if document.state == "waiting":
        return "Waiting to be read."
    if document.state == "reading":
        return f"Being read: {document.pages_kept:,} of {_count(pages, 'page')} so far."
    if document.state == "refused":
        return " ".join(part for part in (document.note or "It could not be read.", document.next_step) if part)
    said = []
    of = f"{_count(pages, 'page')}"
    if document.pages_no_text:
        said.append(
            f"{_count(document.pages_no_text, 'page')} of {pages:,} {_have(document.pages_no_text)} no text that could "
            "be read"
        )
    if document.pages_damaged:
        said.append(f"{_count(document.pages_damaged, 'page')} of {pages:,} {_are(document.pages_damaged)} damaged")
    if document.pages_cut:
        said.append(f"{_count(document.pages_cut, 'page')} of {pages:,} {_are(document.pages_cut)} cut short")
    if missing := pages - document.pages_kept:
        said.append(f"{_count(missing, 'page')} of {pages:,} {_were(missing)} not reached")
    if not said:
        whole = f"Read whole: {of}." if document.state == "read" else f"Read: {of}."
        return f"{whole} {document.note}".strip()
    text = "; ".join(said) + "."
    return f"{text} {document.note}".strip()


def ranges(numbers: Iterable[int]) -> str:
    """Return page numbers as a person writes them: "3, 7–12, 40"; many are cut with an ellipsis."""
    runs: list[list[int]] = []
    for number in sorted(set(numbers)):
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    words = [str(first) if first == last else f"{first}\u2013{last}" for first, last in runs[:_NAMED_RANGES]]
    return ", ".join(words) + (", …" if len(runs) > _NAMED_RANGES else "")


def _count(number: int, what: str) -> str:
    return f"{number:,} {what}" if number == 1 else f"{number:,} {what}s"


def _have(number: int) -> str:
    return "has" if number == 1 else "have"


def _are(number: int) -> str:
    return "is" if number == 1 else "are"


def _were(number: int) -> str:
    return "was" if number == 1 else "were"
