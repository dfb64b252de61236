"""The installed set: scanned, named, imported, linked, hashed and removed; and what goes wrong, told in words."""

from __future__ import annotations

import errno
import glob
import hashlib
import io
import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from paddock.errors import Cancelled, ModelFileError, ModelMissing, UserError
from paddock.models import placing
from paddock.models.installed import InstalledModels
from paddock.models.known_hashes import KnownHashes
from paddock.models.naming import check_name, name_like
from paddock.models.verifying import Verifier
from tests.models.building import LLAMA, build
from tests.models.test_modelfile import write_split
from tests.tiny_gguf import write_tiny_gguf

if TYPE_CHECKING:
    from pathlib import Path

GOOD = build().data
OTHER = build((*LLAMA, ("general.version", "string", "other"))).data


class Stopper:
    """Cancels after so many questions."""

    def __init__(self, after: int) -> None:
        self._left = after

    @property
    def cancelled(self) -> bool:
        self._left -= 1
        return self._left < 0


@pytest.fixture
def models(tmp_path: Path) -> InstalledModels:
    return InstalledModels(tmp_path / "models", tmp_path / "config" / "links.json", tmp_path / "cache" / "hashes.json")


def write(path: Path, data: bytes = GOOD) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


def names_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_nothing_installed_is_an_empty_list_and_a_next_step(models: InstalledModels) -> None:
    assert list(models.list()) == []
    with pytest.raises(ModelMissing, match="paddock models import"):
        models.default()


def test_the_folder_is_scanned_with_good_bad_split_and_nested_files(models: InstalledModels, tmp_path: Path) -> None:
    folder = tmp_path / "models"
    write(folder / "Alpha-Q4_0.gguf")
    write(folder / "broken.GGUF", GOOD[:100])
    write(folder / "sub" / "Alpha-Q4_0.gguf", OTHER)
    write(folder / "notes.txt")
    write(folder / "half.gguf.part")
    write_split(folder, 3)
    write_split(folder / "sub", 2, "torn")[0].unlink()
    found = {model.name: model for model in models.list()}
    assert set(found) == {"Alpha-Q4_0", "Alpha-Q4_0-2", "broken", "big", "torn"}
    assert found["Alpha-Q4_0"].title == "Alpha"
    assert found["Alpha-Q4_0"].usable
    assert found["Alpha-Q4_0-2"].path == folder / "sub" / "Alpha-Q4_0.gguf"
    assert "truncated" in found["broken"].problem
    assert found["broken"].header is None
    assert len(found["big"].files) == 3
    assert "lacks torn-00001-of-00002.gguf" in found["torn"].problem
    assert all(not model.linked for model in found.values())
    assert found["big"].size_bytes == sum(file.stat().st_size for file in found["big"].files)


def test_names_and_paths_are_resolved(models: InstalledModels, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path / "models" / "Alpha-Q4_0.gguf")
    outside = write(tmp_path / "Beta.gguf", OTHER)
    for asked in ("Alpha-Q4_0", "alpha-q4_0", "Alpha", "Alpha-Q4_0.gguf", str(tmp_path / "models/Alpha-Q4_0.gguf")):
        assert models.resolve(asked).name == "Alpha-Q4_0"
        assert not models.resolve(asked).linked
    assert models.resolve(str(outside)).files == (outside,)
    monkeypatch.chdir(tmp_path)
    assert models.resolve("Beta.gguf").files == (outside,)
    with pytest.raises(ModelFileError, match="no such file"):
        models.resolve("~nobody-of-that-name/x.gguf")
    with pytest.raises(ModelMissing, match="Did you mean “Alpha-Q4_0”"):
        models.resolve("Alpa-Q4")
    with pytest.raises(ModelFileError, match="no such file"):
        models.resolve("/nowhere/x.gguf")
    with pytest.raises(ModelMissing):
        models.resolve("a\0b")
    with pytest.raises(ModelMissing):
        models.resolve("")


def test_one_usable_model_is_the_default_and_several_are_asked_about(models: InstalledModels, tmp_path: Path) -> None:
    write(tmp_path / "models" / "Alpha.gguf")
    write(tmp_path / "models" / "broken.gguf", b"no")
    embedder = (("general.architecture", "string", "bert"), *LLAMA[1:])
    write(tmp_path / "models" / "embedder.gguf", build(embedder).data)
    assert models.default().name == "Alpha"
    write(tmp_path / "models" / "Beta.gguf", OTHER)
    with pytest.raises(ModelMissing, match="“Alpha”, “Beta”"):
        models.default()
    assert models.default("Beta").name == "Beta"


