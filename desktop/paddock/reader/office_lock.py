"""Office Open XML files that are encrypted as a whole ([MS-OFFCRYPTO] 2.3.4): the zip inside, by its password."""

from __future__ import annotations

import hashlib
import hmac
import struct
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from paddock.reader.ciphers import BLOCK_BYTES, aes_cbc, aes_ecb
from paddock.reader.compound import CompoundFile
from paddock.reader.locks import bounded, bytes_of, closed, damaged_lock, hash_called, to_try, unknown_lock
from paddock.reader.markup import attribute, local, parse, whole_number

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from paddock.reader.document import Source
    from paddock.reader.locks import Hash

_INFO_BYTES: Final = 1 << 20
_AGILE: Final = (4, 4)
_STANDARD: Final = frozenset({(2, 2), (3, 2), (4, 2)})
_SEGMENT: Final = 4096
_PAD: Final = b"\x36"
_AES_BYTES: Final = {0: 16, 0x660E: 16, 0x660F: 24, 0x6610: 32}
_STANDARD_ROUNDS: Final = 50_000
_SHA1_BYTES: Final = 20
_VERIFIER: Final = struct.Struct("<I16s16sI32s")
# What is hashed behind the password for each use of it, 2.3.4.13.
_FOR_INPUT: Final = bytes.fromhex("fea7d2763b4b9e79")
_FOR_HASH: Final = bytes.fromhex("d7aa0f6d3061344e")
_FOR_KEY: Final = bytes.fromhex("146e0be7abacd0d6")


def unlocked_office(source: Source) -> bytes:
    """Return the file that lies encrypted in a compound file. Raises Unreadable."""
    compound = CompoundFile(source.data)
    info, package = compound.stream("EncryptionInfo"), compound.stream("EncryptedPackage")
    if not info:
        raise unknown_lock("It is open to certain people alone, whom a service of its makers would have to know.")
    if len(info) < 8 or len(package) < 8 or len(info) > _INFO_BYTES:  # noqa: PLR2004 - version and flags; a size
        raise damaged_lock()
    version = struct.unpack_from("<HH", info)
    if version != _AGILE and version not in _STANDARD:
        raise unknown_lock()
    told = _Agile(info[8:]) if version == _AGILE else _Standard(info)
    key = told.key(to_try(source))
    if key is None:
        raise closed(source)
    size = struct.unpack_from("<Q", package)[0]
    return told.package(key, memoryview(package)[8:])[:size]


class _Agile:
    """The lock since Office 2010: how is told in XML (2.3.4.10)."""

    def __init__(self, untrusted_info: bytes) -> None:
        root = parse(untrusted_info)
        key = next((one for one in root.iter("{*}encryptedKey")), None)
        data = next((one for one in root if local(one) == "keyData"), None)
        if key is None and data is not None:
            raise unknown_lock("It is open to the owners of certain certificates, and not by a password.")
        if key is None or data is None:
            raise damaged_lock()
        self._key, self._data = _Cipher.of(key), _Cipher.of(data)
        self._rounds = bounded(whole_number(attribute(key, "spinCount"), -1, 1 << 40))
        self._input, self._hash, self._secret = (
            bytes_of(attribute(key, f"encrypted{name}"))
            for name in ("VerifierHashInput", "VerifierHashValue", "KeyValue")
        )

    def key(self, password: str) -> bytes | None:
        """Return the key of the package, None where this is not the password (2.3.4.11 to 2.3.4.13)."""
        how = self._key
        hashed = _spun(how.hash, how.salt, password, self._rounds)

        def opened(purpose: bytes, locked: bytes) -> bytes:
            key = _fitted(how.hash(hashed + purpose).digest(), how.key_bytes)
            return aes_cbc(key, _fitted(how.salt, BLOCK_BYTES))(locked)

        shown = how.hash(opened(_FOR_INPUT, self._input)).digest()
        if not self._hash or not hmac.compare_digest(opened(_FOR_HASH, self._hash)[: len(shown)], shown):
            return None
        return _fitted(opened(_FOR_KEY, self._secret), self._data.key_bytes)

    def package(self, key: bytes, locked: memoryview) -> bytes:
        """Return the package (2.3.4.15): each stretch begins anew."""
        how = self._data
        stretches = (
            aes_cbc(key, _fitted(how.hash(how.salt + struct.pack("<I", number)).digest(), BLOCK_BYTES))(
                bytes(locked[at : at + _SEGMENT])
            )
            for number, at in enumerate(range(0, len(locked), _SEGMENT))
        )
        return b"".join(stretches)


