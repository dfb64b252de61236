"""Bringing a model's weights into memory: files looked at, read ahead, handed to llama.cpp, and how far that is."""

from __future__ import annotations

import os
import sys
import time
from typing import TYPE_CHECKING, Any, Final, TypeVar

import psutil

from paddock.engine.failures import load_failure
from paddock.engine.llama import LlamaFailed, Model
from paddock.engine.model_files import LoadFailed
from paddock.engine.offload import place
from paddock.engine.protocol import Loading

if TYPE_CHECKING:
    from collections.abc import Callable

    from paddock.engine.inbox import Inbox
    from paddock.engine.library import LogBook
    from paddock.engine.model_files import ModelFiles
    from paddock.engine.offload import Placed
    from paddock.engine.protocol import Load, LoadEmbedder
    from paddock.process.wire import Sender

_PROGRESS_S: Final = 0.1
_PIECE_BYTES: Final = 8 << 20
# Of the progress shown, the part that is reading the file from disk; the rest is llama.cpp's.
_READING_SHARE: Final = 0.8

T = TypeVar("T")


class LoadCancelled(Exception):
    """The window wants no model any more."""


def threads_for(asked: int | None) -> int:
    """Return how many threads to compute with: as asked, or the physical cores this process may use.

    Look before the process is locked. More threads than cores make llama.cpp many times slower.
    """
    if asked is not None:
        return asked
    allowed = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else (os.cpu_count() or 1)
    return max(1, min(psutil.cpu_count(logical=False) or allowed, allowed))


class WeightsLoader:
    """Loads the weights of one model and tells the window how far it is."""

    def __init__(self, llama: Any, log: LogBook, sender: Sender, inbox: Inbox, files: ModelFiles) -> None:
        self._llama = llama
        self._files = files
        self._log = log
        self._sender = sender
        self._inbox = inbox
        self._told_s = 0.0
        self._told = 0.0
        self._on_card = False

    def load(self, request: Load | LoadEmbedder, free_bytes: int, make: Callable[[Model, bool], T]) -> Placed[T]:
        """Return what `make` makes of the model, and how much of it the graphics card holds.

        `make` as in `offload.place`. Raises LoadFailed, LoadCancelled.
        """
        self._read_ahead(free_bytes)
        return place(self._llama, request, self._try_weights, make)

    def show_life(self) -> None:
        """Say that loading goes on, now and then; nothing is loaded further by it."""
        self._progress(self._told, raises=False)

    def done(self) -> None:
        """Say that all is loaded, of the very files that were opened. Raises LoadFailed."""
        self._files.check()
        self._tell(1.0)

    def _read_ahead(self, free_bytes: int) -> None:
        """Bring the files into the system's cache, telling how far it is, where they are not and would stay there.

        llama.cpp maps the file in one call that reads all of it: minutes on a slow disk, without a word and without
        a way to stop.
        """
        sizes = self._files.sizes
        if sum(sizes) > free_bytes * 0.8:
            return
        done = 0
        for descriptor, size in zip(self._files.descriptors, sizes, strict=True):
            with open(descriptor, "rb", buffering=0, closefd=False) as file:
                file.seek(0)
                if not _is_cached(file.fileno(), size):
                    buffer = bytearray(_PIECE_BYTES)
                    while count := file.readinto(buffer):
                        done += count
                        self._progress(_READING_SHARE * min(1.0, done / max(1, sum(sizes))))

    def _try_weights(self, gpu_layers: int) -> Model:
        self._log.forget()
        self._on_card = gpu_layers != 0
        self._tell(self._told)  # should this process end now, it is known whose doing that is
        first = self._told

        def go_on(fraction: float) -> bool:
            self._progress(first + (1 - first) * fraction * 0.99, raises=False)
            return not self._inbox.loading_cancelled

        try:
            return Model(self._llama, self._files.names, gpu_layers, go_on)
        except LlamaFailed:
            if self._inbox.loading_cancelled:
                raise LoadCancelled from None
            raise LoadFailed(load_failure(self._log)) from None

    def _progress(self, fraction: float, *, raises: bool = True) -> None:
        if raises and self._inbox.loading_cancelled:
            raise LoadCancelled
        now_s = time.perf_counter()
        if now_s - self._told_s >= _PROGRESS_S:
            self._tell(fraction)

    def _tell(self, fraction: float) -> None:
        self._told_s, self._told = time.perf_counter(), fraction
        self._sender.send(Loading(fraction, self._on_card))


def _is_cached(descriptor: int, size: int) -> bool:
    """Return whether the system has this file in memory already, judged by a hundred places of it (Linux)."""
    if sys.platform != "linux":
        return False
    try:
        for place in range(0, size, max(1, size // 100)):
            os.preadv(descriptor, [bytearray(1)], place, os.RWF_NOWAIT)
    except OSError:
        return False
    return True
