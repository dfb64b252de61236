r"""The text of a binary Word document ([MS-DOC]), for one that no office program is given.

That is one inside another file, and one with a password, which is told to no other program.

Only its words, paragraph by paragraph: what makes headings, lists and tables of them lies elsewhere in such a file.
"""

from __future__ import annotations

import re
import struct
from bisect import bisect_left
from typing import TYPE_CHECKING, Final

from paddock.reader.compound import CompoundFile
from paddock.reader.document import Unreadable
from paddock.reader.flowing import FlowingDocument
from paddock.reader.locks import closed, unknown_lock
from paddock.reader.sections import Layout, Piece

if TYPE_CHECKING:
    from collections.abc import Iterator

    from paddock.reader.document import Reading, Source

# Places in the file information block, [MS-DOC] 2.5.
_SIGN, _FLAGS, _COUNTS, _LOOKS, _PIECES = 0xA5EC, 0x0A, 0x4C, 0x00FA, 0x01A2
_ENCRYPTED, _SECOND_TABLE, _SCRAMBLED = 0x0100, 0x0200, 0x8000
_OPEN_BYTES, _STRETCH = 68, 512
_HEAD_BYTES: Final = 0x01AA
_FIRST_VERSION: Final = 0x00C1  # Word 97; what came before keeps its text in another way
_PROPERTIES, _TABLE = 1, 2  # the two kinds of entry in the table of pieces, 2.9.38
_NARROW: Final = 0x4000_0000
# Properties of characters that are deleted by a change not yet accepted, or hidden, 2.6.1.
_UNSEEN: Final = frozenset({0x0800, 0x083C})
_OPERANDS: Final = (1, 1, 2, 4, 2, 2, 0, 3)  # bytes, by the upper three bits of a property; 0: the next byte says
_PAGE: Final = 512
_GONE: Final = "\0"
_PARTS_A_SIGN: Final = 2000
# 2.4.1: fields show what stands between the second and the third of their marks.
_FIELD: Final = re.compile("\x13[^\x13\x14\x15]*(?:\x14([^\x13\x14\x15]*))?\x15")
_FIELDS_DEEP: Final = 20
_SIGNS: Final = str.maketrans({"\x0b": "\n", "\x1e": "-", "\x1f": None, "\x07": "\t", "\xa0": " ", "\x0c": "\r"})
_ENDS: Final = re.compile("\r|\x07\x07")  # of paragraphs; of rows, which end with a mark of their own


class DocText(FlowingDocument):
    """A binary Word document by its words alone. Raises Unreadable."""

    format = "doc"
    layout = Layout("section", "paragraph")

    def __init__(self, source: Source) -> None:
        compound = CompoundFile(source.data)
        stream = compound.stream("WordDocument")
        if len(stream) < _HEAD_BYTES or struct.unpack_from("<H", stream)[0] != _SIGN:
            raise _unreadable("Its beginning is missing.")
        version, flags = struct.unpack_from("<H", stream, 2)[0], struct.unpack_from("<H", stream, _FLAGS)[0]
        table = compound.stream("1Table" if flags & _SECOND_TABLE else "0Table")
        if flags & _ENCRYPTED:
            stream, table = _unlocked(source, stream, table)
        if version < _FIRST_VERSION:
            raise _unreadable("It was written by a Word from before 1997.")
        start, size = struct.unpack_from("<II", stream, _PIECES)
        unseen = list(_unseen(stream, table))
        text = "".join(_texts(stream, _piece_table(table[start : start + size]), unseen))
        if not text.strip():
            raise _unreadable("No text was found in it.")
        # The text, its footnotes, headers, (nothing), comments, endnotes and boxes follow on each other.
        counts = struct.unpack_from("<8i", stream, _COUNTS)
        self._parts: list[str] = []
        at = 0
        for count in counts:
            self._parts.append(text[at : at + max(0, count)])
            at += max(0, count)

    def pieces(self, reading: Reading) -> Iterator[Piece]:
        """Yield the paragraphs, then those of notes, boxes and the like."""
        number = 0
        for part in self._parts:
            for line in _ENDS.split(_shown(part)):
                text = line.translate(_SIGNS).strip()
                if text:
                    number += 1
                    if number % _PARTS_A_SIGN == 0:
                        reading.alive()
                    yield Piece("paragraph", text, first=number)


def is_locked(untrusted_data: bytes) -> bool:
    """Return whether a Word document is locked with a password; of one that is damaged that is not told."""
    try:
        stream = CompoundFile(untrusted_data).stream("WordDocument")
    except Unreadable:
        return False
    return len(stream) >= _HEAD_BYTES and bool(struct.unpack_from("<H", stream, _FLAGS)[0] & _ENCRYPTED)


