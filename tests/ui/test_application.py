"""What Qt would keep by itself, and is kept from."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings

from paddock.ui.application import keep_no_folders


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere Qt asks the system's own dialogs")
def test_file_dialogs_write_down_no_folder() -> None:
    keep_no_folders()
    settings = QSettings(QSettings.Scope.UserScope, "QtProject")  # as QFileDialog does
    settings.setValue("FileDialog/lastVisited", "file:///home/ada/letters")
    settings.sync()
    assert settings.status() is QSettings.Status.AccessError
    assert not Path(settings.fileName()).exists()
