"""A reader taken over by a document: it opens whatever it is given, then does what its first argument names."""

from __future__ import annotations

import sys
import threading
from typing import TYPE_CHECKING, Any

import msgspec

from paddock.process.runtime import run_worker
from paddock.reader.protocol import Alive, Block, Chunk, Done, Draw, Open, Opened, Page, Picture, Read, Request

if TYPE_CHECKING:
    from paddock.process.wire import Receiver, Sender


def _work(receiver: Receiver[Any], sender: Sender) -> None:
    number = left = 0
    for request in receiver:
        if isinstance(request, Open):
            number, left = request.id, request.size
        elif isinstance(request, Chunk):
            left -= len(request.data)
            sender.send(Alive())
        elif isinstance(request, Read):
            _read(sys.argv[1], request.id, sender)
        elif isinstance(request, Draw):
            _draw(sys.argv[1], request, sender)
        if number and not left:
            sender.send(Opened(id=number, format="pdf", pages=1, draws=True))
            number = 0


def _read(lie: str, number: int, sender: Sender) -> None:
    if lie == "endless pages":
        while True:
            sender.send(Page(id=number, number=1, kind="page", text="word"))
    if lie == "endless life":
        while not threading.Event().wait(0.01):
            sender.send(Alive())
    if lie == "silence":
        threading.Event().wait()
    if lie == "another's page":
        sender.send(Page(id=number + 1, number=1, kind="page", text="not asked for"))
        sender.send(Done(id=number, outcome="whole", pages=1))
    if lie == "blocks outside":
        sender.send(Page(id=number, number=1, kind="page", text="word", blocks=(Block("paragraph", 0, 1 << 30),)))
    if lie == "blocks over blocks":
        sender.send(Page(id=number, number=1, kind="page", text="word", blocks=(Block("paragraph", 0, 4),) * 1000))
    said = {"type": "page", "id": number, "number": -1, "kind": "page"}
    sender.send(msgspec.defstruct("Lie", list(said))(**said))


def _draw(lie: str, request: Draw, sender: Sender) -> None:
    if lie == "bytes missing":
        sender.send(Picture(id=request.id, width=request.width, height=16_384, rgb=b"\0"))
    said = {"type": "picture", "id": request.id, "width": 99_999, "height": 1, "rgb": b""}
    sender.send(msgspec.defstruct("Lie", list(said))(**said))


if __name__ == "__main__":
    sys.exit(run_worker(_work, requests=Request))
