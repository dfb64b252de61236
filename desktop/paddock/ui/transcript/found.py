"""Goes from one place where the words sought stand to the next, and marks them in what is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from paddock.ui.transcript.finding import Finder

if TYPE_CHECKING:
    from collections.abc import Mapping

    from paddock.chat.sources import Consulted
    from paddock.ui.transcript.materials import Materials
    from paddock.ui.transcript.message import MessageWidget
    from paddock.ui.transcript.rows import Rows
    from paddock.ui.transcript.sight import Sight

_EDGE = 60


class Found(QObject):
    """`counted` carries the current place (from 1) and how many are known so far."""

    counted = Signal(int, int)

    def __init__(
        self, materials: Materials, rows: Rows, sight: Sight, consulted: Mapping[int, Consulted], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._px = materials.theme.px
        self._rows = rows
        self._sight = sight
        self.finder = Finder(materials, self)
        self.finder.consulted = consulted
        self.finder.counted.connect(self._on_counted)
        self.finder.first_found.connect(self._show_place)

    def seek(self, needle: str) -> None:
        """Look for words in all messages and show the first place from here on; "" ends it."""
        rows = self._rows
        self.finder.seek(needle, rows.messages, min(self._sight.first, max(len(rows) - 1, 0)))
        for message_id, widget in rows.shown.items():
            self._mark(widget, rows.index(message_id))

    def seek_again(self) -> None:
        """Look for the same words anew: messages have changed."""
        if self.finder.needle:
            self.seek(self.finder.needle)

    def end(self) -> None:
        """Look for nothing any more; what is marked stays so until the message is shown anew."""
        self.finder.seek("", (), 0)

    def step(self, by: int) -> None:
        """Show the next (1) or the previous (-1) place."""
        if self.finder.step(by) is not None:
            self._show_place()
            self._on_counted()

    def mark_new(self, widget: MessageWidget, index: int) -> None:
        """Mark the words in a message that came into sight."""
        if self.finder.needle:
            self._mark(widget, index)

    def _on_counted(self) -> None:
        self.counted.emit(self.finder.place_number, self.finder.total)

    def _show_place(self) -> None:
        place = self.finder.current
        if place is None:
            return
        rows, sight = self._rows, self._sight
        sight.at_end = False
        rows.current = place.message
        if rows.widget(place.message) is None:
            sight.stand_at(place.message, sight.height // 4)
        for message_id, widget in rows.shown.items():
            self._mark(widget, rows.index(message_id))
        shown = rows.widget(place.message)
        if shown is None:
            return
        box = shown.body.mark_found(self.finder.needle, place.number)
        if box is not None:
            top = shown.body.y() + round(box.top())
            if not (0 <= shown.y() + top <= sight.height - self._px(_EDGE)):
                sight.stand_at(place.message, sight.height // 3 - top)

    def _mark(self, widget: MessageWidget, index: int) -> None:
        place = self.finder.current
        current = place.number if place is not None and place.message == index else None
        widget.body.mark_found(self.finder.needle, current)
