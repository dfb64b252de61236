"""The ciphers that locked documents use: the one place outside the vault where `cryptography` is asked.

Loaded for a locked document alone, in the reader's process. Keys and bytes are a stranger's: what does not fit raises
Unreadable.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from cryptography.exceptions import InvalidTag, UnsupportedAlgorithm
from cryptography.hazmat.decrepit.ciphers.algorithms import ARC4, Blowfish
from cryptography.hazmat.decrepit.ciphers.modes import CFB
from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.ciphers.algorithms import AES
from cryptography.hazmat.primitives.ciphers.modes import CBC, ECB
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from paddock.reader.locks import damaged_lock, unknown_lock

if TYPE_CHECKING:
    from collections.abc import Callable

    from paddock.reader.document import Unreadable

    Stream = Callable[[bytes], bytes]

BLOCK_BYTES: Final = 16
TAG_BYTES: Final = 16
_NARROW_BYTES: Final = 5
_NARROW_KEY: Final = 16


def aes_cbc(key: bytes, vector: bytes) -> Stream:
    """Return what deciphers AES in CBC mode piece by piece; what is less than a block waits for the next piece."""
    try:
        return Cipher(AES(key), CBC(vector)).decryptor().update
    except (ValueError, UnsupportedAlgorithm) as error:
        raise _unfit(error) from error


def aes_ecb(key: bytes) -> Stream:
    """Return what deciphers AES in ECB mode piece by piece, as above."""
    try:
        return Cipher(AES(key), ECB()).decryptor().update  # noqa: S305 - what Office 2007 writes
    except (ValueError, UnsupportedAlgorithm) as error:
        raise _unfit(error) from error


def blowfish_cfb(key: bytes, vector: bytes) -> Stream:
    """Return what deciphers Blowfish in CFB mode with 64 bits, piece by piece."""
    try:
        return Cipher(Blowfish(key), CFB(vector)).decryptor().update
    except (ValueError, UnsupportedAlgorithm) as error:
        raise _unfit(error) from error


def rc4(key: bytes) -> Stream:
    """Return what deciphers RC4 piece by piece. A key of 40 bits counts as one of 128 that ends in zeros."""
    key = key.ljust(_NARROW_KEY, b"\0") if len(key) == _NARROW_BYTES else key
    try:
        return Cipher(ARC4(key), mode=None).decryptor().update
    except (ValueError, UnsupportedAlgorithm) as error:
        raise _unfit(error) from error


def aes_gcm(key: bytes, vector: bytes, data: bytes) -> bytes | None:
    """Return what AES in GCM mode made of this with its tag behind it; None where the key is not the right one."""
    try:
        return AESGCM(key).decrypt(vector, data, None)
    except InvalidTag:
        return None
    except (ValueError, OverflowError, UnsupportedAlgorithm) as error:
        raise _unfit(error) from error


def argon2id(secret: bytes, salt: bytes, length: int, *, rounds: int, kibibytes: int, lanes: int) -> bytes:
    """Return the key that Argon2id makes of a secret. The caller bounds what it may cost."""
    try:
        made = Argon2id(salt=salt, length=length, iterations=rounds, lanes=lanes, memory_cost=kibibytes)
        return made.derive(secret)
    except (ValueError, UnsupportedAlgorithm) as error:
        raise _unfit(error) from error


def _unfit(error: Exception) -> Unreadable:
    # Whoever builds OpenSSL may leave out what is old.
    return unknown_lock() if isinstance(error, UnsupportedAlgorithm) else damaged_lock()
