"""Code in documents keeps its lines and indents, between fences, in each format that has it."""

from __future__ import annotations

import time

import pytest

from paddock.reader.code_lines import fenced, is_code_style, split_code, with_code
from paddock.reader.document import Source
from paddock.reader.formats import open_document
from paddock.reader.protocol import Limits
from paddock.reader.sections import Layout, Piece, cut
from tests.reader.offices import WORD, docx, odf, paragraph
from tests.reader.opening import blocks_of, pages_of, reading, text_of

_CODE = ("def f(x):", "    if x:", "", "        return 1")
_SHOWN = "```\ndef f(x):\n    if x:\n\n        return 1\n```"
_BLOCKS = [("paragraph", "¶ 1", "Run this:"), ("code", "¶ 2–4", _SHOWN), ("paragraph", "¶ 5", "Done.")]
_PREFORMATTED = '<style:style style:name="P1" style:parent-style-name="Preformatted_20_Text"/>'


def _styles(name: str) -> dict[str, str | bytes]:
    style = f'<w:style w:type="paragraph" w:styleId="C1"><w:name w:val="{name}"/></w:style>'
    child = '<w:style w:type="paragraph" w:styleId="C2"><w:name w:val="Mine"/><w:basedOn w:val="C1"/></w:style>'
    return {"word/styles.xml": f"<w:styles {WORD}>{style}{child}</w:styles>"}


def _docx(body: str, name: str = "HTML Preformatted") -> bytes:
    return docx(body, _styles(name), ("styles", "styles.xml"))


def _lines(style: str = "C1") -> str:
    return "".join(paragraph(line, style) for line in _CODE)


def _p(text: str) -> str:
    bare = text.lstrip()
    indent = f"<text:s text:c='{len(text) - len(bare)}'/>" if bare != text else ""
    return f"<text:p text:style-name='P1'>{indent}{bare}</text:p>"


@pytest.mark.parametrize(
    ("name", "is_code"),
    [
        ("HTML Preformatted", True), ("Source Code", True), ("SourceCode", True), ("Code", True), ("code block", True),
        ("Listing", True), ("Preformatted_20_Text", True), ("Quelltext", True), ("Verbatim", True),
        ("macro text", True),
        ("MyCodeSample", True), ("Code Caption", False), ("Postal Code", False), ("Code Char", False),
        ("Encoded", False), ("List Bullet", False), ("Body Text", False), ("Heading 1", False), ("", False),
        ("Code of Conduct", False), ("Listings", False), ("Plain Text", False),
    ],
)  # fmt: skip
def test_styles_meant_for_code_are_told_by_their_names(name: str, *, is_code: bool) -> None:
    assert is_code_style(name) is is_code


def test_lines_of_a_word_document_make_one_block() -> None:
    for style in ("C1", "C2"):
        body = paragraph("Run this:") + _lines(style) + paragraph("Done.")
        (page,) = pages_of(_docx(body))
        assert blocks_of(page) == _BLOCKS


def test_breaks_inside_a_paragraph_are_lines_too() -> None:
    runs = '</w:t><w:br/><w:t xml:space="preserve">'.join(_CODE)
    body = f'<w:p><w:pPr><w:pStyle w:val="C1"/></w:pPr><w:r><w:t xml:space="preserve">{runs}</w:t></w:r></w:p>'
    assert text_of(_docx(body, "Source Code")) == _SHOWN


def test_a_frame_of_one_cell_around_code_is_no_table() -> None:
    def table(inner: str) -> str:
        return f"<w:tbl><w:tr><w:tc>{inner}</w:tc></w:tr></w:tbl>"

    assert text_of(_docx(paragraph("Before") + table(_lines()) + paragraph("After"))) == f"Before\n\n{_SHOWN}\n\nAfter"
    assert text_of(_docx(table(table(_lines())))) == _SHOWN
    assert text_of(_docx(table(paragraph("No code")))) == "No code"


def test_code_in_a_list_a_note_or_a_header_is_code() -> None:
    listed = paragraph("make all", "C1", '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>')
    assert text_of(_docx(listed)) == "```\nmake all\n```"
    header = f"<w:hdr {WORD}>{_lines()}</w:hdr>"
    parts = {**_styles("Code"), "word/header1.xml": header}
    text = text_of(docx(paragraph("Body"), parts, ("styles", "styles.xml"), ("header", "header1.xml")))
    assert text.endswith(_SHOWN)


