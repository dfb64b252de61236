"""Played inside a D-Bus session of its own (tests/vault/test_secret_service.py): a real keyring and our use of it.

Prints one JSON object: what happened at each step, with seconds where they matter.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
import time
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

import secretstorage

from paddock.errors import PaddockError
from paddock.vault.custody import Custody
from paddock.vault.keyring_door import system_keyring
from tests.vault.doubles import QUICK

if TYPE_CHECKING:
    from collections.abc import Callable

PASSWORD = b"the password of this desktop"
FOUND: dict[str, Any] = {}


def outcome(step: str, do: Callable[[], object]) -> None:
    """Note what `do` returned, or the kind of error with its next step, and how long it took."""
    started = time.perf_counter()
    try:
        result: object = do()
    except PaddockError as error:
        result = f"{type(error).__name__}: {error.next_step}"
    FOUND[step] = {"result": result, "s": time.perf_counter() - started}


def start_keyring() -> subprocess.Popen[bytes]:
    """Start the daemon with its login keyring unlocked, and wait until it answers."""
    daemon = subprocess.Popen(
        ["gnome-keyring-daemon", "--unlock", "--components=secrets", "--foreground"],
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    assert daemon.stdin is not None
    daemon.stdin.write(PASSWORD)
    daemon.stdin.close()
    deadline = time.monotonic() + 20
    while not system_keyring().available():
        assert time.monotonic() < deadline, "gnome-keyring-daemon did not come up"
        assert daemon.poll() is None, "gnome-keyring-daemon ended at once"
        threading.Event().wait(0.02)  # it announces itself on the bus at no moment we could wait for
    return daemon


def end(daemon: subprocess.Popen[bytes]) -> None:
    daemon.terminate()
    daemon.wait(10)


def lock_keyring() -> None:
    with closing(secretstorage.dbus_init()) as connection:
        secretstorage.get_collection_by_alias(connection, "default").lock()


def main(folder: Path) -> None:
    keyring = system_keyring()
    custody = Custody(folder, keyring, QUICK)
    outcome("absent: available", custody.keyring_available)
    outcome("absent: create", lambda: custody.create_with_keyring().hex())

    daemon = start_keyring()
    outcome("unlocked: available", custody.keyring_available)
    outcome("unlocked: create", lambda: custody.create_with_keyring().hex())
    outcome("unlocked: again", lambda: Custody(folder, system_keyring(), QUICK).unlock().hex())

    keyring.keep("hub-token", "secret")
    with closing(secretstorage.dbus_init()) as connection:
        FOUND["labels"] = sorted(item.get_label() for item in secretstorage.search_items(connection, {}))

    lock_keyring()
    outcome("locked: available", custody.keyring_available)
    outcome("locked: unlock", lambda: custody.unlock().hex())

    os.kill(daemon.pid, signal.SIGSTOP)
    outcome("hanging: available", custody.keyring_available)
    outcome("hanging: unlock", lambda: custody.unlock().hex())
    os.kill(daemon.pid, signal.SIGCONT)
    end(daemon)
    outcome("ended: unlock", lambda: custody.unlock().hex())

    daemon = start_keyring()
    outcome("next login: unlock", lambda: custody.unlock().hex())
    outcome("to a passphrase", lambda: custody.change_passphrase(None, "words"))
    outcome("item after that", lambda: keyring.fetch(json.loads((folder / "custody.json").read_text())["store"]))
    outcome("by the passphrase", lambda: custody.unlock("words").hex())
    outcome("back to the keyring", lambda: custody.to_keyring("words"))
    outcome("by the keyring", lambda: custody.unlock().hex())
    keyring.forget(json.loads((folder / "custody.json").read_text())["store"])
    outcome("emptied: unlock", lambda: custody.unlock().hex())
    end(daemon)
    sys.stdout.write(json.dumps(FOUND))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
