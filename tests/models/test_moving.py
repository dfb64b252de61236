"""The models folder goes to another drive whole, or stays where it was."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from paddock.engine.cancelling import CancelToken
from paddock.errors import Cancelled, UserError
from paddock.fetcher.part_lock import locked
from paddock.home import Home
from paddock.models import moving
from paddock.models.installed import InstalledModels
from paddock.models.moving import move_models
from paddock.models.placing import copy_all
from paddock.models.verifying import Verifier
from tests.models.building import build

if TYPE_CHECKING:
    from pathlib import Path


class House:
    """Two own models, one of them in a folder below, and one used where it lies."""

    def __init__(self, root: Path) -> None:
        self.home = Home.under(root / "home")
        self.home.make()
        (self.home.models / "below").mkdir()
        (self.home.models / "one.gguf").write_bytes(build().data)
        (self.home.models / "below" / "two.gguf").write_bytes(build().data)
        (root / "lent.gguf").write_bytes(build().data)
        self.models = InstalledModels(self.home.models, root / "links.json", root / "hashes.json")
        self.models.import_link(root / "lent.gguf")
        self.verifier = Verifier(root / "seen.json", self.models, lambda: 5.0)
        self.to = root / "drive" / "models"

    def move(self, cancel: CancelToken | None = None) -> int:
        def switch() -> None:
            self.home = self.home.with_models(self.to)

        return move_models(self.models, self.verifier, self.to, switch, lambda _done, _total: None, cancel)

    def names(self) -> set[str]:
        return {model.name for model in self.models.list() if model.usable or model.header}


@pytest.fixture
def house(tmp_path: Path) -> House:
    return House(tmp_path)


def test_all_goes_along_and_is_remembered(house: House, tmp_path: Path) -> None:
    for model in house.models.list():
        house.verifier.verify(model)
    old = house.models.folder
    before = house.names()
    freed = house.move()
    assert freed == 2 * len(build().data)
    assert house.names() == before
    assert not list(old.rglob("*.gguf"))
    assert (house.to / "below" / "two.gguf").exists()
    assert (tmp_path / "lent.gguf").exists(), "what is used in place stays in place"
    for model in house.models.list():
        assert house.models.known_sha256(model), "nothing has to be hashed again"
        assert house.verifier.seen(model) is not None
    assert Home.under(tmp_path / "home").models == house.to, "the next start finds them"


def test_a_stop_leaves_all_as_it_was(house: House) -> None:
    cancel = CancelToken()
    cancel.cancel()
    before = house.names()
    with pytest.raises(Cancelled):
        house.move(cancel)
    assert house.names() == before
    assert not list(house.to.rglob("*.gguf"))


def test_a_drive_that_reads_otherwise_than_it_writes_is_found_out(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(moving, "hash_file", lambda *_: "0" * 64)
    before = house.names()
    with pytest.raises(UserError, match="reads otherwise"):
        house.move()
    assert house.names() == before
    assert not list(house.to.rglob("*.gguf"))


@pytest.mark.parametrize("where", ["same", "inside", "around", "full"])
def test_folders_that_cannot_be(house: House, where: str) -> None:
    (house.to).mkdir(parents=True)
    (house.to / "other.gguf").write_bytes(b"GGUF")
    house.to = {
        "same": house.models.folder,
        "inside": house.models.folder / "deeper",
        "around": house.models.folder.parent,
        "full": house.to,
    }[where]
    with pytest.raises(UserError, match="cannot be moved there"):
        house.move()
    assert (house.models.folder / "one.gguf").exists()


def test_a_drive_that_is_not_there_keeps_nobody_out(house: House, tmp_path: Path) -> None:
    blocked = tmp_path / "a file"
    blocked.write_text("no folder", encoding="utf-8")
    house.home.with_models(blocked / "models")
    home = Home.under(tmp_path / "home")
    home.make()
    assert home.models == blocked / "models"


def test_no_file_is_written_over_in_a_folder_below(house: House) -> None:
    (house.to / "below").mkdir(parents=True)
    (house.to / "below" / "two.gguf").write_bytes(b"mine")
    with pytest.raises(UserError, match="cannot be moved there") as refusal:
        house.move()
    assert "two.gguf" in refusal.value.why
    assert (house.to / "below" / "two.gguf").read_bytes() == b"mine"
    assert house.names() == {"one", "two", "lent"}


def test_a_file_that_came_while_was_copied_is_not_written_over(tmp_path: Path) -> None:
    pairs = [(tmp_path / name, tmp_path / "to" / name) for name in ("one.gguf", "two.gguf")]
    (tmp_path / "to").mkdir()
    for source, _ in pairs:
        source.write_bytes(b"mine")

    def comes_meanwhile(_more: int) -> None:
        (tmp_path / "to" / "two.gguf").write_bytes(b"fetched")

    with pytest.raises(FileExistsError):
        copy_all(pairs, comes_meanwhile, None)
    assert [path.name for path in (tmp_path / "to").iterdir()] == ["two.gguf"]
    assert (tmp_path / "to" / "two.gguf").read_bytes() == b"fetched"


def test_the_folder_is_not_moved_from_under_a_file_that_another_window_fetches(house: House) -> None:
    part = house.models.folder / "new.gguf.part"
    part.write_bytes(b"half")
    handle = locked(part)
    try:
        with pytest.raises(UserError, match="cannot be moved now") as refusal:
            house.move()
    finally:
        os.close(handle)
    assert "new.gguf" in refusal.value.why
    assert house.names() == {"one", "two", "lent"}
    assert house.move(), "a part that nobody fetches holds nothing up"


def test_what_has_come_in_part_goes_along(house: House) -> None:
    part, note = house.models.folder / "new.gguf.part", house.models.folder / "new.gguf.part.json"
    part.write_bytes(b"half")
    note.write_bytes(b"{}")
    house.move()
    assert (house.to / part.name).read_bytes() == b"half"
    assert (house.to / note.name).read_bytes() == b"{}"
    assert not part.exists()
    assert not note.exists()
    os.close(locked(house.to / part.name))  # nobody holds it: it can be gone on with
