"""What may pass by itself, and how long to wait for it: the fetcher's patience."""

from __future__ import annotations

import time
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, Final, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence

LONGEST_WAIT_S: Final = 300.0  # a server may ask for more; nobody sits before a window for longer
FRUITLESS_AT_MOST: Final = 7  # tries in a row, of all sources together, that brought nothing on
_DELAYS_S: Final = (1.0, 2.0, 4.0, 8.0, 16.0, 30.0)
_PASSING: Final = frozenset({408, 425, 429, 500, 502, 503, 504})


class Interrupted(Exception):
    """The line broke, or the server is busy: worth another try. `wait_s` is what the server asked for."""

    def __init__(self, why: str, wait_s: float | None = None) -> None:
        super().__init__(why)
        self.why = why
        self.wait_s = wait_s


class Clock(Protocol):
    """Time as the fetcher sees it; tests give one that does not wait."""

    def now_s(self) -> float:
        """Return seconds that only ever grow."""

    def wait(self, seconds: float) -> None:
        """Let so much time pass."""


class SystemClock:
    """The real one."""

    def now_s(self) -> float:
        """Return seconds that only ever grow."""
        return time.monotonic()

    def wait(self, seconds: float) -> None:
        """Let so much time pass."""
        time.sleep(seconds)


class Tries:
    """Which source is asked next, and after how long. A source that was struck off is not asked again."""

    def __init__(self, urls: Sequence[str], fruitless_at_most: int = FRUITLESS_AT_MOST) -> None:
        self._urls = list(dict.fromkeys(urls))
        self._fruitless_at_most = fruitless_at_most
        self._at = 0
        self._fruitless = 0
        self._wait_s = 0.0

    def next(self) -> tuple[str, float] | None:
        """Return a source and the seconds to wait before asking it; None when there is no more to try."""
        if not self._urls or self._fruitless >= self._fruitless_at_most:
            return None
        return self._urls[self._at % len(self._urls)], self._wait_s

    def interrupted(self, trouble: Interrupted, *, moved_on: bool) -> None:
        """Note a broken try: another source is asked at once, the same one after a pause that grows."""
        self._fruitless = 0 if moved_on else self._fruitless + 1
        self._at += 1
        rounds, at = divmod(self._fruitless, max(1, len(self._urls)))
        if trouble.wait_s is not None and len(self._urls) == 1:
            self._wait_s = trouble.wait_s
        elif moved_on:
            self._wait_s = _DELAYS_S[0] if len(self._urls) == 1 else 0.0
        else:
            self._wait_s = 0.0 if at else _DELAYS_S[min(rounds - 1, len(_DELAYS_S) - 1)]

    def strike_off(self, url: str) -> None:
        """Note that a source has something else than what is wanted."""
        self._urls.remove(url)
        self._at = 0
        self._wait_s = 0.0


def passes(status: int) -> bool:
    """Return whether an HTTP status tells of trouble that may pass (RFC 9110, RFC 6585)."""
    return status in _PASSING


def asked_to_wait(retry_after: str, now: datetime | None = None) -> float | None:
    """Return the seconds a `Retry-After` header means (RFC 9110, 10.2.3), bounded; None where it means nothing."""
    said = retry_after.strip()
    if said.isascii() and said.isdigit():
        return min(float(said[:9]), LONGEST_WAIT_S)
    try:
        until = parsedate_to_datetime(said)
    except (ValueError, TypeError, OverflowError):
        return None
    if until.tzinfo is None:
        until = until.replace(tzinfo=UTC)
    return min(max(0.0, (until - (now or datetime.now(UTC))).total_seconds()), LONGEST_WAIT_S)
