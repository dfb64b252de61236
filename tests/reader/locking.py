"""Documents locked with a password, as Office and LibreOffice lock them: whole, part by part, record by record."""

from __future__ import annotations

import base64
import hashlib
import io
import struct
import zipfile
import zlib
from typing import TYPE_CHECKING

from cryptography.hazmat.decrepit.ciphers.algorithms import ARC4, Blowfish
from cryptography.hazmat.decrepit.ciphers.modes import CFB
from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.ciphers.algorithms import AES
from cryptography.hazmat.primitives.ciphers.modes import CBC, ECB
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from tests.reader.compounds import compound
from tests.reader.offices import packed

if TYPE_CHECKING:
    from collections.abc import Callable

SALT = bytes(range(16))
_MANIFEST = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
_LOEXT = "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"


def _cbc(key: bytes, vector: bytes, data: bytes) -> bytes:
    return Cipher(AES(key), CBC(vector)).encryptor().update(data + bytes(-len(data) % 16))


def _sha1(data: bytes) -> bytes:
    return hashlib.sha1(data, usedforsecurity=False).digest()


def _b64(data: bytes) -> str:
    return base64.b64encode(data).decode()


# ---------------------------------------------------------------- Office Open XML


def agile(
    data: bytes, password: str, *, name: str = "SHA512", bits: int = 256, rounds: int = 100, told: str = ""
) -> bytes:
    """Return a file locked as since Office 2010; `told` takes the place of what it says of its lock."""
    hash_ = getattr(hashlib, name.lower())
    size = bits // 8
    hashed = hash_(SALT + password.encode("utf-16-le")).digest()
    for number in range(rounds):
        hashed = hash_(struct.pack("<I", number) + hashed).digest()

    def locked(purpose: str, plain: bytes) -> str:
        key = hash_(hashed + bytes.fromhex(purpose)).digest()[:size].ljust(size, b"\x36")
        return _b64(_cbc(key, SALT, plain))

    secret, shown = bytes(range(100, 100 + size)), bytes(range(50, 66))
    how = (
        f'saltSize="16" blockSize="16" keyBits="{bits}" hashSize="{hash_().digest_size}" cipherAlgorithm="AES" '
        f'cipherChaining="ChainingModeCBC" hashAlgorithm="{name}" saltValue="{_b64(SALT)}"'
    )
    info = told or (
        '<?xml version="1.0"?><encryption xmlns="http://schemas.microsoft.com/office/2006/encryption" '
        'xmlns:p="http://schemas.microsoft.com/office/2006/keyEncryptor/password">'
        f'<keyData {how}/><keyEncryptors><keyEncryptor><p:encryptedKey spinCount="{rounds}" {how} '
        f'encryptedVerifierHashInput="{locked("fea7d2763b4b9e79", shown)}" '
        f'encryptedVerifierHashValue="{locked("d7aa0f6d3061344e", hash_(shown).digest())}" '
        f'encryptedKeyValue="{locked("146e0be7abacd0d6", secret)}"/></keyEncryptor></keyEncryptors></encryption>'
    )
    package = struct.pack("<Q", len(data)) + b"".join(
        _cbc(secret, hash_(SALT + struct.pack("<I", number)).digest()[:16], data[at : at + 4096])
        for number, at in enumerate(range(0, len(data), 4096))
    )
    return compound({"EncryptionInfo": struct.pack("<HHI", 4, 4, 0x40) + info.encode(), "EncryptedPackage": package})


