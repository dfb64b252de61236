"""OpenDocument files that are locked with a password (ODF 1.3, part 2, 3.4 to 3.8): each part, or the whole package."""

from __future__ import annotations

import hashlib
import hmac
import zlib
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Final

from paddock.reader.ciphers import BLOCK_BYTES, TAG_BYTES, aes_cbc, aes_gcm, argon2id, blowfish_cfb
from paddock.reader.document import LimitReached, Unreadable
from paddock.reader.locks import ROUNDS_MOST, bounded, bytes_of, closed, damaged_lock, unknown_lock
from paddock.reader.markup import attribute, children, local, whole_number

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

    from paddock.reader.archive import Archive
    from paddock.reader.ciphers import Stream
    from paddock.reader.document import Source

PACKAGE: Final = "encrypted-package"
_CONTENT: Final = "content.xml"
# Each part has a salt of its own, so that its key is made anew: all of them together may take so many rounds.
_ROUNDS_TOGETHER: Final = 6 * ROUNDS_MOST
# LibreOffice asks for 3 rounds of 64 MiB in 4 lanes.
_ARGON_KIBIBYTES, _ARGON_WORK, _ARGON_LANES = 256 << 10, 2 << 20, 16
_SHORT: Final = 1024  # of so many bytes a checksum is told
_KEY_BYTES: Final = 64


@dataclass(frozen=True)
class _Told:
    """How one part is locked, in the manifest's words."""

    size: int
    cipher: str
    vector: bytes
    hash: str
    checksum: bytes
    short: bool
    start: str
    derivation: str
    key_bytes: int
    rounds: int
    salt: bytes
    argon: tuple[int, int, int]  # rounds, KiB, lanes

    @staticmethod
    def of(entry: Element) -> _Told | None:
        """Return what an entry of the manifest says; None where the part is not locked."""
        data = next(iter(children(entry, "encryption-data")), None)
        if data is None:
            return None
        parts = {local(one): one for one in data}
        how, start, key = (parts.get(name) for name in ("algorithm", "start-key-generation", "key-derivation"))
        kind = attribute(data, "checksum-type").lower()
        rounds, memory, lanes = (
            whole_number(attribute(key, f"argon2-{name}"), 0) for name in ("iterations", "memory", "lanes")
        )
        return _Told(
            size=max(0, whole_number(attribute(entry, "size"))),
            cipher=_last_word(attribute(how, "algorithm-name")),
            vector=bytes_of(attribute(how, "initialisation-vector")),
            hash="sha256" if "sha256" in kind else "sha1" if "sha1" in kind else "",
            checksum=bytes_of(attribute(data, "checksum")),
            short=kind.endswith("1k"),
            start=_last_word(attribute(start, "start-key-generation-name")) or "sha1",
            derivation=_last_word(attribute(key, "key-derivation-name")),
            key_bytes=whole_number(attribute(key, "key-size"), 16),
            rounds=whole_number(attribute(key, "iteration-count"), 0, 1 << 40),
            salt=bytes_of(attribute(key, "salt")),
            argon=(rounds, memory, lanes),
        )


