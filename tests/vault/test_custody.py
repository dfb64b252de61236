"""Who keeps the key: passphrase, keyring, and the ways between, with what can go wrong on each."""

from __future__ import annotations

import threading
import time
from typing import TYPE_CHECKING

import msgspec
import pytest

from paddock.errors import (
    KeyLost,
    KeyringClosed,
    PassphraseNeeded,
    UsageError,
    VaultDamaged,
    VaultError,
    WrongPassphrase,
)
from paddock.vault.custody import Custody
from paddock.vault.custody_file import CustodyRecord, StretchCost
from paddock.vault.key import Key
from tests.vault.doubles import QUICK, DictKeyring

if TYPE_CHECKING:
    from pathlib import Path


def test_a_passphrase_opens_the_same_key_again(folder: Path) -> None:
    custody = Custody(folder, None, QUICK)
    assert custody.state() == "none"
    key = custody.create_with_passphrase("correct horse")
    again = Custody(folder, None, QUICK)
    assert again.state() == "passphrase"
    assert again.unlock("correct horse") == key


def test_the_same_words_composed_differently_open_it(folder: Path) -> None:
    key = Custody(folder, None, QUICK).create_with_passphrase("caf\u00e9 \u30d1")
    assert Custody(folder, None, QUICK).unlock("cafe\u0301 \u30cf\u309a") == key


def test_a_wrong_or_missing_passphrase_is_told_apart(folder: Path) -> None:
    custody = Custody(folder, None, QUICK)
    custody.create_with_passphrase("correct horse")
    with pytest.raises(WrongPassphrase):
        custody.unlock("Correct horse")
    with pytest.raises(PassphraseNeeded):
        custody.unlock()
    with pytest.raises(UsageError):
        custody.change_passphrase("correct horse", "")
    assert custody.unlock("correct horse")


@pytest.mark.slow
def test_the_strength_is_what_is_promised_and_costs_real_time(folder: Path) -> None:
    custody = Custody(folder, None)
    started = time.perf_counter()
    custody.create_with_passphrase("correct horse")
    took_s = time.perf_counter() - started
    sealed = msgspec.json.decode((folder / "custody.json").read_bytes(), type=CustodyRecord).sealed
    assert sealed is not None
    assert (sealed.memory_kib, sealed.passes) == (256 * 1024, 3)
    assert took_s > 0.05


def test_the_key_and_the_passphrase_are_in_no_file(folder: Path) -> None:
    for custody, name in (
        (Custody(folder / "a", None, QUICK), "a"),
        (Custody(folder / "b", DictKeyring(), QUICK), "b"),
    ):
        key = custody.create_with_passphrase("correct horse") if name == "a" else custody.create_with_keyring()
        for path in folder.rglob("*.json"):
            content = path.read_bytes()
            assert bytes(key.raw()) not in content
            assert key.hex().encode() not in content
            assert b"correct horse" not in content


def test_changing_the_passphrase_keeps_the_key_and_ends_the_old_one(folder: Path) -> None:
    custody = Custody(folder, None, QUICK)
    key = custody.create_with_passphrase("old")
    with pytest.raises(WrongPassphrase):
        custody.change_passphrase("not it", "new")
    custody.change_passphrase("old", "new")
    assert custody.unlock("new") == key
    for copy in (folder / "custody.json", folder / "backups" / "custody.json"):
        assert b'"kind": "passphrase"' in copy.read_bytes()
        other = folder.with_name(f"only {copy.parent.name}")
        other.mkdir()
        (other / "custody.json").write_bytes(copy.read_bytes())
        with pytest.raises(WrongPassphrase):
            Custody(other, None, QUICK).unlock("old")


def test_the_keyring_keeps_a_key_and_gives_it_back(folder: Path) -> None:
    keyring = DictKeyring()
    key = Custody(folder, keyring, QUICK).create_with_keyring()
    assert Custody(folder, keyring, QUICK).state() == "keyring"
    assert Custody(folder, keyring, QUICK).unlock() == key
    assert list(keyring.items.values()) == [key.hex()]


def test_two_stores_in_one_keyring_do_not_meet(tmp_path: Path) -> None:
    keyring = DictKeyring()
    one = Custody(tmp_path / "one", keyring, QUICK).create_with_keyring()
    two = Custody(tmp_path / "two", keyring, QUICK).create_with_keyring()
    assert one != two
    assert Custody(tmp_path / "one", keyring, QUICK).unlock() == one


