"""The Secret Service of Linux desktops (GNOME Keyring, KDE Wallet since Frameworks 5.97, KeePassXC) over D-Bus.

Spoken through `secretstorage`, not through `keyring`: that imports in a third of the time, and every call here has
a time limit, so that a hanging service costs seconds and never the program's start.
Protocol: https://specifications.freedesktop.org/secret-service-spec/latest/
"""

from __future__ import annotations

from contextlib import closing, contextmanager
from functools import partial
from typing import TYPE_CHECKING, Any

import secretstorage
from jeepney import DBusErrorResponse

from paddock.errors import KeyringClosed

if TYPE_CHECKING:
    from collections.abc import Iterator

_CALL_LIMIT_S = 3.0
_PROMPT_LIMIT_S = 120.0  # a person types a password into the system's own window
_SESSION_ONLY = "/org/freedesktop/secrets/collection/session"  # kept in memory and lost at logout (spec §5)
# As the system's own program for keyrings lists them.
_LABELS = {"hub-token": "Token of the model hub, for Paddock"}
_LABEL = "Key of the encrypted Paddock store"


class SecretService:
    """The keyring of this desktop session."""

    name = "Secret Service"

    def available(self) -> bool:
        """Whether there is a default collection that is unlocked and outlives the session; at most a few seconds."""
        try:
            with self._talk() as connection:
                collection = self._default(connection)
                return collection is not None and not collection.is_locked()
        except KeyringClosed:
            return False

    def fetch(self, account: str) -> str | None:
        """Return the item or None. A locked keyring asks the person to unlock it. Raises KeyringClosed."""
        with self._talk() as connection:
            item = self._find(connection, account)
            if item is None:
                collection = self._default(connection)
                if collection is not None and collection.is_locked():
                    self._unlock(collection)  # some services list nothing while locked
                    item = self._find(connection, account)
            if item is None:
                return None
            if item.is_locked():
                self._unlock(item)
            return bytes(item.get_secret()).decode()

    def keep(self, account: str, secret: str) -> None:
        """Keep the item in the default collection. Raises KeyringClosed."""
        with self._talk() as connection:
            collection = self._default(connection)
            if collection is None:
                raise _closed("It has no default collection.")
            if collection.is_locked():
                self._unlock(collection)
            label = _LABELS.get(account.partition(" ")[0], _LABEL)
            collection.create_item(label, _attributes(account), secret.encode(), replace=True)

    def forget(self, account: str) -> None:
        """Remove the item from every collection. Raises KeyringClosed."""
        with self._talk() as connection:
            while (item := self._find(connection, account)) is not None:
                if item.is_locked():
                    self._unlock(item)
                item.delete()

    @contextmanager
    def _talk(self) -> Iterator[Any]:
        try:
            with closing(secretstorage.dbus_init()) as connection:
                # WORKAROUND(secretstorage 3.5): its calls wait for ever; jeepney's own take a limit.
                connection.send_and_get_reply = partial(connection.send_and_get_reply, timeout=_CALL_LIMIT_S)
                yield connection
        except TimeoutError as error:
            raise _closed("It does not answer.") from error
        except (secretstorage.SecretServiceNotAvailableException, OSError) as error:
            raise _closed("There is none in this session.") from error
        except (secretstorage.SecretStorageException, DBusErrorResponse) as error:
            raise _closed(f"It says: {error}.") from error

    def _default(self, connection: Any) -> Any | None:
        # Not get_default_collection: where there is none, that makes one, with a prompt.
        try:
            collection = secretstorage.get_collection_by_alias(connection, "default")
        except secretstorage.ItemNotFoundException:
            return None
        return None if collection.collection_path == _SESSION_ONLY else collection

    def _find(self, connection: Any, account: str) -> Any | None:
        items = list(secretstorage.search_items(connection, _attributes(account)))
        return next((item for item in items if not item.is_locked()), items[0] if items else None)

    def _unlock(self, locked: Any) -> None:
        locked.unlock(timeout=_PROMPT_LIMIT_S)
        if locked.is_locked():
            raise _closed("It is locked.")


def _attributes(account: str) -> dict[str, str]:
    return {"application": "Paddock", "username": account}


def _closed(why: str) -> KeyringClosed:
    return KeyringClosed(
        "The system's keyring cannot be used.", why, "Unlock it (log in to the desktop, or its own program), try again."
    )
