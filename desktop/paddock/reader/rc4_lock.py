"""The locks of binary Office files ([MS-OFFCRYPTO] 2.3.5 and 2.3.6): RC4, with a key for each stretch of a stream."""

from __future__ import annotations

import hashlib
import hmac
import struct
from typing import TYPE_CHECKING, Final

from paddock.reader.ciphers import rc4
from paddock.reader.locks import damaged_lock, unknown_lock

if TYPE_CHECKING:
    from paddock.reader.ciphers import Stream

_OLD: Final = (1, 1)
_CRYPTO_API: Final = frozenset({(2, 2), (3, 2), (4, 2)})
_RC4: Final = 0x6801
_NARROW: Final = 5
_HEADER_BYTES: Final = 32
_KEY_BYTES: Final = range(5, 17)
_TOLD_OLD: Final = struct.Struct("<4x16s16s16s")
_TOLD: Final = struct.Struct("<I16s16sI20s")


class Rc4Lock:
    """What is told of a lock, and the password that is tried on it. Raises Unreadable."""

    def __init__(self, untrusted_told: bytes, password: str) -> None:
        if len(untrusted_told) < _TOLD_OLD.size:
            raise damaged_lock()
        version = struct.unpack_from("<HH", untrusted_told)
        secret = password.encode("utf-16-le", "surrogatepass")
        if version == _OLD:
            salt, self._shown, self._hashed = _TOLD_OLD.unpack_from(untrusted_told)
            first = hashlib.md5(secret, usedforsecurity=False).digest()[:_NARROW]
            self._secret = hashlib.md5((first + salt) * 16, usedforsecurity=False).digest()[:_NARROW]
            self._hash, self._key_bytes = hashlib.md5, 16
        elif version in _CRYPTO_API:
            salt = self._read(untrusted_told)
            self._secret = hashlib.sha1(salt + secret, usedforsecurity=False).digest()
            self._hash = hashlib.sha1
        else:
            raise unknown_lock()

    def _read(self, untrusted_told: bytes) -> bytes:
        """Take in the head and what is to be shown; return the salt."""
        size = struct.unpack_from("<I", untrusted_told, 8)[0]
        if not _HEADER_BYTES <= size <= len(untrusted_told) - 12 - _TOLD.size:
            raise damaged_lock()
        cipher, _, bits = struct.unpack_from("<III", untrusted_told, 12 + 8)
        if cipher not in {0, _RC4}:
            raise unknown_lock()
        self._key_bytes = bits // 8 or _NARROW
        if self._key_bytes not in _KEY_BYTES:
            raise damaged_lock()
        _, salt, self._shown, _, self._hashed = _TOLD.unpack_from(untrusted_told, 12 + size)
        return bytes(salt)

    @property
    def fits(self) -> bool:
        """Return whether the password is the right one."""
        decipher = self.stretch(0)
        shown = self._hash(decipher(self._shown)).digest()
        return hmac.compare_digest(decipher(self._hashed), shown)

    def stretch(self, number: int) -> Stream:
        """Return what deciphers the stretch of that number."""
        key = self._hash(self._secret + struct.pack("<I", number & 0xFFFF_FFFF)).digest()
        return rc4(key[: self._key_bytes])

    def stream(self, locked: bytes, stretch_bytes: int) -> bytes:
        """Return a whole stream, which is locked in stretches of that length."""
        places = range(0, len(locked), stretch_bytes)
        return b"".join(self.stretch(number)(locked[at : at + stretch_bytes]) for number, at in enumerate(places))
