"""Says of a file that it is no model, and names what it is instead: the usual mix-ups, told from its first bytes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from paddock.errors import ModelFileError

if TYPE_CHECKING:
    from pathlib import Path

_WEB_PAGE = re.compile(rb"\s*(<!doctype|<html|<head|<\?xml)", re.IGNORECASE)
_LFS_SIZE = re.compile(rb"^size (\d{1,15})$", re.MULTILINE)
_SAFETENSORS_HEADER_AT = 8
_SHOWN_BYTES = 8

_BEGINNINGS = (
    (b"PK\x03\x04", "It is a zip archive or a PyTorch checkpoint, not a GGUF."),
    (b"\x1f\x8b", "It is a gzip archive, not a GGUF; unpack it first."),
    (b"7z\xbc\xaf", "It is a 7z archive, not a GGUF; unpack it first."),
    (b"Rar!", "It is a RAR archive, not a GGUF; unpack it first."),
    (b"\x28\xb5\x2f\xfd", "It is a zstd archive, not a GGUF; unpack it first."),
    (b"%PDF", "It is a PDF document, not a GGUF."),
    (b"\x80\x02", "It is a Python pickle or an old PyTorch checkpoint, not a GGUF."),
    (b"tjgg", "It is in the GGJT format of 2023, which came before GGUF; get a GGUF of this model."),
    (b"fmgg", "It is in the GGMF format of 2023, which came before GGUF; get a GGUF of this model."),
    (b"lmgg", "It is in the GGML format of 2023, which came before GGUF; get a GGUF of this model."),
    (b"algg", "It is a GGLA adapter of 2023, not a model in GGUF."),
)


def refuse(path: Path, why: str, next_step: str = "Get or import the file again.") -> ModelFileError:
    """Return the error that says this file cannot be used, and why."""
    return ModelFileError(f"“{path.name or path}” cannot be used as a model.", why, next_step)


def what_it_is_instead(start: bytes) -> str:  # noqa: PLR0911  one mix-up, one return
    """Return a sentence for a file that does not begin with "GGUF"; `start` is its first bytes (4,096 are plenty)."""
    if _WEB_PAGE.match(start):
        return "It is a web page saved under this name, most likely an error or sign-in page of the site it came from."
    if start.startswith(b"version https://git-lfs"):
        size = _LFS_SIZE.search(start)
        stands_for = f" of {int(size[1]):,} bytes" if size else ""
        return f"It is a Git LFS pointer: a note that stands for the real file{stands_for}, which was not fetched."
    if b"GGUF".startswith(start):
        return f"It is truncated: it ends after {len(start)} bytes."
    if start.lstrip().startswith((b'{"error', b'{"message', b'{ "error')):
        return "It is an error message saved under this name, most likely from the site it came from."
    for beginning, sentence in _BEGINNINGS:
        if start.startswith(beginning):
            return sentence
    if start[_SAFETENSORS_HEADER_AT : _SAFETENSORS_HEADER_AT + 2] == b'{"' and b'"dtype"' in start:
        return "It is a safetensors file, not a GGUF; get a GGUF of this model."
    if not start.strip(b"\0"):
        return "It is not a GGUF file: it begins with nothing but zeros, as after a broken download."
    return f"It is not a GGUF file: it begins with {_shown(start[:_SHOWN_BYTES])}."


def _shown(start: bytes) -> str:
    text = start.decode("ascii", "replace")
    return f"“{text}”" if text.isascii() and text.isprintable() else f"the bytes {start.hex(' ')}"