def _unlocked(source: Source, stream: bytes, table: bytes) -> tuple[bytes, bytes]:
    """Return both streams deciphered, 2.2.6.2; the head of the first is never locked. Raises Unreadable."""
    flags, size = struct.unpack_from("<H2xI", stream, _FLAGS)
    if flags & _SCRAMBLED:
        raise unknown_lock("It is scrambled in the way of programs from before 1997.")
    if source.password is None:
        raise closed(source)
    from paddock.reader.rc4_lock import Rc4Lock  # noqa: PLC0415 - ciphers are loaded for locked documents alone

    lock = Rc4Lock(table[:size], source.password)
    if not lock.fits:
        raise closed(source)
    deciphered = lock.stream(stream, _STRETCH)
    return stream[:_OPEN_BYTES] + deciphered[_OPEN_BYTES:], lock.stream(table, _STRETCH)


def _shown(text: str) -> str:
    """Return the text with its fields as they show themselves."""
    for _ in range(_FIELDS_DEEP):
        text, count = _FIELD.subn(lambda found: found[1] or "", text)
        if not count:
            break
    return text.replace(_GONE, "").replace("\x0c", "\r")


def _piece_table(entries: bytes) -> bytes:
    """Return the table of pieces out of what stands before and around it."""
    at = 0
    while at + 5 <= len(entries):
        if entries[at] == _TABLE:
            size = struct.unpack_from("<I", entries, at + 1)[0]
            return entries[at + 5 : at + 5 + size]
        if entries[at] != _PROPERTIES:
            break
        at += 3 + struct.unpack_from("<H", entries, at + 1)[0]
    raise _unreadable("Where its text stands is not told.")


def _unseen(stream: bytes, table: bytes) -> Iterator[tuple[int, int]]:
    """Yield where the stream holds characters that no reader sees, page by page of their properties, 2.9.33."""
    start, size = struct.unpack_from("<II", stream, _LOOKS)
    places = table[start : start + size]
    count = max(0, (len(places) - 4) // 8)
    for number in dict.fromkeys(struct.unpack_from(f"<{count}I", places, 4 * (count + 1)) if count else ()):
        page = stream[number * _PAGE : (number + 1) * _PAGE]
        runs = page[-1] if len(page) == _PAGE else 0
        if 5 * runs + 4 >= _PAGE:
            continue
        ends = struct.unpack_from(f"<{runs + 1}I", page)
        for run in range(runs):
            at = 2 * page[4 * (runs + 1) + run]
            if at and _says_unseen(page[at + 1 : at + 1 + page[at]]):
                yield ends[run], ends[run + 1]


def _says_unseen(properties: bytes) -> bool:
    at = 0
    while at + 2 < len(properties):
        kind = struct.unpack_from("<H", properties, at)[0]
        if kind in _UNSEEN and properties[at + 2] == 1:
            return True
        at += 2 + (_OPERANDS[kind >> 13] or 1 + properties[at + 2])
    return False


def _texts(stream: bytes, table: bytes, unseen: list[tuple[int, int]]) -> Iterator[str]:
    """Yield the pieces' text: each says where it begins, and whether a character takes one byte or two.

    What is not seen is there as so many signs that are none, for the parts of the text are told by their lengths.
    """
    begins = sorted(unseen)
    count = (len(table) - 4) // 12
    left = 2 * len(stream)  # pieces may share their bytes, but a text is no longer than its file
    ends = struct.unpack_from(f"<{count + 1}I", table) if count > 0 else ()
    for number in range(max(0, count)):
        length = ends[number + 1] - ends[number]
        if not 0 < length <= left:
            continue
        left -= length
        place = struct.unpack_from("<I", table, 4 * (count + 1) + 8 * number + 2)[0]
        width = 1 if place & _NARROW else 2
        start = (place & ~_NARROW) // 2 if width == 1 else place
        data = stream[start : start + width * length]
        text = data.decode("cp1252" if width == 1 else "utf-16-le", errors="replace")
        if len(text) * width == len(data):  # else characters beyond the first 65,536 make places uncertain
            text = _without(text, start, width, begins)
        yield text


def _without(text: str, start: int, width: int, unseen: list[tuple[int, int]]) -> str:
    """Return a piece that begins at a place of the stream with what is not seen put out."""
    end = start + width * len(text)
    parts: list[str] = []
    at = 0
    for begin, stop in unseen[max(0, bisect_left(unseen, (start, 0)) - 1) : bisect_left(unseen, (end, 0))]:
        first, last = max(at, (begin - start) // width), min(len(text), (stop - start) // width)
        if first < last:
            parts += [text[at:first], _GONE * (last - first)]
            at = last
    return "".join([*parts, text[at:]])


def _unreadable(why: str) -> Unreadable:
    return Unreadable("damaged", "This old Word document could not be read.", why)
