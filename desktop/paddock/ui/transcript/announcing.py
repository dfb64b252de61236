"""Tells a screen reader what is being written, politely: whole sentences, and not too often."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

if TYPE_CHECKING:
    from collections.abc import Callable

_SENTENCE_END = re.compile(r"[.!?。！？:]\s|\n")
_EVERY_MS = 1200
_SIGNS = str.maketrans("", "", "*_`#|>")


class Announcer(QObject):
    """Says what was written since it last spoke, up to the end of a sentence; at the end, the rest."""

    def __init__(self, speaker: QObject, say: Callable[[str], None] | None = None) -> None:
        super().__init__(speaker)
        self._speaker = speaker
        self._say = say or self._announce
        self._text = ""
        self._said = 0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(self._on_timeout)

    def begin(self) -> None:
        """Begin with a new answer."""
        self._timer.stop()
        self._text, self._said = "", 0

    def hear(self, text: str) -> None:
        """Take note of the text so far."""
        self._text = text
        if not self._timer.isActive():
            self._timer.start()

    def end(self, text: str) -> None:
        """Say what is left."""
        self._timer.stop()
        self._text = text
        self._speak(len(text))

    def _on_timeout(self) -> None:
        ends = [found.end() for found in _SENTENCE_END.finditer(self._text, self._said)]
        if ends:
            self._speak(ends[-1])

    def _speak(self, until: int) -> None:
        words = self._text[self._said : until].translate(_SIGNS).strip()
        self._said = until
        if words:
            self._say(words)

    def _announce(self, words: str) -> None:
        if QAccessible.isActive():
            event = QAccessibleAnnouncementEvent(self._speaker, words)
            event.setPoliteness(QAccessible.AnnouncementPoliteness.Polite)
            QAccessible.updateAccessibility(event)
