"""The chips above the message field, in as many lines as they need and there is room for; the rest scrolls."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QWidget

from paddock.ui.attachments.chip import Chip
from paddock.ui.attachments.phrases import ChipState, chip_state
from paddock.ui.widgets.flow import FlowLayout
from paddock.ui.widgets.scaled import spaced

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from paddock.chat.sources import Attachment
    from paddock.ui.attachments.view import View
    from paddock.ui.icons import Icons
    from paddock.ui.theme import Theme

_LINES, _LOW_PX, _LOWEST_PX = 3, 640, 430  # in a low window there is one line, and the rest is scrolled to


class AttachmentBar(QScrollArea):
    """`menu_wanted` carries an attachment and where on the screen; `left` when the last chip with the focus went."""

    menu_wanted = Signal(object, QPoint)
    remove_wanted = Signal(object)
    left = Signal()

    def __init__(self, theme: Theme, icons: Icons, before: QWidget) -> None:
        """Make it empty; in the order of the Tab key its chips come before `before`."""
        super().__init__()
        self._theme, self._icons, self._before = theme, icons, before
        self._chips: dict[tuple[str, object], Chip] = {}
        self._shown: dict[Chip, Attachment] = {}
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Attached documents"))
        self.viewport().setAutoFillBackground(False)
        self._inner = QWidget()
        self._inner.setObjectName("page_body")
        self._flow = FlowLayout(self._inner)
        spaced(theme, self._flow, (0, 0, 0, 4), 6)
        self.setWidget(self._inner)
        self._inner.setAutoFillBackground(False)  # `setWidget` had it filled; the chips stand on the composer's ground
        theme.changed.connect(self._fit)
        self.hide()

    @property
    def chips(self) -> list[Chip]:
        """Return the chips, in order."""
        return list(self._chips.values())

    def show_view(self, view: View, coming: Sequence[str], ahead: float | None) -> None:
        """Show these attachments, and the names of what is still being looked through."""
        wanted: list[tuple[tuple[str, object], str, ChipState, Attachment | None]] = [
            ((one.attachment.kind, one.attachment.target_id), one.attachment.name, chip_state(one, view.outlook, ahead),
             one.attachment)
            for one in view.seen
        ]  # fmt: skip
        looking = ChipState(self.tr("looking…"), "clock", "text_muted", None, self.tr("It is being looked through."))
        wanted += [(("coming", name), name, looking, None) for name in coming]
        focus = self._place_of_focus()
        keys = {key for key, *_ in wanted}
        for key in [key for key in self._chips if key not in keys]:
            self._drop(self._chips.pop(key))
        self._shown.clear()
        for key, name, state, attachment in wanted:
            chip = self._chips.get(key) or self._make(key)
            chip.show_state(name, state)
            chip.remove.setVisible(attachment is not None)
            if attachment is not None:
                self._shown[chip] = attachment
        self.setVisible(bool(self._chips))
        self._fit()
        if focus is not None and self._place_of_focus() is None:
            self._focus_near(focus)

    def take_focus(self) -> None:
        """Put the focus on the first chip."""
        if chips := self.chips:
            chips[0].setFocus(Qt.FocusReason.ShortcutFocusReason)

    # ------------------------------------------------------------ inside

    def _make(self, key: tuple[str, object]) -> Chip:
        chip = self._chips[key] = Chip(self._theme, self._icons)
        chip.menu_wanted.connect(lambda place: self._on_menu(chip, place))
        chip.remove_wanted.connect(lambda: self._on_remove(chip))
        chip.stepped.connect(lambda step: self._step(chip, step))
        chip.ended.connect(lambda end: self._focus(self.chips[end]))
        self._flow.addWidget(chip)
        QWidget.setTabOrder(self._last_before(), chip)
        chip.show()
        return chip

    def _last_before(self) -> QWidget:
        """Return what the Tab key reaches last before the chips: Qt puts nothing behind what takes no focus."""
        widget = self._before.previousInFocusChain() or self._before
        while widget is not self._before and not widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            widget = widget.previousInFocusChain() or self._before
        return widget

    def _drop(self, chip: Chip) -> None:
        self._flow.removeWidget(chip)
        chip.hide()
        chip.deleteLater()

    def _on_menu(self, chip: Chip, place: QPoint) -> None:
        if chip in self._shown:
            self.menu_wanted.emit(self._shown[chip], place)

    def _on_remove(self, chip: Chip) -> None:
        if chip in self._shown:
            self.remove_wanted.emit(self._shown[chip])

    def _step(self, chip: Chip, step: int) -> None:
        place = self.chips.index(chip) + step
        if 0 <= place < len(self.chips):
            self._focus(self.chips[place])

    def _focus(self, chip: Chip) -> None:
        chip.setFocus(Qt.FocusReason.TabFocusReason)
        self.ensureWidgetVisible(chip)

    def _focus_near(self, place: int) -> None:
        chips = self.chips
        if chips:
            self._focus(chips[min(place, len(chips) - 1)])
        else:
            self.left.emit()

    def _place_of_focus(self) -> int | None:
        focus = QApplication.focusWidget()
        return next((place for place, chip in enumerate(self.chips) if chip is focus), None)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: D102 - described by Qt
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        if not self._chips:
            return
        for chip in self.chips:
            chip.fit(self.viewport().width())
        room = self.window().height()
        lines = _LINES if room > self._theme.px(_LOW_PX) else 1
        gap = self._flow.spacing()
        line = self.chips[0].sizeHint().height() + gap
        wanted = self._flow.heightForWidth(max(self.viewport().width(), 1))
        more = line // 2 if room > self._theme.px(_LOWEST_PX) else -gap  # half a line more shows that there is more
        height = min(wanted, lines * line + more) + 1
        if height != self.height():
            self.setFixedHeight(height)
