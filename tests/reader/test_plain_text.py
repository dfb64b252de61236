"""Plain text and source code: blocks by their lines, word for word."""

from __future__ import annotations

import pytest

from paddock.reader.document import Source, Unreadable
from paddock.reader.plain_text import PlainTextDocument
from paddock.reader.protocol import Limits
from tests.reader.opening import blocks_of, pages_of


def test_paragraphs_know_their_lines() -> None:
    [page] = pages_of("First line\nsecond line\n\n\n  indented\n", "a.txt")
    assert page.kind == "part"
    assert not page.label
    assert blocks_of(page) == [
        ("paragraph", "lines 1–2", "First line\nsecond line"),
        ("paragraph", "line 5", "  indented"),
    ]


def test_form_feeds_part_pages() -> None:
    pages = pages_of("One\n\fTwo\n\nstill two\n\f\fFour\n", "a.txt")
    assert [(page.kind, page.number, page.text) for page in pages] == [
        ("page", 1, "One"),
        ("page", 2, "Two\n\nstill two"),
        ("page", 3, "Four"),
    ]


def test_a_long_text_is_cut_into_parts_called_by_their_lines() -> None:
    pages = pages_of("".join(f"Line {number} of a log without an end\n" for number in range(1, 5001)), "a.log")
    assert len(pages) == 5
    assert pages[0].label.startswith("lines 1–")
    assert pages[-1].label.endswith("–5000")
    assert all(len(page.text) <= 40_000 for page in pages)
    again = pages_of("".join(f"Line {number} of a log without an end\n" for number in range(1, 5001)), "a.log", first=4)
    assert again == pages[3:]


def test_one_line_of_a_megabyte_is_cut() -> None:
    pages = pages_of("word " * 200_000, "a.txt")
    assert sum(len(page.text) for page in pages) >= 999_000
    assert {block.place for page in pages for block in page.blocks} == {"line 1"}


def test_binary_called_text_is_refused_in_a_sentence() -> None:
    with pytest.raises(Unreadable) as refusal:
        pages_of(bytes(range(256)) * 10, "notes.txt")
    assert refusal.value.reason == "unknown_format"
    with pytest.raises(Unreadable, match="not a text"):
        PlainTextDocument(Source(bytes(range(256)) * 10, "notes.txt"))


def test_nothing_but_white_space_has_no_pages() -> None:
    assert pages_of(" \n\t\n", "a.txt") == []


def test_strangers_characters_come_through() -> None:
    [page] = pages_of("Ω≈ç√ 👩‍👩‍👧 \u202eright to left\u202c \x1b[31m田中 \x07bell\n", "a.txt")
    assert page.text == "Ω≈ç√ 👩‍👩‍👧 \u202eright to left\u202c [31m田中 bell"


def test_no_page_is_longer_than_the_limit() -> None:
    pages = pages_of("x\n" * 500 + "\fy\n", "a.txt", Limits(page_characters=100))
    assert all(len(page.text) <= 100 for page in pages)
    assert "".join(page.text for page in pages).count("x") == 500


def test_code_keeps_functions_whole() -> None:
    function = "def f{0}():\n" + "    call()\n\n" * 60 + "    return {0}\n\n\n"
    [page] = pages_of("import os\n\n" + "".join(function.format(n) for n in range(5)), "a.py")
    blocks = blocks_of(page)
    assert [text.partition("\n")[0] for _, _, text in blocks] == [
        "import os",
        *[f"def f{n}():" for n in range(1, 5)],
    ]
    assert blocks[1][:2] == ("code", "lines 127–248")
    assert blocks[1][2].endswith("    return 1")
