"""`paddock library`, `ask --doc`, `read` and `summarize`: documents from a terminal, through the whole program."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from datetime import datetime
from typing import TYPE_CHECKING

import pytest
from installer.make_embedder import convert

from paddock.cli.library import _reasons
from paddock.library.coverage import UnreadPage
from paddock.library.sample import SAMPLE
from paddock.reader.languages import language_folders
from tests.cli.running import CommandLine, at_terminal, environment
from tests.reader.lettering import column, lettered
from tests.reader.pdfs import Book, Leaf, text

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.slow

COSTS = "Closing four wells leaves 86 households without a well of their own."


@pytest.fixture(scope="module")
def documents(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with a PDF, a text, the same text again, and a file that is no document."""
    folder = tmp_path_factory.mktemp("documents")
    (folder / "report.pdf").write_bytes(SAMPLE.read_bytes())
    (folder / "notes.txt").write_text("The ferry sails on Tuesdays.\n\nIt carries forty sheep.\n", encoding="utf-8")
    (folder / "copy.txt").write_bytes((folder / "notes.txt").read_bytes())
    (folder / "junk.bin").write_bytes(bytes(range(256)) * 20)
    return folder


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory, documents: Path) -> CommandLine:
    """Return the command line over a home that holds these documents, and no model at all."""
    home = tmp_path_factory.mktemp("home")
    secret = home / "passphrase"
    secret.write_text("four words or more\n", encoding="utf-8")
    secret.chmod(0o600)
    command = CommandLine(home / "paddock", ("--passphrase-file", str(secret)))
    added = command("library", "add", str(documents), "--collection", "Valley", "--json", "--wait")
    facts = json.loads(added.out)
    assert added.code == 1, added  # the junk was not read
    assert (facts["queued"], facts["duplicates"]) == (3, 1)
    return command


def test_every_file_ends_in_a_stated_outcome(library: CommandLine) -> None:
    status = library("library", "status", "--json")
    facts = json.loads(status.out)
    assert status.code == 1
    assert (facts["documents"], facts["pages_read"], facts["waiting"]) == (3, 4, 0)
    assert [one["name"] for one in facts["not_whole"]] == ["junk.bin"]
    assert facts["not_whole"][0]["why"]
    told = library("library", "status")
    assert "1 file failed" in told.out
    assert "by words alone" in told.out
    listed = json.loads(library("library", "list", "--collection", "valley", "--json").out)
    assert {one["name"]: one["state"] for one in listed}["report.pdf"] == "read"
    assert all(one["collections"] == ["Valley"] for one in listed)
    assert library("library", "list").complaint == "paddock: Collections: “Valley”."


def test_a_store_that_is_damaged_is_told(bare: CommandLine, tmp_path: Path) -> None:
    secret = tmp_path / "passphrase"
    secret.write_text("correct horse")
    (tmp_path / "a.txt").write_text("The ferry sails on Tuesdays.")
    opened = CommandLine(bare.home, ("--passphrase-file", str(secret)))
    assert opened("library", "add", str(tmp_path / "a.txt")).code == 0
    (bare.home / "data" / "library" / "paddock.db").write_bytes(b"nothing of the kind" * 999)
    told = opened("library", "list")
    assert told.code == 0
    assert "The store of documents was damaged, and was put aside. It lies in" in told.err
    assert "put aside" not in opened("library", "list").err
    (bare.home / "data" / "vault" / "paddock.db").write_bytes(b"nothing of the kind" * 999)
    assert opened("chats", "list").complaint.endswith("The window offers it: paddock")


