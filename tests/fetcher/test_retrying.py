"""How long the fetcher waits, and whom it asks next."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from paddock.fetcher.pace import Allowance, Speed
from paddock.fetcher.retrying import FRUITLESS_AT_MOST, LONGEST_WAIT_S, Interrupted, Tries, asked_to_wait, passes
from tests.fetcher.transferring import Patience

NOW = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)


@pytest.mark.parametrize(
    ("said", "seconds"),
    [
        ("0", 0.0),
        (" 7 ", 7.0),
        ("999999999999999999999", LONGEST_WAIT_S),
        ("Fri, 02 Jan 2026 03:04:35 GMT", 30.0),
        ("Fri, 02 Jan 2026 03:04:00 GMT", 0.0),
        ("Fri, 02 Jan 2099 03:04:35 GMT", LONGEST_WAIT_S),
        ("Fri, 02 Jan 2026 03:04:35 -0000", 30.0),
        ("-5", None),
        ("soon", None),
        ("", None),
        ("٣", None),
        ("Fri, 99 Jan 2026 03:04:35 GMT", None),
        ("Fri, 02 Jan 99999999999 03:04:35 GMT", None),
    ],
)
def test_what_a_server_asks_for(said: str, seconds: float | None) -> None:
    assert asked_to_wait(said, NOW) == seconds


def test_which_trouble_passes() -> None:
    assert [status for status in range(100, 600) if passes(status)] == [408, 425, 429, 500, 502, 503, 504]


def waits(tries: Tries, *, moved_on: bool = False, wait_s: float | None = None) -> list[tuple[str, float]]:
    """Return whom it asks, and after how long, when every try is interrupted."""
    asked: list[tuple[str, float]] = []
    while len(asked) < 30 and (following := tries.next()):
        asked.append(following)
        tries.interrupted(Interrupted("", wait_s), moved_on=moved_on)
    return asked


def test_one_source_is_given_ever_more_time() -> None:
    asked = waits(Tries(["a"]))
    assert [wait_s for _, wait_s in asked] == [0, 1, 2, 4, 8, 16, 30]
    assert len(asked) == FRUITLESS_AT_MOST


def test_several_sources_are_asked_in_turn_and_wait_once_a_round() -> None:
    assert waits(Tries(["a", "b", "a"]), wait_s=60) == [
        ("a", 0), ("b", 0), ("a", 1), ("b", 0), ("a", 2), ("b", 0), ("a", 4),
    ]  # fmt: skip


def test_what_brings_bytes_on_is_never_given_up() -> None:
    asked = waits(Tries(["a"]), moved_on=True)
    assert len(asked) == 30
    assert {wait_s for _, wait_s in asked[1:]} == {1.0}


def test_a_source_struck_off_is_not_asked_again() -> None:
    tries = Tries(["a", "b"])
    tries.strike_off("a")
    assert tries.next() == ("b", 0.0)
    tries.strike_off("b")
    assert tries.next() is None


def test_a_limit_lets_nobody_save_up() -> None:
    clock = Patience()
    allowance = Allowance(1000, clock)
    assert allowance.pause_s(1000) == pytest.approx(1, abs=0.01)
    clock.wait(3600)
    assert allowance.pause_s(1000) == pytest.approx(0.75, abs=0.01)
    assert Allowance(None, clock).pause_s(1 << 40) == 0


def test_speed_is_of_the_last_few_seconds() -> None:
    clock = Patience()
    speed = Speed(clock)
    assert speed.bytes_per_second() is None
    for _ in range(100):
        clock.wait(0.5)
        speed.add(1_000_000)
    for _ in range(20):
        clock.wait(0.5)
        speed.add(500)
    assert speed.bytes_per_second() == pytest.approx(1000, rel=0.05)
