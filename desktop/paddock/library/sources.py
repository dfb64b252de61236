"""The files behind the documents: opened again for a picture of a page, and looked after for changes."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, BinaryIO, Final, Literal, NamedTuple

from paddock.errors import SourceChanged, SourceGone
from paddock.library.documents import read_document, read_sources
from paddock.library.files import FoundFile, with_digest
from paddock.library.rows import SOURCE_COLUMNS, source_of
from paddock.library.scope import condition
from paddock.library.shelf import Shelf
from paddock.library.types import EVERYTHING, Changed

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from paddock.library.types import Scope, Source, SourceState

_ANY_SIZE: Final = 1 << 62
_NOTED_TOGETHER: Final = 256


@dataclass(frozen=True)
class SourceFinding:
    """A file that is not what it was: with other content, gone, or not to be opened."""

    document_id: int
    name: str
    path: Path
    state: Literal["changed", "missing", "unreachable"]


class _Look(NamedTuple):
    """What a look at a file found; `look` where its content was read."""

    source: Source
    state: SourceState
    look: FoundFile | None


class Sources(Shelf):
    """Compares files with what was read of them."""

    def open_for(self, document_id: int) -> BinaryIO:
        """Open a file that still holds the document's content; the caller closes it.

        Size and time of change are believed; where those differ the content is read. Raises SourceChanged, SourceGone,
        NotInLibrary.
        """
        with self._vault.read() as db:
            document = read_document(db, document_id)
            sources = read_sources(db, document_id)
        changed = False
        for source in sources:
            try:
                file = source.path.open("rb")
            except OSError:
                continue
            about = os.fstat(file.fileno())
            if (about.st_size, about.st_mtime_ns) == (source.size_bytes, source.mtime_ns):
                return file
            look = with_digest(FoundFile(source.path, about.st_size, about.st_mtime_ns), _ANY_SIZE)
            if look.sha256 is not None and look.sha256.hex() == document.sha256:
                self._note([_Look(source, "there", look)])
                return file
            file.close()
            changed = True
        if changed:
            raise SourceChanged(
                f"“{document.name}” has changed since it was read.",
                "What was read of it is still here.",
                "Read it again to see its pages as they are now.",
            )
        where = f"It was {sources[0].path}." if sources else ""
        raise SourceGone(
            f"The file of “{document.name}” is not where it was.",
            where,
            "Put it back, or add it from where it lies now; what was read of it is still here.",
        )

    def check_sources(
        self, scope: Scope = EVERYTHING, cancelled: Callable[[], bool] = lambda: False
    ) -> list[SourceFinding]:
        """Look at every file of the documents in scope; return those that are not what they were.

        A file whose size or time of change differs is read to be sure. Raises Cancelled.
        """
        where, values = condition(scope, "d")
        columns = ", ".join(f"s.{name}" for name in SOURCE_COLUMNS.split(", "))
        sql = (
            f"SELECT d.name, d.sha256, {columns} FROM source AS s JOIN document AS d ON d.id = s.document_id "  # noqa: S608 - our names
            f"WHERE {where} ORDER BY s.id"
        )
        with self._vault.read() as db:
            rows: Any = list(db.execute(sql, values))
        findings = []
        looks: list[_Look] = []
        for name, sha256, *row in rows:
            source = source_of(row)
            state, look = _look_at(source, sha256, cancelled)
            if state != source.state or (look is not None and state == "there"):
                looks.append(_Look(source, state, look))
            if len(looks) >= _NOTED_TOGETHER:
                self._note(looks)
                looks = []
            if state != "there" and sha256 is not None:
                findings.append(SourceFinding(source.document_id, name, source.path, state))
        self._note(looks)
        return findings

    def _note(self, looks: Sequence[_Look]) -> None:
        """Keep what was found. A changed file keeps its old size and time, by which it is known to have changed."""
        if not looks:
            return
        with self._vault.write() as db:
            for source, state, look in looks:
                db.execute("UPDATE source SET state = ?, seen_at = ? WHERE id = ?", (state, self._clock(), source.id))
                if look is not None and state == "there":
                    db.execute(
                        "UPDATE source SET size_bytes = ?, mtime_ns = ? WHERE id = ?",
                        (look.size_bytes, look.mtime_ns, source.id),
                    )
            touched = {source.document_id for source, state, _ in looks if state != source.state}
            if touched:
                self._tell(Changed("document", document_ids=tuple(touched)))


def _look_at(
    source: Source, sha256: bytes | None, cancelled: Callable[[], bool]
) -> tuple[SourceState, FoundFile | None]:
    try:
        about = source.path.stat()
    except FileNotFoundError:
        return "missing", None
    except OSError:
        return "unreachable", None
    if sha256 is not None and (about.st_size, about.st_mtime_ns) == (source.size_bytes, source.mtime_ns):
        return ("there" if os.access(source.path, os.R_OK) else "unreachable"), None
    look = with_digest(FoundFile(source.path, about.st_size, about.st_mtime_ns), _ANY_SIZE, cancelled)
    if look.sha256 is None:
        return "unreachable", None
    return ("there", look) if look.sha256 == sha256 else ("changed", None)
