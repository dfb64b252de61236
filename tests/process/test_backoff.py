"""How long to wait before a worker is started again."""

from __future__ import annotations

from paddock.process.backoff import Backoff


def test_it_starts_at_once_then_waits_longer_and_longer_but_never_beyond_half_a_minute() -> None:
    backoff = Backoff()
    assert [backoff.next_delay_s() for _ in range(10)] == [0, 0.5, 1, 2, 4, 8, 16, 30, 30, 30]
    assert backoff.failures == 10


def test_a_good_run_makes_the_next_failure_the_first_one() -> None:
    backoff = Backoff()
    for _ in range(5):
        backoff.next_delay_s()
    backoff.reset()
    assert (backoff.failures, backoff.next_delay_s(), backoff.next_delay_s()) == (0, 0, 0.5)
