"""Passwords of documents: asked once at a terminal, or out of a file, and forgotten when the documents are read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paddock.cli.asking import somebody_is_there, typed_unseen
from paddock.cli.terminal import one_line
from paddock.vault.passphrase_file import read_passphrase

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from paddock.cli.terminal import Terminal
    from paddock.library.library import Library
    from paddock.library.types import Document


def open_locked(library: Library, documents: Sequence[Document], args: argparse.Namespace, terminal: Terminal) -> bool:
    """Have those that want a password read again with it; return whether any is. Raises UserError.

    `--password-file` gives one for all. Without it each is asked for, once, where somebody sits at a terminal; an empty
    answer leaves that document as it is.
    """
    locked = [one for one in documents if one.needs_password]
    if not locked:
        return False
    if args.password_file is not None:
        library.ingest.retry([one.id for one in locked], password_in(args))
        return True
    if args.json or not somebody_is_there():
        return False
    given = {one.id: ask(f"Password of {one_line(one.name)}: ", terminal) for one in locked}
    for number, password in given.items():
        if password:
            library.ingest.retry([number], password)
    return any(given.values())


def password_in(args: argparse.Namespace) -> str:
    """Return what `--password-file` holds. Raises UserError."""
    return read_passphrase(args.password_file, "The password file cannot be used.")


def ask(prompt: str, terminal: Terminal) -> str:
    """Return what is typed, unseen; nothing where the input ends."""
    terminal.progress("")
    return typed_unseen(prompt) or ""
