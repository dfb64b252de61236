"""OpenDocument texts and presentations: what a reader of the document sees, in sections and slides, with places."""

from __future__ import annotations

import pytest

from paddock.reader.document import Source, Unreadable
from paddock.reader.formats import open_document
from tests.reader.offices import LAUGHS, ODF, odf
from tests.reader.opening import blocks_of, pages_of, reading, text_of

_LONG = "Words that fill a section well enough to stand alone. " * 10


def _p(text: str, style: str = "") -> str:
    return f'<text:p text:style-name="{style}">{text}</text:p>'


def _cells(*texts: str) -> str:
    cells = "".join(f"<table:table-cell>{_p(text)}</table:table-cell>" for text in texts)
    return f"<table:table-row>{cells}</table:table-row>"


def test_title_and_author_are_what_the_file_says() -> None:
    document = open_document(Source(odf("text", _p("x"))))
    assert (document.format, document.title, document.author) == ("odt", "A title", "A. Writer")


def test_headings_make_sections_and_paths() -> None:
    body = "".join(
        f'<text:h text:outline-level="{rank}">{title}</text:h>{_p(_LONG)}'
        for rank, title in ((1, "One"), (2, "Inner"), (1, "Two"))
    )
    pages = pages_of(odf("text", body))
    assert [(page.label, page.headings) for page in pages] == [("One", ()), ("Inner", ("One",)), ("Two", ())]
    assert blocks_of(pages[1])[0] == ("heading", "¶ 3", "## Inner")


def test_white_space_fields_and_changes() -> None:
    body = (
        "<text:tracked-changes><text:changed-region><text:deletion>" + _p("deleted") + "</text:deletion>"
        "</text:changed-region></text:tracked-changes>"
        + _p("a  b\n c<text:s text:c='3'/>d<text:tab/>e<text:line-break/><text:span>f</text:span><text:a>g</text:a>"
             "<text:span text:style-name='gone'>secret</text:span><text:hidden-text>no</text:hidden-text>")
    )  # fmt: skip
    style = '<style:style style:name="gone"><style:text-properties text:display="none"/></style:style>'
    assert text_of(odf("text", body, style)) == "a b c   d\te\nfg"


def test_lists_are_counted_and_nested() -> None:
    style = (
        '<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="1" '
        'style:num-suffix="."/><text:list-level-style-number text:level="2" style:num-format="a" style:num-prefix="(" '
        'style:num-suffix=")"/></text:list-style>'
    )
    inner = (
        f"<text:list><text:list-item>{_p('b')}</text:list-item><text:list-item>{_p('c')}</text:list-item></text:list>"
    )
    body = (
        f'<text:list text:style-name="L"><text:list-item>{_p("a")}{inner}</text:list-item><text:list-item>{_p("d")}'
        "</text:list-item></text:list>"
        f'<text:list text:style-name="L"><text:list-item>{_p("e")}</text:list-item></text:list>'
        f"<text:list><text:list-item>{_p('f')}</text:list-item></text:list>"
    )
    lines = [line for line in text_of(odf("text", body, style)).splitlines() if line]
    assert lines == ["1. a", "  - (a) b", "  - (b) c", "2. d", "1. e", "- f"]


def test_headings_in_a_list_have_its_numbers() -> None:
    style = (
        '<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="1" '
        'style:num-suffix="."/><text:list-level-style-number text:level="2" style:num-format="1" '
        'text:display-levels="2"/></text:list-style>'
    )
    chapter = '<text:list-item><text:h text:outline-level="1">{}</text:h></text:list-item>'
    inner = f"<text:list-item><text:list><text:list-item>{_p('Item')}</text:list-item></text:list></text:list-item>"
    body = f'<text:list text:style-name="L">{chapter.format("Peas")}{inner}{chapter.format("Beans")}{inner}</text:list>'
    (page,) = pages_of(odf("text", body, style))
    assert page.text.split("\n\n") == ["# 1. Peas", "  - 1.1 Item", "# 2. Beans", "  - 2.1 Item"]


