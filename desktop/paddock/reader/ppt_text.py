"""The text of a binary PowerPoint presentation ([MS-PPT]), for one that no office program is given.

That is one inside another file, and one with a password, which is told to no other program. Its slides come in the
order of the show, with what their shapes and notes say.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from paddock.reader.compound import CompoundFile
from paddock.reader.document import Unreadable
from paddock.reader.flowing import FlowingDocument
from paddock.reader.locks import closed, damaged_lock
from paddock.reader.ppt_records import Record, below, inside, is_locked, present_objects, record_at
from paddock.reader.slides import Line, Shape, Slide, slide_page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from paddock.reader.document import Reading, Source
    from paddock.reader.protocol import Page

_DOCUMENT, _SIZES, _LIST, _ENTRY = 1000, 1001, 4080, 1011
_SLIDE, _SLIDE_SAYS, _NOTES, _SHOW = 1006, 1007, 1008, 1017
_TEXT_KIND, _WIDE_TEXT, _NARROW_TEXT, _TEXT_ABOVE = 3999, 4000, 4008, 3998
# Of the drawing, [MS-ODRAW] 2.2: a shape, its places on the slide and in a group, and its text.
_SHAPE, _PLACE, _PLACE_IN_GROUP, _BOX = 0xF004, 0xF010, 0xF00F, 0xF00D
_SLIDES, _OF_NOTES = 0, 2  # which lists there are, 2.4.14.3
_TITLES: Final = frozenset({0, 6})
_LISTS: Final = frozenset({1, 7, 8})
_LOCK: Final = 0x2F14
_HEAD: Final = 8
_FIELD: Final = "*"  # where a number, a date or the like is to stand
_HIDDEN: Final = 0x0004
_USUAL_WIDTH, _USUAL_HEIGHT = 5760, 4320
_TEXTS_MOST: Final = 100_000
_CHARACTERS_MOST: Final = 1_000_000  # of a slide, whose shapes may all show one text


@dataclass
class _Listed:
    """A slide as the presentation lists it: which object it is, its number, and the texts of its outline."""

    object: int
    number: int
    texts: list[tuple[int, str]] = field(default_factory=list)


class PptText(FlowingDocument):
    """A binary presentation by its words. Raises Unreadable."""

    format = "ppt"

    def __init__(self, source: Source) -> None:
        compound = CompoundFile(source.data)
        self._stream = compound.stream("PowerPoint Document")
        user = compound.stream("Current User")
        self._places, document, lock = present_objects(self._stream, user)
        if is_locked(user):
            self._stream = _unlocked(source, self._stream, self._places, lock)
        self._width, self._height = _USUAL_WIDTH, _USUAL_HEIGHT
        self._slides: list[_Listed] = []
        self._notes: dict[int, int] = {}
        top = self._object(document, _DOCUMENT)
        for record in inside(self._stream, top.start, top.end) if top else ():
            if record.kind == _SIZES and record.end - record.start >= 8:  # noqa: PLR2004 - width and height
                width, height = struct.unpack_from("<ii", self._stream, record.start)
                self._width, self._height = max(1, width), max(1, height)
            elif record.kind == _LIST and record.instance == _SLIDES:
                self._slides += self._listed(record)
            elif record.kind == _LIST and record.instance == _OF_NOTES:
                self._notes |= {one.number: one.object for one in self._listed(record)}
        self.page_count = len(self._slides)

    def pages(self, first: int, reading: Reading) -> Iterator[Page]:
        """Yield the slides from number `first` on."""
        for number, listed in enumerate(self._slides, 1):
            reading.alive()
            if number >= first:
                yield slide_page(self._slide(number, listed), reading)

    def _object(self, number: int, kind: int) -> Record | None:
        record = record_at(self._stream, self._places.get(number, -1), len(self._stream))
        return record if record is not None and record.kind == kind else None

    def _listed(self, record: Record) -> list[_Listed]:
        found: list[_Listed] = []
        for one in inside(self._stream, record.start, record.end):
            if one.kind == _ENTRY and one.end - one.start >= 16:  # noqa: PLR2004 - object, flags, count, number
                number, _, _, own = struct.unpack_from("<IIiI", self._stream, one.start)
                found.append(_Listed(number, own))
            elif found and one.kind == _TEXT_KIND and len(found[-1].texts) < _TEXTS_MOST:
                found[-1].texts.append((self._number(one), ""))  # a placeholder that may stay empty
            elif found and found[-1].texts and (text := self._text(one)):
                found[-1].texts[-1] = (found[-1].texts[-1][0], text)
        return found

    def _slide(self, number: int, listed: _Listed) -> Slide:
        slide = Slide(number)
        record = self._object(listed.object, _SLIDE)
        if record is None:
            slide.damage = "This slide is missing from the file."
            return slide
        for one in inside(self._stream, record.start, record.end):
            size = one.end - one.start
            if one.kind == _SHOW and size >= 12:  # noqa: PLR2004 - as far as its flags
                slide.hidden = bool(struct.unpack_from("<H", self._stream, one.start + 10)[0] & _HIDDEN)
            elif one.kind == _SLIDE_SAYS and size >= 20:  # noqa: PLR2004 - as far as its notes
                notes = self._object(
                    self._notes.get(struct.unpack_from("<I", self._stream, one.start + 16)[0], -1), _NOTES
                )
                said = self._shapes(notes, []) if notes else ()
                slide.notes = "\n".join(text for _, text, _ in said)
        characters = 0
        for kind, text, area in self._shapes(record, listed.texts):
            characters += len(text)
            if characters > _CHARACTERS_MOST:
                slide.damage = "It holds more text than a slide can show."
                break
            if kind in _TITLES and not slide.title:
                slide.title = text
            else:
                lines = tuple(Line(line, int(kind in _LISTS)) for line in text.split("\n") if line.strip())
                slide.shapes += [Shape(*area, lines)] * bool(lines)
        return slide

    def _shapes(
        self, top: Record, outline: list[tuple[int, str]]
    ) -> Iterator[tuple[int, str, tuple[float, float, float, float]]]:
        """Yield (kind, text, place) of each text on a slide; a shape may show one of those in the outline."""
        area = (0.0, 0.0, 0.0, 0.0)
        kind = 4
        for one in below(self._stream, top):
            size = one.end - one.start
            if one.kind == _SHAPE:
                area = (0.0, 0.0, 0.0, 0.0)
            elif one.kind in {_PLACE, _PLACE_IN_GROUP}:
                area = self._area(one)
            elif one.kind == _TEXT_KIND:
                kind = self._number(one)
            elif one.kind == _TEXT_ABOVE and size >= 4:  # noqa: PLR2004 - a number of four bytes
                at = self._number(one)
                if 0 <= at < len(outline):
                    yield *outline[at], area
            elif (text := self._text(one)) and text.strip() != _FIELD:
                yield kind, text, area

    def _area(self, record: Record) -> tuple[float, float, float, float]:
        """Return where a shape stands, in shares of the slide (2.7.1; [MS-ODRAW] 2.2.39)."""
        size = record.end - record.start
        if size == 8:  # noqa: PLR2004 - four short numbers
            top, left, right, bottom = struct.unpack_from("<4h", self._stream, record.start)
        elif size == 16:  # noqa: PLR2004 - four long ones
            first, second, third, bottom = struct.unpack_from("<4i", self._stream, record.start)
            top, left, right = (first, second, third) if record.kind == _PLACE else (second, first, third)
        else:
            return 0.0, 0.0, 0.0, 0.0
        width, height = self._width, self._height
        return left / width, top / height, (right - left) / width, (bottom - top) / height

    def _number(self, record: Record) -> int:
        return int(struct.unpack_from("<I", self._stream, record.start)[0]) if record.end - record.start >= 4 else -1  # noqa: PLR2004

    def _text(self, record: Record) -> str | None:
        if record.kind not in {_WIDE_TEXT, _NARROW_TEXT}:
            return None
        data = self._stream[record.start : record.end]
        text = data.decode("utf-16-le" if record.kind == _WIDE_TEXT else "latin-1", errors="replace")
        return text.replace("\r", "\n").replace("\x0b", " ")


def is_locked_presentation(untrusted_data: bytes) -> bool:
    """Return whether a presentation is locked with a password; of one that is damaged that is not told."""
    try:
        return is_locked(CompoundFile(untrusted_data).stream("Current User"))
    except Unreadable:
        return False


def _unlocked(source: Source, stream: bytes, places: dict[int, int], lock_number: int | None) -> bytes:
    """Return the stream with each object deciphered by a key of its own (2.3.7). Raises Unreadable."""
    told = record_at(stream, places.get(lock_number or -1, -1), len(stream))
    if told is None or told.kind != _LOCK:
        raise damaged_lock()
    if source.password is None:
        raise closed(source)
    from paddock.reader.rc4_lock import Rc4Lock  # noqa: PLC0415 - ciphers are loaded for locked documents alone

    lock = Rc4Lock(stream[told.start : told.end], source.password)
    if not lock.fits:
        raise closed(source)
    plain = bytearray(stream)
    left = len(stream)  # bytes: objects that overlap are no presentation's
    for number, at in places.items():
        head = stream[at : at + _HEAD]
        if number == lock_number or len(head) < _HEAD:
            continue
        size = _HEAD + struct.unpack_from("<I", lock.stretch(number)(head), 4)[0]
        locked = stream[at : at + size]
        left -= len(locked)
        if left < 0:
            raise damaged_lock("Parts of it lie over each other.")
        plain[at : at + len(locked)] = lock.stretch(number)(locked)
    return bytes(plain)
