"""The doorkeeper is started for a window, and for the commands that say to fetch, and in no other case."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from paddock.fetcher.need import home_that_may_fetch

if TYPE_CHECKING:
    from pathlib import Path


def test_a_window_needs_it(tmp_path: Path) -> None:
    home = home_that_may_fetch(["--home", str(tmp_path / "new")])
    assert home is not None
    assert home.models == tmp_path / "new" / "models"
    assert not (tmp_path / "new").exists()


def test_the_home_may_be_named_in_each_way(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PADDOCK_HOME", str(tmp_path))
    for argv in ([], [f"--home={tmp_path}"], ["--passphrase-file", "p", "--home", str(tmp_path)]):
        home = home_that_may_fetch(argv)
        assert home is not None, argv
        assert home.models == tmp_path / "models"


@pytest.mark.parametrize(
    "argv",
    [
        ["ask", "Why?"],
        ["models", "list"],
        ["doctor"],
        ["--version"],
        ["--help"],
        ["--home"],
        ["--home", ""],
        ["--home="],
        ["--ho", "x"],
        ["--home", "x", "doctor"],
        ["--unknown"],
        ["--worker", "engine"],
        ["models"],
        ["models", "verify", "add"],
        ["models", "add", "--help"],
        ["models", "search", "-h"],
        ["ask", "models", "add"],
        [""],
    ],
)
def test_commands_and_all_that_is_not_certain_do_not(
    argv: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PADDOCK_HOME", str(tmp_path))
    assert home_that_may_fetch(argv) is None


@pytest.mark.parametrize("command", [["models", "add", "x"], ["models", "search", "a", "b"], ["models", "add"]])
def test_a_command_that_fetches_does(command: list[str], tmp_path: Path) -> None:
    home = home_that_may_fetch(["--home", str(tmp_path), *command])
    assert home is not None
    assert home.models == tmp_path / "models"
