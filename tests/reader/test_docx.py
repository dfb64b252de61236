"""Word documents: what a reader of the document sees, in sections, with places."""

from __future__ import annotations

import random
import re
from typing import TYPE_CHECKING

import pytest
from lxml import etree

from paddock.reader.document import Source, Unreadable
from paddock.reader.docx_text import NoteNumbers, words
from paddock.reader.formats import open_document
from paddock.reader.protocol import Limits
from tests.reader.offices import DRAWING, LAUGHS, STYLES, WORD, docx, packed, paragraph
from tests.reader.opening import blocks_of, pages_of, reading, text_of

if TYPE_CHECKING:
    from paddock.reader.protocol import Page


def _each(data: bytes) -> list[Page]:
    return list(open_document(Source(data)).pages(1, reading()))


_STYLED = {"word/styles.xml": STYLES}
_LONG = "Words that fill a section well enough to stand alone. " * 10


def test_title_and_author_are_what_the_file_says() -> None:
    document = open_document(Source(docx(paragraph("x")), "a.docx"))
    assert (document.format, document.title, document.author) == ("docx", "A title", "A. Writer")


def test_headings_make_sections_and_paths() -> None:
    body = (
        paragraph("One", "H1") + paragraph(_LONG) + paragraph("Inner", "Own") + paragraph(_LONG)
        + paragraph("Two", "H1") + paragraph(_LONG)
    )  # fmt: skip
    pages = pages_of(docx(body, _STYLED, ("styles", "styles.xml")))
    assert [(page.label, page.headings) for page in pages] == [("One", ()), ("Inner", ("One",)), ("Two", ())]
    assert blocks_of(pages[1])[0] == ("heading", "¶ 3", "## Inner")
    assert pages[0].blocks[0].level == 1
    assert all(page.kind == "section" and page.outcome == "read" for page in pages)


def test_a_document_without_headings_is_cut_at_paragraphs() -> None:
    pages = pages_of(docx("".join(paragraph(f"{number} {_LONG}") for number in range(30))))
    assert len(pages) > 3
    assert all(len(page.text) <= 4000 for page in pages)
    assert pages[1].label.startswith("¶ ")
    assert re.findall(r"(?:^|\n)(\d+) Words", "\n".join(page.text for page in pages)) == [str(n) for n in range(30)]


