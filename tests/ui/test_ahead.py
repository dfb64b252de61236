"""What the next pages need is loaded while nobody does anything."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from paddock.ui.ahead import MODULES, Ahead

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tests.ui.conftest import Person


def test_one_after_another_and_once(qtbot: QtBot) -> None:
    loaded: list[str] = []
    # Its own import: a window of another test may still be loading ahead in the same process.
    ahead = Ahead(modules=("a", "b", "c"), load=loaded.append)
    over: list[bool] = []
    ahead.loaded.connect(lambda: over.append(ahead.over))
    assert not loaded
    ahead.begin(0)
    ahead.begin(0)
    qtbot.waitUntil(lambda: ahead.over)
    ahead.begin(0)
    assert loaded == ["a", "b", "c"]
    assert over == [True]


@pytest.mark.slow
def test_an_open_window_has_the_page_of_models_at_hand(person: Person) -> None:
    person.until(lambda: person.window.ahead.over)
    assert set(MODULES) <= sys.modules.keys()
