"""Getting at llama.cpp's C interface without what its Python package brings along, and hearing what it logs."""

from __future__ import annotations

import collections
import ctypes
import importlib
import importlib.util
import os
import sys
import types
from typing import Any, Final

# enum ggml_log_level, ggml.h
_WARN: Final = 3
_ERROR: Final = 4
_CONTINUED: Final = 5
_KEPT_LINES: Final = 64
_KEPT_CHARACTERS: Final = 500


def import_llama() -> Any:
    """Return the module `llama_cpp.llama_cpp`: llama.cpp's C interface through ctypes, and nothing else.

    WORKAROUND(llama-cpp-python 0.3.36): the package's own `__init__` imports its high-level class and with it numpy,
    which starts threads (the walls must be up before there are any), and 14 MB that the engine never uses. On Windows
    it puts its folder in front of PATH and fails where there is none, as in a worker's environment.
    """
    os.environ.setdefault("PATH", "")
    name = "llama_cpp"
    if name not in sys.modules:
        spec = importlib.util.find_spec(name)
        if spec is None:
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)
        package = types.ModuleType(name)
        package.__spec__ = spec
        package.__path__ = list(spec.submodule_search_locations or ())
        sys.modules[name] = package
    return importlib.import_module(f"{name}.{name}")


class LogBook:
    """Keeps llama.cpp's last warnings and errors, so that a failure can be told by its cause.

    Errors are also written to stderr, where the window keeps the last few kilobytes: they are what is left to
    explain a crash by. llama.cpp logs file names, shapes and sizes, never what is said to the model.
    """

    def __init__(self, llama: Any) -> None:
        self._llama = llama
        self._lines: collections.deque[tuple[int, str]] = collections.deque(maxlen=_KEPT_LINES)
        self._level = 0
        self._callback = llama.llama_log_callback(self._hear)
        llama.llama_log_set(self._callback, ctypes.c_void_p(0))

    @property
    def text(self) -> str:
        """Return what is kept, a line each, oldest first."""
        return "\n".join(line for _, line in self._lines)

    @property
    def errors(self) -> tuple[str, ...]:
        """Return the errors among what is kept, oldest first."""
        return tuple(line for level, line in self._lines if level == _ERROR)

    def forget(self) -> None:
        """Begin anew: what comes now belongs to the next thing tried."""
        self._lines.clear()

    def _hear(self, level: int, raw: bytes | None, _data: object) -> None:
        if level != _CONTINUED:
            self._level = level
        if self._level not in {_WARN, _ERROR} or not raw:
            return
        line = raw[:_KEPT_CHARACTERS].decode("utf-8", "replace").rstrip()
        if line:
            self._lines.append((self._level, line))
            if self._level == _ERROR:
                os.write(2, f"llama.cpp: {line}\n".encode())
