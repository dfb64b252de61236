"""Outlook messages, made by hand after [MS-OXMSG]: people, body, attachments, messages inside messages."""

from __future__ import annotations

import datetime as dt
import struct
import time
from typing import Any

import pytest

from paddock.reader.compound import CompoundFile
from paddock.reader.document import Unreadable
from tests.reader.compounds import SECTOR, Tree, compound
from tests.reader.opening import pages_of, text_of

HTML = 0x1013_0102
PACKED = bytes.fromhex(
    "2d0000002b0000004c5a4675f1c5c7a703000a007263706731323542320af32068656c090020627705b06c647d0a800fa0"
)


def storage(header: int, values: dict[int, Any], members: Tree | None = None) -> Tree:
    """Return a storage of properties: texts and bytes as streams of their own, numbers in the table."""
    table = b"\0" * header
    tree: Tree = {}
    for tag, value in values.items():
        if isinstance(value, int):
            table += struct.pack("<IIQ", tag, 6, value)
        else:
            data = value.encode("utf-16-le") if isinstance(value, str) else value
            tree[f"__substg1.0_{tag:08X}"] = data
            table += struct.pack("<IIQ", tag, 6, len(data))
    return {"__properties_version1.0": table, **tree, **(members or {})}


def ticks(moment: dt.datetime) -> int:
    return int((moment - dt.datetime(1601, 1, 1, tzinfo=dt.UTC)).total_seconds()) * 10_000_000


def message(values: dict[int, Any], members: Tree | None = None, header: int = 32) -> Tree:
    basics = {
        0x0037_001F: "Grüße",
        0x0C1A_001F: "Ada",
        0x5D01_001F: "ada@example.org",
        0x0039_0040: ticks(dt.datetime(2024, 10, 1, 12, 34, tzinfo=dt.UTC)),
    }
    people = {
        f"__recip_version1.0_#{number:08X}": storage(8, {0x0C15_0003: kind, 0x3001_001F: name, 0x39FE_001F: address})
        for number, (kind, name, address) in enumerate([(1, "Alan", "alan@example.org"), (2, "Grace", "")])
    }
    return storage(header, basics | values, people | (members or {}))


def attachment(name: str, data: bytes, **more: Any) -> Tree:
    values = {0x3707_001F: name, 0x3701_0102: data} | {int(key[1:], 16): value for key, value in more.items()}
    return storage(8, values)


def test_a_signed_message_is_what_was_signed() -> None:
    signed = (
        b"Content-Type: multipart/signed; boundary=b\r\n\r\n--b\r\nContent-Type: multipart/mixed; boundary=c"
        b"\r\n\r\n--c\r\nContent-Type: text/plain\r\n\r\nSigned words\r\n--c\r\nContent-Type: text/plain\r\n"
        b"Content-Disposition: attachment; filename=note.txt\r\n\r\nA note\r\n--c--\r\n--b\r\n"
        b"Content-Type: application/pkcs7-signature; name=smime.p7s\r\n\r\nMIAG\r\n--b--\r\n"
    )
    members = {"__attach_version1.0_#00000000": attachment("smime.p7m", signed, x370E001F="multipart/signed")}
    pages = pages_of(compound(message({}, members)), "a.msg")
    assert [(page.attachment, page.text.split("\n\n")[-1]) for page in pages] == [
        ("", "Signed words"),
        ("note.txt", "A note"),
    ]
    shown = pages_of(compound(message({0x1000_001F: "As Outlook shows it"}, members)), "a.msg")
    assert shown[0].text.endswith("As Outlook shows it")
    assert "Signed words" not in shown[0].text


def test_a_message_with_attachments() -> None:
    inner = message({0x0037_001F: "Inner", 0x1000_001F: "Inside\r\n"}, header=24)
    members = {
        "__attach_version1.0_#00000000": attachment("note.txt", b"A note\n" * 1000),
        "__attach_version1.0_#00000001": attachment("logo.png", b"\x89PNG\r\n\x1a\n", x3712001F="cid1"),
        "__attach_version1.0_#00000002": storage(8, {0x3001_001F: "fwd"}, {"__substg1.0_3701000D": inner}),
        "__attach_version1.0_#00000003": storage(
            8, {0x3001_001F: "sheet"}, {"__substg1.0_3701000D": {"Workbook": b"x"}}
        ),
    }
    pages = pages_of(compound(message({0x1000_001F: "Hello Alan\r\n\r\nBye"}, members)), "a.msg")
    assert pages[0].text == (
        "From: Ada <ada@example.org>\nTo: Alan <alan@example.org>\nCc: Grace\nDate: 2024-10-01 12:34 UTC\n"
        "Subject: Grüße\n\nHello Alan\n\nBye"
    )
    assert [(page.attachment, page.label, page.outcome) for page in pages] == [
        ("", "Grüße", "read"),
        ("note.txt", "", "read"),
        ("fwd", "Inner", "read"),
        ("sheet", "", "no_text"),
    ]
    assert pages[2].text.endswith("Subject: Inner\n\nInside")


def test_the_body_in_each_of_its_forms() -> None:
    html = "<html><body><ul><li>Grüße<li>zwei</ul>".encode("cp1252")
    assert text_of(compound(message({HTML: html, 0x3FDE_0003: 1252})), "a.msg").endswith("- Grüße\n\n- zwei")
    assert text_of(compound(message({0x1009_0102: PACKED})), "a.msg").endswith("Subject: Grüße\n\nhello world")
    narrow = message({0x1000_001E: "Привет, как дела?".encode("cp1251"), 0x3FFD_0003: 1251})
    assert text_of(compound(narrow), "a.msg").endswith("Привет, как дела?")


def test_damaged_messages_end_in_a_sentence() -> None:
    whole = compound(message({0x1000_001F: "Hello " * 2000}))
    assert "Hello" in text_of(whole, "a.msg")
    assert text_of(whole[:-9000] + b"\0" * 4000 + whole[-5000:], "a.msg").startswith("From: Ada")
    with pytest.raises(Unreadable, match="damaged"):
        pages_of(whole[:-SECTOR], "a.msg")
    with pytest.raises(Unreadable):
        CompoundFile(whole[:100])


def test_chains_that_go_in_circles_end() -> None:
    begin = time.process_time()
    data = bytearray(compound({"__properties_version1.0": b"\0" * 32, "__substg1.0_1000001F": b"x" * 50_000}))
    fat = len(data) - SECTOR
    for sector in range(100):
        data[fat + sector * 4 : fat + sector * 4 + 4] = (sector // 2).to_bytes(4, "little")
    file = CompoundFile(bytes(data))
    assert len(file.stream("__substg1.0_1000001F")) <= 50_000
    siblings = bytearray(compound({"a": b"1", "b": b"2"}))
    entry = siblings.index("a\0".encode("utf-16-le"))
    siblings[entry + 68 : entry + 76] = struct.pack("<2I", 1, 1)
    assert CompoundFile(bytes(siblings)).stream("a") == b"1"
    assert time.process_time() - begin < 2


def test_an_endless_directory_of_tables_ends() -> None:
    data = bytearray(compound({"a": b"1"}))
    data[68:72] = (0).to_bytes(4, "little")  # the first sector is its own next table of tables
    assert CompoundFile(bytes(data)).stream("a") == b"1"
