"""A person with nothing: the window opens, one key gets the starter model, and with the network off no way is there."""

from __future__ import annotations

import json
import os
import sys
from typing import TYPE_CHECKING

import psutil
import pytest

from paddock.fetcher.ledger import LEDGER_NAME
from paddock.fetcher.starter import STARTER
from tests.e2e.screen import Program, Screen, until

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the screen is an X server's"),
]


def press_until_asked(screen: Screen, window: psutil.Process, ledger: Path) -> None:
    """Press Return; again only when it was too early, for on a page that works it means Stop."""
    for _ in range(10):
        screen.key("Return")
        try:
            until("it was asked for", lambda: ledger.exists() or _fetchers(window), 10)
        except AssertionError:
            continue
        return
    pytest.fail("the button does nothing")


def _doorkeepers(window: psutil.Process) -> list[int]:
    """Return which of a window's children may open a way to the network; one that has ended may not."""
    found = []
    for child in window.children():
        try:
            if child.cmdline()[-1:] == ["doorkeeper"]:
                found.append(child.pid)
        except psutil.NoSuchProcess:
            continue  # ended while it was looked at, or a zombie
    return found


def _fetchers(window: psutil.Process) -> list[psutil.Process]:
    """Return what the doorkeeper has started: there is one before the ledger says what it was asked for."""
    try:
        return [fetcher for child in _doorkeepers(window) for fetcher in psutil.Process(child).children()]
    except psutil.NoSuchProcess:
        return []


def test_one_key_from_nothing_to_a_model(tmp_path: Path, shelf: Path) -> None:
    """The focus of the first page stands on “Get it”."""
    home, secret = tmp_path / "home", tmp_path / "passphrase"
    secret.write_text("correct horse battery staple\n", encoding="utf-8")
    pip = {"PIP_FIND_LINKS": str(shelf), "PIP_NO_INDEX": "1", "PIP_CONFIG_FILE": os.devnull}
    model, ledger = home / "models" / STARTER.file_name, home / "data" / LEDGER_NAME
    with Screen() as screen:
        program = Program(screen, home, "--passphrase-file", str(secret), more=pip)
        screen.window("Paddock")
        window = psutil.Process(program.process.pid)
        until("the store is made", lambda: any(home.rglob("*.db*")))
        doorkeepers = _doorkeepers(window)
        assert len(doorkeepers) == len(window.children()) == 1

        press_until_asked(screen, window, ledger)
        until("the starter is there", model.exists)
        screen.key("ctrl+q")
        assert program.wait() == 0, program.log.read_text(encoding="utf-8")
        assert [process for process in doorkeepers if psutil.pid_exists(process)] == [], "it ends with its window"
        assert len(ledger.read_text(encoding="utf-8").splitlines()) == 1

        settings = home / "config" / "settings.json"
        kept = json.loads(settings.read_bytes()) if settings.exists() else {}
        settings.write_text(json.dumps({**kept, "network": "off"}), encoding="utf-8")
        again = Program(screen, home, "--passphrase-file", str(secret), more=pip)
        screen.window("Paddock")
        assert _doorkeepers(psutil.Process(again.process.pid)) == []
        screen.key("ctrl+q")
        assert again.wait() == 0
    log = program.log.read_text(encoding="utf-8")
    assert "Traceback" not in log
    assert sorted(path.name for path in model.parent.iterdir()) == [STARTER.file_name]
