"""Looks through what was dropped: tells files apart by content and files them, in batches."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from paddock.library.files import FoundFile, LeftOut, files_under, with_digest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

    from paddock.library.filing import Filing
    from paddock.library.queue import Drop
    from paddock.library.types import WatchedFolder

_LOOKED_UP_TOGETHER: Final = 64
_FILED_TOGETHER: Final = 256
_FILE_EVERY_S: Final = 0.3


@dataclass(frozen=True)
class Found:
    """What looking through files and folders came to, in files.

    `queued` are to be read; `known` were here before, unchanged; `duplicates` have the content of another file;
    `refused` could not be opened (folders too), and are listed with why. `hidden`, `links` and `special` (devices)
    were passed by. `documents` are the numbers of all that stand for the files, in the order found.
    """

    queued: int = 0
    known: int = 0
    duplicates: int = 0
    refused: int = 0
    hidden: int = 0
    links: int = 0
    special: int = 0
    documents: tuple[int, ...] = ()

    def __add__(self, other: Found) -> Found:
        """Return both together."""
        return Found(
            self.queued + other.queued,
            self.known + other.known,
            self.duplicates + other.duplicates,
            self.refused + other.refused,
            self.hidden + other.hidden,
            self.links + other.links,
            self.special + other.special,
            self.documents + other.documents,
        )


@dataclass
class _Tally:
    """Counts files by what became of them."""

    counts: dict[str, int] = field(default_factory=dict)
    documents: list[int] = field(default_factory=list)

    def found(self, left_out: LeftOut) -> Found:
        return Found(
            queued=self.counts.get("queued", 0),
            known=self.counts.get("known", 0),
            duplicates=self.counts.get("duplicate", 0),
            refused=self.counts.get("refused", 0),
            hidden=left_out.hidden,
            links=left_out.links,
            special=left_out.special,
            documents=tuple(dict.fromkeys(self.documents)),
        )


class Adding:
    """Files what lies under given paths. `most_bytes` is the largest file that is read at all.

    `on_filed` is called after each batch: there may be something to read.
    """

    def __init__(
        self,
        store: Filing,
        most_bytes: int,
        on_filed: Callable[[], None],
        timer: Callable[[], float] = time.monotonic,
    ) -> None:
        self._store = store
        self._most_bytes = most_bytes
        self._on_filed = on_filed
        self._timer = timer

    def look_through(self, drop: Drop, cancelled: Callable[[], bool]) -> Found:
        """File all that lies under what was dropped. Raises Cancelled, DiskFull, NotInLibrary, VaultError."""
        left_out = LeftOut()
        tally = _Tally()
        files = files_under(drop.path, left_out, cancelled)
        self._file_all(_in_groups(files), tally, drop.collection_id, drop.priority, cancelled)
        self._put(left_out.unreachable, tally, drop.collection_id, drop.priority)
        return tally.found(left_out)

    def take(
        self, files: Sequence[FoundFile], collection_id: int | None, priority: int, cancelled: Callable[[], bool]
    ) -> Found:
        """File these files, whether or not they look changed."""
        tally = _Tally()
        self._put([with_digest(one, self._most_bytes, cancelled) for one in files], tally, collection_id, priority)
        return tally.found(LeftOut())

    def look_at(
        self,
        folder: WatchedFolder,
        wanted: Callable[[Sequence[FoundFile]], list[FoundFile]],
        cancelled: Callable[[], bool],
    ) -> tuple[Found, set[Path] | None]:
        """File what is new or changed in a watched folder, of what `wanted` lets through.

        Returns also the paths of all files there, None where not all of it could be looked at.
        """
        left_out = LeftOut()
        tally = _Tally()
        seen: set[Path] = set()

        def groups() -> Iterable[list[FoundFile]]:
            for group in _in_groups(files_under(folder.path, left_out, cancelled)):
                seen.update(one.path for one in group)
                yield wanted(group)

        self._file_all(groups(), tally, folder.collection_id, 0, cancelled)
        return tally.found(left_out), None if left_out.unreachable else seen

    def _file_all(
        self,
        groups: Iterable[list[FoundFile]],
        tally: _Tally,
        collection_id: int | None,
        priority: int,
        cancelled: Callable[[], bool],
    ) -> None:
        batch: list[FoundFile] = []
        filed_at = self._timer()
        for group in groups:
            unchanged = self._store.unchanged(group, collection_id)
            for one in group:
                if one.path in unchanged:
                    tally.counts["known"] = tally.counts.get("known", 0) + 1
                    tally.documents.append(unchanged[one.path])
                    continue
                batch.append(with_digest(one, self._most_bytes, cancelled))
                if len(batch) >= _FILED_TOGETHER or self._timer() - filed_at >= _FILE_EVERY_S:
                    self._put(batch, tally, collection_id, priority)
                    batch = []
                    filed_at = self._timer()
        self._put(batch, tally, collection_id, priority)

    def _put(self, batch: Sequence[FoundFile], tally: _Tally, collection_id: int | None, priority: int) -> None:
        if not batch:
            return
        for kind, number in self._store.file(batch, collection_id, priority):
            tally.counts[kind] = tally.counts.get(kind, 0) + 1
            tally.documents.append(number)
        self._on_filed()


def _in_groups(files: Iterable[FoundFile]) -> Iterable[list[FoundFile]]:
    group: list[FoundFile] = []
    for one in files:
        group.append(one)
        if len(group) >= _LOOKED_UP_TOGETHER:
            yield group
            group = []
    if group:
        yield group
