"""Words: folded alike on both sides, in scripts with and without spaces; queries are harmless; snippets mark."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paddock.chat.snippet import CLOSE, OPEN, snippet
from paddock.chat.words import PHRASES_LIMIT, composed, fold, folded_lengths, index_words, read_query, words_of

ANY_TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=300)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Das Straßenfest", "das strassenfest"),
        ("naïve Café CRÈME", "naive cafe creme"),
        ("Łódź Ærø İstanbul", "lodz aero istanbul"),
        ("Ελληνικά Ёлка", "ελληνικα елка"),
        ("\uff26\uff35\uff2c\uff2c ﬁne", "full fine"),
        ("snake_case don't C++", "snake case don t c"),
        ("今天天气", "今天 天天 天气 气"),
        ("GPT模型", "gpt 模型 型"),
        ("ไทย", "ไท ทย ย"),
        ("हिन्दी भाषा", "हिन्दी भाषा"),
        ("مُحَمَّد", "محمد"),
        ("が", "が"),
        ("한국어", "한국 국어 어"),
        ("", ""),
        ("*** --- !!!", ""),
    ],
)
def test_words_are_folded_and_cut(text: str, words: str) -> None:
    assert index_words(text) == words


@given(ANY_TEXT)
def test_words_hold_nothing_that_fts5_or_its_queries_would_split(text: str) -> None:
    """The index's tokenizer splits at ASCII signs only: a key must hold none, or places would shift."""
    for key in index_words(text).split(" "):
        assert all(not c.isascii() or c.isalnum() for c in key)
        assert key == key.strip()


@given(ANY_TEXT)
def test_accents_and_case_do_not_matter(text: str) -> None:
    decomposed = unicodedata.normalize("NFD", text)
    assert index_words(decomposed) == index_words(unicodedata.normalize("NFC", text))
    plain = composed(text)
    assert len(fold(plain)) == sum(folded_lengths(plain))


@pytest.mark.parametrize(
    ("query", "matches"),
    [
        ("cat", ['"cat" *']),
        ("cat ", ['"cat"']),
        ("the cat", ['"the"', '"cat" *']),
        ('"the cat" sat', ['"the cat"', '"sat" *']),
        ('"the cat', ['"the cat" *']),
        ("“the cat”", ['"the cat"']),
        ("今", ['"今" *']),
        ("今天", ['"今天"']),
        ("今天天", ['"今天 天天"']),
        ("模型GPT", ['"模型 型 gpt" *']),
        ("snake_case", ['"snake case" *']),
        ("AND OR NOT NEAR(a b) col:x ^y -z *", ['"and"', '"or"', '"not"', '"near a"', '"b"', '"col x"', '"y"', '"z"']),
        ('" "" \' ; DROP', ['"drop" *']),
        ("", []),
        ("?!", []),
    ],
)
def test_a_query_says_what_it_looks_for(query: str, matches: list[str]) -> None:
    assert [phrase.match for phrase in read_query(query)] == matches


@given(ANY_TEXT)
def test_any_query_is_bounded_and_made_of_index_words(query: str) -> None:
    phrases = read_query(query)
    assert len(phrases) <= PHRASES_LIMIT
    assert all(phrase.keys and all(phrase.keys) for phrase in phrases)


@given(ANY_TEXT.filter(lambda text: index_words(text) != ""), st.data())
def test_any_piece_of_a_text_is_a_phrase_of_its_words(text: str, data: st.DataObject) -> None:
    """What can be selected in a message can be searched for: its words follow one another in the index."""
    folded = fold(composed(text))
    words = list(words_of(folded))
    first = data.draw(st.integers(0, len(words) - 1))
    last = data.draw(st.integers(first, len(words) - 1))
    piece = folded[words[first].start : words[last].end]
    asked = read_query('"' + piece.replace('"', " ") + '"')
    if len(asked) == 1:
        keys = [word.key for word in words_of(fold(composed(text)))]
        wanted = asked[0].keys
        assert any(
            tuple(keys[at : at + len(wanted) - 1]) == wanted[:-1] and keys[at + len(wanted) - 1].startswith(wanted[-1])
            for at in range(len(keys) - len(wanted) + 1)
        )


def marked(text: str, query: str) -> str:
    return snippet(text, read_query(query)).replace(OPEN, "[").replace(CLOSE, "]")


@pytest.mark.parametrize(
    ("text", "query", "shown"),
    [
        ("A cat sat here", "cat", "A [cat] sat here"),
        ("Concatenate the category", "cat", "Concatenate the [category]"),
        ("Das Straßenfest war schön", "strassenfest SCHON", "Das [Straßenfest] war [schön]"),
        ("the dog, the cat", '"the cat"', "the dog, [the cat]"),
        ("今天天气很好", "天气", "今天[天气]很好"),
        ("今天天气很好", "气", "今天天[气]很好"),
        ("我好", "好", "我[好]"),
        ("e\u0301te\u0301 en famille", "ete", "[été] en famille"),
        ("line one\n\n  line   two", "two", "line one line [two]"),
        ("nothing of it", "zebra", "nothing of it"),
        (f"the marks {OPEN}in{CLOSE} a text", "text", "the marks in a [text]"),
    ],
)
def test_a_snippet_marks_what_was_found(text: str, query: str, shown: str) -> None:
    assert marked(text, query) == shown


def test_a_snippet_is_cut_out_of_a_long_text() -> None:
    text = "word " * 2_000 + "needle in hay " + "word " * 3_000
    shown = marked(text, "needle")
    assert "[needle] in hay" in shown
    assert shown.startswith("…word")
    assert shown.endswith("word…")
    assert len(shown) <= 170


@given(ANY_TEXT, ANY_TEXT)
def test_a_snippet_of_anything_is_one_short_line_of_the_text(text: str, query: str) -> None:
    shown = snippet(text, read_query(query))
    assert len(shown) <= 200
    assert len(shown.splitlines()) <= 1
    assert shown.count(OPEN) == shown.count(CLOSE)
