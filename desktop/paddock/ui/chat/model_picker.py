"""The list of installed models that drops down over the conversation."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QVBoxLayout, QWidget

from paddock.ui.mirroring import isolated
from paddock.ui.model_shelf import ShelfModel
from paddock.ui.widgets.buttons import Buttons
from paddock.ui.widgets.page import line, words
from paddock.ui.widgets.plain import plain_tip
from paddock.ui.widgets.scaled import follow, spaced

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QHideEvent

    from paddock.ui.desk import Desk
    from paddock.ui.icons import Icons
    from paddock.ui.model_shelf import ModelShelf
    from paddock.ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex
MODEL_ROLE = Qt.ItemDataRole.UserRole
CHOSEN_ROLE = Qt.ItemDataRole.UserRole + 1


class ModelTable(QAbstractListModel):
    """The models that can answer, and which one is chosen."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._models: Sequence[ShelfModel] = ()
        self._chosen = ""

    def show(self, models: Sequence[ShelfModel], chosen: str) -> None:
        """Show these instead."""
        self.beginResetModel()
        self._models, self._chosen = models, chosen
        self.endResetModel()

    def place(self, name: str) -> QModelIndex:
        """Return where a model stands."""
        for row, model in enumerate(self._models):
            if model.name == name:
                return self.index(row)
        return QModelIndex()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: D102, B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._models)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: D102 - described by Qt
        if not index.isValid() or index.row() >= len(self._models):
            return None
        model = self._models[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return model.title
        if role == MODEL_ROLE:
            return model
        if role == CHOSEN_ROLE:
            return model.name == self._chosen
        if role in {Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole}:
            words = f"{model.title}. {model.line}. {model.fit}"
            return plain_tip(words) if role == Qt.ItemDataRole.ToolTipRole else words
        return None


class ModelDelegate(QStyledItemDelegate):
    """Title, what it is, and whether it fits, in three lines."""

    def __init__(self, theme: Theme, icons: Icons, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icons = icons

    def sizeHint(self, _option: Any, _index: Index) -> QSize:  # noqa: D102 - described by Qt
        return QSize(self._theme.px(200), self._theme.px(72))

    def paint(self, painter: QPainter, option: Any, index: Index) -> None:  # noqa: D102 - described by Qt
        model = index.data(MODEL_ROLE)
        if not isinstance(model, ShelfModel):
            return
        px, colours = self._theme.px, self._theme.palette
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = option.rect.adjusted(1, 1, -1, -1)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if selected or option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colours.color("selected" if selected else "hover"))
            painter.drawRoundedRect(ground, px(7), px(7))
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(colours.color("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(ground.adjusted(1, 1, -1, -1), px(7), px(7))
        mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        box = option.rect.adjusted(px(12), px(7), -px(12), -px(7))
        if index.data(CHOSEN_ROLE):
            side = px(18)
            left = box.left() if mirrored else box.right() - side
            mark = QRect(left, box.center().y() - side // 2, side, side)
            self._icons.paint(painter, mark, self._icons.path("check"), colours.color("accent"))
        box.adjust(px(28) if mirrored else 0, 0, 0 if mirrored else -px(28), 0)
        lines = (
            (model.title, 15, True, "text"),
            (model.line, 13, False, "text_muted"),
            (model.fit if model.level != "problem" else "", 13, False, _FIT_COLOURS[model.level]),
        )
        top = box.top()
        for text, size, bold, colour in lines:
            painter.setFont(self._theme.font(size, bold=bold))
            painter.setPen(colours.color(colour))
            height = px(21 if bold else 18)
            shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, box.width())
            place = QRect(box.left(), top, box.width(), height)
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading, isolated(shown))
            top += height
        painter.restore()


_FIT_COLOURS = {"comfortable": "link", "tight": "warning", "does not fit": "danger", "problem": "danger"}


class ModelPicker(QFrame):
    """A pop-up: `chosen` names a model; `import_wanted` and `models_wanted` lead on."""

    chosen = Signal(str)
    import_wanted = Signal()
    models_wanted = Signal()
    closed = Signal()

    def __init__(self, desk: Desk, shelf: ModelShelf, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("kind", "card")
        self.setAccessibleName(self.tr("Choose the model"))
        self._theme = desk.theme
        self._shelf = shelf
        self._name = ""
        self._table = ModelTable(self)
        self._list = QListView()
        self._list.setModel(self._table)
        self._list.setItemDelegate(ModelDelegate(desk.theme, desk.icons, self._list))
        self._list.setMouseTracking(True)
        self._list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self._list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setAccessibleName(self.tr("Installed models"))
        self._list.clicked.connect(self._take)
        self._list.installEventFilter(self)
        self._none = words(self.tr("No model that can answer is installed yet."), "muted")
        make = Buttons(desk.theme, desk.icons)
        bring = make.push(self.tr("Import a file…"), "nav", "file-plus")
        bring.clicked.connect(self._bring)
        look = make.push(self.tr("All models"), "nav", "cube")
        look.clicked.connect(self._look)
        column = QVBoxLayout(self)
        column.addWidget(self._none)
        column.addWidget(self._list, 1)
        column.addWidget(line())
        column.addWidget(bring)
        column.addWidget(look)
        spaced(desk.theme, column, (8, 8, 8, 8), 4)
        shelf.changed.connect(self._fill)
        follow(desk.theme, self, self._fill)

    def open_under(self, button: QWidget, name: str) -> None:
        """Drop down from a button; `name` is the model in use."""
        self._name = name
        self._fill()
        corner = button.mapToGlobal(QPoint(0, button.height() + self._theme.px(4)))
        room = button.window().frameGeometry()
        left = max(room.left() + 8, min(corner.x(), room.right() - self.width() - 8))
        self.move(left, corner.y())
        self.show()
        self._list.setFocus()
        self._list.setCurrentIndex(self._table.place(name) if name else self._table.index(0))
        self._shelf.refresh()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: D102 - described by Qt
        if watched is self._list and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                self._take(self._list.currentIndex())
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.hide()
                return True
        return super().eventFilter(watched, event)

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: D102 - described by Qt
        super().hideEvent(event)
        self.closed.emit()

    def _fill(self) -> None:
        writers = self._shelf.writers
        kept = self._list.currentIndex().data(MODEL_ROLE)
        self._table.show(writers, self._name)
        if isinstance(kept, ShelfModel):
            self._list.setCurrentIndex(self._table.place(kept.name))
        self._none.setVisible(not writers)
        self._list.setVisible(bool(writers))
        px = self._theme.px
        rows = min(max(len(writers), 1), 5)
        window = self.parentWidget()
        self.setFixedWidth(min(px(480), window.width() - 16) if window is not None else px(480))
        self._list.setFixedHeight(rows * px(72) + 4)
        self.adjustSize()

    def _take(self, index: QModelIndex) -> None:
        model = index.data(MODEL_ROLE)
        if isinstance(model, ShelfModel):
            self.hide()
            self.chosen.emit(model.name)

    def _bring(self) -> None:
        self.hide()
        self.import_wanted.emit()

    def _look(self) -> None:
        self.hide()
        self.models_wanted.emit()
