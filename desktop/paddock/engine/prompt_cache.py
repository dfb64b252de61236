"""Never reading the same tokens twice: what the context holds, and other branches and chats kept beside it."""

from __future__ import annotations

import bisect
import collections
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from paddock.engine.llama import Context

# Fewer tokens than these are read anew sooner than a snapshot is made or put back.
_WORTH_KEEPING: Final = 32


def shared_prefix(one: Sequence[int] | str, other: Sequence[int] | str) -> int:
    """Return how many tokens, or characters, both begin with. Slices are compared in C: microseconds for thousands."""
    longest = min(len(one), len(other))
    if one[:longest] == other[:longest]:
        return longest
    return bisect.bisect_left(range(longest), True, key=lambda end: one[: end + 1] != other[: end + 1])


@dataclass(frozen=True, eq=False)
class _Snapshot:
    tokens: list[int]
    state: Any
    oldest: int  # first position it holds in every layer

    @property
    def size_bytes(self) -> int:
        return len(self.state) + 8 * len(self.tokens)


class PromptCache:
    """Brings the context to the longest prefix of a prompt that was ever read and is still kept.

    One sequence is active in the context. Before a worthwhile part of it is dropped, all of it is copied into
    memory; the least recently used copies go first when they outgrow `budget_bytes`. `window` is the model's
    sliding window (0 without): a copy holds only that much before its end, so it serves where it ends and hardly
    before. With `whole_only` the model's memory cannot be cut back at all (a running state). For both, a second copy
    is made where the prompt ended, which is where regenerating comes back to.
    """

    def __init__(self, context: Context, budget_bytes: int, *, window: int = 0, whole_only: bool = False) -> None:
        self._context = context
        self._budget_bytes = budget_bytes
        self._window = window
        self.whole_only = whole_only
        self._ends_only = whole_only or window > 0
        self._prompt_end = 0  # the last prompt's, but for its last token
        self._snapshots: collections.deque[_Snapshot] = collections.deque()  # the most recently used first
        self.active: list[int] = []

    @property
    def size_bytes(self) -> int:
        """Return how much memory the copies take."""
        return sum(snapshot.size_bytes for snapshot in self._snapshots)

    def warm_tokens(self, prompt: Sequence[int]) -> int:
        """Return how many of the prompt's first tokens would not have to be read."""
        limit = len(prompt) - 1
        kept = self._usable(self.active, self._context.oldest, prompt, limit)
        return max([kept, *(self._usable(one.tokens, one.oldest, prompt, limit) for one in self._snapshots)])

    def prepare(self, prompt: list[int], *, reuse: bool) -> int:
        """Make the context hold a prefix of `prompt`, the longest there is, and return its length.

        Always shorter than the prompt: the last token is read again, for its logits. With `reuse` False it is 0.
        """
        limit = len(prompt) - 1
        if not reuse:
            self._clear()
            self._prompt_end = limit
            return 0
        keep = self._usable(self.active, self._context.oldest, prompt, limit)
        best = max(self._snapshots, key=lambda one: self._usable(one.tokens, one.oldest, prompt, limit), default=None)
        found = self._usable(best.tokens, best.oldest, prompt, limit) if best else 0
        if best and found >= keep + _WORTH_KEEPING:
            self._stash(shared=keep)
            keep = found if self._restore(best) else 0
        else:
            self._stash(shared=keep)
        self._prompt_end = limit
        return self._cut(keep)

    def checkpoint(self) -> None:
        """Keep a copy of just here, where the model's memory could not be cut back to it later."""
        if self.whole_only:
            self._keep_copy()

    def read(self, tokens: Sequence[int]) -> None:
        """Note that the context now holds these too."""
        self.active.extend(tokens)

    def settle(self) -> None:
        """After a stop: note what the context really holds."""
        del self.active[self._context.length :]
        if self._context.length > len(self.active) and not self._context.trim(len(self.active)):
            self._clear()

    # ---------------------------------------------------------------- inside

    def _usable(self, tokens: Sequence[int], oldest: int, prompt: Sequence[int], limit: int) -> int:
        """Return how much of these held tokens serves this prompt."""
        shared = min(shared_prefix(tokens, prompt), limit)
        if self.whole_only:
            return shared if shared == len(tokens) else 0
        if self._window and oldest > max(0, shared - self._window):
            return 0
        return shared

    def _stash(self, shared: int) -> None:
        """Copy the active sequence where more than a few tokens of it are about to be dropped."""
        if len(self.active) - shared < _WORTH_KEEPING:
            return
        self._keep_copy()
        end = self._prompt_end
        if self._window and max(shared, 1) <= end < len(self.active) and self._context.trim(end):
            del self.active[end:]
            self._keep_copy()

    def _keep_copy(self) -> None:
        for snapshot in list(self._snapshots):
            shared = shared_prefix(snapshot.tokens, self.active)
            if shared == len(self.active) and (not self._ends_only or shared == len(snapshot.tokens)):
                self._use(snapshot)  # it holds all of this already
                return
            if shared == len(snapshot.tokens) and not self._ends_only:
                self._snapshots.remove(snapshot)  # the new copy holds all of it
        size = self._context.state_bytes
        if size > self._budget_bytes:
            return
        self._make_room(size)
        oldest = max(self._context.oldest, len(self.active) - self._window) if self._window else 0
        try:
            snapshot = _Snapshot(list(self.active), self._context.save(), oldest)
        except MemoryError:
            self._snapshots.clear()  # a copy is a convenience; the answer comes first
            return
        self._snapshots.appendleft(snapshot)

    def _make_room(self, size_bytes: int) -> None:
        while self._snapshots and self.size_bytes + size_bytes > self._budget_bytes:
            self._snapshots.pop()

    def _use(self, snapshot: _Snapshot) -> None:
        """Make this one the most recently used."""
        self._snapshots.remove(snapshot)
        self._snapshots.appendleft(snapshot)

    def _restore(self, snapshot: _Snapshot) -> bool:
        if any(one is snapshot for one in self._snapshots):  # it may have made room for the active one's copy
            self._use(snapshot)
        if not self._context.restore(snapshot.state):
            self._clear()
            return False
        self.active = list(snapshot.tokens)
        return True

    def _cut(self, keep: int) -> int:
        if keep == 0:
            self._clear()
        elif keep < len(self.active):
            if not self._context.trim(keep):
                self._clear()
                return 0
            del self.active[keep:]
        return keep

    def _clear(self) -> None:
        self._context.clear()
        self.active = []
