"""Finds words in all messages of a conversation, also those never shown, a few milliseconds at a time."""

from __future__ import annotations

import time
from bisect import bisect_left, insort
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from paddock.ui.transcript import phrases

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from paddock.chat.sources import Consulted
    from paddock.chat.types import Message
    from paddock.ui.transcript.materials import Materials

_SLICE_S = 0.006
_MARKS = str.maketrans("", "", "*_~`\\")


class Place(NamedTuple):
    """One occurrence: in which message, and the how-manieth in it, both from 0."""

    message: int
    number: int


class Finder(QObject):
    """Counts where the words stand. `counted` says that more is known; `first_found` that there is a place to show."""

    counted = Signal()
    first_found = Signal()

    def __init__(self, materials: Materials, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._materials = materials
        self.needle = ""
        self.consulted: Mapping[int, Consulted] = {}
        self.current: Place | None = None
        self._messages: Sequence[Message] = ()
        self._order: list[int] = []
        self._counts: dict[int, int] = {}
        self._found_in: list[int] = []
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._on_timeout)

    def seek(self, needle: str, messages: Sequence[Message], start: int) -> None:
        """Begin to look for words, from the message `start` on and round; "" looks for nothing."""
        self.needle = needle
        self.current = None
        self._messages = messages
        self._counts = {}
        self._found_in = []
        self._order = [*range(start, len(messages)), *range(start)] if needle else []
        self._order.reverse()
        if self._order:
            self._timer.start()
        else:
            self._timer.stop()
            self.counted.emit()

    @property
    def complete(self) -> bool:
        """Tell whether all messages were looked at."""
        return not self._order

    @property
    def total(self) -> int:
        """Return how many places are known."""
        return sum(self._counts.values())

    @property
    def place_number(self) -> int:
        """Return which of the known places is the current one, from 1; 0 if none is."""
        if self.current is None:
            return 0
        before = self._found_in[: bisect_left(self._found_in, self.current.message)]
        return sum(self._counts[index] for index in before) + self.current.number + 1

    def step(self, by: int) -> Place | None:
        """Go to the next (1) or the previous (-1) known place, round the end, and return it."""
        if not self._found_in:
            return None
        if self.current is None:
            self.current = Place(self._found_in[0], 0)
            return self.current
        index, number = self.current.message, self.current.number + by
        at = bisect_left(self._found_in, index)
        if number < 0:
            index = self._found_in[at - 1]
            number = self._counts[index] - 1
        elif number >= self._counts[index]:
            index = self._found_in[(at + 1) % len(self._found_in)]
            number = 0
        self.current = Place(index, number)
        return self.current

    def _on_timeout(self) -> None:
        until = time.perf_counter() + _SLICE_S
        while self._order and time.perf_counter() < until:
            index = self._order.pop()
            count = self._count(self._messages[index])
            if count:
                self._counts[index] = count
                insort(self._found_in, index)
                if self.current is None:
                    self.current = Place(index, 0)
                    self.first_found.emit()
        if not self._order:
            self._timer.stop()
        self.counted.emit()

    def _count(self, message: Message) -> int:
        from paddock.ui.markdown.blocks import texts  # noqa: PLC0415 - with the first message
        from paddock.ui.markdown.occurrences import positions  # noqa: PLC0415 - as above
        from paddock.ui.markdown.typed import read_typed  # noqa: PLC0415 - as above

        sought, text = self.needle.lower(), phrases.said(message).lower()
        consulted = self.consulted.get(message.id)
        if consulted is None and sought not in text and sought not in text.translate(_MARKS):
            return 0
        if message.role == "user":
            blocks = read_typed(message.text)
        else:
            *_, blocks = self._materials.set_in_steps(message, consulted)
        return sum(len(positions(part, self.needle)) for block in blocks for part in texts(block))
