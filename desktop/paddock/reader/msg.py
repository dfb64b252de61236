"""Outlook messages: a compound file of properties ([MS-OXMSG]), read as an e-mail is, attachments and all."""

from __future__ import annotations

import datetime as dt
import struct
from functools import cached_property
from typing import TYPE_CHECKING, Final

from paddock.reader.code_lines import with_code
from paddock.reader.compound import CompoundFile
from paddock.reader.document import LimitReached, Unreadable
from paddock.reader.encoding import decode, known
from paddock.reader.flowing import FlowingDocument
from paddock.reader.html_text import declared_encoding, html_pieces
from paddock.reader.inside import Inner
from paddock.reader.letter import best_form, message_pages
from paddock.reader.mail import body_pieces
from paddock.reader.mail_parts import signed_parts
from paddock.reader.rtf_packed import unpacked
from paddock.reader.rtf_text import RtfReader
from paddock.reader.writing import one_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from paddock.reader.document import Document, Reading, Source
    from paddock.reader.mail_parts import Parts
    from paddock.reader.protocol import Page
    from paddock.reader.sections import Piece

# Property identifiers ([MS-OXPROPS]) and types ([MS-OXCDATA] 2.11.1).
_SUBJECT, _BODY, _HTML, _RTF = 0x0037, 0x1000, 0x1013, 0x1009
_SENDER_NAME, _SENDER_ADDRESS, _SENDER_SMTP = 0x0C1A, 0x0C1F, 0x5D01
_FOR_NAME, _FOR_ADDRESS, _FOR_SMTP = 0x0042, 0x0065, 0x5D02
_TO, _CC, _BCC = 0x0E04, 0x0E03, 0x0E02
_SUBMITTED, _DELIVERED = 0x0039, 0x0E06
_CODEPAGE, _MESSAGE_CODEPAGE = 0x3FDE, 0x3FFD
_RECIPIENT_KIND, _RECIPIENT_NAME, _RECIPIENT_SMTP, _RECIPIENT_ADDRESS = 0x0C15, 0x3001, 0x39FE, 0x3003
_FILE_NAME, _SHORT_NAME, _DATA, _CONTENT_ID, _HIDDEN, _MIME = 0x3707, 0x3704, 0x3701, 0x3712, 0x7FFE, 0x370E
_INTEGER, _BOOLEAN, _TIME, _OBJECT, _STRING8, _STRING, _BINARY = 0x03, 0x0B, 0x40, 0x0D, 0x1E, 0x1F, 0x102

_PROPERTIES: Final = "__properties_version1.0"
_RECIPIENT: Final = "__recip_version1.0_#"
_ATTACHMENT: Final = "__attach_version1.0_#"
_TOP_HEADER, _INNER_HEADER, _SHORT_HEADER = 32, 24, 8  # before the properties of a message, one inside, and others
_SMALL_PICTURE_BYTES: Final = 16_384
_RECIPIENTS_MOST: Final = 1000
_EPOCH: Final = dt.datetime(1601, 1, 1, tzinfo=dt.UTC)


