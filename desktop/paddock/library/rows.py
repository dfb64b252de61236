"""Turns the store's rows into the values of `types` and pages, and back."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from paddock.library.types import Document, Source
from paddock.reader.protocol import Block, Box, Page, Span
from paddock.unseen import CONTROLS, LINE_ENDS, PARTINGS, TURNS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from paddock.vault.connection import Value

DOCUMENT_COLUMNS = (
    "id, sha256, state, size_bytes, added_at, modified_at, read_at, pages, pages_kept, pages_empty, pages_no_text, "
    "pages_damaged, pages_cut, pages_recognised, characters, draws, format, name, title, author, languages, reason, "
    "note, next_step"
)
SOURCE_COLUMNS = "id, document_id, path, size_bytes, mtime_ns, seen_at, state"
PAGE_COLUMNS = "number, kind, outcome, recognised, label, attachment, detail, headings, text, blocks, spans, boxes"
_SHA256, _DRAWS, _LANGUAGES = (DOCUMENT_COLUMNS.split(", ").index(name) for name in ("sha256", "draws", "languages"))

_UNSEEN = re.compile(f"[{CONTROLS}{LINE_ENDS}{PARTINGS}{TURNS}]")  # what a name, title or label has no use for

_pack = msgspec.msgpack.Encoder().encode
_headings = msgspec.msgpack.Decoder(tuple[str, ...])
_blocks = msgspec.msgpack.Decoder(tuple[Block, ...])
_spans = msgspec.msgpack.Decoder(tuple[Span, ...])
_boxes = msgspec.msgpack.Decoder(tuple[Box, ...])


def document_of(row: Sequence[Any]) -> Document:
    """Return a document from a row of DOCUMENT_COLUMNS."""
    values = list(row)
    values[_SHA256] = values[_SHA256].hex() if values[_SHA256] else ""
    values[_DRAWS] = bool(values[_DRAWS])
    values[_LANGUAGES] = tuple(values[_LANGUAGES].split("+")) if values[_LANGUAGES] else ()
    return Document(*values)


def source_of(row: Sequence[Any]) -> Source:
    """Return a source from a row of SOURCE_COLUMNS."""
    number, document, path, *rest = row
    return Source(number, document, path_of(path), *rest)


def page_of(row: Sequence[Any], number: int) -> Page:
    """Return a page from a row of PAGE_COLUMNS; `number` becomes its `id`."""
    place, kind, outcome, recognised, label, attachment, detail, headings, text, blocks, spans, boxes = row
    return Page(
        id=number,
        number=place,
        kind=kind,
        label=label,
        attachment=attachment,
        headings=_headings.decode(headings),
        text=text,
        blocks=_blocks.decode(blocks),
        spans=_spans.decode(spans),
        boxes=_boxes.decode(boxes),
        outcome=outcome,
        recognised=bool(recognised),
        detail=detail,
    )


def row_of(document_id: int, page: Page) -> tuple[Value, ...]:
    """Return how the store keeps a page: document, characters, then PAGE_COLUMNS."""
    return (
        document_id,
        len(page.text),
        page.number,
        page.kind,
        page.outcome,
        int(page.recognised),
        shown_line(page.label),
        shown_line(page.attachment),
        shown_line(page.detail),
        _pack(tuple(map(shown_line, page.headings))),
        storable(page.text),
        _pack(page.blocks),
        _pack(page.spans),
        _pack(page.boxes),
    )


def storable(text: str) -> str:
    """Return text that UTF-8 can hold, of the same length: half a surrogate pair becomes U+FFFD."""
    if text.isascii():
        return text
    try:
        text.encode()
    except UnicodeEncodeError:
        return "".join("\ufffd" if "\ud800" <= character <= "\udfff" else character for character in text)
    return text


def shown_line(untrusted_text: str) -> str:
    """Return a name, title or label as it can be kept, and shown as what it is."""
    return _UNSEEN.sub("", storable(untrusted_text))


def stored_path(path: Path) -> bytes:
    """Return a path as the store keeps it; a file's name need not be valid text."""
    return os.fsencode(path)


def path_of(stored: bytes) -> Path:
    """Return the path the store kept."""
    return Path(os.fsdecode(stored))


def shown_name(path: Path) -> str:
    """Return a file's name as text that can be shown and kept."""
    return shown_line(path.name or str(path)) or "\ufffd"
