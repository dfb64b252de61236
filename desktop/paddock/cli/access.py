"""Opens the store for a command: by the keyring, by a passphrase from a file, or by asking at the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paddock.cli.asking import somebody_is_there, typed_unseen
from paddock.errors import PassphraseNeeded, UsageError
from paddock.vault.passphrase_file import read_passphrase

if TYPE_CHECKING:
    from pathlib import Path

    from paddock.app import Paddock


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


def _ask(prompt: str, what: str = "The store opens with a passphrase.") -> str:
    if not somebody_is_there():
        raise PassphraseNeeded(
            what,
            "There is no terminal to ask at.",
            "Put it in a file only you can read and give --passphrase-file FILE before the command.",
        )
    typed = typed_unseen(prompt)
    if typed is None:
        raise PassphraseNeeded(what, "None was typed.")
    return typed


def _ask_twice() -> str:
    what = "There is no store yet; it is made with a passphrase, as no keyring is available here."
    first = _ask("No keyring is available here. Choose a passphrase for your chats: ", what)
    if not first:
        raise UsageError("An empty passphrase protects nothing.")
    if _ask("The same again: ") != first:
        raise UsageError("The two passphrases are not the same.")
    return first
