"""A proxy on this computer's loopback that joins what asks to be joined, and remembers who asked for whom."""

from __future__ import annotations

import contextlib
import socket
import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


class Proxy:
    """`wants` is the Proxy-Authorization it lets in, if any; every host leads to loopback."""

    def __init__(self) -> None:
        self.url = ""
        self.wants = ""
        self.joined: list[str] = []


@contextmanager
def proxying() -> Iterator[Proxy]:
    """Serve until left."""
    shared = Proxy()

    class Handler(BaseHTTPRequestHandler):
        def do_CONNECT(self) -> None:
            if shared.wants and self.headers.get("Proxy-Authorization") != shared.wants:
                self.send_response(407)
                self.end_headers()
                return
            shared.joined.append(self.path)
            with socket.create_connection(("127.0.0.1", int(self.path.rpartition(":")[2]))) as there:
                self.send_response(200)
                self.end_headers()
                back = threading.Thread(target=_pass_on, args=(there, self.connection))
                back.start()
                _pass_on(self.connection, there)
                back.join()

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class's name
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        server.daemon_threads = True
        shared.url = f"http://127.0.0.1:{server.server_address[1]}"
        thread = threading.Thread(target=server.serve_forever, args=(0.02,))
        thread.start()
        try:
            yield shared
        finally:
            server.shutdown()
            thread.join()


def _pass_on(one: socket.socket, other: socket.socket) -> None:
    with contextlib.suppress(OSError):
        while data := one.recv(1 << 16):
            other.sendall(data)
    with contextlib.suppress(OSError):
        other.shutdown(socket.SHUT_WR)
