"""A page as a picture, with passages marked, at the width there is or larger."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPen
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QFocusEvent, QPaintEvent, QResizeEvent

    from paddock.library.pictures import PagePicture
    from paddock.ui.theme import Theme

MOST_PX = 4096
_LEAST_PX = 16
_AGAIN_AFTER_MS = 120
_BESIDE_PX = 10
_SMALLEST, _LARGEST, _STEP = 50, 400, 25
_FILLED, _NARROWEST, _MOST_TO_MARKS = 0.94, 0.3, 220
_WORTH_SCROLLING = 115  # below this, letters hardly grow and the page only gets a bar to scroll by
_MARK = QColor("#FFE58A")  # on white paper, whatever the theme: black on it keeps 16:1
_QUOTED = QColor("#FFC766")  # and over that, where something within it is meant; black keeps 11:1


def image_of(picture: PagePicture) -> QImage:
    """Return the picture as Qt draws it; any thread."""
    raw = QImage(picture.rgb, picture.width, picture.height, picture.width * 3, QImage.Format.Format_RGB888)
    return raw.copy()  # the bytes belong to Python


class PageView(QScrollArea):
    """`width_wanted` tells how many pixels wide the page is to be drawn, after the room or the zoom changed."""

    width_wanted = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._zoom = 100
        self._asked = 0
        self._sheet = _Sheet(theme)
        self.setWidget(self._sheet)
        self._sheet.setAutoFillBackground(False)  # the ground is that of what it stands on
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)  # else the width changes with the page
        self.setAccessibleName(self.tr("Picture of the page"))
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_AGAIN_AFTER_MS)
        self._timer.timeout.connect(self._ask)

    @property
    def pixels(self) -> int:
        """Return how many pixels wide the page is to be drawn."""
        return min(max(round(self._sheet_width() * self.devicePixelRatioF()), _LEAST_PX), MOST_PX)

    @property
    def zoom(self) -> int:
        """Return the zoom in percent of the room's width."""
        return self._zoom

    def zoom_by(self, steps: int) -> None:
        """Draw it larger or smaller."""
        self._zoom = min(max(self._zoom + steps * _STEP, _SMALLEST), _LARGEST)
        self._sheet.lay_out(self._sheet_width())
        self._ask()

    def zoom_to_marks(self) -> None:
        """Draw it so large that the lines that are marked fill the width."""
        marks = [*self._sheet.marks, *self._sheet.quoted]
        if marks:
            wide = max(mark.right() for mark in marks) - min(mark.left() for mark in marks)
            zoom = round(min(100 * _FILLED / max(wide, _NARROWEST), _MOST_TO_MARKS))
            self._zoom = zoom if zoom >= _WORTH_SCROLLING else 100
            self._sheet.lay_out(self._sheet_width())
            self._ask()

    def show_picture(
        self,
        image: QImage,
        marks: Sequence[Sequence[tuple[float, float, float, float]]],
        quoted: Sequence[tuple[float, float, float, float]] = (),
    ) -> None:
        """Show a page with its marks; `quoted` is marked more strongly, over them."""
        self._asked = image.width()
        self._sheet.show_image(image, [one for mark in marks for one in mark], quoted)
        self._sheet.lay_out(self._sheet_width())

    def show_marks(self) -> None:
        """Scroll to the first mark, or to the head of the page."""
        first = self._sheet.first_mark()
        room = self.viewport().height()
        self.verticalScrollBar().setValue(round(first.center().y() - room / 3) if first else 0)
        if first and self._sheet.width() > self.viewport().width():
            left, right = self._sheet.sides_of_marks()
            wide = right - left > self.viewport().width()
            middle = (
                first.left() + self.viewport().width() / 2 - self._theme.px(_BESIDE_PX) if wide else (left + right) / 2
            )
            self.horizontalScrollBar().setValue(round(middle - self.viewport().width() / 2))

    def clear(self) -> None:
        """Show no page."""
        self._asked = 0
        self._sheet.show_image(QImage(), [])

    @property
    def marks(self) -> int:
        """Return how many rectangles are marked."""
        return len(self._sheet.marks)

    @property
    def quoted(self) -> int:
        """Return how many rectangles are marked more strongly."""
        return len(self._sheet.quoted)

    def place_on_screen(self, rectangle: tuple[float, float, float, float]) -> QRectF:
        """Return where a part of the page, in shares of it, stands in the viewport."""
        return self._sheet.placed(QRectF(*rectangle)).translated(self._sheet.pos())

    @property
    def shown(self) -> bool:
        """Tell whether there is a page."""
        return not self._sheet.image.isNull()

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: D102 - described by Qt
        super().focusInEvent(event)
        self._sheet.show_focus(focused=True)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: D102 - described by Qt
        super().focusOutEvent(event)
        self._sheet.show_focus(focused=False)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: D102 - described by Qt
        super().resizeEvent(event)
        self._sheet.lay_out(self._sheet_width())
        self._timer.start()

    def _sheet_width(self) -> int:
        room = self.viewport().width() - 2 * self._theme.px(16)
        return max(_LEAST_PX, round(min(room, self._theme.px(900)) * self._zoom / 100))

    def _ask(self) -> None:
        if self.shown and self.pixels != self._asked:
            self._asked = self.pixels
            self.width_wanted.emit(self.pixels)


