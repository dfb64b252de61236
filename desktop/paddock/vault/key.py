"""The data key: 32 random bytes that open the store, and their wiping."""

from __future__ import annotations

import hashlib
import os

KEY_BYTES = 32


class Key:
    """A store's data key. `wipe()` overwrites its bytes; a wiped key opens nothing.

    SQLite takes the key as text, so every opening makes one short-lived copy that Python frees without overwriting:
    wiping closes the door and clears the long-lived copy, it cannot promise that no trace stays in freed memory.
    """

    __slots__ = ("_raw",)

    def __init__(self, raw: bytes | bytearray) -> None:
        if len(raw) != KEY_BYTES:
            raise ValueError(f"a data key has {KEY_BYTES} bytes, not {len(raw)}")
        self._raw = bytearray(raw)

    @classmethod
    def new(cls) -> Key:
        """Return a key from the operating system's random source."""
        return cls(os.urandom(KEY_BYTES))

    @classmethod
    def from_hex(cls, text: str) -> Key:
        """Return the key written as 64 hexadecimal digits. Raises ValueError on anything else."""
        return cls(bytes.fromhex(text))

    @property
    def wiped(self) -> bool:
        """Whether the bytes were overwritten."""
        return not any(self._raw)

    def hex(self) -> str:
        """Return 64 hexadecimal digits. Raises ValueError once wiped."""
        return bytes(self.raw()).hex()

    def raw(self) -> bytearray:
        """Return the bytes themselves, not a copy. Raises ValueError once wiped."""
        if self.wiped:
            raise ValueError("this key was wiped")
        return self._raw

    def fingerprint(self, store: str) -> bytes:
        """Return 16 bytes that tell this key from another one for the store `store`, and tell nothing of the key.

        Keyed BLAKE2b (RFC 7693): with 256 random bits as the key there is nothing to guess from its output.
        """
        return hashlib.blake2b(f"paddock store {store}".encode(), key=bytes(self.raw()), digest_size=16).digest()

    def copy(self) -> Key:
        """Return a second key of the same bytes, wiped on its own."""
        return Key(self.raw())

    def wipe(self) -> None:
        """Overwrite the bytes."""
        self._raw[:] = bytes(KEY_BYTES)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Key) and self._raw == other._raw  # own keys only, so time tells nobody anything

    __hash__ = None  # type: ignore[assignment]  # a secret has no business in a set

    def __repr__(self) -> str:
        return "Key(wiped)" if self.wiped else "Key(…)"
