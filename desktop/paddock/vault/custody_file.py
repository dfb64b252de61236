"""What the custody file says: who keeps the key, how to know it, and, with a passphrase, the key sealed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Literal

import msgspec
from msgspec import Meta

from paddock.vault.key import KEY_BYTES

if TYPE_CHECKING:
    from pathlib import Path

SALT_BYTES = 16
NONCE_BYTES = 12
TAG_BYTES = 16
_LARGEST_FILE = 16 * 1024


@dataclass(frozen=True)
class StretchCost:
    """What one guess at a passphrase costs: memory in KiB, passes over it, and lanes worked side by side."""

    memory_kib: int = 256 * 1024  # 0.4 s on two server cores; RFC 9106 §4 asks for 64 MiB at least
    passes: int = 3
    lanes: int = 4


class SealedKey(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A data key under a passphrase. The bounds keep a tampered file from asking for all memory or time."""

    memory_kib: Annotated[int, Meta(ge=8, le=4 * 1024 * 1024)]
    passes: Annotated[int, Meta(ge=1, le=64)]
    lanes: Annotated[int, Meta(ge=1, le=64)]
    salt: Annotated[bytes, Meta(min_length=SALT_BYTES, max_length=64)]
    nonce: Annotated[bytes, Meta(min_length=NONCE_BYTES, max_length=NONCE_BYTES)]
    sealed: Annotated[bytes, Meta(min_length=KEY_BYTES + TAG_BYTES, max_length=KEY_BYTES + TAG_BYTES)]


class CustodyRecord(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The whole file. It holds no key: with a keyring only the item's name, with a passphrase the sealed key.

    `check` tells whether a key is this store's (`Key.fingerprint`). `forget` is set while an item that is no longer
    wanted may still lie in the keyring.
    """

    store: Annotated[str, Meta(pattern="^[0-9a-f]{16}$")]
    kind: Literal["keyring", "passphrase"]
    check: Annotated[bytes, Meta(min_length=16, max_length=16)]
    sealed: SealedKey | None = None
    forget: bool = False
    format: Literal[1] = 1


def read_record(path: Path) -> CustodyRecord:
    """Return what the file says. Raises OSError, msgspec.MsgspecError."""
    with path.open("rb") as file:
        return msgspec.json.decode(file.read(_LARGEST_FILE), type=CustodyRecord)


def record_or_none(path: Path) -> CustodyRecord | None:
    """Return what the file says, or None where it is missing or says nothing sensible."""
    try:
        return read_record(path)
    except (OSError, msgspec.MsgspecError):
        return None


def encode_record(record: CustodyRecord) -> bytes:
    """Return the file's bytes: JSON a person can read."""
    return msgspec.json.format(msgspec.json.encode(record), indent=2) + b"\n"
