"""What of a conversation is in sight, and where it stands; the scroll bar follows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from paddock.ui.transcript.extents import INSET

if TYPE_CHECKING:
    from PySide6.QtWidgets import QAbstractScrollArea

    from paddock.ui.transcript.materials import Materials
    from paddock.ui.transcript.message import MessageWidget
    from paddock.ui.transcript.rows import Rows

_PAD = 20
_PAD_BELOW = 54  # room for a passing word of the window's, which must not cover what can be done with a message


class Sight(QObject):
    """Keeps an anchor, a message and where it stands, rather than a height.

    Guessed heights that turn out wrong move the scroll bar, never the text. `at_end`: it stays at the end while that
    grows. `laid_out` comes whenever things were placed.
    """

    laid_out = Signal()

    def __init__(self, area: QAbstractScrollArea, rows: Rows, materials: Materials) -> None:
        super().__init__(area)
        self._area = area
        self._rows = rows
        self._materials = materials
        self._px = materials.theme.px
        self.at_end = True
        self._anchor = (0, 0)
        self._covered = 0
        self._laying_out = False
        self._scrolled_to = 0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self.lay_out)
        area.verticalScrollBar().valueChanged.connect(self._on_scrolled)

    @property
    def first(self) -> int:
        """Return the place of the first message in sight."""
        return self._anchor[0]

    @property
    def first_id(self) -> int | None:
        """Return the number of the first message in sight, None where there is none."""
        return self._rows.messages[self.first].id if self.first < len(self._rows) else None

    @property
    def height(self) -> int:
        """Return how tall it is, in pixels."""
        return self._area.viewport().height()

    def end_above(self, covered: int) -> None:
        """Leave out this many pixels at the lower edge, where something else stands; what is in sight stays there."""
        if covered != self._covered:
            self._covered = covered
            self._area.setViewportMargins(0, 0, 0, covered)
            self.lay_out()

    def holds(self, widget: MessageWidget) -> bool:
        """Tell whether a message is in sight with all of it, or fills the sight."""
        top, bottom = widget.y(), widget.y() + widget.height()
        return (top >= 0 and bottom <= self.height) or (top <= 0 and bottom >= self.height)

    # ------------------------------------------------------------ where it stands

    def stay_at(self, message_id: int | None) -> None:
        """Stand where this message was, after others came instead; at the end where it is gone."""
        if message_id is not None and message_id in self._rows:
            self._anchor = (self._rows.index(message_id), self._anchor[1])
        else:
            self.at_end = True
            self._anchor = (max(len(self._rows) - 1, 0), 0)

    def stand_at(self, index: int, top: int) -> None:
        """Let a message begin this many pixels below the upper edge."""
        self.at_end = False
        self._anchor = (index, top)
        self.lay_out()

    def begin_with(self, index: int) -> None:
        """Show a message from its beginning."""
        self.stand_at(index, self._px(_PAD))

    def bring(self, index: int) -> None:
        """Bring a message into sight from where it is: at the lower edge what was below, else at the upper one."""
        pad = self._px(_PAD)
        room = self.height - self._rows.extents.height(index) - pad
        self.at_end = index == len(self._rows) - 1
        self._anchor = (index, max(room, pad) if index > self.first else pad)
        self.lay_out()

    def go_to_end(self) -> None:
        """Show the end, and stay there."""
        self.at_end = True
        self.lay_out()

    def _on_scrolled(self, value: int) -> None:
        if self._laying_out or not self._rows.messages:
            return
        self.at_end = value >= self._area.verticalScrollBar().maximum() - 1
        moved = value - self._scrolled_to
        if abs(moved) < self.height:
            self._anchor = (self._anchor[0], self._anchor[1] - moved)  # what is in sight moves by just that
        else:
            y = value - self._px(_PAD)
            index = self._rows.extents.index_at(y)
            self._anchor = (index, self._rows.extents.top(index) - y)
        self.lay_out()

    # ------------------------------------------------------------ laying out

    def lay_out_soon(self) -> None:
        """Lay out before anything else is waited for, once however often it is asked."""
        self._timer.start()

    def rest(self) -> None:
        """Lay out no more of itself."""
        self._timer.stop()

    def lay_out(self) -> None:
        """Lay out what is in sight, from the anchor, and correct the scroll bar by what was found."""
        self._timer.stop()
        if self._laying_out:
            return
        self._laying_out = True
        try:
            if self._rows.messages:
                self._lay_out_messages()
            else:
                self._lay_out_nothing()
        finally:
            self._laying_out = False
        self.laid_out.emit()

    def _lay_out_nothing(self) -> None:
        for message_id in list(self._rows.shown):
            self._rows.put_away(message_id)
        self._area.verticalScrollBar().setRange(0, 0)

    def _lay_out_messages(self) -> None:
        rows, extents, pad, below = self._rows, self._rows.extents, self._px(_PAD), self._pad_below()
        width = self._measure()
        tops = self._tops_from_end(width) if self.at_end else self._tops_from_anchor(width)
        last = max(tops)
        if not self.at_end and last == len(rows) - 1 and tops[last] + extents.height(last) + below < self.height:
            self.at_end = True
            tops = self._tops_from_end(width)
        if min(tops) == 0 and tops[0] > pad:
            self._anchor = (0, pad)
            tops = self._tops_from_anchor(width)
        first = min(tops)
        left = (self._area.viewport().width() - width) // 2
        for index, top in tops.items():
            rows.shown[rows.messages[index].id].setGeometry(left, top, width, extents.height(index))
        seen = next((index for index in sorted(tops) if tops[index] + extents.height(index) > 0), first)
        self._anchor = (seen, tops[seen])
        rows.set_aside((rows.messages[index].id for index in tops), seen, self.height)
        self._set_bar(extents.top(first) + pad - tops[first], extents.total + pad + below)

    def _set_bar(self, value: int, whole: int) -> None:
        bar = self._area.verticalScrollBar()
        bar.setRange(0, max(whole - self.height, 0))
        bar.setPageStep(self.height)
        bar.setSingleStep(self._px(40))
        bar.setValue(value)
        self._scrolled_to = bar.value()

    def _pad_below(self) -> int:
        return max(self._px(_PAD_BELOW) - self._covered, 0)

    def _measure(self) -> int:
        """Return the width of a message: the readable measure, or what there is."""
        room = self._area.viewport().width() - 2 * self._px(8)
        return max(min(self._materials.look.measure_px + 2 * self._px(INSET), room), self._px(120))

    def _tops_from_end(self, width: int) -> dict[int, int]:
        tops: dict[int, int] = {}
        y = self.height - self._pad_below()
        for index in range(len(self._rows) - 1, -1, -1):
            y -= self._rows.lay_out(index, width)
            tops[index] = y
            if y <= 0:
                break
        return tops

    def _tops_from_anchor(self, width: int) -> dict[int, int]:
        index, y = self._anchor
        index = min(index, len(self._rows) - 1)
        tops = {index: y}
        below = y + self._rows.lay_out(index, width)
        for after in range(index + 1, len(self._rows)):
            if below >= self.height:
                break
            tops[after] = below
            below += self._rows.lay_out(after, width)
        above = y
        for before in range(index - 1, -1, -1):
            if above <= 0:
                break
            above -= self._rows.lay_out(before, width)
            tops[before] = above
        return tops
