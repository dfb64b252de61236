"""Binary Word documents inside other files: their words, without what is deleted, hidden or a field's own."""

from __future__ import annotations

import contextlib
import struct
import time
from email.message import EmailMessage
from typing import TYPE_CHECKING

import pytest

from paddock.reader.doc_text import DocText
from paddock.reader.document import Source, Unreadable
from paddock.reader.formats import open_document
from tests.reader.compounds import compound
from tests.reader.locking import rc4_told, stretched
from tests.reader.opening import pages_of, reading

if TYPE_CHECKING:
    from collections.abc import Callable

_BODY = 0x400


def doc(
    text: str,
    note: str = "",
    *,
    wide: bool = True,
    unseen: tuple[int, int, int] = (0, 0, 0),
    flags: int = 0x0200,
    lock: tuple[bytes, Callable[[int], bytes]] | None = None,
) -> bytes:
    """Return a document of one piece. `unseen` gives first and last character and the property that they have.

    `lock` is what `rc4_told` gives.
    """
    told = lock[0] if lock else b""
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
    struct.pack_into("<H2xI", stream, 0x0A, flags | 0x0100 * bool(lock), len(told))
    struct.pack_into("<II", stream, 0x4C, len(text), len(note))
    struct.pack_into("<II", stream, 0xFA, len(told), len(looks))
    struct.pack_into("<II", stream, 0x01A2, len(told) + len(looks), len(clx))
    words, table = bytes(stream).ljust(5000, b"\0"), (told + looks + clx).ljust(5000, b"\0")
    if lock:
        words = words[:68] + stretched(lock[1], words, 512)[68:]
        table = told + stretched(lock[1], table, 512)[len(told) :]
    return compound({"WordDocument": words, "1Table": table})


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


@pytest.mark.parametrize(("crypto_api", "bits"), [(False, 128), (True, 128), (True, 40)])
def test_one_with_a_password_is_read_by_it(*, crypto_api: bool, bits: int) -> None:
    """By its words, alone or not: no office program is told the password."""
    data = doc("Größe\rTown\r", "A note\r", lock=rc4_told("hay sträwß", crypto_api=crypto_api, bits=bits))
    document = open_document(Source(data, "a.doc", "hay sträwß"))
    assert [page.text for page in document.pages(1, reading())] == ["Größe\n\nTown\n\nA note"]
    for password, what in ((None, "This document is protected with a password."), ("x", "This password does not open")):
        for depth in (0, 1):
            with pytest.raises(Unreadable, match=what) as refused:
                open_document(Source(data, "a.doc", password, depth=depth))
            assert (refused.value.reason, refused.value.office) == ("password", None)


def test_locks_that_are_torn_or_not_known_are_refused() -> None:
    told, key = rc4_told("x")
    for wrong in (
        b"", told[:30], b"\x09" + told[1:], told[:8] + b"\xff\xff\xff\xff" + told[12:],
        told.replace(struct.pack("<I", 0x6801), struct.pack("<I", 0x660E)),
        told.replace(struct.pack("<II", 0x8004, 128), struct.pack("<II", 0x8004, 9999)),
    ):  # fmt: skip
        with pytest.raises(Unreadable) as refused:
            open_document(Source(doc("x\r", lock=(wrong, key)), "a.doc", "x"))
        assert refused.value.reason in {"damaged", "unsupported"}
    with pytest.raises(Unreadable, match="protected with a password") as refused:
        open_document(Source(doc("x\r", flags=0x8200, lock=(told, key)), "a.doc", "x"))
    assert refused.value.reason == "unsupported"


def test_what_is_torn_behind_a_lock_never_fails_in_another_way() -> None:
    whole = doc("Some words\r", lock=rc4_told("x"))
    for at in range(512, len(whole), 61):
        for data in (whole[:at], whole[:at] + b"\xff\x00\xff" + whole[at + 3 :]):
            with contextlib.suppress(Unreadable):
                list(open_document(Source(data, "a.doc", "x")).pages(1, reading()))


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
