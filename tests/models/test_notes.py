"""Notes of two windows and a command: each is kept, whoever writes in between."""

from __future__ import annotations

import subprocess
import sys
import threading
from typing import TYPE_CHECKING, Any

import msgspec
import pytest

from paddock.models.arrivals import Origins
from paddock.models.gate import Acceptances
from paddock.models.known_hashes import Hashes
from paddock.models.links import Link, Links
from paddock.models.notes import LOCK_NAME, change_notes, read_notes
from paddock.models.speed import Speeds
from paddock.models.unfinished import UnfinishedFile
from paddock.models.verifying import SeenFiles
from tests.models.building import LLAMA, build
from tests.process.harness import module_environment

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

TIMES = 25


def with_link(name: str) -> Callable[[Links], Links]:
    return lambda links: Links((*links.links, Link(name, f"/{name}.gguf")))


@pytest.mark.slow
def test_nothing_that_two_processes_note_at_once_is_lost(tmp_path: Path) -> None:
    names = {f"{who}-{number}" for who in ("one", "other") for number in range(TIMES)}
    (tmp_path / "elsewhere").mkdir()
    for name in names:
        (tmp_path / "elsewhere" / f"{name}.gguf").write_bytes(build((*LLAMA, ("general.version", "string", name))).data)
    noting = [
        subprocess.Popen(
            [sys.executable, "-m", "tests.models.workers.noting", str(tmp_path), who, str(TIMES)],
            env=module_environment(),
        )
        for who in ("one", "other")
    ]
    assert [process.wait(120) for process in noting] == [0, 0]

    def noted(file: str, kind: type) -> Any:
        return read_notes(tmp_path / file, kind)

    links, hashes, seen = noted("links.json", Links), noted("hashes.json", Hashes), noted("seen.json", SeenFiles)
    assert sorted(link.name for link in links.links) == sorted(names)
    paths = {str(tmp_path / "elsewhere" / f"{name}.gguf") for name in names}
    assert set(hashes.hashes) == set(seen.seen) == paths
    assert sorted(one.who for one in noted("accepted.json", Acceptances).acceptances) == sorted(names)
    assert sorted(one.source for one in noted("origins.json", Origins).origins) == sorted(names)
    assert len(noted("speeds.json", Speeds).tokens_per_second) == len(names)
    assert sorted(one.title for one in noted("unfinished.json", UnfinishedFile).downloads) == sorted(names)
    assert not list(tmp_path.glob("*.part"))


def test_nothing_that_threads_note_at_once_is_lost(tmp_path: Path) -> None:
    def note(who: int) -> None:
        for number in range(20):
            change_notes(tmp_path / "links.json", Links, with_link(f"{who}-{number}"))

    threads = [threading.Thread(target=note, args=(who,)) for who in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(read_notes(tmp_path / "links.json", Links).links) == 80


def test_notes_that_cannot_be_read_are_written_over_only_where_they_may_be(tmp_path: Path) -> None:
    file = tmp_path / "links.json"
    file.write_text("{", encoding="utf-8")
    with pytest.raises(msgspec.MsgspecError):
        change_notes(file, Links, with_link("a"))
    assert file.read_text(encoding="utf-8") == "{"
    change_notes(file, Links, with_link("a"), must_be_read=False)
    assert [link.name for link in read_notes(file, Links).links] == ["a"]


def test_what_fails_on_the_way_leaves_the_notes_and_the_lock_as_they_were(tmp_path: Path) -> None:
    file = tmp_path / "links.json"
    change_notes(file, Links, with_link("a"))
    before = file.read_bytes()

    def failing(_links: Links) -> Links:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        change_notes(file, Links, failing)
    assert file.read_bytes() == before
    change_notes(file, Links, with_link("b"))
    assert [link.name for link in read_notes(file, Links).links] == ["a", "b"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["links.json", LOCK_NAME]
