"""The room beside the conversation: shared where the window is wide, taken in turns where it is narrow."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QSplitter, QWidget

from paddock.ui.widgets.scaled import follow

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from paddock.ui.desk import Desk

_NARROW_PX = 720
_LEAST_PX = 280
_CONVERSATION_PX = 380
_KEEP_AFTER_MS = 400


class Beside(QSplitter):
    """Holds the conversation and, once there is one, the panel. `turned` tells whether the panel stands alone."""

    turned = Signal(bool)

    def __init__(self, desk: Desk, conversation: QWidget) -> None:
        super().__init__()
        self._desk = desk
        self._conversation = conversation
        self._panel: QWidget | None = None
        self._shown = False
        self._narrow = False
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)
        self.addWidget(conversation)
        self.setStretchFactor(0, 1)
        self._keep = QTimer(self)
        self._keep.setSingleShot(True)
        self._keep.setInterval(_KEEP_AFTER_MS)
        self._keep.timeout.connect(self._keep_width)
        self.splitterMoved.connect(lambda _at, _index: self._keep.start())

    def put_panel(self, panel: QWidget) -> None:
        """Take the panel in, hidden."""
        self._panel = panel
        panel.hide()
        self.addWidget(panel)
        self.setStretchFactor(1, 0)
        follow(self._desk.theme, panel, lambda: panel.setMinimumWidth(self._desk.theme.px(_LEAST_PX)))

    @property
    def narrow(self) -> bool:
        """Tell whether there is no room for both."""
        return self.width() < self._desk.theme.px(_NARROW_PX)

    @property
    def panel_shown(self) -> bool:
        """Tell whether the panel is to be seen."""
        return self._shown

    def show_panel(self, *, shown: bool) -> None:
        """Show the panel or hide it; the conversation has the room that is left."""
        if self._panel is None:
            return
        had = self._panel.isVisibleTo(self)
        self._shown = shown
        self._place()
        if shown and not had and not self._narrow:
            self._share()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: D102 - described by Qt
        super().resizeEvent(event)
        if self._panel is not None and self.narrow != self._narrow:
            if self.narrow and not self._panel.isAncestorOf(self.window().focusWidget() or self):
                self._shown = False  # the conversation is not taken away by a smaller window
            self._place()

    def _place(self) -> None:
        panel = self._panel
        if panel is None:
            return
        self._narrow = self.narrow
        alone = self._shown and self._narrow
        if alone:
            panel.show()
            self._conversation.hide()
        else:
            self._conversation.show()
            panel.setVisible(self._shown)
        self.turned.emit(alone)

    def _share(self) -> None:
        px = self._desk.theme.px
        most = max(self.width() - px(_CONVERSATION_PX), px(_LEAST_PX))
        wide = min(px(self._desk.preferences.window.sources_width), most)
        self.setSizes([self.width() - wide, wide])

    def _keep_width(self) -> None:
        if self._shown and not self._narrow and self.count() > 1:
            wide = round(self.sizes()[1] * 100 / self._desk.theme.zoom_percent)
            self._desk.preferences.keep_window(sources_width=min(max(wide, _LEAST_PX), 2000))
