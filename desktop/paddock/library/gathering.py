"""Merges the pieces of the full-text index into one: each piece is looked through by itself for every word asked.

FTS5 writes a piece with each transaction and merges four of a size by itself, so that a large library stays in a dozen.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any, Final

from paddock.errors import DiskFull

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from paddock.vault.connection import Connection
    from paddock.vault.vault import Vault

_MERGE_PAGES: Final = 64  # a step: some 30 ms, so that nobody waits long for the writer
_FEWEST: Final = 4
_SHARE: Final = 4
# The row of FTS5's data that tells its pieces, and what one of the second kind begins with (fts5_index.c, "structure").
_STRUCTURE: Final = 10
_SECOND_KIND: Final = b"\xff\x00\x00\x01"
_PIECE_NUMBERS, _SECOND_KIND_NUMBERS = 3, 5


def gather(vault: Vault, go_on: Callable[[], bool]) -> None:
    """Merge the index where it is worth it: where all but its largest piece are a quarter of it.

    So each passage is written anew a few times at most, however a library grows. `go_on` is asked before each step of
    some 30 ms, and may wait; ended by its no or by a crash, the next call goes on. Called outside a transaction.
    """
    with vault.read() as connection:
        sizes = piece_sizes(connection)
    if len(sizes) >= _FEWEST and _SHARE * (sum(sizes) - max(sizes)) >= sum(sizes):
        with suppress(DiskFull):  # each step is whole by itself, and nobody waits for the next one
            merge(vault, go_on)


def merge(vault: Vault, go_on: Callable[[], bool] = lambda: True) -> None:
    """Merge all pieces, in steps as above; what was forgotten is in none of them after it."""
    pages = -_MERGE_PAGES  # negative: begin a merge of everything (sqlite.org/fts5.html, the 'merge' command)
    while go_on():
        with vault.write() as connection:
            before = _total_changes(connection)
            connection.execute("INSERT INTO passage_words (passage_words, rank) VALUES ('merge', ?)", (pages,))
            done = _total_changes(connection) - before < 2  # noqa: PLR2004 - the documented sign that nothing is left
        pages = _MERGE_PAGES
        if done:
            return


def piece_sizes(connection: Connection) -> list[int]:
    """Return how many pages each piece of the index takes."""
    rows: Any = connection.execute("SELECT block FROM passage_words_data WHERE id = ?", (_STRUCTURE,))
    record = next((bytes(block) for (block,) in rows), b"")[4:]  # behind what tells changes
    second_kind = record.startswith(_SECOND_KIND)
    numbers = _numbers(record[len(_SECOND_KIND) :] if second_kind else record)
    sizes = []
    levels, _pieces, _written = (next(numbers, 0) for _ in range(3))
    for _ in range(levels):
        _merging, pieces = next(numbers, 0), next(numbers, 0)
        for _ in range(pieces):
            _number, first, last = (next(numbers, 0) for _ in range(_PIECE_NUMBERS))
            sizes.append(last - first + 1 if first else 0)
            if second_kind:
                for _ in range(_SECOND_KIND_NUMBERS):
                    next(numbers, 0)
    return sizes


def _numbers(data: bytes) -> Iterator[int]:
    """Yield SQLite's numbers of any length: the highest bit of a byte says that another follows, up to the ninth."""
    value = length = 0
    for byte in data:
        length += 1
        if length == 9:  # noqa: PLR2004 - which has all its bits
            yield value << 8 | byte
        elif byte & 0x80:
            value = value << 7 | byte & 0x7F
            continue
        else:
            yield value << 7 | byte
        value = length = 0


def _total_changes(connection: Connection) -> int:
    rows: Any = connection.execute("SELECT total_changes()")
    return int(next(changes for (changes,) in rows))
