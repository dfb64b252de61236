"""What can be seen from outside: the ledger's lines as they were entered, and doorkeepers that live."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from paddock.fetcher.door import Door
from paddock.fetcher.environment import fetching_command
from paddock.fetcher.ledger import enter
from paddock.fetcher.seen import MAX_LEDGER_BYTES, ledger_entries, living_doorkeepers
from tests.process.harness import module_environment

if TYPE_CHECKING:
    from pathlib import Path

    from paddock.fetcher.environment import Places


def test_what_was_entered_is_read_back_in_order(tmp_path: Path) -> None:
    ledger = tmp_path / "ledger.jsonl"
    assert ledger_entries(ledger) == ()
    enter(ledger, 1_764_000_000, "first", "pip", "asked", 5)
    enter(ledger, 1_764_000_060, "second", "pip", "asked", 6)
    assert [(entry.what, entry.bytes_expected) for entry in ledger_entries(ledger)] == [("first", 5), ("second", 6)]
    assert ledger_entries(ledger)[0].time.startswith("2025-11-24T")


def test_a_line_that_was_cut_off_hides_no_other(tmp_path: Path) -> None:
    ledger = tmp_path / "ledger.jsonl"
    ledger.write_bytes(b'{"time": "2026-\n\xff\xfe\n[]\n')
    enter(ledger, 1_764_000_000, "whole", "pip", "asked", 5)
    assert [entry.what for entry in ledger_entries(ledger)] == ["whole"]


def test_of_a_ledger_beyond_measure_the_newest_lines_are_read(tmp_path: Path) -> None:
    ledger = tmp_path / "ledger.jsonl"
    ledger.write_bytes(b"x" * (MAX_LEDGER_BYTES + 10) + b"\n")
    enter(ledger, 1_764_000_000, "newest", "pip", "asked", 5)
    assert [entry.what for entry in ledger_entries(ledger)] == ["newest"]


@pytest.mark.slow
def test_a_doorkeeper_is_seen_while_it_lives(places: Places) -> None:
    assert living_doorkeepers(places.models) == ()
    door = Door.open(fetching_command("doorkeeper", os.environ, places))
    try:
        while not (seen := living_doorkeepers(places.models)):
            assert door.alive  # for a moment after its start a program has no name yet
        assert seen == (door.pid,)
    finally:
        door.close()
    assert living_doorkeepers(places.models) == ()


@pytest.mark.skipif(sys.platform == "win32", reason="a file's size is bounded by POSIX's means")
def test_a_line_that_does_not_fit_is_no_entry_and_hides_none(tmp_path: Path) -> None:
    ledger = tmp_path / "ledger.jsonl"
    enter(ledger, 1_764_000_000, "first", "pip", "asked", 5)
    script = (
        "import resource, signal, sys; from pathlib import Path; from paddock.fetcher.ledger import enter\n"
        "path = Path(sys.argv[1]); room = path.stat().st_size + 20; signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))\n"
        "try: enter(path, 1_764_000_000, 'second', 'pip', 'asked', 5)\n"
        "except OSError as error: print(error.errno)"
    )
    argv = [sys.executable, "-c", script, str(ledger)]
    ran = subprocess.run(argv, env=module_environment(), capture_output=True, text=True, check=True)
    assert int(ran.stdout) == errno.ENOSPC
    enter(ledger, 1_764_000_000, "third", "pip", "asked", 5)
    assert [entry.what for entry in ledger_entries(ledger)] == ["first", "third"]
