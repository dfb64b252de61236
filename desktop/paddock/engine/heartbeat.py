"""Says that work goes on while a graphics card computes.

llama.cpp asks between two steps of its graph whether to stop only where the processor computes them; a card gets all of
them at once, and its driver may first compile what it needs, for a minute and more.
"""

from __future__ import annotations

import contextlib
import threading
from typing import TYPE_CHECKING, Final, Self

if TYPE_CHECKING:
    from collections.abc import Callable

_EVERY_S: Final = 0.5


class Heartbeat:
    """Calls `beat` from a thread of its own twice a second, as long as it is entered; use as a context manager."""

    def __init__(self, beat: Callable[[], None], every_s: float = _EVERY_S) -> None:
        self._beat = beat
        self._every_s = every_s
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._go_on, name="heartbeat", daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self._thread.join()

    def _go_on(self) -> None:
        with contextlib.suppress(BrokenPipeError):  # nobody listens any more: the other thread learns that by itself
            while not self._over.wait(self._every_s):
                self._beat()
