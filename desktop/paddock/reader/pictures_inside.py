"""Pictures that stand in an Office document for a page: what can be recognised in them is read behind it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final, Protocol

import msgspec

from paddock.reader.document import LimitReached, Unreadable
from paddock.reader.inside import DEPTH_MOST, Inner, inner_pages
from paddock.reader.sniff import sniff

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from paddock.reader.document import Reading, Source
    from paddock.reader.protocol import Page

# A document, or a slide, that says less than this in words may say the rest in pictures.
FEW_CHARACTERS: Final = 150
PICTURES: Final = frozenset({"png", "jpeg", "tiff", "gif", "webp", "bmp"})
_SMALL_BYTES: Final = 8192  # marks and lines, which hold no text


class Parts(Protocol):
    """What a document's pictures are read from by their names: a zip, or what stands for one."""

    @property
    def names(self) -> Sequence[str]:
        """Return the names of all parts."""

    def __contains__(self, name: str) -> bool: ...

    def size(self, name: str) -> int:
        """Return how many bytes a part says that it has."""

    def read(self, name: str) -> bytes:
        """Return a part. Raises Unreadable, LimitReached."""


def picture_pages(
    archive: Parts, pictures: Iterable[tuple[str, str]], outer: Source, reading: Reading, number: int
) -> Iterator[Page]:
    """Yield a page for each picture in which text was found, numbered from `number` on, each picture once.

    `pictures` are (where a person would find it, or nothing; the part). Where nothing can be recognised for want of a
    language's data, the pages say so. Raises LimitReached.
    """
    seen: set[str] = set()
    outer = replace(outer, data=b"")
    for where, part in pictures if outer.depth < DEPTH_MOST else ():
        if part in seen or part not in archive or archive.size(part) < _SMALL_BYTES:
            continue
        seen.add(part)
        reading.alive()
        reading.turn()
        name = part.rpartition("/")[2]
        try:
            data = archive.read(part)
        except (Unreadable, LimitReached):
            continue
        if sniff(name, data) not in PICTURES:
            continue
        for page in inner_pages(Inner(f"{name} ({where})" if where else name, data), outer, reading):
            if page.text or not reading.recognises:
                yield msgspec.structs.replace(page, number=number)
                number += 1
