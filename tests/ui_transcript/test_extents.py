"""Where messages stand follows from their heights, guessed or known."""

from __future__ import annotations

from paddock.ui.transcript.extents import Extents, guess_height


def test_tops_follow_corrected_heights() -> None:
    extents = Extents()
    extents.reset([10, 20, 30])
    assert [extents.top(index) for index in range(4)] == [0, 10, 30, 60]
    extents.set_height(0, 15)
    assert [extents.top(index) for index in range(4)] == [0, 15, 35, 65]
    assert extents.total == 65


def test_the_message_at_a_height_is_found_also_outside() -> None:
    extents = Extents()
    extents.reset([10, 20, 30])
    assert [extents.index_at(y) for y in (-5, 0, 9, 10, 29, 30, 59, 60, 999)] == [0, 0, 0, 1, 1, 2, 2, 2, 2]


def test_more_text_is_guessed_taller() -> None:
    one, many, broken = (
        guess_height(chars, breaks, 22, 76, 80) for chars, breaks in ((10, 0), (7_600, 0), (7_600, 99))
    )
    assert one < many < broken
