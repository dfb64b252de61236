"""The vision part that belongs to a model: inside its file, in a file beside it, or as the catalogue tells."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass, replace
from itertools import islice
from typing import TYPE_CHECKING, Final

from paddock.errors import ModelFileError
from paddock.models.gguf import read_header
from paddock.models.modelfile import kind_of
from paddock.models.vision_fit import vision_need

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from paddock.models.fit import Need
    from paddock.models.header import Header
    from paddock.models.vision_fit import VisionNeed

_MOST_READ: Final = 16  # of parts in one folder
_MARK: Final = "mmproj"  # what every maker's file of a vision part is called by
_WORD: Final = re.compile(r"[^-_. ]+")
# What the names of such files say besides their model's name.
_SAYS_NOTHING: Final = re.compile(r"mmproj|model|vision|gguf|(?:bf|f|fp)(?:16|32)|i?q\d\w*|[01klms]|xs|xxs")


@dataclass(frozen=True)
class VisionPart:
    """`file_name` is empty where the part is the file itself or stands in the model's own, or is only known of."""

    file_name: str
    need: VisionNeed


def vision_of(header: Header) -> VisionPart | None:
    """Return the vision part of a file whose header was read: itself, or inside it, or beside it; None where none is.

    The first by name, where several would do. What cannot be read is passed over. Reads the headers of files beside it.
    """
    own = vision_need(header)
    if own is not None:
        return VisionPart("", own)
    if not header.tensors or kind_of(header) == "part":
        return None
    for path in _parts_beside(header.path):
        try:
            part = read_header(path)
        except ModelFileError:
            continue
        need = vision_need(part)
        if need is not None and kind_of(part) == "part" and _belong_together(header, part):
            return VisionPart(path.name, need)
    return None


def with_vision(need: Need, part: VisionPart) -> Need:
    """Return what a model would take with its vision part."""
    return replace(need, vision_bytes=part.need.total_bytes)


def _parts_beside(model: Path) -> Iterator[Path]:
    try:
        named = sorted(path for path in model.parent.iterdir() if _MARK in path.name.lower() and path != model)
    except OSError:
        return  # the folder is gone, or may not be looked into
    files = (path for path in named if path.suffix.lower() == ".gguf")
    # `os.path.isfile` says False, too, of what may not be looked at.
    yield from islice((path for path in files if os.path.isfile(path)), _MOST_READ)  # noqa: PTH113


def _belong_together(model: Header, part: Header) -> bool:
    """Return whether a part's outcome is as wide as the model's tokens, and its name speaks of no other model."""
    width = model.number("{arch}.embedding_length")
    if not any(width in tensor.dims for tensor in part.tensors if tensor.name.startswith("mm.")):
        return False
    own = {*_words(model.path.name), *_words(model.text("general.name"))}
    return all(word in own for word in _words(part.path.name) if not _SAYS_NOTHING.fullmatch(word))


def _words(name: str) -> list[str]:
    return _WORD.findall(name.lower())
