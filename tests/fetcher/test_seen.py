"""What can be seen from outside: the ledger's lines as they were entered, and doorkeepers that live."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from paddock.fetcher.door import Door
from paddock.fetcher.environment import fetching_command
from paddock.fetcher.ledger import enter
from paddock.fetcher.seen import MAX_LEDGER_BYTES, ledger_entries, living_doorkeepers

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
