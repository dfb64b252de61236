"""Finds a passage again in the library: the page's picture with it marked, its text, or what was kept of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from paddock.errors import UserError
from paddock.ui.documents.page_picture import image_of

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

    from paddock.library.library import Library
    from paddock.library.pictures import PagePicture
    from paddock.library.types import Document
    from paddock.ui.sources.steps import Step

Standing = Literal["", "removed", "read anew"]
Range = tuple[int, int]


@dataclass(frozen=True)
class Found:
    """What is there of a passage. `passage` and `quote` stand in `text`; a picture where there is one.

    `standing` tells that the document was removed, or reads otherwise now; then `text` is what was kept of the
    passage. `trouble` is why there is no picture of a page that has one.
    """

    document: Document | None
    text: str
    passage: Range
    quote: Range | None
    standing: Standing = ""
    image: QImage | None = None
    picture: PagePicture | None = None
    trouble: UserError | None = None

    @property
    def may_draw(self) -> bool:
        """Tell whether the page can be shown as a picture."""
        return self.document is not None and self.document.draws and not self.standing


def look_up(library: Library, step: Step, pixels: int) -> Found:
    """Return what the library has of a passage, its page drawn `pixels` wide; 0 asks for no picture. Pool threads."""
    source = step.source
    known = library.store.documents_with([source.document_id])
    if not known:
        return _kept(step, None, "removed")
    document = known[0]
    try:
        text = library.store.page(document.id, source.page).text
    except UserError:
        return _kept(step, document, "read anew")
    at = source.start if text[source.start : source.end] == source.text else text.find(source.text)
    if at < 0 or not source.text:
        return _kept(step, document, "read anew")
    moved = at - source.start
    passage = (at, at + len(source.text))
    quote = (step.quote[0] + moved, step.quote[1] + moved) if step.quote else None
    found = Found(document, text, passage, quote)
    if not pixels or not found.may_draw:
        return found
    try:
        ranges = [passage, quote] if quote else [passage]
        picture = library.pictures.picture(document.id, source.page, pixels, ranges)
    except UserError as error:
        return Found(document, text, passage, quote, trouble=error)
    return Found(document, text, passage, quote, image=image_of(picture), picture=picture)


def _kept(step: Step, document: Document | None, standing: Standing) -> Found:
    source = step.source
    quote = (step.quote[0] - source.start, step.quote[1] - source.start) if step.quote else None
    return Found(document, source.text, (0, len(source.text)), quote, standing)
