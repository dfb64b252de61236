"""Old PowerPoint presentations inside other files are read by their own words, slide by slide."""

from __future__ import annotations

import struct
from email.message import EmailMessage

import pytest

from paddock.reader.document import Source, Unreadable
from paddock.reader.formats import open_document
from paddock.reader.ppt_records import present_objects
from paddock.reader.ppt_text import PptText
from tests.reader.compounds import compound
from tests.reader.locking import rc4, rc4_told
from tests.reader.opening import blocks_of, pages_of, reading

DOCUMENT, SLIDE, NOTES = 1000, 1006, 1008
_LOCK = 77


def record(kind: int, data: bytes, instance: int = 0, version: int = 0) -> bytes:
    return struct.pack("<HHI", instance << 4 | version, kind, len(data)) + data


def holding(kind: int, *parts: bytes, instance: int = 0) -> bytes:
    return record(kind, b"".join(parts), instance, 0xF)


def says(kind: int, text: str, *, wide: bool = True) -> bytes:
    words = record(4000, text.encode("utf-16-le")) if wide else record(4008, text.encode("latin-1"))
    return record(3999, struct.pack("<I", kind)) + words


def box(top: int, left: int, *inner: bytes) -> bytes:
    place = record(0xF010, struct.pack("<4h", top, left, left + 100, top + 100))
    return holding(0xF004, place, holding(0xF00D, *inner))


def entry(number: int, own: int) -> bytes:
    return record(1011, struct.pack("<IIiII", number, 0, 0, own, 0))


def slide(*boxes: bytes, notes: int = 0, hidden: bool = False) -> bytes:
    show = record(1017, bytes(10) + struct.pack("<H", 4 * hidden) + bytes(4))
    return holding(SLIDE, record(1007, bytes(16) + struct.pack("<II", notes, 0)), show, holding(1036, *boxes))


def presentation(
    objects: dict[int, bytes], older: dict[int, bytes] | None = None, password: str = "", lock_kind: int = 0x2F14
) -> bytes:
    """Return a file that was saved twice: first with `older` objects, then with `objects` put in their place."""
    stream = b""
    before = 0
    sign, locked = 0xE391_C05F, b""
    if password:
        told, key = rc4_told(password)
        objects = {number: rc4(key(number), data) for number, data in objects.items()}
        objects[_LOCK] = record(lock_kind, told, version=0xF)
        sign, locked = 0xF3D1_C4DF, struct.pack("<I", _LOCK)
    for saved in (older or {}, objects):
        places = {}
        for number, data in saved.items():
            places[number] = len(stream)
            stream += data
        directory = len(stream)
        runs = b"".join(struct.pack("<II", number | 1 << 20, place) for number, place in places.items())
        stream += record(6002, runs)
        edit = len(stream)
        stream += record(4085, struct.pack("<6I", 0, 0, before, directory, 1, 9) + bytes(4) + locked)
        before = edit
    user = record(4086, struct.pack("<III", 20, sign, before) + bytes(20))
    return compound({"PowerPoint Document": stream.ljust(5000, b"\0"), "Current User": user})


def show(password: str = "") -> bytes:
    texts = (
        entry(2, 256), says(0, "Harvest"), says(1, "Peas\rBeans\x0bof all kinds"), entry(3, 257),
        record(3999, struct.pack("<I", 0)), says(1, "Outlook", wide=False),
    )  # fmt: skip
    sizes = record(1001, struct.pack("<ii", 5760, 4320))
    lists = holding(4080, *texts) + holding(4080, entry(4, 500), instance=2)
    above = [record(3998, struct.pack("<I", number)) for number in (0, 1)]
    objects = {
        1: holding(DOCUMENT, sizes, lists),
        2: slide(box(900, 100, above[1]), box(100, 100, above[0]), box(3000, 100, says(4, "Grüße")), notes=500),
        3: slide(box(900, 100, above[1]), box(4000, 100, says(4, "*")), hidden=True),
        4: holding(NOTES, holding(1036, box(0, 0, says(2, "Say hello")), box(0, 0, says(4, "*")))),
    }
    older = {} if password else {2: slide(box(0, 0, says(0, "Last year's")))}
    return presentation(objects, older, password)


def test_slides_have_titles_items_notes_and_what_is_hidden() -> None:
    document = PptText(Source(show(), depth=1))
    first, second = document.pages(1, reading())
    assert blocks_of(first) == [
        ("heading", "", "# Harvest"),
        ("list", "", "- Peas"),
        ("list", "", "- Beans of all kinds"),
        ("paragraph", "", "Grüße"),
        ("quote", "", "> Notes: Say hello"),
    ]
    assert (first.kind, first.label, second.label, second.text) == ("slide", "Harvest", "(hidden slide)", "- Outlook")
    assert [page.number for page in document.pages(2, reading())] == [2]


