"""What may run: licences in words and agreed to, an administrator's list, and files that are still what they were."""

from __future__ import annotations

import errno
import os
import sys
from hashlib import sha256
from typing import TYPE_CHECKING

import pytest

from paddock.errors import ModelFileError, ModelNotAllowed, UserError
from paddock.models import verifying
from paddock.models.catalogue import SHIPPED, read_catalogue
from paddock.models.choosing import offers
from paddock.models.gate import ModelGate
from paddock.models.installed import InstalledModels
from paddock.models.licences import licence_named, licence_of
from paddock.models.verifying import DUE_S, Verifier
from paddock.settings import SettingsFile
from tests.models.building import LLAMA, build

if TYPE_CHECKING:
    from pathlib import Path

LLAMA_32 = build((*LLAMA, ("general.license", "string", "llama3.2"))).data
APACHE = build((*LLAMA, ("general.license", "string", "Apache-2.0"))).data
SILENT = build().data


class House:
    """A folder with three models, and everything that decides over them; `now` is its clock."""

    def __init__(self, root: Path, policy: str = "") -> None:
        self.root = root
        folder = root / "models"
        folder.mkdir(parents=True, exist_ok=True)
        for name, data in (("meta", LLAMA_32), ("open", APACHE), ("silent", SILENT)):
            (folder / f"{name}.gguf").write_bytes(data)
        (root / "policy.toml").write_text(policy, encoding="utf-8")
        self.now = 1_000_000.0
        self.models = InstalledModels(folder, root / "links.json", root / "hashes.json")
        self.settings = SettingsFile(root / "settings.json", root / "policy.toml")
        self.verifier = Verifier(root / "seen.json", self.models, lambda: self.now)
        catalogue = read_catalogue([SHIPPED])
        self.gate = ModelGate(
            self.models, self.verifier, self.settings, lambda: catalogue, root / "accepted.json", lambda: self.now
        )

    def refused(self, name: str) -> str:
        with pytest.raises((ModelNotAllowed, ModelFileError)) as caught:
            self.gate.check(self.models.resolve(name))
        assert caught.value.next_step
        return str(caught.value)


# ---------------------------------------------------------------- licences


def test_the_catalogue_is_believed_over_the_file_where_the_hash_is_the_same(tmp_path: Path) -> None:
    house = House(tmp_path)
    header = house.models.resolve("open").header
    catalogue = read_catalogue([SHIPPED])
    llama = next(model for model in catalogue if model.id == "llama-3.2-1b-instruct")
    assert licence_of(header, "", catalogue).id == "apache-2.0"
    assert licence_of(header, llama.files[0].sha256, catalogue).id == "llama3.2"
    assert licence_of(None, "", catalogue).id == ""


def test_a_licence_that_asks_is_agreed_to_once_and_by_name(tmp_path: Path) -> None:
    house = House(tmp_path)
    assert house.gate.to_accept(house.models.resolve("open")) is None
    assert house.gate.to_accept(house.models.resolve("silent")) is None
    licence = house.gate.to_accept(house.models.resolve("meta"))
    assert licence is not None
    assert licence.id == "llama3.2"
    house.gate.accept(licence, "ada")
    again = House(tmp_path)
    assert again.gate.to_accept(again.models.resolve("meta")) is None
    noted = again.gate.acceptance(licence)
    assert noted is not None
    assert (noted.who, noted.when, noted.shown_sha256) == ("ada", 1_000_000.0, licence.shown_sha256)
    with pytest.raises(UserError, match="cannot be agreed to"):
        house.gate.accept(licence_named("other"), "ada")


def test_words_that_changed_are_agreed_to_anew(tmp_path: Path) -> None:
    house = House(tmp_path)
    licence = licence_named("llama3.2")
    house.gate.accept(licence, "ada")
    noted = (tmp_path / "accepted.json").read_text(encoding="utf-8")
    (tmp_path / "accepted.json").write_text(noted.replace(licence.shown_sha256, "0" * 64), encoding="utf-8")
    assert house.gate.to_accept(house.models.resolve("meta")) == licence


