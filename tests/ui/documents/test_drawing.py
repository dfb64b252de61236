"""Text on a few lines: whole where it has room, and else with a sign that there is more."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QFontMetrics

from paddock.ui.documents.drawing import RowDelegate, characters, utf16
from paddock.ui.icons import Icons
from paddock.ui.theme import Theme

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

WORDS = "The reader stopped over this document. The system killed it, most likely for want of memory. "


@pytest.fixture
def rows(qapp: QApplication) -> RowDelegate:
    theme = Theme(qapp.styleHints(), "light")
    return RowDelegate(theme, Icons(theme))


def test_a_text_that_has_room_is_drawn_as_it_is(rows: RowDelegate) -> None:
    assert rows.cut("", 400, 2) == ""
    assert rows.cut("Die Datei ist leer.", 400, 2) == "Die Datei ist leer."


@pytest.mark.parametrize("before", ["", "𝔘𝔫𝔱𝔢𝔯 𝔅𝔯𝔲𝔫𝔫𝔢𝔫. " * 3])
def test_a_text_is_cut_at_the_end_of_its_last_line(rows: RowDelegate, before: str) -> None:
    text = before + WORDS * 4
    shown = rows.cut(text, 400, 3)
    assert shown.endswith("…")
    assert text.startswith(shown[:-1].rstrip())
    whole = rows._laid_out(shown, 400, 9)
    assert whole.lineCount() == 3
    assert QFontMetrics(rows.theme.font(13)).horizontalAdvance(shown) > 2 * 400 * 0.7  # the lines are used


def test_characters_undoes_utf16() -> None:
    text = "a𝔘b𝔫c"
    assert [characters(text, utf16(text, count)) for count in range(6)] == list(range(6))
