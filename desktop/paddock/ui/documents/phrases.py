"""What became of documents, in the person's language: states, coverage, progress, pages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale

from paddock.ui.phrases import number
from paddock.ui.sentences import in_language, together

if TYPE_CHECKING:
    from paddock.library.adding import Found
    from paddock.library.coverage import Coverage, UnreadPage
    from paddock.library.progress import Progress
    from paddock.library.types import Document
    from paddock.reader.protocol import PageKind
    from paddock.ui.icons import Tint

translate = QCoreApplication.translate  # by this name lupdate finds the texts
_MINUTE, _HOUR = 60, 3600
_SLOW_PAGES = 10
Standing = Literal["read", "part", "refused", "under way", "stopped"]


class State(NamedTuple):
    """A document's state: words for a list, an icon, its tint, and what kind of state that is."""

    words: str
    icon: str
    tint: Tint
    standing: Standing


def state_of(document: Document) -> State:  # noqa: PLR0911 - one for each state
    """Return how a document stands: “read whole: 40 pages”, “needs a password”."""
    pages = max(document.pages, document.pages_kept)
    if document.state == "waiting":
        return State(translate("Documents", "waiting"), "clock", "text_muted", "under way")
    if document.state == "reading":
        if not pages:
            return State(translate("Documents", "reading…"), "book-open", "info", "under way")
        words = translate("Documents", "reading {0} of {1}").format(number(document.pages_kept), number(pages))
        return State(words, "book-open", "info", "under way")
    if document.needs_password:
        return State(translate("Documents", "needs a password"), "lock-key", "warning", "refused")
    if document.needs_password_again:
        return State(translate("Documents", "as read before: needs a password"), "lock-key", "warning", document.state)
    if document.state == "refused":
        why = (
            in_language(document.note).rstrip(".。")
            if document.note
            else translate("Documents", "it could not be read")
        )
        return State(translate("Documents", "refused: {0}").format(why), "x-circle", "danger", "refused")
    if document.state == "stopped":
        words = translate("Documents", "stopped at {0} of {1}").format(number(document.pages_kept), number(pages))
        return State(words if pages else translate("Documents", "stopped"), "pause-circle", "text_muted", "stopped")
    if document.state == "part":
        return State(missing_of(document), "circle-half", "warning", "part")
    return State(translate("Documents", "read whole: %n page(s)", "", pages), "check-circle", "accent", "read")


def standing_of(document: Document) -> Standing:
    """Return what kind of state a document is in, without looking for the words of it."""
    if document.state in {"waiting", "reading"}:
        return "under way"
    return document.state  # type: ignore[return-value]  # the others are called as they are


def missing_of(document: Document) -> str:
    """Return what of a document was not read: “3 pages have no text”."""
    parts = [
        words
        for count, words in (
            (document.pages_no_text, translate("Documents", "%n page(s) have no text", "", document.pages_no_text)),
            (document.pages_damaged, translate("Documents", "%n page(s) are damaged", "", document.pages_damaged)),
            (document.pages_cut, translate("Documents", "%n page(s) are cut short", "", document.pages_cut)),
            (
                max(0, document.pages - document.pages_kept),
                translate("Documents", "%n page(s) were not reached", "", max(0, document.pages - document.pages_kept)),
            ),
        )
        if count
    ]
    return translate("Documents", "; ").join(parts) or translate("Documents", "read in part")


def why_not_whole(document: Document) -> str:
    """Return sentences on a document that was not read whole, and what to do."""
    said = [] if document.state in {"refused", "waiting", "reading"} else [_sentence(state_of(document).words)]
    if document.state == "waiting":
        said.append(translate("Documents", "It waits to be read."))
    if document.state == "reading":
        said.append(_sentence(state_of(document).words))
    if document.state == "refused" and not document.note:
        said.append(translate("Documents", "It could not be read."))
    said += [in_language(part) for part in (document.note, document.next_step) if part]
    return together(said)


def outcome_words(page: UnreadPage) -> str:
    """Return why a page's text is not there: in the page's own words, where the reader gave any."""
    if page.detail:
        return in_language(page.detail).rstrip(".。")
    known = {
        "no_text": translate("Documents", "no text"),
        "damaged": translate("Documents", "damaged"),
        "cut": translate("Documents", "cut short"),
    }
    return known.get(page.outcome, page.outcome)