def test_who_agreed_to_the_plain_words_alone_is_asked_once_more(tmp_path: Path) -> None:
    house = House(tmp_path)
    licence = licence_named("llama3.2")
    before = sha256(f"{licence.shown_text}\n".encode()).hexdigest()
    house.gate.accept(licence, "ada")
    noted = (tmp_path / "accepted.json").read_text(encoding="utf-8")
    (tmp_path / "accepted.json").write_text(noted.replace(licence.shown_sha256, before), encoding="utf-8")
    assert house.gate.to_accept(house.models.resolve("meta")) == licence
    house.gate.accept(licence, "ada")
    again = House(tmp_path)
    assert again.gate.to_accept(again.models.resolve("meta")) is None
    assert before in (tmp_path / "accepted.json").read_text(encoding="utf-8"), "what was agreed to once stays noted"


def test_a_damaged_list_of_acceptances_is_told_and_not_overwritten(tmp_path: Path) -> None:
    house = House(tmp_path)
    (tmp_path / "accepted.json").write_text("[]", encoding="utf-8")
    with pytest.raises(UserError, match="cannot be read"):
        house.gate.accept(licence_named("gemma"), "ada")
    assert (tmp_path / "accepted.json").read_text(encoding="utf-8") == "[]"


# ---------------------------------------------------------------- policy


def test_without_a_policy_everything_may_run_and_nothing_is_hashed(tmp_path: Path) -> None:
    house = House(tmp_path)
    for model in house.models.list():
        house.gate.check(model)
        assert house.models.known_sha256(model) == ()


def test_licences_are_allowed_by_id(tmp_path: Path) -> None:
    house = House(tmp_path, 'allowed_licences = ["apache-2.0", "llama3.2"]\n')
    house.gate.check(house.models.resolve("open"))
    house.gate.check(house.models.resolve("meta"))
    assert "Its licence is not among those that are allowed: Unknown" in house.refused("silent")
    assert house.gate.to_accept(house.models.resolve("meta")) is None, "the organisation has agreed"
    allowed = {
        offer.model.licence
        for offer in offers(read_catalogue([SHIPPED]), 1 << 34, 0, lambda _header: 10.0)
        if house.gate.offered(offer)
    }
    assert allowed == {"apache-2.0", "llama3.2"}


def test_files_are_allowed_by_hash_whatever_their_licence(tmp_path: Path) -> None:
    plain = House(tmp_path)
    (sha256,) = plain.models.sha256(plain.models.resolve("silent"))
    house = House(tmp_path, f'allowed_models = ["{sha256}"]\n')
    house.gate.check(house.models.resolve("silent"))
    assert "Its file is not among those that are allowed" in house.refused("open")
    data = (house.root / "models" / "silent.gguf").read_bytes()
    (house.root / "models" / "silent.gguf").write_bytes(data[:-1] + b"\x01")
    assert "not among those that are allowed" in house.refused("silent")


@pytest.mark.skipif(sys.platform == "win32", reason="it keeps no time of the last touch")
def test_a_file_that_was_put_in_the_place_of_an_allowed_one_is_refused_whatever_time_it_shows(tmp_path: Path) -> None:
    plain = House(tmp_path)
    (sha256,) = plain.models.sha256(plain.models.resolve("silent"))
    house = House(tmp_path, f'allowed_models = ["{sha256}"]\n')
    house.gate.check(house.models.resolve("silent"))
    file = tmp_path / "models" / "silent.gguf"
    before, data = file.stat(), file.read_bytes()
    file.write_bytes(data[:-1] + b"\x01")
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert "not among those that are allowed" in house.refused("silent")


def test_an_allowed_file_that_only_stands_in_while_it_is_hashed_does_not_let_another_in(tmp_path: Path) -> None:
    plain = House(tmp_path)
    (sha256,) = plain.models.sha256(plain.models.resolve("silent"))
    house = House(tmp_path, f'allowed_models = ["{sha256}"]\n')
    file, aside = tmp_path / "models" / "silent.gguf", tmp_path / "aside"
    good = file.read_bytes()
    file.write_bytes(good[:-1] + b"\x01")
    listed = house.models.resolve("silent")
    file.rename(aside)
    file.write_bytes(good)
    with pytest.raises(ModelFileError, match="changed while it was looked at"):
        house.gate.check(listed)
    house.gate.check(house.models.resolve("silent"))


