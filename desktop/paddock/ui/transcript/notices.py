"""What is told under a message: that it was stopped, cut off or failed, what the model did not see; and what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from PySide6.QtCore import QCoreApplication, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QPushButton, QWidget

from paddock.ui.mirroring import turned
from paddock.ui.sentences import in_language
from paddock.ui.transcript.phrases import left_out
from paddock.ui.widgets.plain import PlainLabel

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from paddock.chat.sources import Consulted
    from paddock.chat.types import Message
    from paddock.ui.transcript.materials import Materials

translate = QCoreApplication.translate  # by this name lupdate finds the texts
_NARROW_PX = 340
Step = Literal["", "continue", "continue anyway", "regenerate", "go on"]
_ASKED: Final[dict[Step, str]] = {"continue anyway": "continue", "go on": "regenerate"}  # by other words


class Notice(NamedTuple):
    """A sentence, whether it is a failure, and the next step offered."""

    sentence: str
    failure: bool = False
    step: Step = ""


def notices_of(message: Message, consulted: Consulted | None = None) -> list[Notice]:
    """Return what is to be told about a message; `consulted` is what it rests on.

    A summary that ended early goes on from what was noted of the document, whatever of it was written.
    """
    made: list[Notice] = []
    summary = consulted is not None and consulted.summary_of > 0
    ended_early: Step = "go on" if summary else "continue" if message.text else "regenerate"
    if message.state == "failed":
        made.append(
            Notice(
                in_language(message.error) or translate("Notices", "The answer failed."),
                failure=True,
                step="regenerate",
            )
        )
    elif message.state == "stopped" and message.finish_reason == "repeats":
        made.append(
            Notice(translate("Notices", "This answer was stopped: it only repeats itself."), step="continue anyway")
        )
    elif message.finish_reason == "context":
        made.append(Notice(translate("Notices", "The context window is full; the answer ends here.")))
    elif message.state == "stopped":
        stopped = (
            translate("Notices", "You stopped this summary; what was noted of the document is kept.")
            if summary
            else translate("Notices", "You stopped this answer.")
        )
        made.append(Notice(stopped, step=ended_early))
    elif message.state == "interrupted":
        sentence = translate("Notices", "This answer was cut off when Paddock ended.")
        made.append(Notice(sentence, step=ended_early))
    elif message.state == "complete" and message.finish_reason == "length":
        made.append(
            Notice(translate("Notices", "This answer reached the longest length that is set."), step="continue")
        )
    if message.left_out_turns:
        made.append(Notice(left_out(message.left_out_turns)))
    return made


class NoticeRow(QWidget):
    """One notice: its sentence and the button for the next step, beside it or, where that is narrow, below.

    `chosen` carries the step.
    """

    chosen = Signal(str)

    def __init__(self, notice: Notice, materials: Materials, parent: QWidget) -> None:
        super().__init__(parent)
        self._notice = notice
        self._materials = materials
        self._label = PlainLabel(notice.sentence, self)
        self._label.setWordWrap(True)
        self._label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._label.setProperty("kind", "" if notice.failure else "small")
        self.button: QPushButton | None = None
        if notice.step:
            words = {
                "continue": self.tr("Continue"),
                "continue anyway": self.tr("Continue anyway"),
                "regenerate": self.tr("Try again"),
                "go on": self.tr("Go on"),
            }[notice.step]
            self.button = materials.buttons.push(words, "" if notice.failure else "link", parent=self)
            if not notice.failure:
                self.button.setObjectName("notice_step")
            asked = _ASKED.get(notice.step, notice.step)
            self.button.clicked.connect(lambda: self.chosen.emit(asked))

    def height_for(self, width: int) -> int:
        """Place label and button for a width and return the height."""
        px = self._materials.theme.px
        pad = px(12) if self._notice.failure else 0
        hint = self.button.sizeHint() if self.button is not None else QSize(0, 0)
        room = width - 2 * pad
        beside = room - hint.width() - px(8) if self.button is not None else room
        natural = self._label.sizeHint().width() if not self._label.wordWrap() else self._line_width()
        below = beside < min(natural, px(_NARROW_PX)) and self.button is not None
        label_width = max(min(room if below else beside, natural), px(80))
        label_height = self._label.heightForWidth(label_width)
        inner = label_height + px(8) + hint.height() if below else max(label_height, hint.height())
        height = inner + 2 * pad
        top = pad if below else (height - label_height) // 2
        self._label.setGeometry(turned(QRect(pad, top, label_width, label_height), width))
        if self.button is not None:
            left = width - pad - hint.width() if self._notice.failure else pad + label_width + px(8)
            if below:
                box = QRect(pad, height - pad - hint.height(), hint.width(), hint.height())
            else:
                box = QRect(left, (height - hint.height()) // 2, hint.width(), hint.height())
            self.button.setGeometry(turned(box, width))
        return height

    def _line_width(self) -> int:
        self._label.ensurePolished()
        return self._label.fontMetrics().horizontalAdvance(self._label.text()) + 4

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint a failure's ground."""
        if not self._notice.failure:
            return
        palette = self._materials.theme.palette
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(palette.color("danger_soft"))
        painter.setPen(palette.color("danger"))
        radius = self._materials.theme.px(8)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
