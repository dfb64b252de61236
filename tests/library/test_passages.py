"""Passages: cut at structure, of a few hundred tokens, at exact places, with title, headings and a table's header."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paddock.library.passages import (
    AIM_TOKENS,
    LEAST_TOKENS,
    MOST_TOKENS,
    Passage,
    context_line,
    cut,
    estimate_tokens,
)
from paddock.reader.protocol import Block, Page


def page_of(*parts: tuple[str, str] | tuple[str, str, int], headings: tuple[str, ...] = ()) -> Page:
    """Return a page of blocks: kind, text and, of headings, the level."""
    text = ""
    blocks = []
    for number, (kind, words, *level) in enumerate(parts, start=1):
        start = len(text)
        text += words
        blocks.append(Block(kind, start, len(text), level[0] if level else 0, f"¶ {number}"))  # type: ignore[arg-type]  # a test's own
        text += "\n\n"
    return Page(id=1, number=1, kind="page", text=text, blocks=tuple(blocks), headings=headings)


def texts_of(page: Page) -> list[str]:
    return [page.text[one.start : one.end] for one in cut(page)]


def prose(topic: str, sentences: int) -> str:
    return " ".join(f"Of {topic} it says in line {number} that all is as it was." for number in range(sentences))


LONG = prose("wells", 200)


def test_running_text_is_cut_at_sentences_into_passages_of_two_to_four_hundred_tokens() -> None:
    page = page_of(("paragraph", LONG))
    pieces = texts_of(page)
    assert " ".join(pieces) == LONG
    assert all(piece.endswith("was.") and piece.startswith("Of wells") for piece in pieces)
    *whole, last = (estimate_tokens(piece) for piece in pieces)
    assert all(200 <= size <= MOST_TOKENS for size in whole)
    assert LEAST_TOKENS <= last <= MOST_TOKENS


def test_paragraphs_stay_whole_and_small_ones_go_together() -> None:
    paragraphs = [prose(topic, 6) for topic in ("wells", "dams", "mills", "weirs", "locks", "canals", "ponds", "lakes")]
    pieces = texts_of(page_of(*(("paragraph", one) for one in paragraphs)))
    assert [part for piece in pieces for part in piece.split("\n\n")] == paragraphs
    assert 1 < len(pieces) < len(paragraphs)
    assert all(LEAST_TOKENS <= estimate_tokens(piece) <= MOST_TOKENS for piece in pieces)


def test_a_heading_begins_a_passage_and_stands_over_all_that_follow() -> None:
    page = page_of(
        ("heading", "# Water", 1), ("paragraph", prose("wells", 12)),
        ("heading", "## Dams", 2), ("paragraph", LONG),
        ("heading", "# Fire", 1), ("paragraph", prose("hoses", 12)),
        headings=("Report",),
    )  # fmt: skip
    passages = cut(page)
    assert [one.headings for one in passages if page.text[one.start :].startswith("#")] == [
        ("Report", "Water"),
        ("Report", "Water", "Dams"),
        ("Report", "Fire"),
    ]
    of_dams = [one for one in passages if one.headings == ("Report", "Water", "Dams")]
    assert len(of_dams) > 3, "later parts of a section are under its heading too"
    assert context_line(" The year ", of_dams[-1]) == "The year › Report › Water › Dams"


def test_a_heading_is_never_left_alone() -> None:
    page = page_of(("heading", "# Water", 1), ("heading", "## Wells", 2), ("paragraph", prose("wells", 30)))
    first = cut(page)[0]
    assert page.text[first.start : first.end].startswith("# Water\n\n## Wells\n\nOf wells")
    assert first.headings == ("Water", "Wells")


def test_a_table_is_cut_between_rows_and_later_rows_keep_their_header() -> None:
    rows = [f"| Well {number} | {number * 3} mg | dry since {1900 + number % 100} |" for number in range(150)]
    page = page_of(("table", "\n".join(["| Name | Nitrate | Remark |", "| --- | --- | --- |", *rows])))
    passages = cut(page)
    assert len(passages) > 3
    lines = [line for one in passages for line in page.text[one.start : one.end].splitlines()]
    assert lines[2:] == rows, "no row is cut, lost or doubled"
    assert passages[0].header == ""
    assert {one.header for one in passages[1:]} == {"| Name | Nitrate | Remark |"}
    assert context_line("Wells", passages[-1]) == "Wells\n| Name | Nitrate | Remark |"
    assert {one.kind for one in passages} == {"table"}


def test_places_are_those_of_the_first_block_and_exact() -> None:
    page = page_of(("paragraph", prose("wells", 20)), ("paragraph", prose("dams", 20)))
    passages = cut(page)
    assert [one.place for one in passages] == ["¶ 1", "¶ 2"]
    assert page.text[passages[1].start : passages[1].end] == prose("dams", 20)


@pytest.mark.parametrize(
    ("sentence", "times"),
    [
        ("今年检查了十二口井，其中四口的硝酸盐超标。", 80),
        ("Am 3. Mai wurden zwölf Brunnen geprüft, vier davon überschritten den Grenzwert. ", 60),
        ("a" * 9000, 1),
        ("word " * 4000, 1),
        ("में कुएँ की जाँच की गई।  ", 200),
    ],
)
def test_no_passage_is_larger_than_the_most_whatever_the_script(sentence: str, times: int) -> None:
    page = Page(id=1, number=1, kind="page", text=sentence * times)
    passages = cut(page)
    assert all(estimate_tokens(page.text[one.start : one.end]) <= MOST_TOKENS for one in passages)
    assert "".join("".join(texts_of(page)).split()) == "".join(page.text.split())


@pytest.mark.parametrize("unit", [".", "?!", "…", '."', "。", "\n", " ", "-", "|", "a\n", "<", "("])
def test_a_page_of_one_sign_is_cut_in_no_time(unit: str) -> None:
    """A search for the end of a sentence once took time by the square of a run of dots: hours for a megabyte."""
    text = "Wells" + unit * (300_000 // len(unit)) + "dams"
    page = Page(id=1, number=1, kind="page", text=text, blocks=(Block("paragraph", 0, len(text)),))
    began = time.process_time()
    passages = cut(page)
    assert time.process_time() - began < 3
    assert "".join("".join(text[one.start : one.end] for one in passages).split()) == "".join(text.split())


def test_a_text_without_blocks_is_cut_at_blank_lines() -> None:
    page = Page(id=1, number=1, kind="page", text=f"{prose('wells', 20)}\n \n{prose('dams', 20)}")
    assert texts_of(page) == [prose("wells", 20), prose("dams", 20)]


def test_a_page_without_text_has_no_passage_and_a_word_makes_one() -> None:
    assert cut(Page(id=1, number=1, kind="page", text=" \n\t ")) == ()
    assert texts_of(Page(id=1, number=1, kind="page", text="  Yes. ")) == ["Yes."]


def test_the_context_line_is_bounded() -> None:
    assert len(context_line("t" * 1000, Passage(0, 1, "paragraph", ("h" * 1000,)))) == 300


@pytest.mark.slow
@given(
    st.lists(
        st.tuples(
            st.sampled_from(["paragraph", "heading", "list", "table", "code"]),
            st.text(max_size=3000),
            st.integers(0, 6),
        ),
        max_size=12,
    )
)
def test_whatever_a_page_holds_passages_cover_it_once(parts: list[tuple[str, str, int]]) -> None:
    page = page_of(*parts)
    at = 0
    for one in cut(page):
        assert at <= one.start < one.end <= len(page.text)
        assert not page.text[at : one.start].strip(), "nothing but white space lies between"
        text = page.text[one.start : one.end]
        assert text == text.strip()
        assert estimate_tokens(text) <= MOST_TOKENS + AIM_TOKENS // 10
        at = one.end
    assert not page.text[at:].strip()
