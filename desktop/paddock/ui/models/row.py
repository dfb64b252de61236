"""One installed model as a card: what it is, whether it fits, how fast it is, and what can be done with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtWidgets import QFrame, QMenu, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from paddock.ui.documents.phrases import date
from paddock.ui.models.fit_pill import describe, fit_pill
from paddock.ui.models.headline import Headline
from paddock.ui.models.phrases import speed_words, vision_words
from paddock.ui.sentences import in_language
from paddock.ui.widgets.buttons import Buttons
from paddock.ui.widgets.flow import FlowLayout
from paddock.ui.widgets.page import tag, words
from paddock.ui.widgets.plain import plain_tip
from paddock.ui.widgets.scaled import spaced

if TYPE_CHECKING:
    from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QResizeEvent

    from paddock.ui.desk import Desk
    from paddock.ui.models.actions import ModelActions
    from paddock.ui.models.facts import Facts

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ModelRow(QFrame):
    """Its title shows the card; F2 renames, the menu key drops the menu down."""

    def __init__(self, desk: Desk, actions: ModelActions, facts: Facts, *, is_default: bool) -> None:
        super().__init__()
        self.setProperty("kind", "model")
        self._desk = desk
        self._actions = actions
        self.facts = facts
        self._make = Buttons(desk.theme, desk.icons)
        self.setAccessibleName(facts.title)
        self.title = _Title(facts.title)
        self.title.setAccessibleName(". ".join([facts.title, facts.model.line, *self._state()]))
        self.title.setAccessibleDescription(self.tr("Shows all that is known of it, with its SHA-256."))
        self.title.clicked.connect(lambda: actions.show_card(facts))
        column = QVBoxLayout(self)
        column.addWidget(self._head(is_default=is_default))
        trouble = facts.refused or facts.model.model.problem
        if trouble:
            column.addWidget(words(in_language(trouble), "bad"))
            if facts.vision is not None:
                column.addWidget(words(vision_words(facts.vision), "muted"))
        if facts.model.model.header is not None:
            speed = speed_words(facts.tokens_per_second) if facts.tokens_per_second else ""
            if speed:
                speed = (
                    self.tr("{0}, measured").format(speed) if facts.measured else self.tr("{0}, a guess").format(speed)
                )
            column.addWidget(words(" · ".join(part for part in (facts.model.line, speed) if part), "muted"))
        column.addWidget(words(" · ".join(self._state()), "small"))
        column.addWidget(self._foot())
        spaced(desk.theme, column, (18, 12, 12, 12), 4)

        self._is_default = is_default

    def tells(self, facts: Facts, *, is_default: bool) -> bool:
        """Tell whether this row shows just that; how much memory is free at the moment does not count."""
        return is_default == self._is_default and _shown(facts) == _shown(self.facts)

    def renew(self, facts: Facts) -> None:
        """Take the newest figures behind the same words."""
        self.facts = facts
        if facts.verdict is not None:
            describe(self.pill, facts.title, facts.verdict)

    # ------------------------------------------------------------ making

    def _head(self, *, is_default: bool) -> Headline:
        facts = self.facts
        head = Headline(self._desk.theme, self.title, facts.title)
        if is_default:
            head.add(tag(self._default_words(), "mark"))
        if facts.linked:
            head.add(tag(self.tr("Linked"), "mark"))
        header = facts.model.model.header
        if facts.verdict is not None and header is not None:
            self.pill = fit_pill(self._desk, facts.title, facts.verdict, header)
            head.add(self.pill)
        self._more = self._make.tool(self.tr("More: {0}").format(facts.title), "dots-three")
        self._more.clicked.connect(lambda: self.pop_up(self._more.mapToGlobal(QPoint(0, self._more.height()))))
        head.add(self._more)
        return head

    def _default_words(self) -> str:
        if self.facts.kind == "embedding":
            return self.tr("Searches by meaning")
        if self.facts.kind == "reranking":
            return self.tr("Ranks results")
        return self.tr("Default")

    def _state(self) -> list[str]:
        """Return licence, origin, last use, and whether the file was checked."""
        facts = self.facts
        parts = [in_language(facts.licence.name) if facts.licence.known else self.tr("licence unknown")]
        parts.append(facts.origin)
        if facts.model.model.writes:
            parts.append(
                self.tr("used {0}").format(date(facts.last_used)) if facts.last_used else self.tr("not used yet")
            )
        if facts.seen is not None and not facts.seen.changed:
            parts.append(self.tr("checked {0}").format(date(facts.seen.looked_at)))
        elif facts.seen is None:
            parts.append(self.tr("not checked yet"))
        return [part for part in parts if part]

    def _foot(self) -> QWidget:
        row = QWidget()
        flow = FlowLayout(row)
        facts, actions = self.facts, self._actions
        if actions.may_be_default(facts):
            self._add(flow, actions.default_words(facts), lambda: actions.make_default(facts))
        if facts.asks:
            self._add(flow, self.tr("Read and accept the licence…"), lambda: actions.agree(facts))
        if facts.damaged and not facts.linked:
            if facts.again is not None:
                self._add(flow, self.tr("Fetch again"), lambda: actions.fetch_again(facts))
            self._add(flow, self.tr("Import again…"), lambda: actions.import_again(facts))
        elif facts.model.model.problem or facts.refused:
            if (facts.model.model.problem or facts.damaged) and facts.kind != "part":  # a part is whole as it is
                self._add(flow, self.tr("Import it again…"), actions.import_wanted.emit)
            self._add(flow, self.tr("See the catalogue"), actions.catalogue_wanted.emit)
        if facts.damaged and facts.seen is not None:
            self._add(flow, self.tr("Check the file again"), lambda: actions.verify(facts))
        row.setVisible(flow.count() > 0)
        spaced(self._desk.theme, flow, (0, 6, 0, 2), 8)
        return row

    def _add(self, flow: FlowLayout, text: str, run: object) -> None:
        button = self._make.push(text)
        button.setAccessibleName(f"{text}: {self.facts.title}")
        button.clicked.connect(run)
        flow.addWidget(button)

    # ------------------------------------------------------------ keys and menu

    def pop_up(self, place: QPoint) -> None:
        """Drop the menu down."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._actions.fill_menu(menu, self.facts)
        menu.popup(place)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: D102 - described by Qt
        self.pop_up(event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: D102 - described by Qt
        if event.key() == Qt.Key.Key_F2:  # what its buttons make nothing of
            self._actions.ask_rename(self.facts)
        else:
            super().keyPressEvent(event)


def _shown(facts: Facts) -> tuple[object, ...]:
    level = facts.verdict.level if facts.verdict is not None else ""
    speed = speed_words(facts.tokens_per_second) if facts.tokens_per_second else ""
    about = (facts.licence, facts.asks, facts.agreed, facts.last_used, facts.seen, facts.refused, facts.origin)
    made_good = (facts.damaged, facts.again, facts.vision)
    return (facts.model.model, facts.model.line, facts.kind, level, speed, facts.measured, *about, *made_good)


class _Title(QPushButton):
    """The title, which shows the card; cut where the room ends."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self._title = title
        self.setProperty("kind", "heading")
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = max(0, self.contentsRect().width() - self.fontMetrics().averageCharWidth())
        shown = self.fontMetrics().elidedText(self._title, Qt.TextElideMode.ElideRight, room)
        self.setText(shown.replace("&", "&&"))
        self.setToolTip(plain_tip(self._title) if shown != self._title else "")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            self.click()
        else:
            super().keyPressEvent(event)