def test_a_list_goes_on_with_the_one_before_it() -> None:
    style = (
        '<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="A"/>'
        "</text:list-style>"
    )
    heading = '<text:list-item><text:h text:outline-level="1">{}</text:h></text:list-item>'
    item = f'<text:list text:style-name="L" {{}}>{heading}</text:list>'
    on = 'text:continue-numbering="true"'
    body = item.format("", "One") + _p("text") + item.format(on, "Two") + _p("text") + item.format("", "Anew")
    (page,) = pages_of(odf("text", body, style))
    assert page.text.split("\n\n") == ["# A One", "text", "# B Two", "text", "# A Anew"]


def test_lists_that_were_typed_are_lists() -> None:
    (page,) = pages_of(odf("text", _p("•  Peas") + _p("1.<text:tab/>Beans") + _p("Corn • maize")))
    assert [(kind, text) for kind, _, text in blocks_of(page)] == [
        ("list", "- Peas"),
        ("list", "1. Beans"),
        ("paragraph", "Corn • maize"),
    ]


def test_tables_notes_comments_frames_and_formulas() -> None:
    table = (
        f"<table:table><table:table-header-rows>{_cells('Name', 'Size')}</table:table-header-rows>{_cells('a', 'x|y')}"
        "</table:table>"
    )
    paragraph = (
        '<text:p>text<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body>'
        f"{_p('the note')}</text:note-body></text:note><office:annotation>{_p('why?')}</office:annotation>"
        f"<draw:frame><draw:text-box>{_p('boxed')}</draw:text-box></draw:frame>"
        "<draw:frame><draw:image/><svg:desc>a red fox</svg:desc></draw:frame>"
        '<draw:frame><draw:object xlink:href="./Object 1" xmlns:xlink="http://www.w3.org/1999/xlink"/></draw:frame></text:p>'
    )
    formula = (
        '<math xmlns="http://www.w3.org/1998/Math/MathML"><mfrac><mi>a</mi><mrow><mi>b</mi><mo>+</mo><mn>1</mn></mrow>'
        "</mfrac></math>"
    )
    [page] = pages_of(odf("text", table + paragraph, parts={"Object 1/content.xml": formula}))
    assert [text for _, _, text in blocks_of(page)] == [
        "| Name | Size |\n| --- | --- |\n| a | x\\|y |", "text[^1]", "boxed", "[Picture: a red fox]", "a/(b+1)",
        "[^1]: the note", "> Comment: why?",
    ]  # fmt: skip


def test_pages_and_running_lines_are_told() -> None:
    styles = (
        f"<office:document-styles {ODF}><office:master-styles><style:master-page><style:header>{_p('Contract 77')}"
        f"</style:header><style:footer>{_p('12')}</style:footer></style:master-page></office:master-styles>"
        "</office:document-styles>"
    )
    body = _p("one") + "<text:p>tw<text:soft-page-break/>o</text:p>" + _p("three")
    first, last = pages_of(odf("text", body, parts={"styles.xml": styles}))
    assert [place for _, place, _ in blocks_of(first)] == ["¶ 1", "¶ 2", "¶ 3, about page 2"]
    assert last.text == "# Headers and footers\n\nContract 77"


def test_slides_are_read_in_reading_order_with_their_notes() -> None:
    def frame(text: str, y: str, kind: str = "outline", x: str = "1cm") -> str:
        return (
            f'<draw:frame presentation:class="{kind}" svg:x="{x}" svg:y="{y}"><draw:text-box>{_p(text)}</draw:text-box>'
            "</draw:frame>"
        )

    boxes = frame("Say hello", "1cm", "notes") + frame("too", "2cm", "") + frame("7", "3cm", "page-number")
    notes = f"<presentation:notes>{boxes}</presentation:notes>"
    slides = (
        f"<draw:page>{frame('low', '10cm')}{frame('right', '50mm', x='5in')}{frame('left', '5cm')}"
        f"{frame('A title', '1cm', 'title')}{notes}</draw:page>"
        f'<draw:page draw:style-name="h">{frame("only", "1cm")}</draw:page>'
    )
    style = (
        '<style:style style:name="h"><style:drawing-page-properties presentation:visibility="hidden"/></style:style>'
    )
    first, second = pages_of(odf("presentation", slides, style))
    assert first.text == "# A title\n\nleft\n\nright\n\nlow\n\n> Notes: Say hello\n> too"
    assert (first.kind, first.label) == ("slide", "A title")
    assert (second.text, second.label) == ("only", "(hidden slide)")


