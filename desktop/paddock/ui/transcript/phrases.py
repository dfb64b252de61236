"""The sentences a conversation says about its messages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale

from paddock.ui.phrases import model_title, number, speed
from paddock.ui.sentences import in_language

if TYPE_CHECKING:
    from paddock.chat.types import Message

_MINUTE_S = 60
_DAY_S = 86_400


def speaker(message: Message) -> str:
    """Return who speaks: the model by the title under which it is chosen, not by its file's name."""
    if message.role == "user":
        return QCoreApplication.translate("Transcript", "You")
    return model_title(message.model) or QCoreApplication.translate("Transcript", "Assistant")


def said(message: Message) -> str:
    """Return the words of a message; what the program says itself, in the person's language."""
    return in_language(message.text) if message.finish_reason == "nothing_found" else message.text


def told_at(message: Message) -> str:
    """Return the time of a message; with its day unless it is of the last day."""
    moment = QDateTime.fromSecsSinceEpoch(int(message.created_at))
    if moment.secsTo(QDateTime.currentDateTime()) < _DAY_S:
        return QLocale().toString(moment.time(), QLocale.FormatType.ShortFormat)
    return QLocale().toString(moment, QLocale.FormatType.ShortFormat)


def thought(seconds: float) -> str:
    """Return what the folded reasoning is called; 0 seconds is not told."""
    if seconds <= 0:
        return QCoreApplication.translate("Transcript", "Reasoning")
    if seconds < _MINUTE_S:
        return QCoreApplication.translate("Transcript", "Thought for {0} s").format(max(1, round(seconds)))
    minutes, rest = divmod(round(seconds), _MINUTE_S)
    return QCoreApplication.translate("Transcript", "Thought for {0} min {1} s").format(minutes, rest)


def thinking() -> str:
    """Return what is said while reasoning is being written."""
    return QCoreApplication.translate("Transcript", "Thinking…")


def timing(message: Message) -> str:
    """Return how much was written how quickly, or nothing."""
    timings = message.timings
    if timings is None or timings.answer_tokens <= 0:
        return ""
    words = QCoreApplication.translate("Transcript", "{0} tokens").format(number(timings.answer_tokens))
    rate = timings.tokens_per_second
    return f"{words} · {speed(rate)}" if rate > 0 else words


def left_out(turns: int) -> str:
    """Return what is said under an answer for which the model did not see everything."""
    if turns == 1:
        return QCoreApplication.translate("Transcript", "The model did not see the oldest turn of this chat.")
    return QCoreApplication.translate("Transcript", "The model did not see the {0} oldest turns of this chat.").format(
        number(turns)
    )


def doing(sentence: str, fraction: float | None) -> str:
    """Return what is being done, and how far it is."""
    return (
        sentence
        if fraction is None
        else QCoreApplication.translate("Transcript", "{0} · {1} %").format(sentence, round(fraction * 100))
    )


def described(message: Message) -> str:
    """Return a message's name for those who hear it."""
    begin = message.text.strip().split("\n", 1)[0][:120]
    return (
        QCoreApplication.translate("Transcript", "{0}: {1}").format(speaker(message), begin)
        if begin
        else speaker(message)
    )
