"""A damaged model is fetched or imported again in one step, and stays until the new file is whole."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from paddock.errors import ModelFileError, UserError
from paddock.fetcher.protocol import CatalogueChoice, Failed, Started, StarterChoice, UrlChoice
from paddock.fetcher.starter import STARTER
from paddock.fetcher.wanted import FromHub, FromMirror, Wanted
from paddock.models.arrivals import Origin
from paddock.models.exchange import NOTE_NAME, finish_exchange
from paddock.models.mending import fetchable_again, import_again, is_damaged
from paddock.models.verifying import Seen, Verifier
from paddock.process.file_lock import claim
from tests.models.building import LLAMA, build
from tests.models.test_downloads import DATA, HUB, SHA256, House
from tests.tiny_gguf import write_tiny_gguf

if TYPE_CHECKING:
    from paddock.models.about import About
    from paddock.models.installed_model import InstalledModel

OTHER = build((*LLAMA, ("general.license", "string", "mit"))).data


@pytest.fixture
def house(tmp_path: Path) -> House:
    """Return a house with a model that was fetched from the hub, and is damaged since."""
    house = House(tmp_path / "home")
    house.downloads.start(HUB)
    house.arrive()
    house.downloads.cancel(house.shown().id)
    spoil(house)
    return house


def spoil(house: House, name: str = "model") -> None:
    """Change the last byte of a model and look at it again."""
    file = house.models.resolve(name).path
    file.write_bytes(file.read_bytes()[:-1] + b"\x07")
    with pytest.raises(ModelFileError, match="damaged or was changed"):
        house.verifier.verify(house.models.resolve(name))


def again(house: House, name: str = "model") -> About | None:
    return fetchable_again(house.models.resolve(name), house.arrivals, house.verifier, house.catalogue)


def damaged(house: House, name: str = "model") -> bool:
    return is_damaged(house.models.resolve(name), house.verifier)


def fetch_again(house: House, name: str = "model") -> None:
    about = again(house, name)
    assert about is not None
    house.downloads.start(about.choice, about, replaces=name)


# ---------------------------------------------------------------- fetched again


def test_it_is_replaced_once_the_new_file_is_whole(house: House) -> None:
    broken = (house.folder / "model.gguf").read_bytes()
    fetch_again(house)
    assert house.door.last.choice == HUB
    assert house.door.last.beside, "the damaged file has its name"
    house.door.say(Started(house.door.last.id, "model-new.gguf"))
    assert (house.folder / "model.gguf").read_bytes() == broken
    assert damaged(house)
    house.arrive("model-new.gguf")
    assert house.shown().state == "done"
    assert house.shown().model == "model"
    assert [file.name for file in house.folder.iterdir()] == ["model.gguf"]
    model = house.models.resolve("model")
    assert house.models.sha256(model) == (SHA256,)
    assert not damaged(house)
    assert house.verifier.verify(model).sha256 == (SHA256,)


def test_what_fails_or_is_left_to_the_next_start_leaves_the_damaged_file(house: House) -> None:
    fetch_again(house)
    house.door.say(Started(house.door.last.id, "model-new.gguf"))
    house.door.say(Failed(house.door.last.id, "It broke."))
    assert damaged(house)
    house.downloads = house.start_again()
    house.downloads.resume(house.shown().id)
    assert house.door.last.beside, "the next start knows what it is for"
    house.arrive("model-new.gguf")
    assert not damaged(house)
    assert len(house.models.list()) == 1


def test_what_nobody_vouched_for_has_to_be_what_it_was(house: House) -> None:
    fetch_again(house)
    house.arrive("model-new.gguf", OTHER, vouched=False)
    trouble = house.shown().trouble
    assert trouble is not None
    assert str(trouble).startswith("“Test” is as it was; the new file is installed beside it, as “model-new”.")
    assert damaged(house)
    assert {one.name for one in house.models.list()} == {"model", "model-new"}
    house.downloads.cancel(house.shown().id)
    house.models.remove("model-new")
    fetch_again(house)
    house.arrive("model-new.gguf", vouched=False)
    assert not damaged(house), "these are its bytes, whoever sent them"


def test_a_renamed_one_keeps_its_name(house: House) -> None:
    before = house.models.resolve("model")
    house.verifier.follow(before, house.models.rename("model", "mine"))
    fetch_again(house, "mine")
    house.arrive("model-new.gguf")
    assert [one.name for one in house.models.list()] == ["mine"]
    assert not damaged(house, "mine")


def test_one_removed_meanwhile_is_simply_there_again(house: House) -> None:
    fetch_again(house)
    house.models.remove("model")
    house.arrive("model-new.gguf")
    assert [one.name for one in house.models.list()] == ["model-new"]


def test_where_it_comes_from(house: House) -> None:
    model = house.models.resolve("model")
    found = again(house)
    assert found is not None
    assert (found.choice, found.title) == (HUB, "Test")

    def seen_as(sha256: str) -> InstalledModel:
        house.verifier._note(model, Seen((1,), (sha256,), 0.0, changed=True))
        return model

    (house.root / "origins.json").unlink()
    seen_as(STARTER.sha256)
    found = again(house)
    assert found is not None
    assert found.choice == StarterChoice()
    entry, file = next((one, file) for one in house.catalogue for file in one.files if file.sha256)
    seen_as(file.sha256)
    found = again(house)
    assert found is not None
    assert found.choice == CatalogueChoice(entry.id, file.quantization)
    seen_as("0" * 64)
    assert again(house) is None, "nobody knows"


def test_from_an_address_it_has_to_be_what_it_was(house: House) -> None:
    url = "https://a.test/other.gguf"
    house.downloads.start(UrlChoice(url))
    house.arrive("other.gguf", OTHER, vouched=False)
    spoil(house, "other")
    found = again(house, "other")
    assert found is not None
    assert found.choice == UrlChoice(url, hashlib.sha256(OTHER).hexdigest())


def test_the_licence_that_was_told_is_not_forgotten(house: House) -> None:
    house.arrivals._note(Origin("owner/repo/folder/model.gguf", (SHA256,), "llama3.2", vouched=True))
    fetch_again(house)
    house.arrive("model-new.gguf")
    assert house.arrivals.licence(house.models.resolve("model")) == "llama3.2"


def test_a_linked_file_is_its_owners(house: House, tmp_path: Path) -> None:
    (tmp_path / "theirs.gguf").write_bytes(OTHER)
    house.models.import_link(tmp_path / "theirs.gguf")
    assert again(house, "theirs") is None


# ---------------------------------------------------------------- imported again


def bring(house: House, data: bytes, name: str = "copy.gguf") -> InstalledModel:
    source = house.root / name
    source.write_bytes(data)
    return import_again(house.models, house.verifier, "model", source)


def test_a_copy_takes_its_place(house: House) -> None:
    model = bring(house, DATA)
    assert (model.name, model.path.name) == ("model", "model.gguf")
    assert not damaged(house)
    assert [file.name for file in house.folder.iterdir()] == ["model.gguf"]
    assert (house.root / "copy.gguf").exists()


def test_another_file_is_not_taken_for_it(house: House) -> None:
    with pytest.raises(UserError, match="beside it, as “copy”") as refused:
        bring(house, OTHER)
    assert "not the file that was here at first" in refused.value.why
    assert damaged(house)
    with pytest.raises(UserError, match="installed already, as “copy”"):
        bring(house, OTHER)


def test_a_copy_that_is_installed_as_well_stays_what_it_is(house: House) -> None:
    source = house.root / "lent.gguf"
    source.write_bytes(DATA)
    house.models.import_link(source)
    import_again(house.models, house.verifier, "model", source)
    assert not damaged(house)
    assert {one.name: one.linked for one in house.models.list()} == {"model": False, "lent": True}
    assert source.exists()


def test_the_damaged_file_itself_makes_nothing_good(house: House) -> None:
    with pytest.raises(UserError, match="the damaged file itself"):
        import_again(house.models, house.verifier, "model", house.folder / "model.gguf")
    with pytest.raises(ModelFileError):
        bring(house, b"GGUF")
    assert damaged(house)


def test_one_that_was_never_whole_is_replaced_as_well(house: House) -> None:
    (house.folder / "model.gguf").unlink()
    (house.folder / "model.gguf").write_bytes(DATA[:50])
    (house.root / "seen.json").unlink()
    assert damaged(house)
    bring(house, OTHER)
    assert house.models.resolve("model").usable


def test_a_whole_one_is_left_alone(house: House) -> None:
    bring(house, DATA)
    with pytest.raises(UserError, match="is not damaged"):
        bring(house, OTHER, "next.gguf")
    assert house.models.sha256(house.models.resolve("model")) == (SHA256,)
    assert [one.name for one in house.models.list()] == ["model"], "nothing was copied for it"


@pytest.mark.parametrize("missing", [0, 1, 2])
@pytest.mark.parametrize("beside", ["", "split-2"])
def test_one_that_lacks_a_part_is_made_whole(missing: int, beside: str, house: House, tmp_path: Path) -> None:
    first, model = in_parts(house, tmp_path)
    if beside:
        assert house.models.import_copy(first).name == beside
    model.files[missing].unlink()
    whole = import_again(house.models, house.verifier, "split", first)
    assert whole.usable
    assert len(whole.files) == 3
    assert {one.name for one in house.models.list()} == {"model", "split", *([beside] if beside else [])}
    assert all(one.usable for one in house.models.list())


def test_one_that_lies_elsewhere_is_its_owners_to_mend(house: House, tmp_path: Path) -> None:
    (tmp_path / "theirs.gguf").write_bytes(OTHER)
    house.models.import_link(tmp_path / "theirs.gguf")
    with pytest.raises(UserError, match="its owner's to mend"):
        import_again(house.models, house.verifier, "theirs", tmp_path / "theirs.gguf")


# ---------------------------------------------------------------- killed in the middle


class _Killed(BaseException):
    """Stands for kill -9: nothing below it is caught."""


def in_parts(house: House, tmp_path: Path) -> tuple[Path, InstalledModel]:
    """Return a folder with a model in parts, and the same one installed and then damaged in its second part."""
    write_tiny_gguf(tmp_path / "split.gguf", tensors_in_a_part=8)
    first = next(tmp_path.glob("split-00001-of-*.gguf"))
    model = house.models.import_copy(first)
    house.verifier.verify(model)
    second = model.files[1]
    second.write_bytes(second.read_bytes()[:-1] + b"\x07")
    with pytest.raises(ModelFileError):
        house.verifier.verify(model)
    return first, house.models.resolve("split")


@pytest.mark.parametrize("killed_after", [0, 1, 2, "all"])
def test_one_killed_between_two_renames_is_whole_at_the_next_start(
    killed_after: int | str, house: House, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, model = in_parts(house, tmp_path)
    assert len(model.files) == 3
    renamed: list[Path] = []
    replace = Path.replace

    def until_killed(self: Path, target: Path) -> Path:
        if "exchange" not in self.name and "split" in self.name:
            if len(renamed) == killed_after:
                raise _Killed
            renamed.append(target)
        return replace(self, target)

    def killed(_self: object, *_more: object) -> None:
        raise _Killed

    with monkeypatch.context() as patched:
        patched.setattr(Path, "replace", until_killed)
        if killed_after == "all":
            patched.setattr(Verifier, "take_in", killed)
        with pytest.raises(_Killed):
            import_again(house.models, house.verifier, "split", first)
    assert (house.folder / NOTE_NAME).exists()
    finish_exchange(house.models, house.verifier)
    assert not (house.folder / NOTE_NAME).exists()
    assert {one.name for one in house.models.list()} == {"model", "split"}
    assert not damaged(house, "split")
    whole = house.models.resolve("split")
    assert house.verifier.verify(whole).sha256 == tuple(
        hashlib.sha256(file.read_bytes()).hexdigest() for file in sorted(tmp_path.glob("split-*.gguf"))
    )


def test_what_could_not_take_its_place_does_not_take_it_later(
    house: House, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "again.gguf").write_bytes(DATA)
    replace = Path.replace

    def in_use(self: Path, target: Path) -> Path:
        if target == house.folder / "model.gguf":
            raise PermissionError(13, "In use")
        return replace(self, target)

    with monkeypatch.context() as patched:
        patched.setattr(Path, "replace", in_use)
        with pytest.raises(UserError, match="could not be replaced"):
            import_again(house.models, house.verifier, "model", tmp_path / "again.gguf")
    house.models.remove("again")
    (tmp_path / "again.gguf").write_bytes(OTHER)
    house.models.import_copy(tmp_path / "again.gguf")
    finish_exchange(house.models, house.verifier)
    assert {one.name for one in house.models.list()} == {"model", "again"}
    assert not (house.folder / NOTE_NAME).exists()


def test_a_note_that_leads_out_of_the_models_folder_is_not_followed(house: House, tmp_path: Path) -> None:
    (tmp_path / "mine.gguf").write_bytes(b"mine")
    before = (house.folder / "model.gguf").read_bytes()
    for note in (
        b'{"pairs": [["../../mine.gguf", "model.gguf"]], "sha256": []}',
        b'{"pairs": [["model.gguf", "../../mine.gguf"]], "sha256": []}',
        f'{{"pairs": [["model.gguf", "{tmp_path}/mine.gguf"]], "sha256": []}}'.encode(),
        b'{"pairs": [["model.gguf", "notes.txt"]], "sha256": []}',
        b"",
        b'{"pairs"',
    ):
        (house.folder / NOTE_NAME).write_bytes(note)
        finish_exchange(house.models, house.verifier)
        assert not (house.folder / NOTE_NAME).exists()
        assert (tmp_path / "mine.gguf").read_bytes() == b"mine"
        assert (house.folder / "model.gguf").read_bytes() == before


def test_where_another_window_is_at_it_nothing_is_done_twice(house: House, tmp_path: Path) -> None:
    first, _model = in_parts(house, tmp_path)
    handle = claim(house.folder / NOTE_NAME)
    assert handle is not None
    finish_exchange(house.models, house.verifier)
    assert (house.folder / NOTE_NAME).exists()
    with pytest.raises(UserError, match="could not be replaced"):
        import_again(house.models, house.verifier, "split", first)
    os.close(handle)


# ---------------------------------------------------------------- the fetcher's part


def test_the_name_it_comes_under() -> None:
    wanted = Wanted("m.gguf", (FromHub("a/b", "m.gguf"),))
    assert wanted.name_here == "m.gguf"
    for name, here in (
        ("m.gguf", "m-new.gguf"),
        ("M.Q4.GGUF", "M.Q4-new.GGUF"),
        ("m-00001-of-00002.gguf", "m-new-00001-of-00002.gguf"),
        (f"{'n' * 195}.gguf", f"{'n' * 170}-new.gguf"),
    ):
        beside = Wanted(name, (FromMirror(name),), beside=True)
        assert beside.name_here == here
        assert beside.places == (FromMirror(name),), "it is asked for by its own name"
    first = Wanted("m-00001-of-00002.gguf", (FromHub("a/b", "m-00001-of-00002.gguf"),), beside=True)
    assert [part.name_here for part in first.parts] == ["m-new-00001-of-00002.gguf", "m-new-00002-of-00002.gguf"]
