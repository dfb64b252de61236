"""The reader's ears: a thread that hears requests while a document is read, so that Stop is heard at once."""

from __future__ import annotations

import queue
import threading
from typing import TYPE_CHECKING, Final

from paddock.errors import WireError
from paddock.reader.protocol import Stop

if TYPE_CHECKING:
    from paddock.process.wire import Receiver
    from paddock.reader.protocol import Request

# A window that sends more than it was asked for waits in the pipe, and not in this process's memory.
_WAITING: Final = 16


class Inbox:
    """Requests in the order they came; stopping overtakes them."""

    def __init__(self, receiver: Receiver[Request]) -> None:
        self._receiver = receiver
        self._requests: queue.Queue[Request | None] = queue.Queue(_WAITING)
        self._stopped = -1
        self._closed = False

    def start(self) -> None:
        """Begin to listen. After the process is locked: threads inherit its walls."""
        threading.Thread(target=self._listen, name="reader-inbox", daemon=True).start()

    def next(self) -> Request | None:
        """Wait for the next request; None when the window wants no more."""
        return self._requests.get()

    def is_stopped(self, number: int) -> bool:
        """Return whether the request of this number is to be stopped, or nobody is there to hear of it."""
        return self._closed or self._stopped == number

    def _listen(self) -> None:
        try:
            for request in self._receiver:
                if isinstance(request, Stop):
                    self._stopped = request.id
                else:
                    self._requests.put(request)
        except (WireError, OSError):
            pass  # the window is not itself any more: ended like a closed wire
        finally:
            self._closed = True
            self._requests.put(None)
