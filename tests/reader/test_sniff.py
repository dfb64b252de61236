"""What a file is, is told by its bytes."""

from __future__ import annotations

import io
import zipfile

import pytest

from paddock.reader.sniff import describe, sniff
from tests.reader.compounds import compound

MAIL = b"From: a@example.org\r\nTo: b@example.org\r\nSubject: Hello\r\n\r\nText\r\n"
CSV = b"name,age,town\nAda,36,London\nAlan,41,Wilmslow\nGrace,85,Arlington\n"


def zipped(*members: str, mimetype: str = "") -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        if mimetype:
            archive.writestr("mimetype", mimetype)
        for member in members:
            archive.writestr(member, "<x/>")
    return file.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "expected"),
    [
        ("a.txt", b"%PDF-1.7\n1 0 obj\n", "pdf"),
        ("a.bin", b"\r\nHTTP/1.1 200 OK\r\n\r\n%PDF-1.4\n1 0 obj\nendobj\n", "pdf"),
        ("lost.pdf", b"\x00\x01broken header\n1 0 obj\nendobj\nstartxref\n9\n", "pdf"),
        ("about.txt", b"A file that begins with %PDF-1.4 is a PDF file.\n", "text"),
        ("a.pdf", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "png"),
        ("a", b"\xff\xd8\xff\xe0\0\x10JFIF", "jpeg"),
        ("a", b"GIF89a\x01\0", "gif"),
        ("a", b"II*\0\x08\0\0\0", "tiff"),
        ("a", b"MM\0*\0\0\0\x08", "tiff"),
        ("a", b"RIFF\x10\0\0\0WEBPVP8 ", "webp"),
        ("a", b"BM\x46\0\0\0\0\0\0\0\x36\0\0\0\x28\0\0\0" + b"\0" * 40, "bmp"),
        ("a.txt", b"BM is short for bowel movement and for British Museum.", "text"),
        ("a.doc", b"{\\rtf1\\ansi Hello}", "rtf"),
        ("a.txt", b"<!DOCTYPE html><html><body>Hello</body></html>", "html"),
        ("a", b"\xef\xbb\xbf<!-- saved -->\n<html><p>Hello", "html"),
        ("a", "<html><p>Grüße</p></html>".encode("utf-16"), "html"),
        ("a.md", b"# Title\n\n<div>Hello</div>\n", "markdown"),
        ("a.md", b"<p align=center>Logo</p>\n\n# Title\n", "markdown"),
        ("a.jinja", b"<div>{{ name }}</div>", "code"),
        ("a.txt", MAIL, "eml"),
        ("a.eml", b"Received: from x\n\tby y\nSubject: Hello\n\nText", "eml"),
        ("a.txt", b"From: the window I saw the sea.\nIt was blue.\n", "text"),
        ("a", b"From a@b Thu Jan  1 00:00:00 2004\n" + MAIL.replace(b"\r", b"") + b"\n", "eml"),
        ("a", (b"From a@b Thu Jan  1 00:00:00 2004\n" + MAIL.replace(b"\r", b"") + b"\n") * 2, "mbox"),
        ("a.txt", b'{"a": [1, 2]}', "json"),
        ("a.txt", b'{"a": 1}\n{"a": 2}\n', "jsonl"),
        ("a.json", b"{ not json", "text"),
        ("a.csv", CSV, "csv"),
        ("a", CSV, "csv"),
        ("a.txt", CSV.replace(b",", b"\t"), "tsv"),
        ("a.txt", b"Dear Sir,\nI write, as agreed, to you.\nYours, A.\nB, C\n", "text"),
        ("a", b"# Title\n\n- one\n- two\n", "markdown"),
        ("a.py", b"import os\n", "code"),
        ("a", b"#!/bin/sh\necho\n", "code"),
        ("Makefile", b"all:\n\techo\n", "code"),
        ("a.xyz", b'<?xml version="1.0"?><a/>', "code"),
        ("a.docx", b"Just text.", "text"),
        ("a.txt", b"\x7fELF\x02\x01\x01" + bytes(range(256)) * 20, None),
        ("a.docx", zipped("[Content_Types].xml", "word/document.xml"), "docx"),
        ("a.zip", zipped("[Content_Types].xml", "word/document7.xml"), "docx"),
        ("a.doc", zipped("[Content_Types].xml", "xl/workbook.xml"), "xlsx"),
        ("a", zipped("[Content_Types].xml", "xl/workbook.bin"), "xlsb"),
        ("a", zipped("[Content_Types].xml", "ppt/presentation.xml"), "pptx"),
        ("a", b"junk" + zipped("[Content_Types].xml", "word/document.xml"), "docx"),
        ("a", zipped("[Content_Types].xml", "word/document.xml")[:-40], "docx"),
        ("a", zipped("content.xml", mimetype="application/vnd.oasis.opendocument.text"), "odt"),
        ("a", zipped("content.xml", mimetype="application/vnd.oasis.opendocument.spreadsheet"), "ods"),
        ("a", zipped("content.xml", mimetype="application/vnd.oasis.opendocument.presentation"), "odp"),
        ("a", zipped("OEBPS/a.xhtml", mimetype="application/epub+zip"), "epub"),
        ("a", zipped("META-INF/container.xml"), "epub"),
        ("a.docx", zipped("photo.jpg"), None),
        ("a.doc", compound({"WordDocument": b"x"}), "doc"),
        ("a.doc", compound({"Workbook": b"x"}), "xls"),
        ("a", compound({"PowerPoint Document": b"x"}), "ppt"),
        ("a", compound({"EncryptedPackage": b"x"}), "encrypted-office"),
        ("a", compound({"__properties_version1.0": b"x"}), "msg"),
        ("a", compound({"Something": b"x"}), None),
        ("a", compound({"WordDocument": b"x"})[:-512], "doc"),
        ("a", b"", None),
    ],
)
def test_content_decides(name: str, data: bytes, expected: str | None) -> None:
    assert sniff(name, data) == expected


