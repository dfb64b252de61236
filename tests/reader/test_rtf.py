"""RTF: paragraphs, headings, lists, tables and notes; encodings; bounded."""

from __future__ import annotations

import time

import pytest

from paddock.reader.document import Source, Unreadable
from paddock.reader.rtf_packed import unpacked
from paddock.reader.rtf_text import RtfDocument
from tests.reader.opening import blocks_of, pages_of, text_of

HEAD = (
    rb"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fswiss Arial;}{\f1\fcharset204 Times;}{\f2\fcharset128 Mincho;}}"
    rb"{\colortbl;\red0\green0\blue0;}{\stylesheet{\s0 Normal;}{\s1\outlinelevel0 heading 1;}{\s2 Heading 2;}}"
    rb"{\info{\title The title}{\author Ada}{\company Acme}}{\*\generator Word;}"
)


def rtf(body: bytes) -> bytes:
    return HEAD + body + b"}"


def test_paragraphs_headings_and_lists() -> None:
    [page] = pages_of(
        rtf(
            rb"{\pard\s1 Big\par}{\pard\s2 Smaller\par}\pard One \b bold\b0  word\line next line\par"
            rb"\pard{\listtext\'b7\tab}item\par\pard{\pntext 2.\tab}second\par"
        ),
        "a.rtf",
    )
    assert blocks_of(page) == [
        ("heading", "¶ 1", "# Big"),
        ("heading", "¶ 2", "## Smaller"),
        ("paragraph", "¶ 3", "One bold word\nnext line"),
        ("list", "¶ 4", "- item"),
        ("list", "¶ 5", "2. second"),
    ]


def test_title_and_author_are_the_files_own() -> None:
    document = RtfDocument(Source(rtf(rb"x\par"), "a.rtf"))
    assert (document.title, document.author) == ("The title", "Ada")


def test_characters_in_every_notation() -> None:
    assert text_of(rtf(rb"Gr\'fc\'dfe \u8364? \emdash \lquote x\rquote \{a\}\~b\par")) == "Grüße € —‘x’{a} b"
    assert text_of(rtf(rb"{\f1 \'cf\'f0\'e8\'e2\'e5\'f2}, {\f2 \'93\'fa\'96\'7b}\par")) == "Привет, 日本"
    assert text_of(rtf(rb"\u-10179?\u-8704? \uc2\u228\'e4\'e4 \uc0\u246 x\par")) == "😀 ä öx"


def test_paragraphs_and_lists_of_macos_end_with_a_line() -> None:
    body = (
        b"{\\rtf1\\ansi\\cocoartf2513\n\\pard\\f0\\fs24 First line\\\nSecond line\\\r\n\\\n\\pard\\ls1\\ilvl0\n"
        b"{\\listtext\t\\uc0\\u8226 \t}one\\\n\\pard\\ls1\\ilvl1{\\listtext\t\\uc0\\u8259 \t}sub\\\n}"
    )
    assert text_of(body).split("\n\n") == ["First line", "Second line", "- one", "  - sub"]


def test_lists_that_were_typed_are_lists() -> None:
    body = rb"{\rtf1\ansi \bullet \tx360\tab Peas\par 2.\tab Beans\par (a)\tab Corn\par A. Smith\par - no item\par}"
    assert text_of(body).split("\n\n") == ["- Peas", "2. Beans", "- (a) Corn", "A. Smith", "- no item"]
    kinds = [kind for page in pages_of(body) for kind, _, _ in blocks_of(page)]
    assert kinds == ["list", "list", "list", "paragraph", "paragraph"]


def test_bytes_that_are_not_the_utf_8_they_are_said_to_be_are_read_all_the_same() -> None:
    assert text_of(rb"{\rtf1\ansi\ansicpg65001 Gr\'c3\'bc\'c3\'9fe, Z\'fcrich}") == "Grüße, Zürich"


def test_what_nobody_sees_is_left_out() -> None:
    body = (
        rb"{\header 12\par}{\*\unknown nothing}{\pict\pngblip 89504e470d0a1a0a}{\v y}{\deleted x}"
        rb"{\field{\*\fldinst HYPERLINK \"https://example.org\"}{\fldrslt link}} seen\par{\pict\bin7 }}}{{{\}end\par"
    )
    assert text_of(rtf(body)) == "link seen\n\nend"


def test_tables_and_notes() -> None:
    [page] = pages_of(
        rtf(
            rb"Before{\super\chftn}{\footnote\chftn  A note\par}.\par"
            rb"\trowd\pard\intbl Name\cell Age\cell\row\trowd\pard\intbl Ada\cell 36\cell\row\pard After\par"
        ),
        "a.rtf",
    )
    assert [(kind, text) for kind, _, text in blocks_of(page)] == [
        ("paragraph", "Before[1]."),
        ("paragraph", "[1] A note"),
        ("table", "| Name | Age |\n| --- | --- |\n| Ada | 36 |"),
        ("paragraph", "After"),
    ]


