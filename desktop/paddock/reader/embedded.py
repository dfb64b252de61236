"""Files that an Office document holds inside: workbooks, documents, presentations, and whatever was packed into it."""

from __future__ import annotations

import struct
from dataclasses import replace
from typing import TYPE_CHECKING, Final

import msgspec

from paddock.reader.compound import MAGIC, CompoundFile
from paddock.reader.document import LimitReached, Unreadable
from paddock.reader.formats import OPENERS
from paddock.reader.inside import DEPTH_MOST, Inner, inner_pages
from paddock.reader.pictures_inside import PICTURES
from paddock.reader.sniff import sniff

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from paddock.reader.document import Reading, Source
    from paddock.reader.package import Package
    from paddock.reader.protocol import Page

_KINDS: Final = frozenset({"package", "oleObject"})
_NAME_BYTES: Final = 500


def embedded_pages(
    package: Package, parts: Iterable[tuple[str, str]], outer: Source, reading: Reading, number: int
) -> Iterator[Page]:
    """Yield the pages of the files inside a document's parts, numbered from `number` on, each file once.

    `parts` are (where a person would find it, or nothing; the part). What lies behind a chart is not among them: the
    chart says it already. Nor is what holds nothing, or is of a kind that nobody reads. Raises LimitReached.
    """
    seen: set[str] = set()
    outer = replace(outer, data=b"")
    for where, part in parts if outer.depth < DEPTH_MOST else ():
        for link in package.links(part):
            if link.kind not in _KINDS or link.part in seen or link.part not in package.archive:
                continue
            seen.add(link.part)
            reading.alive()
            reading.turn()
            for page in _pages(package, link.part, where, outer, reading):
                if page.outcome != "empty":
                    yield msgspec.structs.replace(page, number=number)
                    number += 1


def _pages(package: Package, part: str, where: str, outer: Source, reading: Reading) -> Iterator[Page]:
    name = part.rpartition("/")[2].lstrip("_")
    try:
        name, data = _unwrapped(name, package.archive.read(part))
    except (Unreadable, LimitReached, struct.error):
        return
    found = sniff(name, data) if data else None
    if found in OPENERS and found not in PICTURES:  # these stand in a document as what they are
        yield from inner_pages(Inner(f"{name} ({where})" if where else name, data), outer, reading)


def _unwrapped(name: str, data: bytes) -> tuple[str, bytes]:
    """Return the file that a part holds, out of the compound file of an OLE object. Raises Unreadable, struct.error."""
    if not data.startswith(MAGIC):
        return name, data
    compound = CompoundFile(data)
    if compound.has("\x01Ole10Native"):
        return _packed(name, compound.stream("\x01Ole10Native"))
    for stream in ("Package", "EmbeddedOdf", "CONTENTS"):
        if inner := compound.stream(stream):
            return name, inner
    # Such a chart keeps its figures as a workbook of its own, and shows them.
    return (name, b"") if b"MSGraph" in compound.stream("\x01CompObj") else (name, data)


def _packed(name: str, stream: bytes) -> tuple[str, bytes]:
    """Return what the packager took in ([MS-OLEDS] 2.3.6), under the name that it had. Raises struct.error."""
    end = stream.find(b"\0", 6, 6 + _NAME_BYTES)
    at = stream.find(b"\0", end + 1, end + 1 + _NAME_BYTES) + 1
    if end < 0 or not at:
        return name, stream[4:]
    label = stream[6:end].decode("cp1252", errors="replace").replace("\\", "/").rpartition("/")[2]
    path_length = struct.unpack_from("<4xI", stream, at)[0]
    at += 8 + path_length
    size = struct.unpack_from("<I", stream, at)[0]
    return label or name, stream[at + 4 : at + 4 + size]