def test_one_that_came_with_a_mail_is_read_and_one_that_came_alone_is_for_an_office_program() -> None:
    mail = EmailMessage()
    mail["Subject"] = "Slides"
    mail.set_content("See there.")
    mail.add_attachment(show(), maintype="application", subtype="vnd.ms-powerpoint", filename="show.ppt")
    assert [(page.attachment, page.label) for page in pages_of(mail.as_bytes())][1:] == [
        ("show.ppt", "Harvest"),
        ("show.ppt", "(hidden slide)"),
    ]
    with pytest.raises(Unreadable) as refused:
        open_document(Source(show()))
    assert refused.value.office == "ppt"


def test_one_with_a_password_is_read_by_it() -> None:
    """By its words, alone or not: no office program is told the password."""
    data = show("hay sträwß")
    document = open_document(Source(data, "a.ppt", "hay sträwß"))
    first, second = document.pages(1, reading())
    assert (first.label, second.text, "> Notes: Say hello" in first.text) == ("Harvest", "- Outlook", True)
    for password, what in ((None, "This document is protected with a password."), ("x", "This password does not open")):
        for depth in (0, 1):
            with pytest.raises(Unreadable, match=what) as refused:
                open_document(Source(data, "a.ppt", password, depth=depth))
            assert (refused.value.reason, refused.value.office) == ("password", None)


@pytest.mark.timeout(60)
def test_objects_that_lie_over_each_other_are_not_deciphered_for_each_of_them() -> None:
    told, key = rc4_told("x")
    lock = record(0x2F14, told, version=0xF)
    huge = rc4(key(1), struct.pack("<HHI", 0xF, DOCUMENT, 1 << 30))
    stream = lock + huge.ljust(4 << 20, b"\0")
    runs = struct.pack("<II", _LOCK | 1 << 20, 0)
    runs += b"".join(struct.pack("<II", number | 1 << 20, len(lock)) for number in range(1, 4000) if number != _LOCK)
    edit = struct.pack("<6I", 0, 0, 0, len(stream), 1, 9) + bytes(4) + struct.pack("<I", _LOCK)
    directory = record(6002, runs)
    user = record(4086, struct.pack("<III", 20, 0xF3D1_C4DF, len(stream) + len(directory)) + bytes(20))
    data = compound({"PowerPoint Document": stream + directory + record(4085, edit), "Current User": user})
    with pytest.raises(Unreadable) as refused:
        open_document(Source(data, "a.ppt", "x"))
    assert refused.value.reason == "damaged"


def test_a_locked_or_broken_presentation_is_refused() -> None:
    for data, reason in (
        (presentation({1: holding(DOCUMENT)}, password="x", lock_kind=9), "damaged"),
        (compound({"PowerPoint Document": bytes(5000)}), "damaged"),
        (compound({"PowerPoint Document": bytes(5000), "Current User": b"\xff" * 40}), "damaged"),
    ):
        with pytest.raises(Unreadable) as refused:
            PptText(Source(data, depth=1))
        assert refused.value.reason == reason


def test_slides_that_are_missing_or_show_one_text_without_end_are_said() -> None:
    long = holding(4080, entry(2, 256), says(1, "x" * 50_000), entry(77, 257))
    above = record(3998, struct.pack("<I", 0))
    data = presentation({1: holding(DOCUMENT, long), 2: slide(*[box(0, 0, above)] * 1000)})
    first, second = PptText(Source(data, depth=1)).pages(1, reading())
    assert (first.outcome, second.outcome) == ("damaged", "damaged")
    assert len(first.text) <= 2_000_000


@pytest.mark.timeout(12)
def test_one_directory_that_many_savings_name_is_not_read_for_each_of_them() -> None:
    run = struct.pack("<I", 1 | 4095 << 20) + bytes(4 * 4095)
    stream = bytes(8) + record(6002, run * 25)
    before = 0
    for _ in range(5000):
        edit = len(stream)
        stream += record(4085, struct.pack("<6I", 0, 0, before, 8, 1, 9) + bytes(4))
        before = edit
    user = record(4086, struct.pack("<III", 20, 0xE391_C05F, before) + bytes(20))
    places, document, _ = present_objects(stream, user)
    assert (len(places), document) == (4095, 1)


def test_broken_records_end_the_reading_and_no_more() -> None:
    data = show()
    for at in range(600, len(data) - 4, 7):
        broken = data[:at] + b"\xff\xff\xff\xff" + data[at + 4 :]
        try:
            pages = list(PptText(Source(broken, depth=1)).pages(1, reading()))
        except Unreadable:
            continue
        assert len(pages) < 1000
