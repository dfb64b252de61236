"""From what llama.cpp complained about to cause and next step."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from paddock.engine.protocol import Failed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from paddock.engine.library import LogBook
    from paddock.engine.protocol import FailureKind

FETCH_AGAIN: Final = "Get the file again, and compare its checksum with the publisher's."
SMALLER: Final = "Use a smaller context, a smaller or more strongly quantized model, or close other programs."
ANOTHER_CACHE: Final = "Set the type of the context's cache to f16."
_SHORT: Final = 300
_GAVE_UP: Final = ("failed to load model", "llama_model_load", "failed to initialize the context")

# llama.cpp's own words (llama-model-loader.cpp, gguf.cpp, ggml-backend.cpp, llama-mmap.cpp), in this order.
_MEMORY: Final = re.compile(
    r"bad_alloc|(?:failed|unable) to allocate|cannot allocate|out of memory|failed to reserve|mmap failed: Cannot",
    re.IGNORECASE,
)
_ARCHITECTURE: Final = re.compile(r"unknown model architecture: '([^'\n]{1,100})'")
_VOCABULARY: Final = re.compile(r"unknown (?:pre-tokenizer|tokenizer)[^'\n]*'([^'\n]{1,100})'")
_MAGIC: Final = re.compile(
    r"invalid magic|failed to read magic|GGUFv1 is no longer|this GGUF file is version", re.IGNORECASE
)
_SHORT_FILE: Final = re.compile(
    r"not within the file bounds|corrupted or incomplete|unexpectedly reached end of file|read error|"
    r"failed to read (?:key-value|tensor|header|tensor info)",
    re.IGNORECASE,
)


def load_failure(book: LogBook) -> Failed:
    """Return why a model could not be loaded, judged by what was logged while it was tried."""
    log = book.text
    if _MEMORY.search(log):
        return out_of_memory("This model does not fit into memory.")
    if found := _ARCHITECTURE.search(log):
        return _failed(
            "unknown_architecture",
            "This model cannot be run.",
            f"Its architecture, “{found[1]}”, is not known to this version's llama.cpp.",
            "Choose another model, or update Paddock.",
        )
    if found := _VOCABULARY.search(log):
        return _failed(
            "unknown_architecture",
            "This model cannot be run.",
            f"Its tokenizer, “{found[1]}”, is not known to this version's llama.cpp.",
            "Choose another model, or update Paddock.",
        )
    if _MAGIC.search(log):
        return _failed(
            "model_file", "This is not a model file.", "It is not a GGUF this version can read.", FETCH_AGAIN
        )
    if _SHORT_FILE.search(log):
        return _failed("model_file", "The model file is damaged.", "It ends before its weights do.", FETCH_AGAIN)
    return _failed("model_file", "The model file is damaged.", _own_words(book.errors), FETCH_AGAIN)


def context_failure(book: LogBook, tokens: int) -> Failed:
    """Return why no context could be made for a model that was loaded."""
    if not book.errors or _MEMORY.search(book.text):
        return out_of_memory(
            f"There is not enough memory for a context of {tokens:,} tokens.", "The model itself could be loaded."
        )
    return _failed(
        "model_file", "This model cannot be used with these settings.", _own_words(book.errors), ANOTHER_CACHE
    )


def out_of_memory(what: str, why: str = "") -> Failed:
    """Return that memory was not enough."""
    return _failed("out_of_memory", what, why or "The system gave no more memory.", SMALLER)


def _own_words(errors: Sequence[str]) -> str:
    """Return llama.cpp's last but one complaint: the last one only says that it gave up."""
    lines = [line.split(": ", 1)[-1].strip() for line in errors]
    telling = [line for line in lines if line and not line.startswith(_GAVE_UP)]
    return f"llama.cpp says: {telling[-1][:_SHORT]}" if telling else "llama.cpp could not read it."


def _failed(kind: FailureKind, what: str, why: str, next_step: str) -> Failed:
    return Failed(id=0, kind=kind, what=what, why=why, next_step=next_step)
