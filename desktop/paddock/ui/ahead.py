"""Loads what the next pages need while nobody does anything: loaded at a click, it would hold the window up."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_AFTER_MS: Final = 1000
_BETWEEN_MS: Final = 30
# In the order of their need of each other, so that none brings many along.
MODULES: Final = (
    "paddock.fetcher.protocol",
    "paddock.models.sources",
    "paddock.models.about",
    "paddock.models.unfinished",
    "paddock.models.hub_questions",
    "paddock.models.hub_token",
    "paddock.models.course",
    "paddock.models.downloads",
    "paddock.models.graphics",
    "paddock.ui.models.download_feed",
    "paddock.ui.models.actions",
    "paddock.ui.models.importing",
    "paddock.ui.models.row",
    "paddock.ui.models.installed_view",
    "paddock.ui.models.tray",
    "paddock.ui.models.page",
    "paddock.ui.models.catalogue_view",
    "paddock.ui.models.hub_view",
)


class Ahead(QObject):
    """From `begin` on, one module at a turn of the event loop, with pauses between; `loaded` when it is over.

    `load` takes a module's whole name; another one than Python's own is for tests.
    """

    loaded = Signal()

    def __init__(
        self,
        parent: QObject | None = None,
        modules: Sequence[str] = MODULES,
        load: Callable[[str], object] = import_module,
    ) -> None:
        super().__init__(parent)
        self._left = list(modules)
        self._import = load
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._load)

    @property
    def over(self) -> bool:
        """Tell whether everything is loaded."""
        return not self._left

    def begin(self, after_ms: int = _AFTER_MS) -> None:
        """Load the first one after a while; begun again, it goes on where it was."""
        if self._left:
            self._timer.start(after_ms)

    def _load(self) -> None:
        self._import(self._left.pop(0))
        if self._left:
            self._timer.start(_BETWEEN_MS)
        else:
            self.loaded.emit()
