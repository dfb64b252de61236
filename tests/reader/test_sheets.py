"""Sheets: numbers as a person sees them, tables with places, bounded pages, hidden sheets, bombs."""

from __future__ import annotations

import contextlib
import struct
from typing import TYPE_CHECKING

import pytest

from paddock.reader.compound import CompoundFile
from paddock.reader.document import Source, Unreadable
from paddock.reader.formats import open_document
from paddock.reader.grid import column_name, column_number
from paddock.reader.numbers import show_number
from paddock.reader.protocol import Limits
from paddock.reader.workbook_check import check_xls, records
from paddock.reader.xls_marks import XlsMarks
from paddock.reader.xls_words import XlsWordReader, XlsWords
from tests.reader.compounds import compound
from tests.reader.locking import rc4_told, stretched
from tests.reader.offices import DRAWING, LAUGHS, SHEETS, links, odf, xlsx
from tests.reader.opening import blocks_of, pages_of, reading, text_of

if TYPE_CHECKING:
    from collections.abc import Callable

_FORMATS = (
    f"<styleSheet {SHEETS}><numFmts><numFmt numFmtId='164' formatCode='#,##0.00\\ &quot;€&quot;'/></numFmts><cellXfs>"
    "<xf numFmtId='0'/><xf numFmtId='14'/><xf numFmtId='10'/><xf numFmtId='164'/></cellXfs></styleSheet>"
)


def _row(number: int, *cells: str) -> str:
    return f'<row r="{number}">{"".join(cells)}</row>'


def _text(place: str, text: str) -> str:
    return f'<c r="{place}" t="inlineStr"><is><t>{text}</t></is></c>'


def _number(place: str, value: float | str, style: int = 0) -> str:
    return f'<c r="{place}" s="{style}"><v>{value}</v></c>'


@pytest.mark.parametrize(
    ("value", "code", "shown"),
    [
        (45231, "yyyy-mm-dd", "2023-11-01"),
        (45231.604166667, "m/d/yy h:mm", "2023-11-01 14:30"),
        (45231, "mmm-yy", "2023-11"),
        (0.75, "h:mm AM/PM", "18:00"),
        (1.5, "[h]:mm:ss", "36:00:00"),
        (1, "yyyy-mm-dd", "1900-01-01"),
        (61, "yyyy-mm-dd", "1900-03-01"),
        (0.2567, "0.00%", "25.67%"),
        (-1234.5, "#,##0.00;(#,##0.00)", "(1,234.50)"),
        (-1234.5, "#,##0.00", "-1,234.50"),
        (1234.5, '"$"#,##0.00', "$1,234.50"),
        (1234.5, "[$€-407] #,##0.00", "€ 1,234.50"),
        (1234, '_-* #,##0.00\\ "€"_-;\\-* #,##0.00\\ "€"_-', "1,234.00 €"),
        (1_500_000, '0.0,,"M"', "1.5M"),
        (7, '0 "items"', "7 items"),
        (0, '0;-0;"none"', "none"),
        (5, "00000", "00005"),
        (1234.5, '_($* #,##0.00_);_($* (#,##0.00);_($* "-"??_);_(@_)', "$1,234.50"),
        (0, '_($* #,##0.00_);_($* (#,##0.00);_($* "-"??_);_(@_)', "$-"),
        (0, "#", "0"),
        (5551234567, "(000) 000-0000", "(555) 123-4567"),
        (123456789, r"000\-00\-0000", "123-45-6789"),
        (1234567, r"###\-####", "123-4567"),
        (42, r"000\-00\-0000", "000-00-0042"),
        (3.1, "0.##", "3.1"),
        (2.675, "0.00", "2.68"),
        (0.1 + 0.2, "General", "0.3"),
        (-0.001, "0.00", "0.00"),
        (1e20, "General", "1E+20"),
        (12345, "0.00E+00", "1.23E+04"),
        (1e300, "#,##0.00", "1E+300"),
        (-1, "yyyy", "-1"),
        (float("inf"), "0", "inf"),
    ],
)
def test_numbers_are_shown_as_their_formats_say(value: float, code: str, shown: str) -> None:
    assert show_number(value, code) == shown


def test_dates_may_count_from_1904() -> None:
    assert show_number(0, "yyyy-mm-dd", since_1904=True) == "1904-01-01"


def test_columns_have_letters() -> None:
    assert [column_name(number) for number in (0, 25, 26, 701, 702, 16_383)] == ["A", "Z", "AA", "ZZ", "AAA", "XFD"]
    assert all(column_number(column_name(number)) == number for number in range(0, 17_000, 37))


