"""The folders of the sidebar."""

from __future__ import annotations

from typing import Any

from paddock.chat.shelf import Shelf, check_changed
from paddock.chat.types import Folder
from paddock.errors import UserError

NAME_LIMIT = 200


class Folders(Shelf):
    """Folders hold chats; removing one keeps its chats."""

    def folders(self) -> list[Folder]:
        """Return all folders by name."""
        with self._vault.read() as db:
            rows: Any = db.execute("SELECT id, name FROM folder")
            return sorted((Folder(number, name) for number, name in rows), key=lambda one: one.name.casefold())

    def create_folder(self, name: str) -> Folder:
        """Make a folder. Raises UserError for an empty name."""
        name = clean_name(name)
        with self._vault.write() as db:
            db.execute("INSERT INTO folder (name) VALUES (?)", (name,))
            self._changed("folders")
            return Folder(db.last_insert_rowid(), name)

    def rename_folder(self, folder_id: int, name: str) -> None:
        """Rename a folder. Raises UserError for an empty name, Gone."""
        with self._vault.write() as db:
            db.execute("UPDATE folder SET name = ? WHERE id = ?", (clean_name(name), folder_id))
            check_changed(db, "folder")
            self._changed("folders")

    def remove_folder(self, folder_id: int) -> None:
        """Remove a folder; its chats stay, outside any folder. Raises Gone."""
        with self._vault.write() as db:
            db.execute("UPDATE chat SET folder_id = NULL WHERE folder_id = ?", (folder_id,))
            db.execute("DELETE FROM folder WHERE id = ?", (folder_id,))
            check_changed(db, "folder")
            self._changed("folders")
            self._changed("chats")


def clean_name(name: str) -> str:
    """Return a name on one line, at most 200 characters. Raises UserError where nothing is left."""
    cleaned = " ".join(name.split())[:NAME_LIMIT].rstrip()
    if not cleaned:
        raise UserError("A name is needed.", "It was empty.", "Type at least one character.")
    return cleaned
