"""The keyring path against a real Secret Service: gnome-keyring under a private D-Bus, in a home of its own."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

from tests.vault.children import ROOT

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform != "linux", reason="the Secret Service is Linux's"),
]

# No service folders: nothing is started by asking for it, neither another keyring nor a window that asks.
BUS = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:dir=%s</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"""


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, Any], Path]:
    """Return what the session found at each step, and the folder everything in it was written to."""
    for program in ("dbus-run-session", "gnome-keyring-daemon"):
        assert shutil.which(program), f"{program} is missing: `python3 dev.py test` installs it, or apt install it."
    base = tmp_path_factory.mktemp("session")
    home, runtime = base / "home", base / "run"
    home.mkdir()
    runtime.mkdir(mode=0o700)
    (base / "bus.conf").write_text(BUS % runtime, encoding="utf-8")
    done = subprocess.run(
        [
            *("dbus-run-session", f"--config-file={base / 'bus.conf'}", "--"),
            *(sys.executable, "-m", "tests.vault.secret_service_session", str(base / "vault")),
        ],
        cwd=ROOT,
        env={
            "HOME": str(home),
            "XDG_RUNTIME_DIR": str(runtime),
            "PATH": os.environ["PATH"],
            "PYTHONPATH": f"{ROOT / 'desktop'}{os.pathsep}{ROOT}",
        },
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout), base


def result(played: tuple[dict[str, Any], Path], step: str) -> Any:
    return played[0][step]["result"]


def test_without_one_it_says_so_at_once(played: tuple[dict[str, Any], Path]) -> None:
    assert result(played, "absent: available") is False
    assert result(played, "absent: create").startswith("KeyringClosed")
    assert played[0]["absent: available"]["s"] < 1


def test_the_key_is_kept_and_given_back(played: tuple[dict[str, Any], Path]) -> None:
    assert result(played, "unlocked: available") is True
    key = result(played, "unlocked: create")
    assert len(bytes.fromhex(key)) == 32
    for step in ("unlocked: again", "next login: unlock", "by the passphrase", "by the keyring"):
        assert result(played, step) == key, step
    assert played[0]["unlocked: again"]["s"] < 0.5


def test_a_locked_one_is_no_place_for_a_key_and_does_not_hang(played: tuple[dict[str, Any], Path]) -> None:
    assert result(played, "locked: available") is False
    assert result(played, "locked: unlock").startswith("KeyringClosed: Unlock it")
    assert played[0]["locked: available"]["s"] < 1


def test_one_that_hangs_costs_seconds_not_the_start(played: tuple[dict[str, Any], Path]) -> None:
    assert result(played, "hanging: available") is False
    assert result(played, "hanging: unlock").startswith("KeyringClosed")
    assert played[0]["hanging: available"]["s"] < 5
    assert played[0]["hanging: unlock"]["s"] < 5
    assert result(played, "ended: unlock").startswith("KeyringClosed")


def test_changing_to_a_passphrase_empties_the_keyring(played: tuple[dict[str, Any], Path]) -> None:
    assert result(played, "to a passphrase") is None
    assert result(played, "item after that") is None
    assert result(played, "back to the keyring") is None


def test_an_emptied_keyring_is_told_with_a_way_on(played: tuple[dict[str, Any], Path]) -> None:
    assert result(played, "emptied: unlock").startswith("KeyLost: Bring the keyring back")


def test_the_key_lies_readable_in_no_file(played: tuple[dict[str, Any], Path]) -> None:
    key = result(played, "unlocked: create")
    _, base = played
    files = [path for path in base.rglob("*") if path.is_file()]
    assert any(path.suffix == ".keyring" for path in files), "the keyring's own file was searched too"
    for path in files:
        content = path.read_bytes()
        assert key.encode() not in content
        assert bytes.fromhex(key) not in content


def test_what_is_kept_is_listed_for_what_it_is(played: tuple[dict[str, Any], Path]) -> None:
    assert played[0]["labels"] == ["Key of the encrypted Paddock store", "Token of the model hub, for Paddock"]