def test_a_zip_with_a_million_names_is_looked_at_for_a_moment() -> None:
    entry = b"PK\x01\x02" + b"\0" * 24 + b"\x01\0" + b"\0" * 16 + b"a"
    directory = entry * 200_000
    end = b"PK\x05\x06" + b"\0" * 8 + len(directory).to_bytes(4, "little") + b"\0" * 6
    assert sniff("a.zip", b"PK\x03\x04" + directory + end) is None


def test_what_is_not_read_can_be_named() -> None:
    assert describe(zipped("photo.jpg")) == "a ZIP archive"
    assert describe(b"\0\0\0\x18ftypmp42") == "a video"
    assert describe(b"GGUF\x03") == "a model"
    assert not describe(b"nothing known")


def packed_anew(before: dict[str, str], mimetype: str, method: int = zipfile.ZIP_STORED) -> bytes:
    """Return an OpenDocument file as packing programs write it: its type neither first nor as it stands."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in before.items():
            archive.writestr(name, content)
        if mimetype:
            archive.writestr("mimetype", mimetype, method)
        archive.writestr("content.xml", "<x/>")
    return file.getvalue()


SHEETS = "application/vnd.oasis.opendocument.spreadsheet"
MANIFEST = (
    '<manifest:manifest><manifest:file-entry manifest:full-path="/" '
    'manifest:media-type="application/vnd.oasis.opendocument.text"/><manifest:file-entry '
    f'manifest:full-path="Object 1/" manifest:media-type="{SHEETS}"/></manifest:manifest>'
)


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_an_open_document_that_was_packed_anew_is_known_by_its_type_wherever_that_stands(method: int) -> None:
    noise = {f"Pictures/{number}.xml": f"{number}" * 40 for number in range(200)}
    assert sniff("a.zip", packed_anew(noise, SHEETS, method)) == "ods"
    assert sniff("a.zip", b"junk" + packed_anew(noise, SHEETS, method)) == "ods"


def test_an_open_document_without_a_type_is_known_by_what_its_manifest_says_of_the_whole() -> None:
    assert sniff("a", packed_anew({"META-INF/manifest.xml": MANIFEST}, "")) == "odt"
    assert sniff("a", packed_anew({"META-INF/manifest.xml": "<x/>"}, "application/zip")) is None
