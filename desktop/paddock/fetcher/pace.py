"""How fast bytes come, and how fast they may come."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from paddock.fetcher.retrying import Clock

_WINDOW_S: Final = 5.0
_SHORTEST_S: Final = 0.2
_LEEWAY_S: Final = 0.25  # so much of an allowance may be saved up; more would come as a burst


class Speed:
    """Bytes a second over the last few seconds."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._seen: deque[tuple[float, int]] = deque([(clock.now_s(), 0)])
        self._sum = 0

    def add(self, size_bytes: int) -> None:
        """Note bytes that came just now."""
        self._sum += size_bytes
        now_s = self._clock.now_s()
        if now_s - self._seen[-1][0] >= _SHORTEST_S:
            self._seen.append((now_s, self._sum))
            while now_s - self._seen[0][0] > _WINDOW_S and len(self._seen) > 1:
                self._seen.popleft()

    def bytes_per_second(self) -> int | None:
        """Return the speed; None while too little was seen of it."""
        since_s, before = self._seen[0]
        took_s = self._clock.now_s() - since_s
        return int((self._sum - before) / took_s) if took_s >= _SHORTEST_S else None


class Allowance:
    """A limit in bytes a second; None is no limit."""

    def __init__(self, bytes_per_second: int | None, clock: Clock) -> None:
        self._rate = bytes_per_second
        self._clock = clock
        self._free_at_s = clock.now_s()

    def a_moments_bytes(self) -> int:
        """Return how much may come at once without being a burst."""
        return int(self._rate * _LEEWAY_S) if self._rate else 1 << 30

    def pause_s(self, size_bytes: int) -> float:
        """Take so many bytes of it, and return how long to wait before the next are taken."""
        if not self._rate:
            return 0.0
        now_s = self._clock.now_s()
        self._free_at_s = max(self._free_at_s, now_s - _LEEWAY_S) + size_bytes / self._rate
        return max(0.0, self._free_at_s - now_s)
