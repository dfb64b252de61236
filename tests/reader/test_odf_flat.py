"""OpenDocument in one XML file reads as the package does: the same text, titles, styles and pictures, within bounds."""

from __future__ import annotations

import base64
import contextlib
import time

import pytest

from paddock.reader.document import LimitReached, Source, Unreadable
from paddock.reader.formats import open_document
from paddock.reader.odf_flat import FlatOdf
from paddock.reader.protocol import Limits
from paddock.reader.sniff import sniff
from paddock.reader.sniff_flat import flat_kind
from tests.reader.offices import LAUGHS, flat, odf
from tests.reader.opening import pages_of, reading, text_of

_TYPE = "application/vnd.oasis.opendocument"
_ROW = "<table:table-row><table:table-cell><text:p>{}</text:p></table:table-cell></table:table-row>"
_BODIES = {
    "text": "<text:h>Peas</text:h><text:p text:style-name='gone'>no</text:p><text:p>Beans</text:p>",
    "spreadsheet": f'<table:table table:name="Crops">{_ROW.format("Peas")}{_ROW.format("Beans")}</table:table>',
    "presentation": "<draw:page><draw:frame><draw:text-box><text:p>Peas</text:p></draw:text-box></draw:frame>"
    "</draw:page>",
}
_STYLE = '<style:style style:name="gone"><style:text-properties text:display="none"/></style:style>'


@pytest.mark.parametrize("kind", _BODIES.keys())
def test_it_reads_as_the_package_does(kind: str) -> None:
    data, package = flat(kind, _BODIES[kind], _STYLE), odf(kind, _BODIES[kind], _STYLE)
    one, other = open_document(Source(data, "a.xml")), open_document(Source(package))
    assert (one.format, one.title, one.author) == (other.format, "A title", "A. Writer")
    assert [(page.label, page.text, page.blocks) for page in pages_of(data)] == [
        (page.label, page.text, page.blocks) for page in pages_of(package)
    ]
    assert "Beans" in text_of(data) or kind == "presentation"


def test_its_kind_is_told_by_its_root_whatever_its_name() -> None:
    doctype = "<?xml version='1.0'?><!-- a <office:document> --><!DOCTYPE office:document>\n"
    for name in ("a.fodt", "a.txt", "a.html", "a.odt", "a"):
        assert sniff(name, flat("text", "")) == sniff(name, b"\xef\xbb\xbf \n" + flat("text", "", "", doctype)) == "odt"
    assert sniff("a.fods", flat("spreadsheet-template", "")) == "ods"
    assert sniff("a.fodg", flat("graphics", "")) == "code"
    assert sniff("a.xml", b'<?xml version="1.0"?><document mimetype="text/plain"/>') == "code"
    assert sniff("a.md", b"# About\n\n<office:document office:mimetype='" + _TYPE.encode() + b".text'>") == "markdown"


@pytest.mark.timeout(20)
def test_no_text_is_gone_through_twice_to_tell_its_kind() -> None:
    begin = time.process_time()
    for text in (
        b" " * 70_000, b"<!--" * 20_000, b"<!DOCTYPE [" + b"]" * 70_000, b"<a:" * 20_000, b"\n<!---->" * 9000,
        b"<document " + b" mimetype=" * 7000, b"<document " + b"x=' " * 20_000, b"<?xml" * 14_000,
    ):  # fmt: skip
        assert flat_kind(text) is None
    assert time.process_time() - begin < 2


def test_pictures_are_taken_out() -> None:
    noise = base64.b64encode(bytes(range(256)) * 50_000).decode()  # longer than the parser takes a text to be
    image = f"<draw:frame><draw:image><office:binary-data>\n{noise}</office:binary-data></draw:image></draw:frame>"
    data = flat("text", f"<text:p>Before</text:p><text:p>{image}After</text:p>")
    package = FlatOdf(Source(data))
    (name,) = package.archive.names
    assert package.archive.read(name) == bytes(range(256)) * 50_000
    assert text_of(data) == "Before\n\nAfter"
    small = FlatOdf(Source(data, limits=Limits(part_bytes=1000)))
    with pytest.raises(LimitReached):
        small.archive.read(name)


def test_more_pictures_than_parts_may_be_are_let_go_of() -> None:
    image = "<draw:image><office:binary-data>AAAA</office:binary-data></draw:image>"
    data = flat("text", f"<text:p><draw:frame>{image * 50}</draw:frame>Words</text:p>")
    assert len(FlatOdf(Source(data, limits=Limits(parts=10))).archive.names) == 10
    assert text_of(data) == "Words"


def test_a_document_inside_is_not_taken_for_the_document() -> None:
    inner = (
        f"<draw:object><office:document office:mimetype='{_TYPE}.text'><office:automatic-styles><style:style "
        "style:name='seen'><style:text-properties text:display='none'/></style:style></office:automatic-styles>"
        "<office:body><office:text><text:p>Inner</text:p></office:text></office:body></office:document></draw:object>"
    )
    chart = (
        f"<draw:object><office:document office:mimetype='{_TYPE}.chart'><office:body><office:chart><table:table>"
        f"{_ROW.format('Sum') * 2}</table:table></office:chart></office:body></office:document></draw:object>"
    )
    body = f"<text:p text:style-name='seen'>Before<draw:frame>{inner}</draw:frame></text:p><text:p>After</text:p>"
    assert text_of(flat("text", body)).replace("Inner", "").split() == ["Before", "After"]
    assert text_of(flat("text", body)).count("Before") == 1
    drawn = text_of(flat("text", f"<text:p>Before<draw:frame>{chart}</draw:frame></text:p>"))
    assert drawn.startswith("Before\n\n| Sum |")
    sheet = f"<table:table table:name='One'><table:shapes><draw:frame>{chart}</draw:frame></table:shapes>"
    (page,) = pages_of(flat("spreadsheet", f"{sheet}{_ROW.format('Own')}</table:table>"))
    assert (page.label, "Own" in page.text) == ("One", True)


def test_bombs_and_what_is_torn() -> None:
    for kind in _BODIES:
        bomb = flat(kind, "<text:p>&j;</text:p>", "", f'<?xml version="1.0"?>{LAUGHS}')
        with pytest.raises(Unreadable) as refused:
            list(open_document(Source(bomb)).pages(1, reading()))
        assert "bombs" in refused.value.what
    with pytest.raises(Unreadable, match="damaged"):
        open_document(Source(flat("text", "").partition(b"<office:body>")[0] + b"</office:document>"))
    whole = flat("text", _BODIES["text"], _STYLE)
    for at in range(0, len(whole), 13):
        for data in (whole[:at], whole[:at] + b"\xff<&" + whole[at + 3 :]):
            with contextlib.suppress(Unreadable):
                list(open_document(Source(data, "a.fodt")).pages(1, reading()))


def test_deep_and_long_ones_are_bounded() -> None:
    deep = "<text:section>" * 5000 + "<text:p>Deep</text:p>" + "</text:section>" * 5000
    with contextlib.suppress(Unreadable):
        list(open_document(Source(flat("text", deep))).pages(1, reading()))
    many = flat("text", "<text:p>word</text:p>" * 20_000)
    assert sum(page.text.count("word") for page in pages_of(many)) == 20_000
