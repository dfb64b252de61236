"""Reads a passphrase out of a file that only its owner can read (`--passphrase-file`)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from paddock.errors import UserError

if TYPE_CHECKING:
    from pathlib import Path

MAX_PASSPHRASE_BYTES: Final = 4096


def read_passphrase(path: Path, what: str = "The passphrase file cannot be used.") -> str:
    """Return the text without its last line break. Raises UserError(`what`) where it cannot be read or is empty."""
    try:
        with path.open("rb") as file:
            raw = file.read(MAX_PASSPHRASE_BYTES + 1)
        passphrase = raw.decode("utf-8").removesuffix("\n").removesuffix("\r")
    except OSError as error:
        raise UserError(what, f"{path}: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        raise UserError(what, f"{path} is not UTF-8 text.") from error
    if not passphrase:
        raise UserError(what, f"{path} is empty.")
    if len(raw) > MAX_PASSPHRASE_BYTES:
        raise UserError(what, f"{path} is longer than {MAX_PASSPHRASE_BYTES:,} bytes.")
    return passphrase
