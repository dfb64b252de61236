"""What the page of models says in several places."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale

from paddock.ui.phrases import number, size

if TYPE_CHECKING:
    from collections.abc import Sequence

    from paddock.models.fit import Verdict
    from paddock.models.modelfile import Kind
    from paddock.models.vision_beside import VisionPart

_A_FEW, _STEP = 10, 5
_MINUTE, _HOUR = 60, 3600
translate = QCoreApplication.translate

TONES = {"comfortable": "good", "tight": "warn", "does not fit": "bad"}


def fit_words(level: str) -> str:
    """Return the verdict in the two or three words of the pill."""
    return {
        "comfortable": translate("Models", "Fits comfortably"),
        "tight": translate("Models", "Tight"),
        "does not fit": translate("Models", "Does not fit"),
    }[level]


def verdict_words(verdict: Verdict) -> str:
    """Return the verdict with its two numbers."""
    sums = translate("Models", "needs about {0}, {1} are free").format(
        size(verdict.need.total_bytes), size(verdict.free_bytes)
    )
    return f"{fit_words(verdict.level)}: {sums}"


def vision_words(part: VisionPart) -> str:
    """Return what a model's vision part would take, and that it is not loaded."""
    need = part.need
    if need.known:
        told = translate("Models", "not loaded here; it would take {0} of weights and {1} for a picture of {2} × {2}")
        told = told.format(size(need.weights_bytes), size(need.picture_bytes), number(need.picture_side))
    else:
        told = translate(
            "Models", "not loaded here; it would take {0} of weights, and what a picture takes is not known"
        )
        told = told.format(size(need.weights_bytes))
    named = part.file_name or translate("Models", "Vision part")
    return f"{named}: {told}"


def speed_words(tokens_per_second: float) -> str:
    """Return “about 8 words a second”, or as the language says it."""
    from paddock.models.speed import WORDS_A_TOKEN  # noqa: PLC0415 - with the first model that is shown

    words = tokens_per_second * WORDS_A_TOKEN
    if words < 1:
        return translate("Models", "less than one word a second")
    rounded = round(words) if words < _A_FEW else round(words / _STEP) * _STEP
    return translate("Models", "about %n word(s) a second", "", rounded)


def kind_words(kind: Kind | str | None) -> str:
    """Return what a model is for, in one word or two."""
    return {
        "chat": translate("Models", "Chat"),
        "base": translate("Models", "Continues text"),
        "embedding": translate("Models", "Search by meaning"),
        "reranking": translate("Models", "Ranks search results"),
        "part": translate("Models", "Part of a model"),
    }.get(str(kind), "")


def languages_words(codes: Sequence[str]) -> str:
    """Return languages by their names here; many are counted."""
    names = [QLocale.languageToString(QLocale(code).language()) for code in codes]
    if len(names) > _STEP:
        return translate("Models", "%n language(s)", "", len(names))
    return ", ".join(names)


def vouched_words(*, vouched: bool) -> str:
    """Return whether anybody had said before what a file's hash must be."""
    if vouched:
        return translate("Models", "its hash was known before")
    return translate("Models", "seen, not vouched for")


def time_left(seconds: float) -> str:
    """Return a duration to come, as roughly as it is known."""
    if seconds < _MINUTE:
        return translate("Models", "less than a minute left")
    if seconds < _HOUR:
        return translate("Models", "about %n minute(s) left", "", round(seconds / _MINUTE))
    return translate("Models", "about %n hour(s) left", "", round(seconds / _HOUR))


def tokens(count: int) -> str:
    """Return “8,192 tokens”."""
    return translate("Models", "{0} tokens").format(number(count))
