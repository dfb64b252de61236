"""Stopping llama.cpp in the middle of a computation, from any thread, and looking on while it computes."""

from __future__ import annotations

import contextlib
import ctypes
import sys
from typing import TYPE_CHECKING, Any

from paddock.engine.heartbeat import Heartbeat

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager


class Stoppable:
    """A llama.cpp context that can be stopped.

    `stop` may be called from any thread at any time; the running computation then ends within one step of llama.cpp's
    graph, and later ones at once, until `resume`.
    """

    def __init__(self, llama: Any, pointer: Any, *, on_card: bool) -> None:
        self._llama = llama
        self.pointer = pointer
        self._on_card = on_card
        # The flag is the first byte of a C string, and the C library's strlen tells whether it is set: llama.cpp asks
        # between any two steps of its graph, hundreds of times a token, and a Python function there costs several
        # per cent of the speed. strlen costs nothing and needs no interpreter.
        self._flag = ctypes.create_string_buffer(2)
        library = ctypes.cdll.msvcrt if sys.platform == "win32" else ctypes.CDLL(None)
        address = ctypes.cast(library.strlen, ctypes.c_void_p).value
        self._ask_flag = llama.ggml_abort_callback(address)
        self._flag_address = ctypes.cast(self._flag, ctypes.c_void_p)
        self._watching: Any = None
        self.watch(None)

    def watch(self, on_step: Callable[[], None] | None) -> None:
        """Have `on_step` called between the steps of the graph (for long batches), or with None no longer."""
        if on_step is None:
            callback, data = self._ask_flag, self._flag_address
        else:
            flag = self._flag

            def between(_: object) -> bool:
                on_step()
                return bool(flag[0] != b"\0")

            callback, data = self._llama.ggml_abort_callback(between), None
        self._llama.llama_set_abort_callback(self.pointer, callback, data)
        self._watching = callback  # the one in use must stay alive

    def beating(self, show_life: Callable[[], None]) -> AbstractContextManager[object]:
        """Have `show_life` called, from another thread, while a card computes what is asked for within.

        On the processor alone `watch` serves.
        """
        return Heartbeat(show_life) if self._on_card else contextlib.nullcontext()

    def stop(self) -> None:
        """Make the running and every later computation end at once."""
        self._flag[0] = b"\1"

    def resume(self) -> None:
        """Take `stop` back."""
        self._flag[0] = b"\0"

    @property
    def stopped(self) -> bool:
        """Return whether `stop` was called."""
        return bool(self._flag[0] != b"\0")

    def free(self) -> None:
        """Give the memory back; nothing else may be called afterwards."""
        self._llama.llama_free(self.pointer)
