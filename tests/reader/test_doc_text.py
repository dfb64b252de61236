"""Binary Word documents inside other files: their words, without what is deleted, hidden or a field's own."""

from __future__ import annotations

import struct
import time
from email.message import EmailMessage

import pytest

from paddock.reader.doc_text import DocText
from paddock.reader.document import Source, Unreadable
from tests.reader.compounds import compound
from tests.reader.opening import pages_of, reading

_BODY = 0x400


def doc(
    text: str, note: str = "", *, wide: bool = True, unseen: tuple[int, int, int] = (0, 0, 0), flags: int = 0x0200
) -> bytes:
    """Return a document of one piece. `unseen` gives first and last character and the property that they have."""
    data = (text + note).encode("utf-16-le" if wide else "cp1252")
    width = 2 if wide else 1
    stream = bytearray(_BODY) + data
    stream += bytes(-len(stream) % 512)
    first, last, kind = unseen
    page = bytearray(512)
    ends = (_BODY, _BODY + width * first, _BODY + width * last, _BODY + len(data))
    struct.pack_into("<4I", page, 0, *ends)
    page[16:19] = bytes((0, 240, 0))  # of three runs the second has properties, at twice that place
    page[480:484] = struct.pack("<BHB", 3, kind, 1)
    page[511] = 3
    looks = struct.pack("<III", _BODY, _BODY + len(data), len(stream) // 512)
    stream += page
    place = _BODY if wide else (_BODY * 2) | 0x4000_0000
    pieces = struct.pack("<IIHIH", 0, len(text + note), 0, place, 0)
    clx = struct.pack("<BH2x", 1, 2) + struct.pack("<BI", 2, len(pieces)) + pieces
    struct.pack_into("<HH", stream, 0, 0xA5EC, 0x00C1)
    struct.pack_into("<H", stream, 0x0A, flags)
    struct.pack_into("<II", stream, 0x4C, len(text), len(note))
    struct.pack_into("<II", stream, 0xFA, 0, len(looks))
    struct.pack_into("<II", stream, 0x01A2, len(looks), len(clx))
    return compound({"WordDocument": bytes(stream).ljust(5000, b"\0"), "1Table": (looks + clx).ljust(5000, b"\0")})


def _words(data: bytes) -> list[str]:
    return [piece.text for piece in DocText(Source(data, "a.doc", depth=1)).pieces(reading())]


def test_paragraphs_rows_fields_and_notes() -> None:
    text = "Größe\rTown\x07Sum\x07\x07Ulm\x07 5\x07\x07See \x13 HYPERLINK x \x14the link\x15.\rx\x1ey\x0bz\r"
    assert _words(doc(text, "A note\r")) == ["Größe", "Town\tSum", "Ulm\t 5", "See the link.", "x-y\nz", "A note"]
    assert _words(doc("Größe\r", wide=False)) == ["Größe"]


@pytest.mark.parametrize("kind", [0x0800, 0x083C])
@pytest.mark.parametrize("wide", [True, False])
def test_what_is_deleted_or_hidden_is_left_out(kind: int, *, wide: bool) -> None:
    text = "kept gone kept\r"
    assert _words(doc(text, "note\r", wide=wide, unseen=(5, 10, kind))) == ["kept kept", "note"]
    assert _words(doc(text, wide=wide, unseen=(5, 10, 0x0835))) == ["kept gone kept"]


def test_one_that_came_with_a_mail_is_read() -> None:
    mail = EmailMessage()
    mail["Subject"] = "See inside"
    mail.set_content("Hello")
    mail.add_attachment(doc("The old letter.\r"), maintype="application", subtype="msword", filename="old.doc")
    pages = pages_of(bytes(mail), "a.eml")
    assert [(page.attachment, page.text) for page in pages][1:] == [("old.doc", "The old letter.")]


def test_locked_and_broken_ones_are_refused() -> None:
    for data in (doc("x\r", flags=0x0300), compound({"WordDocument": bytes(8000)}), doc("x\r", flags=0)):
        with pytest.raises(Unreadable) as refused:
            DocText(Source(data, "a.doc", depth=1))
        assert refused.value.why


def test_tables_that_claim_everything_take_no_more_than_there_is() -> None:
    stream = bytearray(b"\xff" * 200_000)
    struct.pack_into("<HHI", stream, 0, 0xA5EC, 0x00C1, 0)
    struct.pack_into("<H", stream, 0x0A, 0x0200)
    struct.pack_into("<II", stream, 0xFA, 0, 1 << 30)
    struct.pack_into("<II", stream, 0x01A2, 5, 1 << 30)
    count = 20_000
    pieces = struct.pack(f"<{count + 1}I", *range(0, 100_000 * (count + 1), 100_000)) + bytes(8 * count)
    table = b"\1\2\0xx" + struct.pack("<BI", 2, len(pieces)) + pieces
    begin = time.process_time()
    assert sum(map(len, _words(compound({"WordDocument": bytes(stream), "1Table": table})))) <= 2 * len(stream)
    assert time.process_time() - begin < 10
