"""Office files locked with a password are read by it, and by no other; what their locks ask for is bounded."""

from __future__ import annotations

import contextlib
import io
import random
import struct
import time
import zipfile

import pytest

from paddock.reader.document import Source, Unreadable
from paddock.reader.formats import open_document
from tests.reader.compounds import compound
from tests.reader.locking import agile, standard
from tests.reader.offices import LAUGHS, docx, paragraph, pptx, shape, xlsx
from tests.reader.opening import reading

_PASSWORD = "hay sträwß 🌾"
_WRITTEN_BY_LIBREOFFICE = (
    "03000200240000008c00000024000000000000000e66000004800000800000001800000000000000000000004d0069006300"
    "72006f0073006f0066007400200045006e00680061006e006300650064002000520053004100200061006e00640020004100"
    "450053002000430072007900700074006f0067007200610070006800690063002000500072006f0076006900640065007200"
    "000010000000dca1ddfc0f6a5b36065225645784d3c585d308f87f8579b8f5e4774f6c015f9814000000a82d1c6e65265eed"
    "179f1f8926710281a9b8f847c7620668342c863fc80830b2"
)
# Larger than the stretches in which such a file is locked.
_LETTER = docx(paragraph("Behind a lock."), {"word/media/noise.bin": random.Random(7).randbytes(20_000)})


def _text(data: bytes, password: str | None = _PASSWORD) -> str:
    document = open_document(Source(data, "a.docx", password))
    return "\n".join(page.text for page in document.pages(1, reading()))


def _refusal(data: bytes, password: str | None = _PASSWORD, depth: int = 0) -> Unreadable:
    with pytest.raises(Unreadable) as refused:
        open_document(Source(data, "a.docx", password, depth=depth))
    return refused.value


@pytest.mark.parametrize(("name", "bits"), [("SHA512", 256), ("SHA384", 192), ("SHA256", 256), ("SHA1", 128)])
def test_the_lock_since_2010_opens(name: str, bits: int) -> None:
    data = agile(_LETTER, _PASSWORD, name=name, bits=bits)
    assert _text(data) == "Behind a lock."
    assert _refusal(data, "hay").reason == "password"


@pytest.mark.parametrize(("bits", "cipher"), [(128, 0x660E), (192, 0x660F), (256, 0x6610)])
def test_the_lock_of_2007_opens(bits: int, cipher: int) -> None:
    data = standard(_LETTER, _PASSWORD, bits=bits, cipher=cipher)
    assert _text(data) == "Behind a lock."
    assert _refusal(data, "hay").reason == "password"


def test_what_opens_is_read_as_what_it_is() -> None:
    cell = '<row r="1"><c r="A1" t="inlineStr"><is><t>Sums</t></is></c></row>'
    for data, kind in ((pptx([shape("Slide")]), "pptx"), (xlsx({"One": cell}), "xlsx")):
        document = open_document(Source(agile(data, "hay"), "wrong.docx", "hay"))
        assert document.format == kind
        assert [page.outcome for page in document.pages(1, reading())] == ["read"]


def test_the_password_is_asked_for_and_a_wrong_one_told_from_none() -> None:
    data = agile(_LETTER, _PASSWORD)
    none, wrong = _refusal(data, None), _refusal(data, "hay")
    assert (none.reason, none.what) == ("password", "This document is protected with a password.")
    assert (wrong.reason, wrong.what) == ("password", "This password does not open the document.")
    assert none.next_step == wrong.next_step == "Enter its password; it is used once and not kept."
    assert _PASSWORD not in str(none) + str(wrong)


def test_inside_another_file_nobody_is_asked() -> None:
    inner = _refusal(agile(_LETTER, _PASSWORD), None, depth=1)
    assert inner.reason == "password"
    assert "take it out" in inner.why


def test_what_excel_opens_without_asking_opens_here() -> None:
    assert "Behind a lock." in _text(agile(_LETTER, "VelvetSweatshop"), None)