class OdfLock:
    """The locked parts of a package by name, and what deciphers them.

    Of the password only its hash is kept, for as long as the document is open: parts are deciphered when they are
    asked for.
    """

    def __init__(self, untrusted_manifest: Element, source: Source) -> None:
        self._source = replace(source, data=b"", password=None if source.password is None else "")
        password = (source.password or "").encode("utf-8", "surrogatepass")
        self._secrets = {
            name: hashlib.new(name, password, usedforsecurity=False).digest() for name in ("sha1", "sha256")
        }
        self._parts = dict(_locked(untrusted_manifest))
        # OpenPGP: a key for each person who may open it.
        self._for_persons = any(True for _ in untrusted_manifest.iter("{*}encrypted-key"))
        self._rounds = 0
        self._keys: dict[tuple[str, bytes, int, int], bytes] = {}

    def __bool__(self) -> bool:
        return bool(self._parts) or self._for_persons

    def opened(self, archive: Archive) -> bytes | None:
        """Let the archive decipher its parts, or return the package that lies in it as one. Raises Unreadable."""
        checked = self._parts.get(PACKAGE) or self._parts.get(_CONTENT)
        if self._for_persons or checked is None:
            raise unknown_lock("It is open to the owners of certain keys, and not by a password.")
        if self._source.password is None:
            raise closed(self._source)
        if PACKAGE in self._parts:
            return self._whole(checked, archive.read(PACKAGE, self._source.limits.part_bytes))
        if not self._fits(checked, archive.read(_CONTENT, self._source.limits.part_bytes)):
            raise closed(self._source)
        archive.unlock({name: (told.size, partial(self._stream, told)) for name, told in self._parts.items()})
        return None

    def _fits(self, told: _Told, locked: bytes) -> bool:
        """Return whether the password opens a part, by its checksum, or by what comes out where it has none."""
        most = _SHORT + BLOCK_BYTES if told.short or not told.checksum else len(locked)
        plain = self._stream(told)(locked[:most])
        if told.checksum and told.hash:
            if len(locked) <= most and told.cipher == "aes256-cbc":
                plain = plain[: -plain[-1]] if plain and plain[-1] <= BLOCK_BYTES else plain
            shown = hashlib.new(told.hash, plain[:_SHORT] if told.short else plain, usedforsecurity=False).digest()
            return hmac.compare_digest(shown, told.checksum)
        try:
            zlib.decompressobj(-zlib.MAX_WBITS).decompress(plain, _SHORT)
        except zlib.error:
            return False
        return True

    def _stream(self, told: _Told) -> Stream:
        key = self._key(told)
        if told.cipher in {"aes256-cbc", "aes192-cbc", "aes128-cbc"}:
            return aes_cbc(key, told.vector)
        if told.cipher in {"blowfish cfb", "blowfish"}:
            return blowfish_cfb(key, told.vector)
        raise unknown_lock()

    def _whole(self, told: _Told, locked: bytes) -> bytes:
        """Return the package inside (LibreOffice since 24.2): a zip, which may be packed once more."""
        key = self._key(told)
        if told.cipher == "aes256-gcm":
            # As in XML Encryption (5.2.4) the vector stands before what it begins.
            at = len(told.vector) if told.vector and locked.startswith(told.vector) else 0
            if len(locked) - at < TAG_BYTES:
                raise damaged_lock()
            plain = aes_gcm(key, told.vector, locked[at:])
            if plain is None:
                raise closed(self._source)
        else:
            if not self._fits(told, locked):
                raise closed(self._source)
            plain = self._stream(told)(locked)
        if plain.startswith(b"PK"):
            return plain
        most = self._source.limits.part_bytes
        try:
            unpacked = zlib.decompressobj(-zlib.MAX_WBITS).decompress(plain, most + 1)
        except zlib.error as error:
            raise damaged_lock("What was locked in it is no document.") from error
        if len(unpacked) > most:
            raise LimitReached(f"A part of the file is larger than {most >> 20:,} MB.")
        return unpacked

    def _key(self, told: _Told) -> bytes:
        """Return the key of a part. Raises Unreadable."""
        secret = self._secrets.get(told.start)
        if secret is None or not 0 < told.key_bytes <= _KEY_BYTES or not told.salt:
            raise unknown_lock()
        if told.derivation == "argon2id":
            rounds, memory, lanes = told.argon
            if rounds * memory > _ARGON_WORK or memory > _ARGON_KIBIBYTES or lanes > _ARGON_LANES:
                raise Unreadable("limit", "Opening this document takes too long.", "Its lock asks for too much memory.")
            return argon2id(secret, told.salt, told.key_bytes, rounds=rounds, kibibytes=memory, lanes=lanes)
        if told.derivation != "pbkdf2":
            raise unknown_lock()
        known = self._keys.get((told.start, told.salt, told.rounds, told.key_bytes))
        if known is not None:
            return known
        self._rounds += bounded(told.rounds)
        if self._rounds > _ROUNDS_TOGETHER or told.rounds < 1:
            raise damaged_lock() if told.rounds < 1 else LimitReached("Opening this document takes too long.")
        key = hashlib.pbkdf2_hmac("sha1", secret, told.salt, told.rounds, told.key_bytes)
        self._keys[told.start, told.salt, told.rounds, told.key_bytes] = key
        return key


def _locked(manifest: Element) -> Iterator[tuple[str, _Told]]:
    for entry in manifest.iter("{*}file-entry"):
        told = _Told.of(entry)
        if told is not None:
            yield attribute(entry, "full-path").lower(), told


def _last_word(name: str) -> str:
    """Return the end of a name that may be an address: "aes256-cbc", "sha256", "argon2id"."""
    return name.rpartition("#")[2].rpartition(":")[2].lower()
