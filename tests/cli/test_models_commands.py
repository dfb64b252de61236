"""`paddock models` and the calls that need neither a model nor a store."""

from __future__ import annotations

import errno
import json
import os
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from paddock import __version__
from paddock.app import Paddock
from paddock.errors import UserError
from paddock.home import Home
from tests.cli.running import CommandLine
from tests.models.building import LLAMA, build
from tests.models.vision_parts import PARTS, write_vision_part
from tests.tiny_gguf import write_tiny_gguf
from tests.vault.doubles import DictKeyring

if TYPE_CHECKING:
    from collections.abc import Callable

pytestmark = pytest.mark.slow


def test_help_and_version(bare: CommandLine) -> None:
    told = bare("--version")
    assert (told.code, told.out, told.err) == (0, f"Paddock {__version__}\n", "")
    for args in (("--help",), ("ask", "--help"), ("chats", "--help"), ("models", "import", "--help")):
        told = bare(*args)
        assert (told.code, told.err) == (0, "")
        assert told.out.startswith("usage: paddock")
    assert "Nothing is kept unless --save is given" in bare("ask", "--help").out.replace("\n", " ")
    assert not bare.home.exists()


def test_import_list_show_and_remove(bare: CommandLine, tmp_path: Path) -> None:
    source = tmp_path / "Küche-Q4_0.gguf"
    source.write_bytes(build((*LLAMA, ("general.license", "string", "mit"))).data)
    assert "No model is installed" in bare("models", "list").complaint
    brought = bare("models", "import", str(source))
    assert (brought.code, brought.out, brought.err) == (0, "Küche-Q4_0\n", "")
    assert "already there" in bare("models", "import", str(source)).complaint
    (listed,) = json.loads(bare("models", "list", "--json").out)
    assert (listed["name"], listed["title"], listed["kind"]) == ("Küche-Q4_0", "Küche", "chat")
    assert listed["quantization"] == "Q4_0"
    assert not listed["linked"]
    shown = bare("models", "show", "Küche-Q4_0")
    assert shown.code == 0
    for words in ("chat: answers questions", "up to 512 tokens", "Fits comfortably", "MIT License", str(bare.home)):
        assert words in shown.out
    refused = bare("models", "remove", "Küche-Q4_0")
    assert refused.code == 2
    assert "--yes" in refused.complaint
    removed = bare("models", "remove", "Küche-Q4_0", "--yes", "--json")
    assert json.loads(removed.out) == {"removed": "Küche-Q4_0", "freed_bytes": source.stat().st_size}
    assert source.exists()
    assert bare("models", "remove", "Küche-Q4_0", "--yes").code == 1


def test_a_linked_model_stays_where_it_is(bare: CommandLine, tmp_path: Path) -> None:
    source = tmp_path / "far.gguf"
    source.write_bytes(build().data)
    assert bare("models", "import", "--link", str(source)).code == 0
    assert list((bare.home / "models").iterdir()) == []
    assert "linked" in bare("models", "list").out
    source.unlink()
    assert "There is no such file" in bare("models", "list").out
    assert bare("models", "remove", "far", "--yes").out == "Removed far: 0 bytes freed.\n"


def test_what_is_no_model_is_not_imported(bare: CommandLine, tmp_path: Path) -> None:
    wrong = tmp_path / "page.gguf"
    wrong.write_bytes(b"<html>Sign in")
    for file, sentence in (
        (wrong, "It is a web page"),
        (tmp_path / "none", "no such file"),
        (tmp_path / "no", "no such file"),
    ):
        answer = bare("models", "import", str(file))
        assert answer.code == 1
        assert sentence in answer.complaint


def test_a_home_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    occupied = tmp_path / "occupied"
    occupied.write_bytes(b"")
    for home in (occupied, occupied / "deeper", tmp_path / ("x" * 300)):
        answer = CommandLine(home)("models", "list")
        assert answer.code == 1
        assert "Check the disk and its permissions" in answer.complaint


