"""`paddock chats` and `ask --save`: kept, listed, shown, found, exported and brought back, under a passphrase."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.cli.running import CommandLine, at_terminal

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.slow

QUESTION = "Name the planet we live on. Zyzzyva."
SHORT = ("--temperature", "0", "--max-tokens", "12", "--context", "512")


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory, starter_model: Path) -> CommandLine:
    """Return the command line over a home that holds one saved chat; its passphrase lies beside it."""
    folder = tmp_path_factory.mktemp("kept")
    (folder / "passphrase").write_bytes(b"correct horse\r\n")
    command = CommandLine(folder / "home", ("--passphrase-file", str(folder / "passphrase")))
    answer = command("ask", QUESTION, *SHORT, "--model", str(starter_model), "--system", "Be brief.", "--save")
    assert (answer.code, answer.err) == (0, ""), answer
    assert answer.out.strip()
    return command


def test_a_saved_question_is_listed_shown_and_found(kept: CommandLine) -> None:
    (chat,) = json.loads(kept("chats", "list", "--json").out)
    assert chat["title"].startswith("Name the planet we live on")
    assert chat["title"] in kept("chats", "list").out
    shown = json.loads(kept("chats", "show", str(chat["id"]), "--json").out)
    assert [message["role"] for message in shown["messages"]] == ["user", "assistant"]
    assert shown["messages"][0]["text"] == QUESTION
    assert shown["messages"][1]["text"].strip()
    text = kept("chats", "show", str(chat["id"])).out
    assert "— You" in text
    assert QUESTION in text
    (hit,) = json.loads(kept("chats", "search", "zyzz", "--json", "--limit", "1").out)
    assert hit["chat_id"] == chat["id"]
    assert "Zyzzyva" in hit["snippet"]
    assert "Zyzzyva" in kept("chats", "search", "ZYZZYVA").out
    nothing = kept("chats", "search", "nowhere")
    assert (nothing.code, nothing.out, nothing.complaint) == (0, "", "paddock: Nothing was found.")
    assert kept("chats", "search", "  ").code == 2


def test_an_export_comes_back_whole(kept: CommandLine, tmp_path: Path) -> None:
    exported = kept("chats", "export", "--json")
    assert json.loads(exported.out)["format"] == "paddock-chats"
    file = tmp_path / "all.json"
    assert kept("chats", "export", "--output", str(file)).code == 0
    assert json.loads(file.read_text("utf-8"))["format"] == "paddock-chats", "as its ending says"
    again = kept("chats", "export", "--output", str(file))
    assert again.code == 1
    assert again.complaint == f"paddock: “{file}” is there already. Choose another name."
    refused = kept("chats", "export", "--output", str(tmp_path / "all.pdf"))
    assert refused.code == 2
    assert "ending" in refused.complaint
    assert kept("chats", "export", "--format", "html", "--output", str(tmp_path / "all.page")).code == 0
    assert QUESTION in kept("chats", "export").out
    page = kept("chats", "export", "1", "--format", "html").out
    assert page.lower().startswith("<!doctype html>")
    other = CommandLine(tmp_path / "other", kept.options)
    assert other("chats", "import", str(file)).out == "1 chat imported.\n"
    (chat,) = json.loads(other("chats", "list", "--json").out)
    assert QUESTION in other("chats", "show", str(chat["id"])).out


def test_what_is_no_export_is_refused(kept: CommandLine, tmp_path: Path) -> None:
    file = tmp_path / "wrong.json"
    before = kept("chats", "list").out
    for data in (b"", b'{"format": "paddock-chats", "version": 99}', b"[" * 9999):
        file.write_bytes(data)
        answer = kept("chats", "import", str(file))
        assert answer.code == 1
        assert "cannot be imported" in answer.complaint
    assert kept("chats", "list").out == before


def test_chats_that_are_not_there_are_told(kept: CommandLine, tmp_path: Path) -> None:
    for args in (("show", "99"), ("export", "99"), ("import", str(tmp_path / "none.json"))):
        answer = kept("chats", *args)
        assert answer.code == 1
        assert answer.complaint
    assert kept("chats", "show", "first").code == 2


def test_the_saved_answer_tells_its_chat(kept: CommandLine, starter_model: Path) -> None:
    answer = kept("ask", "Hi", *SHORT, "--seed", "3", "--model", str(starter_model), "--save", "--json")
    facts = json.loads(answer.out)
    shown = json.loads(kept("chats", "show", str(facts["chat"]), "--json").out)
    assert shown["messages"][1]["text"] == facts["text"]
    assert shown["messages"][1]["seed"] == facts["seed"] == 3


def test_a_question_that_cannot_be_answered_leaves_no_empty_chat(kept: CommandLine, starter_model: Path) -> None:
    before = kept("chats", "list", "--json").out
    answer = kept("ask", "word " * 2000, "--context", "512", "--model", str(starter_model), "--save")
    assert answer.code == 1
    assert "the model holds 512" in answer.complaint
    assert kept("chats", "list", "--json").out == before


def test_without_the_passphrase_nothing_opens(kept: CommandLine, tmp_path: Path) -> None:
    closed = CommandLine(kept.home)
    answer = closed("chats", "list")
    assert (answer.code, answer.out) == (1, "")
    assert "--passphrase-file" in answer.complaint
    wrong = tmp_path / "wrong"
    for data, sentence in (
        (b"incorrect horse\n", "passphrase"),
        (b"", "is empty"),
        (b"\xff\n", "is not UTF-8"),
        (b"x" * 5000, "is longer than"),
    ):
        wrong.write_bytes(data)
        answer = CommandLine(kept.home, ("--passphrase-file", str(wrong)))("chats", "list")
        assert (answer.code, answer.out) == (1, "")
        assert sentence in answer.complaint
    answer = CommandLine(kept.home, ("--passphrase-file", str(tmp_path / "none")))("chats", "list")
    assert answer.code == 1
    assert "No such file" in answer.complaint


def test_a_first_start_without_keyring_or_passphrase_says_what_to_do(bare: CommandLine) -> None:
    answer = bare("chats", "list")
    assert answer.code == 1
    assert "--passphrase-file" in answer.complaint
    assert list((bare.home / "data" / "vault").iterdir()) == []


def test_at_a_terminal_the_passphrase_is_asked_for_and_not_shown(bare: CommandLine) -> None:
    made = at_terminal(bare, ("chats", "list"), [b"long enough\n", b"long enough\n"])
    assert made.code == 0
    assert made.out.count("passphrase") == 1
    assert "The same again" in made.out
    assert "long enough" not in made.out
    opened = at_terminal(bare, ("chats", "list"), [b"long enough\n"])
    assert opened.code == 0
    assert "Passphrase: " in opened.out
    assert at_terminal(bare, ("chats", "list"), [b"wrong\n"]).code == 1


def test_two_passphrases_that_differ_make_no_store(bare: CommandLine) -> None:
    answer = at_terminal(bare, ("chats", "list"), [b"one\n", b"two\n"])
    assert answer.code == 2
    assert "not the same" in answer.out
    assert list((bare.home / "data" / "vault").iterdir()) == []