def test_lists_are_counted_as_word_counts_them() -> None:
    levels = "".join(
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{pattern}"/></w:lvl>'
        for depth, (form, pattern) in enumerate((("decimal", "%1."), ("lowerLetter", "(%2)"), ("decimal", "%1.%3")))
    )
    numbering = (
        f'<w:numbering {WORD}><w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum>'
        '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum>'
        '<w:num w:numId="5"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="6"><w:abstractNumId w:val="1"/></w:num>'
        '<w:num w:numId="7"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="4"/>'
        "</w:lvlOverride></w:num></w:numbering>"
    )

    def item(text: str, depth: int, number: int = 5) -> str:
        return paragraph(text, "", f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>')

    body = (
        item("a", 0) + item("b", 1) + item("c", 1) + item("d", 2) + item("e", 0) + item("f", 1) + item("g", 0, 6)
        + item("h", 0, 7)
    )  # fmt: skip
    text = text_of(docx(body, {"word/numbering.xml": numbering}, ("numbering", "numbering.xml")))
    lines = [line.strip() for line in text.splitlines() if line]
    assert lines == ["1. a", "- (a) b", "- (b) c", "- 1.1 d", "2. e", "- (a) f", "- g", "4. h"]


def test_a_list_that_follows_a_style_is_numbered_as_the_style_says() -> None:
    level = '<w:lvl w:ilvl="0"><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl>'
    numbering = (
        f'<w:numbering {WORD}><w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="Own"/></w:abstractNum>'
        f'<w:abstractNum w:abstractNumId="1"><w:styleLink w:val="Own"/>{level}</w:abstractNum>'
        '<w:num w:numId="5"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    )
    items = "".join(paragraph(text, "", '<w:numPr><w:numId w:val="5"/></w:numPr>') for text in "ab")
    text = text_of(docx(items, {"word/numbering.xml": numbering}, ("numbering", "numbering.xml")))
    assert text.split("\n\n") == ["- I. a", "- II. b"]


def test_a_table_keeps_header_merged_cells_and_nested_tables() -> None:
    def cell(text: str, properties: str = "", more: str = "") -> str:
        return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraph(text)}{more}</w:tc>"

    wide, starts = '<w:gridSpan w:val="2"/>', '<w:vMerge w:val="restart"/>'
    inner = f"<w:tbl><w:tr>{cell('in1')}{cell('in2')}</w:tr><w:tr>{cell('in3')}{cell('in4')}</w:tr></w:tbl>"
    table = (
        f"<w:tbl><w:tr>{cell('Name')}{cell('Size', wide)}</w:tr>"
        f"<w:tr>{cell('a', starts)}{cell('1')}{cell('x|y', '', inner)}</w:tr>"
        f"<w:tr>{cell('', '<w:vMerge/>')}{cell('3')}{cell('4')}</w:tr>"
        f"<w:tr><w:trPr><w:del/></w:trPr>{cell('gone')}{cell('gone')}{cell('gone')}</w:tr></w:tbl>"
    )
    [page] = pages_of(docx(table))
    first, second = blocks_of(page)
    assert first[2].splitlines() == [
        "| Name | Size |  |", "| --- | --- | --- |", "| a | 1 | x\\|y |", "| a | 3 | 4 |",
    ]  # fmt: skip
    assert (first[0], first[1]) == ("table", "¶ 1")
    assert "| in3 | in4 |" in second[2]


def test_changes_count_as_accepted_and_hidden_text_is_not_seen() -> None:
    body = (
        "<w:p><w:r><w:t>kept </w:t></w:r><w:ins><w:r><w:t>added </w:t></w:r></w:ins>"
        "<w:del><w:r><w:delText>removed</w:delText></w:r></w:del><w:moveFrom><w:r><w:t>away</w:t></w:r></w:moveFrom>"
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r>"
        '<w:hyperlink r:id="x"><w:r><w:t>link</w:t></w:r></w:hyperlink>'
        "<w:r><w:tab/><w:t>tabbed</w:t><w:br/><w:t>below</w:t><w:noBreakHyphen/></w:r></w:p>"
        f"<w:sdt><w:sdtContent>{paragraph('in a control')}</w:sdtContent></w:sdt>"
    )
    assert text_of(docx(body)) == "kept added link\ttabbed\nbelow-\n\nin a control"


def test_a_paragraph_whose_end_was_deleted_goes_on_in_the_next_and_so_does_a_large_first_letter() -> None:
    deleted = '<w:rPr><w:del w:author="A"/></w:rPr>'
    body = (
        paragraph("One", properties=deleted) + "<w:p/>" + paragraph(" and two")
        + paragraph("O", properties='<w:framePr w:dropCap="drop"/>') + paragraph("nce upon a time")
        + paragraph("Alone", properties=deleted) + "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Cell</w:t></w:r></w:p></w:tc>"
        "</w:tr></w:tbl>" + paragraph("Last", properties=deleted)
    )  # fmt: skip
    assert text_of(docx(body)).split("\n\n") == ["One and two", "Once upon a time", "Alone", "Cell", "Last"]


@pytest.mark.timeout(12)
def test_the_size_of_a_drawing_is_looked_for_once_and_not_for_each_of_its_pictures() -> None:
    pictures = '<a:blip r:embed="p"/>' * 40_000
    drawing = f'<w:drawing {DRAWING}>{pictures}<wp:extent cx="7000000" cy="7000000"/></w:drawing>'
    found = words(etree.fromstring(f"<w:p {WORD}><w:r>{drawing}</w:r></w:p>"), NoteNumbers())
    assert found.scans == ["p"] * 40_000


@pytest.mark.timeout(20)
def test_paragraphs_that_go_on_without_end_are_put_together_once() -> None:
    chance = random.Random(1)
    deleted = '<w:rPr><w:del w:author="A"/></w:rPr>'
    body = "".join(paragraph(f" word {chance.randbytes(100).hex()}", properties=deleted) for _ in range(30_000))
    document = open_document(Source(docx(body + paragraph("end"))))
    assert sum(page.text.count("word") for page in document.pages(1, reading())) == 30_000


def test_a_note_is_no_part_of_a_paragraph_that_goes_on() -> None:
    deleted = '<w:pPr><w:rPr><w:del w:author="A"/></w:rPr></w:pPr>'
    note = (
        f'<w:footnotes {WORD}><w:footnote w:id="2"><w:p>{deleted}<w:r><w:t>A note</w:t></w:r></w:p></w:footnote>'
        "</w:footnotes>"
    )
    body = f'<w:p>{deleted}<w:r><w:t>One</w:t><w:footnoteReference w:id="2"/></w:r></w:p>' + paragraph(" and two")
    data = docx(body, {"word/footnotes.xml": note}, ("footnotes", "footnotes.xml"))
    assert text_of(data).split("\n\n") == ["[^1]: A note", "One[^1] and two"]


def test_of_a_field_only_its_result_is_seen() -> None:
    def sign(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    def run(text: str) -> str:
        return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'

    inner = sign("begin") + "<w:r><w:instrText>DATA</w:instrText></w:r>" + sign("separate") + run("inner") + sign("end")
    shown = sign("begin") + inner + sign("separate") + run("(Ann, 2001)") + sign("end")
    body = f"<w:p>{run('As ')}{shown}{run(' says')}</w:p>"
    body += f"<w:p>{sign('begin')}{run('open')}</w:p><w:p>{sign('end')}{run('shut')}</w:p>"
    assert text_of(docx(body)).split("\n\n") == ["As (Ann, 2001) says", "open", "shut"]


def test_notes_comments_boxes_and_pictures_stand_behind_their_paragraph() -> None:
    box = f"<wps:txbx><w:txbxContent>{paragraph('boxed')}</w:txbxContent></wps:txbx>"
    body = (
        '<w:p><w:r><w:t>text</w:t><w:footnoteReference w:id="2"/><w:endnoteReference w:id="3"/></w:r>'
        '<w:r><w:commentReference w:id="0"/></w:r><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>'
        f'<wp:inline><wp:docPr id="1" name="n" descr="a red fox"/>{box}</wp:inline></w:drawing></mc:Choice>'
        f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>" + paragraph("after")
    )
    parts = {
        "word/footnotes.xml": f'<w:footnotes {WORD}><w:footnote w:id="0" w:type="separator">{paragraph("-----")}'
        f'</w:footnote><w:footnote w:id="2">{paragraph("the note")}</w:footnote></w:footnotes>',
        "word/endnotes.xml": f'<w:endnotes {WORD}><w:endnote w:id="3">{paragraph("the end")}</w:endnote></w:endnotes>',
        "word/comments.xml": f'<w:comments {WORD}><w:comment w:id="0" w:author="Ann">{paragraph("why?")}</w:comment>'
        "</w:comments>",
    }
    kinds = ("footnotes", "endnotes", "comments")
    [page] = pages_of(docx(body, dict(parts), *((kind, f"{kind}.xml") for kind in kinds)))
    assert [text for _, _, text in blocks_of(page)] == [
        "text[^1][^e1]", "[Picture: a red fox]", "boxed", "[^1]: the note", "[^e1]: the end", "> Comment (Ann): why?",
        "after",
    ]  # fmt: skip


def test_headers_and_footers_stand_once_at_the_end() -> None:
    parts = {
        f"word/{kind}{number}.xml": f"<w:hdr {WORD}>{paragraph(text)}</w:hdr>"
        for kind, number, text in (("header", 1, "Contract 77"), ("header", 2, "Contract 77"), ("footer", 1, "12"))
    }
    targets = (("header", "header1.xml"), ("header", "header2.xml"), ("footer", "footer1.xml"))
    pages = pages_of(docx(paragraph("body"), dict(parts), *targets))
    assert [page.text for page in pages] == ["body", "# Headers and footers\n\nContract 77"]


def test_equations_and_charts_are_text() -> None:
    equation = (
        "<m:oMath><m:r><m:t>x=</m:t></m:r><m:f><m:num><m:r><m:t>a+1</m:t></m:r></m:num><m:den><m:r><m:t>b</m:t></m:r>"
        "</m:den></m:f><m:sSup><m:e><m:r><m:t>c</m:t></m:r></m:e><m:sup><m:r><m:t>2</m:t></m:r></m:sup></m:sSup>"
        "<m:rad><m:deg/><m:e><m:r><m:t>d</m:t></m:r></m:e></m:rad></m:oMath>"
    )
    chart = (
        f"<c:chartSpace {DRAWING}><c:chart><c:title><c:tx><c:rich><a:p><a:r><a:t>Sales</a:t></a:r></a:p></c:rich>"
        "</c:tx>"
        "</c:title><c:plotArea><c:barChart><c:ser><c:tx><c:strRef><c:strCache><c:pt idx='0'><c:v>North</c:v></c:pt>"
        "</c:strCache></c:strRef></c:tx><c:cat><c:strRef><c:strCache><c:pt idx='0'><c:v>May</c:v></c:pt></c:strCache>"
        "</c:strRef></c:cat><c:val><c:numRef><c:numCache><c:formatCode>0%</c:formatCode><c:pt idx='0'><c:v>0.25</c:v>"
        "</c:pt></c:numCache></c:numRef></c:val></c:ser></c:barChart></c:plotArea></c:chart></c:chartSpace>"
    )
    body = f"<w:p>{equation}<w:r><w:drawing><wp:inline><c:chart r:id='rId1'/></wp:inline></w:drawing></w:r></w:p>"
    text = text_of(docx(body, {"word/charts/chart1.xml": chart}, ("chart", "charts/chart1.xml")))
    assert text.startswith("x=(a+1)/bc^2√(d)")
    assert "[Chart: Sales]" in text
    assert "|  | North |\n| --- | --- |\n| May | 25% |" in text


def test_pages_as_last_laid_out_are_told() -> None:
    rendered = "<w:p><w:r><w:lastRenderedPageBreak/><w:t>second</w:t></w:r></w:p>"
    by_hand = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
    body = paragraph("first") + rendered + by_hand + rendered.replace("second", "third")
    [page] = pages_of(docx(body))
    assert [place for _, place, _ in blocks_of(page)] == ["¶ 1", "¶ 2, about page 2", "¶ 3, about page 3"]


def test_reading_can_begin_further_on() -> None:
    data = docx("".join(paragraph(f"{number} {_LONG}") for number in range(30)))
    assert pages_of(data, first=3) == pages_of(data)[2:]


def test_a_document_cut_off_inside_is_read_as_far_as_it_goes() -> None:
    whole = f"<w:document {WORD}><w:body>" + "".join(paragraph(f"{n} {_LONG}") for n in range(50))
    data = docx("", {"word/document.xml": whole[: len(whole) // 2]})
    with pytest.raises(Unreadable) as failure:
        _each(data)
    assert failure.value.reason == "damaged"
    given = open_document(Source(data)).pages(1, reading())
    assert next(given).text.startswith("0 Words")


@pytest.mark.parametrize(
    "body",
    [
        "<w:tbl><w:tr><w:tc>" * 300 + paragraph("deep") + "</w:tc></w:tr></w:tbl>" * 300,
        '<w:p><w:r><w:t>a</w:t><w:footnoteReference w:id="1"/></w:r></w:p>',
        "<w:p>" + '<w:r><w:br w:type="page"/></w:r>' * 50_000 + "</w:p>",
    ],
    ids=["tables in tables", "a note that cites itself", "page breaks"],
)
def test_documents_made_to_overwhelm_end_soon(body: str) -> None:
    itself = '<w:p><w:r><w:t>note</w:t><w:footnoteReference w:id="1"/></w:r></w:p>'
    notes = f'<w:footnotes {WORD}><w:footnote w:id="1">{itself}</w:footnote></w:footnotes>'
    document = open_document(Source(docx(body, {"word/footnotes.xml": notes}, ("footnotes", "footnotes.xml"))))
    try:
        text = "".join(page.text for page in document.pages(1, reading()))
    except Unreadable as failure:
        assert failure.reason == "damaged"  # noqa: PT017 - either end will do
    else:
        assert text.count("note") <= 1


def test_laughs_and_missing_documents_are_refused() -> None:
    bomb = docx(
        "", {"word/document.xml": f"{LAUGHS}<w:document {WORD}><w:body>{paragraph('&j;')}</w:body></w:document>"}
    )
    with pytest.raises(Unreadable):
        _each(bomb)
    with pytest.raises(Unreadable) as refused:
        open_document(Source(packed({"[Content_Types].xml": "<Types/>", "word/other.xml": "<a/>"})))
    assert refused.value.reason == "damaged"


def test_a_zip_bomb_in_a_document_is_refused() -> None:
    with pytest.raises(Unreadable) as refused:
        open_document(Source(docx(paragraph("x"), {"word/media/a.bin": b"\0" * (20 << 20)})))
    assert refused.value.reason == "limit"


def test_nothing_outside_is_asked_for() -> None:
    body = '<w:p><w:r><w:t>text</w:t><w:drawing><wp:inline><c:chart r:id="rId1"/></wp:inline></w:drawing></w:r></w:p>'
    assert text_of(docx(body, {}, ("chart", "https://example.org/chart.xml"))) == "text"


def test_more_parts_than_allowed_are_refused() -> None:
    with pytest.raises(Unreadable) as refused:
        open_document(Source(docx(paragraph("x")), limits=Limits(parts=2)))
    assert refused.value.reason == "limit"


def test_signs_of_symbol_fonts_are_characters() -> None:
    body = (
        '<w:p><w:r><w:t>p </w:t><w:sym w:font="Symbol" w:char="F0A3"/><w:t> 5 </w:t></w:r>'
        '<w:r><w:rPr><w:rFonts w:ascii="Symbol" w:hAnsi="Symbol"/></w:rPr><w:t>\uf06d</w:t></w:r>'
        '<w:r><w:t xml:space="preserve">m </w:t><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>'
        '<w:r><w:t xml:space="preserve"> yes</w:t><w:sym w:font="Logos" w:char="F041"/></w:r></w:p>'
    )
    assert text_of(docx(body)) == "p ≤ 5 μm ☑ yes"


def test_raised_figures_and_fields_of_forms_keep_their_meaning() -> None:
    def raised(text: str) -> str:
        return f'<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>{text}</w:t></w:r>'

    def field(inside: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="begin"><w:ffData>{inside}</w:ffData></w:fldChar></w:r>'

    power = f"<w:p><w:r><w:t>10</w:t></w:r>{raised('-')}{raised('6')}<w:r><w:t> m</w:t></w:r>{raised('2')}"
    entries = '<w:listEntry w:val="red"/><w:listEntry w:val="blue"/>'
    form = (
        field("<w:checkBox><w:default w:val='0'/><w:checked/></w:checkBox>") + "<w:r><w:t>ticked </w:t></w:r>"
        + field("<w:checkBox><w:default w:val='0'/></w:checkBox>") + "<w:r><w:t>open </w:t></w:r>"
        + field(f"<w:ddList><w:result w:val='1'/>{entries}</w:ddList>")
    )  # fmt: skip
    body = f"{power}<w:r><w:t>, the 1</w:t></w:r>{raised('st')}</w:p><w:p>{form}</w:p>"
    assert text_of(docx(body)).split("\n\n") == ["10^-6 m^2, the 1st", "☒ ticked ☐ open blue"]


def test_notes_have_the_numbers_that_a_reader_sees() -> None:
    body = "".join(
        f'<w:p><w:r><w:t>{text}</w:t><w:footnoteReference w:id="{name}"/></w:r></w:p>'
        for text, name in (("a", 7), ("b", 3))
    )
    notes = "".join(f'<w:footnote w:id="{name}">{paragraph(text)}</w:footnote>' for name, text in ((3, "B"), (7, "A")))
    part = {"word/footnotes.xml": f"<w:footnotes {WORD}>{notes}</w:footnotes>"}
    text = text_of(docx(body, dict(part), ("footnotes", "footnotes.xml")))
    assert text.split("\n\n") == ["a[^1]", "[^1]: A", "b[^2]", "[^2]: B"]


def test_a_head_of_several_rows_names_each_column_whole() -> None:
    def row(*cells: tuple[str, str], head: bool = False) -> str:
        inside = "".join(f"<w:tc><w:tcPr>{look}</w:tcPr>{paragraph(text)}</w:tc>" for text, look in cells)
        return f"<w:tr><w:trPr>{'<w:tblHeader/>' if head else ''}</w:trPr>{inside}</w:tr>"

    wide = '<w:gridSpan w:val="2"/>'
    for head in (True, False):
        upper = row(("Town", '<w:vMerge w:val="restart"/>'), ("2022", wide), ("2023", wide), head=head)
        lower = row(("", "<w:vMerge/>"), ("Q1", ""), ("Q2", ""), ("Q1", ""), ("Q2", ""), head=head)
        body = row(*((text, "") for text in ("Ulm", "1", "2", "3", "4")))
        assert text_of(docx(f"<w:tbl>{upper}{lower}{body}</w:tbl>")).splitlines() == [
            "| Town | 2022 Q1 | 2022 Q2 | 2023 Q1 | 2023 Q2 |",
            "| --- | --- | --- | --- | --- |",
            "| Ulm | 1 | 2 | 3 | 4 |",
        ]
    upper, lower = row(("Town", ""), ("Trade", wide), head=True), row(("", ""), ("in", ""), ("out", ""), head=True)
    table = text_of(docx(f"<w:tbl>{upper}{lower}{row(('Ulm', ''), ('', ''), ('5', ''))}</w:tbl>"))
    assert table.splitlines()[0] == "| Town | Trade in | Trade out |"


def test_documents_inserted_whole_are_read_in_their_place() -> None:
    """As programs write them that make a Word document of a web page."""
    page = "<html><body><h1>Inserted</h1><p>From a page.</p></body></html>"
    head = "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\nContent-Type: text/html\n\n"
    message = f"{head}{page}\n--x--\n"
    for name, content in (("a.htm", page), ("a.mht", message), ("a.docx", docx(paragraph("From a page.")))):
        body = paragraph("before") + '<w:altChunk r:id="rId1"/>' + paragraph("after")
        pages = pages_of(docx(body, {f"word/{name}": content}, ("aFChunk", name)))
        [place] = [place for page in pages for _, place, text in blocks_of(page) if text == "From a page."]
        assert place in {"¶ 2", "¶ 3"}
        assert pages[0].text.startswith("before")
        assert pages[-1].text.endswith("after")


def test_documents_inside_documents_end_somewhere() -> None:
    inner = docx(paragraph("deepest"))
    for _ in range(8):
        inner = docx('<w:altChunk r:id="rId1"/>' + paragraph("x"), {"word/a.docx": inner}, ("aFChunk", "a.docx"))
    assert "deepest" not in text_of(inner)
