"""Presentations: slides in order, shapes in reading order, notes, charts, SmartArt, hidden and damaged slides."""

from __future__ import annotations

import pytest

from paddock.reader.document import Source, Unreadable
from paddock.reader.formats import open_document
from tests.reader.offices import DRAWING, LAUGHS, SLIDES, links, packed, pptx, shape, tree
from tests.reader.opening import blocks_of, pages_of, reading

_INCH = 914_400


def test_a_slide_reads_from_top_to_bottom_and_left_to_right() -> None:
    shapes = (
        shape("low", _INCH, 5 * _INCH) + shape("right", 6 * _INCH, 2 * _INCH) + shape("left", _INCH, 2 * _INCH + 9000)
        + shape("A title", 0, 0, "title") + shape("one\ntwo", _INCH, 3 * _INCH, "body", "01")
        + shape("7", 0, 0, "sldNum")
    )  # fmt: skip
    [page] = pages_of(pptx([shapes]))
    assert (page.kind, page.label, page.number) == ("slide", "A title", 1)
    assert page.text == "# A title\n\nleft\n\nright\n\n- one\n\n  - two\n\nlow"
    assert [kind for kind, _, _ in blocks_of(page)] == [
        "heading",
        "paragraph",
        "paragraph",
        "list",
        "list",
        "paragraph",
    ]


def test_groups_lie_where_their_frame_puts_them() -> None:
    group = (
        f'<p:grpSp><p:grpSpPr><a:xfrm><a:off x="0" y="{_INCH}"/><a:ext cx="{_INCH}" cy="{_INCH}"/>'
        '<a:chOff x="0" y="0"/>'
        f'<a:chExt cx="100" cy="100"/></a:xfrm></p:grpSpPr>{shape("in the group", 0, 100)}</p:grpSp>'
    )
    [page] = pages_of(pptx([group + shape("above", 0, _INCH) + shape("below", 0, 3 * _INCH)]))
    assert page.text.split("\n\n") == ["above", "in the group", "below"]


def test_placeholders_lie_where_their_layout_puts_them() -> None:
    layout = f"<p:sldLayout {SLIDES} {DRAWING}>{tree(shape('', 0, 6 * _INCH, 'body'))}</p:sldLayout>"
    body = shape("from the layout", 0, 0, "body").replace('<a:off x="0" y="0"/>', "")
    parts = {
        "ppt/slideLayouts/slideLayout1.xml": layout,
        "ppt/slides/_rels/slide1.xml.rels": links(("slideLayout", "../slideLayouts/slideLayout1.xml")),
    }
    [page] = pages_of(pptx([body + shape("above it", 0, 2 * _INCH)], parts))
    assert page.text == "above it\n\n- from the layout"


def test_what_a_layout_and_its_master_say_by_themselves_stands_once() -> None:
    layout = (
        f"<p:sldLayout {SLIDES} {DRAWING}>{tree(shape('Plan 2020') + shape('Click here', holder='body'))}</p:sldLayout>"
    )
    master = f"<p:sldMaster {SLIDES} {DRAWING}>{tree(shape('Confidential') + shape('7'))}</p:sldMaster>"
    behind = {
        "ppt/slideLayouts/slideLayout1.xml": layout,
        "ppt/slideLayouts/_rels/slideLayout1.xml.rels": links(("slideMaster", "../slideMasters/m.xml")),
        "ppt/slideMasters/m.xml": master,
        "ppt/slides/_rels/slide1.xml.rels": links(("slideLayout", "../slideLayouts/slideLayout1.xml")),
        "ppt/slides/_rels/slide2.xml.rels": links(("slideLayout", "../slideLayouts/slideLayout1.xml")),
    }
    first, second = pages_of(pptx([shape("One", y=5 * _INCH), shape("Two")], behind))
    assert (first.text, second.text) == ("One\n\nPlan 2020\n\nConfidential", "Two")
    bare = f'<p:sld showMasterSp="0" {SLIDES} {DRAWING}>{tree(shape("One"))}</p:sld>'
    assert pages_of(pptx([bare], behind))[0].text == "One"


def test_lists_that_were_typed_are_lists() -> None:
    assert pages_of(pptx([shape("•  Peas\n2.\tBeans\nCorn")]))[0].text == "- Peas\n\n2. Beans\n\nCorn"


