"""What is told of an answer before its first word."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import QObject, Signal

from paddock.ui.chat.telling import Telling

if TYPE_CHECKING:
    import pytest
    from pytestqt.qtbot import QtBot


class _Told(QObject):
    loading, begun, read, noted = Signal(str, float), Signal(), Signal(object), Signal(int, int, float)
    written, ended = Signal(), Signal()


def test_parts_that_were_noted_before_do_not_shorten_what_is_left(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    del qtbot
    clock = [100.0]
    monkeypatch.setattr("paddock.ui.chat.telling.time.monotonic", lambda: clock[0])
    answer, said = _Told(), list[tuple[str, Any]]()
    told = Telling(cast("Any", answer), lambda: 0.0)
    told.said.connect(lambda text, fraction: said.append((text, fraction)))
    answer.begun.emit()
    for done in (0, 1, 2):
        answer.noted.emit(done, 4, 0.0)
    answer.noted.emit(2, 4, 0.1)
    clock[0] += 50
    answer.noted.emit(2, 4, 0.5)  # a half of one part took 50 s: a part and a half are left
    assert said[-1] == ("Reading part 3 of 3, about 2 min left", 0.625)
    assert "left" not in said[2][0]
    told._timer.stop()
