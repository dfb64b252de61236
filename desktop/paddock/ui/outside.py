"""Files and folders handed to the system's own programs; where it has none for them, that is said."""

from __future__ import annotations

import shutil
import subprocess
import sys
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication

from paddock.ui.notices import Action

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtCore import QObject

    from paddock.ui.desk import Desk

_PATIENCE_S: Final = 4.0
translate = QCoreApplication.translate  # by this name lupdate finds the texts


def open_folder(desk: Desk, owner: QObject, folder: Path, file: Path | None = None) -> None:
    """Show a folder, of which `file` is what the person asked about; say where it lies where nothing shows folders."""
    sentence = translate("Outside", "No program on this computer shows folders. It lies here: {0}")
    _open(desk, owner, folder, sentence, file or folder)


def open_file(desk: Desk, owner: QObject, file: Path) -> None:
    """Open a file with whatever the system opens such files with; say where it lies where that is nothing."""
    sentence = translate("Outside", "No program on this computer opens such files. It lies here: {0}")
    _open(desk, owner, file, sentence, file)


def _open(desk: Desk, owner: QObject, path: Path, sentence: str, told: Path) -> None:
    def done(opened: bool) -> None:  # noqa: FBT001 - what the call found
        if not opened:
            copy = Action(translate("Outside", "Copy"), lambda: QGuiApplication.clipboard().setText(str(told)))
            desk.notices.say(sentence.format(told), copy)

    opener = shutil.which("xdg-open") if sys.platform.startswith("linux") else None
    if opener is None:
        done(QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))))
    else:  # Qt would start the same and not look whether it found anything
        desk.tasks.do(owner, lambda: _ends_well(opener, path), done)


def _ends_well(opener: str, path: Path) -> bool:
    """Start it and tell whether it did not fail within a few seconds; it may stay as long as what it opened does."""
    try:
        started = subprocess.Popen(  # noqa: S603 - the system's opener, with a path
            [opener, str(path)],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        return started.wait(_PATIENCE_S) == 0
    except subprocess.TimeoutExpired:
        return True
    except OSError:
        return False
