"""A passphrase around the data key: Argon2id (RFC 9106) to stretch it, ChaCha20-Poly1305 (RFC 8439) to seal."""

from __future__ import annotations

import os
import unicodedata

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from paddock.errors import UsageError, WrongPassphrase
from paddock.vault.custody_file import NONCE_BYTES, SALT_BYTES, SealedKey, StretchCost
from paddock.vault.key import KEY_BYTES, Key


def seal(key: Key, passphrase: str, store: str, cost: StretchCost) -> SealedKey:
    """Return `key` under `passphrase`, bound to the store's name. Raises UsageError where the passphrase is empty."""
    if not passphrase:
        raise UsageError("The passphrase is empty.", "", "Choose one; a few unrelated words are easy to keep.")
    salt, nonce = os.urandom(SALT_BYTES), os.urandom(NONCE_BYTES)
    wrapper = _stretch(passphrase, salt, cost)
    try:
        sealed = ChaCha20Poly1305(wrapper).encrypt(nonce, key.raw(), _bound_to(store, salt, cost))
    finally:
        wrapper[:] = bytes(KEY_BYTES)
    return SealedKey(cost.memory_kib, cost.passes, cost.lanes, salt, nonce, sealed)


def unseal(box: SealedKey, passphrase: str, store: str) -> Key:
    """Return the key in `box`. Raises WrongPassphrase, also where the box itself was changed."""
    cost = StretchCost(box.memory_kib, box.passes, box.lanes)
    wrapper = _stretch(passphrase, box.salt, cost)
    try:
        return Key(ChaCha20Poly1305(wrapper).decrypt(box.nonce, box.sealed, _bound_to(store, box.salt, cost)))
    except InvalidTag:
        raise WrongPassphrase("This passphrase does not open the store.", "", "Try again; mind capitals.") from None
    finally:
        wrapper[:] = bytes(KEY_BYTES)


def _stretch(passphrase: str, salt: bytes, cost: StretchCost) -> bytearray:
    # The same passphrase typed on another keyboard or system may arrive composed differently (RFC 8265 §4.2).
    typed = unicodedata.normalize("NFC", passphrase).encode()
    wrapper = bytearray(KEY_BYTES)
    stretcher = Argon2id(
        salt=salt, length=KEY_BYTES, iterations=cost.passes, lanes=cost.lanes, memory_cost=cost.memory_kib
    )
    stretcher.derive_into(typed, wrapper)
    return wrapper


def _bound_to(store: str, salt: bytes, cost: StretchCost) -> bytes:
    return f"paddock key 1|{store}|{salt.hex()}|{cost.memory_kib}|{cost.passes}|{cost.lanes}".encode()