def test_cells_of_every_type_are_shown() -> None:
    rows = _row(2, *(_text(f"{column}2", f"Head {column}") for column in "BCDEFG")) + _row(
        3,
        '<c r="B3" t="s"><v>0</v></c>',
        _number("C3", 45231, 1),
        _number("D3", 0.125, 2),
        _number("E3", 1234.5, 3),
        '<c r="F3" t="b"><v>1</v></c>',
        '<c r="G3" t="str"><f>A1</f><v>made</v></c>',
    )
    rows += _row(4, _text("B4", "x"), '<c r="C4" t="e"><v>#DIV/0!</v></c>', '<c r="D4"><f>SUM(A1:A2)</f></c>')
    shared = f"<sst {SHEETS}><si><r><t>sha</t></r><r><t>red_x0041_</t></r><rPh><t>no</t></rPh></si></sst>"
    data = xlsx({"Data": rows}, {"xl/sharedStrings.xml": shared, "xl/styles.xml": _FORMATS})
    [page] = pages_of(data)
    assert (page.kind, page.label, page.headings) == ("sheet", "Data", ("Data",))
    [(kind, place, text)] = blocks_of(page)
    assert (kind, place) == ("table", "B2:G4")
    assert text.splitlines()[2:] == [
        "| sharedA | 2023-11-01 | 12.50% | 1,234.50 € | TRUE | made |",
        "| x | #DIV/0! | =SUM(A1:A2) |  |  |  |",
    ]


def test_regions_titles_and_headers_are_told_apart() -> None:
    rows = (
        _row(1, _text("A1", "Sales of the year")) + _row(2, _text("A2", "Town"), _text("B2", "Sum"))
        + _row(3, _text("A3", "Ulm"), _number("B3", 5)) + _row(6, _text("A6", "A note"))
        + _row(9, _text("C9", "2023"), _text("D9", "2024"))
        + _row(11, _text("B11", "Bern"), _number("C11", 7), _number("D11", 8))
    )  # fmt: skip
    [page] = pages_of(xlsx({"S": rows}))
    assert [(kind, place) for kind, place, _ in blocks_of(page)] == [
        ("caption", "A1"), ("table", "A2:B3"), ("paragraph", "A6"), ("table", "B9:D11"),
    ]  # fmt: skip
    assert "|  | 2023 | 2024 |\n| --- | --- | --- |\n| Bern | 7 | 8 |" in page.text


def test_what_goes_on_below_a_gap_has_the_names_of_the_table_above_it() -> None:
    def row(number: int, *cells: str | int) -> str:
        return _row(
            number,
            *(
                _text(f"{chr(65 + at)}{number}", cell)
                if isinstance(cell, str)
                else _number(f"{chr(65 + at)}{number}", cell)
                for at, cell in enumerate(cells)
            ),
        )

    rows = row(1, "Town", "Beds", "Sum") + row(2, "Ulm", 1, 2) + row(3, "Bonn", 3, 4) + row(5, "Kiel", 5, 6)
    (page,) = pages_of(xlsx({"S": rows + row(7, 7, "Note") + row(8, 8, "More")}))
    assert [said for _, _, said in blocks_of(page)] == [
        "| Town | Beds | Sum |\n| --- | --- | --- |\n| Ulm | 1 | 2 |\n| Bonn | 3 | 4 |",
        "| Town | Beds | Sum |\n| --- | --- | --- |\n| Kiel | 5 | 6 |",
        "|  |  |\n| --- | --- |\n| 7 | Note |\n| 8 | More |",
    ]
    (page,) = pages_of(xlsx({"S": rows + row(20, "Far", 5, 6)}))
    assert page.text.endswith("|  |  |  |\n| --- | --- | --- |\n| Far | 5 | 6 |")


def test_names_of_columns_may_hold_a_figure_where_figures_stand_below_them() -> None:
    def table(*rows: tuple[str, ...]) -> str:
        return "".join(
            _row(number, *(_text(f"{chr(65 + at)}{number}", cell) for at, cell in enumerate(row)))
            for number, row in enumerate(rows, 1)
        )

    named = table(("Item", "Name", "Price", "12 pcs"), ("7", "Peas", "1.20", "9.00"), ("8", "Beans", "2.20", "9.50"))
    assert text_of(xlsx({"S": named})).startswith("| Item | Name | Price | 12 pcs |\n| --- |")
    people = table(("Ann", "Ulm", "Cook", "32"), ("Bo", "Bonn", "Smith", "41"), ("Cy", "Kiel", "Nurse", "29"))
    assert text_of(xlsx({"S": people})).startswith("|  |  |  |  |\n| --- |")


