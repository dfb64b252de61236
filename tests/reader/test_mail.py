"""E-mail: headers, the best body, attachments read as files of their own, each with an outcome."""

from __future__ import annotations

import base64
import struct
import time
from email.message import EmailMessage

import pytest

from paddock.reader import tnef
from paddock.reader.document import LimitReached, Unreadable
from paddock.reader.protocol import Limits
from paddock.reader.smime import signed_content
from tests.reader.opening import blocks_of, pages_of, text_of

HEADERS = """From: Ada Lovelace <ada@example.org>
To: Alan <alan@example.org>, Grace <grace@example.org>
Date: Tue, 01 Oct 2024 12:34:56 +0000
Subject: Grüße"""
PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)


def letter(subject: str = "Grüße") -> EmailMessage:
    message = EmailMessage()
    message["From"] = "Ada Lovelace <ada@example.org>"
    message["To"] = "Alan <alan@example.org>, Grace <grace@example.org>"
    message["Date"] = "Tue, 01 Oct 2024 12:34:56 +0000"
    message["Subject"] = subject
    message.set_content("Hello Alan,\n\nsee the table.\n")
    return message


def test_headers_stand_above_the_body() -> None:
    [page] = pages_of(letter().as_bytes(), "a.eml")
    assert (page.kind, page.label, page.attachment) == ("part", "Grüße", "")
    assert blocks_of(page) == [
        (
            "paragraph",
            "header",
            HEADERS,
        ),
        ("paragraph", "¶ 1", "Hello Alan,"),
        ("paragraph", "¶ 2", "see the table."),
    ]


def test_the_better_form_of_the_body_is_taken() -> None:
    message = letter()
    message.add_alternative("<table><tr><th>a<th>b<tr><td>1<td>2</table><p>Hello Alan, see it", subtype="html")
    assert "| 1 | 2 |" in text_of(message.as_bytes(), "a.eml")
    assert "see the table." not in text_of(message.as_bytes(), "a.eml")
    message = letter()
    message.add_alternative("<img src='https://example.org/pixel'>", subtype="html")
    assert "see the table." in text_of(message.as_bytes(), "a.eml")


def test_attachments_are_read_in_their_places() -> None:
    message = letter()
    message.add_attachment("# One\n\nnote\n", subtype="markdown", filename="Notiz ä.md")
    message.add_attachment(b"name,age\nAda,36\nAlan,41\n", maintype="application", subtype="pdf", filename="x.csv")
    message.add_attachment(bytes(range(256)) * 8, maintype="application", subtype="octet-stream", filename="x.bin")
    message.add_attachment(b"", maintype="application", subtype="octet-stream", filename="void.bin")
    inner = letter("Inner")
    inner.add_attachment("deep text", filename="deep.txt")
    message.add_attachment(inner)
    pages = pages_of(message.as_bytes(), "a.eml")
    assert [(page.number, page.attachment, page.label, page.outcome) for page in pages] == [
        (1, "", "Grüße", "read"),
        (2, "Notiz ä.md", "One", "read"),
        (3, "x.csv", "", "read"),
        (4, "x.bin", "", "no_text"),
        (5, "void.bin", "", "empty"),
        (6, "Inner.eml", "Inner", "read"),
        (7, "Inner.eml › deep.txt", "", "read"),
    ]
    assert pages[3].detail
    assert pages_of(message.as_bytes(), "a.eml", first=6) == pages[5:]


def test_small_pictures_of_the_body_are_not_attachments() -> None:
    message = letter()
    message.add_alternative("<p>Hello Alan, see this <img src='cid:logo'>", subtype="html")
    [_, html] = list(message.iter_parts())
    assert isinstance(html, EmailMessage)
    html.add_related(PIXEL, "image", "png", cid="<logo>")
    assert len(pages_of(message.as_bytes(), "a.eml")) == 1


def test_letters_of_another_age_are_read() -> None:
    raw = (
        b"From: =?koi8-r?B?8NLJ18XU?= <a@example.org>\r\nTo: b@example.org\r\nSubject: =?utf-8?Q?Gr=C3=BC=C3=9Fe?="
        b" =?broken?=\r\nContent-Type: text/plain; charset=koi8-r\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
    ) + "Привет, как дела?\r\n".encode("koi8_r")
    assert text_of(raw, "a.eml").splitlines() == [
        "From: Привет <a@example.org>",
        "To: b@example.org",
        "Subject: Grüße =?broken?=",
        "",
        "Привет, как дела?",
    ]
    assert "Привет" in text_of(raw.replace(b"koi8-r\r\nContent-T", b"unicode_escape\r\nContent-T"), "a.eml")
    assert "Hello Alan" in text_of(letter().as_string().encode("utf-16"), "a.eml")


