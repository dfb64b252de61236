"""E-mail: who wrote to whom, the best form of the body, and every attachment read in its place (RFC 5322, MIME)."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

import msgspec

from paddock.reader.encoding import decode, detect
from paddock.reader.flowing import FlowingDocument
from paddock.reader.html_text import html_pieces
from paddock.reader.inside import Inner, inner_pages
from paddock.reader.letter import best_form, message_pages
from paddock.reader.mail_parts import header, parsed, parts_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from paddock.reader.document import Reading, Source
    from paddock.reader.mail_parts import Body
    from paddock.reader.protocol import Page
    from paddock.reader.sections import Piece

_SHOWN: Final = ("From", "To", "Cc", "Bcc", "Date", "Subject")
# RFC 4155: each message of a mailbox begins with such a line, after an empty one.
_MBOX_LINE: Final = re.compile(rb"(?:\A|(?<=\n\n)|(?<=\n\r\n))From \S[^\r\n]{0,200}\d{4}[^\r\n]{0,40}\r?\n")


class MailDocument(FlowingDocument):
    """An e-mail as it was sent. Raises Unreadable where it has no structure that can be followed."""

    format = "eml"

    def __init__(self, source: Source) -> None:
        self._source = replace(source, data=b"")  # what was parsed is in memory once more
        data = source.data
        if detect(data[:4096]).startswith(("utf-16", "utf-32")):
            data = decode(data).encode("utf-8")  # saved by an editor
        data = data.removeprefix(b"\xef\xbb\xbf").lstrip(b"\r\n")
        mark = _MBOX_LINE.match(data)
        self._message = parsed(data[mark.end() if mark else 0 :], source.limits.parts)
        self.title = header(self._message, "Subject")
        self.author = header(self._message, "From")

    def pieces(self, reading: Reading) -> Iterator[Piece]:
        """Yield the message's own text, for a web page kept as a message."""
        return body_pieces(parts_of(self._message, self._source.limits.parts).bodies, reading)

    def pages(self, first: int, reading: Reading) -> Iterator[Page]:
        """Yield the message, then its attachments' pages. Raises LimitReached."""
        found = parts_of(self._message, self._source.limits.parts)
        headers = [(name, header(self._message, name)) for name in _SHOWN]
        for page in message_pages(headers, body_pieces(found.bodies, reading), found.files, self._source, reading):
            if page.number >= first:
                yield page


class MailboxDocument(FlowingDocument):
    """Many e-mails in one file (mbox); each is read as an attachment would be."""

    format = "mbox"

    def __init__(self, source: Source) -> None:
        self._source = source

    def pages(self, first: int, reading: Reading) -> Iterator[Page]:
        """Yield each message's pages, numbered through; `attachment` is the message's number. Raises LimitReached."""
        number = 0
        starts = (found.start() for found in _MBOX_LINE.finditer(self._source.data))
        start = next(starts, 0)
        for count, end in enumerate([*starts, len(self._source.data)], 1):
            reading.alive()
            message = Inner(f"message {count}.eml", self._source.data[start:end])
            start = end
            for page in inner_pages(message, self._source, reading):
                number += 1
                if number >= first:
                    yield msgspec.structs.replace(page, number=number)


def body_pieces(bodies: list[Body], reading: Reading) -> Iterator[Piece]:
    """Yield what a message's own text consists of, stretch by stretch."""
    for body in bodies:
        yield from best_form(body.plain, list(html_pieces(body.html, reading)) if body.html else [])