def test_merged_cells_name_every_row_and_column_that_they_stand_beside() -> None:
    rows = (
        _row(1, _text("A1", "Region"), _text("B1", "2022"), _text("D1", "2023"))
        + _row(2, _text("B2", "Spring"), _text("C2", "Autumn"), _text("D2", "Spring"), _text("E2", "Autumn"))
        + _row(3, _text("A3", "North"), *(_number(f"{column}3", 1) for column in "BCDE"))
        + _row(4, *(_number(f"{column}4", 2) for column in "BCDE"))
        + _row(5, '<c r="A5"/>') + _row(6, _text("A6", "South"), _number("B6", 3))
    )  # fmt: skip
    merged = "".join(f'<mergeCell ref="{place}"/>' for place in ("A1:A2", "B1:C1", "D1:E1", "A3:A5"))
    sheet = f"<worksheet {SHEETS}><sheetData>{rows}</sheetData><mergeCells>{merged}</mergeCells></worksheet>"
    [page] = pages_of(xlsx({"A": ""}, {"xl/worksheets/sheet1.xml": sheet}))
    assert page.text.splitlines()[:4] == [
        "| Region | 2022 Spring | 2022 Autumn | 2023 Spring | 2023 Autumn |",
        "| --- | --- | --- | --- | --- |",
        "| North | 1 | 1 | 1 | 1 |",
        "| North | 2 | 2 | 2 | 2 |",
    ]
    assert "A3" not in page.text


def test_hidden_rows_and_columns_are_read_and_said() -> None:
    rows = _row(1, _text("A1", "Name"), _text("C1", "Pay"))
    rows += "".join(f'<row r="{n}" hidden="1">{_text(f"A{n}", "x")}{_number(f"C{n}", n)}</row>' for n in (2, 3, 5))
    columns = '<cols><col min="1" max="1" width="9"/><col min="3" max="4" hidden="1"/></cols>'
    sheet = f"<worksheet {SHEETS}>{columns}<sheetData>{rows}</sheetData></worksheet>"
    text = text_of(xlsx({"A": ""}, {"xl/worksheets/sheet1.xml": sheet}))
    assert "| x | 3 |" in text
    assert text.endswith("> Hidden in this sheet: rows 2–3, 5 and columns C–D.")


def test_labels_merged_without_end_fill_no_sheet() -> None:
    head = _row(1, *(_text(f"{column_name(at)}1", "x") for at in range(2000)))
    rows = head + "".join(_row(number, _number("A" + str(number), 1)) for number in range(2, 400))
    merged = "".join(f'<mergeCell ref="{column_name(at)}1:{column_name(at)}400"/>' for at in range(2000))
    sheet = f"<worksheet {SHEETS}><sheetData>{rows}</sheetData><mergeCells>{merged}</mergeCells></worksheet>"
    pages = pages_of(xlsx({"A": ""}, {"xl/worksheets/sheet1.xml": sheet}))
    assert sum(len(page.text.replace(" ", "").replace("|", "").replace("-", "")) for page in pages) < 50_000


def test_marks_are_found_wherever_the_part_is_cut() -> None:
    """The part is looked through in pieces of a megabyte; a tag across their border counts once."""
    wide = "x" * ((1 << 20) - 700)
    for shift in range(0, 600, 37):
        rows = _row(1, _text("A1", wide + "y" * shift)) + _row(2, _text("A2", "Label"), _number("B2", 1))
        rows += _row(3, _number("B3", 2))
        sheet = f"<worksheet {SHEETS}><sheetData>{rows}</sheetData><mergeCells><mergeCell ref='A2:A3'/></mergeCells>"
        data = xlsx({"A": ""}, {"xl/worksheets/sheet1.xml": sheet + "</worksheet>"})
        assert "| Label | 2 |" in text_of(data)


def test_notes_below_a_table_are_lines_and_no_table() -> None:
    notes = [f"({letter}) {'Words that explain a figure above. ' * 2}" for letter in "abcd"]
    rows = "".join(_row(number, _text(f"A{number}", note)) for number, note in enumerate(notes, 3))
    [page] = pages_of(xlsx({"A": rows}))
    assert blocks_of(page) == [("paragraph", "A3:A6", "\n".join(note.strip() for note in notes))]


def test_large_sheets_are_cut_with_their_header_above_each_part() -> None:
    rows = _row(1, _text("A1", "Name"), _text("B1", "Value")) + "".join(
        _row(number, _text(f"A{number}", f"n{number}"), _number(f"B{number}", number)) for number in range(2, 452)
    )
    data = xlsx({"Big": rows, "Small": _row(1, _text("A1", "end"))})
    pages = pages_of(data)
    assert [page.label for page in pages] == ["Big rows 1-200", "Big rows 201-400", "Big rows 401-451", "Small"]
    assert [page.blocks[0].place for page in pages[:3]] == ["A1:B200", "A201:B400", "A401:B451"]
    assert all(page.text.startswith("| Name | Value |\n| --- | --- |\n") for page in pages[:3])
    assert "| n451 | 451 |" in pages[2].text
    assert pages_of(data, first=3) == pages[2:]


