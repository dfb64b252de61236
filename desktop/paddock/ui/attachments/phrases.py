"""What a chip says: how far reading is, what was not read, and in which way the model is shown it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication

from paddock.ui.documents.phrases import missing_of, state_of
from paddock.ui.phrases import number

if TYPE_CHECKING:
    from paddock.chat.sources import Outlook
    from paddock.library.coverage import Coverage
    from paddock.library.types import Document
    from paddock.ui.attachments.view import Seen
    from paddock.ui.icons import Tint

translate = QCoreApplication.translate  # by this name lupdate finds the texts


class ChipState(NamedTuple):
    """A chip's words, its icon and tint, how far reading is (None where nothing is read), and a sentence on its use."""

    words: str
    icon: str
    tint: Tint
    fraction: float | None
    use: str


def chip_state(seen: Seen, outlook: Outlook, ahead: float | None) -> ChipState:
    """Return what is said of one attachment; `ahead` is how far the model has read ahead, 1 where it is done."""
    if seen.document is not None:
        return _of_document(seen.document, outlook, ahead)
    if seen.coverage is not None:
        return _of_collection(seen.coverage, outlook, ahead)
    words = translate("Attachments", "no longer in the library")
    use = translate("Attachments", "It was removed from the library, so it takes no part in answers.")
    return ChipState(words, "warning", "warning", None, use)


def _of_document(document: Document, outlook: Outlook, ahead: float | None) -> ChipState:
    state = state_of(document)
    if not document.finished:
        parts = [state.words]
        if document.characters:
            parts.append(translate("Attachments", "searchable"))
        pages = max(document.pages, document.pages_kept)
        fraction = document.pages_kept / pages if pages else 0.0
        return ChipState(_joined(parts), "book-open", "info", fraction, _use(outlook, has_text=document.characters > 0))
    if not document.characters:
        words = translate("Attachments", "could not be read") if state.standing == "refused" else state.words
        words = state.words if document.needs_password else words
        if state.standing == "read":
            words = translate("Attachments", "holds no text")
        return ChipState(words, "warning", "warning", None, _use(outlook, has_text=False))
    parts = [_how(outlook, ahead)]
    if state.standing in {"part", "stopped"}:
        parts.append(missing_of(document) if state.standing == "part" else state.words)
    icon, tint = ("circle-half", "warning") if state.standing in {"part", "stopped"} else _icon(outlook)
    return ChipState(_joined(parts), icon, tint, _still(ahead), _use(outlook, has_text=True))  # type: ignore[arg-type]  # a Tint it is


def _of_collection(coverage: Coverage, outlook: Outlook, ahead: float | None) -> ChipState:
    has_text = coverage.read_whole + coverage.in_part > 0
    if not coverage.documents:
        words = translate("Attachments", "nothing in it yet")
        return ChipState(words, "stack", "text_muted", None, _use(outlook, has_text=False))
    files = translate("Attachments", "%n file(s)", "", coverage.documents)
    if coverage.waiting:
        done = coverage.documents - coverage.waiting
        parts = [translate("Attachments", "reading {0} of {1} files").format(number(done), number(coverage.documents))]
        if has_text:
            parts.append(translate("Attachments", "searchable"))
        fraction = done / coverage.documents
        return ChipState(_joined(parts), "book-open", "info", fraction, _use(outlook, has_text=has_text))
    parts = [files, _how(outlook, ahead)] if has_text else [files]
    gaps = coverage.documents - coverage.read_whole
    if gaps:
        parts.append(translate("Attachments", "%n not read whole", "", gaps))
    icon, tint = ("circle-half", "warning") if gaps else ("stack", _icon(outlook)[1])
    return ChipState(_joined(parts), icon, tint, _still(ahead), _use(outlook, has_text=has_text))  # type: ignore[arg-type]  # a Tint it is


def _how(outlook: Outlook, ahead: float | None) -> str:
    if outlook != "whole":
        return translate("Attachments", "searched")
    if ahead is None:
        return translate("Attachments", "read whole")
    if ahead >= 1:
        return translate("Attachments", "read whole, ready")
    return translate("Attachments", "getting ready {0} %").format(round(ahead * 100))


def _icon(outlook: Outlook) -> tuple[str, str]:
    return ("file-text", "accent") if outlook == "whole" else ("magnifying-glass", "text_muted")


def _still(ahead: float | None) -> float | None:
    return None if ahead is None or ahead >= 1 else ahead


def _use(outlook: Outlook, *, has_text: bool) -> str:
    if not has_text:
        return translate("Attachments", "It takes no part in answers while nothing of it is read.")
    if outlook == "whole":
        return translate("Attachments", "Read whole: the model is shown all of it with each question.")
    return translate(
        "Attachments", "Searched: the model is shown the passages that speak of the question, not the whole."
    )


def _joined(parts: list[str]) -> str:
    return " · ".join(part for part in parts if part)
