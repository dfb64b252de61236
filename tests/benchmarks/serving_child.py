"""A server of one large file, in a process of its own: `serving_child CERTIFICATE BYTES`; it says its port."""

from __future__ import annotations

import contextlib
import random
import socket
import ssl
import sys
from typing import Final

_BLOCK: Final = random.Random(3).randbytes(8 << 20)


def content(size_bytes: int) -> list[memoryview]:
    """Return the file's bytes, block after block."""
    blocks, rest = divmod(size_bytes, len(_BLOCK))
    whole = memoryview(_BLOCK)
    return [whole] * blocks + ([whole[:rest]] if rest else [])


def main() -> None:
    """Answer whatever is asked with the file, one client after another, until ended."""
    certificate, size = sys.argv[1], int(sys.argv[2])
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    with socket.create_server(("127.0.0.1", 0)) as server:
        sys.stdout.write(f"{server.getsockname()[1]}\n")
        sys.stdout.flush()
        while True:
            connection, _ = server.accept()
            with contextlib.suppress(OSError), context.wrap_socket(connection, server_side=True) as client:
                asked = b""
                while b"\r\n\r\n" not in asked:
                    asked += client.recv(4096)
                client.sendall(b'HTTP/1.1 200 OK\r\nETag: "x"\r\nContent-Length: %d\r\n\r\n' % size)
                for block in content(size):
                    client.sendall(block)


if __name__ == "__main__":
    main()
