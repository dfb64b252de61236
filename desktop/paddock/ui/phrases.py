"""Numbers, sizes, times and date groups in the person's language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale, Qt

from paddock.ui.sentences import in_language

if TYPE_CHECKING:
    from paddock.chat.dates import DateGroup
    from paddock.chat.types import Chat
    from paddock.models.installed_model import InstalledModel

_DRAFT_CHARS = 80
_TEN, _HUNDRED, _MILLION, _BILLION = 10, 100, 1e6, 1e9


def number(value: int) -> str:
    """Return 8192 as “8,192”, or as the language writes it."""
    return QLocale().toString(value)


def size(size_bytes: float) -> str:
    """Return bytes in powers of 1,000."""
    digits = 1 if size_bytes >= _BILLION else 0
    return QLocale().formattedDataSize(int(size_bytes), digits, QLocale.DataSizeFormat.DataSizeSIFormat)


def speed(tokens_per_second: float) -> str:
    """Return “23.4 tokens/s”."""
    digits = 1 if tokens_per_second < _HUNDRED else 0
    shown = QLocale().toString(tokens_per_second, "f", digits)
    return QCoreApplication.translate("Phrases", "{0} tokens/s").format(shown)


def when(unix_seconds: float) -> str:
    """Return a day and time, short."""
    moment = QDateTime.fromSecsSinceEpoch(int(unix_seconds))
    return QLocale().toString(moment, QLocale.FormatType.ShortFormat)


def when_iso(moment: str) -> str:
    """Return a day and time, short, in the local time; a text that is none as it stands."""
    read = QDateTime.fromString(moment, Qt.DateFormat.ISODate)
    return QLocale().toString(read.toLocalTime(), QLocale.FormatType.ShortFormat) if read.isValid() else moment


def date_heading(group: DateGroup) -> str:
    """Return the heading of a date group."""
    fixed = {
        "future": QCoreApplication.translate("Phrases", "Dated in the future"),
        "today": QCoreApplication.translate("Phrases", "Today"),
        "yesterday": QCoreApplication.translate("Phrases", "Yesterday"),
        "previous_7_days": QCoreApplication.translate("Phrases", "Previous 7 days"),
        "previous_30_days": QCoreApplication.translate("Phrases", "Previous 30 days"),
    }
    if group.kind in fixed:
        return fixed[group.kind]
    if group.kind == "month":
        return QLocale().standaloneMonthName(group.month, QLocale.FormatType.LongFormat)
    return str(group.year)


def name_of(chat: Chat) -> str:
    """Return what a chat is called: its title, else the words that wait in it to be sent."""
    return chat.title or " ".join(chat.draft[:_DRAFT_CHARS].split()) or title_or_none("")


def title_or_none(title: str) -> str:
    """Return a chat's title, or words for a chat without one."""
    return title or QCoreApplication.translate("Phrases", "New chat")


def model_title(name: str) -> str:
    """Return the title under which a model is chosen, from the name that chats remember."""
    from paddock.models.card import title_from_name  # noqa: PLC0415 - not needed before the first model is shown

    return title_from_name(name) or name


def model_line(model: InstalledModel) -> str:
    """Return what is told of a model under its title: parameters, quantization, size; or what is wrong with it."""
    from paddock.models.card import card_of  # noqa: PLC0415 - not needed before the first model is shown

    if model.header is None:
        return in_language(model.problem)
    card = card_of(model.header)
    parts = [_parameters(card.parameters), card.quantization, size(model.size_bytes)]
    return " · ".join(part for part in parts if part)


def _parameters(count: int) -> str:
    billions = count >= _BILLION
    value = count / (_BILLION if billions else _MILLION)
    shown = QLocale().toString(value, "f", 1 if value < _TEN else 0)
    if billions:
        return QCoreApplication.translate("Phrases", "{0} billion parameters").format(shown)
    return QCoreApplication.translate("Phrases", "{0} million parameters").format(shown)


def fit_line(model: InstalledModel, context_tokens: int | None = None) -> tuple[str, str]:
    """Return whether it fits into the free memory: the level ("comfortable", "tight", "does not fit") and words.

    Reads the memory's state: not for the Qt thread.
    """
    from paddock.models.fit import free_memory, judge, need_of  # noqa: PLC0415 - as above

    if model.problem or model.header is None:
        return "problem", in_language(model.problem)
    verdict = judge(need_of(model.header, context_tokens), free_memory())
    need, free = size(verdict.need.total_bytes), size(verdict.free_bytes)
    sentence = {
        "comfortable": QCoreApplication.translate("Phrases", "Fits comfortably: needs about {0}, {1} are free"),
        "tight": QCoreApplication.translate("Phrases", "A tight fit: needs about {0}, {1} are free"),
        "does not fit": QCoreApplication.translate("Phrases", "Does not fit: needs about {0}, {1} are free"),
    }[verdict.level]
    return verdict.level, sentence.format(need, free)