def test_hidden_sheets_are_read_and_said_and_empty_ones_too() -> None:
    one, two = pages_of(xlsx({"Plain": "", "Quiet": _row(1, _text("A1", "x"))}, states={"Quiet": "veryHidden"}))
    assert (one.outcome, one.label) == ("empty", "Plain")
    assert (two.text, two.label) == ("x", "Quiet (hidden sheet)")


def test_comments_and_drawings_stand_below_the_rows() -> None:
    parts = {
        "xl/worksheets/_rels/sheet1.xml.rels": links(
            ("comments", "../comments1.xml"), ("drawing", "../drawings/d.xml")
        ),
        "xl/comments1.xml": f"<comments {SHEETS}><authors><author>Ann</author></authors><commentList>"
        '<comment ref="B3" authorId="0"><text><r><t>Check </t></r><r><t>this</t></r></text></comment>'
        "</commentList></comments>",
        "xl/drawings/d.xml": f"<d {DRAWING}><txBody><a:p><a:r><a:t>In a box</a:t></a:r></a:p></txBody></d>",
    }
    assert (
        text_of(xlsx({"S": _row(1, _text("A1", "x"))}, parts))
        == "x\n\n> Comment on B3 (Ann): Check this\n\n> Text: In a box"
    )


def test_what_is_printed_on_each_page_is_said_once_without_what_lays_it_out() -> None:
    head = '&amp;L&amp;"Arial,Bold"&amp;14Profit &amp;&amp; Loss&amp;RCompany &amp;K0000FFAG'
    sheet = _row(1, _text("A1", "x"))
    data = xlsx({"S": sheet})
    printed = f"</sheetData><headerFooter><oddHeader>{head}</oddHeader><evenHeader>{head}</evenHeader>"
    printed += "<oddFooter>&amp;CPage &amp;P of &amp;N</oddFooter></headerFooter></worksheet>"
    part = f"<worksheet {SHEETS}><sheetData>{sheet}{printed}"
    assert text_of(xlsx({"S": sheet}, {"xl/worksheets/sheet1.xml": part})) == (
        "x\n\n> Printed on each page: Profit & Loss – Company AG"
    )
    assert text_of(data) == "x"


def test_comments_stand_below_the_table_that_they_speak_of_and_name_who_said_them() -> None:
    talk = (
        '<ThreadedComments xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments">'
        '<threadedComment ref="B2" personId="{1}"><text>Sure?</text></threadedComment>'
        '<threadedComment ref="A1" personId="{2}"><text>Old</text></threadedComment></ThreadedComments>'
    )
    parts = {
        "xl/_rels/workbook.xml.rels": links(("worksheet", "worksheets/sheet1.xml"), ("person", "persons/person.xml")),
        "xl/persons/person.xml": '<personList><person displayName="Ann" id="{1}"/><person displayName="Bo" id="{2}"/>'
        "</personList>",
        "xl/worksheets/_rels/sheet1.xml.rels": links(("threadedComment", "../t.xml"), ("comments", "../c.xml")),
        "xl/t.xml": talk,
        "xl/c.xml": f'<comments {SHEETS}><commentList><comment ref="B2"><text><t>[Threaded]</t></text></comment>'
        "</commentList></comments>",
    }
    rows = _row(1, _text("A1", "x"), _number("B1", 1)) + _row(2, _text("A2", "y"), _number("B2", 2))
    (page,) = pages_of(xlsx({"S": rows + _row(9, _number("A9", 3), _number("B9", 4))}, parts))
    assert [(kind, place) for kind, place, _ in blocks_of(page)] == [
        ("table", "A1:B2"), ("quote", "A1"), ("quote", "B2"), ("table", "A9:B9")
    ]  # fmt: skip
    assert "Comment on A1 (Bo): Old" in page.text
    assert "Comment on B2 (Ann): Sure?" in page.text
    assert "Threaded" not in page.text


def test_comments_that_a_sheet_names_again_and_again_are_said_once() -> None:
    comment = '<comment ref="A1"><text><t>Check</t></text></comment>'
    parts = {
        "xl/comments1.xml": f"<comments {SHEETS}><commentList>{comment}</commentList></comments>",
        "xl/worksheets/_rels/sheet1.xml.rels": links(*[("comments", "../comments1.xml")] * 500),
    }
    assert text_of(xlsx({"S": _row(1, _text("A1", "x"))}, parts)) == "x\n\n> Comment on A1: Check"


