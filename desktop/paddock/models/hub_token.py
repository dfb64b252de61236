"""The hub's token: kept in the system's keyring, and read only where a file is not given without one."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Final, Protocol

from paddock.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Callable

MAX_TOKEN: Final = 500
_ACCOUNT: Final = "hub-token"


def checked_token(typed: str) -> str:
    """Return what was typed as a token. Raises UserError where it cannot be one."""
    token = typed.strip()
    if not token or len(token) > MAX_TOKEN or not token.isascii() or not token.isprintable() or " " in token:
        raise UserError("This is not a token of the hub.", "", "Copy it from your page there, and nothing else.")
    return token


class Keyring(Protocol):
    """The part of a keyring that is used here (`vault.keyring_door.KeyringDoor`)."""

    def available(self) -> bool:
        """Return whether something can be kept here now."""

    def fetch(self, account: str) -> str | None:
        """Return the item or None. Raises UserError."""

    def keep(self, account: str, secret: str) -> None:
        """Keep the item. Raises UserError."""

    def forget(self, account: str) -> None:
        """Remove the item; nothing happens where there is none. Raises UserError."""


class HubToken:
    """Reads and keeps the token. Where there is no keyring, it is kept for this start alone, in memory.

    `hub` is the address of a hub that stands in the place of the usual one: it is never shown that one's token.
    """

    def __init__(self, keyring: Callable[[], Keyring], hub: str = "") -> None:
        self._keyring = keyring
        self._account = f"{_ACCOUNT} {hub}" if hub else _ACCOUNT
        self._lock = threading.Lock()
        self._token: str | None = None

    def read(self) -> str:
        """Return the token, or nothing where none is kept. May let the system ask the person to unlock the keyring."""
        with self._lock:
            if self._token is None:
                try:
                    self._token = (self._keyring().fetch(self._account) if self._keyring().available() else None) or ""
                except UserError:  # a keyring that does not answer holds nothing for us; the token is asked for
                    return ""
            return self._token

    @property
    def lasts(self) -> bool:
        """Return whether what is kept now is there at the next start. Asks nobody, but may take a few seconds."""
        return self._keyring().available()

    @property
    def known(self) -> bool:
        """Return whether a token is kept, as far as can be told without having a person unlock the keyring."""
        return bool(self._token) or (self._keyring().available() and bool(self.read()))

    def forget(self) -> None:
        """Keep none from now on, here and in the keyring. Raises UserError where the keyring does not let go of it."""
        with self._lock:
            self._token = ""
            if self._keyring().available():
                self._keyring().forget(self._account)

    def keep(self, token: str) -> None:
        """Keep it from now on."""
        with self._lock:
            self._token = token
            try:
                if self._keyring().available():
                    self._keyring().keep(self._account, token)
            except UserError:  # then it is typed in again at the next start
                return
