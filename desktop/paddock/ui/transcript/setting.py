"""Sets a message's text: at once where it is short, a piece at a time where it is long."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from paddock.chat.sources import Consulted
    from paddock.chat.types import Message
    from paddock.ui.markdown.blocks import Block
    from paddock.ui.markdown.body import MessageBody
    from paddock.ui.transcript.materials import Materials
    from paddock.ui.transcript.streaming import Stream

_STEP_MS = 0


class TextSetting(QObject):
    """`went_on` says that more of a long message has been set; nothing shown is taken away meanwhile."""

    went_on = Signal()

    def __init__(self, body: MessageBody, materials: Materials) -> None:
        super().__init__(body)
        self._body = body
        self._materials = materials
        self._steps: Iterator[list[Block]] | None = None
        self._latest: list[Block] = []
        self._shown_id: int | None = None
        self.shows_stream = False
        self._timer = QTimer(self)
        self._timer.setInterval(_STEP_MS)
        self._timer.timeout.connect(self._on_step)

    def set_text(self, message: Message, stream: Stream | None, consulted: Consulted | None) -> None:
        """Show a message's words, or those written of it so far, with the citations of what it rests on."""
        from paddock.ui.markdown.growing import STEP_CHARS, GrowingText  # noqa: PLC0415 - with the first message
        from paddock.ui.markdown.typed import read_typed  # noqa: PLC0415 - as above

        shown_before = bool(self._body.blocks) and self._shown_id == message.id
        self._shown_id = message.id
        self.stop()
        if message.role == "user":
            self._body.set_blocks(read_typed(message.text))
        elif stream is not None:
            stream.growing = stream.growing or GrowingText(self._materials.reader)
            self._body.set_blocks(stream.growing.read(stream.text), growing=True)
        else:
            self._steps = self._materials.set_in_steps(message, consulted)
            self._latest = next(self._steps)
            if len(message.text) <= STEP_CHARS:
                self._latest = [self._latest, *self._steps][-1]
            if len(message.text) <= STEP_CHARS or not shown_before:
                self._body.set_blocks(self._latest)
            if len(message.text) > STEP_CHARS:
                self._timer.start()
        self.shows_stream = stream is not None

    def stop(self) -> None:
        """Leave it at what is set."""
        self._timer.stop()
        self._steps = None

    @property
    def busy(self) -> bool:
        """Tell whether more is to be set."""
        return self._timer.isActive()

    def _on_step(self) -> None:
        blocks = next(self._steps, None) if self._steps is not None else None
        if blocks is None:
            self.stop()
            blocks = self._latest
        elif len(blocks) < len(self._body.blocks):
            self._latest = blocks
            return
        self._latest = blocks
        self._body.set_blocks(blocks)
        self.went_on.emit()