def test_a_damaged_sheet_is_said_and_the_next_one_read() -> None:
    good = _row(1, _text("A1", "x"))
    broken = f"<worksheet {SHEETS}><sheetData>{good}<row r='2'><c"
    first, second = pages_of(xlsx({"One": good, "Two": good}, {"xl/worksheets/sheet1.xml": broken}))
    assert (first.outcome, first.text, bool(first.detail)) == ("damaged", "x", True)
    assert (second.outcome, second.text) == ("read", "x")


def test_sheets_made_to_overwhelm_take_no_more_than_they_hold() -> None:
    far = _row(1, _text("A1", "near")) + _row(1_048_576, _text("XFD1048576", "far")) + _row(3, _text("ZZZ3", "beyond"))
    [page] = pages_of(xlsx({"S": far}))
    assert [(place, text) for _, place, text in blocks_of(page)] == [("A1", "near"), ("XFD1048576", "far")]
    [strings] = pages_of(xlsx({"S": '<row><c t="s"><v>99999999999</v></c><c t="n"><v>1e999</v></c></row>'}))
    assert strings.text == "1e999"
    [bomb] = pages_of(xlsx({"S": ""}, {"xl/worksheets/sheet1.xml": f"{LAUGHS}<worksheet {SHEETS}>&j;</worksheet>"}))
    assert bomb.outcome == "damaged"
    with pytest.raises(Unreadable) as refused:
        open_document(Source(xlsx({"S": ""}, {"xl/media/a.bin": b"\0" * (20 << 20)})))
    assert refused.value.reason == "limit"


@pytest.mark.slow
def test_many_rows_come_page_by_page() -> None:
    rows = "".join(_row(n, *(_number(f"{column}{n}", n * 1.5, 2) for column in "ABCDEF")) for n in range(1, 30_001))
    document = open_document(Source(xlsx({"S": rows}, {"xl/styles.xml": _FORMATS})))
    pages = last = 0
    for page in document.pages(1, reading(Limits())):
        pages, last = pages + 1, len(page.text)
    assert pages == 150
    assert last < 25_000


# ---------------------------------------------------------------- OpenDocument


def _cells(*texts: str) -> str:
    return "".join(f"<table:table-cell><text:p>{text}</text:p></table:table-cell>" for text in texts)


def test_an_opendocument_sheet_shows_what_its_cells_show() -> None:
    rows = (
        '<table:table-row table:number-rows-repeated="2"><table:table-cell/></table:table-row>'
        f'<table:table-row><table:table-cell table:number-columns-repeated="2"/>{_cells("Town", "Share")}'
        "</table:table-row>"
        f'<table:table-row><table:table-cell table:number-columns-repeated="2"/>{_cells("Ulm")}'
        '<table:table-cell office:value-type="percentage" office:value="0.125"><office:annotation><dc:creator '
        'xmlns:dc="http://purl.org/dc/elements/1.1/">Ann</dc:creator><text:p>sure?</text:p></office:annotation>'
        "<text:p>12,5 %</text:p></table:table-cell></table:table-row>"
    )
    body = (
        f'<table:table table:name="One">{rows}</table:table>'
        f'<table:table table:name="Two" table:style-name="h"><table:table-row>{_cells("x")}</table:table-row>'
        "</table:table>"
    )
    style = (
        '<style:style style:name="h" style:family="table"><style:table-properties table:display="false"/></style:style>'
    )
    first, second = pages_of(odf("spreadsheet", body, style))
    assert blocks_of(first) == [
        ("table", "C3:D4", "| Town | Share |\n| --- | --- |\n| Ulm | 12,5 % |"),
        ("quote", "D4", "> Comment on D4 (Ann): sure?"),
    ]
    assert (second.label, second.text) == ("Two (hidden sheet)", "x")


def test_an_opendocument_sheet_says_what_is_merged_and_hidden() -> None:
    def cell(text: str, look: str = "") -> str:
        return f"<table:table-cell {look}>{f'<text:p>{text}</text:p>' if text else ''}</table:table-cell>"

    covered, down = "<table:covered-table-cell/>", "table:number-rows-spanned='2'"
    wide, unseen = "table:number-columns-spanned='2'", "table:visibility='filter'"
    rows = (
        f"{cell('Region', down)}{cell('2022', wide)}{covered}",
        f"{covered}{cell('Spring')}{cell('Autumn')}",
        f"{cell('North', down)}{cell('1')}{cell('2')}",
        f"{covered}{cell('3')}{cell('4')}",
    )
    inside = "".join(
        f"<table:table-row {unseen * (number == 3)}>{row}</table:table-row>" for number, row in enumerate(rows)
    )
    columns = '<table:table-column/><table:table-column table:visibility="collapse"/><table:table-column/>'
    data = odf("spreadsheet", f'<table:table table:name="A">{columns}{inside}</table:table>')
    assert text_of(data).splitlines() == [
        "| Region | 2022 Spring | 2022 Autumn |",
        "| --- | --- | --- |",
        "| North | 1 | 2 |",
        "| North | 3 | 4 |",
        "",
        "> Hidden in this sheet: row 4 and column B.",
    ]


