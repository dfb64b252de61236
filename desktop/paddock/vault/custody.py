"""Who keeps the store's key: the system's keyring, or a passphrase; and the change from one to the other."""

from __future__ import annotations

import contextlib
import os
from typing import TYPE_CHECKING, Literal

import msgspec

from paddock.errors import DiskFull, KeyLost, KeyringClosed, PassphraseNeeded, UsageError, VaultDamaged, VaultError
from paddock.vault import durable
from paddock.vault.custody_file import CustodyRecord, StretchCost, encode_record, read_record, record_or_none
from paddock.vault.key import Key
from paddock.vault.places import Places

if TYPE_CHECKING:
    from pathlib import Path

    from paddock.vault.custody_file import SealedKey
    from paddock.vault.keyring_door import KeyringDoor


class Custody:
    """The key of the store in `folder`. Every change leaves the old way in place until the new one was tried.

    `keyring` None means none may be used (policy, tests). A second copy of the custody file lies beside the backups,
    and is used where the first is missing or unreadable.
    """

    def __init__(self, folder: Path, keyring: KeyringDoor | None, cost: StretchCost | None = None) -> None:
        self._places = Places(folder)
        self._keyring = keyring
        self._cost = cost or StretchCost()

    def state(self) -> Literal["none", "keyring", "passphrase"]:
        """Say who keeps the key, "none" before the first start. Raises VaultDamaged, VaultError."""
        record = self._read()
        return "none" if record is None else record.kind

    def keyring_available(self) -> bool:
        """Whether the keyring could keep a key now. Quick, never asks the person."""
        return self._keyring is not None and self._keyring.available()

    @property
    def keyring_name(self) -> str:
        """What the keyring is called, empty where none may be used."""
        return "" if self._keyring is None else self._keyring.name

    def refuse_to_replace(self) -> None:
        """Raise KeyLost where a store lies here whose custody file is gone, VaultError where it has a key."""
        if self._read() is not None:
            raise VaultError("This store has a key already.", "Another start made it just now.", "Start again.")
        if self._places.store.exists() and self._places.store.stat().st_size > 0:
            raise KeyLost(
                f"The file that tells how to open the store is missing: {self._places.custody}.",
                "",
                "Bring it back from a backup of that folder, or start with an empty store: "
                "the old one is then put aside, not deleted.",
            )

    def create_with_keyring(self) -> Key:
        """Make a key, keep it in the keyring, return it. Raises KeyringClosed, KeyLost, VaultError."""
        self.refuse_to_replace()
        key = Key.new()
        store = os.urandom(8).hex()
        self._keep_in_keyring(key, store)
        record = CustodyRecord(store, "keyring", key.fingerprint(store))
        return self._put_first(record, key, None)

    def create_with_passphrase(self, passphrase: str) -> Key:
        """Make a key, seal it under `passphrase`, return it. Raises UsageError (empty), KeyLost, VaultError."""
        self.refuse_to_replace()
        key = Key.new()
        store = os.urandom(8).hex()
        sealed = _seal(key, passphrase, store, self._cost)
        record = CustodyRecord(store, "passphrase", key.fingerprint(store), sealed)
        return self._put_first(record, key, passphrase)

    def unlock(self, passphrase: str | None = None) -> Key:
        """Return the key; `passphrase` is not looked at where a keyring keeps it.

        Raises PassphraseNeeded, WrongPassphrase, KeyLost, KeyringClosed (locked or silent), VaultDamaged.
        """
        record = self._known()
        key = self._open(record, passphrase)
        self._finish_change(record)
        return key

    def change_passphrase(self, old: str | None, new: str) -> None:
        """Let `new` open the store from now on. `old` is None where a keyring keeps the key, which then forgets it.

        Raises WrongPassphrase, PassphraseNeeded, UsageError (empty), DiskFull and what `unlock` raises; until the last
        moment, and after a crash, the old way still opens the store.
        """
        record = self._known()
        key = self._open(record, old)
        try:
            sealed = _seal(key, new, record.store, self._cost)
            forget = record.kind == "keyring" or record.forget
            changed = CustodyRecord(record.store, "passphrase", record.check, sealed, forget)
            self._put(changed, new)
        finally:
            key.wipe()
        self._finish_change(changed)

    def to_keyring(self, passphrase: str) -> None:
        """Let the keyring keep the key from now on, and the passphrase open nothing any more.

        Raises WrongPassphrase, KeyringClosed, VaultError; the old way stays until the new one was tried.
        """
        record = self._known()
        key = self._open(record, passphrase)
        try:
            self._keep_in_keyring(key, record.store)
            self._put(CustodyRecord(record.store, "keyring", record.check), None)
        finally:
            key.wipe()
        self._finish_change(record)

    def _open(self, record: CustodyRecord, passphrase: str | None) -> Key:
        if record.kind == "keyring":
            return self._from_keyring(record)
        if passphrase is None:
            raise PassphraseNeeded("This store opens with a passphrase.", "", "Give it in the window or by a file.")
        if record.sealed is None:
            raise VaultDamaged("The store's custody file is damaged.", "It names a passphrase but holds no key.")
        key = _unseal(record.sealed, passphrase, record.store)
        if key.fingerprint(record.store) != record.check:
            raise VaultDamaged("The store's custody file is damaged.", "It holds the key of another store.")
        return key

    def _from_keyring(self, record: CustodyRecord) -> Key:
        if self._keyring is None:
            raise KeyringClosed("This store's key lies in the system's keyring, which may not be used here.")
        found = self._keyring.fetch(record.store)
        try:
            key = None if found is None else Key.from_hex(found)
        except ValueError:
            key = None
        if key is None or key.fingerprint(record.store) != record.check:
            raise KeyLost(
                f"The keyring ({self._keyring.name}) no longer holds this store's key.",
                "It was emptied or replaced, or the store comes from another computer or user."
                if key is None
                else "It holds another key under this store's name.",
                "Bring the keyring back from a backup and start again, or start with an empty store: "
                "the old one is then put aside, not deleted.",
            )
        return key

    def _keep_in_keyring(self, key: Key, store: str) -> None:
        if self._keyring is None:
            raise UsageError("No keyring may be used here.", "", "Choose a passphrase.")
        self._keyring.keep(store, key.hex())
        if self._keyring.fetch(store) != key.hex():
            raise VaultError(f"The keyring ({self._keyring.name}) did not keep the key.", "", "Choose a passphrase.")

    def _put_first(self, record: CustodyRecord, key: Key, passphrase: str | None) -> Key:
        durable.private_folder(self._places.folder)
        with durable.told_if_full(), durable.part_of(self._places.custody) as part:
            part.write_bytes(encode_record(record))
            try:
                durable.put_new(part, self._places.custody)
            except FileExistsError:  # a second start was quicker, and its key is the one
                key.wipe()
                if record.kind == "keyring" and self._keyring is not None:
                    self._keyring.forget(record.store)
                return self.unlock(passphrase)
        self._finish_change(record)
        return key

    def _put(self, record: CustodyRecord, passphrase: str | None) -> None:
        """Write beside the old file, read that back, open the key with it, and only then replace the old one."""
        with durable.told_if_full(), durable.part_of(self._places.custody) as part:
            part.write_bytes(encode_record(record))
            durable.sync_file(part)
            written = read_record(part)
            if written != record:
                raise VaultError("The change could not be written.", "What was read back differs.", "Check the disk.")
            self._open(written, passphrase).wipe()
            durable.replace(part, self._places.custody)

    def _finish_change(self, record: CustodyRecord) -> None:
        """After a change, or a crash in one: both copies say the same, and the old way opens nothing any more.

        What cannot be done now (disk full, keyring locked) is no reason to keep the person out: the next unlocking
        tries again.
        """
        with contextlib.suppress(DiskFull, KeyringClosed):
            # Read again: stretching took its time, and another program may have changed the passphrase meanwhile.
            record = record_or_none(self._places.custody) or record
            self._settle(record)
            if record.forget and self._keyring is not None and self._keyring.available():
                self._keyring.forget(record.store)
                self._settle(msgspec.structs.replace(record, forget=False))

    def _settle(self, record: CustodyRecord) -> None:
        for path in (self._places.custody, self._places.custody_copy):
            if record_or_none(path) != record:
                with durable.told_if_full():
                    durable.private_folder(path.parent)
                    with durable.part_of(path) as part:
                        part.write_bytes(encode_record(record))
                        durable.replace(part, path)

    def _known(self) -> CustodyRecord:
        record = self._read()
        if record is None:
            self.refuse_to_replace()
            raise VaultError("There is no store yet.", "", "Start the program once to make one.")
        return record

    def _read(self) -> CustodyRecord | None:
        try:
            return read_record(self._places.custody)
        except FileNotFoundError:
            return record_or_none(self._places.custody_copy)
        except msgspec.MsgspecError as error:
            copy = record_or_none(self._places.custody_copy)
            if copy is None:
                raise VaultDamaged(
                    f"The file that tells how to open the store cannot be read: {self._places.custody}.",
                    f"{error}.",
                    "Bring it back from a backup of that folder.",
                ) from error
            return copy
        except OSError as error:
            raise VaultError(f"{self._places.custody} cannot be read.", f"{error.strerror}.") from error


def _seal(key: Key, passphrase: str, store: str, cost: StretchCost) -> SealedKey:
    from paddock.vault.passphrase import seal  # noqa: PLC0415 - its library takes 15 ms, not needed with a keyring

    return seal(key, passphrase, store, cost)


def _unseal(box: SealedKey, passphrase: str, store: str) -> Key:
    from paddock.vault.passphrase import unseal  # noqa: PLC0415 - as above

    return unseal(box, passphrase, store)
