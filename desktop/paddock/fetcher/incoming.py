"""One answer as it comes in: a thread of its own waits for the network, so that nobody else has to."""

from __future__ import annotations

import contextlib
import queue
import threading
import time
from typing import TYPE_CHECKING, Final, cast

from paddock.errors import UserError
from paddock.fetcher.retrying import Interrupted

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from paddock.fetcher.https import Network, Reply

SMALLEST_BYTES: Final = 16 << 10  # one record of TLS
LARGEST_BYTES: Final = 1 << 20
_LOOKED_AHEAD_S: Final = 0.05  # so much of the line's speed is asked for at once: what a broken line may lose
_KEPT_READY: Final = 8  # pieces
_TICK_S: Final = 0.25
_JOIN_S: Final = 2.0
_BEGINS_AT_LATEST_S: Final = 120.0  # a server can send headers, or promises of them, without end


class Incoming:
    """Asks, then reads ahead a few megabytes. To be left with `close`, whatever happened."""

    def __init__(
        self, network: Network, url: str, headers: Mapping[str, str], token: str, largest_bytes: int = LARGEST_BYTES
    ) -> None:
        self._network = network
        self._asked = (url, headers, token)
        self._pieces: queue.Queue[bytes | Reply | Exception] = queue.Queue(_KEPT_READY)
        self._largest_bytes = max(SMALLEST_BYTES, min(largest_bytes, LARGEST_BYTES))
        self._left = threading.Event()
        self._reply: Reply | None = None
        self._thread = threading.Thread(target=self._run, name="network", daemon=True)
        self._thread.start()

    def reply(self, on_tick: Callable[[], None]) -> Reply:
        """Wait for the answer's beginning, and call `on_tick` often meanwhile. Raises UserError, Interrupted."""
        waited_until = time.monotonic() + _BEGINS_AT_LATEST_S
        while True:
            on_tick()
            with contextlib.suppress(queue.Empty):
                first = self._pieces.get(timeout=_TICK_S)
                if isinstance(first, Exception):
                    raise first
                return cast("Reply", first)
            if time.monotonic() > waited_until:
                raise Interrupted("The answer did not begin.")

    def piece(self, on_tick: Callable[[], None]) -> bytes:
        """Return the next bytes; nothing is the end. Raises Interrupted."""
        while True:
            try:
                piece = self._pieces.get(timeout=_TICK_S)
            except queue.Empty:
                on_tick()
                continue
            if isinstance(piece, Exception):
                raise piece
            return cast("bytes", piece)

    def close(self) -> None:
        """Give the line up. A thread that still waits for a name or a server ends by itself."""
        self._left.set()
        if self._reply is not None:
            self._reply.interrupt()
        with contextlib.suppress(queue.Empty):
            while True:
                self._pieces.get_nowait()
        self._thread.join(_JOIN_S)

    def _run(self) -> None:
        try:
            url, headers, token = self._asked
            self._reply = self._network.open(url, headers, token)
            self._put(self._reply)
            self._read(self._reply)
        except (UserError, Interrupted) as error:
            self._put(error)
        except Exception as error:  # noqa: BLE001 - raised again where it is heard
            self._put(error)
        finally:
            if self._reply is not None:
                self._reply.close()

    def _read(self, reply: Reply) -> None:
        """Read little at a time where little comes, so that a broken line loses little; much where much comes."""
        size = SMALLEST_BYTES
        while not self._left.is_set():
            began_s = time.perf_counter()
            piece = reply.read_some(size) if size <= SMALLEST_BYTES else reply.read(size)
            took_s = max(time.perf_counter() - began_s, 1e-6)
            self._put(piece)
            if not piece:
                return
            size = int(min(max(len(piece) / took_s * _LOOKED_AHEAD_S, SMALLEST_BYTES), 2 * size, self._largest_bytes))

    def _put(self, piece: bytes | Reply | Exception) -> None:
        while not self._left.is_set():
            with contextlib.suppress(queue.Full):
                self._pieces.put(piece, timeout=_TICK_S)
                return