def coverage_words(coverage: Coverage) -> str:
    """Return how many of the pages were read: the report's first line."""
    if not coverage.documents:
        return translate("Documents", "No documents yet.")
    if coverage.is_whole:
        return translate("Documents", "Every page was read: %n page(s).", "", coverage.pages)
    return translate("Documents", "{0} of {1} pages were read.").format(
        number(coverage.pages_read), number(coverage.pages)
    )


def coverage_gaps(coverage: Coverage) -> list[str]:
    """Return what is missing, part by part: “3 pages without text”, “1 file failed”."""
    return [
        words
        for count, words in (
            (
                coverage.pages_without_text,
                translate("Documents", "%n page(s) scanned without text", "", coverage.pages_without_text),
            ),
            (coverage.pages_damaged, translate("Documents", "%n page(s) damaged", "", coverage.pages_damaged)),
            (coverage.pages_cut, translate("Documents", "%n page(s) cut short", "", coverage.pages_cut)),
            (coverage.locked, translate("Documents", "%n file(s) locked with a password", "", coverage.locked)),
            (
                coverage.refused - coverage.locked,
                translate("Documents", "%n file(s) failed", "", coverage.refused - coverage.locked),
            ),
            (coverage.stopped, translate("Documents", "%n file(s) stopped", "", coverage.stopped)),
            (coverage.waiting, translate("Documents", "%n file(s) still to be read", "", coverage.waiting)),
        )
        if count
    ]


def passed_by(found: Found) -> str:
    """Return what of added files and folders was not taken in, and why; empty where all of it was."""
    parts = [
        (found.refused, translate("Documents", "%n file(s) could not be opened; the documents' page says why.", "",
                                  found.refused)),
        (found.links, translate("Documents", "%n link(s) not followed: add the files themselves.", "", found.links)),
        (found.special, translate("Documents", "%n device(s) left out.", "", found.special)),
    ]  # fmt: skip
    told = [words for count, words in parts if count]
    if not found.documents and not told:
        hidden = translate("Documents", "There are only hidden files in it: add those yourself that you want read.")
        told = [hidden if found.hidden else translate("Documents", "There is no file in it.")]
    return together(told)


def progress_words(progress: Progress) -> str:
    """Return where reading stands: files, pages, speed, and the time left."""
    parts = [translate("Documents", "{0} of {1} files").format(number(progress.files_done), number(progress.files))]
    if progress.pages:
        parts.append(
            translate("Documents", "{0} of {1} pages").format(number(progress.pages_done), number(progress.pages))
        )
    if progress.pages_per_s > 0:
        digits = 1 if progress.pages_per_s < _SLOW_PAGES else 0
        parts.append(
            translate("Documents", "{0} pages/s").format(QLocale().toString(progress.pages_per_s, "f", digits))
        )
    if progress.seconds_left is not None and not progress.looking:
        parts.append(time_left(progress.seconds_left))
    if progress.looking:
        parts.append(translate("Documents", "still looking through folders"))
    return " · ".join(parts)


def time_left(seconds: float) -> str:
    """Return a duration to come, as roughly as it is known."""
    if seconds < _MINUTE:
        return translate("Documents", "less than a minute left")
    if seconds < _HOUR:
        return translate("Documents", "about %n minute(s) left", "", round(seconds / _MINUTE))
    return translate("Documents", "about %n hour(s) left", "", round(seconds / _HOUR))


def page_words(kind: PageKind, page: int, label: str = "") -> str:
    """Return what a page is called: “page 12”, “slide 3”, “sheet “Wells””."""
    named = {
        "page": translate("Documents", "page {0}"),
        "slide": translate("Documents", "slide {0}"),
        "sheet": translate("Documents", "sheet {0}"),
        "section": translate("Documents", "section {0}"),
        "part": translate("Documents", "part {0}"),
        "image": translate("Documents", "image {0}"),
    }
    shown = label if label and (kind in {"page", "slide"} or label == str(page)) else str(page)
    words = named[kind].format(shown)
    return f"{words}, {label}" if label and shown != label else words


def date(unix_seconds: float) -> str:
    """Return a day, short."""
    return QLocale().toString(QDateTime.fromSecsSinceEpoch(int(unix_seconds)).date(), QLocale.FormatType.ShortFormat)


def _sentence(words: str) -> str:
    return translate("Documents", "{0}.").format(words[:1].upper() + words[1:])