def test_cells_that_repeat_without_end_are_shown_a_bounded_number_of_times() -> None:
    cell = '<table:table-cell table:number-columns-repeated="16384"><text:p>boom</text:p></table:table-cell>'
    row = f'<table:table-row table:number-rows-repeated="1048576">{cell}</table:table-row>'
    body = f'<table:table table:name="S">{row}</table:table>'
    pages = pages_of(odf("spreadsheet", body))
    assert pages[-1].outcome == "damaged"
    assert sum(page.text.count("boom") for page in pages) <= 200_000


def test_an_opendocument_sheet_cut_off_gives_what_is_left() -> None:
    rows = f"<table:table-row>{_cells('a', 'b')}</table:table-row>"
    data = odf("spreadsheet", f'<table:table table:name="S">{rows}</table:table><table:table><broken></table:table>')
    given = open_document(Source(data)).pages(1, reading())
    assert "| a | b |" in next(given).text
    with pytest.raises(Unreadable):
        list(given)


# ---------------------------------------------------------------- the old binary format


def _record(kind: int, data: bytes) -> bytes:
    return struct.pack("<HH", kind, len(data)) + data


@pytest.mark.parametrize(
    "record",
    [
        _record(0x0200, struct.pack("<IIHHH", 0, 0xFFFF_FFF0, 0, 0xFFFF, 0)),
        _record(0x00FC, struct.pack("<II", 1, 0x7FFF_FFFF)),
        _record(0x0203, struct.pack("<HHHd", 1, 9999, 0, 1.0)),
    ],
    ids=["dimensions", "texts", "a cell far out"],
)
def test_binary_workbooks_that_claim_too_much_are_refused(record: bytes) -> None:
    stream = _record(0x0809, bytes(16)) + record + _record(0x000A, b"")
    with pytest.raises(Unreadable) as refused:
        check_xls(compound({"Workbook": stream + bytes(5000)}))
    assert refused.value.reason == "limit"


def _xls() -> bytes:
    """Return a workbook of one sheet, with formats, cells merged, and a row and a column that are hidden."""

    def words(text: str) -> bytes:
        return struct.pack("<HB", len(text), 0) + text.encode("latin-1")

    looks = b"".join(_record(0x00E0, struct.pack("<HH16x", 0, number)) for number in (0, 10, 164))
    money = _record(0x041E, struct.pack("<H", 164) + words('"$"#,##0.00'))
    name = struct.pack("<BB", 1, 0) + b"A"
    begin, end = _record(0x0809, struct.pack("<HHHHII", 0x0600, 5, 0, 0, 0, 6)), _record(0x000A, b"")
    head = begin + money + looks
    place = len(head) + 4 + 6 + len(name) + len(end)
    cells = b"".join(
        _record(0x0203, struct.pack("<HHHd", row, column, look, value))
        for row, column, look, value in ((1, 1, 1, 0.125), (1, 2, 2, 1234.5), (2, 1, 0, 7.5))
    )
    labels = b"".join(
        _record(0x0204, struct.pack("<HHH", row, column, 0) + words(text))
        for row, column, text in ((0, 0, "Town"), (0, 1, "Share"), (0, 2, "Sum"), (1, 0, "Ulm"))
    )
    several = _record(0x00BD, struct.pack("<HHHIHIH", 3, 1, 1, (25 << 2) | 2, 2, (300 << 2) | 2, 2))
    sheet = (
        _record(0x0809, struct.pack("<HHHHII", 0x0600, 0x10, 0, 0, 0, 6))
        + _record(0x007D, struct.pack("<HHHHHH", 2, 2, 2000, 0, 1, 0))
        + _record(0x0200, struct.pack("<IIHHH", 0, 4, 0, 3, 0))
        + _record(0x0208, struct.pack("<HHHHHHHH", 2, 0, 3, 255, 0, 0, 0x20, 0))
        + labels + cells + several
        + _record(0x00E5, struct.pack("<H4H", 1, 1, 3, 0, 0)) + end
    )  # fmt: skip
    stream = head + _record(0x0085, struct.pack("<IH", place, 0) + name) + end + sheet
    return compound({"Workbook": stream.ljust(8000, b"\0")})


