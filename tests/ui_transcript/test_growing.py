"""Text that grows ends as the same document as text read at once."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from paddock.ui.markdown.blocks import Line, texts
from paddock.ui.markdown.growing import STEP_CHARS, GrowingText
from paddock.ui.markdown.reader import MarkdownReader, Reading
from tests.ui_transcript.samples import ANSWER

if TYPE_CHECKING:
    from paddock.ui.markdown.blocks import Block
    from paddock.ui.markdown.body import MessageBody

pytestmark = pytest.mark.slow

PIECES = [
    *("word ", "**bold** ", "*open ", "`code` ", "\n", "\n\n", "- item\n", "  - inner\n", "1. first\n", "> quoted\n"),
    *("# Heading\n", "```python\n", "x = 1\n", "```\n", "| a | b |\n", "|---|---|\n", "| 1 | 2 |\n", "$x^2$ ", "$$\n"),
    *("---\n", "===\n", "    indented\n", "[link](https://example.org) ", "[ref] ", "\n[ref]: https://example.org\n"),
    *("![alt](x) ", "<b>", "\\(", "\\)", "\\[\n", "\\]\n", "שלום ", "中文。", "🙂", "\t", "~~~\n", "- [ ] task\n"),
    *("&amp;", "\r\n", "* * *\n"),
]
SOURCES = st.lists(st.sampled_from(PIECES), max_size=60).map("".join)
SHARED = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def at_once(reader: MarkdownReader, source: str) -> list[Block]:
    *_, blocks = GrowingText(reader).read_in_steps(source)
    return blocks


def count_chars(monkeypatch: pytest.MonkeyPatch, reader: MarkdownReader) -> list[int]:
    """Return a list to which the length of every text read is added."""
    counted: list[int] = []
    whole = reader.read

    def read(source: str, definitions: dict[str, Any], first_code: int = 0) -> Reading:
        counted.append(len(source))
        return whole(source, definitions, first_code)

    monkeypatch.setattr(reader, "read", read)
    return counted


def plain(blocks: list[Block]) -> list[str]:
    return [text for block in blocks for text in texts(block)]


@SHARED
@given(SOURCES, st.lists(st.integers(0, 400), max_size=12))
def test_a_document_that_grew_equals_one_written_at_once(
    body: MessageBody, reader: MarkdownReader, source: str, cuts: list[int]
) -> None:
    growing = GrowingText(reader)
    body.set_blocks([])
    for cut in sorted(cuts):
        body.set_blocks(growing.read(source[:cut]), growing=True)
    body.set_blocks(at_once(reader, source))
    grown = body.document().toHtml()
    body.set_blocks([])
    body.set_blocks(at_once(reader, source))
    assert grown == body.document().toHtml()


@SHARED
@given(SOURCES.filter(lambda source: "]:" not in source), st.lists(st.integers(0, 400), max_size=12))
@example(source="$$\n\n---\n$$\n", cuts=[8])
def test_reading_on_says_the_same_as_reading_anew(source: str, cuts: list[int]) -> None:
    reader = MarkdownReader("image not shown")
    growing = GrowingText(reader)
    for cut in sorted(cuts):
        growing.read(source[:cut])
    assert plain(growing.read(source)) == plain(at_once(reader, source))


@SHARED
@given(SOURCES)
def test_the_document_holds_every_text_in_order(body: MessageBody, reader: MarkdownReader, source: str) -> None:
    blocks = at_once(reader, source.replace("$", "").replace("\\", ""))  # formulas become objects later
    body.set_blocks(blocks)
    held = []
    paragraph = body.document().begin()
    while paragraph.isValid():
        held.append(paragraph.text())
        paragraph = paragraph.next()
    assert [text for text in plain(blocks) if text] == [text for text in held if text]


@pytest.mark.parametrize("size", [1, 7, 50, 333])
def test_an_ordinary_answer_grows_into_itself(body: MessageBody, reader: MarkdownReader, size: int) -> None:
    source = ANSWER * 3
    growing = GrowingText(reader)
    for end in range(size, len(source), size):
        body.set_blocks(growing.read(source[:end]), growing=True)
    assert growing.read(source) == at_once(reader, source)


def test_only_the_last_block_is_read_again(monkeypatch: pytest.MonkeyPatch, reader: MarkdownReader) -> None:
    read_chars = count_chars(monkeypatch, reader)
    growing = GrowingText(reader)
    source = "\n\n".join(f"Paragraph {number}." for number in range(200))
    for end in range(10, len(source), 10):
        growing.read(source[:end])
    assert max(read_chars) < 100


def test_a_long_list_is_read_on_from_its_last_item(monkeypatch: pytest.MonkeyPatch, reader: MarkdownReader) -> None:
    read_chars = count_chars(monkeypatch, reader)
    growing = GrowingText(reader)
    source = "\n".join(f"{number}. item" for number in range(1, 300))
    for end in range(10, len(source), 10):
        growing.read(source[:end])
    assert max(read_chars) < 100
    assert plain(growing.read(source)) == plain(at_once(reader, source))


def test_long_text_is_read_in_steps_that_only_add(reader: MarkdownReader) -> None:
    source = (ANSWER + "\n") * (STEP_CHARS * 4 // len(ANSWER))
    steps = list(GrowingText(reader).read_in_steps(source))
    assert len(steps) >= 4
    assert all(len(before) <= len(after) for before, after in pairwise(steps))
    assert steps[-1] == GrowingText(reader).read(source)


def test_a_code_block_longer_than_is_read_at_once_stays_code(reader: MarkdownReader) -> None:
    code = "\n".join(f"line {number} # not a heading" for number in range(8_000))
    blocks = at_once(reader, f"```text\n{code}\n```\n\nAfter.")
    assert all(isinstance(block, Line) and block.kind == "code" for block in blocks[:-1])
    assert plain(blocks)[-1] == "After."
    assert "\n".join(plain(blocks)[:-1]) == code


def test_text_that_does_not_go_on_is_read_anew(reader: MarkdownReader) -> None:
    growing = GrowingText(reader)
    growing.read("# One\n\nTwo\n\nThree\n\n")
    assert plain(growing.read("Other")) == ["Other"]
