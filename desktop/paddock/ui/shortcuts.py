"""Every keyboard shortcut: what it does, its default key, and the person's own choice of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QKeyCombination
    from PySide6.QtWidgets import QWidget

    from paddock.ui.preferences import Preferences

_CONTEXT = "Shortcuts"


@dataclass(frozen=True)
class Binding:
    """One action: a stable name, the words for it, its group in the overview, and its default keys.

    `when_locked`: it works while the vault is locked. `fixed`: shown in the overview, done by the widget itself.
    """

    name: str
    words: str
    group: str
    keys: tuple[str, ...]
    when_locked: bool = False
    fixed: bool = False


def QT_TRANSLATE_NOOP(_context: str, text: str) -> str:
    """Mark a text for lupdate, as Qt's own does, and keep its type."""
    return text


_WRITING = QT_TRANSLATE_NOOP("Shortcuts", "Writing")
_CHATS = QT_TRANSLATE_NOOP("Shortcuts", "Chats")
_WINDOW = QT_TRANSLATE_NOOP("Shortcuts", "Window")

BINDINGS: tuple[Binding, ...] = (
    Binding("send", QT_TRANSLATE_NOOP("Shortcuts", "Send"), _WRITING, ("Return",), fixed=True),
    Binding("newline", QT_TRANSLATE_NOOP("Shortcuts", "Start a new line"), _WRITING, ("Shift+Return",), fixed=True),
    Binding("stop", QT_TRANSLATE_NOOP("Shortcuts", "Stop the answer"), _WRITING, ("Esc",), fixed=True),
    Binding("write", QT_TRANSLATE_NOOP("Shortcuts", "Go to the message field"), _WRITING, ("Ctrl+L",)),
    Binding("attach", QT_TRANSLATE_NOOP("Shortcuts", "Attach documents"), _WRITING, ("Ctrl+Shift+A",)),
    Binding("regenerate", QT_TRANSLATE_NOOP("Shortcuts", "Answer again"), _WRITING, ("Ctrl+R",)),
    Binding("copy_last", QT_TRANSLATE_NOOP("Shortcuts", "Copy the last answer"), _WRITING, ("Ctrl+Shift+C",)),
    Binding("model_picker", QT_TRANSLATE_NOOP("Shortcuts", "Choose the model"), _WRITING, ("Ctrl+Shift+M",)),
    Binding("chat_options", QT_TRANSLATE_NOOP("Shortcuts", "Options of this chat"), _WRITING, ("Ctrl+Shift+O",)),
    Binding("new_chat", QT_TRANSLATE_NOOP("Shortcuts", "New chat"), _CHATS, ("Ctrl+N",)),
    Binding("search", QT_TRANSLATE_NOOP("Shortcuts", "Search all chats"), _CHATS, ("Ctrl+K",)),
    Binding(
        "find", QT_TRANSLATE_NOOP("Shortcuts", "Find in this chat, or in the documents shown"), _CHATS, ("Ctrl+F",)
    ),
    Binding("next_chat", QT_TRANSLATE_NOOP("Shortcuts", "Next chat"), _CHATS, ("Ctrl+PgDown",)),
    Binding("previous_chat", QT_TRANSLATE_NOOP("Shortcuts", "Previous chat"), _CHATS, ("Ctrl+PgUp",)),
    Binding("rename", QT_TRANSLATE_NOOP("Shortcuts", "Rename, in the list of chats"), _CHATS, ("F2",), fixed=True),
    Binding("undo", QT_TRANSLATE_NOOP("Shortcuts", "Take back what was removed last"), _CHATS, ("F8",)),
    Binding("sidebar", QT_TRANSLATE_NOOP("Shortcuts", "Show or hide the sidebar"), _WINDOW, ("Ctrl+B",)),
    Binding("sources", QT_TRANSLATE_NOOP("Shortcuts", "Show or hide the sources"), _WINDOW, ("Ctrl+Shift+S",)),
    Binding("next_citation", QT_TRANSLATE_NOOP("Shortcuts", "Next citation"), _CHATS, ("F4",)),
    Binding("previous_citation", QT_TRANSLATE_NOOP("Shortcuts", "Previous citation"), _CHATS, ("Shift+F4",)),
    Binding("chat", QT_TRANSLATE_NOOP("Shortcuts", "Conversation"), _WINDOW, ("Ctrl+1",)),
    Binding("models", QT_TRANSLATE_NOOP("Shortcuts", "Models"), _WINDOW, ("Ctrl+2",)),
    Binding("privacy", QT_TRANSLATE_NOOP("Shortcuts", "Privacy"), _WINDOW, ("Ctrl+3",)),
    Binding("documents", QT_TRANSLATE_NOOP("Shortcuts", "Documents"), _WINDOW, ("Ctrl+4",)),
    Binding("search_documents", QT_TRANSLATE_NOOP("Shortcuts", "Search the documents"), _WINDOW, ("Ctrl+Shift+K",)),
    Binding("settings", QT_TRANSLATE_NOOP("Shortcuts", "Settings"), _WINDOW, ("Ctrl+,",)),
    Binding("zoom_in", QT_TRANSLATE_NOOP("Shortcuts", "Larger text"), _WINDOW, ("Ctrl++", "Ctrl+="), when_locked=True),
    Binding("zoom_out", QT_TRANSLATE_NOOP("Shortcuts", "Smaller text"), _WINDOW, ("Ctrl+-",), when_locked=True),
    Binding("zoom_reset", QT_TRANSLATE_NOOP("Shortcuts", "Normal text"), _WINDOW, ("Ctrl+0",), when_locked=True),
    Binding("lock", QT_TRANSLATE_NOOP("Shortcuts", "Lock now"), _WINDOW, ("Ctrl+Shift+X",)),
    Binding("shortcuts", QT_TRANSLATE_NOOP("Shortcuts", "All shortcuts"), _WINDOW, ("F1",), when_locked=True),
    Binding("quit", QT_TRANSLATE_NOOP("Shortcuts", "Quit"), _WINDOW, ("Ctrl+Q",), when_locked=True),
)


