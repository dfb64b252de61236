"""PDF: what a file that was cut off, or lost its head, still needs so that pdfium looks for its objects itself."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

_MOST_BYTES: Final = 256 << 20
_LOOKED_BACK: Final = 600
_MOST_TRIED: Final = 50
_HEAD: Final = b"%PDF-1.7\n"
_END: Final = b"endobj"
_BEGIN: Final = re.compile(rb"(?<!\d)(\d{1,9})\s{1,4}(\d{1,5})\s{1,4}obj\b")


def salvaged(data: bytes) -> Iterator[bytes]:
    """Yield the file with a new head and a new trailer: as it is, and without an object that was cut off.

    pdfium searches a file for its objects when its cross-reference table is of no use, but not without these two.
    Nothing is yielded where no catalog is left in it.
    """
    root = _catalog(data) if len(data) <= _MOST_BYTES else None
    if root is not None:
        trailer = b"\ntrailer\n<< /Root " + root + b" >>\nstartxref\n0\n%%EOF\n"
        yield _HEAD + data + b"\nendstream\nendobj" + trailer
        yield _HEAD + data[: data.rfind(_END) + len(_END)] + trailer


def _catalog(data: bytes) -> bytes | None:
    """Return the newest catalog's reference: the object that begins last before its type is named."""
    end = len(data)
    for _ in range(_MOST_TRIED):
        end = data.rfind(b"/Catalog", 0, end)
        if end < 0:
            return None
        begins = list(_BEGIN.finditer(data, max(0, end - _LOOKED_BACK), end))
        if begins and _END not in data[begins[-1].end() : end]:
            return b"%s %s R" % (begins[-1][1], begins[-1][2])
    return None
