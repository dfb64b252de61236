"""What is shown when Paddock itself is wrong: calm, with details to copy that hold nothing of what was written."""

from __future__ import annotations

import platform
import traceback
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from paddock import __version__
from paddock.ui.widgets.buttons import Buttons
from paddock.ui.widgets.on_screen import sized
from paddock.ui.widgets.page import words
from paddock.ui.widgets.scaled import follow, spaced

if TYPE_CHECKING:
    from paddock.ui.desk import Desk


def details_of(error: BaseException) -> str:
    """Return where it happened, by our own file names and lines; no messages and no values, which may hold content."""
    lines = [f"Paddock {__version__}, Python {platform.python_version()}, Qt {qVersion()}, {platform.platform()}"]
    seen: set[int] = set()
    link: BaseException | None = error
    while link is not None and id(link) not in seen:
        seen.add(id(link))
        lines.append(type(link).__name__)
        lines += [
            f"  {_short(frame.filename)}:{frame.lineno} {frame.name}"
            for frame in traceback.extract_tb(link.__traceback__)
        ]
        link = link.__cause__ or link.__context__
    return "\n".join(lines)


def _short(file_name: str) -> str:
    """Return a path from its package on: the folders before it name the person's home."""
    parts = Path(file_name).parts
    for root in ("paddock", "site-packages", "lib"):
        if root in parts:
            at = len(parts) - 1 - parts[::-1].index(root)
            return "/".join(parts[at:])
    return parts[-1] if parts else file_name


class BugDialog(QDialog):
    """One at a time; the program goes on."""

    def __init__(self, desk: Desk, error: BaseException, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(True)
        self.setWindowTitle(self.tr("A bug in Paddock"))
        self._details = details_of(error)
        make = Buttons(desk.theme, desk.icons)
        details = QPlainTextEdit(self._details)
        details.setReadOnly(True)
        details.setTabChangesFocus(True)
        details.setAccessibleName(self.tr("Details"))
        follow(desk.theme, details, lambda: details.setFont(desk.theme.font(13, mono=True)))
        copy = make.push(self.tr("Copy the details"), "", "copy")
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self._details))
        close = make.push(self.tr("Go on"), "primary")
        close.setDefault(True)
        close.clicked.connect(self.accept)
        row = QHBoxLayout()
        row.addWidget(copy)
        row.addStretch(1)
        row.addWidget(close)
        column = QVBoxLayout(self)
        column.addWidget(words(self.tr("This is a bug in Paddock, not something you did."), "heading"))
        about = self.tr(
            "What you wrote is kept, and you can go on. If it happens again, please report the details below: "
            "they say where it happened and hold nothing of your chats."
        )
        column.addWidget(words(about, "muted"))
        column.addWidget(details, 1)
        column.addLayout(row)
        spaced(desk.theme, column, (24, 20, 24, 18), 12)
        sized(desk.theme, self, 620, 420)
        close.setFocus()
