"""Choosing a folder, by the system's own dialog where it has one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QLineEdit

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


def chosen_folder(parent: QWidget, title: str, start: str = "") -> str:
    """Return the folder a person chose, or nothing."""
    dialog = QFileDialog(parent, title, start)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    chosen = _meant(dialog) if dialog.exec() else ""
    dialog.deleteLater()
    return chosen


def _meant(dialog: QFileDialog) -> str:
    # WORKAROUND(PySide6 6.12.0): while a path is typed into Qt's own dialog, it takes the folders on the way to it for
    # chosen too, and `getExistingDirectory` returns one of those.
    field = dialog.findChild(QLineEdit, "fileNameEdit")
    if field is not None and field.text():
        typed = Path(dialog.directory().absolutePath()) / field.text()
        if typed.is_dir():
            return typed.as_posix()
    return next(iter(dialog.selectedFiles()), "")