class _Properties:
    """The properties of one storage of the file."""

    def __init__(self, compound: CompoundFile, path: tuple[str, ...], header_bytes: int, codepage: str = "") -> None:
        self._compound = compound
        self._path = path
        self._fixed: dict[int, bytes] = {}
        data = compound.stream(*path, _PROPERTIES)
        for at in range(header_bytes, len(data) - 15, 16):
            self._fixed[struct.unpack_from("<I", data, at)[0]] = data[at + 8 : at + 16]
        number = self.integer(_CODEPAGE) or self.integer(_MESSAGE_CODEPAGE)
        self.codepage = codepage or known(f"cp{number}") or "cp1252"

    def text(self, *identifiers: int) -> str:
        """Return the first of these properties that holds a text; empty where none does."""
        for identifier in identifiers:
            wide = self.raw(identifier, _STRING)
            if wide:
                return wide.decode("utf-16-le", errors="replace").rstrip("\0")
            narrow = self.raw(identifier, _STRING8)
            if narrow:
                return decode(narrow.rstrip(b"\0"), self.codepage)
        return ""

    def raw(self, identifier: int, kind: int = _BINARY) -> bytes:
        """Return a property of variable length."""
        return self._compound.stream(*self._path, f"__substg1.0_{identifier:04X}{kind:04X}")

    def integer(self, identifier: int, kind: int = _INTEGER) -> int:
        """Return a number, or a boolean as one; 0 where there is none."""
        value = self._fixed.get(identifier << 16 | kind, b"")[:4]
        return int.from_bytes(value, "little")

    def time(self, *identifiers: int) -> str:
        """Return the first of these times that is there, in UTC."""
        for identifier in identifiers:
            ticks = int.from_bytes(self._fixed.get(identifier << 16 | _TIME, b""), "little")
            if not ticks:
                continue
            try:
                moment = _EPOCH + dt.timedelta(microseconds=ticks // 10)
            except OverflowError:
                continue
            return f"{moment:%Y-%m-%d %H:%M} UTC"
        return ""


class OutlookDocument(FlowingDocument):
    """A message saved by Outlook; `compound` and `path` are given for one that lies inside another.

    Raises Unreadable where the compound file is damaged or holds no message.
    """

    format = "msg"

    def __init__(self, source: Source, compound: CompoundFile | None = None, path: tuple[str, ...] = ()) -> None:
        self._source = source
        self._path = path
        self._compound = compound or CompoundFile(source.data, source.limits.parts * 20)
        if not self._compound.has(*path, _PROPERTIES):
            raise Unreadable("damaged", "This Outlook message is damaged.", "Its properties are missing.")
        self._message = _Properties(self._compound, path, _INNER_HEADER if path else _TOP_HEADER)
        self.title = one_line(self._message.text(_SUBJECT))
        self.author = _person(
            self._message.text(_SENDER_NAME, _FOR_NAME),
            self._message.text(_SENDER_SMTP, _FOR_SMTP, _SENDER_ADDRESS, _FOR_ADDRESS),
        )

    def pages(self, first: int, reading: Reading) -> Iterator[Page]:
        """Yield the message, then its attachments' pages. Raises LimitReached."""
        for page in message_pages(self._headers(), self._body(reading), self._files(), self._source, reading):
            if page.number >= first:
                yield page

    def _headers(self) -> list[tuple[str, str]]:
        people: dict[int, list[str]] = {}
        for storage in self._storages(_RECIPIENT)[:_RECIPIENTS_MOST]:
            one = self._inner(storage)
            person = _person(one.text(_RECIPIENT_NAME), one.text(_RECIPIENT_SMTP, _RECIPIENT_ADDRESS))
            people.setdefault(one.integer(_RECIPIENT_KIND), []).append(person)
        message = self._message
        return [
            ("From", self.author),
            ("To", ", ".join(people.get(1, [])) or message.text(_TO)),
            ("Cc", ", ".join(people.get(2, [])) or message.text(_CC)),
            ("Bcc", ", ".join(people.get(3, [])) or message.text(_BCC)),
            ("Date", message.time(_SUBMITTED, _DELIVERED)),
            ("Subject", self.title),
        ]

    def _body(self, reading: Reading) -> list[Piece]:
        message = self._message
        html = message.raw(_HTML)
        page = decode(html, declared_encoding(html) or message.codepage) if html else message.text(_HTML)
        if page.strip():
            formatted = list(html_pieces(page, reading))
        else:
            formatted = list(with_code(RtfReader(unpacked(message.raw(_RTF)), reading).pieces()))
        plain = message.text(_BODY)
        if not plain.strip() and not formatted and self._signed is not None:
            return list(body_pieces(self._signed.bodies, reading))
        return best_form(plain, formatted)

    @cached_property
    def _signed(self) -> Parts | None:
        """Return the parts of a signed message, which Outlook keeps whole as its only attachment."""
        storages = self._storages(_ATTACHMENT)
        only = self._inner(storages[0]) if len(storages) == 1 else None
        if only is None:
            return None
        try:
            return signed_parts(only.text(_MIME).lower(), only.raw(_DATA), self._source.limits.parts)
        except (Unreadable, LimitReached):
            return None

    def _files(self) -> Iterator[Inner]:
        if self._signed is not None:
            yield from self._signed.files
            return
        for count, storage in enumerate(self._storages(_ATTACHMENT), 1):
            one = self._inner(storage)
            name = one.text(_FILE_NAME, _SHORT_NAME, _RECIPIENT_NAME) or f"attachment {count}"
            path = (*self._path, storage, f"__substg1.0_{_DATA:04X}{_OBJECT:04X}")
            if self._compound.has(*path, _PROPERTIES):
                yield Inner(name, opens=self._opener(path))
                continue
            if self._compound.has(*path):
                yield Inner(name, refusal="It is an object of another program, kept inside the message.")
                continue
            data = one.raw(_DATA)
            in_the_body = one.text(_CONTENT_ID) or one.integer(_HIDDEN, _BOOLEAN)
            picture = one.text(_MIME).startswith("image/") or name.lower().endswith((".png", ".gif", ".jpg", ".jpeg"))
            if not (picture and in_the_body and len(data) < _SMALL_PICTURE_BYTES):
                yield Inner(name, data)

    def _opener(self, path: tuple[str, ...]) -> Callable[[Source], Document]:
        return lambda source: OutlookDocument(source, self._compound, path)

    def _storages(self, prefix: str) -> list[str]:
        return sorted(name for name in self._compound.storages(*self._path) if name.lower().startswith(prefix))

    def _inner(self, storage: str) -> _Properties:
        return _Properties(self._compound, (*self._path, storage), _SHORT_HEADER, self._message.codepage)


def _person(name: str, address: str) -> str:
    """Return "Name <address>"; the internal names of an Exchange server are left out."""
    name, address = one_line(name.strip("'")), one_line(address)
    if not address or address.startswith("/") or address == name:
        return name or address
    return f"{name} <{address}>" if name else address