class Shortcuts(QObject):
    """The actions of the window, one for each binding that is not fixed. `changed` after a key was chosen anew."""

    changed = Signal()

    def __init__(self, preferences: Preferences, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self._bindings = {binding.name: binding for binding in BINDINGS}
        self._actions: dict[str, QAction] = {}
        for binding in BINDINGS:
            if not binding.fixed:
                action = QAction(self.words(binding.name), self)
                action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
                self._actions[binding.name] = action
        self._put_keys()

    def live_in(self, window: QWidget) -> None:
        """Let the keys work in this window."""
        window.addActions(list(self._actions.values()))

    def connect_to(self, name: str, slot: Callable[[], object]) -> None:
        """Call `slot` when the action is triggered. Raises KeyError for an unknown or fixed one."""
        self._actions[name].triggered.connect(lambda _checked: slot())

    def set_locked(self, *, locked: bool) -> None:
        """While locked, only what shows nothing of the vault works."""
        for name, action in self._actions.items():
            action.setEnabled(not locked or self._bindings[name].when_locked)

    def action(self, name: str) -> QAction:
        """Return an action, for a menu or a button. Raises KeyError."""
        return self._actions[name]

    def words(self, name: str) -> str:
        """Return what it does, in the person's language."""
        return QCoreApplication.translate(_CONTEXT, self._bindings[name].words)

    def keys(self, name: str) -> tuple[str, ...]:
        """Return the keys in force, in Qt's portable spelling; none where the person took the key away."""
        chosen = self._preferences.current.shortcuts.get(name)
        if chosen is None or self._bindings[name].fixed:
            return self._bindings[name].keys
        return (chosen,) if chosen else ()

    def key_words(self, name: str) -> str:
        """Return the first key as this system writes it, or nothing."""
        keys = self.keys(name)
        return QKeySequence(keys[0]).toString(QKeySequence.SequenceFormat.NativeText) if keys else ""

    def hint(self, name: str) -> str:
        """Return the words with the key, for a tool tip."""
        keys = self.key_words(name)
        return f"{self.words(name)}  {keys}" if keys else self.words(name)

    def refusal(self, name: str, keys: str) -> str:
        """Return why these keys cannot be given to that action, or nothing; a bare letter would be typed."""
        sequence = QKeySequence(keys)
        if sequence.isEmpty():
            return ""
        first: QKeyCombination = sequence[0]  # type: ignore[index]  # PySide6 6.12's stub omits __getitem__
        strong = (
            Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
        )
        is_function_key = Qt.Key.Key_F1 <= first.key() <= Qt.Key.Key_F35
        if not is_function_key and not first.keyboardModifiers() & strong:
            return self.tr("Use it together with Ctrl or Alt, or choose a function key.")
        for other in BINDINGS:
            if other.name != name and any(
                QKeySequence(key).matches(sequence) != QKeySequence.SequenceMatch.NoMatch
                or sequence.matches(QKeySequence(key)) != QKeySequence.SequenceMatch.NoMatch
                for key in self.keys(other.name)
            ):
                return self.tr("“{0}” uses this already.").format(self.words(other.name))
        return ""

    def choose(self, name: str, keys: str | None) -> None:
        """Give an action its own keys: "" for none, None for the default."""
        chosen = dict(self._preferences.current.shortcuts)
        chosen.pop(name, None)
        if keys is not None and (keys,) != self._bindings[name].keys:
            chosen[name] = keys
        self._preferences.change(shortcuts=chosen)
        self._put_keys()
        self.changed.emit()

    def _put_keys(self) -> None:
        for name, action in self._actions.items():
            action.setShortcuts([QKeySequence(key) for key in self.keys(name)])
