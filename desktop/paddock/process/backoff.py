"""How long to wait before a worker that died is started again."""

from __future__ import annotations

_DELAYS_S = (0.0, 0.5, 1.0, 2.0, 4.0, 8.0, 16.0, 30.0)


class Backoff:
    """Delays in seconds: 0, 0.5, 1, 2 … 30 and no longer; from the beginning again after a good run.

    What a good run is, the owner says by calling `reset` (an answer was finished, say). Not thread-safe.
    """

    def __init__(self) -> None:
        self._failures = 0

    @property
    def failures(self) -> int:
        """Return how often in a row it failed."""
        return self._failures

    def next_delay_s(self) -> float:
        """Count one more failure and return how long to wait before the next start."""
        delay = _DELAYS_S[min(self._failures, len(_DELAYS_S) - 1)]
        self._failures += 1
        return delay

    def reset(self) -> None:
        """Note a good run: the next failure is the first one again."""
        self._failures = 0
