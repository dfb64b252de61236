"""A door behind which nobody fetches: the test says what comes of each request."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paddock.fetcher.protocol import Arrived, Failed, Fetch, Found, Progress, Search, Started

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from paddock.fetcher.protocol import Answer, Offered, Request


class ScriptedDoor:
    """Keeps what was asked; `begin`, `tell`, `arrive` and `fail` answer the newest download."""

    def __init__(self) -> None:
        self.alive = True
        self.times_asked = 0
        self.asked: list[Request] = []
        self.stopped: list[int] = []
        self.found: tuple[Offered, ...] = ()
        self._hear: dict[int, Callable[[Answer], None]] = {}
        self._ids = 0

    def new_id(self) -> int:
        self._ids += 1
        return self._ids

    def ask(self, request: Request, hear: Callable[[Answer], None]) -> None:
        self.times_asked += 1
        self.asked.append(request)
        self._hear[request.id] = hear
        if isinstance(request, Search):
            hear(Found(request.id, self.found))

    def stop(self, errand_id: int) -> None:
        self.stopped.append(errand_id)
        self._hear[errand_id](Failed(errand_id, "Stopped.", reason="stopped"))

    def close(self) -> None:
        """Leave; who still waits hears that nobody is there, as of the real one."""
        if self.alive:
            self.alive = False
            for number, hear in self._hear.items():
                hear(Failed(number, "Nothing can be fetched now."))

    @property
    def newest(self) -> int:
        return next(one.id for one in reversed(self.asked) if isinstance(one, Fetch))

    def tell(self, done: int, total: int, speed: float = 1e6) -> None:
        number = self.newest
        self._hear[number](Started(number, "New-Q4.gguf"))
        self._hear[number](Progress(number, done, total, speed))

    def arrive(self, file: Path, sha256: str) -> None:
        number, size = self.newest, file.stat().st_size
        self._hear[number](Arrived(number, file.name, (sha256,), size, vouched=True))

    def fail(self, what: str, reason: str = "error") -> None:
        number = self.newest
        self._hear[number](Failed(number, what, "", "Try again.", reason=reason))  # type: ignore[arg-type]
