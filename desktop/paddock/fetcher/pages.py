"""A small text from the network, bounded in size and time: a hub's answer, a list of hashes."""

from __future__ import annotations

import time
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from paddock.errors import UserError
from paddock.fetcher.answers import OK, another_file, refuse_other
from paddock.fetcher.incoming import Incoming
from paddock.fetcher.retrying import Interrupted, SystemClock, Tries

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from paddock.fetcher.https import Network
    from paddock.fetcher.retrying import Clock

_AT_LATEST_S: Final = 60.0
_FRUITLESS_AT_MOST: Final = 3  # somebody waits for it
_LONGEST_WAIT_S: Final = 10.0
_LONGEST_PAUSE_S: Final = 1.0


def read_page(
    network: Network,
    url: str,
    max_bytes: int,
    *,
    token: str = "",
    on_tick: Callable[[], None] = lambda: None,
    clock: Clock | None = None,
) -> bytes:
    """Return what an address says; it is given up where it is longer than `max_bytes` or takes over a minute.

    `on_tick` is called several times a second; what it raises stops it. Raises UserError, NeedsToken.
    """
    return read_answer(network, url, max_bytes, token=token, on_tick=on_tick, clock=clock)[0]


def read_answer(
    network: Network,
    url: str,
    max_bytes: int,
    *,
    token: str = "",
    headers: Mapping[str, str] = MappingProxyType({}),
    on_tick: Callable[[], None] = lambda: None,
    clock: Clock | None = None,
) -> tuple[bytes, str]:
    """Return what an address says, and the address it said it from in the end; otherwise as `read_page`."""
    clock = clock or SystemClock()
    tries = Tries([url], _FRUITLESS_AT_MOST)
    trouble = Interrupted("")
    while following := tries.next():
        until_s = clock.now_s() + min(following[1], _LONGEST_WAIT_S)
        while (left_s := until_s - clock.now_s()) > 0:
            on_tick()
            clock.wait(min(left_s, _LONGEST_PAUSE_S))
        try:
            return _read(Incoming(network, url, headers, token), network, max_bytes, token, on_tick)
        except Interrupted as broken:
            trouble = broken
            tries.interrupted(broken, moved_on=False)
    raise UserError("The question got no answer.", trouble.why, "Check the network and try again.")


def _read(
    incoming: Incoming, network: Network, max_bytes: int, token: str, on_tick: Callable[[], None]
) -> tuple[bytes, str]:
    until_s = time.monotonic() + _AT_LATEST_S
    try:
        reply = incoming.reply(on_tick)
        refuse_other(reply, network, token)
        if reply.status != OK:
            raise another_file(reply, f"It answers with {reply.status}.")
        said = bytearray()
        while piece := incoming.piece(on_tick):
            said += piece
            if len(said) > max_bytes:
                raise another_file(reply, f"It is longer than {max_bytes:,} bytes.")
            if time.monotonic() > until_s:
                raise Interrupted("The answer did not end.")
        if reply.is_short:
            raise Interrupted("The line broke.")
        return bytes(said), reply.address.url
    finally:
        incoming.close()
