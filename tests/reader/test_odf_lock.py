"""OpenDocument files locked with a password, part by part or as one, are read by it; their locks are bounded."""

from __future__ import annotations

import contextlib
import io
import random
import time
import zipfile

import pytest

from paddock.reader.document import LimitReached, Source, Unreadable
from paddock.reader.formats import open_document
from paddock.reader.markup import parse
from paddock.reader.odf_lock import OdfLock
from tests.reader.locking import locked_odf, locked_whole
from tests.reader.offices import LAUGHS, odf, packed
from tests.reader.opening import reading

_PASSWORD = "hay sträwß 🌾"
_WRITTEN_BY_LIBREOFFICE = (
    '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-ent'
    'ry manifest:full-path="content.xml" manifest:media-type="application/xml" manifest:size="0"><manifest:enc'
    'ryption-data manifest:checksum-type="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0#sha256-1k" manife'
    'st:checksum="m0+yTt1tHYgw4nI5gmPNvwJrlzksw1OHuZHcAkimKPk="><manifest:algorithm manifest:algorithm-name="h'
    'ttp://www.w3.org/2001/04/xmlenc#aes256-cbc" manifest:initialisation-vector="xpsQOoiVqmvgydzx0sjBxw=="/><m'
    'anifest:start-key-generation manifest:start-key-generation-name="http://www.w3.org/2000/09/xmldsig#sha256'
    '" manifest:key-size="32"/><manifest:key-derivation manifest:key-derivation-name="PBKDF2" manifest:key-siz'
    'e="32" manifest:iteration-count="100000" manifest:salt="+j8smEIFv5InUDcelAySXA=="/></manifest:encryption-'
    "data></manifest:file-entry></manifest:manifest>"
)
_TEXT = "<text:p>Behind a lock.</text:p>"
_NOISE = random.Random(7).randbytes(100_000).hex()
_LETTER = odf("text", _TEXT, f'<style:style style:name="{_NOISE}"/>')  # larger than what is unpacked at once


def _read(data: bytes, password: str | None = _PASSWORD) -> tuple[str, str]:
    document = open_document(Source(data, "a.odt", password))
    return document.title, "\n".join(page.text for page in document.pages(1, reading()))


def _refusal(data: bytes, password: str | None = _PASSWORD) -> Unreadable:
    with pytest.raises(Unreadable) as refused:
        open_document(Source(data, "a.odt", password))
    return refused.value


@pytest.mark.parametrize(
    "data",
    [
        locked_odf(_LETTER, _PASSWORD),
        locked_odf(_LETTER, _PASSWORD, blowfish=True),
        locked_odf(odf("text", _TEXT), _PASSWORD),
        locked_whole(_LETTER, _PASSWORD),
        locked_whole(_LETTER, _PASSWORD, deflated=True),
    ],
    ids=["AES", "Blowfish", "less than a checksum's length", "whole", "whole, packed again"],
)
def test_each_lock_opens_by_its_password_alone(data: bytes) -> None:
    assert _read(data) == ("A title", "Behind a lock.")
    none, wrong = _refusal(data, None), _refusal(data, "hay")
    assert (none.reason, none.what) == ("password", "This document is protected with a password.")
    assert (wrong.reason, wrong.what) == ("password", "This password does not open the document.")
    assert _PASSWORD not in str(none) + str(wrong)


def test_sheets_and_slides_are_read_too() -> None:
    row = "<table:table-row><table:table-cell><text:p>Sums</text:p></table:table-cell></table:table-row>"
    box = "<draw:frame><draw:text-box><text:p>Sums</text:p></draw:text-box></draw:frame>"
    for kind, body in (
        ("spreadsheet", f'<table:table table:name="One">{row}</table:table>'),
        ("presentation", f"<draw:page>{box}</draw:page>"),
    ):
        assert "Sums" in _read(locked_odf(odf(kind, body), "hay"), "hay")[1]


def test_a_part_that_libreoffice_locked_is_understood() -> None:
    """Made by LibreOffice 7.4: a part that holds nothing."""
    manifest = parse(_WRITTEN_BY_LIBREOFFICE.encode())
    locked = bytes.fromhex("18a011d004b83679664c0e518aaadef8")
    archive: dict[str, str | bytes] = {"content.xml": locked, "META-INF/manifest.xml": _WRITTEN_BY_LIBREOFFICE}
    data = packed({"mimetype": "application/vnd.oasis.opendocument.text", **archive}, zipfile.ZIP_STORED)
    assert OdfLock(manifest, Source(data))
    assert open_document(Source(data, "a.odt", "hay sträwß")).format == "odt"
    assert _refusal(data, "hay straw").reason == "password"