def test_from_keyring_to_passphrase_and_back(folder: Path) -> None:
    keyring = DictKeyring()
    custody = Custody(folder, keyring, QUICK)
    key = custody.create_with_keyring()
    custody.change_passphrase(None, "words")
    assert custody.state() == "passphrase"
    assert keyring.items == {}, "a passphrase protects nothing while the keyring still holds the key"
    assert custody.unlock("words") == key
    custody.to_keyring("words")
    assert custody.state() == "keyring"
    assert custody.unlock() == key
    assert b"sealed" not in (folder / "custody.json").read_bytes().replace(b'"sealed": null', b"")


def test_a_keyring_item_that_could_not_be_forgotten_is_forgotten_later(folder: Path) -> None:
    class Shutting(DictKeyring):
        def forget(self, account: str) -> None:
            self.closed = True
            super().forget(account)

    keyring = Shutting()
    custody = Custody(folder, keyring, QUICK)
    custody.create_with_keyring()
    custody.change_passphrase(None, "words")
    assert len(keyring.items) == 1
    custody.unlock("words")
    assert len(keyring.items) == 1
    opened_again = DictKeyring()
    opened_again.items = keyring.items
    Custody(folder, opened_again, QUICK).unlock("words")
    assert keyring.items == {}


def test_a_keyring_that_keeps_nothing_is_found_out_before_anything_changes(folder: Path) -> None:
    class Forgetful(DictKeyring):
        def keep(self, account: str, secret: str) -> None:
            self.items[account] = secret[:-1] + ("0" if secret[-1] != "0" else "1")

    custody = Custody(folder, Forgetful(), QUICK)
    key = custody.create_with_passphrase("words")
    with pytest.raises(VaultError):
        custody.to_keyring("words")
    assert custody.state() == "passphrase"
    assert custody.unlock("words") == key
    with pytest.raises(VaultError):
        Custody(folder / "new", Forgetful(), QUICK).create_with_keyring()
    assert Custody(folder / "new", Forgetful(), QUICK).state() == "none"


def test_a_lost_key_says_how_to_go_on(folder: Path) -> None:
    keyring = DictKeyring()
    Custody(folder, keyring, QUICK).create_with_keyring()
    for lost in ({}, dict.fromkeys(keyring.items, "not a key"), dict.fromkeys(keyring.items, Key.new().hex())):
        keyring.items = lost
        with pytest.raises(KeyLost) as caught:
            Custody(folder, keyring, QUICK).unlock()
        assert "backup" in caught.value.next_step
        assert "not deleted" in caught.value.next_step


def test_a_locked_keyring_is_not_a_lost_key(folder: Path) -> None:
    keyring = DictKeyring()
    key = Custody(folder, keyring, QUICK).create_with_keyring()
    keyring.closed = True
    custody = Custody(folder, keyring, QUICK)
    assert not custody.keyring_available()
    with pytest.raises(KeyringClosed):
        custody.unlock()
    with pytest.raises(KeyringClosed):
        Custody(folder, None, QUICK).unlock()
    keyring.closed = False
    assert custody.unlock() == key


def test_a_store_without_its_custody_file_is_not_given_a_new_key(folder: Path) -> None:
    folder.mkdir()
    (folder / "paddock.db").write_bytes(b"something")
    custody = Custody(folder, DictKeyring(), QUICK)
    for make in (custody.create_with_keyring, lambda: custody.create_with_passphrase("words"), custody.unlock):
        with pytest.raises(KeyLost):
            make()


@pytest.mark.parametrize("content", [b"", b"{", b"null", b'{"format": 2}', b"\xff" * 100, b'{"a":' * 5_000])
def test_an_unreadable_custody_file_is_replaced_by_its_copy(folder: Path, content: bytes) -> None:
    key = Custody(folder, None, QUICK).create_with_passphrase("words")
    whole = (folder / "custody.json").read_bytes()
    (folder / "custody.json").write_bytes(content)
    assert Custody(folder, None, QUICK).unlock("words") == key
    assert (folder / "custody.json").read_bytes() == whole
    (folder / "custody.json").unlink()
    assert Custody(folder, None, QUICK).unlock("words") == key
    assert (folder / "custody.json").read_bytes() == whole
    (folder / "custody.json").write_bytes(content)
    (folder / "backups" / "custody.json").unlink()
    with pytest.raises(VaultDamaged):
        Custody(folder, None, QUICK).unlock("words")


