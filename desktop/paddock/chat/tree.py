"""A conversation's tree in memory: who answers whom, without the texts."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


class Tree:
    """The visible messages of one chat, by number.

    Built from rows (id, parent id or None, shown, trashed) in the order of their ids, so siblings stand in the order
    they were made. `shown` grows each time a message becomes the end of the branch shown.
    """

    def __init__(self, rows: Iterable[tuple[int, int | None, int, bool]]) -> None:
        self.parent: dict[int, int | None] = {}
        self.children: dict[int | None, list[int]] = {}
        self._shown: dict[int, int] = {}
        self._version: dict[int, int] = {}
        self.newest_shown = 0
        for number, parent, shown, trashed in rows:
            self.newest_shown = max(self.newest_shown, shown)
            if trashed:
                continue
            self.parent[number] = parent
            family = self.children.setdefault(parent, [])
            family.append(number)
            self._version[number] = len(family)
            self._shown[number] = shown

    def __contains__(self, number: int) -> bool:
        return number in self.parent

    def path(self, leaf: int | None) -> list[int]:
        """Return the branch from the root to `leaf`."""
        branch = []
        while leaf is not None:
            branch.append(leaf)
            leaf = self.parent[leaf]
        branch.reverse()
        return branch

    def siblings(self, number: int) -> list[int]:
        """Return the versions of a message, itself included, oldest first."""
        return self.children[self.parent[number]]

    def place(self, number: int) -> tuple[int, int]:
        """Return which version a message is, from 1, and of how many."""
        return self._version[number], len(self.siblings(number))

    def subtree(self, number: int) -> list[int]:
        """Return a message and all that hang from it, every message after its parent."""
        found = [number]
        for one in found:
            found.extend(self.children.get(one, ()))
        return found

    def last_leaf(self, number: int | None) -> int | None:
        """Return the leaf under `number` (None: of the whole chat) that was shown last, or the newest if none was.

        A message without children is its own leaf; None means an empty chat.
        """
        tops = self.children.get(None, []) if number is None else [number]
        leaves = [one for top in tops for one in self.subtree(top) if one not in self.children]
        return max(leaves, key=lambda leaf: (self._shown[leaf], leaf), default=None)
