"""Files inside Office documents are read behind them, each under its name."""

from __future__ import annotations

import struct

from tests.reader.compounds import compound
from tests.reader.offices import docx, links, paragraph, pptx, shape, xlsx
from tests.reader.opening import pages_of

TABLE = '<row r="1"><c r="A1" t="inlineStr"><is><t>Peas</t></is></c></row>'


def book(rows: str = TABLE) -> bytes:
    return xlsx({"Stock": rows})


def inside(data: bytes, name: str = "file") -> list[tuple[int, str, str]]:
    """Return (number, file, text) of each page that comes out of a file inside."""
    return [(page.number, page.attachment, page.text) for page in pages_of(data, name) if page.attachment]


def packed(name: str, data: bytes) -> bytes:
    """Return a packager's stream ([MS-OLEDS] 2.3.6)."""
    path = b"C:\\x\0"
    body = (
        b"\2\0" + name.encode() + b"\0C:\\old\\" + name.encode() + b"\0" + struct.pack("<HHI", 0, 3, len(path)) + path
    )
    body += struct.pack("<I", len(data)) + data + b"behind"
    return struct.pack("<I", len(body)) + body


def test_a_workbook_in_a_document_is_read_behind_it_but_not_the_one_behind_a_chart() -> None:
    parts: dict[str, str | bytes] = {
        "word/embeddings/Sheet1.xlsx": book(),
        "word/charts/c.xml": "<c:chart xmlns:c='c'/>",
        "word/charts/_rels/c.xml.rels": links(("package", "../embeddings/Sheet2.xlsx")),
        "word/embeddings/Sheet2.xlsx": book(),
        "word/embeddings/drawing.vsdx": b"PK\x03\x04" + bytes(40),
        "word/embeddings/empty.xlsx": book(""),
    }
    targets = [
        ("package", f"embeddings/{name}") for name in ("Sheet1.xlsx", "Sheet1.xlsx", "drawing.vsdx", "empty.xlsx")
    ]
    data = docx(paragraph("Our stock"), parts, ("chart", "charts/c.xml"), *targets)
    assert [page.text for page in pages_of(data)] == ["Our stock", "Peas"]
    assert inside(data) == [(2, "Sheet1.xlsx", "Peas")]
    assert [page.number for page in pages_of(data, first=2)] == [2]


def test_what_an_old_object_wraps_is_unwrapped() -> None:
    note = b"As agreed by telephone.\n"
    objects = {
        "o1.bin": compound({"Package": book()}),
        "o2.bin": compound({"\x01Ole10Native": packed("note.txt", note)}),
        "o3.bin": compound({"Equation Native": bytes(90)}),
        "o4.bin": compound({"Workbook": bytes(9000), "\x01CompObj": b"MSGraph.Chart.8" + bytes(40)}),
        "o5.bin": compound({"\x01Ole10Native": b"\xff" * 40}),
        "o6.bin": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 broken",
    }
    parts: dict[str, str | bytes] = {f"word/embeddings/{name}": data for name, data in objects.items()}
    data = docx(paragraph("Letter"), parts, *(("oleObject", f"embeddings/{name}") for name in objects))
    assert inside(data) == [(2, "o1.bin", "Peas"), (3, "note.txt", "As agreed by telephone.")]


def test_slides_and_sheets_say_where_the_file_is() -> None:
    slides = pptx(
        [shape("One"), shape("Two")],
        {
            "ppt/slides/_rels/slide2.xml.rels": links(("package", "../embeddings/_Table.xlsx")),
            "ppt/embeddings/_Table.xlsx": book(),
        },
    )
    assert inside(slides) == [(3, "Table.xlsx (slide 2)", "Peas")]
    sheets = xlsx(
        {"Plan": TABLE},
        {
            "xl/worksheets/_rels/sheet1.xml.rels": links(("package", "../embeddings/Letter.docx")),
            "xl/embeddings/Letter.docx": docx(paragraph("Dear Ann")),
        },
    )
    assert inside(sheets) == [(2, "Letter.docx (sheet Plan)", "Dear Ann")]


def test_files_in_files_end_somewhere() -> None:
    data = docx(paragraph("Bottom"))
    for _ in range(9):
        data = docx(paragraph("Turtle"), {"word/embeddings/t.docx": data}, ("package", "embeddings/t.docx"))
    names = [name for _, name, _ in inside(data)]
    assert names[-1] == " › ".join(["t.docx"] * 5)
