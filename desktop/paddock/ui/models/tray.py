"""The downloads under way: how far, how fast, how long still; paused, gone on with, stopped, or in trouble."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QScrollArea, QVBoxLayout, QWidget

from paddock.ui.models.phrases import time_left
from paddock.ui.models.tab_order import in_tab_order
from paddock.ui.phrases import size
from paddock.ui.sentences import in_language
from paddock.ui.widgets.buttons import Buttons
from paddock.ui.widgets.elided import Elided
from paddock.ui.widgets.page import words
from paddock.ui.widgets.scaled import spaced

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QPushButton

    from paddock.models.download import Download
    from paddock.ui.desk import Desk
    from paddock.ui.models.download_feed import DownloadFeed

_STEPS = 1000
_HIGHEST_PX, _LEAST_PX = 216, 66
_SHARE = 4  # of a low window's height at most: what is below has to be seen
_NARROW_PX = 560


class DownloadTray(QScrollArea):
    """Hidden while there is nothing to tell; of many downloads, a few are seen at once."""

    def __init__(self, desk: Desk, feed: DownloadFeed, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Downloads"))
        self._desk = desk
        self._feed = feed
        self._shown: dict[int, DownloadCard] = {}
        self._inside = QWidget()
        self._column = QVBoxLayout(self._inside)
        self.setWidget(self._inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # its buttons are scrolled to
        for ground in (self.viewport(), self._inside):
            ground.setAutoFillBackground(False)
        spaced(desk.theme, self._column, (0, 4, 0, 4), 8)
        feed.changed.connect(self._fill)
        desk.theme.changed.connect(self._fit)
        self._fill()

    @property
    def cards(self) -> list[DownloadCard]:
        """Return the cards from top to bottom."""
        return list(self._shown.values())

    def _fill(self) -> None:
        items = {one.id: one for one in self._feed.items}
        for number in [number for number in self._shown if number not in items]:
            card = self._shown.pop(number)
            card.hide()
            card.deleteLater()
        for number, item in items.items():
            if number not in self._shown:
                self._shown[number] = DownloadCard(self._desk, self._feed, number)
                self._column.insertWidget(0, self._shown[number])  # the newest is seen first
            self._shown[number].show_download(item)
        in_tab_order(self, reversed(self._shown.values()))
        self.setVisible(bool(items))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: D102 - described by Qt
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Be as high as the cards, up to a limit: the page below has to be seen."""
        px = self._desk.theme.px
        most = min(px(_HIGHEST_PX), max(px(_LEAST_PX), self.window().height() // _SHARE))
        column = self._column
        follows = column.hasHeightForWidth()  # only with trouble to tell, which is broken into lines
        wanted = column.totalHeightForWidth(self.width()) if follows else column.totalSizeHint().height()
        self.setFixedHeight(min(max(wanted, 0), most))


class DownloadCard(QFrame):
    """One download."""

    def __init__(self, desk: Desk, feed: DownloadFeed, number: int) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self._desk = desk
        self._feed = feed
        self._number = number
        self._paused = False
        self._narrow = False
        self._words: dict[QPushButton, str] = {}
        make = Buttons(desk.theme, desk.icons)
        self._icons = desk.icons
        self._name = Elided()
        self._name.setProperty("kind", "strong")
        self._state = Elided()
        self._state.setProperty("kind", "small")
        self._bar = QProgressBar()
        self._bar.setRange(0, _STEPS)
        self._bar.setTextVisible(False)
        self._bar.setMinimumWidth(1)  # its own least width would push a button out of a narrow window
        self._trouble = words("", "bad")
        self.go = make.push("", "", "pause")
        self.go.clicked.connect(self._on_go)
        self.token = make.push(self.tr("Give a token…"), "primary", "key")
        self.token.clicked.connect(self._ask_token)
        self.end = make.push("", "", "stop")
        self.end.clicked.connect(lambda: feed.give_up(number))
        column = QVBoxLayout()
        for part in (self._name, self._bar, self._state):
            column.addWidget(part)
        row = QHBoxLayout()
        row.addLayout(column, 1)
        for button in (self.go, self.token, self.end):
            row.addWidget(button)
        rows = QVBoxLayout(self)
        rows.addLayout(row)
        rows.addWidget(self._trouble)
        spaced(desk.theme, column, spacing=5)
        spaced(desk.theme, row, spacing=8)
        spaced(desk.theme, rows, (14, 10, 12, 12), 6)

    def show_download(self, item: Download) -> None:
        """Show where it stands."""
        state = item.state
        running = state in {"waiting", "running", "checking"}
        self._paused = not running
        self._name.put(item.title)
        fraction = item.done / item.total if item.total else 0.0
        self._bar.setValue(round(_STEPS * fraction))
        self._bar.setAccessibleName(self.tr("{0}: {1} %").format(item.title, round(fraction * 100)))
        self._bar.setVisible(state != "done")
        self._state.put(self._state_words(item))
        trouble = str(item.trouble) if item.trouble is not None else ""
        self._trouble.setText(in_language(trouble))
        self._trouble.setVisible(bool(trouble))
        self.go.setVisible(running or state in {"paused", "failed"})
        go = self.tr("Pause") if running else self.tr("Try again") if state == "failed" else self.tr("Go on")
        self._put(self.go, go, "pause" if running else "play")
        self.token.setVisible(state == "needs token")
        self._put(
            self.end, self.tr("Done") if state == "done" else self.tr("Stop"), "check" if state == "done" else "stop"
        )
        for button in (self.go, self.token, self.end):
            button.setAccessibleName(f"{self._words.get(button) or button.text()}: {item.title}")

    @property
    def said(self) -> str:
        """Return what it tells."""
        return f"{self._name.whole} {self._state.whole} {self._trouble.plain}".strip()

    def _state_words(self, item: Download) -> str:
        so_far = size(item.done) if item.done else ""
        if item.total:
            so_far = self.tr("{0} of {1}").format(size(item.done), size(item.total))
        named = {
            "waiting": self.tr("waiting"),
            "checking": self.tr("being checked"),
            "paused": self.tr("paused"),
            "needs token": self.tr("needs a token of the hub"),
            "failed": self.tr("not fetched"),
        }
        if item.state == "done":
            return self.tr("{0}, whole and installed").format(size(item.done))
        parts = [named.get(item.state, ""), so_far]
        if item.bytes_per_second and item.state == "running":
            parts.append(self.tr("{0}/s").format(size(item.bytes_per_second)))
        if item.seconds_left is not None and item.state == "running":
            parts.append(time_left(item.seconds_left))
        parts.append(in_language(item.note))
        return " · ".join(part for part in parts if part)

    def _put(self, button: QPushButton, text: str, icon: str) -> None:
        if self._words.get(button) != text:
            self._words[button] = text
            button.setIcon(self._icons.icon(icon))
            self._show_words(button)

    def _show_words(self, button: QPushButton) -> None:
        """Show a button's words, or where it is narrow only its icon: how far it is needs the room."""
        words = self._words[button]
        button.setText("" if self._narrow else words)
        button.setToolTip(words if self._narrow else "")

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: D102 - described by Qt
        super().resizeEvent(event)
        narrow = self.width() < self._desk.theme.px(_NARROW_PX)
        if narrow != self._narrow:
            self._narrow = narrow
            for button in self._words:
                self._show_words(button)

    def _on_go(self) -> None:
        if self._paused:
            self._feed.resume(self._number)
        else:
            self._feed.pause(self._number)

    def _ask_token(self) -> None:
        from paddock.ui.models.token_dialog import ask_token  # noqa: PLC0415 - seldom needed

        def ask(lasts: bool) -> None:  # noqa: FBT001 - what the call found
            ask_token(self._desk, self.window(), self._give_token, lasts=lasts)

        paddock = self._desk.paddock
        self._desk.tasks.do(self, lambda: paddock.hub_token.lasts, ask)

    def _give_token(self, token: str) -> None:
        self._feed.give_token(self._number, token)
