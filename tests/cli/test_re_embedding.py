"""`paddock library re-embed` where it is stopped, and what the status says of it then."""

from __future__ import annotations

import io
import json
from argparse import Namespace
from typing import TYPE_CHECKING, Any

import pytest

from paddock.cli import library as commands
from paddock.cli.terminal import Terminal
from paddock.library.library import Library
from paddock.library.store import SCHEMA
from paddock.vault.key import Key
from paddock.vault.vault import Vault
from tests.library.doubles import KEY, ScriptedReader
from tests.library.shelved import Compass, shelve
from tests.library.test_library import Drawer, FewModels

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

PAGES = 130  # more than two portions of 64


class Watched(io.StringIO):
    """Standard error before a person's eyes."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def models() -> FewModels:
    return FewModels({"aaa": Compass()})


@pytest.fixture
def library(tmp_path: Path, models: FewModels, monkeypatch: pytest.MonkeyPatch) -> Iterator[Library]:
    """Return a library with a document whose vectors are made, and commands that open it."""
    vault = Vault.open(tmp_path / "library", Key.from_hex(KEY), lambda: 1_780_000_000.0, schema=SCHEMA)
    made = Library(vault, lambda: 1_780_000_000.0, ScriptedReader, Drawer(), models)  # type: ignore[arg-type]  # stand-ins
    shelve(vault, {"Travel": [f"Page {number}." for number in range(PAGES)]})
    assert made.embed_all(lambda _: None)
    monkeypatch.setattr(commands, "opened", lambda _paddock, _args: made)
    yield made
    made.close()
    vault.lock()


@pytest.fixture
def run(library: Library) -> Callable[..., tuple[str, str]]:
    """Return what runs a command and returns what it wrote to standard output and error."""
    assert library

    def run(command: Callable[..., int], *, stopped: bool = False, **options: Any) -> tuple[str, str]:
        out, err = io.StringIO(), Watched()
        scope: dict[str, object] = dict.fromkeys(("collection", "doc", "type", "since", "until"))
        args = Namespace(**{"json": False, **scope, **options})
        if stopped:
            with pytest.raises(KeyboardInterrupt):
                command(None, args, Terminal(out, err))
        else:
            command(None, args, Terminal(out, err))
        return out.getvalue(), err.getvalue()

    return run


def test_what_is_done_when_it_is_stopped_is_kept_and_gone_on_with(
    library: Library, models: FewModels, run: Callable[..., tuple[str, str]]
) -> None:
    later = models.installed["bbb"] = Compass(salt="b")

    def interrupt() -> None:
        if sum(len(texts) for _kind, texts in later.asked) > 64:
            raise KeyboardInterrupt

    later.at_call = interrupt
    _out, err = run(commands.re_embed, stopped=True)
    assert "Made anew: 16 of 130 passages" in err
    assert "what is done is kept" in err
    other = library.replacement()
    assert other is not None
    assert (other.begun, other.done) == (True, 16)
    out, _err = run(commands.status)
    assert "made anew by “Bbb”: 16 of 130 passages so far. Go on with it: paddock library re-embed\n" in out
    facts = json.loads(run(commands.status, json=True)[0])["other_embedder"]
    assert facts == {"name": "Bbb", "made_by": "Aaa", "begun": True, "passages_made_anew": 16}
    later.at_call = lambda: None
    later.asked.clear()
    out, _err = run(commands.re_embed)
    assert out == "The documents' vectors are now made by “Bbb”: 130 passages.\n"
    assert sum(len(texts) for _kind, texts in later.asked) == PAGES - 16
    assert "vectors were made by" not in run(commands.status)[0]


def test_it_says_so_where_there_is_nothing_to_do(run: Callable[..., tuple[str, str]]) -> None:
    out, err = run(commands.re_embed)
    assert out == "There is nothing to make anew: no other embedding model is installed.\n"
    assert err == ""
    assert json.loads(run(commands.re_embed, json=True)[0]) == {"made_anew": False, "by": None, "passages": PAGES}
