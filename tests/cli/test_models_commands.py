"""`paddock models` and the calls that need neither a model nor a store."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from paddock import __version__
from tests.cli.running import CommandLine
from tests.models.building import LLAMA, build

if TYPE_CHECKING:
    from pathlib import Path

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
    for words in ("chat: answers questions", "up to 512 tokens", "Fits comfortably", "mit", str(bare.home)):
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
        (tmp_path, "It is a folder"),
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


def test_a_home_whose_name_is_no_text_is_told(bare: CommandLine) -> None:
    answer = bare("--home", b"/tmp/\xff", "models", "list")
    assert answer.code == 2
    assert "not UTF-8 text" in answer.complaint


def test_a_broken_settings_file_does_not_stop_the_program(bare: CommandLine) -> None:
    assert bare("models", "list").code == 0
    (bare.home / "config" / "settings.json").write_bytes(b"\xff{")
    assert bare("models", "list").code == 0
    assert (bare.home / "config" / "settings.unreadable.json").exists()


def test_a_broken_list_of_links_is_told(bare: CommandLine) -> None:
    assert bare("models", "list").code == 0
    (bare.home / "config" / "links.json").write_text("[]", encoding="utf-8")
    answer = bare("models", "list")
    assert answer.code == 1
    assert "links.json" in answer.complaint
