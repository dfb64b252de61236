"""What tells one state of a file from another: whoever checked a model file says by it which one is to be loaded."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import msgspec
from msgspec import Meta

if TYPE_CHECKING:
    import os

_Number = Annotated[int, Meta(ge=-(1 << 63), le=(1 << 63) - 1)]


class Stamp(msgspec.Struct, frozen=True):
    """Size and times of a file. `changed_ns` nobody can set back, but on Windows, where a file's number stands for it.

    Elsewhere there is no number: on some drives (FAT, drives over the network) it changes by itself.
    """

    size_bytes: _Number
    written_ns: _Number
    changed_ns: _Number
    number: str = ""

    def is_only_touched(self, before: Stamp) -> bool:
        """Return whether nothing but the time of change is another, as after a link to the file or other rights.

        Whoever writes to a file can set its time of writing back: only its hash tells whether it is the same.
        """
        return self != before and msgspec.structs.replace(self, changed_ns=before.changed_ns) == before


def stamp_of(found: os.stat_result) -> Stamp:
    """Return the stamp of a file that was looked at."""
    number = f"{found.st_dev}:{found.st_ino}" if sys.platform == "win32" else ""
    return Stamp(found.st_size, found.st_mtime_ns, found.st_ctime_ns, number)