def test_what_a_person_set_themselves_agrees_to_nothing(tmp_path: Path) -> None:
    house = House(tmp_path)
    house.settings.change(allowed_licences=("llama3.2",))
    assert house.gate.to_accept(house.models.resolve("meta")) is not None


# ---------------------------------------------------------------- changed files


def test_a_file_that_changed_is_refused_until_it_is_right_or_taken_for_right(tmp_path: Path) -> None:
    house = House(tmp_path)
    file = tmp_path / "models" / "open.gguf"
    good = file.read_bytes()
    house.verifier.verify(house.models.resolve("open"))
    house.gate.check(house.models.resolve("open"))
    file.write_bytes(good[:-1] + b"\x01")
    with pytest.raises(ModelFileError, match="damaged or was changed"):
        house.verifier.verify(house.models.resolve("open"))
    assert "Get or import the file again" in house.refused("open")
    file.write_bytes(good)
    house.verifier.verify(house.models.resolve("open"))
    house.gate.check(house.models.resolve("open"))
    file.write_bytes(good + bytes(32))
    assert "when it was first seen here" in house.refused("open")
    house.verifier.verify(house.models.resolve("open"), accept=True)
    house.gate.check(house.models.resolve("open"))


def test_decay_that_leaves_size_and_time_is_found(tmp_path: Path) -> None:
    house = House(tmp_path)
    file = tmp_path / "models" / "open.gguf"
    house.models.sha256(house.models.resolve("open"))  # as an import notes it
    before = file.stat()
    data = file.read_bytes()
    file.write_bytes(data[:-1] + b"\x01")
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
    with pytest.raises(ModelFileError, match="Its content is not what it was"):
        house.verifier.verify(house.models.resolve("open"))


def test_the_model_looked_at_longest_ago_is_due_first(tmp_path: Path) -> None:
    house = House(tmp_path)
    house.now = DUE_S * 10
    for _ in range(3):
        model = house.verifier.due()
        assert model is not None
        house.verifier.verify(model)
        house.now += 60
    assert house.verifier.due() is None
    house.now += DUE_S - 179
    first = house.verifier.due()
    assert first is not None
    assert first.name == "meta"


def test_a_damaged_list_of_seen_files_is_put_aside_and_told(tmp_path: Path) -> None:
    house = House(tmp_path)
    (tmp_path / "seen.json").write_text("{", encoding="utf-8")
    house.gate.check(house.models.resolve("open"))
    assert "seen.unreadable.json" in str(house.verifier.put_aside)
    assert (tmp_path / "seen.unreadable.json").read_text(encoding="utf-8") == "{"
    house.verifier.verify(house.models.resolve("open"))
    assert (tmp_path / "seen.json").exists()


def test_one_that_cannot_be_put_aside_is_told(tmp_path: Path) -> None:
    house = House(tmp_path)
    (tmp_path / "seen.json").write_text("{", encoding="utf-8")
    (tmp_path / "seen.unreadable.json").mkdir()
    with pytest.raises(UserError, match=r"Mend or remove .*seen\.json"):
        house.gate.check(house.models.resolve("open"))


def test_one_byte_more_is_told_in_bytes(tmp_path: Path) -> None:
    house = House(tmp_path)
    model = house.models.resolve("open")
    model.path.write_bytes(model.path.read_bytes() + bytes(100_000))
    house.verifier.verify(house.models.resolve("open"))
    model.path.write_bytes(model.path.read_bytes() + b"\0")
    with pytest.raises(ModelFileError, match=r"It had 1\d\d,\d\d\d bytes when it was first seen here, and has 1"):
        house.gate.check(house.models.resolve("open"))


def test_a_full_disk_hides_no_change(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    house = House(tmp_path)
    model = house.models.resolve("open")
    house.verifier.verify(model)
    model.path.write_bytes(model.path.read_bytes()[:-1] + b"\x07")

    def full(*_more: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(verifying, "change_notes", full)
    with pytest.raises(ModelFileError, match="damaged or was changed"):
        house.verifier.verify(house.models.resolve("open"))