@pytest.mark.skipif(sys.platform == "win32", reason="no such devices there")
def test_what_is_no_file_is_refused_at_once(bare: CommandLine, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for path in ("/dev/zero", str(tmp_path / "pipe")):
        refused = bare("read", path)
        assert (refused.code, refused.complaint) == (2, f"paddock: {path} is a device or a pipe. Name a file.")
        assert bare("summarize", path).complaint == refused.complaint
    (tmp_path / "a.txt").write_text("a")
    wrong = bare("read", str(tmp_path / "a.txt"), "--languages", "x y")
    assert wrong.code == 2
    assert "eng+deu" in wrong.err
    assert bare("library", "add", str(tmp_path / "none")).complaint.endswith("none does not exist.")


def test_what_is_passed_by_in_a_folder_is_told(library: CommandLine, tmp_path: Path) -> None:
    folder = tmp_path / "linked"
    folder.mkdir()
    nothing = library("library", "add", str(folder))
    assert (nothing.out, nothing.complaint) == ("", "paddock: There is no file in it.")
    assert library("library", "search", " ").code == 2
    for option in ("--collection", "--doc"):
        assert "a name is needed" in library("library", "search", "ferry", option, "").err
    (folder / "one.txt").symlink_to(tmp_path / "one.txt")
    told = library("library", "add", str(folder))
    assert "1 link not followed: add the files themselves." in told.err
    facts = json.loads(library("library", "add", str(folder), "--json").out)
    assert (facts["links"], facts["queued"], facts["documents"]) == (1, 0, [])


def test_a_passage_is_found_with_its_page_without_any_model(library: CommandLine) -> None:
    found = library("library", "search", "households without a well", "--json", "--limit", "2")
    assert found.code == 0
    best = json.loads(found.out)[0]
    assert (best["document"], best["page"], best["kind"]) == ("report.pdf", 3, "page")
    assert COSTS in best["text"]
    assert best["end"] - best["start"] == len(best["text"])
    nothing = library("library", "search", '"sheep of their own"', "--json")
    assert (nothing.code, json.loads(nothing.out)) == (1, [])
    only = json.loads(library("library", "search", "the", "--doc", "notes", "--json").out)
    assert {one["document"] for one in only} <= {"notes.txt", "copy.txt"}


def test_what_is_removed_is_found_no_more_and_the_file_stays(documents: Path, tmp_path: Path) -> None:
    secret = tmp_path / "passphrase"
    secret.write_text("four words or more\n", encoding="utf-8")
    secret.chmod(0o600)
    own = CommandLine(tmp_path / "home", ("--passphrase-file", str(secret)))
    assert own("library", "add", str(documents / "report.pdf")).code == 0
    assert "Give --yes" in own("library", "remove", "report.pdf").complaint
    assert "Give --yes" in own("library", "remove", "report", "--json").complaint, "how it is told agrees to nothing"
    assert json.loads(own("library", "remove", "report", "--json", "--yes").out) == {"removed": 1}
    assert own("library", "search", "nitrate").code == 1
    assert json.loads(own("library", "list", "--json").out) == []
    assert (documents / "report.pdf").exists()


def test_a_question_to_a_file_is_answered_with_citations_and_leaves_nothing(
    paddock: CommandLine, documents: Path
) -> None:
    asked = ("What does the pipe cost?", "--doc", str(documents / "report.pdf"))
    answer = paddock("ask", *asked, "--temperature", "0", "--max-tokens", "48", "--json")
    assert answer.code == 0, answer.err
    facts = json.loads(answer.out)
    assert (facts["used"], facts["found"], facts["documents"]) == ("whole", True, 1)
    assert facts["citations"], facts["text"]
    for citation in facts["citations"]:
        assert facts["text"][citation["start"] : citation["end"]] == citation["sentence"]
        assert citation["verdict"] in {"supported", "unsupported"}
        if citation["verdict"] == "supported":
            assert citation["document"] == "report.pdf"
            passage = next(one for one in facts["passages"] if one["number"] == citation["number"])
            assert citation["quote"] in passage["text"]
    assert list((paddock.home / "cache").glob("passing-*")) == []


def test_read_prints_pages_and_their_outcome(library: CommandLine, documents: Path) -> None:
    read = library("read", str(documents / "report.pdf"), "--json")
    assert read.code == 0, read.err
    facts = json.loads(read.out)
    assert (facts["format"], facts["outcome"], len(facts["pages"])) == ("pdf", "whole", 3)
    page = facts["pages"][1]
    table = next(block for block in page["blocks"] if block["kind"] == "table")
    assert "| Well 10 | 15 | 82 | above the limit |" in page["text"][table["start"] : table["end"]]
    assert page["spans"]
    assert "── page 3 ──" in library("read", str(documents / "report.pdf")).out
    for path, why in ((documents / "nosuch.pdf", "does not exist."), (documents, "is a folder.")):
        wrong = library("read", str(path))
        assert (wrong.code, f"{path} {why}" in wrong.complaint) == (2, True)
    junk = library("read", str(documents / "junk.bin"))
    assert junk.code == 1
    assert "junk" in junk.complaint or "file" in junk.complaint


def test_a_document_is_summarized_with_pages(paddock: CommandLine, documents: Path) -> None:
    made = paddock("summarize", str(documents / "notes.txt"), "--context", "1024", "--json")
    assert made.code == 0, made.err
    facts = json.loads(made.out)
    assert facts["text"]
    assert facts["document"] == "notes.txt"


def test_what_is_called_wrongly_is_one_line(library: CommandLine, documents: Path) -> None:
    both = library("ask", "Why?", "--collection", "Valley", "--doc", str(documents / "notes.txt"))
    missing = library("library", "add", str(documents / "nowhere"))
    unknown = library("library", "search", "x", "--collection", "Nowhere")
    assert (missing.code, "does not exist" in missing.complaint) == (2, True)
    assert unknown.code == 1
    assert unknown.complaint
    assert both.code in {1, 2}


def test_vectors_are_made_anew_with_another_embedder(documents: Path, tiny_embedder: Path, tmp_path: Path) -> None:
    secret = tmp_path / "passphrase"
    secret.write_text("four words or more\n", encoding="utf-8")
    secret.chmod(0o600)
    own = CommandLine(tmp_path / "home", ("--passphrase-file", str(secret)))
    none = own("library", "re-embed")
    assert (none.code, "No embedding model is installed" in none.complaint) == (1, True)
    assert own("models", "import", str(tiny_embedder)).code == 0
    assert own("library", "add", str(documents / "report.pdf")).code == 0
    alone = own("library", "re-embed")
    assert (alone.code, "nothing to make anew" in alone.out) == (0, True), alone
    assert json.loads(own("library", "status", "--json").out)["other_embedder"] is None
    convert(tiny_embedder.parent, tmp_path / "later.gguf", name="Later embedder")
    assert own("models", "import", str(tmp_path / "later.gguf")).code == 0
    told = own("library", "status")
    assert "“later” is installed; the documents' vectors were made by “tiny”." in told.out
    facts = json.loads(own("library", "status", "--json").out)["other_embedder"]
    assert facts == {"name": "later", "made_by": "tiny", "begun": False}
    made = own("library", "re-embed", "--json")
    assert made.code == 0, made
    passages = json.loads(own("library", "status", "--json").out)["passages"]
    assert json.loads(made.out) == {"made_anew": True, "by": "later", "passages": passages}
    assert "is installed;" not in own("library", "status").out, "the one that was replaced is not offered"
    back = own("library", "re-embed")
    assert "now made by “tiny”" in back.out, "who asks for it gets it all the same"


def test_pages_are_listed_by_why_they_were_not_read() -> None:
    pages = [UnreadPage(number, "", "no_text", "This is a picture.") for number in (2, 5)]
    pages += [UnreadPage(3, "", "no_text", ""), UnreadPage(9, "", "cut", "")]
    assert _reasons(pages) == {"This is a picture.": [2, 5], "No text.": [3], "Cut short.": [9]}


@pytest.fixture
def locked_up(tmp_path: Path) -> tuple[CommandLine, Path]:
    """Return the command line over an empty home, and a folder with a PDF that opens with “hay”."""
    (tmp_path / "secret").write_text("four words or more\n", encoding="utf-8")
    folder = tmp_path / "papers"
    folder.mkdir()
    book = Book([Leaf(text(72, 700, "The meadow is behind the church."))])
    (folder / "locked.pdf").write_bytes(book.written(password="hay"))
    (folder / "open.txt").write_text("The ferry sails on Tuesdays.\n", encoding="utf-8")
    return CommandLine(tmp_path / "paddock", ("--passphrase-file", str(tmp_path / "secret"))), folder


def test_a_password_is_asked_for_once_at_a_terminal(locked_up: tuple[CommandLine, Path]) -> None:
    command, folder = locked_up
    wrong = at_terminal(command, ("library", "add", str(folder)), [b"straw\n", b"hay\n"])
    assert wrong.code == 1
    assert wrong.out.count("Password of locked.pdf: ") == 1
    assert "This password does not open the PDF." in wrong.out
    right = at_terminal(command, ("library", "add", str(folder)), [b"hay\n"])
    assert right.code == 0, right.out
    found = command("library", "search", "meadow church", "--json")
    assert [hit["document"] for hit in json.loads(found.out)] == ["locked.pdf"]


def test_a_password_may_come_from_a_file(locked_up: tuple[CommandLine, Path], tmp_path: Path) -> None:
    command, folder = locked_up
    silent = command("library", "add", str(folder))  # nobody can be asked
    assert silent.code == 1
    assert "The PDF is protected by a password." in silent.err
    secret = tmp_path / "word"
    secret.write_text("hay\n", encoding="utf-8")
    added = command("library", "add", str(folder), "--password-file", str(secret))
    assert added.code == 0, added
    assert "meadow" in command("read", str(folder / "locked.pdf"), "--password-file", str(secret)).out
    missing = command("library", "add", str(folder), "--password-file", str(tmp_path / "none"))
    assert missing.code == 0  # nothing wants one any more


def test_the_languages_of_text_in_pictures(bare: CommandLine, tmp_path: Path) -> None:
    """A language's data is a file; what it is used for is what is read from then on."""
    secret = tmp_path / "passphrase"
    secret.write_text("four words or more\n", encoding="utf-8")
    secret.chmod(0o600)
    command = CommandLine(bare.home, ("--passphrase-file", str(secret)))
    before = json.loads(command("library", "languages", "--json").out)
    assert before["used"] == ["eng"]
    data = next(path for folder in language_folders() for path in folder.glob("eng.traineddata"))
    shutil.copy(data, tmp_path / "own.traineddata")
    assert "no data to recognise own" in command("library", "languages", "--use", "own").complaint
    added = command("library", "languages", "--add", str(tmp_path / "own.traineddata"), "--json")
    assert json.loads(added.out) == {"used": ["eng", "own"], "there": sorted([*before["there"], "own"])}
    assert command("library", "languages", "--use", "own").code == 0
    scan = tmp_path / "scan.png"
    lettered(*column(150, 200, "The ferry leaves at seven", "from the old stone pier.")).picture.save(scan)
    assert "The ferry leaves at seven" in command("read", str(scan)).out
    assert command("library", "add", str(scan)).code == 0
    [found] = json.loads(command("library", "search", "ferry", "--json").out)
    assert "stone pier" in found["text"]
    assert command("library", "languages", "--use", "").code == 0
    assert "could not be recognised" in command("read", str(scan)).err


@pytest.mark.parametrize(
    ("name", "content"), [("deu (1).traineddata", b""), ("osd.traineddata", b""), ("deu.traineddata", b"<html>" * 9)]
)
def test_what_is_no_language_data_is_refused(bare: CommandLine, tmp_path: Path, name: str, content: bytes) -> None:
    (tmp_path / name).write_bytes(content)
    refused = bare("library", "languages", "--add", str(tmp_path / name))
    assert refused.code == 1
    assert name in refused.complaint
    assert not list((bare.home / "data").glob("languages/*"))


def test_a_search_is_narrowed_by_kind_and_day(library: CommandLine) -> None:
    """The days are those on which the files were last changed."""

    def names(*narrowed: str) -> set[str]:
        return {one["document"] for one in json.loads(library("library", "search", "sheep", *narrowed, "--json").out)}

    assert names("--type", "text") == {"copy.txt"}
    assert names("--type", "pdf", "--type", "text", "--since", "2020-01-01") == {"copy.txt"}
    assert names("--type", "pdf") == set()
    assert names("--until", "2020-01-01") == set()
    today = datetime.now().astimezone().date().isoformat()
    assert names("--since", today, "--until", today) == {"copy.txt"}
    listed = json.loads(library("library", "list", "--type", "pdf", "--json").out)
    assert [one["name"] for one in listed] == ["report.pdf"]
    assert "a day such as" in library("library", "search", "sheep", "--since", "tomorrow").err
    assert "too far away" in library("library", "search", "sheep", "--until", "9999-12-31").complaint


KILLED = """
import os, sys
from pathlib import Path
from paddock.app import Paddock
from paddock.home import Home
paddock = Paddock(Home.under(Path(sys.argv[1])))
paddock.set_up("four words or more")
ingest, store = paddock.library.ingest, paddock.library.store
ingest.pause()
ingest.add([Path(sys.argv[2])])
assert store.turn([], ingest.read_with, "eng", more=True).claims
os._exit(9)
"""


def test_what_a_killed_run_was_reading_is_gone_on_with(bare: CommandLine, tmp_path: Path) -> None:
    """By the next one, which need not be a window."""
    begun, other, secret = (tmp_path / name for name in ("begun.txt", "other.txt", "passphrase"))
    for path, content in ((begun, "The ferry."), (other, "The pier."), (secret, "four words or more\n")):
        path.write_text(content, encoding="utf-8")
    secret.chmod(0o600)
    killed = [sys.executable, "-c", KILLED, str(bare.home), str(begun)]
    assert subprocess.run(killed, env=environment(), check=False).returncode == 9
    command = CommandLine(bare.home, ("--passphrase-file", str(secret)))
    assert command("library", "add", str(other)).code == 0
    listed = json.loads(command("library", "list", "--json").out)
    assert {one["name"]: one["state"] for one in listed} == {"begun.txt": "read", "other.txt": "read"}


def test_what_looks_unchanged_is_read_anew_when_asked(bare: CommandLine, tmp_path: Path) -> None:
    ferry, pier, secret = (tmp_path / name for name in ("ferry.txt", "pier.txt", "passphrase"))
    for path, content in ((ferry, "The ferry sails."), (pier, "The pier."), (secret, "four words or more\n")):
        path.write_text(content, encoding="utf-8")
    secret.chmod(0o600)
    command = CommandLine(bare.home, ("--passphrase-file", str(secret)))
    assert command("library", "add", str(ferry), str(pier), "--collection", "Harbour").code == 0
    seen = ferry.stat()
    ferry.write_text("The barge sails.", encoding="utf-8")
    os.utime(ferry, ns=(seen.st_atime_ns, seen.st_mtime_ns))  # as a copy that keeps times leaves it
    assert json.loads(command("library", "add", str(ferry), "--json", "--wait").out)["known"] == 1
    assert command("library", "search", "barge").code == 1
    named = command("library", "re-read", "ferry", "--json", "--wait")
    assert (named.code, [one["name"] for one in json.loads(named.out)["documents"]]) == (0, ["ferry.txt"])
    assert "barge" in command("library", "search", "barge").out
    assert json.loads(command("library", "re-read", "ferry", "--json", "--wait").out)["queued"] == 1

    pier.unlink()
    all_of_it = command("library", "re-read", "--collection", "harbour")
    assert all_of_it.code == 1
    assert "1 file is no longer there, or cannot be opened: what was read before stays." in all_of_it.err
    assert "pier" in command("library", "search", "pier").out
    for wrong in (("re-read",), ("re-read", "mole"), ("re-read", "--collection", "mole")):
        refused = command("library", *wrong)
        assert refused.code in {1, 2}, refused
        assert (refused.out, len(refused.err.splitlines())) == ("", 1), refused
        assert "paddock library list" in refused.err or wrong == ("re-read",)