def test_a_binary_workbook_shows_its_numbers_and_says_what_it_hides() -> None:
    assert text_of(_xls()).splitlines() == [
        "| Town | Share | Sum |",
        "| --- | --- | --- |",
        "| Ulm | 12.50% | $1,234.50 |",
        "| Ulm | 7.5 |  |",
        "| Ulm | 2500.00% | $300.00 |",
        "",
        "> Hidden in this sheet: row 3 and column C.",
    ]


def _talking_xls() -> bytes:
    """Return a workbook with errors, a comment whose text comes in two stretches, and a box of text."""

    def box(kind: int, number: int, *stretches: str) -> bytes:
        length = sum(map(len, stretches))
        text = b"".join(_record(0x003C, b"\1" + stretch.encode("utf-16-le")) for stretch in stretches)
        return (
            _record(0x005D, struct.pack("<HHHH", 0x15, 0x12, kind, number) + bytes(14))
            + _record(0x01B6, struct.pack("<HHIHHHI", 0, 0, 0, 0, length, 16, 0))
            + text
            + _record(0x003C, bytes(16))
        )

    begin, end = _record(0x0809, struct.pack("<HHHHII", 0x0600, 5, 0, 0, 0, 6)), _record(0x000A, b"")
    name = struct.pack("<BB", 1, 0) + b"A"
    place = len(begin) + 4 + 6 + len(name) + len(end)
    sheet = (
        _record(0x0809, struct.pack("<HHHHII", 0x0600, 0x10, 0, 0, 0, 6))
        + _record(0x0200, struct.pack("<IIHHH", 0, 2, 0, 3, 0))
        + _record(0x0006, struct.pack("<HHHBBBBHHHIH", 0, 0, 0, 2, 0, 0x07, 0, 0, 0xFFFF, 0, 0, 0))
        + _record(0x0205, struct.pack("<HHHBB", 0, 1, 0, 0x2A, 1))
        + _record(0x0205, struct.pack("<HHHBB", 0, 2, 0, 1, 0))
        + _record(0x0203, struct.pack("<HHHd", 1, 0, 0, 7.5))
        + _record(0x0014, struct.pack("<HB", 14, 0) + b"&CPlan &K000000")
        + box(0x19, 1, "Ann:\nIs this ", "right?") + box(6, 2, "Grüße")
        + _record(0x001C, struct.pack("<HHHHHB", 1, 0, 0, 1, 3, 0) + b"Ann\0") + end
    )  # fmt: skip
    stream = begin + _record(0x0085, struct.pack("<IH", place, 0) + name) + end + sheet
    return compound({"Workbook": stream.ljust(8000, b"\0")})


def test_a_binary_workbook_shows_its_errors_comments_and_boxes() -> None:
    (page,) = pages_of(_talking_xls())
    assert [(place, said) for _, place, said in blocks_of(page)] == [
        ("A1:C2", "|  |  |  |\n| --- | --- | --- |\n| #DIV/0! | #N/A | TRUE |\n| 7.5 |  |  |"),
        ("A2", "> Comment on A2 (Ann): Is this right?"),
        ("", "> Printed on each page: Plan"),
        ("", "> Text: Grüße"),
    ]


def test_words_of_a_binary_workbook_are_bounded_by_what_it_holds() -> None:
    reader, words = XlsWordReader(), XlsWords()
    for kind in (0x0006, 0x0205, 0x001C, 0x005D, 0x01B6, 0x003C):
        for size in range(20):
            reader.take(words, kind, memoryview(b"\xff" * size))
    assert len(words.errors) + len(words.notes) + sum(map(len, words.texts.values())) < 100


@pytest.mark.timeout(12)
def test_a_text_in_many_stretches_is_put_together_once() -> None:
    reader, words = XlsWordReader(), XlsWords()
    reader.take(words, 0x005D, memoryview(struct.pack("<6xH", 1)))
    stretch = memoryview(b"\0" + b"a" * 8000)
    for number in range(6000):
        if number % 8 == 0:
            reader.take(words, 0x01B6, memoryview(struct.pack("<10xH", 64_000)))
        reader.take(words, 0x003C, stretch)
    note = struct.pack("<HH2xHH", 0, 0, 1, 1) + b"\0A"
    for _ in range(1000):
        reader.take(words, 0x001C, memoryview(note))
    told = [len(text) for *_, text in words.remarks()]
    assert told == [48_000_000] + [0] * 999


