"""`winmail.dat`, in which Outlook hides what came with a message from other programs ([MS-OXTNEF])."""

from __future__ import annotations

import struct
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from paddock.reader.document import LimitReached
from paddock.reader.encoding import decode, known
from paddock.reader.inside import Inner
from paddock.reader.writing import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

SIGN: Final = b"\x78\x9f\x3e\x22"
# Attributes, [MS-OXTNEF] 2.1.3.
_CODE_PAGE, _BODY, _BEGINS, _TITLE, _DATA, _PROPERTIES = 0x69007, 0x2800C, 0x69002, 0x18010, 0x6800F, 0x69005
# Properties of an attachment, [MS-OXPROPS], and the kinds of values, [MS-OXCDATA] 2.11.1.
_LONG_NAME, _WHOLE_MESSAGE = 0x3707, 0x3701
_OBJECT, _NARROW_TEXT, _WIDE_TEXT, _BINARY = 0x0D, 0x1E, 0x1F, 0x102
_SEVERAL, _NAMED = 0x1000, 0x8000
_SIZES: Final = {2: 4, 3: 4, 4: 4, 5: 8, 6: 8, 7: 8, 10: 4, 11: 4, 0x14: 8, 0x40: 8, 0x48: 16}
_PROPERTIES_MOST: Final = 2000
_NAME_BYTES: Final = 1000


@dataclass(slots=True)
class Packed:
    """What such a file holds: the message's words where it says them plainly, and what came with it."""

    body: str
    files: list[Inner]


def unpacked(untrusted_data: bytes, parts_most: int) -> Packed | None:
    """Return what is in it, as far as it goes; None where it is no such file. Raises LimitReached."""
    if not untrusted_data.startswith(SIGN):
        return None
    found = Packed("", [])
    code_page = "cp1252"
    current: _Attachment | None = None
    for attribute, data in _attributes(untrusted_data):
        if attribute == _CODE_PAGE and len(data) >= 4:  # noqa: PLR2004 - a number of four bytes
            code_page = known(f"cp{struct.unpack_from('<I', data)[0]}") or code_page
        elif attribute == _BODY:
            found.body = decode(data.rstrip(b"\0"), code_page)
        elif attribute == _BEGINS:
            found.files += [current.inner()] if current else []
            current = _Attachment()
            if len(found.files) >= parts_most:
                raise LimitReached(f"Only the first {parts_most:,} parts of an e-mail are read.")
        elif current is not None:
            current.take(attribute, data, code_page)
    found.files += [current.inner()] if current else []
    return found


@dataclass(slots=True)
class _Attachment:
    name: str = ""
    long_name: str = ""
    data: bytes = b""
    is_message: bool = False

    def take(self, attribute: int, data: bytes, code_page: str) -> None:
        if attribute == _TITLE:
            self.name = _text(data, code_page)
        elif attribute == _DATA:
            self.data = data
        elif attribute == _PROPERTIES:
            for name, kind, value in _properties(data):
                if name == _LONG_NAME:
                    self.long_name = _text(value, "utf_16_le" if kind == _WIDE_TEXT else code_page)
                elif name == _WHOLE_MESSAGE and kind == _OBJECT:
                    self.is_message = True

    def inner(self) -> Inner:
        name = self.long_name or self.name or "attachment"
        if self.is_message and not self.data:
            return Inner(name, refusal="It is a message inside a file of Outlook's own, which is not read.")
        return Inner(name, self.data)


def _attributes(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield (number, value) of each attribute: its level, number, length, value, and a sum of two bytes."""
    at = 6
    while at + 9 <= len(data):
        number, size = struct.unpack_from("<II", data, at + 1)
        at += 9
        yield number, data[at : at + size]
        at += size + 2


def _properties(data: bytes) -> Iterator[tuple[int, int, bytes]]:
    """Yield (name, kind, value) of properties ([MS-OXTNEF] 2.1.3.4); of several values the first."""
    at = 4
    for _ in range(_PROPERTIES_MOST):
        if at + 8 > len(data):
            return
        kind, name = struct.unpack_from("<HH", data, at)
        at += 4
        if name >= _NAMED:
            by_text = data[at + 16 : at + 20] == b"\1\0\0\0"
            at += 24 + (_padded(_number(data, at + 20)) if by_text else 0)
        several, kind = bool(kind & _SEVERAL), kind & ~_SEVERAL
        long = kind in {_OBJECT, _NARROW_TEXT, _WIDE_TEXT, _BINARY}
        count = _number(data, at) if several or long else 1
        at += 4 if several or long else 0
        if kind not in _SIZES and not long:
            return
        for number in range(min(count, _PROPERTIES_MOST)):
            size = _number(data, at) if long else _SIZES[kind]
            at += 4 if long else 0
            if not number:
                yield name, kind, data[at : at + size]
            at += _padded(size)
            if at > len(data):
                return


def _number(data: bytes, at: int) -> int:
    return int.from_bytes(data[at : at + 4], "little")


def _padded(size: int) -> int:
    return (size + 3) & ~3


def _text(data: bytes, encoding: str) -> str:
    text = data[:_NAME_BYTES].decode(encoding, errors="replace")
    return one_line(text.partition("\0")[0], 200)
