"""Whether a model fits, as a pill; pressed, it tells the arithmetic."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from paddock.ui.models.phrases import TONES, fit_words, tokens, verdict_words, vision_words
from paddock.ui.models.sums import Sums, work_out
from paddock.ui.phrases import size
from paddock.ui.widgets.buttons import Buttons
from paddock.ui.widgets.on_screen import sized
from paddock.ui.widgets.page import Page, line, tag, words
from paddock.ui.widgets.scaled import spaced

if TYPE_CHECKING:
    from paddock.models.fit import Verdict
    from paddock.models.header import Header
    from paddock.models.vision_beside import VisionPart
    from paddock.ui.desk import Desk

_WIDTH: Final = 540
_HEIGHT: Final = 460  # without what is not always told
_ROW: Final = 26
_VISION_ROWS: Final = 6


def fit_pill(desk: Desk, title: str, verdict: Verdict, header: Header, vision: VisionPart | None = None) -> QPushButton:
    """Return the pill of one model; `vision` is what the catalogue tells of its vision part."""
    pill = Buttons(desk.theme, desk.icons).push(fit_words(verdict.level), "pill")
    pill.setProperty("tone", TONES[verdict.level])
    describe(pill, title, verdict)
    pill.clicked.connect(lambda: FitDialog(desk, title, header, pill.window(), vision).open())
    return pill


def describe(pill: QPushButton, title: str, verdict: Verdict) -> None:
    """Have a pill tell the two numbers as they are now, to those who hear it and those who point at it."""
    pill.setAccessibleName(f"{title}: {verdict_words(verdict)}")
    pill.setToolTip(verdict_words(verdict))


class FitDialog(QDialog):
    """What a model takes and what there is, counted at this moment."""

    def __init__(
        self,
        desk: Desk,
        title: str,
        header: Header,
        parent: QWidget | None = None,
        vision: VisionPart | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(True)
        self.setWindowTitle(self.tr("Memory"))
        self._desk = desk
        self._verdict = words(self.tr("Looking…"))
        sums = QWidget()
        self._grid = QGridLayout(sums)
        self._grid.setColumnStretch(0, 1)
        self._more = words("", "muted")
        page = Page(desk.theme, title)
        for part in (self._verdict, sums, self._more):
            page.add(part)
        page.fill()
        close = Buttons(desk.theme, desk.icons).push(self.tr("Close"), "primary")
        close.setDefault(True)
        close.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(page, 1)
        column.addWidget(line())
        column.addLayout(foot)
        spaced(desk.theme, self._grid, (0, 6, 0, 6), 6)
        spaced(desk.theme, foot, (32, 12, 32, 16))
        sized(desk.theme, self, _WIDTH, _HEIGHT)
        close.setFocus()
        desk.tasks.do(self, lambda: work_out(desk.paddock, header, vision), self.show_sums)

    def show_sums(self, sums: Sums) -> None:
        """Show them."""
        verdict, need = sums.verdict, sums.verdict.need
        self._verdict.setText(verdict_words(verdict))
        for name, count in (
            (self.tr("Weights"), need.weights_bytes),
            (self.tr("Cache for {0}").format(tokens(need.context_tokens)), need.kv_bytes),
            (self.tr("One step of computing"), need.compute_bytes),
            (self.tr("The process itself"), need.process_bytes),
        ):
            self._row(name, count)
        self._line()
        self._row(self.tr("Needed in all"), need.total_bytes, strong=True)
        self._row(self.tr("Free memory now"), verdict.free_bytes - verdict.given_back_bytes)
        if verdict.given_back_bytes:
            self._row(self.tr("Given back by the loaded model"), verdict.given_back_bytes)
        self._line()
        left = verdict.free_bytes - need.total_bytes
        self._row(self.tr("Left") if left >= 0 else self.tr("Missing"), abs(left), strong=True)
        if sums.vision is not None and sums.with_it is not None:
            self._show_vision(sums.vision, sums.with_it)
        rows = bool(verdict.given_back_bytes) + _VISION_ROWS * (sums.with_it is not None) + max(0, len(sums.splits) - 1)
        sized(self._desk.theme, self, _WIDTH, _HEIGHT + rows * _ROW)
        self._more.setText("\n".join(self._contexts(sums)))

    def _show_vision(self, vision: VisionPart, with_it: Verdict) -> None:
        """Show what the part would add that looks at pictures: it is not loaded, so it stands apart from the sum."""
        self._line()
        self._row(self.tr("Vision part, not loaded here"), vision.need.total_bytes)
        self._row(self.tr("Needed in all with it"), with_it.need.total_bytes)
        self._tell(self.tr("That would be"), fit_words(with_it.level))

    def _contexts(self, sums: Sums) -> list[str]:
        lines = [] if sums.vision is None else [vision_words(sums.vision)]
        if not sums.longest_context:
            lines.append(self.tr("No context fits; close other programs, or take a smaller model."))
        elif sums.longest_context >= (sums.trained_context or sums.longest_context):
            lines.append(self.tr("The longest context of this model fits: {0}.").format(tokens(sums.longest_context)))
        else:
            lines.append(self.tr("Up to {0} of context fit.").format(tokens(sums.longest_context)))
        lines += [
            self.tr("{0}: {1} of {2} layers fit into {3} free.").format(
                one.card.name, one.layers, one.all_layers, size(one.card.free_bytes)
            )
            for one in sums.splits
        ] or [self.tr("No graphics card is seen; the processor does the work.")]
        return lines

    def _row(self, name: str, count: int, *, strong: bool = False) -> None:
        self._tell(name, size(count), "strong" if strong else "")

    def _tell(self, name: str, told: str, kind: str = "") -> None:
        row = self._grid.rowCount()
        label, value = tag(name, kind), tag(told, kind)
        value.setAccessibleName(f"{name}: {told}")
        self._grid.addWidget(label, row, 0)
        self._grid.addWidget(value, row, 1, alignment=Qt.AlignmentFlag.AlignRight)

    def _line(self) -> None:
        self._grid.addWidget(line(), self._grid.rowCount(), 0, 1, 2)
