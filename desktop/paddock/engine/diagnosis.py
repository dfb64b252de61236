"""From how the engine's process ended to what happened, why, and what to do next."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from paddock.errors import EngineDied, EngineFailed, EngineHung, OutOfMemory

if TYPE_CHECKING:
    from paddock.process.supervisor import WorkerExit

_CHAT_STANDS: Final = "Your conversation is safe; ask again, and the engine is started anew."
_SMALLER: Final = "Use a smaller context, a smaller or more strongly quantized model, or close other programs."
_SMALLER_THEN: Final = (
    "If it happens again, use a smaller context, a smaller or more strongly quantized model, or close other programs."
)
# What the C++ library, ggml and glibc say before they give up for want of memory.
_NO_MEMORY: Final = re.compile(
    r"bad_alloc|failed to allocate|unable to allocate|cannot allocate|out of memory|MemoryError|"
    r"can't start new thread|failed to create thread|Thread creation failed|insufficient memory",
    re.IGNORECASE,
)
_ASSERTION: Final = re.compile(r"([\w.-]+\.(?:cpp|c|h|hpp)):(\d+): ")
_SIGNALS: Final = {
    "SIGKILL": (
        "It was killed, most likely because the system ran out of memory.",
        f"{_CHAT_STANDS} {_SMALLER_THEN}",
    ),
    "SIGILL": (
        "This processor lacks instructions the engine was built to use.",
        "Install a build for older processors: “python3 dev.py run” compiles one for this computer.",
    ),
    "SIGBUS": (
        "The model file changed or its disk went away while it was in use.",
        "Check that the file is whole and its disk connected, then ask again.",
    ),
    "SIGFPE": (
        "It met a number it cannot divide by, which a damaged model file can cause.",
        "Get the model file again.",
    ),
    "SIGSEGV": (
        "It reached for memory it does not have, which a damaged model file or a fault of llama.cpp can cause.",
        "Ask again; if it happens again, check the model file or use another model.",
    ),
    "SIGSYS": ("It tried what the operating system forbids it.", "Please report this; use another model meanwhile."),
    "SIGPROF": (
        "The model's chat template got stuck, and was ended.",
        "Use another model, or begin a new chat.",
    ),
    "SIGXCPU": ("It used up the processor time it was given.", "Ask again."),
    "SIGTERM": ("Another program ended it.", _CHAT_STANDS),
}


def failure_of(end: WorkerExit, *, loading: bool, silence_timeout_s: float) -> EngineFailed:
    """Return the error that tells a person how the engine ended. `loading`: before it had a model."""
    what = "The engine stopped while loading the model." if loading else "The engine stopped in the middle of its work."
    if end.reason == "hung":
        return EngineHung(
            "The engine hung and was ended.",
            f"It said nothing for {silence_timeout_s:g} seconds.",
            _CHAT_STANDS,
        )
    if end.reason == "closed":
        return EngineDied("The engine was ended.", "", _CHAT_STANDS)
    if end.reason == "protocol":
        return EngineDied(what, "It said something no engine says, and was ended.", _CHAT_STANDS)
    if end.signal_name != "SIGKILL" and _NO_MEMORY.search(end.stderr_tail):
        return OutOfMemory(what, "There was not enough memory.", _SMALLER)
    why, next_step = _SIGNALS.get(end.signal_name, ("", _CHAT_STANDS))
    if end.signal_name == "SIGABRT":
        why = _assertion(end.stderr_tail)
    elif not why:
        how = (
            f"The system ended it with {end.signal_name}"
            if end.signal_name
            else f"It ended with status {end.returncode}"
        )
        why = f"{how}."
    return EngineDied(what, why, next_step)


def _assertion(tail: str) -> str:
    found = _ASSERTION.findall(tail)
    if not found:
        return "llama.cpp gave up."
    file, line = found[-1]
    return f"llama.cpp gave up at {file}, line {line}, which a damaged model file or a fault of its own can cause."
