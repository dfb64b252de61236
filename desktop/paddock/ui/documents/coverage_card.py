"""The report at the head of a collection: how much of it was read, and the way to what was not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QFrame, QGridLayout, QSizePolicy, QWidget

from paddock.ui.documents.phrases import coverage_gaps, coverage_words
from paddock.ui.widgets.buttons import Buttons
from paddock.ui.widgets.page import words
from paddock.ui.widgets.plain import PlainLabel
from paddock.ui.widgets.scaled import follow

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from paddock.library.coverage import Coverage
    from paddock.ui.icons import Icons, Tint
    from paddock.ui.theme import Theme


class CoverageCard(QFrame):
    """Hidden while there are no documents. `gaps_wanted`: show what was not read whole."""

    gaps_wanted = Signal()

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self._theme, self._icons = theme, icons
        self._coverage: Coverage | None = None
        self._brief = self._away = False
        self._mark = PlainLabel()
        self._what = words("", "strong")
        self._gaps = PlainLabel()
        self._gaps.setProperty("kind", "muted")
        self._gaps.setWordWrap(True)
        self._bar = _Shares(theme)
        self._show = Buttons(theme, icons).push(self.tr("Show what was not read"), "link")
        self._show.setAccessibleName(self.tr("Show what was not read"))
        self._show.clicked.connect(self.gaps_wanted)
        grid = QGridLayout(self)
        grid.addWidget(self._mark, 0, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self._what, 0, 1, Qt.AlignmentFlag.AlignVCenter)
        grid.addWidget(self._show, 0, 2, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight)
        grid.addWidget(self._bar, 1, 1, 1, 2)
        grid.addWidget(self._gaps, 2, 1, 1, 2)
        grid.setColumnStretch(1, 1)
        self._grid = grid
        follow(theme, self, self._space)
        follow(theme, self, self._draw_mark)
        self.hide()

    @property
    def said(self) -> str:
        """Return all it tells."""
        return " ".join(part for part in (self._what.plain, self._gaps.text()) if part)

    def show_coverage(self, coverage: Coverage) -> None:
        """Show a report."""
        self._coverage = coverage
        self._what.setText(coverage_words(coverage))
        gaps = coverage_gaps(coverage)
        self._gaps.setText(" · ".join(gaps))
        self._gaps.setVisible(bool(gaps) and not self._brief)
        self._show.setVisible(not coverage.is_whole)
        self._bar.show_coverage(coverage)
        self.setAccessibleName(self.said)
        self._draw_mark()
        self._show_or_hide()

    def make_way(self, *, away: bool) -> None:
        """Be away for now, where something else needs the room more, or come back."""
        self._away = away
        self._show_or_hide()

    def _show_or_hide(self) -> None:
        self.setVisible(self._coverage is not None and self._coverage.documents > 0 and not self._away)

    def be_brief(self, *, brief: bool) -> None:
        """Show the first sentence alone and without a frame, or all."""
        if brief == self._brief:
            return
        self._brief = brief
        self._bar.setVisible(not brief)
        self._gaps.setVisible(bool(self._gaps.text()) and not brief)
        self._show.setText(self.tr("Show…") if brief else self.tr("Show what was not read"))
        self._show.setToolTip(self.tr("Show what was not read") if brief else "")
        self.setProperty("kind", "" if brief else "card")
        self.style().unpolish(self)
        self.style().polish(self)
        self._space()

    def _space(self) -> None:
        px = self._theme.px
        margins = (0, 0, 0, 0) if self._brief else (14, 10, 12, 12)
        self._grid.setContentsMargins(*(px(margin) for margin in margins))
        self._grid.setSpacing(px(6))

    def _draw_mark(self) -> None:
        coverage = self._coverage
        icon, tint = "check-circle", "accent"
        if coverage is not None and not coverage.is_whole:
            waits = coverage.waiting and not (coverage.in_part or coverage.refused or coverage.stopped)
            icon, tint = ("clock", "info") if waits else ("warning", "warning")
        side = self._theme.px(20)
        drawn: Tint = tint  # type: ignore[assignment]  # one of the three above
        self._mark.setPixmap(self._icons.pixmap(icon, side, drawn, self.devicePixelRatioF()))
        self._mark.setFixedSize(QSize(side, side + self._theme.px(4)))


class _Shares(QWidget):
    """A bar: pages read, pages without their text, and the rest. The words beside it say the same."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._shares: tuple[tuple[float, str], ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        follow(theme, self, lambda: self.setFixedHeight(theme.px(6)))

    def show_coverage(self, coverage: Coverage) -> None:
        unread = coverage.pages_without_text + coverage.pages_damaged + coverage.pages_cut
        whole = max(1, coverage.pages)
        self._shares = ((coverage.pages_read / whole, "accent"), (unread / whole, "warning"))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        radius = self.height() / 2
        painter.setBrush(self._theme.palette.color("pressed"))
        painter.drawRoundedRect(QRectF(self.rect()), radius, radius)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        at = 0.0
        for share, role in self._shares:
            width = min(share, 1.0) * self.width()
            if width <= 0:
                continue
            width = max(width, self.height())
            left = self.width() - at - width if mirrored else at
            painter.setBrush(self._theme.palette.color(role))
            painter.drawRoundedRect(QRectF(left, 0, width, self.height()), radius, radius)
            at += width
        painter.end()
