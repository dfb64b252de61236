"""One download: how it stands, for whoever shows it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, Literal

if TYPE_CHECKING:
    from paddock.errors import UserError
    from paddock.fetcher.protocol import Choice

State = Literal["waiting", "running", "checking", "paused", "needs token", "done", "failed", "stopped"]
UNDERWAY: Final = frozenset({"waiting", "running", "checking"})


@dataclass(frozen=True)
class Download:
    """One download as it stands. `total` and `seconds_left` are None where nobody knows; `note` is one sentence."""

    id: int
    title: str
    file_name: str
    choice: Choice
    state: State
    done: int = 0
    total: int | None = None
    bytes_per_second: float | None = None
    note: str = ""
    trouble: UserError | None = None
    model: str = ""  # the installed model's name, when it is done

    @property
    def seconds_left(self) -> float | None:
        """Return how long it takes at this speed, or None where that cannot be said."""
        if self.total is None or not self.bytes_per_second:
            return None
        return max(0, self.total - self.done) / self.bytes_per_second

    @property
    def given_up(self) -> Download:
        """Return it as it stands when nothing of it is wanted any more."""
        return replace(self, state="stopped", trouble=None, done=0)