def test_an_embedder_is_offered_for_search_and_never_for_a_chat(models: InstalledModels, tmp_path: Path) -> None:
    write(tmp_path / "models" / "Alpha.gguf")
    assert models.embedder() is None
    encoder = (("general.architecture", "string", "bert"), *LLAMA[1:])
    ranking = (*encoder, ("bert.pooling_type", "u32", 4))
    write(tmp_path / "models" / "a-reranker.gguf", build(ranking).data)
    assert models.embedder() is None
    write(tmp_path / "models" / "m-embedder.gguf", build(encoder).data)
    # A decoder that was trained on for vectors says so by its pooling.
    write(tmp_path / "models" / "n-embedder.gguf", build((*LLAMA, ("llama.pooling_type", "u32", 3))).data)
    found = models.embedder()
    assert found is not None
    assert (found.name, found.embeds, found.writes) == ("m-embedder", True, False)
    assert models.default().name == "Alpha"
    assert [model.name for model in models.list() if model.writes] == ["Alpha"]


def test_import_copies_hashes_and_recognises_what_is_there(models: InstalledModels, tmp_path: Path) -> None:
    source = write(tmp_path / "usb" / "Alpha.gguf")
    heard: list[tuple[int, int]] = []
    model = models.import_copy(source, lambda done, total: heard.append((done, total)))
    assert model.path == tmp_path / "models" / "Alpha.gguf"
    assert model.path.read_bytes() == GOOD
    assert heard[-1] == (len(GOOD), len(GOOD))
    assert models.known_sha256(model) == (hashlib.sha256(GOOD).hexdigest(),)
    again = write(tmp_path / "usb" / "Renamed.gguf")
    assert models.import_copy(again).name == "Alpha"
    assert models.import_copy(model.path).name == "Alpha"
    different = write(tmp_path / "usb2" / "Alpha.gguf", OTHER)
    assert models.import_copy(different).name == "Alpha-2"
    assert names_in(tmp_path / "models") == ["Alpha-2.gguf", "Alpha.gguf"]


