"""Whole characters and stop strings, however the text is cut into pieces."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from paddock.engine.stopping import Characters, StopStrings, held_back

letters = st.text(alphabet="abc\n", max_size=30)


@given(st.text(max_size=40), st.lists(st.integers(1, 5), min_size=1))
def test_characters_come_whole_however_their_bytes_are_cut(text: str, cuts: list[int]) -> None:
    raw = text.encode("utf-8", "surrogatepass")
    characters = Characters()
    pieces, place, turn = [], 0, 0
    while place < len(raw):
        size = cuts[turn % len(cuts)]
        pieces.append(characters.feed(raw[place : place + size]))
        place, turn = place + size, turn + 1
    assert "".join(pieces) + characters.end() == raw.decode("utf-8", "replace")


def test_half_a_character_at_the_end_is_marked_not_lost() -> None:
    characters = Characters()
    assert characters.feed("é".encode()[:1]) == ""
    assert characters.end() == "\ufffd"


@given(letters, st.lists(st.text(alphabet="abc\n", min_size=1, max_size=4), max_size=3), st.integers(1, 4))
def test_text_ends_at_the_first_stop_string_across_pieces(text: str, stops: list[str], size: int) -> None:
    watch = StopStrings(stops)
    out = ""
    for place in range(0, len(text), size):
        out += watch.feed(text[place : place + size])
        if watch.met:
            break
    out += watch.end()
    found = [place for stop in stops if (place := text.find(stop)) >= 0]
    assert watch.met == bool(found)
    if not found:
        assert out == text
    else:
        # A longer stop string may still be growing when a shorter, later one is complete already.
        assert text.startswith(out)
        assert len(out) >= min(found)
        assert not any(stop in out for stop in stops)


@given(letters, st.lists(st.text(alphabet="abc", min_size=1, max_size=5), max_size=3))
def test_what_is_held_back_is_the_longest_beginning_of_a_mark(text: str, marks: list[str]) -> None:
    held = held_back(text, marks)
    beginnings = [size for mark in marks for size in range(1, len(mark)) if text.endswith(mark[:size])]
    assert held == max(beginnings, default=0)
