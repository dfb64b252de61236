"""Where the store's files lie in its folder."""

from __future__ import annotations

from pathlib import Path

SCHEMA = Path(__file__).parent / "schema"


class Places:
    """The names in one store's folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.store = folder / "paddock.db"
        self.log = folder / "paddock.db-wal"
        self.log_index = folder / "paddock.db-shm"
        self.custody = folder / "custody.json"
        self.presence = folder / "open.lock"
        self.backups = folder / "backups"
        self.custody_copy = self.backups / "custody.json"
        self.aside = folder / "aside"
