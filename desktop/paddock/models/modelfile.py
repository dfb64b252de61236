"""A whole model: one GGUF or all parts of a split one, and whether this program can run it."""

from __future__ import annotations

import os
import re
import sys
from dataclasses import replace
from typing import TYPE_CHECKING, Final, Literal

from paddock.models.architectures import (
    ADDITION,
    EMBEDDING,
    KNOWN,
    NOT_TEXT,
    POOLING_RANK,
    POOLING_VECTOR,
    VISION_INSIDE,
)
from paddock.models.gguf import MAX_TENSORS, read_header
from paddock.models.wrong_files import refuse

if TYPE_CHECKING:
    from pathlib import Path

    from paddock.errors import ModelFileError
    from paddock.models.header import Header

# As llama.cpp names parts (`llama_split_path` in llama.cpp): NAME-00001-of-00003.gguf
SPLIT_NAME: Final = re.compile(r"(?P<stem>.+)-(?P<part>\d{5})-of-(?P<parts>\d{5})\.gguf", re.IGNORECASE)
MAX_PARTS: Final = 512

# What the numbers of any model lie between; llama.cpp's own arithmetic overflows or aborts beyond.
_SHAPE: Final = {
    "{arch}.block_count": (1, 512, "layers"),  # LLAMA_MAX_LAYERS
    "{arch}.context_length": (1, 1 << 30, "tokens of context"),
    "{arch}.embedding_length": (1, 1 << 20, "numbers per token"),
    "{arch}.feed_forward_length": (0, 1 << 24, "numbers per feed-forward row"),
    "{arch}.attention.head_count": (0, 1 << 16, "attention heads"),
    "{arch}.attention.head_count_kv": (0, 1 << 16, "key-value heads"),
    "{arch}.attention.key_length": (0, 1 << 16, "numbers per key"),
    "{arch}.attention.value_length": (0, 1 << 16, "numbers per value"),
    "{arch}.rope.dimension_count": (0, 1 << 16, "rotated dimensions"),
    "{arch}.expert_count": (0, 1 << 16, "experts"),
    "{arch}.expert_used_count": (0, 1 << 16, "experts at work"),
    "{arch}.vocab_size": (1, 1 << 28, "tokens in its vocabulary"),
}

Kind = Literal["chat", "base", "embedding", "reranking", "part"]


def parts_of(path: Path) -> tuple[Path, ...]:
    """Return the files of the model `path` belongs to, in order: itself, or every part of a split model.

    Raises ModelFileError where parts are missing or the name makes no sense.
    """
    match = SPLIT_NAME.fullmatch(path.name)
    if match is None:
        return (path,)
    part, parts = int(match["part"]), int(match["parts"])
    if not 1 <= part <= parts <= MAX_PARTS:
        raise refuse(path, f"Its name says it is part {part:,} of {parts:,}.", "Give the file its first name back.")
    ending = path.name[-5:]
    files = tuple(
        path.with_name(f"{match['stem']}-{number:05d}-of-{parts:05d}{ending}") for number in range(1, parts + 1)
    )
    missing = [file.name for file in files if not os.path.exists(file)]  # noqa: PTH110 - also where nobody may look
    if missing:
        shown = missing[0] + (f" and {len(missing) - 1} more" if missing[1:] else "")
        why = f"It is part {part} of {parts}, and the folder lacks {shown}."
        raise refuse(path, why, "Put all parts into one folder.")
    return files


def are_parts_of_one(one: Path, other: Path) -> bool:
    """Return whether two files are called as parts of the same split model: of “m”, and not of “m-2”."""
    mine, its = SPLIT_NAME.fullmatch(one.name), SPLIT_NAME.fullmatch(other.name)
    if mine is None or its is None or one.parent != other.parent:
        return False
    return (mine["stem"], mine["parts"], one.suffix) == (its["stem"], its["parts"], other.suffix)