@pytest.mark.skipif(sys.platform == "win32", reason="a folder that somebody works in stays there")
def test_a_folder_that_is_gone_is_told(bare: CommandLine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "gone").mkdir()
    monkeypatch.chdir(tmp_path / "gone")
    (tmp_path / "gone").rmdir()
    assert "The folder this was called from is gone" in bare("models", "import", "one.gguf").complaint
    assert bare("models", "list").code == 0


def test_a_home_of_a_user_there_is_not_is_a_folder_that_is_called_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert CommandLine(Path("~nobody-of-this-name/home"))("models", "list").code == 0
    assert (tmp_path / "~nobody-of-this-name" / "home" / "models").is_dir()


def test_a_home_whose_name_is_no_text_is_told(bare: CommandLine) -> None:
    answer = bare("--home", b"/tmp/\xff", "models", "list")
    assert answer.code == 2
    assert "not UTF-8 text" in answer.complaint


def test_a_broken_settings_file_does_not_stop_the_program(bare: CommandLine) -> None:
    assert bare("models", "list").code == 0
    (bare.home / "config" / "settings.json").write_bytes(b"\xff{")
    assert bare("models", "list").code == 0
    assert (bare.home / "config" / "settings.unreadable.json").exists()


def test_a_broken_list_of_links_is_put_aside_and_told(bare: CommandLine) -> None:
    assert bare("models", "list").code == 0
    (bare.home / "config" / "links.json").write_text("[]", encoding="utf-8")
    answer = bare("models", "list")
    assert answer.code == 0
    assert "links.unreadable.json" in answer.err
    assert (bare.home / "config" / "links.unreadable.json").read_text(encoding="utf-8") == "[]"
    again = bare("models", "list")
    assert (again.code, "unreadable" in again.err) == (0, False)


@pytest.mark.parametrize("harm", [lambda file: file.write_text("[]"), lambda file: (file.unlink(), file.mkdir())])
def test_a_broken_list_of_what_models_were_is_put_aside(
    harm: Callable[[Path], object], bare: CommandLine, tmp_path: Path
) -> None:
    source = tmp_path / "one.gguf"
    source.write_bytes(build().data)
    assert bare("models", "import", str(source)).code == 0
    assert bare("models", "verify").code == 0
    seen = bare.home / "config" / "seen_models.json"
    harm(seen)
    listed = bare("models", "list")
    assert listed.code == 0
    assert listed.out.startswith("one")
    assert "is damaged, and was put aside. It lies in" in listed.err
    assert seen.with_suffix(".unreadable.json").exists()
    assert bare("models", "list").err.count("\n") == 1, "it is told once"
    assert bare("models", "verify").code == 0
    assert seen.exists()


LLAMA_32 = (*LLAMA, ("general.license", "string", "llama3.2"))


def test_a_licence_that_asks_is_in_the_way_until_it_is_agreed_to(bare: CommandLine, tmp_path: Path) -> None:
    source = tmp_path / "meta.gguf"
    source.write_bytes(build(LLAMA_32).data)
    assert bare("models", "import", str(source)).code == 0
    refused = bare("ask", "Hi", "--model", "meta")
    assert refused.code == 1
    assert "paddock models accept meta" in refused.complaint
    assert bare("models", "accept", "meta").code == 2
    agreed = json.loads(bare("models", "accept", "meta", "--yes", "--json").out)
    assert agreed["licence"] == "llama3.2"
    assert "700 million" in agreed["shown"]
    again = json.loads(bare("models", "accept", "meta", "--yes", "--json").out)
    assert again == agreed
    assert "paddock models accept" not in bare("ask", "Hi", "--model", "meta").err
    unknown = tmp_path / "silent.gguf"
    unknown.write_bytes(build().data)
    assert "is unknown" in bare("models", "accept", str(unknown), "--yes").complaint


