"""The line at the bottom: model, processor and graphics card, memory, context, speed, and the offline badge."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from paddock.ui.phrases import number, size, speed
from paddock.ui.sentences import in_language
from paddock.ui.widgets.buttons import Buttons
from paddock.ui.widgets.plain import PlainLabel
from paddock.ui.widgets.scaled import spaced

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from paddock.chat.types import Message
    from paddock.engine.protocol import ModelInfo
    from paddock.models.download import Download
    from paddock.ui.chat.answer import Answer
    from paddock.ui.desk import Desk
    from paddock.ui.model_shelf import ModelShelf


class StatusStrip(QWidget):
    """Facts only; a part that is not known is not shown. Parts give way from the right where the window is narrow."""

    privacy_wanted = Signal()
    models_wanted = Signal()
    downloads_wanted = Signal()

    def __init__(self, desk: Desk, shelf: ModelShelf, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("status_strip")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Status"))
        self._desk = desk
        self._shelf = shelf
        make = Buttons(desk.theme, desk.icons)
        self.badge = make.push(self.tr("No connection since start"), "badge", "shield-check", tint="accent")
        self.badge.setToolTip(self.tr("See what the system refuses this program"))
        self.badge.clicked.connect(self.privacy_wanted)
        self._model = make.push("", "strip")
        self._model.clicked.connect(self.models_wanted)
        self._fetching = make.push("", "strip", "download-simple")
        self._fetching.clicked.connect(self.downloads_wanted)
        self._fetching.hide()
        self._split, self._memory = self._part(self.tr("Processor")), self._part(self.tr("Memory"))
        self._context, self._speed = self._part(self.tr("Context")), self._part(self.tr("Speed"))
        row = self._row = QHBoxLayout(self)
        row.addWidget(self.badge)
        row.addWidget(self._model)
        row.addWidget(self._fetching)
        row.addStretch(1)
        for part in (self._context, self._speed, self._split, self._memory):
            row.addWidget(part)
        spaced(desk.theme, row, (10, 3, 12, 3), 10)
        self._info: ModelInfo | None = None
        self.clear()
        desk.theme.changed.connect(self._fit)

    # ------------------------------------------------------------ what others tell it

    def show_engine(self) -> None:
        """Show the model that is loaded now, if any."""
        info = self._desk.paddock.engine.loaded
        if info is not self._info:
            self._info = info
            self._show_info()

    def show_answer(self, answer: Answer) -> None:
        """Show how far an answer is."""
        self.show_engine()
        if answer.reply is not None and self._info is not None:
            self._show_name(answer.reply.model)
        if answer.prompt is not None and self._info is not None:
            self._show_context(answer.prompt.total + answer.tokens, self._info.context_tokens)
        if answer.tokens_per_second:
            self._put(self._speed, speed(answer.tokens_per_second))

    def _show_name(self, name: str) -> None:
        model = self._shelf.chosen(name)
        title = model.title if model else name
        self._model.setText(title.replace("&", "&&"))
        self._model.setAccessibleName(self.tr("Model loaded: {0}").format(title))
        self._fit()

    def _installed_as(self, own_name: str) -> str:
        """Return the installed name of the model that calls itself this in its file; that name where none does."""
        headers = ((one.name, one.model.header) for one in self._shelf.models)
        return next(
            (name for name, header in headers if header is not None and header.text("general.name") == own_name),
            own_name,
        )

    def show_reply(self, reply: Message | None) -> None:
        """Show what an answer took in the end."""
        self.show_engine()
        if reply is None or reply.timings is None:
            return
        timings = reply.timings
        if timings.tokens_per_second:
            self._put(self._speed, speed(timings.tokens_per_second))
        if self._info is not None:
            self._show_context(timings.prompt_tokens + timings.answer_tokens, self._info.context_tokens)

    def show_enforced(self, *, enforced: bool) -> None:
        """Let the badge say whether the system itself refuses the network, as was just tried."""
        self.badge.setProperty("state", "" if enforced else "open")
        self.badge.setIcon(
            self._desk.icons.icon("shield-check" if enforced else "shield-warning", "accent" if enforced else "warning")
        )
        self.badge.setToolTip(
            self.tr("The system refuses this program the network. See what was tried.")
            if enforced
            else self.tr("This system does not enforce it. See what was tried.")
        )
        self.badge.style().unpolish(self.badge)
        self.badge.style().polish(self.badge)

    def show_network(self, *, asked: bool) -> None:
        """Say whether the network may have been used since start: by the fetcher, the one part of the program that may.

        `asked`: it is being asked for just now. Otherwise only what was asked for before counts.
        """
        used = asked or self._desk.paddock.times_network_asked > 0
        self.badge.setText(self.tr("Network used for models") if used else self.tr("No connection since start"))
        self._fit()

    def show_downloads(self, items: Sequence[Download]) -> None:
        """Show how far the downloads under way are, and whether one of them waits for the person."""
        under_way = [one for one in items if one.state in {"waiting", "running", "checking"}]
        stuck = [one for one in items if one.state in {"needs token", "failed"}]
        paused = [one for one in items if one.state == "paused"]
        text = ""
        if under_way:
            done, total = sum(one.done for one in under_way), sum(one.total or 0 for one in under_way)
            name = under_way[0].title if len(under_way) == 1 else self.tr("%n download(s)", "", len(under_way))
            text = self.tr("{0}: {1} %").format(name, round(100 * done / total)) if total else name
        elif stuck:
            said = self.tr("{0}: needs a token") if stuck[0].state == "needs token" else self.tr("{0}: not fetched")
            text = said.format(stuck[0].title)
        elif paused:
            name = paused[0].title if len(paused) == 1 else self.tr("%n download(s)", "", len(paused))
            text = self.tr("{0}: paused").format(name)
        self._fetching.setText(text.replace("&", "&&"))
        self._fetching.setAccessibleName(self.tr("Downloads: {0}").format(text))
        self._fit()

    def clear(self) -> None:
        """Show nothing but the badge."""
        self._info = None
        for part in (self._model, self._split, self._memory, self._context, self._speed):
            part.setText("")
        self._fit()

    # ------------------------------------------------------------ inside

    def _part(self, name: str) -> QLabel:
        label = PlainLabel()
        label.setProperty("kind", "strip")
        label.setToolTip(name)
        label.setProperty("named", name)
        return label

    def _put(self, label: QLabel, text: str) -> None:
        if label.text() != text:
            label.setText(text)
            label.setAccessibleName(f"{label.property('named')}: {text}")
        self._fit()

    def _show_info(self) -> None:
        info = self._info
        if info is None:
            self.clear()
            return
        self._show_name(self._installed_as(info.name))
        if info.gpu_layers:
            split = self.tr("GPU {0} of {1} layers").format(info.gpu_layers, info.layers)
        else:
            split = self.tr("CPU, %n thread(s)", "", info.threads)
        note = in_language(info.gpu_note)
        self._split.setToolTip(note or self.tr("Processor"))
        self._split.setAccessibleDescription(note)
        self._put(self._split, split)
        if info.gpu_fell_short:
            self._desk.notices.say(note)
        self._show_context(0, info.context_tokens)
        self._put(self._memory, size(info.size_bytes + int(info.kv_bytes_per_token * info.context_tokens)))

    def _show_context(self, used: int, total: int) -> None:
        self._put(self._context, self.tr("{0} / {1} tokens").format(number(used), number(total)))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: D102 - described by Qt
        super().resizeEvent(event)
        self._fit()

    def minimumSizeHint(self) -> QSize:  # noqa: D102 - described by Qt
        return QSize(0, super().minimumSizeHint().height())

    def _fit(self) -> None:
        """Hide from the least needed on where the parts do not fit."""
        # The badge stays. The model stands above the conversation too, what is being fetched on its own page.
        parts: list[QLabel | QPushButton] = [self._memory, self._split, self._speed, self._context]
        parts += [self._model, self._fetching]
        for part in parts:
            part.setVisible(bool(part.text()))
        room = self.width()
        for part in parts:
            if self._row.sizeHint().width() <= room:
                break
            part.hide()