def test_encrypted_documents_are_refused_with_a_way_on() -> None:
    manifest = (
        '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry>'
        "<manifest:encryption-data/></manifest:file-entry></manifest:manifest>"
    )
    with pytest.raises(Unreadable) as refused:
        open_document(Source(odf("text", _p("x"), parts={"META-INF/manifest.xml": manifest})))
    assert refused.value.reason == "unsupported"
    assert refused.value.next_step


def test_a_text_cut_off_gives_what_is_left() -> None:
    whole = f"<office:document-content {ODF}><office:body><office:text>" + "".join(
        _p(f"{n} {_LONG}") for n in range(40)
    )
    document = open_document(Source(odf("text", "", parts={"content.xml": whole})))
    given = document.pages(1, reading())
    assert next(given).text.startswith("0 Words")
    with pytest.raises(Unreadable) as failure:
        list(given)
    assert failure.value.reason == "damaged"


@pytest.mark.parametrize("kind", ["text", "presentation", "spreadsheet"])
def test_bombs_are_refused(kind: str) -> None:
    body = f"<office:body><office:{kind}>&j;</office:{kind}></office:body>"
    bomb = f"{LAUGHS}<office:document-content {ODF}>{body}</office:document-content>"
    with pytest.raises(Unreadable):
        list(open_document(Source(odf(kind, "", parts={"content.xml": bomb}))).pages(1, reading()))
    with pytest.raises(Unreadable) as refused:
        open_document(Source(odf(kind, "", parts={"Pictures/a": b"\0" * (20 << 20)})))
    assert refused.value.reason == "limit"


def test_tables_in_tables_and_repeats_without_end_are_bounded() -> None:
    cell = f'<table:table-cell table:number-columns-repeated="99999999">{_p("boom")}</table:table-cell>'
    table = (
        f'<table:table><table:table-row table:number-rows-repeated="99999999">{cell}</table:table-row></table:table>'
    )
    assert text_of(odf("text", table)).count("boom") < 15_000
    deep = "<table:table><table:table-row><table:table-cell>" * 80 + _p("deep")
    deep += "</table:table-cell></table:table-row></table:table>" * 80
    assert text_of(odf("text", deep)) == "deep"


def test_tables_keep_labels_and_heads_of_several_rows_and_raised_figures() -> None:
    def cell(text: str, look: str = "") -> str:
        return f"<table:table-cell {look}><text:p>{text}</text:p></table:table-cell>"

    covered, down = "<table:covered-table-cell/>", "table:number-rows-spanned='2'"
    across = "table:number-columns-spanned='2'"
    head = (
        f"<table:table-row>{cell('Town', down)}{cell('Trade', across)}{covered}"
        f"</table:table-row><table:table-row>{covered}{cell('in')}{cell('out')}</table:table-row>"
    )
    body = (
        f"<table:table-row>{cell('Ulm', down)}{cell('1')}{cell('2')}</table:table-row>"
        f"<table:table-row>{covered}{cell('3')}{cell('4')}</table:table-row>"
    )
    look = '<style:text-properties style:text-position="super 58%"/>'
    up = f'<style:style style:name="Up" style:family="text">{look}</style:style>'
    raised = '<text:span text:style-name="Up">{}</text:span>'.format
    power = f"<text:p>10{raised('6')}, the 1{raised('st')}</text:p>"
    for rows in (f"<table:table-header-rows>{head}</table:table-header-rows>{body}", head + body):
        text = text_of(odf("text", f"{power}<table:table>{rows}</table:table>", up))
        assert text.splitlines() == [
            "10^6, the 1st",
            "",
            "| Town | Trade in | Trade out |",
            "| --- | --- | --- |",
            "| Ulm | 1 | 2 |",
            "| Ulm | 3 | 4 |",
        ]