def test_a_changed_file_is_found_and_refused(bare: CommandLine, tmp_path: Path) -> None:
    source = tmp_path / "good.gguf"
    source.write_bytes(build().data)
    assert bare("models", "import", str(source)).code == 0
    assert bare("models", "verify").out == "good  as it was\n"
    kept = bare.home / "models" / "good.gguf"
    kept.write_bytes(kept.read_bytes()[:-1] + b"\x01")
    (found,) = json.loads(bare("models", "verify", "--json").out)
    assert not found["good"]
    assert "damaged or was changed" in bare("ask", "Hi", "--model", "good").complaint
    assert bare("models", "verify", "--accept").code == 2
    assert bare("models", "verify", "good", "--accept").code == 0
    assert bare("models", "verify").code == 0


def test_memory_is_told_for_files_and_for_entries_of_the_catalogue(bare: CommandLine, tmp_path: Path) -> None:
    source = tmp_path / "good.gguf"
    source.write_bytes(build().data)
    told = json.loads(bare("models", "fit", str(source), "--json").out)
    assert told["verdict"] == "comfortable"
    assert told["needed_bytes"] == sum(told[f"{part}_bytes"] for part in ("weights", "kv", "compute", "process"))
    large = bare("models", "fit", "llama-3.3-70b-instruct", "--context", "131072")
    assert large.code == 0
    assert "at 131,072 tokens of context it needs about" in large.out
    half = json.loads(bare("models", "fit", "llama-3.1-8b-instruct", "--cache", "q8_0", "--json").out)
    full = json.loads(bare("models", "fit", "llama-3.1-8b-instruct", "--json").out)
    assert half["kv_bytes"] * 32 == full["kv_bytes"] * 17
    assert bare("models", "fit", "nothing").code == 1


def test_a_vision_part_is_told_to_be_never_loaded(bare: CommandLine, tmp_path: Path) -> None:
    part = tmp_path / "mmproj-model.gguf"
    metadata = (("general.architecture", "string", "clip"), ("general.languages", "[string]", ["en", "de"]))
    part.write_bytes(build(metadata, (("v.blk.0.attn_q.weight", (32, 32), 0),)).data)
    told = bare("models", "fit", str(part))
    assert "It is never loaded, so it takes no memory." in told.out
    assert "vision part (mmproj) of another model" in told.complaint
    facts = json.loads(bare("models", "fit", str(part), "--json").out)
    assert "vision part" in facts["problem"]
    assert (facts["verdict"], facts["needed_bytes"]) == ("never loaded", 0)
    assert facts["vision"]["weights_bytes"] == 32 * 32 * 4
    assert facts["vision"]["needed_bytes"] is facts["vision"]["picture_bytes"] is None
    shown = bare("models", "show", str(part))
    assert "not loaded here; it would take 4.1 kB of weights" in shown.out
    assert "Fits comfortably" not in shown.out
    assert "en, de" in shown.out


def test_what_the_vision_part_beside_a_model_would_take_is_told_apart(bare: CommandLine, tmp_path: Path) -> None:
    write_vision_part(tmp_path / "mmproj-F16.gguf", replace(PARTS["SmolVLM 256M"], layers=1, out=32))
    model = tmp_path / "good.gguf"
    model.write_bytes(build().data)
    told = json.loads(bare("models", "fit", str(model), "--json").out)
    vision = told["vision"]
    assert told["needed_bytes"] == sum(told[f"{part}_bytes"] for part in ("weights", "kv", "compute", "process"))
    assert (vision["file"], vision["loaded"], vision["picture_side"]) == ("mmproj-F16.gguf", False, 512)
    assert vision["needed_bytes"] == vision["weights_bytes"] + vision["picture_bytes"]
    assert vision["needed_with_it_bytes"] == told["needed_bytes"] + vision["needed_bytes"]
    assert vision["verdict_with_it"] == "comfortable"
    shown = bare("models", "fit", str(model)).out
    assert "mmproj-F16.gguf: not loaded here; it would take" in shown
    assert shown.count("Fits comfortably") == 2
    assert "mmproj-F16.gguf" in bare("models", "show", str(model)).out
    assert json.loads(bare("models", "show", str(model), "--json").out)["vision"]["file"] == "mmproj-F16.gguf"
    assert json.loads(bare("models", "fit", "llama-3.1-8b-instruct", "--json").out)["vision"] is None


