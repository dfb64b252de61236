"""A server on this computer's loopback that plays hub, index and mirror, and whatever may go wrong with them."""

from __future__ import annotations

import contextlib
import socket
import threading
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import ssl
    from collections.abc import Callable, Iterator


@dataclass(frozen=True)
class Asked:
    """One request."""

    path: str
    headers: dict[str, str]

    @property
    def start(self) -> int:
        """Return the byte it wants the file from."""
        said = self.headers.get("range", "")
        return int(said.removeprefix("bytes=").rstrip("-")) if said else 0


@dataclass
class Shelf:
    """What lies on the server. `play` may answer a request in its own way and then returns True."""

    files: dict[str, bytes] = field(default_factory=dict)
    etags: dict[str, str] = field(default_factory=dict)
    asked: list[Asked] = field(default_factory=list)
    sent: dict[str, int] = field(default_factory=dict)
    honours_ranges: bool = True
    cuts: list[int] = field(default_factory=list)  # after so many bytes of the next answers, the line is cut
    play: Callable[[Answering, Asked], bool] | None = None
    url: str = ""
    over: threading.Event = field(default_factory=threading.Event)

    def starts(self) -> list[int]:
        """Return where each request wanted its file from."""
        return [asked.start for asked in self.asked]


class Answering(BaseHTTPRequestHandler):
    """One connection; the shelf is its server's."""

    protocol_version = "HTTP/1.1"
    server: Serving

    def do_GET(self) -> None:
        """Answer with a file, or a part of it."""
        shelf = self.server.shelf
        asked = Asked(self.path, {name.lower(): value for name, value in self.headers.items()})
        shelf.asked.append(asked)
        try:
            if shelf.play is not None and shelf.play(self, asked):
                return
            self.send_file(asked)
        except OSError:
            self.close_connection = True  # the other end left, as some tests want it

    def send_file(self, asked: Asked) -> None:
        """Send what is asked for, as servers of files do."""
        shelf = self.server.shelf
        content = shelf.files.get(asked.path.partition("?")[0])
        if content is None:
            self.say(404)
            return
        etag = shelf.etags.get(asked.path, '"one"')
        start = asked.start if shelf.honours_ranges else 0
        if asked.headers.get("if-range", etag) != etag:
            start = 0
        headers = {"ETag": etag} if etag else {}
        if start >= len(content) > 0:
            self.say(416, {"Content-Range": f"bytes */{len(content)}"})
            return
        body = content[start:]
        if start:
            headers["Content-Range"] = f"bytes {start}-{len(content) - 1}/{len(content)}"
        self.begin(206 if start else 200, {**headers, "Content-Length": str(len(body))})
        cut = shelf.cuts.pop(0) if shelf.cuts else len(body)
        piece = body[:cut]
        self.wfile.write(piece)
        shelf.sent[asked.path] = shelf.sent.get(asked.path, 0) + len(piece)
        if cut < len(body):
            self.cut()

    def say(self, status: int, headers: dict[str, str] | None = None, body: bytes = b"") -> None:
        """Send a whole answer."""
        self.begin(status, {"Content-Length": str(len(body)), **(headers or {})})
        self.wfile.write(body)

    def begin(self, status: int, headers: dict[str, str]) -> None:
        """Send the first lines of an answer."""
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()

    def cut(self) -> None:
        """End the connection without a word."""
        self.close_connection = True
        with contextlib.suppress(OSError):
            self.connection.shutdown(socket.SHUT_RDWR)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class's name
        """Say nothing."""


class Serving(ThreadingHTTPServer):
    """A server whose handshakes happen in the connection's own thread."""

    daemon_threads = True

    def __init__(self, shelf: Shelf, context: ssl.SSLContext | None, host: str) -> None:
        self.shelf = shelf
        self._context = context
        super().__init__((host, 0), Answering)

    def finish_request(self, request: Any, client_address: Any) -> None:
        """Speak TLS first."""
        if self._context is None:
            super().finish_request(request, client_address)
            return
        with contextlib.suppress(OSError):  # a client that does not believe the certificate
            request.settimeout(30)
            with self._context.wrap_socket(request, server_side=True) as secured:
                super().finish_request(secured, client_address)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Pass over what a client that left in the middle causes."""


@contextmanager
def serving(context: ssl.SSLContext | None, host: str = "127.0.0.1") -> Iterator[Shelf]:
    """Serve an empty shelf until left."""
    shelf = Shelf()
    with Serving(shelf, context, host) as server:
        scheme = "http" if context is None else "https"
        shelf.url = f"{scheme}://{host}:{server.server_address[1]}"
        thread = threading.Thread(target=server.serve_forever, args=(0.02,))
        thread.start()
        try:
            yield shelf
        finally:
            shelf.over.set()
            server.shutdown()
            thread.join()