def test_tables_pictures_and_numbered_items() -> None:
    cell = "<a:tc><a:txBody><a:p><a:r><a:t>{}</a:t></a:r></a:p></a:txBody></a:tc>"
    cells = "".join(f"<a:tr>{''.join(map(cell.format, row))}</a:tr>" for row in ("ab", "cd"))
    frame = (
        "<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id='1' name='t'/></p:nvGraphicFramePr><p:xfrm>"
        f'<a:off x="0" y="9"/></p:xfrm><a:graphic><a:graphicData><a:tbl>{cells}</a:tbl></a:graphicData></a:graphic>'
        "</p:graphicFrame>"
    )
    picture = (
        '<p:pic><p:nvPicPr><p:cNvPr id="1" name="p" descr="a lighthouse"/></p:nvPicPr><p:spPr><a:xfrm>'
        f'<a:off x="0" y="{_INCH}"/></a:xfrm></p:spPr></p:pic>'
    )
    items = "".join(
        f'<a:p><a:pPr><a:buAutoNum type="{kind}"/></a:pPr><a:r><a:t>{text}</a:t></a:r></a:p>'
        for kind, text in (("arabicPeriod", "x"), ("arabicPeriod", "y"), ("alphaLcParenR", "z"))
    )
    numbered = shape("q", 0, 3 * _INCH).replace("<p:txBody>", f"<p:txBody>{items}")
    [page] = pages_of(pptx([frame + picture + numbered]))
    assert page.text == (
        "| a | b |\n| --- | --- |\n| c | d |\n\n[Picture: a lighthouse]\n\n1. x\n\n2. y\n\n- c) z\n\nq"
    )


def test_smartart_notes_and_comments_are_text() -> None:
    diagram = (
        f'<dgm:dataModel xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram" {DRAWING}><dgm:ptLst>'
        + "".join(
            f'<dgm:pt modelId="{name}"{kind}><dgm:t><a:p><a:r><a:t>{text}</a:t></a:r></a:p></dgm:t></dgm:pt>'
            for name, kind, text in (
                ("0", ' type="doc"', ""),
                ("2", "", "second"),
                ("1", "", "first"),
                ("3", "", "under"),
            )
        )
        + "</dgm:ptLst><dgm:cxnLst>"
        + "".join(
            f'<dgm:cxn srcId="{source}" destId="{target}" srcOrd="{order}"/>'
            for source, target, order in (("0", "1", 0), ("0", "2", 1), ("1", "3", 0), ("3", "1", 0))
        )
        + "</dgm:cxnLst></dgm:dataModel>"
    )
    frame = (
        "<p:graphicFrame><p:nvGraphicFramePr/><a:graphic><a:graphicData>"
        '<dgm:relIds xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram" r:dm="rId1"/>'
        "</a:graphicData></a:graphic></p:graphicFrame>"
    )
    notes = (
        f"<p:notes {SLIDES} {DRAWING}>{tree(shape('Say hello', 0, 0, 'body') + shape('3', 0, 0, 'sldNum'))}</p:notes>"
    )
    parts = {
        "ppt/diagrams/data1.xml": diagram,
        "ppt/notesSlides/notesSlide1.xml": notes,
        "ppt/comments/comment1.xml": f"<p:cmLst {SLIDES}><p:cm authorId='1'><p:text>Too long</p:text></p:cm></p:cmLst>",
        "ppt/slides/_rels/slide1.xml.rels": links(
            ("diagramData", "../diagrams/data1.xml"),
            ("notesSlide", "../notesSlides/notesSlide1.xml"),
            ("comments", "../comments/comment1.xml"),
        ),
    }
    [page] = pages_of(pptx([frame], parts))
    assert page.text == "- first\n\n  - under\n\n- second\n\n> Comment: Too long\n\n> Notes: Say hello"


def test_footers_stand_once_and_hidden_slides_are_said() -> None:
    plain = shape("text", 0, 0) + shape("Secret Inc.", 0, 6 * _INCH, "ftr")
    hidden = f'<p:sld {SLIDES} {DRAWING} show="0">{tree(plain)}</p:sld>'
    first, second = pages_of(pptx([plain, hidden]))
    assert first.text == "text\n\nSecret Inc."
    assert (second.text, second.label) == ("text", "(hidden slide)")


def test_a_damaged_slide_is_said_and_the_next_one_read() -> None:
    data = pptx([shape("one"), "<p:sld />", shape("three")], {"ppt/slides/slide2.xml": ""})
    pages = pages_of(data)
    assert [page.outcome for page in pages] == ["read", "damaged", "read"]
    assert pages[1].detail
    assert pages[2].text == "three"
    document = open_document(Source(data))
    assert document.page_count == 3
    assert [page.number for page in document.pages(3, reading())] == [3]


