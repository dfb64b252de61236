"""What pages have to tell the person across the window: a passing word with Undo, or an error."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from collections.abc import Callable

    from paddock.errors import UserError


@dataclass(frozen=True)
class Action:
    """A button: its words, what it does, and whether that takes back what was done (by key also later)."""

    words: str
    run: Callable[[], object]
    undoes: bool = False


@dataclass(frozen=True)
class Word:
    """A passing word at the bottom of the window, with at most one button."""

    text: str
    action: Action | None = None


@dataclass(frozen=True)
class Trouble:
    """An error to show until it is dismissed, with the buttons that do the next step."""

    error: UserError
    actions: tuple[Action, ...] = field(default=())


class Notices(QObject):
    """Pages call, the window shows."""

    word_given = Signal(object)
    trouble_given = Signal(object)

    def say(self, text: str, action: Action | None = None) -> None:
        """Show a passing word."""
        self.word_given.emit(Word(text, action))

    def complain(self, error: UserError, *actions: Action) -> None:
        """Show an error."""
        self.trouble_given.emit(Trouble(error, actions))
