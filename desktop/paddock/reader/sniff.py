"""What a file is, by its bytes: the name is heard only where the bytes could be several things."""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import Final

from paddock.reader.compound import MAGIC as COMPOUND_MAGIC
from paddock.reader.compound import CompoundFile
from paddock.reader.document import Unreadable
from paddock.reader.encoding import detect, is_binary
from paddock.reader.sniff_flat import flat_kind
from paddock.reader.sniff_text import sniff_text
from paddock.reader.sniff_zip import sniff_zip

_SAMPLE: Final = 1 << 20
# How far into a file a PDF's header may stand: as far as Acrobat looks (PDF 1.7, annex H, note 13).
_PDF_HEADER_WITHIN: Final = 1024
_PDF_INSIDE: Final = re.compile(rb"\bendobj\b|\bstartxref\b|\bxref\b|\bendstream\b|\d \d obj\b")
_BITMAP_HEADERS: Final = frozenset({12, 16, 40, 52, 56, 64, 108, 124})

_MAGIC: Final = (
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"\xff\xd8\xff", "jpeg"),
    (b"GIF87a", "gif"),
    (b"GIF89a", "gif"),
    (b"II*\0", "tiff"),
    (b"MM\0*", "tiff"),
    (b"II+\0", "tiff"),
    (b"MM\0+", "tiff"),
    (b"{\\rt", "rtf"),
    # The first record of a workbook of Excel 2, 3 and 4 (OpenOffice's Documentation of the Excel File Format, 5.8).
    (b"\x09\x00\x04\x00", "xls4"),
    (b"\x09\x02\x06\x00", "xls4"),
    (b"\x09\x04\x06\x00", "xls4"),
)
# Inside the root of a compound file ([MS-CFB]) what a program keeps there gives it away.
_COMPOUND: Final = (
    (("__properties_version1.0",), "msg"),
    (("EncryptedPackage",), "encrypted-office"),
    (("WordDocument",), "doc"),
    (("Workbook",), "xls"),
    (("Book",), "xls"),
    (("PowerPoint Document",), "ppt"),
)
_NAMED: Final = (
    (re.compile(rb"PK\x03\x04|PK\x05\x06|PK\x07\x08"), "a ZIP archive"),
    (
        re.compile(rb"\x1f\x8b|BZh[1-9]|\xfd7zXZ\0|7z\xbc\xaf\x27\x1c|Rar!|\x28\xb5\x2f\xfd|.{257}ustar", re.DOTALL),
        "an archive",
    ),
    (re.compile(rb"MZ|\x7fELF|\xcf\xfa\xed\xfe|\xca\xfe\xba\xbe|\xfe\xed\xfa"), "a program"),
    (re.compile(rb"ID3|\xff[\xf2-\xf7\xfa\xfb]|OggS|fLaC|RIFF....WAVE|.{4}ftypM4A", re.DOTALL), "a sound recording"),
    (
        re.compile(rb".{4}ftyphe[im]|.{4}ftypavif|.{4}ftypmif1|8BPS|\x00\x00[\x01\x02]\x00", re.DOTALL),
        "a picture of a kind",
    ),
    (re.compile(rb".{4}ftyp|\x1aE\xdf\xa3|RIFF....AVI |\x00\x00\x01[\xb3\xba]|FLV\x01", re.DOTALL), "a video"),
    (re.compile(rb"SQLite format 3\0"), "a database"),
    (re.compile(rb"%!PS"), "a PostScript file"),
    (re.compile(rb"\x00\x01\x00\x00|OTTO|true|wOF[F2]"), "a font"),
    (re.compile(rb"GGUF"), "a model"),
    (re.compile(rb"\x78\x9f\x3e\x22"), "an Outlook attachment in winmail.dat"),
    (re.compile(re.escape(COMPOUND_MAGIC)), "an old Office file of a kind"),
)


def sniff(untrusted_name: str, untrusted_data: bytes) -> str | None:
    """Return the format's short name, None where the bytes are none that is known.

    pdf docx xlsx xlsb pptx odt ods odp epub · doc xls xls4 ppt msg encrypted-office · rtf html eml mbox · png jpeg tiff
    gif webp bmp · json jsonl csv tsv markdown code text. A wrong extension changes nothing but which kind of plain text
    a text is taken for.
    """
    head = untrusted_data[:64]
    if head.startswith(COMPOUND_MAGIC):
        return _compound(untrusted_data)
    found = next((name for magic, name in _MAGIC if head.startswith(magic)), None) or _picture(head)
    if found is None and head.startswith(b"PK"):
        found = sniff_zip(untrusted_data)
    found = found or flat_kind(untrusted_data)
    if found is None and _is_pdf(untrusted_name, untrusted_data):
        found = "pdf"
    if found is None and untrusted_data and not is_binary(untrusted_data):
        sample = untrusted_data[:_SAMPLE]
        text = sample.decode(detect(sample), errors="replace").lstrip("\ufeff")
        return sniff_text(untrusted_name, text, whole=len(sample) == len(untrusted_data))
    return found or sniff_zip(untrusted_data)


def describe(untrusted_data: bytes) -> str:
    """Return what a file is that is not read, as in "a video"; empty where that is not known either."""
    head = untrusted_data[:512]
    return next((name for pattern, name in _NAMED if pattern.match(head)), "")


def _picture(head: bytes) -> str | None:
    if head.startswith(b"RIFF") and head[8:12] == b"WEBP":
        return "webp"
    if head.startswith(b"BM") and int.from_bytes(head[14:18], "little") in _BITMAP_HEADERS:
        return "bmp"
    return None


def _is_pdf(untrusted_name: str, untrusted_data: bytes) -> bool:
    at = untrusted_data.find(b"%PDF-", 0, _PDF_HEADER_WITHIN)
    if at >= 0 and not untrusted_data[:at].strip(b" \t\r\n\0\x0c\xef\xbb\xbf"):
        return True
    # A text may speak of "%PDF-", and a PDF may have lost its header: what stands inside decides.
    if at < 0 and PurePath(untrusted_name).suffix.lower() != ".pdf":
        return False
    return bool(_PDF_INSIDE.search(untrusted_data))


def _compound(untrusted_data: bytes) -> str | None:
    try:
        compound = CompoundFile(untrusted_data)
        return next((name for path, name in _COMPOUND if compound.has(*path)), None)
    except Unreadable:
        # Damaged: the names in its directory may still be found, to say of what kind the damaged file was.
        for path, name in _COMPOUND:
            if path[0].encode("utf-16-le") in untrusted_data:
                return name
    return None
