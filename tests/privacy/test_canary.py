"""What is kept is unreadable without the key: words put in through every door are in no file the program wrote."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from paddock.app import Paddock
from paddock.home import Home

DOORS = 36


def _readable(word: str) -> list[bytes]:
    """Return the ways a word could lie in a file: as it is in either case, and in both orders of UTF-16."""
    spellings = {word, word.upper(), word.capitalize()}
    return [spelling.encode(code) for spelling in spellings for code in ("utf-8", "utf-16-le", "utf-16-be")]


def _files_holding(words: list[str], home: Path) -> list[str]:
    pattern = re.compile(b"|".join(re.escape(form) for word in words for form in _readable(word)))
    written = [path for path in home.rglob("*") if path.is_file()]
    assert written, "the program wrote nothing: there is nothing to search"
    return [str(path.relative_to(home)) for path in written if pattern.search(path.read_bytes())]


@pytest.mark.slow
@pytest.mark.parametrize("end", ["orderly", "killed"])
def test_no_word_lies_readable_on_the_disk(tmp_path: Path, tiny_gguf: Path, end: str) -> None:
    """Also not after a crash in the middle of an answer, and not beside the home: in what is temporary, or a cache."""
    home, beside = tmp_path / "outside" / "home", tmp_path / "beside"
    home.parent.mkdir()
    beside.mkdir()
    elsewhere = {name: str(beside) for name in ("HOME", "TMPDIR", "SQLITE_TMPDIR", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR")}
    done = subprocess.run(
        [sys.executable, "-m", "tests.privacy.every_door", str(home), str(tiny_gguf), end],
        capture_output=True, text=True, check=False, timeout=120, cwd=Path(__file__).parents[2],
        env={**os.environ, **elsewhere},
    )  # fmt: skip
    words = done.stdout.split()
    assert done.returncode == (0 if end == "orderly" else -9), done.stderr
    assert len(words) >= DOORS
    store = [path for path in home.rglob("*") if path.is_file() and path.stat().st_size > 16384]
    assert store, "no file is large enough to be the store"
    assert _files_holding(words, home) == []
    assert not any(beside.rglob("*")), "something was written beside the home"
    if end == "killed":
        _look_what_is_left(Home.under(home))


def _look_what_is_left(home: Home) -> None:
    """See that what the killed program read in passing goes when something is read in passing again."""
    (left,) = home.cache.glob("passing-*")
    paddock = Paddock(home)
    with paddock.passing_library():
        (own,) = home.cache.glob("passing-*")
        assert own != left
    paddock.close()


def test_the_search_finds_what_is_there(tmp_path: Path) -> None:
    """The search above can fail: a word that lies in a file, in any form searched for, is found."""
    for number, form in enumerate(_readable("straw0123")):
        (tmp_path / str(number)).write_bytes(b"\0x" + form + b"y")
    assert len(_files_holding(["straw0123"], tmp_path)) == len(_readable("straw0123"))