def test_headers_without_a_name_for_their_letters_are_read() -> None:
    head = b"From: a@example.org\r\nSubject: " + "会議のお知らせと資料について".encode("cp932")
    page = pages_of(head + b"\r\nContent-Type: text/plain\r\n\r\nx\r\n", "a.eml")[0]
    assert page.label == "会議のお知らせと資料について"
    head = b"From: a@example.org\r\nSubject: " + "Привет".encode("koi8-r")
    page = pages_of(head + b"\r\nContent-Type: text/plain; charset=koi8-r\r\n\r\nx\r\n", "a.eml")[0]
    assert page.label == "Привет"


def test_encrypted_parts_are_named_and_signatures_left_out() -> None:
    raw = b"From: a@example.org\nTo: b@example.org\nSubject: x\nContent-Type: "
    [_, locked] = pages_of(raw + b"multipart/encrypted; boundary=b\n\n--b\n\nx\n--b--\n", "a.eml")
    assert (locked.outcome, locked.attachment) == ("no_text", "encrypted message")
    assert "encrypted" in locked.detail
    signed = b"multipart/signed; boundary=b\n\n--b\n\nWords\n--b\nContent-Type: application/pgp-signature\n\nz\n--b--\n"
    assert [page.attachment for page in pages_of(raw + signed, "a.eml")] == [""]


def test_why_a_letter_did_not_arrive_is_told() -> None:
    mail = (
        b"From: a@b.c\nSubject: Undelivered\nContent-Type: multipart/report; boundary=b\n\n"
        b"--b\nContent-Type: text/plain\n\nSorry.\n--b\nContent-Type: message/delivery-status\n\n"
        b"Reporting-MTA: dns; mx.example.org\n\nFinal-Recipient: rfc822; bo@example.org\nDiagnostic-Code: smtp;\n"
        b" 550 No such user\n--b\nContent-Type: message/rfc822\n\nSubject: Hello\n\nAre you there?\n--b--\n"
    )
    report, returned = pages_of(mail)
    assert report.text.split("\n\n")[1:] == [
        "Sorry.",
        "Reporting-MTA: dns; mx.example.org",
        "Final-Recipient: rfc822; bo@example.org\nDiagnostic-Code: smtp; 550 No such user",
    ]
    assert returned.attachment == "Hello.eml"


def _ber(tag: int, *parts: bytes, endless: bool = False) -> bytes:
    inner = b"".join(parts)
    if endless:
        return bytes((tag, 0x80)) + inner + b"\0\0"
    return bytes((tag, 0x83)) + len(inner).to_bytes(3, "big") + inner


def _signed(content: bytes, *, endless: bool, kind: str = "2a864886f70d010702") -> bytes:
    """Return a signed message in its closed form, without certificates and signatures (RFC 5652, 5.1)."""
    octets = (
        _ber(0x24, _ber(0x04, content[:9]), _ber(0x04, content[9:]), endless=True) if endless else _ber(0x04, content)
    )
    held = _ber(
        0x30, _ber(0x06, bytes.fromhex("2a864886f70d010701")), _ber(0xA0, octets, endless=endless), endless=endless
    )
    signed = _ber(0x30, _ber(0x02, b"\1"), _ber(0x31), held, _ber(0x31), endless=endless)
    return _ber(0x30, _ber(0x06, bytes.fromhex(kind)), _ber(0xA0, signed, endless=endless), endless=endless)


@pytest.mark.parametrize("endless", [False, True])
def test_what_is_signed_in_a_closed_form_is_read(endless: bool) -> None:  # noqa: FBT001 - a parameter of the test
    body = _signed(b"Content-Type: text/plain\r\n\r\nThe words that were signed.\r\n", endless=endless)
    head = b"From: a@b.c\nSubject: Signed\nContent-Type: application/pkcs7-mime\nContent-Transfer-Encoding: base64\n\n"
    (page,) = pages_of(head + base64.encodebytes(body))
    assert page.text == "From: a@b.c\nSubject: Signed\n\nThe words that were signed."


@pytest.mark.timeout(12)
def test_what_is_signed_within_itself_without_end_is_opened_a_few_times() -> None:
    kind = b"Content-Type: application/pkcs7-mime\nContent-Transfer-Encoding: "
    content = b"Content-Type: text/plain\n\nThe innermost words"
    told = []
    for depth in range(2500):
        signed = _signed(content, endless=True)
        content = kind + b"binary\n\n" + signed
        if depth in {2, 2499}:
            mail = b"From: a@b.c\nSubject: S\n" + kind + b"base64\n\n" + base64.encodebytes(signed)
            told.append([(page.text, page.detail) for page in pages_of(mail)])
    head = "From: a@b.c\nSubject: S"
    assert told[0] == [(f"{head}\n\nThe innermost words", "")]
    assert told[1] == [(head, ""), ("", "It is nested too deeply.")]


def test_what_is_signed_and_broken_or_locked_is_named() -> None:
    whole = _signed(b"Content-Type: text/plain\r\n\r\nWords\r\n", endless=True)
    assert signed_content(_signed(b"x", endless=False, kind="2a864886f70d010703")) == b""
    assert signed_content(b"\x30\x80" * 100_000) == b""
    for end in range(len(whole)):
        assert len(signed_content(whole[:end])) <= len(whole)
    head = b"From: a@b.c\nSubject: S\nContent-Type: application/pkcs7-mime\nContent-Transfer-Encoding: base64\n\n"
    assert [page.detail for page in pages_of(head + base64.encodebytes(b"\x30\x03\x02\x01\x01"))] == [
        "",
        "It is encrypted.",
    ]