@dataclass(frozen=True, slots=True)
class _Cipher:
    """How something is encrypted: with AES in CBC mode, or it is not known how."""

    hash: Hash
    salt: bytes
    key_bytes: int

    @staticmethod
    def of(untrusted_element: Element) -> _Cipher:
        """Return what an element says. Raises Unreadable."""
        named = attribute(untrusted_element, "cipherAlgorithm"), attribute(untrusted_element, "cipherChaining")
        if named != ("AES", "ChainingModeCBC"):
            raise unknown_lock()
        key_bytes = whole_number(attribute(untrusted_element, "keyBits")) // 8
        if key_bytes not in _AES_BYTES.values():
            raise damaged_lock()
        how = hash_called(attribute(untrusted_element, "hashAlgorithm"))
        return _Cipher(how, bytes_of(attribute(untrusted_element, "saltValue")), key_bytes)


class _Standard:
    """The lock of Office 2007 (2.3.4.5): AES, SHA-1 and 50,000 rounds."""

    def __init__(self, untrusted_info: bytes) -> None:
        size = struct.unpack_from("<I", untrusted_info, 8)[0] if len(untrusted_info) >= 12 else 0  # noqa: PLR2004
        if not 32 <= size <= len(untrusted_info) - 12 - _VERIFIER.size:  # noqa: PLR2004 - the header without a name
            raise damaged_lock()
        cipher, _, bits = struct.unpack_from("<III", untrusted_info, 12 + 8)
        if cipher not in _AES_BYTES:
            raise unknown_lock()
        self._key_bytes = bits // 8 or _AES_BYTES[cipher]
        if self._key_bytes not in _AES_BYTES.values():
            raise damaged_lock()
        _, self._salt, self._input, _, self._hash = _VERIFIER.unpack_from(untrusted_info, 12 + size)

    def key(self, password: str) -> bytes | None:
        """Return the key of the package, None where this is not the password (2.3.4.7, 2.3.4.9)."""
        hashed = _spun(hashlib.sha1, self._salt, password, _STANDARD_ROUNDS)
        final = _sha1(hashed + bytes(4))
        key = (_sha1(_masked(final, 0x36)) + _sha1(_masked(final, 0x5C)))[: self._key_bytes]
        shown = _sha1(aes_ecb(key)(self._input))
        return key if hmac.compare_digest(aes_ecb(key)(self._hash)[:_SHA1_BYTES], shown) else None

    def package(self, key: bytes, locked: memoryview) -> bytes:
        """Return the package."""
        return aes_ecb(key)(bytes(locked))


def _spun(how: Hash, salt: bytes, password: str, rounds: int) -> bytes:
    """Return the password hashed with its salt, and so many times again with the number of the round."""
    number = struct.Struct("<I").pack
    hashed = how(salt + password.encode("utf-16-le", "surrogatepass")).digest()
    for count in range(rounds):
        hashed = how(number(count) + hashed).digest()
    return hashed


def _sha1(data: bytes) -> bytes:
    return hashlib.sha1(data, usedforsecurity=False).digest()


def _masked(data: bytes, mask: int) -> bytes:
    """Return the data at the beginning of 64 bytes of the mask."""
    return bytes(byte ^ mask for byte in data.ljust(64, b"\0"))


def _fitted(data: bytes, length: int) -> bytes:
    return data[:length].ljust(length, _PAD)
