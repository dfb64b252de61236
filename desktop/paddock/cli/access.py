"""Opens the store for a command: by the keyring, by a passphrase from a file, or by asking at the terminal."""

from __future__ import annotations

import getpass
import sys
from typing import TYPE_CHECKING, Final

from paddock.errors import PassphraseNeeded, UsageError, UserError

if TYPE_CHECKING:
    from pathlib import Path

    from paddock.app import Paddock

MAX_PASSPHRASE_BYTES: Final = 4096


def open_store(paddock: Paddock, passphrase_file: Path | None) -> None:
    """Unlock the store, or make it on first use. Raises UserError (PassphraseNeeded, WrongPassphrase, KeyLost …)."""
    given = None if passphrase_file is None else read_passphrase(passphrase_file)
    state = paddock.custody.state()
    if state == "none":
        by_keyring = given is None and paddock.custody.keyring_available()
        paddock.set_up(None if by_keyring else given or _ask_twice())
    elif state == "keyring":
        paddock.unlock(None)
    else:
        paddock.unlock(given if given is not None else _ask("Passphrase: "))


def read_passphrase(path: Path) -> str:
    """Return the file's text without its last line break. Raises UserError where it cannot be read or is empty."""
    what = "The passphrase file cannot be used."
    try:
        with path.open("rb") as file:
            raw = file.read(MAX_PASSPHRASE_BYTES + 1)
        passphrase = raw.decode("utf-8").removesuffix("\n").removesuffix("\r")
    except OSError as error:
        raise UserError(what, f"{path}: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        raise UserError(what, f"{path} is not UTF-8 text.") from error
    if not passphrase:
        raise UserError(what, f"{path} is empty.")
    if len(raw) > MAX_PASSPHRASE_BYTES:
        raise UserError(what, f"{path} is longer than {MAX_PASSPHRASE_BYTES:,} bytes.")
    return passphrase


def _ask(prompt: str) -> str:
    if sys.stdin is None or not sys.stdin.isatty():
        raise PassphraseNeeded(
            "The store opens with a passphrase.",
            "There is no terminal to ask at.",
            "Put it in a file only you can read and give --passphrase-file FILE before the command.",
        )
    try:
        return getpass.getpass(prompt)
    except EOFError as error:
        raise PassphraseNeeded("The store opens with a passphrase.", "None was typed.") from error


def _ask_twice() -> str:
    first = _ask("No keyring is available here. Choose a passphrase for your chats: ")
    if not first:
        raise UsageError("An empty passphrase protects nothing.")
    if _ask("The same again: ") != first:
        raise UsageError("The two passphrases are not the same.")
    return first
