"""The answers that are being written just now, and how often what is new of them is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from paddock.ui.transcript.streaming import Stream

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

    from paddock.chat.types import Message

_REPAINT_MS = 33


class Streams(QObject):
    """`due` says that there is something new to be shown, at most thirty times a second."""

    due = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._streams: dict[int, Stream] = {}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_REPAINT_MS)
        self._timer.timeout.connect(self.due)

    def __bool__(self) -> bool:
        return bool(self._streams)

    def of(self, message_id: int) -> Stream | None:
        """Return what is known of an answer, None where it is not being written."""
        return self._streams.get(message_id)

    def begin(self, message: Message) -> None:
        """Take a message for one that is being written; words already in it are gone on from."""
        self._streams[message.id] = Stream(message.text, message.reasoning)
        self._timer.start()

    def tell(self, message_id: int, sentence: str, fraction: float | None) -> None:
        """Take note of what is being done before the first word, and how far it is."""
        stream = self._streams.get(message_id)
        if stream is not None:
            stream.doing, stream.fraction = sentence, fraction
            self._show_soon()

    def add(self, message_id: int, piece: str, *, reasoning: bool) -> None:
        """Take a piece of an answer."""
        stream = self._streams.get(message_id)
        if stream is not None:
            stream.add(piece, reasoning=reasoning)
            self._show_soon()

    def end(self, message_id: int) -> None:
        """Forget an answer: it is written."""
        self._streams.pop(message_id, None)
        if not self._streams:
            self._timer.stop()

    def keep_only(self, message_ids: Container[int]) -> None:
        """Forget all answers but these."""
        for message_id in [each for each in self._streams if each not in message_ids]:
            del self._streams[message_id]

    def gathered(self) -> Iterator[tuple[int, Stream]]:
        """Yield each answer's number and what is known of it, all that has come joined."""
        for message_id, stream in self._streams.items():
            stream.gather()
            yield message_id, stream

    def rest_for(self, took_s: float) -> None:
        """Leave three times as long between two showings as the last one took, where that is more than usual."""
        self._timer.setInterval(max(_REPAINT_MS, round(took_s * 1000 * 3)))

    def rest(self) -> None:
        """Say no more that anything is due."""
        self._timer.stop()

    def _show_soon(self) -> None:
        if not self._timer.isActive():
            self._timer.start()
