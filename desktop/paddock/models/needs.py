"""What downloads need of others: a door to the network, and somebody who keeps the hub's token."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable

    from paddock.fetcher.protocol import Answer, Order


class Door(Protocol):
    """The way to the one process that may use the network (`fetcher.client.Errands`; tests have one of their own)."""

    @property
    def alive(self) -> bool:
        """Return whether anybody is there to be asked."""

    @property
    def times_asked(self) -> int:
        """Return how often the network may have been used since this program's start."""

    def new_id(self) -> int:
        """Return a number no other errand has."""

    def ask(self, order: Order, hear: Callable[[Answer], None]) -> None:
        """Send an order and return at once; `hear` is told its answers, on a thread of the door's.

        The last answer is Arrived, Found or Failed, whatever happens, even where nobody is there.
        """

    def stop(self, errand_id: int) -> None:
        """End an errand; its last answer says so. One that has ended already stays ended."""

    def close(self) -> None:
        """End the doorkeeper, and with it all errands."""


class Tokens(Protocol):
    """Keeps the hub's token between two starts."""

    def read(self) -> str:
        """Return the token, or nothing where none is kept."""

    def keep(self, token: str) -> None:
        """Keep it from now on, for this start alone where there is no keyring."""