@pytest.mark.timeout(20)
def test_a_lock_that_asks_for_too_much_is_refused() -> None:
    begin = time.process_time()
    odd = locked_odf(_LETTER, _PASSWORD)
    manifest = packed_with(odd, b'iteration-count="1000"', b'iteration-count="1000000000"')
    assert _refusal(manifest).reason == "limit"
    assert _refusal(packed_with(odd, b'iteration-count="1000"', b'iteration-count="-1"')).reason == "damaged"
    assert _refusal(packed_with(odd, b'iteration-count="1000"', b'iteration-count=""')).reason == "damaged"
    for kibibytes, rounds in ((4 << 20, 1), (64, 1 << 30), (200_000, 20)):
        assert _refusal(locked_whole(_LETTER, _PASSWORD, kibibytes=kibibytes, rounds=rounds)).reason == "limit"
    too_small = packed_with(locked_whole(_LETTER, _PASSWORD), b'memory="64"', b'memory="1"')
    assert _refusal(too_small).reason == "damaged"
    assert time.process_time() - begin < 5


def test_many_parts_are_not_many_times_the_work(monkeypatch: pytest.MonkeyPatch) -> None:
    data = locked_odf(odf("text", _TEXT, parts={"styles.xml": "<x/>"}), _PASSWORD)
    assert _read(data)[1] == "Behind a lock."
    monkeypatch.setattr("paddock.reader.odf_lock._ROUNDS_TOGETHER", 2500)
    with pytest.raises(LimitReached):
        _read(data)


def packed_with(data: bytes, before: bytes, after: bytes) -> bytes:
    """Return a locked file with other words in its manifest."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    assert before in parts["META-INF/manifest.xml"]
    parts["META-INF/manifest.xml"] = parts["META-INF/manifest.xml"].replace(before, after)
    return packed(dict(parts), zipfile.ZIP_STORED)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b"PBKDF2", b"scrypt"),
        (b"aes256-cbc", b"rot13"),
        (b"#sha256", b"#md4"),
        (b'key-size="32"', b'key-size="999"'),
        (b'manifest:salt="AAEC', b'manifest:salt="!!!!'),
        (b"manifest:salt=", b"manifest:sugar="),
        (b'initialisation-vector="', b'initialisation-vector="AAAA'),
        (b'initialisation-vector="', 'initialisation-vector="ü'.encode()),
        (b"<manifest:key-derivation", b"<manifest:nothing"),
        (b"<manifest:algorithm", b"<manifest:nothing"),
        (b"content.xml", b"context.xml"),
        (b"<manifest:file-entry", b"<manifest:encrypted-key/><manifest:file-entry"),
    ],
)
def test_locks_that_make_no_sense_or_are_not_known_are_refused(before: bytes, after: bytes) -> None:
    refused = _refusal(packed_with(locked_odf(_LETTER, _PASSWORD), before, after))
    assert refused.reason in {"unsupported", "damaged"}
    assert refused.why


def test_entities_in_a_manifest_are_not_unfolded() -> None:
    locked = packed_with(locked_odf(_LETTER, _PASSWORD), b"<manifest:manifest", LAUGHS.encode() + b"<manifest:manifest")
    with pytest.raises(Unreadable, match="damaged"):
        _read(locked)


def test_sizes_that_are_lies_take_nothing_that_is_not_there() -> None:
    assert _refusal(locked_odf(_LETTER, _PASSWORD, size=1 << 30)).reason == "limit"
    with contextlib.suppress(Unreadable):
        assert _read(locked_odf(_LETTER, _PASSWORD, size=10))[1] == ""
    with pytest.raises(Unreadable, match="damaged"):
        _read(locked_odf(_LETTER, _PASSWORD, size=len(_NOISE) * 3))


def test_a_bomb_behind_a_lock_is_one_still() -> None:
    bomb = odf("text", "<text:p>" + "a" * (40 << 20) + "</text:p>")
    assert _refusal(locked_odf(bomb, _PASSWORD)).reason == "limit"
    assert _refusal(locked_whole(packed({"content.xml": bytes(40 << 20)}), _PASSWORD)).reason == "limit"


def test_what_is_locked_twice_is_not_opened_without_end() -> None:
    assert _refusal(locked_whole(locked_whole(_LETTER, _PASSWORD), _PASSWORD)).reason == "damaged"
    assert _refusal(locked_whole(b"no zip", _PASSWORD)).reason == "damaged"


def test_what_is_torn_never_fails_in_another_way() -> None:
    for whole in (locked_odf(odf("text", _TEXT), "x", rounds=2), locked_whole(odf("text", _TEXT), "x")):
        for at in range(0, len(whole), 17):
            for data in (whole[:at], whole[:at] + b"\xff\x00\xff" + whole[at + 3 :]):
                with contextlib.suppress(Unreadable, LimitReached):
                    list(open_document(Source(data, "a.odt", "x")).pages(1, reading()))