def test_headers_comments_and_raised_figures() -> None:
    body = (
        rb"{\header Contract 77\par}{\headerf Contract 77\par}{\footer {\field{\*\fldinst PAGE}{\fldrslt 3}}\par}"
        rb"10{\super 6} m{\*\atnid A}{\*\atnauthor Ann}\chatn{\*\annotation{\*\atndate 1}why?\par}, 1{\super st}\par"
    )
    pages = pages_of(rtf(body), "a.rtf")
    assert [page.text for page in pages] == [
        "10^6 m, 1st\n\n> Comment (Ann): why?", "# Headers and footers\n\nContract 77",
    ]  # fmt: skip


def test_lists_in_lists_and_signs_of_symbol_fonts() -> None:
    fonts = rb"{\fonttbl{\f7\fcharset2 Symbol;}{\f8\fcharset2 Wingdings;}}"
    items = (
        rb"\pard\ilvl0{\listtext 1.\tab}one\par\pard\ilvl1{\listtext a)\tab}two\par"
        rb"\pard\ilvl1{\listtext{\f7\'b7}\tab}three\par\pard 5 {\f7 m}m {\f8\'fe} {\f7\u-3933?}\par"
    )
    assert text_of(rtf(fonts + items)).split("\n\n") == ["1. one", "  - a) two", "  - three", "5 μm ☑ ≤"]


def test_cells_stand_in_the_columns_that_their_rows_say() -> None:
    def row(edges: str, cells: str, more: str = "") -> str:
        ends = "".join("\\" + edge.replace("v", "clvmrg\\") for edge in edges.split())
        inside = "".join(cell + "\\cell " for cell in cells.split(","))
        return f"\\trowd{more}{ends}\\pard\\intbl {inside}\\row"

    table = (
        row("cellx1000 cellx3000 cellx5010", "Town,2022,2023", "\\trhdr")
        + row("vcellx1000 cellx2000 cellx3005 cellx4000 cellx5000", ",Q1,Q2,Q1,Q2", "\\trhdr")
        + row("cellx1000 cellx2000 cellx3000 cellx4000 cellx5000", "Ulm,1,2,3,4")
        + row("vcellx1000 cellx2000 cellx3000 cellx4000 cellx5000", ",5,6,7,8")
    )
    assert text_of(rtf(table.encode() + rb"\pard x\par")).splitlines()[:4] == [
        "| Town | 2022 Q1 | 2022 Q2 | 2023 Q1 | 2023 Q2 |",
        "| --- | --- | --- | --- | --- |",
        "| Ulm | 1 | 2 | 3 | 4 |",
        "| Ulm | 5 | 6 | 7 | 8 |",
    ]


def test_junk_before_and_after_and_a_missing_end() -> None:
    assert text_of(b"\r\n" + rtf(rb"x\par") + b"trailing junk") == "x"
    assert text_of(HEAD + rb"x\par y") == "x\n\ny"
    assert text_of(rb"{\rtf1 \'zz \u \ansicpg99999999 \f-1 \uc-5 \u99999999? x\par").endswith("x")
    with pytest.raises(Unreadable):
        RtfDocument(Source(b"{\\other", "a.rtf"))


def test_bombs_are_bounded() -> None:
    begin = time.process_time()
    with pytest.raises(Unreadable, match="damaged"):
        pages_of(rb"{\rtf1 " + b"{" * 200_000, "a.rtf")
    assert text_of(rb"{\rtf1 \bin99999999999 x\par}") in {"", "x"}
    pages_of(rb"{\rtf1 " + rb"\cell" * 50_000 + rb"\row", "a.rtf")
    assert time.process_time() - begin < 10


def test_packed_rtf_is_unpacked() -> None:
    """The example of [MS-OXRTFCP] 4.1.1."""
    packed = bytes.fromhex(
        "2d0000002b0000004c5a4675f1c5c7a703000a007263706731323542320af32068656c090020627705b06c647d0a800fa0"
    )
    assert unpacked(packed) == b"{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n"
    assert unpacked(packed[:30]).startswith(b"{\\rtf1")
    assert unpacked(b"\x10\0\0\0\x03\0\0\0MELA\0\0\0\0abcdef") == b"abc"
    assert unpacked(b"short") == unpacked(b"\0" * 40) == b""
    assert len(unpacked(b"\0\0\0\0\xff\xff\xff\xffLZFu\0\0\0\0" + b"\xff\0\x0f" * 1000)) < 40_000
