"""What is told of an answer until its first word: what is being done, how far it is, and how long it will take."""

from __future__ import annotations

import math
import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from paddock.ui.phrases import model_title, number

if TYPE_CHECKING:
    from collections.abc import Callable

    from paddock.engine.protocol import PromptProgress
    from paddock.ui.chat.answer import Answer

translate = QCoreApplication.translate  # by this name lupdate finds the texts
_WORTH_TELLING_S, _WORTH_MINUTES_S = 3, 120
_LOOK_EVERY_MS = 250


class Telling(QObject):
    """Follows one answer and ends with it. `engine_waits_s` tells how long the engine waits until it starts again.

    `said` carries a sentence ("" when there is nothing to be told any more) and how far it is, None where nobody knows.
    """

    said = Signal(str, object)

    def __init__(self, answer: Answer, engine_waits_s: Callable[[], float]) -> None:
        super().__init__(answer)
        self._engine_waits_s = engine_waits_s
        self._since = time.monotonic()
        self._told_of_waiting = False
        self._noted_before: float | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_EVERY_MS)
        self._timer.timeout.connect(self._look_whether_it_waits)
        self._timer.start()
        answer.loading.connect(self._on_loading)
        answer.begun.connect(self._on_begun)
        answer.read.connect(self._on_read)
        answer.noted.connect(self._on_noted)
        answer.written.connect(self._timer.stop)
        answer.ended.connect(self._timer.stop)

    def _look_whether_it_waits(self) -> None:
        waits_s = self._engine_waits_s()
        if waits_s > 0:
            text = translate("Asking", "Restarting the engine, next try in {0} s").format(math.ceil(waits_s))
            self.said.emit(text, None)
        elif self._told_of_waiting:
            self.said.emit("", None)
        self._told_of_waiting = waits_s > 0

    def _on_loading(self, model: str, fraction: float) -> None:
        text = translate("Asking", "Loading {0}").format(model_title(model))
        self._say(text + self._time_left(fraction), fraction)

    def _on_begun(self) -> None:
        self._since = time.monotonic()

    def _on_read(self, progress: PromptProgress) -> None:
        fraction = progress.done / progress.total if progress.total else 1.0
        text = translate("Asking", "Reading {0} tokens").format(number(progress.total))
        new = progress.total - progress.reused
        done_new = (progress.done - progress.reused) / new if new > 0 else 1.0
        self._say(text + self._time_left(done_new), fraction)

    def _on_noted(self, done: int, total: int, within: float) -> None:
        if done + 1 < total:
            text = translate("Asking", "Reading part {0} of {1}").format(number(done + 1), number(total - 1))
        else:
            text = translate("Asking", "Writing the summary")
        if self._noted_before is None and within > 0:
            self._noted_before = done / total  # these took no time: they were noted before it was stopped
        fraction, before = (done + within) / total, self._noted_before
        left = self._time_left((fraction - before) / (1 - before)) if before is not None else ""
        self._say(text + left, fraction)

    def _say(self, text: str, fraction: float) -> None:
        self._told_of_waiting = False
        self.said.emit(text, fraction)

    def _time_left(self, fraction: float) -> str:
        passed = time.monotonic() - self._since
        if fraction <= 0 or passed < 1:
            return ""
        left = passed / fraction * (1 - fraction)
        if left >= _WORTH_MINUTES_S:
            return translate("Asking", ", about {0} min left").format(number(round(left / 60)))
        return translate("Asking", ", about {0} s left").format(round(left)) if left > _WORTH_TELLING_S else ""
