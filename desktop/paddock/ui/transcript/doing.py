"""What is being done before the first word of an answer, and how far it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QProgressBar, QWidget

from paddock.ui.mirroring import turned
from paddock.ui.transcript import phrases
from paddock.ui.widgets.plain import PlainLabel

if TYPE_CHECKING:
    from paddock.ui.transcript.materials import Materials
    from paddock.ui.transcript.streaming import Stream

_WIDEST_BAR = 240


class DoingLine(QWidget):
    """A sentence and, where it is known how far it is, a bar; neither any more once there are words."""

    def __init__(self, materials: Materials, parent: QWidget) -> None:
        super().__init__(parent)
        self._px = materials.theme.px
        self.words = PlainLabel(parent=self)
        self.words.setProperty("kind", "muted")
        self._bar = QProgressBar(self)
        self._bar.setRange(0, 1000)
        self._bar.setTextVisible(False)
        self.hide()

    def show_for(self, stream: Stream | None) -> None:
        """Tell of this answer, if there is one without words."""
        if stream is None or stream.text or stream.reasoning:
            self.hide()
            return
        self.words.setText(phrases.doing(stream.doing, stream.fraction) if stream.doing else phrases.thinking())
        self._bar.setVisible(stream.fraction is not None)
        self._bar.setValue(round((stream.fraction or 0) * 1000))
        self._bar.setAccessibleName(stream.doing)
        self.show()

    def height_for(self, width: int) -> int:
        """Place sentence and bar for a width and return the height."""
        px = self._px
        height = self.words.sizeHint().height()
        self.words.setGeometry(0, 0, width, height)
        self._bar.setGeometry(turned(QRect(0, height + px(8), min(px(_WIDEST_BAR), width), px(6)), width))
        return height + px(18)
