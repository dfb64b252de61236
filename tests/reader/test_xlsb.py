"""XLSB, the binary workbooks since 2007: numbers by their formats, errors, what is merged and hidden, broken ones."""

from __future__ import annotations

import contextlib
import io
import struct
import zipfile

import pytest

from paddock.reader.archive import Archive
from paddock.reader.document import LimitReached, Source, Unreadable
from paddock.reader.formats import open_document
from paddock.reader.protocol import Limits
from paddock.reader.xlsb_marks import XlsbMarks
from tests.reader.locking import agile
from tests.reader.offices import packed
from tests.reader.opening import blocks_of, pages_of, reading

_LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"


def _record(kind: int, data: bytes = b"") -> bytes:
    """Return a record; its kind and its length take seven bits of each byte."""
    head = bytes((kind,)) if kind < 0x80 else bytes((kind & 0x7F | 0x80, kind >> 7))
    size, length = len(data), b""
    while True:
        length += bytes((size & 0x7F | (0x80 if size > 0x7F else 0),))
        size >>= 7
        if not size:
            return head + length + data


def _wide(text: str) -> bytes:
    return struct.pack("<I", len(text)) + text.encode("utf-16-le")


def _row(number: int, *cells: bytes, hidden: bool = False) -> bytes:
    head = struct.pack("<IIHBBB", number, 0, 300, 0, 0x10 * hidden, 0) + struct.pack("<I", 0)
    return _record(0, head) + b"".join(cells)


def _text(column: int, text: str) -> bytes:
    return _record(6, struct.pack("<II", column, 0) + _wide(text))


def _number(column: int, value: float, look: int = 0) -> bytes:
    return _record(5, struct.pack("<IId", column, look, value))


def workbook(rows: bytes, *, before: bytes = b"", behind: bytes = b"") -> bytes:
    """Return a workbook of one sheet. Of its looks the second is a percentage, the third money, the fourth a date."""
    formats = _record(615, struct.pack("<I", 1)) + _record(44, struct.pack("<H", 164) + _wide('"$"#,##0.00'))
    formats += _record(616)
    looks = b"".join(_record(47, struct.pack("<HH12x", 0, number)) for number in (0, 10, 164, 14))
    # What styles are made from comes before, and in the same kind of record.
    styles = _record(626, struct.pack("<I", 1)) + _record(47, struct.pack("<HH12x", 0xFFFF, 9)) + _record(627)
    book = _record(131) + _record(153, bytes(12)) + _record(143)
    book += _record(156, struct.pack("<II", 0, 1) + _wide("rId1") + _wide("Sums")) + _record(144) + _record(132)
    sheet = _record(129) + _record(148, struct.pack("<4I", 0, 9, 0, 9)) + before
    sheet += _record(145) + rows + _record(146) + behind + _record(130)
    target = f'<Relationship Id="rId1" Type="{_LINKS}/worksheet" Target="worksheets/sheet1.bin"/>'
    return packed(
        {
            "[Content_Types].xml": "<Types/>",
            "xl/_rels/workbook.bin.rels": f'<Relationships xmlns="{_PACKAGE}">{target}</Relationships>',
            "xl/workbook.bin": book,
            "xl/styles.bin": _record(278)
            + formats
            + styles
            + _record(617, struct.pack("<I", 4))
            + looks
            + _record(618)
            + _record(279),
            "xl/worksheets/sheet1.bin": sheet,
        }
    )


_ROWS = (
    _row(0, _text(0, "Town"), _text(1, "Share"), _text(2, "Sum"), _text(3, "Day"))
    + _row(1, _text(0, "Ulm"), _number(1, 0.125, 1), _number(2, 1234.5, 2), _number(3, 45231, 3))
    + _row(2, _number(1, 7.5), _record(2, struct.pack("<III", 2, 2, (300 << 2) | 2)), hidden=True)
    + _row(
        3,
        _text(0, "Bonn"),
        _record(3, struct.pack("<IIB", 1, 0, 0x07)),
        _record(9, struct.pack("<IIdHIi", 2, 1, 0.5, 0, 0, 0)),
    )
)


def test_numbers_are_shown_by_their_formats_and_what_is_hidden_is_said() -> None:
    columns = _record(390) + _record(60, struct.pack("<IIIIH", 3, 3, 2000, 0, 1)) + _record(391)
    merged = _record(177, struct.pack("<I", 1)) + _record(176, struct.pack("<4I", 1, 2, 0, 0)) + _record(178)
    (page,) = pages_of(workbook(_ROWS, before=columns, behind=merged))
    assert page.label == "Sums"
    assert [text.splitlines() for _, _, text in blocks_of(page)] == [
        [
            "| Town | Share | Sum | Day |",
            "| --- | --- | --- | --- |",
            "| Ulm | 12.50% | $1,234.50 | 2023-11-01 |",
            "| Ulm | 7.5 | $300.00 |  |",
            "| Bonn | #DIV/0! | 50.00% |  |",
        ],
        ["> Hidden in this sheet: row 3 and column D."],
    ]


def test_one_with_a_password_is_read_by_it() -> None:
    document = open_document(Source(agile(workbook(_ROWS), "hay"), "a.xlsb", "hay"))
    assert document.format == "xlsb"
    assert "12.50%" in next(iter(document.pages(1, reading()))).text


def test_marks_that_reach_too_far_are_left_out() -> None:
    far = struct.pack("<4I", 1, 2, 0, 0xFFFF_FFFF)
    odd = _record(176, far) * 3 + _record(60, struct.pack("<IIIIH", 3, 0xFFFF_FFF0, 2000, 0, 1)) + _record(176, b"x")
    (page,) = pages_of(workbook(_ROWS, behind=odd))
    assert "Ulm" in page.text
    with pytest.raises(Unreadable) as refused:
        open_document(Source(workbook(_row(0, _number(0, 1)) + _row(1 << 20, _number(16_000, 1)))))
    assert refused.value.reason == "limit"


def test_what_is_torn_never_fails_in_another_way() -> None:
    with zipfile.ZipFile(io.BytesIO(workbook(_ROWS))) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    for name in ("xl/workbook.bin", "xl/styles.bin", "xl/worksheets/sheet1.bin", "xl/_rels/workbook.bin.rels"):
        whole = parts[name]
        for at in range(len(whole)):
            for data in (whole[:at], whole[:at] + b"\xff\x00\xff" + whole[at + 3 :]):
                marks = XlsbMarks(Archive(packed({**parts, name: data}, zipfile.ZIP_STORED), Limits()))
                assert len(marks.sheets) <= 2
    whole = workbook(_ROWS)
    for at in range(50, len(whole), len(whole) // 8):
        with contextlib.suppress(Unreadable, LimitReached):
            list(open_document(Source(whole[:at] + b"\xff\x00\xff" + whole[at + 3 :], "a.xlsb")).pages(1, reading()))