def read_model(path: Path) -> tuple[tuple[Path, ...], Header]:
    """Return a model's files and its header, the tensors of all parts joined. Raises ModelFileError.

    The header says what the file is; whether it can be run here is `why_not_run`'s to say.
    """
    files = parts_of(path)
    first, *others = (read_header(file) for file in files)
    if not first.architecture:
        raise refuse(first.path, "It is damaged or not a model: it names no architecture.")
    declared = first.number("split.count")
    if declared is not None and declared > 1 and declared != len(files):
        why = f"It is one of {declared:,} parts, but its name does not say which."
        raise refuse(path, why, "Give the parts the names they had: …-00001-of-0000N.gguf, all in one folder.")
    _check_parts(first, others)
    tensors = first.tensors + tuple(tensor for other in others for tensor in other.tensors)
    if len({tensor.name for tensor in tensors}) != len(tensors) or len(tensors) > MAX_TENSORS:
        raise refuse(path, "Its parts do not belong together: they hold the same tensors.")
    file_bytes = first.file_bytes + sum(part.file_bytes for part in others)
    stamps = first.stamps + tuple(stamp for other in others for stamp in other.stamps)
    return files, replace(first, tensors=tensors, file_bytes=file_bytes, stamps=stamps)


def _check_parts(first: Header, others: list[Header]) -> None:
    for place, part in enumerate((first, *others)) if others else ():
        if part.number("split.count") != len(others) + 1 or part.number("split.no") != place:
            raise refuse(part.path, "It is not the part of a split model its name says.", "Get all parts again.")
        if part.byte_order != first.byte_order:
            raise refuse(part.path, "Its parts do not belong together.", "Get all parts again.")


def kind_of(header: Header) -> Kind:
    """Return what the model is for: talking, continuing text, vectors, ranking, or being a part of another."""
    architecture = header.architecture
    if architecture in NOT_TEXT or header.text("general.type") in {"mmproj", "adapter"}:
        return "part"
    pooling = header.number("{arch}.pooling_type")
    if pooling == POOLING_RANK:
        return "reranking"
    if architecture in EMBEDDING or pooling in POOLING_VECTOR:
        return "embedding"
    return "chat" if header.text("tokenizer.chat_template").strip() else "base"


def why_not_run(header: Header) -> ModelFileError | None:  # noqa: PLR0911  one reason, one return
    """Return why this program cannot load a well-formed file, or None where llama.cpp may be given it."""
    name, architecture = header.path, header.architecture
    if header.byte_order != sys.byteorder:
        why = f"It was written for {header.byte_order}-endian computers; this one is {sys.byteorder}-endian."
        return refuse(name, why, "Get the file for this kind of computer.")
    if architecture not in KNOWN:
        why = f"It is of an unknown architecture, “{_plain(architecture)}”."
        return refuse(name, why, "A newer version of this program may know it; choose another model until then.")
    if kind_of(header) == "part":
        what = NOT_TEXT.get(architecture, ADDITION)
        return refuse(name, f"It is {what}, not a model that can answer.", "Choose the model's main file.")
    if any(tensor.name.startswith(VISION_INSIDE) for tensor in header.tensors):
        why = "It carries the part that looks at pictures inside, which llama.cpp loads from a file of its own alone."
        return refuse(name, why, "Get this model from another source, as one file for text.")
    if not header.tensors:
        return refuse(name, "It holds no weights, only a header.", "Get the whole model.")
    if not header.text("tokenizer.ggml.model"):
        return refuse(name, "It holds no vocabulary.", "Get a complete file of this model.")
    absurd = _absurd(header)
    if absurd:
        return refuse(name, f"It is damaged: it claims {absurd}.")
    return why_not_named(name)


def why_not_named(path: Path) -> ModelFileError | None:
    """Return why neither llama.cpp nor a list can be told where a file lies, or None where they can."""
    try:
        str(path).encode()
    except UnicodeEncodeError:
        return refuse(path, "Its name holds bytes that are not text.", "Rename the file or its folder.")
    return None


def _absurd(header: Header) -> str:
    """Return the first number of the model's shape that no model has, in words, or nothing."""
    for key, (least, most, words) in _SHAPE.items():
        values = header.numbers(key) or ((header.number(key),) if header.number(key) is not None else ())
        for value in values:
            if value is not None and not least <= value <= most:
                return f"{value:,} {words}"
    return ""


def _plain(text: str) -> str:
    return "".join(letter for letter in text if letter.isprintable())[:60]