def test_bombs_are_refused_or_said() -> None:
    [page] = pages_of(pptx([f"<p:sld {SLIDES} />"], {"ppt/slides/slide1.xml": f"{LAUGHS}<p:sld {SLIDES}>&j;</p:sld>"}))
    assert page.outcome == "damaged"
    [deep] = pages_of(pptx(["<p:grpSp>" * 300 + shape("deep") + "</p:grpSp>" * 300]))
    assert len(deep.text) < 10
    with pytest.raises(Unreadable) as refused:
        open_document(Source(pptx([shape("x")], {"ppt/media/a.bin": b"\0" * (20 << 20)})))
    assert refused.value.reason == "limit"
    with pytest.raises(Unreadable):
        open_document(Source(packed({"[Content_Types].xml": "<Types/>", "ppt/slides/slide1.xml": "<a/>"})))


def _placed(text: str, left: float, top: float, width: float, height: float) -> str:
    """Return a shape by inches."""
    area = f'<a:ext cx="{int(width * _INCH)}" cy="{int(height * _INCH)}"/>'
    return shape(text, int(left * _INCH), int(top * _INCH)).replace('<a:ext cx="9" cy="9"/>', area)


def _order(shapes: str) -> str:
    [page] = pages_of(pptx([shapes]))
    return " ".join(page.text.split())


def test_what_is_compared_side_by_side_is_read_column_by_column() -> None:
    heads = _placed("Pros", 0.5, 1.5, 4, 0.6) + _placed("Cons", 5, 1.5, 4, 0.6)
    bodies = _placed("cheap\nquick", 0.5, 2.1, 4, 4) + _placed("loud\nold", 5, 2.1, 4, 4)
    assert _order(heads + bodies) == "Pros cheap quick Cons loud old"


def test_a_tall_shape_does_not_part_those_beside_it() -> None:
    shapes = _placed("first", 0.5, 1.5, 4, 1) + _placed("tall", 5, 1.5, 4, 5) + _placed("second", 0.5, 3, 4, 1)
    assert _order(shapes) == "first second tall"


def test_labels_and_values_are_read_row_by_row() -> None:
    rows = "".join(
        _placed(label, 0.5, top, 3, 0.5) + _placed(value, 4, top, 3, 0.5)
        for label, value, top in (("Born", "1815", 1), ("Died", "1852", 2), ("Place", "London", 3))
    )
    assert _order(rows) == "Born 1815 Died 1852 Place London"


def test_a_group_is_read_whole_and_hidden_shapes_are_not() -> None:
    frame = (
        '<a:xfrm><a:off x="0" y="0"/><a:ext cx="{0}" cy="{0}"/><a:chOff x="0" y="0"/><a:chExt cx="{0}" cy="{0}"/>'
        "</a:xfrm>"
    ).format(8 * _INCH)
    members = _placed("a1", 0.5, 1, 3, 0.5) + _placed("a2", 0.5, 3, 3, 0.5)
    group = f"<p:grpSp><p:grpSpPr>{frame}</p:grpSpPr>{members}</p:grpSp>"
    hidden = _placed("unseen", 0.5, 5, 3, 0.5).replace('name="x"', 'name="x" hidden="1"')
    assert _order(group + _placed("b1", 0.6, 2, 3, 0.5) + hidden) == "a1 a2 b1"
    assert _order(_placed("behind", 0, 0, 10, 7.5) + group) == "behind a1 a2"


def test_a_label_merged_downwards_stands_in_each_of_its_rows() -> None:
    def cell(text: str, merged: str = "") -> str:
        return f"<a:tc {merged}><a:txBody><a:p><a:r><a:t>{text}</a:t></a:r></a:p></a:txBody></a:tc>"

    rows = (
        cell("Region") + cell("Sum"),
        cell("North", 'rowSpan="2"') + cell("1"),
        cell("", 'vMerge="1"') + cell("2"),
    )
    table = "".join(f"<a:tr>{row}</a:tr>" for row in rows)
    data = f"<a:graphicData><a:tbl>{table}</a:tbl></a:graphicData>"
    frame = f"<p:graphicFrame><a:graphic>{data}</a:graphic></p:graphicFrame>"
    [page] = pages_of(pptx([frame]))
    assert page.text.splitlines()[2:] == ["| North | 1 |", "| North | 2 |"]
