"""The list of an answer's passages, by document: number, page, and what stands there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QListView

from paddock.ui.documents.drawing import Index, RowDelegate
from paddock.ui.documents.marking import snippet
from paddock.ui.sources.steps import grouped
from paddock.ui.transcript.rested import place_and_heading, place_of
from paddock.ui.widgets.plain import plain_tip

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent
    from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

    from paddock.chat.sources import Consulted, Source
    from paddock.ui.icons import Icons
    from paddock.ui.theme import Theme

_ROW = Qt.ItemDataRole.UserRole
_FEWEST_LETTERS = 4  # shorter words of a question are hardly what it is about
_LINES, _LINE_PX, _AROUND_PX, _HEAD_PX = 3, 18, 44, 34


@dataclass(frozen=True)
class Row:
    """A document's name, or with `source` one of its passages; `cited` where the answer points at it."""

    name: str
    source: Source | None = None
    cited: bool = False
    text: str = ""
    marks: tuple[tuple[int, int], ...] = ()


class PassageList(QAbstractListModel):
    """Documents' names, each followed by its passages."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Row] = []

    def show(self, consulted: Consulted, question: str) -> None:
        """List the passages of an answer; the words of the question are marked in them."""
        cited = {mark.source for mark in consulted.marks if mark.verdict == "supported"}
        asked = " ".join(word for word in question.split() if len(word) >= _FEWEST_LETTERS or not word.isascii())
        rows: list[Row] = []
        for name, sources in grouped(consulted.sources):
            rows.append(Row(name))
            for source in sources:
                text, marks = snippet(asked, _below_its_heading(source))
                rows.append(Row(name, source, source.number in cited, text, tuple(marks)))
        if [(row.name, row.source) for row in rows] == [(row.name, row.source) for row in self._rows]:
            self._rows = rows
            if rows:
                self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def row(self, index: Index) -> Row | None:
        """Return a row."""
        return self._rows[index.row()] if index.isValid() and index.row() < len(self._rows) else None

    def place_of_number(self, number: int) -> QModelIndex:
        """Return where the passage with this number is listed."""
        at = next((at for at, row in enumerate(self._rows) if row.source and row.source.number == number), -1)
        return self.index(at) if at >= 0 else QModelIndex()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: D102, B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:  # noqa: D102 - described by Qt
        row = self.row(index)
        return super().flags(index) if row is not None and row.source is not None else Qt.ItemFlag.NoItemFlags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: D102 - described by Qt
        row = self.row(index)
        if row is None:
            return None
        if role == _ROW:
            return row
        if row.source is None:
            said = row.name
        else:
            said = f"[{row.source.number}] {row.name}, {place_of(row.source)}: {row.text}"
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return said
        if role == Qt.ItemDataRole.ToolTipRole and row.source is not None:
            path = " › ".join(row.source.headings)
            return plain_tip(" · ".join(part for part in (row.name, place_of(row.source), path) if part))
        return None


def _below_its_heading(source: Source) -> str:
    """Return a passage without the heading it begins with, which is told beside its page."""
    text = source.text.lstrip("# \n")
    heading = source.headings[-1] if source.headings else ""
    return text[len(heading) :].lstrip() or source.text if heading and text.startswith(heading) else source.text


class PassageView(QListView):
    """`opened` carries a passage's number; `left` where the person goes back."""

    opened = Signal(int)
    left = Signal()

    def __init__(self, rows: PassageList, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = rows
        self.setModel(rows)
        self.setItemDelegate(_PassageDelegate(theme, icons, self))
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAccessibleName(self.tr("Passages"))
        self.clicked.connect(self._open)
        theme.changed.connect(self.scheduleDelayedItemsLayout)

    def enter(self) -> None:
        """Put the focus on the passage that was last chosen, or on the first."""
        self.setFocus(Qt.FocusReason.TabFocusReason)
        if not self.currentIndex().isValid() and self._rows.rowCount() > 1:
            self.setCurrentIndex(self._rows.index(1))

    def choose(self, number: int) -> None:
        """Make this passage the current one."""
        place = self._rows.place_of_number(number)
        if place.isValid():
            self.setCurrentIndex(place)
            self.scrollTo(place)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: D102 - described by Qt
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: D102 - described by Qt
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def _open(self, index: Index) -> None:
        row = self._rows.row(index)
        if row is not None and row.source is not None:
            self.opened.emit(row.source.number)


class _PassageDelegate(RowDelegate):
    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        row = index.data(_ROW)
        head = isinstance(row, Row) and row.source is None
        return QSize(self.theme.px(80), self.theme.px(_HEAD_PX if head else _AROUND_PX + _LINES * _LINE_PX))

    def paint(self, painter: QPainter, option: Any, index: Index) -> None:
        row = index.data(_ROW)
        if not isinstance(row, Row):
            return
        painter.save()
        px, mirrored = self.theme.px, option.direction == Qt.LayoutDirection.RightToLeft
        if row.source is None:
            box = option.rect.adjusted(px(10), px(8), -px(10), 0)
            self.line(
                painter,
                self.icon(painter, box, "file-text", "text_muted", 16, mirrored=mirrored),
                row.name,
                self.theme.font(13, bold=True),
                "text",
            )
        else:
            self._passage(painter, option, row, row.source, mirrored=mirrored)
        painter.restore()

    def _passage(self, painter: QPainter, option: Any, row: Row, source: Source, *, mirrored: bool) -> None:
        px = self.theme.px
        self.ground(painter, option)
        box = option.rect.adjusted(px(10), px(8), -px(12), -px(8))
        head = QRect(box.left(), box.top(), box.width(), px(20))
        number, font = f"[{source.number}]", self.theme.font(13, bold=True)
        painter.setFont(font)
        wide = painter.fontMetrics().horizontalAdvance(number) + px(7)
        left = head.right() - wide if mirrored else head.left()
        self.line(
            painter, QRect(left, head.top(), wide, head.height()), number, font, "link" if row.cited else "text_muted"
        )
        rest = head.adjusted(0, 0, -wide, 0) if mirrored else head.adjusted(wide, 0, 0, 0)
        self.line(painter, rest, place_and_heading(source), self.theme.font(13), "text")
        text = QRect(box.left(), box.top() + px(22), box.width(), box.height() - px(22))
        self.lines(painter, text, row.text, "text_muted", _LINES, row.marks)