class _Sheet(QWidget):
    """The paper, which stays white in every theme."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.image = QImage()
        self.marks: list[QRectF] = []
        self.quoted: list[QRectF] = []
        self._focused = False

    def show_image(
        self,
        image: QImage,
        marks: Sequence[tuple[float, float, float, float]],
        quoted: Sequence[tuple[float, float, float, float]] = (),
    ) -> None:
        self.image = image
        self.marks = [QRectF(*one) for one in marks]
        self.quoted = [QRectF(*one) for one in quoted]
        self.update()

    def show_focus(self, *, focused: bool) -> None:
        self._focused = focused
        self.update()

    def lay_out(self, width: int) -> None:
        margin = self._theme.px(12)
        ratio = self.image.height() / self.image.width() if self.image.width() else 0
        self.resize(QSize(width, round(width * ratio) + 2 * margin))
        self.update()

    def first_mark(self) -> QRectF | None:
        """Return where the first mark is that matters most, in this widget."""
        marks = self.quoted or self.marks
        return self.placed(min(marks, key=lambda mark: mark.top())) if marks else None

    def sides_of_marks(self) -> tuple[float, float]:
        """Return how far the marks reach to the left and to the right, in this widget; there is at least one."""
        placed = [self.placed(mark) for mark in (*self.marks, *self.quoted)]
        return min(mark.left() for mark in placed), max(mark.right() for mark in placed)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        if self.image.isNull():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        page = self._page()
        painter.drawImage(page, self.image)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(_MARK)
        for mark in self.marks:
            painter.drawRect(self.placed(mark).adjusted(-2, -1, 2, 1))
        painter.setBrush(_QUOTED)
        for mark in self.quoted:
            painter.drawRect(self.placed(mark).adjusted(-2, -1, 2, 1))
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        ring = QPen(self._theme.palette.color("focus"), 2)
        painter.setPen(ring if self._focused else QPen(self._theme.palette.color("border"), 1))
        painter.drawRect(page.adjusted(1, 1, -1, -1))
        painter.end()

    def _page(self) -> QRectF:
        margin = self._theme.px(12)
        return QRectF(0, margin, self.width(), self.height() - 2 * margin)

    def placed(self, mark: QRectF) -> QRectF:
        page = self._page()
        return QRectF(
            page.x() + mark.x() * page.width(),
            page.y() + mark.y() * page.height(),
            mark.width() * page.width(),
            mark.height() * page.height(),
        )
