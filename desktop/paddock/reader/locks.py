"""What the locks of documents have in common: the words, and how much work a stranger's file may ask for."""

from __future__ import annotations

import base64
import hashlib
from typing import TYPE_CHECKING, Final, Protocol

from paddock.reader.document import Unreadable

if TYPE_CHECKING:
    from collections.abc import Callable

    from paddock.reader.document import Source

    Hash = Callable[[bytes], "Hashed"]

# Office counts 100,000 rounds, LibreOffice as many; a million take about a second.
ROUNDS_MOST: Final = 5_000_000
# What Excel locks a workbook with that is only kept from changes; it then asks nobody ([MS-OFFCRYPTO] 2.4.2.3).
_OPEN_TO_ALL: Final = "VelvetSweatshop"
# Hashes that locks are made with, by their names in small letters without signs.
_HASHES: Final = {"sha1": hashlib.sha1, "sha256": hashlib.sha256, "sha384": hashlib.sha384, "sha512": hashlib.sha512}


class Hashed(Protocol):
    """What a hash made of bytes."""

    def digest(self) -> bytes:
        """Return it."""


def to_try(source: Source) -> str:
    """Return the password that was given, or the one that everybody knows."""
    return _OPEN_TO_ALL if source.password is None else source.password


def closed(source: Source) -> Unreadable:
    """Return why a locked document is not read: its password is missing, or is another."""
    if source.password is not None:
        what, why = "This password does not open the document.", ""
    else:
        what, why = "This document is protected with a password.", ""
    if source.depth:
        why = "Nobody is asked for the password of a file inside another: take it out, and add it by itself."
    return Unreadable("password", what, why, "Enter its password; it is used once and not kept.")


def unknown_lock(why: str = "It is locked in a way that Paddock does not know.") -> Unreadable:
    """Return why a document is not read whose password would not help."""
    next_step = "Save it without a password in the program it comes from, and add that copy."
    return Unreadable("unsupported", "This document is protected with a password.", why, next_step)


def damaged_lock(why: str = "How it was locked makes no sense.") -> Unreadable:
    """Return why a document is not read whose lock is broken."""
    return Unreadable("damaged", "This file is damaged.", why)


def hash_called(untrusted_name: str) -> Hash:
    """Return the hash of that name, however it is written. Raises Unreadable."""
    found = _HASHES.get("".join(filter(str.isalnum, untrusted_name)).lower())
    if found is None:
        raise unknown_lock()
    return found


def bounded(rounds: int) -> int:
    """Return a number of rounds that is no attack. Raises Unreadable."""
    if rounds < 0:
        raise damaged_lock()
    if rounds > ROUNDS_MOST:
        raise Unreadable(
            "limit", "Opening this document takes too long.", f"Its password is to be hashed {rounds:,} times."
        )
    return rounds


def bytes_of(untrusted_text: str) -> bytes:
    """Return the bytes that a text in base 64 stands for. Raises Unreadable."""
    try:
        return base64.b64decode(untrusted_text, validate=True)
    except ValueError as error:
        raise damaged_lock() from error
