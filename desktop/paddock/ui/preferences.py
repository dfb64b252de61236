"""The settings as the window sees them: in force at once, written behind."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from paddock.settings import Settings, SettingsFile, Window
    from paddock.ui.tasks import Tasks


class Preferences(QObject):
    """`changed` tells what is in force now. A change that cannot be written still holds until the program ends."""

    changed = Signal(object)

    def __init__(self, file: SettingsFile, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._file = file
        self._tasks = tasks
        self._current = file.current

    @property
    def current(self) -> Settings:
        """Return the settings in force."""
        return self._current

    @property
    def window(self) -> Window:
        """Return where the window was."""
        return self._current.window

    @property
    def problem(self) -> str:
        """Return why the settings could not be read at start, or nothing."""
        return self._file.problem

    def governed(self, name: str) -> bool:
        """Tell whether an administrator's policy fixes this setting."""
        return name in self._file.governed

    def change(self, **changes: object) -> None:
        """Put settings in force, save what an administrator does not fix, and tell everyone."""
        changes = {name: value for name, value in changes.items() if not self.governed(name)}
        changed = msgspec.structs.replace(self._current, **changes)
        if changed != self._current:
            self._current = changed
            self._tasks.do(self, lambda: self._file.change(**changes), lane="settings")
            self.changed.emit(changed)

    def stamp(self) -> int:
        """Return what is another number once the settings were written anew, by whichever window."""
        return self._file.stamp()

    def take_over(self, *names: str) -> None:
        """Put these settings in force as another window wrote them, and tell everyone."""

        def done(written: Settings) -> None:
            changed = msgspec.structs.replace(self._current, **{name: getattr(written, name) for name in names})
            if changed != self._current:
                self._current = changed
                self.changed.emit(changed)

        self._tasks.do(self, lambda: self._file.take_over(*names), done, lane="settings")

    def keep_window(self, **changes: object) -> None:
        """Remember the window's place; nobody needs to hear of it."""
        window = msgspec.structs.replace(self._current.window, **changes)
        if window != self._current.window:
            self._current = msgspec.structs.replace(self._current, window=window)
            self._tasks.do(self, lambda: self._file.change(window=window), lane="settings")