def standard(data: bytes, password: str, *, bits: int = 128, cipher: int = 0x660E) -> bytes:
    """Return a file locked as in Office 2007."""
    hashed = _sha1(SALT + password.encode("utf-16-le"))
    for number in range(50_000):
        hashed = _sha1(struct.pack("<I", number) + hashed)
    final = int.from_bytes(_sha1(hashed + bytes(4)), "big") << (44 * 8)
    key = b"".join(
        _sha1((final ^ int.from_bytes(mask * 64, "big")).to_bytes(64, "big")) for mask in (b"\x36", b"\x5c")
    )[: bits // 8]
    encipher = Cipher(AES(key), ECB()).encryptor().update  # noqa: S305 - what Office 2007 writes
    shown = bytes(range(50, 66))
    head = struct.pack("<8I", 0x24, 0, cipher, 0x8004, bits, 24, 0, 0) + "Provider\0".encode("utf-16-le")
    info = struct.pack("<HHII", 4, 2, 0x24, len(head)) + head + struct.pack("<I", 16) + SALT + encipher(shown)
    info += struct.pack("<I", 20) + encipher(_sha1(shown) + bytes(12))
    package = struct.pack("<Q", len(data)) + encipher(data + bytes(-len(data) % 16))
    return compound({"EncryptionInfo": info, "EncryptedPackage": package})


# ---------------------------------------------------------------- binary files


def rc4_told(password: str, *, crypto_api: bool = True, bits: int = 128) -> tuple[bytes, Callable[[int], bytes]]:
    """Return what a binary file says of its lock, and what gives the key of each stretch."""
    secret = password.encode("utf-16-le")
    if crypto_api:
        hash_ = hashlib.sha1
        base = hash_(SALT + secret).digest()
        size = bits // 8
    else:
        hash_ = hashlib.md5
        base = hash_((hash_(secret).digest()[:5] + SALT) * 16).digest()[:5]
        size = 16

    def key(number: int) -> bytes:
        made = hash_(base + struct.pack("<I", number)).digest()[:size]
        return made.ljust(16, b"\0") if size == 5 else made

    shown = bytes(range(50, 66))
    encipher = Cipher(ARC4(key(0)), None).encryptor().update
    verified = encipher(shown), encipher(hash_(shown).digest())
    if not crypto_api:
        return struct.pack("<HH", 1, 1) + SALT + b"".join(verified), key
    head = struct.pack("<8I", 4, 0, 0x6801, 0x8004, bits, 1, 0, 0) + "Provider\0".encode("utf-16-le")
    told = struct.pack("<HHII", 2, 2, 4, len(head)) + head + struct.pack("<I", 16) + SALT
    return told + verified[0] + struct.pack("<I", 20) + verified[1], key


def rc4(key: bytes, data: bytes) -> bytes:
    return Cipher(ARC4(key), None).encryptor().update(data)


def stretched(key: Callable[[int], bytes], data: bytes, length: int) -> bytes:
    """Return a stream locked in stretches of that length."""
    places = range(0, len(data), length)
    return b"".join(rc4(key(number), data[at : at + length]) for number, at in enumerate(places))


# ---------------------------------------------------------------- OpenDocument


def _told(size: int, cipher: str, vector: bytes, start: str, derived: str, checksum: str, salt: bytes = SALT) -> str:
    return (
        f'manifest:size="{size}"><manifest:encryption-data {checksum}><manifest:algorithm '
        f'manifest:algorithm-name="{cipher}" manifest:initialisation-vector="{_b64(vector)}"/>{start}'
        f'<manifest:key-derivation {derived} manifest:salt="{_b64(salt)}"/></manifest:encryption-data>'
    )


def locked_odf(plain: bytes, password: str, *, blowfish: bool = False, rounds: int = 1000, size: int = -1) -> bytes:
    """Return an OpenDocument file with each of its parts locked; each claims to be so large, where that is given."""
    secret = (hashlib.sha1 if blowfish else hashlib.sha256)(password.encode()).digest()
    parts: dict[str, str | bytes] = {}
    entries = ""
    with zipfile.ZipFile(io.BytesIO(plain)) as archive:
        for name in archive.namelist():
            data = archive.read(name)
            if name == "mimetype":
                parts[name] = data
                continue
            deflated = zlib.compress(data, wbits=-15)
            salt = SALT[:3] + _sha1(name.encode())[:13]  # each part has its own
            key = hashlib.pbkdf2_hmac("sha1", secret, salt, rounds, 16 if blowfish else 32)
            derived = (
                f'manifest:key-derivation-name="PBKDF2" manifest:iteration-count="{rounds}"'
                + ' manifest:key-size="32"' * (not blowfish)
            )
            if blowfish:
                vector, start = SALT[:8], ""
                parts[name] = Cipher(Blowfish(key), CFB(vector)).encryptor().update(deflated)
                checksum, kind, cipher = _sha1(deflated[:1024]), "SHA1/1K", "Blowfish CFB"
            else:
                vector = SALT[::-1]
                pad = 16 - len(deflated) % 16
                parts[name] = _cbc(key, vector, deflated + bytes(pad - 1) + bytes((pad,)))
                start = (
                    '<manifest:start-key-generation manifest:key-size="32" '
                    'manifest:start-key-generation-name="http://www.w3.org/2000/09/xmldsig#sha256"/>'
                )
                checksum, kind = hashlib.sha256(deflated[:1024]).digest(), f"{_MANIFEST}#sha256-1k"
                cipher = "http://www.w3.org/2001/04/xmlenc#aes256-cbc"
            said = f'manifest:checksum-type="{kind}" manifest:checksum="{_b64(checksum)}"'
            told = _told(len(data) if size < 0 else size, cipher, vector, start, derived, said, salt)
            entries += f'<manifest:file-entry manifest:full-path="{name}" {told}</manifest:file-entry>'
    manifest = f'<manifest:manifest xmlns:manifest="{_MANIFEST}">{entries}</manifest:manifest>'
    return packed({**parts, "META-INF/manifest.xml": manifest}, zipfile.ZIP_STORED)


def locked_whole(plain: bytes, password: str, *, kibibytes: int = 64, rounds: int = 1, deflated: bool = False) -> bytes:
    """Return an OpenDocument file locked as one, as LibreOffice does since 24.2.

    What would take much longer than that is only claimed.
    """
    secret = hashlib.sha256(password.encode()).digest()
    made = Argon2id(salt=SALT, length=32, iterations=min(rounds, 3), lanes=4, memory_cost=min(kibibytes, 1 << 16))
    key = made.derive(secret)
    vector = SALT[:12]
    inner = zlib.compress(plain, wbits=-15) if deflated else plain
    start = (
        '<manifest:start-key-generation manifest:key-size="32" '
        'manifest:start-key-generation-name="http://www.w3.org/2001/04/xmlenc#sha256"/>'
    )
    derived = (
        'manifest:key-derivation-name="urn:org:documentfoundation:names:experimental:office:manifest:argon2id" '
        f'manifest:key-size="32" loext:argon2-iterations="{rounds}" loext:argon2-memory="{kibibytes}" '
        'loext:argon2-lanes="4"'
    )
    told = _told(len(plain), "http://www.w3.org/2009/xmlenc11#aes256-gcm", vector, start, derived, "")
    manifest = (
        f'<manifest:manifest xmlns:manifest="{_MANIFEST}" xmlns:loext="{_LOEXT}"><manifest:file-entry '
        f'manifest:full-path="encrypted-package" {told}</manifest:file-entry></manifest:manifest>'
    )
    kind = "application/vnd.oasis.opendocument.text"
    locked = vector + AESGCM(key).encrypt(vector, inner, None)
    members: dict[str, str | bytes] = {"mimetype": kind, "encrypted-package": locked}
    return packed({**members, "META-INF/manifest.xml": manifest}, zipfile.ZIP_STORED)
