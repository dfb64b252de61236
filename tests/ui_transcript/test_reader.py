"""Markdown is read whole: what is there is shown, and nothing else."""

from __future__ import annotations

import pytest

from paddock.ui.markdown.blocks import LINE_BREAK, Block, Line, Run, Style, Table, code_text, texts
from paddock.ui.markdown.reader import MarkdownReader
from paddock.ui.markdown.typed import clean, read_typed


def read(source: str) -> list[Block]:
    return MarkdownReader("image not shown").read(source, {}).blocks


def line(source: str) -> Line:
    (only,) = read(source)
    assert isinstance(only, Line)
    return only


def shown(source: str) -> str:
    return "\n".join(text for block in read(source) for text in texts(block))


def test_styles_add_up_and_neighbours_of_one_style_are_one_run() -> None:
    assert line("a **b *c* `d`** ~~e~~").runs == (
        Run("a "),
        Run("b ", Style.BOLD),
        Run("c", Style.BOLD | Style.ITALIC),
        Run(" ", Style.BOLD),
        Run("d", Style.BOLD | Style.CODE),
        Run(" "),
        Run("e", Style.STRIKE),
    )


def test_a_line_end_within_a_paragraph_breaks_the_line() -> None:
    assert line("one\ntwo").runs == (Run(f"one{LINE_BREAK}two"),)


def test_lists_keep_their_own_numbers_and_say_what_they_stand_in() -> None:
    made = [
        (block.marker, block.path, "".join(run.text for run in block.runs))
        for block in read("7. a\n8. b\n   - c\n     - d\n- [x] e\n- [ ] f\n- [link] g")
        if isinstance(block, Line)
    ]
    assert made == [
        ("7.", "l", "a"),
        ("8.", "l", "b"),
        ("◦", "ll", "c"),
        ("–", "lll", "d"),
        ("☑", "l", "e"),
        ("☐", "l", "f"),
        ("•", "l", "[link] g"),
    ]


def test_an_item_that_begins_with_code_still_has_its_marker() -> None:
    first, second = read("- ```\n  code\n  ```")
    assert isinstance(first, Line)
    assert isinstance(second, Line)
    assert (first.marker, first.runs, second.kind, second.path) == ("•", (), "code", "l")


@pytest.mark.parametrize("href", ["https://example.org/a?b=c", "http://example.org", "mailto:a@example.org"])
def test_links_of_the_web_and_mail_can_be_followed(href: str) -> None:
    assert line(f"[words]({href})").runs == (Run("words", href=href),)


@pytest.mark.parametrize("href", ["file:///etc/passwd", "./page", "paddock:x", "ftp://example.org", "data:text/html,x"])
def test_other_links_are_told_but_cannot_be_followed(href: str) -> None:
    text = shown(f"[words]({href})")
    assert "words" in text
    assert href in text
    assert not any(run.href for run in line(f"[words]({href})").runs)


def test_images_are_described_and_named_as_not_shown() -> None:
    assert line("![A *chart*](https://example.org/x.png)").runs == (
        Run("A *chart*", Style.ITALIC),
        Run(" (image not shown)", Style.NOTE),
    )


def test_html_is_text() -> None:
    source = '<script>alert(1)</script>\n\n<img src="https://example.org/x">'
    assert shown(source) == source.replace("\n\n", "\n")


@pytest.mark.parametrize(
    ("source", "formula", "display"),
    [
        ("$a^2$", "a^2", False),
        (r"\(a^2\)", "a^2", False),
        ("$$a^2$$", "a^2", True),
        (r"\[a^2\]", "a^2", True),
        ("\\[\na^2\n\\]", "a^2", True),
        ("$$\na^2\n$$", "a^2", True),
    ],
)
def test_formulas_are_recognised_in_every_usual_spelling(source: str, formula: str, *, display: bool) -> None:
    (run,) = line(source).runs
    assert run.text == formula
    assert run.style & Style.FORMULA
    assert bool(run.style & Style.DISPLAY) is display


@pytest.mark.parametrize(
    "source", ["It costs $5 and $6.", "5$ bis 6 $", r"an open \( bracket", "a $ b $ c", r"\[ open"]
)
def test_money_and_open_brackets_are_no_formulas(source: str) -> None:
    assert not any(run.style & Style.FORMULA for block in read(source) if isinstance(block, Line) for run in block.runs)


def test_tables_have_a_header_alignments_and_all_their_cells() -> None:
    (table,) = read("| a | b | c |\n|:--|:-:|--:|\n| `1` | 2 |\n")
    assert isinstance(table, Table)
    assert table.alignments == ("left", "center", "right")
    assert texts(table) == ["a", "b", "c", "1", "2", ""]


def test_a_row_with_more_cells_than_the_header_is_shown_as_typed_and_loses_nothing() -> None:
    source = "| a | b |\n|---|---|\n| 1 | 2 | lost? |"
    assert shown(source) == source


def test_a_long_table_comes_in_parts_that_hold_all_rows() -> None:
    rows = [f"| {number} | x{number} |" for number in range(100)]
    parts = read("\n".join(["| a | b |", "|---|---|", *rows]))
    assert len(parts) > 3
    assert [part.continued for part in parts if isinstance(part, Table)] == [False] + [True] * (len(parts) - 1)
    assert [part.ends for part in parts if isinstance(part, Table)] == [False] * (len(parts) - 1) + [True]
    assert [text for part in parts for text in texts(part)] == ["a", "b"] + [
        cell for number in range(100) for cell in (f"{number}", f"x{number}")
    ]


def test_code_is_given_back_exactly() -> None:
    code = "def f():\n\treturn '  x'\n\n\n# end   \n" + "y" * 20_000 + "\nz"
    lines = [block for block in read(f"```python title\n{code}\n```") if isinstance(block, Line)]
    assert code_text(lines) == code
    assert lines[0].code is not None
    assert lines[0].code.language == "python"
    assert [block.code.first for block in lines if block.code].count(True) == 1
    assert [block.code.last for block in lines if block.code].count(True) == 1


def test_what_is_nested_too_deeply_is_shown_as_typed() -> None:
    source = "> " * 200 + "deep"
    assert shown(source) == source
    source = "- " * 200 + "deep"
    assert shown(source) == source


def test_right_to_left_text_is_known_by_its_first_letter() -> None:
    assert line("שלום world").rtl
    assert line("123 مرحبا").rtl
    assert not line("world שלום").rtl
    assert not line("123").rtl


def test_signs_that_qt_uses_for_itself_are_replaced() -> None:
    assert clean("a\r\nb\rc\u2029d\ufffce\0f\ud800\ufdd0") == "a\nb\nc\nd\ufffde\ufffdf\ufffd\ufffd"
    assert line("a&#x2029;b&#10;c").runs == (Run(f"a{LINE_BREAK}b{LINE_BREAK}c"),)


def test_a_persons_own_words_stand_as_typed() -> None:
    source = "# no heading\n* no list\n**not bold**\n\n  indented $x$ <b>"
    assert "\n".join(text for block in read_typed(source) for text in texts(block)) == source


def test_a_persons_fenced_code_is_code_and_an_open_fence_is_text() -> None:
    kinds = [block.kind for block in read_typed("see\n```python\nx = 1\n```\nand") if isinstance(block, Line)]
    assert kinds == ["text", "code", "text"]
    source = "see\n```python\nx = 1"
    assert "\n".join(text for block in read_typed(source) for text in texts(block)) == source


def test_nothing_at_all_is_nothing() -> None:
    assert read("") == []
    assert read("\n\n \n") == []
