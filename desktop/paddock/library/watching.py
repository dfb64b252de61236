"""Watched folders: which there are, what is new in them, and what is gone from them."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING, Any, Final

from paddock.errors import UserError
from paddock.library.removal import path_digest
from paddock.library.rows import path_of, stored_path
from paddock.library.shelf import Shelf, as_list, check_changed, one_row
from paddock.library.types import Changed, WatchedFolder

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from paddock.library.files import FoundFile

# A file changed this lately may still be being written; the next look takes it.
SETTLED_S: Final = 2.0


class Watched(Shelf):
    """The folders whose new and changed files are read by themselves, when their owner has them looked at."""

    def watch(self, collection_id: int, folder: Path) -> WatchedFolder:
        """Watch a folder for a collection. Raises UserError where it is none, NotInLibrary."""
        folder = folder.absolute()
        if not folder.is_dir():
            raise UserError(f"{folder} is not a folder that can be opened.", "", "Choose a folder.")
        with self._vault.write() as db:
            one_row(db, "SELECT 1 FROM collection WHERE id = ?", collection_id, what="collection")
            values = (collection_id, stored_path(folder))
            db.execute("INSERT OR IGNORE INTO watched (collection_id, path) VALUES (?, ?)", values)
            sql = "SELECT id FROM watched WHERE collection_id = ? AND path = ?"
            number = one_row(db, sql, *values, what="folder")[0]
            self._tell(Changed("collections", collection_id))
        return WatchedFolder(number, collection_id, folder)

    def unwatch(self, watched_id: int) -> None:
        """Watch a folder no longer; what was read of it stays. Raises NotInLibrary."""
        with self._vault.write() as db:
            db.execute("DELETE FROM watched WHERE id = ?", (watched_id,))
            check_changed(db, "folder")
            self._tell(Changed("collections"))

    def watched(self) -> list[WatchedFolder]:
        """Return all watched folders."""
        with self._vault.read() as db:
            rows: Any = db.execute("SELECT id, collection_id, path FROM watched ORDER BY id")
            return [WatchedFolder(number, collection, path_of(path)) for number, collection, path in rows]

    def to_look_at(self, folder: WatchedFolder, found: Sequence[FoundFile]) -> list[FoundFile]:
        """Return those files that are settled, and were not removed by a person as they are now."""
        now = self._clock()
        settled = [one for one in found if not 0 <= now - one.mtime_ns / 1e9 < SETTLED_S]
        names = json.dumps(
            [[path_digest(stored_path(one.path)).hex(), one.size_bytes, one.mtime_ns] for one in settled]
        )
        with self._vault.read() as db:
            rows: Any = db.execute(
                "SELECT wanted.key FROM json_each(?) AS wanted JOIN passed_over AS p ON p.watched_id = ? "
                "AND p.path_digest = unhex(wanted.value ->> 0) AND p.size_bytes = wanted.value ->> 1 "
                "AND p.mtime_ns = wanted.value ->> 2",
                (names, folder.id),
            )
            passed = {at for (at,) in rows}
        return [one for at, one in enumerate(settled) if at not in passed]

    def note_presence(self, folder: WatchedFolder, paths: set[Path]) -> None:
        """Note which known files of the folder are gone, and which came back; `paths` is all that was found there."""
        separator = os.sep.encode()
        below = stored_path(folder.path).rstrip(separator) + separator
        with self._vault.read() as db:
            rows: Any = db.execute(
                "SELECT id, document_id, path, state FROM source WHERE path > ? AND path < ?",
                (below, below[:-1] + bytes([separator[0] + 1])),
            )
            known = [(number, document, path_of(path), state) for number, document, path, state in rows]
        gone = [one for one in known if one[3] == "there" and one[2] not in paths]
        back = [one for one in known if one[3] == "missing" and one[2] in paths]
        if not gone and not back:
            return
        with self._vault.write() as db:
            for state, ones in (("missing", gone), ("there", back)):
                db.execute(
                    "UPDATE source SET state = ? WHERE id IN (SELECT value FROM json_each(?))",
                    (state, as_list(one[0] for one in ones)),
                )
            self._tell(Changed("document", folder.collection_id, tuple({one[1] for one in (*gone, *back)})))
