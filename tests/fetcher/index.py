"""A package index on this computer's loopback: one wheel, sent by halves when a test wants time in between."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING

from tests.fetcher.material import WHEEL, WHEEL_NAME

if TYPE_CHECKING:
    from collections.abc import Iterator


class Index:
    """What the server shares with the test: `release` lets the second half of the wheel go."""

    def __init__(self) -> None:
        self.release = threading.Event()
        self.asked: list[str] = []
        self.url = ""


@contextmanager
def index() -> Iterator[Index]:
    """Serve until left."""
    shared = Index()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            shared.asked.append(self.path)
            if self.path.endswith(".whl"):
                self._answer("application/octet-stream", WHEEL)
            else:
                link = f'<!DOCTYPE html><html><body><a href="/files/{WHEEL_NAME}">{WHEEL_NAME}</a></body></html>'
                self._answer("text/html", link.encode())

        def _answer(self, kind: str, body: bytes) -> None:
            try:
                self.send_response(200)
                self.send_header("Content-Type", kind)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body[: len(body) // 2])
                if kind != "text/html":
                    shared.release.wait(60)
                self.wfile.write(body[len(body) // 2 :])
            except OSError:
                pass  # pip was ended in the middle, which is what some tests do

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class's name
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        server.daemon_threads = True
        shared.url = f"http://127.0.0.1:{server.server_address[1]}/simple"
        serving = threading.Thread(target=server.serve_forever)
        serving.start()
        try:
            yield shared
        finally:
            shared.release.set()
            server.shutdown()
            serving.join()
