"""The way to the system's keyring: only keyrings that really protect what they hold."""

from __future__ import annotations

import sys
from typing import Protocol

from paddock.errors import KeyringClosed


class KeyringDoor(Protocol):
    """One keyring. `account` names the item, one per store."""

    @property
    def name(self) -> str:
        """What this keyring is called on this system."""
        ...

    def available(self) -> bool:
        """Whether a key can be kept here now: present, protected, unlocked. Quick, and never asks the person."""
        ...

    def fetch(self, account: str) -> str | None:
        """Return the item or None; may let the system ask the person to unlock. Raises KeyringClosed."""
        ...

    def keep(self, account: str, secret: str) -> None:
        """Keep the item, in place of an older one. Raises KeyringClosed."""
        ...

    def forget(self, account: str) -> None:
        """Remove the item; nothing happens where there is none. Raises KeyringClosed."""
        ...


def system_keyring() -> KeyringDoor:
    """Return this system's keyring; nothing is imported or asked before its first use."""
    return SystemKeyring()


class SystemKeyring:
    """This system's keyring, reached at its first use: the libraries for it take 20 to 60 ms to import."""

    def __init__(self) -> None:
        self._opened: KeyringDoor | None = None

    @property
    def name(self) -> str:
        """What this keyring is called on this system."""
        if sys.platform == "darwin":
            return "macOS Keychain"
        return "Windows Credential Locker" if sys.platform == "win32" else "Secret Service"

    def available(self) -> bool:
        """Whether a key can be kept here now. Quick, and never asks the person."""
        try:
            return self._door().available()
        except KeyringClosed:
            return False

    def fetch(self, account: str) -> str | None:
        """Return the item or None; may let the system ask the person to unlock. Raises KeyringClosed."""
        return self._door().fetch(account)

    def keep(self, account: str, secret: str) -> None:
        """Keep the item, in place of an older one. Raises KeyringClosed."""
        self._door().keep(account, secret)

    def forget(self, account: str) -> None:
        """Remove the item, if there is one. Raises KeyringClosed."""
        self._door().forget(account)

    def _door(self) -> KeyringDoor:
        if self._opened is None:
            try:
                self._opened = _open_door(self.name)
            except ImportError as error:
                raise KeyringClosed(
                    f"The {self.name} cannot be used.", f"Its library is not installed ({error}).", "Use a passphrase."
                ) from error
        return self._opened


def _open_door(name: str) -> KeyringDoor:
    # The backend is named here and never found by keyring's own search, which obeys a configuration file and
    # installed plugins, among them ones that keep keys in base64.
    if sys.platform in {"darwin", "win32"}:
        from paddock.vault.library_keyring import open_backend  # noqa: PLC0415 - slow, and not for Linux

        return open_backend(name)
    from paddock.vault.secret_service import SecretService  # noqa: PLC0415 - slow, and only for Linux

    return SecretService()