def test_lines_of_an_open_document_make_one_block() -> None:
    body = "<text:p>Run this:</text:p>" + "".join(map(_p, _CODE)) + "<text:p>Done.</text:p>"
    (page,) = pages_of(odf("text", body, _PREFORMATTED))
    assert blocks_of(page) == _BLOCKS
    listed = f"<text:list><text:list-item>{_p('a')}{_p('  b')}</text:list-item></text:list>"
    assert text_of(odf("text", listed, _PREFORMATTED)) == "```\na\n  b\n```"
    row = f"<table:table-row><table:table-cell>{''.join(map(_p, _CODE))}</table:table-cell></table:table-row>"
    assert text_of(odf("text", f"<table:table>{row}</table:table>", _PREFORMATTED)) == _SHOWN


def test_lines_of_rtf_make_one_block() -> None:
    styles = r"{\stylesheet{\s0 Normal;}{\s7 Preformatted Text;}{\*\cs8 Source Code;}}"
    lines = "".join(rf"\pard\s7 {line}\par" + "\n" for line in _CODE)
    data = rf"{{\rtf1{styles}\pard\s0 Run this:\par" + "\n" + lines + r"\pard\s0 Done.\par}"
    (page,) = pages_of(data)
    assert blocks_of(page) == [
        ("paragraph", "¶ 1", "Run this:"),
        ("code", "¶ 2", _SHOWN),
        ("paragraph", "¶ 3", "Done."),
    ]


@pytest.mark.parametrize(
    "inner",
    [
        "def f(x):\n    if x:\n\n        return 1",
        "def f(x):<br>    if x:<br/><br>        return 1",
        "<div>def f(x):</div><div>    if x:</div>\n<div>        return 1</div>",
        '<code><span class="lineno">1 </span>def f(x):\n<a class="linenos">2</a>    if x:\n\n        return 1</code>',
        "\n<code>def f(x):\n    if x:\n\n        return 1\n\n</code>\n",
    ],
    ids=["plain", "breaks", "blocks", "numbered", "padded"],
)
def test_preformatted_text_of_a_web_page_keeps_its_lines(inner: str) -> None:
    text = text_of(f"<html><body><p>Run:</p><pre>{inner}</pre></body></html>", "a.html")
    assert text.replace("\n\n        return", "\n        return") == "Run:\n\n" + _SHOWN.replace("\n\n", "\n")


def test_code_beside_the_numbers_of_its_lines_is_code() -> None:
    code = "<td class='code'><pre>a = 1\n  b = 2</pre></td>"
    table = f"<table><tr><td class='linenos'><div class='linenodiv'><pre>1\n2</pre></div></td>{code}</tr></table>"
    assert text_of(f"<html><body>{table}</body></html>", "a.html") == "```\na = 1\n  b = 2\n```"
    named_so = "<html><body><div class='gutter'><p>Words in a column.</p></div></body></html>"
    assert text_of(named_so, "a.html") == "Words in a column."


def test_fences_are_longer_than_what_they_hold() -> None:
    assert fenced("a\n```\nb") == "````\na\n```\nb\n````"
    assert fenced("\n\n  a  \n\n") == "```\n  a\n```"
    assert fenced(" \n\n") == ""


def test_long_code_is_cut_between_lines_and_each_part_has_its_fences() -> None:
    lines = [f"  line({number})" for number in range(2000)]
    pages = pages_of(
        "<html><body><pre>" + "\n".join(lines) + "</pre></body></html>", "a.html", Limits(page_characters=5000)
    )
    assert len(pages) > 4
    inside = [page.text.removeprefix("```\n").removesuffix("\n```") for page in pages]
    assert all(page.text == f"```\n{text}\n```" for page, text in zip(pages, inside, strict=True))
    assert "\n".join(inside).split("\n") == lines
    written = pages_of("# Code\n\n~~~ python\n" + "\n".join(lines) + "\n~~~\n", "a.md", Limits(page_characters=5000))
    assert all(page.text.endswith("\n~~~") and "~~~ python\n  line(" in page.text for page in written)
    assert all(len(page.text) <= 5000 for page in (*pages, *written))
    torn = pages_of("~~~ python\n" + "\n".join(lines), "a.md", Limits(page_characters=5000))
    assert sum(page.text.count("line(") for page in torn) == 2000
    (endless,) = (list(split_code(Piece("code", "```\n" + "x" * 10_000 + "\n```"), 1000)),)
    assert sum(piece.text.count("x") for piece in endless) == 10_000


