"""The keyrings of macOS and Windows, each through one named backend of the `keyring` library."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from keyring.errors import KeyringError

from paddock.errors import KeyringClosed

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

_SERVICE = "Paddock"


def open_backend(name: str) -> LibraryKeyring:
    """Return this system's keyring, called `name`. Raises ImportError elsewhere than on macOS and Windows."""
    if sys.platform == "darwin":
        from keyring.backends.macOS import Keyring  # noqa: PLC0415 - loads the Security framework

        return LibraryKeyring(name, Keyring())
    if sys.platform == "win32":
        from keyring.backends.Windows import WinVaultKeyring  # noqa: PLC0415 - loads the Windows API

        return LibraryKeyring(name, WinVaultKeyring())
    raise ImportError("no keyring of the library is used on this system")


class LibraryKeyring:
    """One backend of the `keyring` library. These systems unlock their keyring when the person logs in."""

    def __init__(self, name: str, backend: KeyringBackend) -> None:
        self.name = name
        self._backend = backend

    def available(self) -> bool:
        """Whether the backend works on this system."""
        return bool(type(self._backend).viable)

    def fetch(self, account: str) -> str | None:
        """Return the item or None. Raises KeyringClosed."""
        try:
            return self._backend.get_password(_SERVICE, account)
        except KeyringError as error:
            raise self._closed(error) from error

    def keep(self, account: str, secret: str) -> None:
        """Keep the item. Raises KeyringClosed."""
        try:
            self._backend.set_password(_SERVICE, account, secret)
        except KeyringError as error:
            raise self._closed(error) from error

    def forget(self, account: str) -> None:
        """Remove the item, if there is one. Raises KeyringClosed."""
        try:
            if self._backend.get_password(_SERVICE, account) is not None:
                self._backend.delete_password(_SERVICE, account)
        except KeyringError as error:
            raise self._closed(error) from error

    def _closed(self, error: KeyringError) -> KeyringClosed:
        why = f"It says: {error}." if str(error) else "It refused."
        return KeyringClosed(f"The {self.name} cannot be used.", why, "Unlock it and try again.")
