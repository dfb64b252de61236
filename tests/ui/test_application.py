"""What Qt would do by itself, and is kept from."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QLocale, QSettings

from paddock.ui.application import _translate, keep_no_folders
from paddock.ui.phrases import number, when

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere Qt asks the system's own dialogs")
def test_file_dialogs_write_down_no_folder() -> None:
    keep_no_folders()
    settings = QSettings(QSettings.Scope.UserScope, "QtProject")  # as QFileDialog does
    settings.setValue("FileDialog/lastVisited", "file:///home/ada/letters")
    settings.sync()
    assert settings.status() is QSettings.Status.AccessError
    assert not Path(settings.fileName()).exists()


def test_where_no_language_is_set_dates_and_numbers_read_as_in_english(qapp: QApplication) -> None:
    before = QLocale()
    QLocale.setDefault(QLocale.c())
    translators = _translate(qapp, "")
    try:
        assert number(8192) == "8,192"
        assert when(1_795_000_000).startswith("18/11/2026")
    finally:
        QLocale.setDefault(before)
        for translator in translators:
            qapp.removeTranslator(translator)
