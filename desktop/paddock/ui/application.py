"""Builds the window around a program, runs it, and ends everything in order."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QSettings, QTimer, QTranslator
from PySide6.QtWidgets import QApplication

from paddock.errors import refusal_in
from paddock.ui.changes import Changes
from paddock.ui.desk import Desk
from paddock.ui.documents.feed import LibraryFeed
from paddock.ui.garbage import Garbage
from paddock.ui.icons import Icons
from paddock.ui.idle_lock import IdleLock
from paddock.ui.main_window import MainWindow
from paddock.ui.notices import Notices
from paddock.ui.preferences import Preferences
from paddock.ui.shortcuts import Shortcuts
from paddock.ui.tasks import Tasks
from paddock.ui.theme import Theme
from paddock.vault.passphrase_file import read_passphrase

if TYPE_CHECKING:
    from pathlib import Path
    from types import TracebackType

    from paddock.app import Paddock, StarterGetter
    from paddock.settings import Settings

_PATIENCE_S = 5.0


class Application:
    """One window with all that belongs to it. Tests build it around any program, with the QApplication they have."""

    def __init__(
        self, qt: QApplication, paddock: Paddock, *, starter: StarterGetter | None = None, translate: bool = True
    ) -> None:
        self._qt = qt
        self._paddock = paddock
        settings = paddock.settings.current
        self._translators = _translate(qt, settings.language) if translate else []
        self.tasks = Tasks()
        self.garbage = Garbage(self.tasks)
        preferences = Preferences(paddock.settings, self.tasks, self.tasks)
        theme = Theme(qt.styleHints(), settings.theme, settings.zoom_percent, self.tasks)
        theme.prepare(qt)
        notices = Notices(self.tasks)
        self.desk = Desk(
            paddock=paddock,
            tasks=self.tasks,
            preferences=preferences,
            changes=Changes(self.tasks),
            theme=theme,
            icons=Icons(theme),
            shortcuts=Shortcuts(preferences, self.tasks),
            notices=notices,
            documents=LibraryFeed(paddock, self.tasks, notices, self.tasks),
        )
        self.window = MainWindow(self.desk, starter)
        theme.dress(qt, self.window)  # once it is built: dressed before, each part is polished whenever it moves in
        self._idle = IdleLock(qt, lambda: self.window.chat_page.asking.answering, self.tasks)
        self._idle.expired.connect(self.window.lock)
        self._idle.watch(settings.lock_after_minutes)
        preferences.changed.connect(self._on_settings)
        self.tasks.broke.connect(self.window.show_bug)

    def open(self, passphrase: str | None = None, *, for_good: bool = False) -> None:
        """Show the window first, then open the vault behind it; `for_good`: this program has no other window."""
        self.window.show()
        self.window.begin(passphrase)
        QTimer.singleShot(0, self.garbage, lambda: self.garbage.begin(keep_what_is_loaded=for_good))

    def close(self) -> None:
        """End calls, engine and vault; no thread is left."""
        self._idle.watch(0)
        self.desk.changes.stop()
        self.desk.documents.close()
        self.window.close()
        self.tasks.close(_PATIENCE_S)
        self._paddock.close()
        self.tasks.close(_PATIENCE_S)
        self.garbage.end()
        for translator in self._translators:
            self._qt.removeTranslator(translator)

    def _on_settings(self, settings: Settings) -> None:
        self.desk.theme.set_mode(settings.theme)
        self.desk.theme.set_zoom(settings.zoom_percent)
        self._idle.watch(settings.lock_after_minutes)


def keep_no_folders() -> None:
    """Have Qt's own file dialogs remember folders until the program ends, and no longer.

    They write the last one into a file that anyone can read, and a folder's name may tell what is in it.
    """
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, os.devnull)


def run_window(paddock: Paddock, passphrase_file: Path | None = None, *, starter: StarterGetter | None = None) -> int:
    """Open the window on this program and return the exit code. Raises UserError for an unusable passphrase file."""
    passphrase = None if passphrase_file is None else read_passphrase(passphrase_file)
    QCoreApplication.setApplicationName("Paddock")
    QApplication.setDesktopFileName("paddock")
    keep_no_folders()
    qt = QApplication(sys.argv[:1])
    application = Application(qt, paddock, starter=starter)

    def on_bug(_kind: type[BaseException], error: BaseException, _trace: TracebackType | None) -> None:
        refused = refusal_in(error)
        if refused is None:
            application.window.show_bug(error)
        else:
            application.desk.notices.complain(refused)

    sys.excepthook = on_bug
    try:
        application.open(passphrase, for_good=True)
        return qt.exec()
    finally:
        sys.excepthook = sys.__excepthook__
        application.close()


def _translate(qt: QApplication, language: str) -> list[QTranslator]:
    """Install the language asked for, else the system's, else English."""
    from pathlib import Path  # noqa: PLC0415 - only here

    locale = QLocale(language) if language else QLocale()
    if locale.language() == QLocale.Language.C:  # none is set, and its dates read "18 11 2026"
        locale = QLocale("en_150")
    if language or locale != QLocale():
        QLocale.setDefault(locale)
    installed = []
    ours = str(Path(__file__).with_name("translations"))
    for name, folder in (("paddock", ours), ("qtbase", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))):
        translator = QTranslator(qt)
        english = name == "paddock" and "paddock_en"  # where there is no other, for its plurals
        if translator.load(locale, name, "_", folder) or (english and translator.load(english, folder)):
            qt.installTranslator(translator)
            installed.append(translator)
    qt.setLayoutDirection(locale.textDirection())
    return installed