def test_headers_that_libreoffice_wrote_are_understood() -> None:
    """Made by LibreOffice 7.4 with the password of above but for its last two characters."""
    info = bytes.fromhex(_WRITTEN_BY_LIBREOFFICE)
    data = compound({"EncryptionInfo": info, "EncryptedPackage": struct.pack("<Q", 16) + bytes(16)})
    assert _refusal(data, "hay sträwß").reason == "damaged", "the password fits, and nothing lies behind it"
    assert _refusal(data, "hay straw").reason == "password"


@pytest.mark.timeout(20)
def test_a_lock_that_asks_for_too_much_work_is_refused() -> None:
    info = (
        '<encryption xmlns:p="p"><keyData {how}/><p:encryptedKey spinCount="{rounds}" {how} '
        'encryptedVerifierHashInput="" encryptedVerifierHashValue="" encryptedKeyValue=""/></encryption>'
    )
    how = 'cipherAlgorithm="AES" cipherChaining="ChainingModeCBC" keyBits="256" hashAlgorithm="SHA512" saltValue="AAAA"'
    begin = time.process_time()
    for rounds in ("4294967295", "10000000", "5000001", "1e30"):
        refused = _refusal(agile(b"", "x", told=info.format(how=how, rounds=rounds)))
        assert (refused.reason, "times" in refused.why) == ("limit", True)
    assert _refusal(agile(b"", "x", told=info.format(how=how, rounds="-5"))).reason == "damaged"
    assert time.process_time() - begin < 2


@pytest.mark.parametrize(
    "told",
    [
        "no XML",
        "<encryption/>",
        f"{LAUGHS}<encryption>&j;</encryption>",
        '<encryption><keyData cipherAlgorithm="RC2"/><encryptedKey/></encryption>',
        '<encryption><keyData/><keyEncryptors><keyEncryptor uri="certificate"/></keyEncryptors></encryption>',
        '<encryption><keyData cipherAlgorithm="AES" cipherChaining="ChainingModeCFB"/><encryptedKey/></encryption>',
        '<encryption><keyData cipherAlgorithm="AES" cipherChaining="ChainingModeCBC"/><encryptedKey/></encryption>',
    ],
)
def test_locks_that_make_no_sense_or_are_not_known_are_refused(told: str) -> None:
    assert _refusal(agile(_LETTER, "x", told=told)).reason in {"damaged", "unsupported"}


def test_what_is_cut_off_or_torn_never_fails_in_another_way() -> None:
    for whole in (agile(_LETTER[:3000], "x"), standard(_LETTER[:3000], "x")):
        for at in range(0, len(whole), 211):
            for data in (whole[:at], whole[:at] + b"\xff\x00\xff" + whole[at + 3 :]):
                with contextlib.suppress(Unreadable):
                    open_document(Source(data, "a.docx", "x")).close()


def test_a_lock_for_certain_people_says_so() -> None:
    refused = _refusal(compound({"EncryptedPackage": bytes(5000), "\x06DataSpaces": {"Version": b"x"}}))
    assert refused.reason == "unsupported"
    assert refused.why
    assert _refusal(compound({"EncryptionInfo": struct.pack("<HHI", 3, 3, 0), "EncryptedPackage": bytes(99)})).why


def test_what_is_locked_twice_or_no_document_is_not_opened() -> None:
    for inner in (agile(_LETTER, "x"), b"just a text", b"%PDF-1.7", b""):
        assert _refusal(agile(inner, "x"), "x").reason == "damaged"


def test_a_bomb_behind_a_lock_is_one_still() -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", bytes(40 << 20))
    assert _refusal(agile(file.getvalue(), "x"), "x").reason == "limit"


def test_a_size_that_is_a_lie_takes_nothing_that_is_not_there() -> None:
    data = agile(_LETTER, _PASSWORD)
    assert data.count(struct.pack("<Q", len(_LETTER))) == 1
    lying = data.replace(struct.pack("<Q", len(_LETTER)), struct.pack("<Q", 1 << 60))
    assert _text(lying) == "Behind a lock."