def test_a_mailbox_is_read_message_by_message() -> None:
    one = b"From ada@example.org Tue Oct  1 12:34:56 2024\n" + letter("One").as_bytes() + b"\n"
    pages = pages_of(one * 3, "all.mbox")
    assert [(page.number, page.attachment) for page in pages] == [(n, f"message {n}.eml") for n in (1, 2, 3)]


def test_messages_inside_messages_end_somewhere() -> None:
    message = letter("0")
    for depth in range(8):
        outer = letter(str(depth + 1))
        outer.add_attachment(message)
        message = outer
    pages = pages_of(message.as_bytes(), "a.eml")
    assert len(pages) == 7
    assert pages[-1].outcome == "cut"
    assert "5 deep" in pages[-1].detail


@pytest.mark.slow
def test_bombs_are_bounded() -> None:
    begin = time.process_time()
    head = b"From: a@example.org\nTo: b@example.org\nSubject: x\n"
    nested = b"".join(b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(1200))
    with pytest.raises(Unreadable, match="damaged"):
        pages_of(head + nested, "a.eml")
    with pytest.raises(Unreadable, match="parts"):
        pages_of(head + b"Content-Type: multipart/mixed; boundary=b\n\n" + b"--b\n\n\n" * 50_000, "a.eml")
    assert pages_of(head + b"Content-Type: text/plain" + b";a=b" * 30_000 + b"\n\nx", "a.eml")
    assert pages_of(head + b"Content-Type: text/plain" + b";\n a=b" * 30_000 + b"\n\nx", "a.eml")
    assert pages_of(head + b"X-A: " + b"=?" * 30_000 + b"\n\nx", "a.eml")
    assert time.process_time() - begin < 10


def test_more_parts_than_allowed_end_the_reading_in_a_sentence() -> None:
    message = letter()
    for number in range(10):
        message.add_attachment(f"text {number}", filename=f"{number}.txt")
    with pytest.raises(Unreadable, match="more than 5 parts"):
        pages_of(message.as_bytes(), "a.eml", Limits(parts=5))


def _attribute(number: int, data: bytes, level: int = 2) -> bytes:
    return struct.pack("<BII", level, number, len(data)) + data + struct.pack("<H", sum(data) & 0xFFFF)


def _winmail() -> bytes:
    """Return what Outlook packs a message into that it formats: here with two files, and a message."""
    name = "Bericht für März.txt\0".encode("utf-16-le")
    padded = name + bytes(-len(name) % 4)
    properties = (
        struct.pack("<I", 3)
        + struct.pack("<HHI", 0x0003, 0x0E21, 7)
        + struct.pack("<HH16sIIHxx", 0x001E, 0x8001, bytes(16), 1, 4, 65) + struct.pack("<II4s", 1, 2, b"x\0")
        + struct.pack("<HHII", 0x001F, 0x3707, 1, len(name)) + padded
    )  # fmt: skip
    message = struct.pack("<I", 1) + struct.pack("<HHII", 0x000D, 0x3701, 1, 16) + bytes(16)
    return (
        b"\x78\x9f\x3e\x22\1\0" + _attribute(0x69007, struct.pack("<II", 1252, 0), 1)
        + _attribute(0x2800C, "Grüße\0".encode("cp1252"), 1)
        + _attribute(0x69002, bytes(14)) + _attribute(0x18010, b"BERICH~1.TXT\0") + _attribute(0x6800F, b"All is well.")
        + _attribute(0x69005, properties)
        + _attribute(0x69002, bytes(14)) + _attribute(0x18010, b"b.csv\0") + _attribute(0x6800F, b"a,b\n1,2\n")
        + _attribute(0x69002, bytes(14)) + _attribute(0x18010, b"Inner\0") + _attribute(0x69005, message)
    )  # fmt: skip


def test_what_outlook_packs_into_a_file_of_its_own_is_read() -> None:
    mail = EmailMessage()
    mail["Subject"] = "Packed"
    mail.add_attachment(_winmail(), maintype="application", subtype="ms-tnef", filename="winmail.dat")
    pages = pages_of(bytes(mail), "a.eml")
    assert pages[0].text.endswith("Grüße")
    assert [(page.attachment, page.text) for page in pages[1:]] == [
        ("Bericht für März.txt", "All is well."),
        ("b.csv", "| a | b |\n| --- | --- |\n| 1 | 2 |"),
        ("Inner", ""),
    ]
    assert "not read" in pages[-1].detail
    for cut in range(0, len(_winmail()), 7):
        assert tnef.unpacked(_winmail()[:cut].ljust(cut, b"\xff"), 100) is None or cut >= 4
    with pytest.raises(LimitReached):
        tnef.unpacked(_winmail(), 1)
