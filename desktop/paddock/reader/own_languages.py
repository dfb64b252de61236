"""Takes in a file of Tesseract's language data, so that text in pictures is recognised in one more language."""

from __future__ import annotations

import os
import struct
from contextlib import suppress
from typing import TYPE_CHECKING, Final

from paddock.errors import UserError
from paddock.reader.languages import SUFFIX, code_of

if TYPE_CHECKING:
    from pathlib import Path

_MOST_BYTES: Final = 256 << 20  # the largest of tessdata_best takes 40 MB
_MOST_PARTS: Final = 1000  # tesseract, ccutil/tessdatamanager.h: kMaxNumTessdataEntries
_COUNT: Final = struct.Struct("<i")


def take_in(path: Path, folder: Path) -> str:
    """Copy a language's data into `folder`, in the place of what it held for it; return the language's code.

    The file's name says the language. Raises UserError for what is no such file, OSError.
    """
    code = code_of(path)
    if code is None:
        raise UserError(
            f"“{path.name}” is not named as language data is.",
            "The name says the language, such as deu.traineddata.",
            "Give the file its name back, or choose another.",
        )
    size_bytes = path.stat().st_size
    data = path.read_bytes() if size_bytes <= _MOST_BYTES else b""
    if not _holds_parts(data):
        raise UserError(
            f"“{path.name}” holds no language data.",
            "It is damaged, or something else.",
            "Get it again from where Tesseract's language data is offered.",
        )
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    target = folder / f"{code}{SUFFIX}"
    draft = target.with_name(f"{target.name}.{os.getpid()}.part")
    try:
        draft.write_bytes(data)
        draft.replace(target)
    finally:
        with suppress(OSError):
            draft.unlink(missing_ok=True)
    return code


def _holds_parts(data: bytes) -> bool:
    """Return whether it begins as Tesseract's data does: how many parts, and where each begins, -1 for none."""
    if len(data) < _COUNT.size:
        return False
    (count,) = _COUNT.unpack_from(data)
    begin = _COUNT.size + 8 * count
    if not 0 < count <= _MOST_PARTS or begin > len(data):
        return False
    places = [place for place in struct.unpack_from(f"<{count}q", data, _COUNT.size) if place != -1]
    return bool(places) and all(begin <= place <= len(data) for place in places)