def test_the_catalogue_is_listed_extended_and_checked(bare: CommandLine, tmp_path: Path) -> None:
    listed = json.loads(bare("models", "catalog", "--json").out)
    assert {one["kind"] for one in listed} == {"chat", "embedding", "reranking"}
    assert sum(one["recommended"] for one in listed if one["kind"] == "chat") <= 1
    assert "llama-3.2-1b-instruct" in bare("models", "catalog").out
    own = bare.home / "config" / "catalog"
    own.mkdir()
    (own / "ours.toml").write_text("[[model]]\nid = 3\n", encoding="utf-8")
    assert "ours.toml: model number 1" in bare("models", "catalog").complaint
    checked = bare("models", "catalog", "--check", str(own))
    assert checked.code == 1
    assert checked.out.startswith("ours.toml: model number 1")
    assert not json.loads(bare("models", "catalog", "--check", str(own), "--json").out)["good"]
    assert bare("models", "catalog", "--check", str(tmp_path)).code == 1


def test_a_folder_is_imported_file_by_file_and_the_bad_one_told(bare: CommandLine, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    (stick / "deep").mkdir(parents=True)
    (stick / "one.gguf").write_bytes(build().data)
    (stick / "deep" / "two.gguf").write_bytes(build((*LLAMA, ("general.version", "string", "2"))).data)
    (stick / "bad.gguf").write_bytes(b"<html>Sign in")
    brought = bare("models", "import", "--move", str(stick))
    assert brought.code == 1
    assert "It is a web page" in brought.complaint
    assert brought.out == "two\none\n"
    assert [path.name for path in sorted(stick.rglob("*.gguf"))] == ["bad.gguf"]
    (bad,) = json.loads(bare("models", "import", str(stick), "--json").out)
    assert "web page" in bad["problem"]
    (tmp_path / "empty").mkdir()
    assert "no .gguf file" in bare("models", "import", str(tmp_path / "empty")).complaint


def test_several_are_imported_each_with_its_own_outcome(bare: CommandLine, tmp_path: Path) -> None:
    for name, parts in (("one", 1), ("split", 3)):
        write_tiny_gguf(tmp_path / f"{name}.gguf", tensors_in_a_part=8 if parts > 1 else 0)
    (tmp_path / "bad.gguf").write_bytes(b"<html>Sign in")
    (tmp_path / "empty").mkdir()
    split = sorted(tmp_path.glob("split-*.gguf"))
    paths = [str(path) for path in (*split, tmp_path / "bad.gguf", tmp_path / "empty", tmp_path / "one.gguf")]
    brought = bare("models", "import", "--move", *paths, paths[-1])
    assert (brought.code, brought.out) == (1, "split\none\n")
    assert "web page" in brought.err
    assert "empty holds no .gguf file" in brought.err
    assert not any(path.exists() for path in split), "its parts are one model, however many were named"
    told = json.loads(bare("models", "import", *paths[-3:-1], str(bare.home / "models" / "one.gguf"), "--json").out)
    assert [one.get("name") for one in told] == [None, None, "one"]
    (alone,) = json.loads(bare("models", "import", str(bare.home / "models" / "one.gguf"), "--json").out)
    assert alone["name"] == "one", "a list of one as well"
    assert bare("models", "import", *paths[-2:], "--again", "one").code == 2


def test_a_renamed_model_stays_the_chosen_one(bare: CommandLine, tmp_path: Path) -> None:
    source = tmp_path / "one.gguf"
    source.write_bytes(build().data)
    assert bare("models", "import", str(source)).code == 0
    assert bare("models", "default", "one").out == "one\n"
    assert bare("models", "verify").code == 0
    assert bare("models", "rename", "one", "other").out == "other\n"
    assert json.loads((bare.home / "config" / "settings.json").read_bytes())["model"] == "other"
    assert bare("models", "rename", "one", "more").code == 1
    assert bare("models", "default", "one").code == 1


def test_another_model_takes_the_name_of_one_that_was_removed(bare: CommandLine, tmp_path: Path) -> None:
    source = tmp_path / "one.gguf"
    source.write_bytes(build().data)
    assert bare("models", "import", str(source)).code == 0
    assert bare("models", "verify").code == 0
    assert bare("models", "remove", "one", "--yes").code == 0
    source.write_bytes(build((*LLAMA, ("general.version", "string", "2"))).data)
    assert bare("models", "import", str(source)).code == 0
    assert "damaged" not in bare("models", "list").out
    file = bare.home / "models" / "one.gguf"
    file.write_bytes(file.read_bytes()[:-1] + b"\x07")
    changed = bare("models", "verify")
    assert changed.code == 1
    assert "damaged or was changed" in changed.out, "it was hashed when it was copied"


def test_an_empty_name_is_no_name(bare: CommandLine) -> None:
    """As a script has it whose variable is empty: it would mean every model."""
    for args in (("verify", ""), ("verify", " ", "--accept"), ("remove", "", "--yes"), ("show", ""), ("add", "")):
        refused = bare("models", *args)
        assert refused.code == 2
        assert "a name is needed" in refused.err


def test_what_other_programs_keep_is_found_and_linked_each_with_its_outcome(
    bare: CommandLine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    kept = tmp_path / ".lmstudio" / "models" / "maker"
    kept.mkdir(parents=True)
    assert json.loads(bare("models", "find", "--json").out) == []
    (kept / "good.gguf").write_bytes(build().data)
    (kept / "torn.gguf").write_bytes(b"GGUF")
    (one, _other) = json.loads(bare("models", "find", "--json").out)
    assert "linked_as" not in one
    linked = bare("models", "find", "--link", "--json")
    assert linked.code == 1
    good, torn = json.loads(linked.out)
    assert [one["name"] for one in json.loads(bare("models", "list", "--json").out)] == ["good"]
    assert (good["linked_as"], good["problem"]) == ("good", "")
    assert torn["linked_as"] is None
    assert "truncated" in torn["problem"]


def test_what_is_done_to_a_file_is_not_done_to_the_model_that_has_its_name(bare: CommandLine, tmp_path: Path) -> None:
    source = tmp_path / "one.gguf"
    source.write_bytes(build().data)
    assert bare("models", "import", str(source)).code == 0
    for args in (
        ("remove", str(source), "--yes"),
        ("rename", str(source), "other"),
        ("default", str(source)),
        ("import", str(source), "--again", str(source)),
        ("add", "--again", str(source)),
    ):
        refused = bare("models", *args)
        assert refused.code == 1
        assert "is a file, not an installed model. Import it first." in refused.complaint
    assert bare("models", "list").out.startswith("one")
    assert bare("models", "remove", str(bare.home / "models" / "one.gguf"), "--yes").code == 0


@pytest.mark.skipif(sys.platform == "win32", reason="no such devices there")
def test_what_has_no_end_is_no_catalogue_and_no_model(bare: CommandLine, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.toml")
    for path in ("/dev/zero", str(tmp_path / "pipe.toml")):
        checked = bare("models", "catalog", "--check", path)
        assert checked.code == 1
        assert "it is not a file" in checked.out
        assert "a device or a pipe" in bare("models", "import", path).complaint
    (tmp_path / "folder").mkdir()
    assert "It is a folder" in bare("models", "show", str(tmp_path / "folder")).complaint


def test_a_model_that_a_policy_names_keeps_its_name(tmp_path: Path) -> None:
    policy = tmp_path / "policy.toml"
    policy.write_text('model = "one"')
    paddock = Paddock(Home.under(tmp_path / "home"), policy_path=policy, keyring=DictKeyring())
    (tmp_path / "one.gguf").write_bytes(build().data)
    paddock.models.import_copy(tmp_path / "one.gguf")
    with pytest.raises(UserError, match="fixed by a policy"):
        paddock.rename_model("one", "other")
    assert paddock.models.resolve("one").usable
    paddock.close()


def test_a_rename_that_the_settings_cannot_follow_is_taken_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paddock = Paddock(Home.under(tmp_path / "home"), keyring=DictKeyring())
    (tmp_path / "one.gguf").write_bytes(build().data)
    paddock.models.import_copy(tmp_path / "one.gguf")
    paddock.settings.change(model="one")

    def full(*_args: object, **_more: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(paddock.settings, "change", full)
        with pytest.raises(OSError, match="No space left"):
            paddock.rename_model("one", "other")
    assert paddock.models.resolve(paddock.settings.current.model).name == "one"
    assert paddock.rename_model("one", "other").name == paddock.settings.current.model == "other"
    paddock.close()


def test_what_is_kept_in_the_store_for_a_renamed_model_follows_it(bare: CommandLine, tmp_path: Path) -> None:
    source = tmp_path / "one.gguf"
    source.write_bytes(build().data)
    assert bare("models", "import", str(source)).code == 0
    inside = Paddock(Home.under(bare.home), keyring=DictKeyring())
    inside.set_up("correct horse")
    inside.chats.keep_model_options("one", "Rhyme.", None)
    inside.close()
    refused = bare("models", "rename", "one", "other")
    assert refused.code == 1
    assert "--passphrase-file FILE" in refused.complaint
    assert bare("models", "list").out.startswith("one"), "nothing is renamed by halves"
    (tmp_path / "word").write_text("correct horse")
    opening = CommandLine(bare.home, ("--passphrase-file", str(tmp_path / "word")))
    assert opening("models", "rename", "one", "other").out == "other\n"
    inside = Paddock(Home.under(bare.home), keyring=DictKeyring())
    inside.unlock("correct horse")
    assert inside.chats.model_options("other").system_prompt == "Rhyme."
    inside.close()


def test_each_kind_has_a_model_that_is_taken_by_itself(bare: CommandLine, tmp_path: Path) -> None:
    settings = bare.home / "config" / "settings.json"
    for name, setting, more in (
        ("writes", "model", ()),
        ("embeds", "embedder", (("llama.pooling_type", "u32", 1),)),
        ("ranks", "reranker", (("llama.pooling_type", "u32", 4),)),
    ):
        source = tmp_path / f"{name}.gguf"
        source.write_bytes(build((*LLAMA, *more)).data + bytes(len(name) * 32))
        assert bare("models", "import", str(source)).code == 0
        chosen = bare("models", "default", name)
        assert (chosen.code, chosen.out) == (0, f"{name}\n")
        assert json.loads(settings.read_bytes())[setting] == name
        assert bare("models", "rename", name, f"{name}-2").code == 0
        assert json.loads(settings.read_bytes())[setting] == f"{name}-2"


def test_the_list_says_which_is_damaged(bare: CommandLine, tmp_path: Path) -> None:
    source = tmp_path / "one.gguf"
    source.write_bytes(build().data)
    assert bare("models", "import", str(source)).code == 0
    assert bare("models", "verify").code == 0
    assert "damaged" not in bare("models", "list").out
    file = bare.home / "models" / "one.gguf"
    file.write_bytes(file.read_bytes() + bytes(32))
    assert "damaged or changed" in bare("models", "list").out
    assert "was changed since it was first seen" in bare("models", "show", "one").out
    assert json.loads(bare("models", "list", "--json").out)[0]["damaged"] is True