def test_every_changed_part_of_the_sealed_key_is_refused(folder: Path) -> None:
    Custody(folder, None, QUICK).create_with_passphrase("words")
    path = folder / "custody.json"
    record = msgspec.json.decode(path.read_bytes(), type=CustodyRecord)
    assert record.sealed is not None
    sealed = record.sealed
    weaker = msgspec.structs.replace(sealed, passes=2)
    other_salt = msgspec.structs.replace(sealed, salt=bytes(16))
    other_nonce = msgspec.structs.replace(sealed, nonce=bytes(12))
    flipped = msgspec.structs.replace(sealed, sealed=bytes([sealed.sealed[0] ^ 1]) + sealed.sealed[1:])
    for changed in (weaker, other_salt, other_nonce, flipped):
        path.write_bytes(msgspec.json.encode(msgspec.structs.replace(record, sealed=changed)))
        with pytest.raises(WrongPassphrase):
            Custody(folder, None, QUICK).unlock("words")
    path.write_bytes(msgspec.json.encode(msgspec.structs.replace(record, store="0" * 16)))
    with pytest.raises(WrongPassphrase):
        Custody(folder, None, QUICK).unlock("words")
    path.write_bytes(msgspec.json.encode(msgspec.structs.replace(record, sealed=None)))
    with pytest.raises(VaultDamaged):
        Custody(folder, None, QUICK).unlock("words")


def test_a_file_that_asks_for_all_memory_is_not_believed(folder: Path) -> None:
    Custody(folder, None, QUICK).create_with_passphrase("words")
    (folder / "backups" / "custody.json").unlink()
    path = folder / "custody.json"
    path.write_bytes(path.read_bytes().replace(b'"memory_kib": 8', b'"memory_kib": 999999999'))
    with pytest.raises(VaultDamaged):
        Custody(folder, None, QUICK).unlock("words")


def test_starts_at_the_same_time_agree_on_one_key(folder: Path) -> None:
    keyring = DictKeyring()
    barrier = threading.Barrier(8)
    keys: list[Key] = []

    def begin() -> None:
        custody = Custody(folder, keyring, QUICK)
        barrier.wait()
        try:
            keys.append(custody.create_with_keyring())
        except VaultError:  # came so late that the key was there already
            keys.append(custody.unlock())

    threads = [threading.Thread(target=begin) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(keys) == 8
    assert all(key == keys[0] for key in keys)
    assert list(keyring.items.values()) == [keys[0].hex()], "the losers' keys are not left in the keyring"


def test_a_change_made_meanwhile_by_another_program_is_not_undone(folder: Path) -> None:
    custody = Custody(folder, None, QUICK)
    custody.create_with_passphrase("first")

    class ChangesMeanwhile(DictKeyring):
        def available(self) -> bool:
            return False

    slow = Custody(folder, ChangesMeanwhile(), QUICK)
    record = slow._known()
    Custody(folder, None, QUICK).change_passphrase("first", "second")
    slow._finish_change(record)
    assert custody.unlock("second")
    with pytest.raises(WrongPassphrase):
        custody.unlock("first")


def test_a_wiped_key_opens_nothing_and_shows_nothing() -> None:
    key = Key.new()
    text = key.hex()
    assert text not in repr(key)
    raw = key.raw()
    copy = key.copy()
    key.wipe()
    assert raw == bytearray(32)
    assert key.wiped
    with pytest.raises(ValueError, match="wiped"):
        key.hex()
    assert copy.hex() == text
    with pytest.raises(ValueError, match="32 bytes"):
        Key(b"short")


def test_stretching_is_argon2id_as_the_rfc_has_it() -> None:
    """RFC 9106 §5.3's vector goes through `cryptography`; ours uses the same call, so a known answer pins it."""
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

    from paddock.vault import passphrase

    vector = Argon2id(
        salt=b"\x02" * 16, length=32, iterations=3, lanes=4, memory_cost=32, ad=b"\x04" * 12, secret=b"\x03" * 8
    )
    assert vector.derive(b"\x01" * 32).hex() == "0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659"
    plain = Argon2id(salt=b"s" * 16, length=32, iterations=2, lanes=2, memory_cost=64).derive(b"words")
    assert bytes(passphrase._stretch("words", b"s" * 16, StretchCost(64, 2, 2))) == plain