def test_blocks_are_bounded_and_empty_ones_are_none() -> None:
    begin = time.process_time()
    blocks = list(with_code(Piece("code", f"  line {number}", line=True) for number in range(5000)))
    assert [block.text.count("line") for block in blocks] == [2000, 2000, 1000]
    assert list(with_code([Piece("code", "", line=True), Piece("code", "  ", line=True)])) == []
    assert text_of(_docx("".join(paragraph("x", "C1") for _ in range(5000)))).count("x") == 5000
    assert time.process_time() - begin < 10
    turned = list(with_code([Piece("code", "a", line=True), Piece("code", "b", line=True, new_page=True)]))
    assert [piece.text for piece in turned] == ["```\na\n```", "```\nb\n```"]
    document = open_document(Source(_docx(_lines())))
    assert [page.number for page in cut(with_code([]), reading(), Layout("section", "paragraph"))] == []
    assert [page.text for page in document.pages(1, reading())] == [_SHOWN]


_TYPED = ("#include &lt;stdio.h&gt;", "int main(void) {", "    return 0;", "}")
_AS_CODE = "```\n#include <stdio.h>\nint main(void) {\n    return 0;\n}\n```"
_LETTER = (
    "Dear Sir,",
    "thank you for your letter of 3 May; I reply with pleasure.",
    "Yours (truly), J. Smith",
    "Tel. 555-1234, see http://example.org/a/b?c=d and write to j.smith@example.org",
)


def _in(font: str, text: str) -> str:
    fonts = f'<w:rPr><w:rFonts w:ascii="{font}" w:hAnsi="{font}"/></w:rPr>'
    return f'<w:p><w:r>{fonts}<w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


@pytest.mark.parametrize("font", ["Courier New", "Consolas", "DejaVu Sans Mono", "Source Code Pro", "JetBrains Mono"])
def test_code_without_a_style_is_told_by_its_letters_and_signs(font: str) -> None:
    body = paragraph("See:") + "".join(_in(font, line) for line in _TYPED) + paragraph("Done.")
    assert text_of(docx(body)) == f"See:\n\n{_AS_CODE}\n\nDone."
    other = "".join(_in("Times New Roman", line) for line in _TYPED)
    assert "```" not in text_of(docx(other))


def test_a_typed_letter_stays_prose_and_one_line_a_paragraph() -> None:
    assert text_of(docx("".join(_in("Courier New", line) for line in _LETTER))) == "\n\n".join(_LETTER)
    assert text_of(docx(_in("Courier New", "x = f(y)"))) == "x = f(y)"
    mixed = (
        '<w:p><w:r><w:t>Call </w:t></w:r><w:r><w:rPr><w:rFonts w:ascii="Consolas"/></w:rPr><w:t>f(x)</w:t></w:r></w:p>'
    )
    assert text_of(docx(mixed + mixed)) == "Call f(x)\n\nCall f(x)"


def test_letters_of_styles_and_defaults_count_too() -> None:
    fonts = '<w:rPr><w:rFonts w:ascii="Consolas"/></w:rPr>'
    base = f'<w:style w:type="paragraph" w:styleId="Base"><w:name w:val="Base"/>{fonts}</w:style>'
    own = '<w:style w:type="paragraph" w:styleId="Own"><w:name w:val="Own"/><w:basedOn w:val="Base"/></w:style>'
    parts: dict[str, str | bytes] = {"word/styles.xml": f"<w:styles {WORD}>{base}{own}</w:styles>"}
    body = "".join(paragraph(line, "Own") for line in _TYPED)
    assert text_of(docx(body, parts, ("styles", "styles.xml"))) == _AS_CODE
    defaults = f"<w:docDefaults><w:rPrDefault>{fonts}</w:rPrDefault></w:docDefaults>"
    parts = {"word/styles.xml": f"<w:styles {WORD}>{defaults}</w:styles>"}
    assert text_of(docx("".join(map(paragraph, _TYPED)), parts, ("styles", "styles.xml"))) == _AS_CODE


def test_letters_of_an_open_document_tell_code_too() -> None:
    fonts = '<style:text-properties style:font-name="Liberation Mono"/>'
    styles = (
        f'<style:style style:name="P1" style:family="paragraph">{fonts}</style:style>'
        f'<style:style style:name="T1" style:family="text">{fonts}</style:style>'
    )
    body = "<text:p>See:</text:p>" + "".join(map(_p, _TYPED)) + "<text:p>Done.</text:p>"
    assert text_of(odf("text", body, styles)) == f"See:\n\n{_AS_CODE}\n\nDone."
    spans = "".join(
        f"<text:p><text:span text:style-name='T1'><text:s text:c='{len(line) - len(line.lstrip())}'/>{line.lstrip()}"
        "</text:span></text:p>"
        for line in ("a = [", "  1,", "]")
    )
    assert text_of(odf("text", spans, styles)).splitlines()[1] == " a = ["
    letter = "".join(map(_p, (line.replace("&", "&amp;") for line in _LETTER)))
    assert text_of(odf("text", letter, styles)) == "\n\n".join(_LETTER)