def test_a_file_that_another_window_imports_at_the_same_time_is_there_already(
    models: InstalledModels, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = write(tmp_path / "usb" / "good.gguf")
    brought: list[str] = []
    targets = models._targets

    def overtaken(files: tuple[Path, ...]) -> tuple[Path, ...]:
        chosen = targets(files)
        if not brought:
            brought.append(chosen[0].name)
            chosen[0].write_bytes(GOOD)
        return chosen

    monkeypatch.setattr(models, "_targets", overtaken)
    assert models.import_copy(source).name == "good"
    assert names_in(tmp_path / "models") == brought == ["good.gguf"]


def test_import_of_a_split_model_takes_all_parts(models: InstalledModels, tmp_path: Path) -> None:
    (tmp_path / "usb").mkdir()
    paths = write_split(tmp_path / "usb", 3)
    model = models.import_copy(paths[1])
    assert [file.name for file in model.files] == [path.name for path in paths]
    assert models.import_copy(paths[2]).name == model.name
    assert models.remove(model.name) == sum(path.stat().st_size for path in paths)
    assert list(models.list()) == []


def test_a_file_without_the_ending_is_given_it(models: InstalledModels, tmp_path: Path) -> None:
    model = models.import_copy(write(tmp_path / "sha256-0123456789abcdef0123"))
    assert model.path.name == "sha256-0123456789abcdef0123.gguf"
    assert model.title == "Test"


def test_a_cancelled_import_leaves_nothing(
    models: InstalledModels, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(placing, "CHUNK_BYTES", 100)
    source = write(tmp_path / "usb" / "Alpha.gguf")
    for after in (0, 1, 5):
        with pytest.raises(Cancelled):
            models.import_copy(source, None, Stopper(after))
        assert names_in(tmp_path / "models") == []


def test_a_bad_file_is_not_imported(models: InstalledModels, tmp_path: Path) -> None:
    for data in (b"<html>", GOOD[:-1], b""):
        with pytest.raises(ModelFileError):
            models.import_copy(write(tmp_path / "bad.gguf", data))
    assert not (tmp_path / "models").exists()


class FullDisk(io.FileIO):
    """Takes nothing, as the file of a disk that is full."""

    def write(self, _bytes: object) -> int:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def test_a_full_disk_is_told_before_and_during_the_copy(
    models: InstalledModels, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = write(tmp_path / "usb" / "Alpha.gguf")
    with monkeypatch.context() as patched:
        patched.setattr(placing, "SPARE_BYTES", 1 << 60)
        with pytest.raises(UserError, match="the disk has"):
            models.import_copy(source)
    with monkeypatch.context() as patched:
        patched.setattr(os, "fdopen", lambda handle, mode: io.BufferedWriter(FullDisk(handle, mode)))
        with pytest.raises(UserError, match="There is no room"):
            models.import_copy(source)
    assert names_in(tmp_path / "models") == []


def test_unfinished_copies_of_dead_processes_are_cleared(models: InstalledModels, tmp_path: Path) -> None:
    child = subprocess.Popen([sys.executable, "-c", ""])
    child.wait(timeout=60)
    dead = write(tmp_path / "models" / f"Alpha.gguf.{child.pid}.part")
    alive = write(tmp_path / "models" / f"Beta.gguf.{os.getppid()}.part")
    models.import_copy(write(tmp_path / "usb" / "Alpha.gguf"))
    assert not dead.exists()
    assert alive.exists()


def test_a_linked_model_has_the_title_it_was_given(models: InstalledModels, tmp_path: Path) -> None:
    source = write(tmp_path / "usb" / "Alpha-7B.gguf")
    assert models.import_link(source).title == "Alpha 7B"
    assert models.rename("Alpha-7B", "My own").title == "My own"
    assert source.exists()
    source.write_bytes(b"no model")
    assert [one.title for one in models.list()] == ["My own"]


def test_a_linked_file_is_used_in_place_and_only_forgotten(models: InstalledModels, tmp_path: Path) -> None:
    source = write(tmp_path / "usb" / "Alpha.gguf")
    write(tmp_path / "models" / "alpha.gguf", OTHER)
    model = models.import_link(source)
    assert (model.name, model.linked, model.files) == ("Alpha-2", True, (source,))
    assert models.import_link(source).name == "Alpha-2"
    later = InstalledModels(tmp_path / "models", tmp_path / "config/links.json", tmp_path / "cache/hashes.json")
    assert later.resolve("Alpha-2").files == (source,)
    source.rename(tmp_path / "usb" / "away.gguf")
    assert "There is no such file" in later.resolve("Alpha-2").problem
    assert later.remove("Alpha-2") == 0
    assert (tmp_path / "usb" / "away.gguf").exists()
    assert [one.name for one in later.list()] == ["alpha"]
    with pytest.raises(ModelMissing):
        later.remove("Alpha-2")


@pytest.mark.parametrize("folder", ["gone", "x" * 300], ids=["gone", "not to be looked at"])
def test_a_linked_model_in_parts_whose_folder_is_gone_hides_no_other(
    folder: str, models: InstalledModels, tmp_path: Path
) -> None:
    write(tmp_path / "models" / "alpha.gguf")
    link = tmp_path / folder / "big-00001-of-00002.gguf"
    write(tmp_path / "config" / "links.json", json.dumps({"links": [{"name": "big", "path": str(link)}]}).encode())
    assert [(model.name, model.usable) for model in models.list()] == [("alpha", True), ("big", False)]
    assert "the folder lacks" in models.resolve("big").problem
    assert models.remove("big") == 0


@pytest.mark.skipif(sys.platform != "linux", reason="names are text elsewhere")
def test_a_name_that_is_no_text_is_refused_in_words(models: InstalledModels, tmp_path: Path) -> None:
    nameless = os.fsdecode(b"m\xff.gguf")
    for bring in (models.import_copy, models.import_link):
        with pytest.raises(ModelFileError, match="holds bytes that are not text"):
            bring(write(tmp_path / "usb" / nameless))
    write(tmp_path / "models" / nameless)
    (model,) = models.list()
    assert models.sha256(model) == (hashlib.sha256(GOOD).hexdigest(),)
    with pytest.raises(UserError, match="holds bytes that are not text"):
        Verifier(tmp_path / "config" / "seen.json", models).verify(model)
    assert models.rename(model.name, "m").usable


def test_a_hash_is_kept_until_the_file_changes(models: InstalledModels, tmp_path: Path) -> None:
    path = write(tmp_path / "models" / "Alpha.gguf")
    model = models.resolve("Alpha")
    assert models.known_sha256(model) == ()
    first = models.sha256(model)
    assert first == (hashlib.sha256(GOOD).hexdigest(),) == models.known_sha256(model)
    changed = bytearray(GOOD)
    changed[-1] ^= 1
    write(path, bytes(changed))
    os.utime(path, ns=(1, 1))
    model = models.resolve("Alpha")
    assert models.known_sha256(model) == ()
    assert models.sha256(model) == (hashlib.sha256(changed).hexdigest(),)
    (tmp_path / "cache" / "hashes.json").write_text("{broken")
    assert models.sha256(model) == (hashlib.sha256(changed).hexdigest(),)


def test_a_changed_file_is_read_anew(models: InstalledModels, tmp_path: Path) -> None:
    path = write(tmp_path / "models" / "Alpha.gguf")
    assert models.resolve("Alpha").usable
    write(path, GOOD[:200])
    os.utime(path, ns=(1, 1))
    assert "truncated" in models.resolve("Alpha").problem


@pytest.mark.parametrize("content", [b'{"links": 7}', b"{", b"", b"\xff\xfe", b'{"links": [{"name": "", "path": ""}]}'])
def test_a_broken_list_of_links_is_put_aside_and_told(content: bytes, models: InstalledModels, tmp_path: Path) -> None:
    write(tmp_path / "models" / "alpha.gguf")
    write(tmp_path / "config" / "links.json", content)
    assert [model.name for model in models.list()] == ["alpha"]
    assert "The list of linked models was damaged, and was put aside." in str(models.links.put_aside)
    assert (tmp_path / "config" / "links.unreadable.json").read_bytes() == content
    assert models.import_link(write(tmp_path / "usb" / "lent.gguf", OTHER)).name == "lent"
    assert [model.name for model in models.list()] == ["alpha", "lent"]


@pytest.mark.skipif(sys.platform == "win32", reason="an open folder is no file that is kept there")
def test_a_broken_list_of_links_that_cannot_be_put_aside_is_told(
    models: InstalledModels, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path / "config" / "links.json", b"{")

    def refuse(*_args: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("paddock.models.links.put_aside_if_damaged", refuse)
    with pytest.raises(UserError, match=r"Mend or remove .*links\.json"):
        models.list()


@pytest.mark.parametrize("name", ["../up", "a/b", "a:b", ".", "x-00001-of-00002", "tab\tbed", "what?", "x" * 300])
def test_a_link_has_a_name_that_a_model_can_have(name: str, models: InstalledModels, tmp_path: Path) -> None:
    source = write(tmp_path / "usb" / "good.gguf")
    with pytest.raises(UserError, match="cannot be the name of a model"):
        models.import_link(source, name)
    assert not models.list()


@pytest.mark.parametrize(
    ("theirs", "ours"),
    [
        ("llama3.2:1b", "llama3.2-1b"),
        ("someone/model:q4", "someone-model-q4"),
        ("one-00001-of-00002", "one-00001-00002"),
        ("../..", ""),
        ("what? <this>.gguf", "what- -this"),
        ("tab\tbed", "tab bed"),
        ("", ""),
    ],
)
def test_what_another_program_calls_a_model_becomes_a_name_or_none(theirs: str, ours: str) -> None:
    assert name_like(theirs) == ours
    if ours:
        check_name(ours)


def test_a_name_too_long_for_any_file_is_a_model_nobody_knows(models: InstalledModels) -> None:
    with pytest.raises(ModelMissing, match="No model is called"):
        models.resolve("x" * 1000)


@pytest.mark.skipif(sys.platform == "win32", reason="not everybody may make links there")
def test_a_link_in_the_models_folder_is_removed_and_frees_nothing(models: InstalledModels, tmp_path: Path) -> None:
    source = write(tmp_path / "usb" / "good.gguf")
    (tmp_path / "models").mkdir()
    (tmp_path / "models" / "one.gguf").symlink_to(source)
    (tmp_path / "models" / "gone.gguf").symlink_to(tmp_path / "nowhere")
    assert models.remove("one") == models.remove("gone") == 0
    assert names_in(tmp_path / "models") == []
    assert source.exists()


def test_moving_removes_the_source_only_when_the_copy_is_whole(
    models: InstalledModels, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    parts = write_split(tmp_path, 2)
    moved = models.import_move(parts[0])
    assert len(moved.files) == 2
    assert not any(part.exists() for part in parts)
    inside = tmp_path / "models" / "big-00001-of-00002.gguf"
    assert models.import_move(inside).name == moved.name
    assert inside.exists(), "what lies in the models folder already stays"
    linked = write(tmp_path / "far.gguf", OTHER)
    models.import_link(linked)
    models.import_move(linked)
    assert linked.exists(), "what is used in place stays"
    stopped = write(tmp_path / "stopped.gguf", GOOD)
    with pytest.raises(Cancelled):
        models.import_move(stopped, None, Stopper(0))
    assert stopped.exists()
    assert names_in(tmp_path / "models") == ["big-00001-of-00002.gguf", "big-00002-of-00002.gguf"]


@pytest.mark.parametrize("changed", ["the copy", "the source"])
def test_what_is_moved_is_read_again_whatever_was_noted_of_it(
    changed: str, models: InstalledModels, tmp_path: Path
) -> None:
    source = write(tmp_path / "usb" / "good.gguf")
    copy = models.import_copy(source).path
    other = GOOD[:-1] + bytes([GOOD[-1] ^ 1])
    write(copy if changed == "the copy" else source, other)
    noted = KnownHashes(tmp_path / "cache" / "hashes.json")  # as on a drive whose times cannot be trusted
    for file in (copy, source):
        noted.remember(file, hashlib.sha256(GOOD).hexdigest())
    moved = models.import_move(source)
    assert moved.path.read_bytes() == (GOOD if changed == "the copy" else other)
    assert moved.path != copy
    assert not source.exists()


def test_a_file_that_changes_while_it_is_moved_stays(models: InstalledModels, tmp_path: Path) -> None:
    source = write(tmp_path / "usb" / "good.gguf")

    def change(done: int, total: int) -> None:
        if done == total:
            write(source, OTHER)

    with pytest.raises(UserError, match="stays where it lies"):
        models.import_move(source, change)
    assert source.read_bytes() == OTHER


def test_a_model_that_lacks_a_part_has_none_of_another_that_is_called_nearly_so(
    models: InstalledModels, tmp_path: Path
) -> None:
    folder = tmp_path / "models"
    folder.mkdir()
    for stem in ("m", "m-2", "m[ab]"):
        write_tiny_gguf(folder / f"{stem}.gguf", tensors_in_a_part=8)
        next(folder.glob(f"{glob.escape(stem)}-00003-of-*.gguf")).unlink()
    whole = names_in(folder)
    for stem in ("m", "m-2", "m[ab]"):
        lacking = models.resolve(stem)
        assert [file.name for file in lacking.files] == [f"{stem}-0000{part}-of-00003.gguf" for part in (1, 2)]
    (folder / "n-00002-of-00003.gguf").write_bytes(b"")
    with pytest.raises(UserError, match="Another model is called"):
        models.rename("m", "n")
    (folder / "n-00002-of-00003.gguf").unlink()
    assert names_in(folder) == whole, "nothing is renamed by halves"
    models.remove("m")
    assert names_in(folder) == [name for name in whole if not name.startswith("m-0000")]


@pytest.mark.skipif(sys.platform == "win32", reason="it keeps no time of the last touch")
def test_a_file_that_was_touched_before_it_was_renamed_counts_as_touched(
    models: InstalledModels, tmp_path: Path
) -> None:
    path = write(tmp_path / "models" / "Alpha.gguf")
    first = models.sha256(models.resolve("Alpha"))
    was = path.stat()
    other = GOOD[:-1] + bytes((GOOD[-1] ^ 1,))
    write(path, other)
    os.utime(path, ns=(was.st_atime_ns, was.st_mtime_ns))
    model = models.rename("Alpha", "Beta")
    assert models.known_sha256(model) == first, "what it was is known: verifying finds that it changed"
    assert models.sha256(model) == (hashlib.sha256(other).hexdigest(),)


def test_a_model_is_renamed_with_all_its_parts_and_its_hashes(models: InstalledModels, tmp_path: Path) -> None:
    folder = tmp_path / "models"
    write(folder / "Alpha.gguf")
    write_split(folder, 2)
    hashes = models.sha256(models.resolve("big"))
    renamed = models.rename("big", "Great one")
    assert renamed.name == "Great one"
    assert names_in(folder) == ["Alpha.gguf", "Great one-00001-of-00002.gguf", "Great one-00002-of-00002.gguf"]
    assert models.known_sha256(renamed) == hashes
    for name in ("Alpha", "alpha"):
        with pytest.raises(UserError, match="Another model is called"):
            models.rename("Great one", name)
    for name in ("", "..", "a/b", "a\\b", "x-00001-of-00002", "a\nb", "C:a"):
        with pytest.raises(UserError, match="cannot be the name"):
            models.rename("Alpha", name)
    with pytest.raises(ModelMissing):
        models.rename("nobody", "x")
    outside = write(tmp_path / "far.gguf", OTHER)
    models.import_link(outside)
    assert models.rename("far", "near").path == outside
    assert models.rename("Alpha", "ALPHA").name == "ALPHA"