def _locked(told: bytes, key: Callable[[int], bytes], *, length: int = 8000) -> bytes:
    """Return the workbook of above, locked record by record."""
    plain = CompoundFile(_xls()).stream("Workbook")
    lock = _record(0x002F, struct.pack("<H", 1) + told)
    begin = next(end for _, _, end in records(plain))
    stream = bytearray(plain[:begin] + lock + plain[begin : -len(lock)])[:length]
    enciphered = bytearray(stretched(key, bytes(stream), 1024))
    for kind, start, end in records(bytes(stream)):
        if kind == 0x0085:  # the sheet stands further on by the length of the lock
            struct.pack_into("<I", stream, start, struct.unpack_from("<I", stream, start)[0] + len(lock))
        open_until = {0x0809: end, 0x002F: end, 0x0085: start + 4}.get(kind, start)
        enciphered[start - 4 : open_until] = stream[start - 4 : open_until]
    return compound({"Workbook": bytes(enciphered)})


@pytest.mark.parametrize(("crypto_api", "bits"), [(False, 128), (True, 128), (True, 40)])
@pytest.mark.parametrize("length", [8000, 3000])
def test_a_binary_workbook_with_a_password_is_read_by_it(*, crypto_api: bool, bits: int, length: int) -> None:
    data = _locked(*rc4_told("hay sträwß", crypto_api=crypto_api, bits=bits), length=length)
    document = open_document(Source(data, "a.xls", "hay sträwß"))
    assert [page.text for page in document.pages(1, reading())] == [text_of(_xls())]
    for password, what in ((None, "This document is protected with a password."), ("x", "This password does not open")):
        with pytest.raises(Unreadable, match=what) as refused:
            open_document(Source(data, "a.xls", password))
        assert (refused.value.reason, refused.value.office) == ("password", None)


def test_a_binary_workbook_that_is_only_kept_from_changes_opens_without_a_password() -> None:
    assert text_of(_locked(*rc4_told("VelvetSweatshop"))) == text_of(_xls())


def test_locks_of_binary_workbooks_that_are_torn_or_not_known_are_refused() -> None:
    for told, reason in ((b"", "unsupported"), (bytes(6), "unsupported"), (b"\1\0" + bytes(9), "damaged")):
        stream = _record(0x0809, bytes(16)) + _record(0x002F, told) + _record(0x0203, b"\xff" * 14)
        with pytest.raises(Unreadable) as refused:
            open_document(Source(compound({"Workbook": stream + bytes(5000)}), "a.xls", "x"))
        assert refused.value.reason == reason
        assert refused.value.why
    whole = _locked(*rc4_told("x"))
    for at in range(512, len(whole), 61):
        for data in (whole[:at], whole[:at] + b"\xff\x00\xff" + whole[at + 3 :]):
            with contextlib.suppress(Unreadable):
                list(open_document(Source(data, "a.xls", "x")).pages(1, reading()))


def test_what_no_block_of_memory_holds_is_left_to_an_office_program() -> None:
    cells = b"".join(
        _record(0x0203, struct.pack("<HHHd", row, column, 0, 1.0)) for row, column in ((0, 0), (65535, 255))
    )
    with pytest.raises(Unreadable) as refused:
        open_document(Source(compound({"Workbook": _record(0x0809, bytes(16)) + cells + bytes(5000)})))
    assert refused.value.office == "xls"
    with pytest.raises(Unreadable) as refused:
        open_document(Source(b"\x09\x04\x06\x00\x00\x00\x10\x00\x00\x00" + bytes(50)))
    assert refused.value.office == "xls"


def test_marks_of_a_binary_workbook_are_bounded_by_what_it_holds() -> None:
    stream = b"".join(
        _record(kind, data[:size])
        for kind, data in ((0x0085, bytes(8)), (0x0809, bytes(16)), (0x00E5, b"\xff" * 40), (0x00BD, b"\xff" * 40),
                           (0x041E, b"\xff" * 9), (0x00E0, bytes(20)), (0x0208, b"\xff" * 16), (0x007D, b"\xff" * 12))
        for size in range(len(data) + 1)
    )  # fmt: skip
    marks = XlsMarks(stream)
    assert all(len(sheet.looks) < 1000 for sheet in marks.sheets)


def test_a_damaged_binary_workbook_is_refused() -> None:
    with pytest.raises(Unreadable):
        open_document(Source(compound({"Workbook": bytes(8000)})))


@pytest.mark.parametrize("stream", ["WordDocument", "PowerPoint Document", "EncryptedPackage"])
def test_old_and_locked_files_say_what_to_do(stream: str) -> None:
    """No password is asked for: they are not locked with one, or not with one alone."""
    with pytest.raises(Unreadable) as refused:
        open_document(Source(compound({stream: bytes(8000)})))
    assert refused.value.reason == "unsupported"
    assert refused.value.next_step
