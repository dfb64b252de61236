"""A folder is chosen by its path, typed into the dialog that Qt shows where the system has none."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QWidget

from paddock.ui.widgets.folder_dialog import chosen_folder

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


def at_the_dialog(do: Callable[[QFileDialog], object]) -> None:
    """Have `do` called once the dialog is there."""

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QFileDialog):
            do(dialog)
        else:
            QTimer.singleShot(5, look)

    QTimer.singleShot(0, look)


def test_the_folder_whose_path_is_typed_is_chosen(parent: QWidget, tmp_path: Path) -> None:
    """Though the dialog takes those on the way to it for chosen too, as it does while it reads them."""
    meant = tmp_path / "models"
    meant.mkdir()

    def type_it(dialog: QFileDialog) -> None:
        field = dialog.findChild(QLineEdit, "fileNameEdit")
        assert field is not None
        field.setText(meant.as_posix())
        dialog.selectedFiles = lambda: [tmp_path.as_posix(), meant.as_posix()]  # type: ignore[method-assign]
        QTest.keyClick(field, Qt.Key.Key_Return)

    at_the_dialog(type_it)
    assert chosen_folder(parent, "A folder", str(tmp_path)) == meant.as_posix()


def test_the_folder_that_is_shown_is_chosen_where_nothing_is_typed(parent: QWidget, tmp_path: Path) -> None:
    at_the_dialog(lambda dialog: dialog.accept())
    assert chosen_folder(parent, "A folder", str(tmp_path)) == tmp_path.as_posix()


def test_nothing_is_chosen_where_a_person_goes_away(parent: QWidget, tmp_path: Path) -> None:
    at_the_dialog(lambda dialog: dialog.reject())
    assert chosen_folder(parent, "A folder", str(tmp_path)) == ""
