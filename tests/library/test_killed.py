"""Kill -9 while documents are read: none is lost, doubled or half, and reading goes on where it was."""

from __future__ import annotations

import multiprocessing
import random
import sys
import time
from typing import TYPE_CHECKING, Any

import pytest

from paddock.library.ingest import Ingest
from paddock.library.store import LibraryStore
from paddock.vault.key import Key
from paddock.vault.vault import Vault
from tests.library.doubles import KEY, NotingIndex, Script, ScriptedReader, rows, text_of, write_script
from tests.library.killed_child import read_until_killed
from tests.library.test_ingest import check_counts

if TYPE_CHECKING:
    from pathlib import Path

ROUNDS = 30
DOCUMENTS = 40
PAGES = 110


def script(number: int) -> Script:
    """Long and short documents, some with a page that cannot be read."""
    pages = PAGES if number % 4 == 0 else 1 + number % 5 * 20
    return Script(pages=pages, salt=f"document {number}", outcomes={1: "no_text"} if number % 8 == 0 else {})


def check_no_half(vault: Vault, kept_before: dict[int, int]) -> dict[int, int]:
    """Whatever moment it was: pages without gaps, in the index too, true counts, and a job where more is to come."""
    check_counts(vault)
    assert rows(vault, "SELECT document_id, number, text FROM page EXCEPT SELECT * FROM noted") == []
    assert rows(vault, "SELECT * FROM noted EXCEPT SELECT document_id, number, text FROM page") == []
    assert rows(vault, "SELECT document_id FROM page GROUP BY document_id HAVING max(number) <> count(*)") == []
    unfinished = rows(vault, "SELECT id FROM document WHERE state IN ('waiting', 'reading') ORDER BY id")
    assert rows(vault, "SELECT document_id FROM job ORDER BY document_id") == unfinished
    assert rows(vault, "SELECT id FROM document WHERE state IN ('read', 'part') AND pages_kept <> pages") == []
    kept = dict(rows(vault, "SELECT id, pages_kept FROM document"))
    assert all(kept[number] >= before for number, before in kept_before.items()), "what was kept is never lost"
    return kept


@pytest.mark.slow
def test_killed_at_any_moment_no_document_is_lost_doubled_or_half(tmp_path: Path, schema: Path) -> None:
    files, folder = tmp_path / "files", tmp_path / "library"
    for number in range(DOCUMENTS):
        about = script(number)
        write_script(files / f"{number:02}.pdf", pages=about.pages, salt=about.salt, outcomes=about.outcomes)
    # A server that forks: starting Python thirty times would take most of the time.
    context: Any = multiprocessing.get_context("spawn" if sys.platform == "win32" else "forkserver")
    context.set_forkserver_preload(["tests.library.killed_child"])
    chance = random.Random(3)
    kept: dict[int, int] = {}
    half = 0
    for _ in range(ROUNDS):
        here, there = context.Pipe(duplex=False)
        child = context.Process(target=read_until_killed, args=(str(folder), str(schema), str(files), there))
        child.start()
        there.close()
        # Killed while it opens the store or looks through the folder, or after so many pages.
        for _ in range(chance.choice([0, 1, 2, 40, 90, 150, 200])):
            try:
                here.recv_bytes()
            except EOFError:
                break
        child.kill()
        child.join(30)
        here.close()
        vault = Vault.open(folder, Key.from_hex(KEY), time.time, schema=schema)
        kept = check_no_half(vault, kept)
        half += len(rows(vault, "SELECT id FROM document WHERE pages_kept > 0 AND state = 'reading'"))
        vault.lock()

    vault = Vault.open(folder, Key.from_hex(KEY), time.time, schema=schema)
    store = LibraryStore(vault, time.time, NotingIndex())
    reader = ScriptedReader()
    ingest = Ingest(store, lambda: reader, workers=1)
    ingest.start()
    ingest.add([files])  # the first kill may have come before anything was noted
    assert ingest.wait(60)
    check_no_half(vault, kept)
    assert half > 0, "some were caught in the middle"
    documents = store.documents()
    assert [one.name for one in documents] == [f"{number:02}.pdf" for number in range(DOCUMENTS)]
    for number, document in enumerate(documents):
        about = script(number)
        assert document.state == ("part" if about.outcomes else "read")
        texts = rows(vault, "SELECT text FROM page WHERE document_id = ? ORDER BY number", [document.id])
        assert texts == [(text_of(about, page),) for page in range(1, about.pages + 1)]
    assert rows(vault, "SELECT * FROM job") == []
    assert rows(vault, "SELECT * FROM dropped") == []
    assert vault.check() == ()
    ingest.close()
    vault.lock()
