"""The picture of a page: how large it is drawn for what is marked on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QImage

from paddock.ui.documents.page_picture import PageView
from paddock.ui.theme import Theme

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot


@pytest.mark.parametrize(("wide", "zoom"), [(0.9, 100), (0.86, 100), (0.6, 157), (0.1, 220)])
def test_a_page_is_drawn_larger_only_where_that_helps(qapp: QApplication, qtbot: QtBot, wide: float, zoom: int) -> None:
    view = PageView(Theme(qapp.styleHints(), "light"))
    qtbot.addWidget(view)
    view.resize(400, 600)
    view.show()
    view.show_picture(QImage(600, 800, QImage.Format.Format_RGB888), [[(0.05, 0.1, wide, 0.02)]])
    view.zoom_to_marks()
    assert view.zoom == zoom
    assert (view.horizontalScrollBar().maximum() > 0) == (zoom > 100)
