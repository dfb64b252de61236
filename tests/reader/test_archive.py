"""Zips and XML with bounds: what is given, what is refused, and what of a damaged part is still had."""

from __future__ import annotations

import io
import random
import zipfile

import pytest

from paddock.reader.archive import Archive, resolve
from paddock.reader.document import LimitReached, Unreadable
from paddock.reader.markup import Markup, drop, parse
from paddock.reader.protocol import Limits
from tests.reader.offices import LAUGHS, packed

LIMITS = Limits(parts=100, part_bytes=40 << 20)


def test_members_are_found_whatever_their_case_and_slashes() -> None:
    archive = Archive(packed({"Word\\Document.XML": "text", "b": b"\0" * 100_000}), LIMITS)
    assert "word/document.xml" in archive
    assert archive.read("/WORD/document.xml") == b"text"
    assert archive.size("b") == 100_000
    member = archive.open("b")
    assert b"".join(iter(lambda: member.read(7001), b"")) == b"\0" * 100_000
    assert not member.damage


def test_stored_members_are_read_too() -> None:
    archive = Archive(packed({"a": b"x" * 300_000}, zipfile.ZIP_STORED), LIMITS)
    assert archive.read("a") == b"x" * 300_000


def test_links_stay_names_of_members() -> None:
    assert resolve("ppt/slides/slide1.xml", "../media/a.png") == "ppt/media/a.png"
    assert resolve("word/document.xml", "/word/styles.xml") == "word/styles.xml"
    archive = Archive(packed({"a": "x"}), LIMITS)
    assert resolve("a/b.xml", "../../../etc/passwd") not in archive


def test_too_many_members_are_refused() -> None:
    with pytest.raises(Unreadable) as refused:
        Archive(packed({str(number): "" for number in range(101)}), LIMITS)
    assert refused.value.reason == "limit"


def test_a_member_that_unpacks_to_far_more_is_refused() -> None:
    with pytest.raises(Unreadable) as refused:
        Archive(packed({"a": b"\0" * (20 << 20)}), LIMITS)
    assert refused.value.reason == "limit"


def test_a_member_over_the_limit_is_not_unpacked() -> None:
    archive = Archive(packed({"a": b"abcdefgh" * 1000}), Limits(parts=10, part_bytes=7999))
    with pytest.raises(LimitReached):
        archive.open("a")


def test_members_that_share_their_bytes_are_refused() -> None:
    data = bytearray(packed({"a": b"first" * 100, "b": b"second" * 100}))
    entry = data.rindex(b"PK\x01\x02")
    data[entry + 42 : entry + 46] = (0).to_bytes(4, "little")  # b begins where a does
    with pytest.raises(Unreadable) as refused:
        Archive(bytes(data), LIMITS)
    assert refused.value.reason == "limit"


def test_a_member_gives_no_more_than_it_declares() -> None:
    data = bytearray(packed({"a": b"x" * 5000}))
    entry = data.rindex(b"PK\x01\x02")
    data[entry + 24 : entry + 28] = (10).to_bytes(4, "little")
    member = Archive(bytes(data), LIMITS).open("a")
    assert member.read() == b"x" * 10
    assert member.damage


def test_a_damaged_member_gives_what_is_before_the_damage() -> None:
    text = "".join(f"{number} " for number in range(60_000)).encode()
    data = bytearray(packed({"a": text}))
    data[len(data) // 2 : len(data) // 2 + 64] = b"\xff" * 64
    member = Archive(bytes(data), LIMITS).open("a")
    given = member.read()
    assert member.damage
    assert given[:1000] == text[:1000]
    assert len(given) < len(text)


@pytest.mark.timeout(20)
@pytest.mark.parametrize("locked", [False, True])
def test_a_member_that_would_end_behind_the_file_ends_with_it(*, locked: bool) -> None:
    """Its own header tells of more beside its name than the directory does, so that it begins further on."""
    whole = bytearray(packed({"a": random.Random(7).randbytes(5000)}))
    whole[28:30] = (4000).to_bytes(2, "little")
    for data in (whole, whole[:28] + b"\xff\xff" + whole[30:]):
        archive = Archive(bytes(data), LIMITS)
        if locked:
            archive.unlock({"a": (5000, lambda: lambda piece: piece)})
        member = archive.open("a")
        assert len(member.read()) < 5000
        assert member.damage


def test_encrypted_members_are_refused() -> None:
    data = bytearray(packed({"a": "x"}))
    data[data.rindex(b"PK\x01\x02") + 8] |= 1
    with pytest.raises(Unreadable) as refused:
        Archive(bytes(data), LIMITS)
    assert refused.value.reason == "unsupported"


@pytest.mark.parametrize("cut", [1, 30, 200])
def test_a_zip_that_was_cut_off_is_damaged(cut: int) -> None:
    data = packed({"a": "x" * 1000, "b": "y"})
    with pytest.raises(Unreadable) as refused:
        Archive(data[:-cut] if cut < len(data) else b"PK", LIMITS)
    assert refused.value.reason == "damaged"


def _member(text: str) -> Markup:
    return Markup(Archive(packed({"a": text}), LIMITS).open("a"))


def test_billions_of_laughs_are_refused() -> None:
    with pytest.raises(Unreadable):
        parse(f"{LAUGHS}<l>&j;</l>".encode())
    markup = _member(f"{LAUGHS}<l><p>&j;</p></l>")
    assert [one.text for one in markup.pieces(("p",))] == []
    assert markup.damage


def test_no_entity_reaches_a_file_and_none_is_allowed() -> None:
    with pytest.raises(Unreadable):
        parse(b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]><a>&x;</a>')
    with pytest.raises(Unreadable):
        list(_member('<!DOCTYPE a [<!ENTITY x "y">]><a><p>&x;</p></a>').pieces(("p",)))


def test_broken_markup_is_read_as_far_as_it_goes() -> None:
    markup = _member("<a><p>1</p><p>2</p><p>3")
    assert [one.text for one in markup.pieces(("p",))][:2] == ["1", "2"]
    assert markup.damage


def test_endless_depth_ends() -> None:
    markup = _member("<a>" * 100_000)
    assert sum(1 for _ in markup.root().iter()) < 3000
    assert markup.damage


def test_pieces_that_are_dropped_leave_the_rest_whole() -> None:
    seen = []
    for one in _member("<a>" + "".join(f"<p><q>{number}</q></p>" for number in range(1000)) + "</a>").pieces(("p",)):
        seen.append(one[0].text)
        above = one.getparent()
        drop(one)
        assert above is not None
        assert above[0] is one
    assert seen == [str(number) for number in range(1000)]


def test_the_strict_vocabulary_is_the_usual_one() -> None:
    root = parse(b'<w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"/>')
    assert root.tag == "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}document"


def test_a_bomb_of_plain_bytes_is_no_zip() -> None:
    with pytest.raises(Unreadable):
        Archive(b"PK\x01\x02" * 50, LIMITS)
    with zipfile.ZipFile(io.BytesIO(packed({"a": "x"}))) as archive:
        assert archive.namelist() == ["a"]
