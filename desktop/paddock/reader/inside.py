"""Files inside a file: each attachment is read as if it had come alone, and its pages say where they come from."""

from __future__ import annotations

import traceback
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import msgspec

from paddock.reader.document import LimitReached, Source, Unreadable
from paddock.reader.formats import open_document
from paddock.reader.sections import refused_page
from paddock.reader.writing import one_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from paddock.reader.document import Document, Reading
    from paddock.reader.protocol import Page, PageOutcome, Reason

DEPTH_MOST: Final = 5
_OUTCOMES: Final[dict[Reason, PageOutcome]] = {"damaged": "damaged", "limit": "cut", "bug": "damaged", "empty": "empty"}


@dataclass(frozen=True, slots=True)
class Inner:
    """A file inside another: its bytes, or what opens it where it is no file of its own, or why it cannot be had."""

    name: str
    data: bytes = b""
    refusal: str = ""
    opens: Callable[[Source], Document] | None = None


def inner_pages(inner: Inner, outer: Source, reading: Reading) -> Iterator[Page]:
    """Yield the pages of a file inside another, each with `attachment` set; at least one, that says why there are none.

    Their numbers are their own. Raises LimitReached where the whole reading is over.
    """
    name = one_line(inner.name, 200) or "attachment"
    pages = 0
    try:
        for page in _pages(inner, name, outer, reading):
            pages += 1
            within = f"{name} › {page.attachment}" if page.attachment else name
            # Places in the inner file's own characters mean nothing in the outer one, which is not drawn.
            yield msgspec.structs.replace(page, attachment=one_line(within), spans=())
    except Unreadable as failure:
        outcome, detail = _OUTCOMES.get(failure.reason, "no_text"), f"{failure.what} {failure.why}"
    except LimitReached as limit:
        reading.alive()  # raises again where it was the whole reading's limit
        outcome, detail = "cut", str(limit)
    except MemoryError:
        raise
    except Exception as error:  # noqa: BLE001 - whatever an attachment runs a parser into costs that attachment alone
        traceback.print_exc()
        outcome, detail = "damaged", f"Paddock met a fault of its own, {type(error).__name__}, in reading it."
    else:
        if pages:
            return
        outcome, detail = "empty", "There is nothing in it to read."
    yield refused_page(reading, 1, "part", outcome, detail, attachment=name)


def _pages(inner: Inner, name: str, outer: Source, reading: Reading) -> Iterator[Page]:
    if inner.refusal:
        raise Unreadable("unsupported", inner.refusal)
    if outer.depth >= DEPTH_MOST:
        raise Unreadable("limit", f"Files inside files are read {DEPTH_MOST} deep.")
    source = Source(inner.data, name, limits=outer.limits, depth=outer.depth + 1, sparing=outer.sparing)
    document = inner.opens(source) if inner.opens is not None else open_document(source)
    try:
        yield from document.pages(1, reading)
    finally:
        document.close()
