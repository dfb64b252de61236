"""JSON and JSON Lines: written out as lines of "key: value", each block under the path that leads to it."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Final

from paddock.reader.code_text import code_blocks
from paddock.reader.encoding import decode, detect, is_binary, lines
from paddock.reader.flowing import FlowingDocument
from paddock.reader.notebook import cells, is_notebook
from paddock.reader.plain_text import not_text
from paddock.reader.sections import Layout, Piece

if TYPE_CHECKING:
    from collections.abc import Iterator

    from paddock.reader.document import Reading, Source

Json = dict[str, "Json"] | list["Json"] | str | int | float | bool | None

# A file larger than this is shown as it stands: what Python makes of it takes ten times its size in memory.
_PARSED_BYTES: Final = 32 << 20
_BLOCK_CHARACTERS: Final = 1200
_DEPTH: Final = 60
_LINE_MOST: Final = 8 << 20
_PLAIN_KEY: Final = re.compile(r"\w[\w $@-]*")


class JsonDocument(FlowingDocument):
    """A JSON file; one that cannot be parsed is shown as it stands. Raises Unreadable where it is no text."""

    format = "json"
    layout = Layout("part", "line")

    def __init__(self, source: Source) -> None:
        if is_binary(source.data):
            raise not_text()
        self._data = source.data
        self._encoding = detect(source.data)

    def pieces(self, reading: Reading) -> Iterator[Piece]:
        """Yield blocks of lines, each with the path of its keys as its place."""
        try:
            value = parse(decode(self._data) if len(self._data) <= _PARSED_BYTES else "")
        except ValueError:
            yield from code_blocks(lines(self._data, self._encoding))
            return
        del reading
        if is_notebook(value):
            yield from cells(value)
            return
        for path, text in written(value):
            yield Piece("code", text, place=path)


class JsonLinesDocument(JsonDocument):
    """A file with one JSON value a line."""

    format = "jsonl"

    def pieces(self, reading: Reading) -> Iterator[Piece]:
        """Yield each line's value in blocks; a line that cannot be parsed stands as it is."""
        del reading
        for number, line in enumerate(lines(self._data, self._encoding, _LINE_MOST), 1):
            if not line.strip():
                continue
            try:
                value = parse(line)
            except ValueError:
                yield Piece("code", line, first=number)
                continue
            for path, text in written(value):
                yield Piece("code", text, first=number, place=f"line {number} {path}".rstrip())


def parse(untrusted_text: str) -> Json:
    """Return the value; numbers stay as they are written. Raises ValueError where there is none."""
    try:
        value: Json = json.loads(
            untrusted_text.removeprefix("\ufeff"), parse_float=str, parse_int=str, parse_constant=str
        )
    except RecursionError as error:
        raise ValueError("nested too deeply") from error
    return value


def written(value: Json, path: str = "") -> Iterator[tuple[str, str]]:
    """Yield (path, text) for parts of the value of at most about 1,200 characters each, in its order.

    Small neighbours share a block. A path is written as in JavaScript: `orders[3].customer`.
    """
    waiting: list[tuple[str, Json]] = [(path, value)]
    held_path, held = "", ""
    while waiting:
        path, value = waiting.pop()
        text = _lines(value, path)
        if text is None:
            waiting += reversed(list(_members(value, path)))
            if held:
                yield held_path, held
                held_path, held = "", ""
            continue
        if held and len(held) + len(text) > _BLOCK_CHARACTERS:
            yield held_path, held
            held = ""
        held_path = held_path if held else path
        held = f"{held}\n{text}" if held else text
    if held:
        yield held_path, held


def _members(value: Json, path: str) -> Iterator[tuple[str, Json]]:
    if isinstance(value, dict):
        for key, member in value.items():
            name = key if _PLAIN_KEY.fullmatch(key) else json.dumps(key, ensure_ascii=False)
            yield (f"{path}.{name}" if path else name)[-500:], member
    elif isinstance(value, list):
        for number, member in enumerate(value):
            yield f"{path}[{number}]"[-500:], member


def _lines(value: Json, path: str) -> str | None:
    """Return the value written out below its path, None where it is too large to stand in one block.

    A string alone is never too large, as there is nothing in it to go down to.
    """
    if not isinstance(value, dict | list):
        return f"{path}: {_scalar(value)}" if path else _scalar(value)
    if not value:
        return f"{path}: (empty)" if path else "(empty)"
    if not path and isinstance(value, list) and any(isinstance(member, dict | list) for member in value):
        return None
    written_lines = [f"{path}:"] if path else []
    size = 0
    # Depth first with a stack of our own: a stranger's nesting is as deep as it likes.
    waiting: list[tuple[int, str, Json]] = _below(value, 1 if path else 0)
    while waiting:
        depth, name, member = waiting.pop()
        if isinstance(member, dict | list) and member:
            if depth > _DEPTH:
                return None
            line = "  " * depth + (f"{name}:" if name else "-")
            waiting += _below(member, depth + 1)
        else:
            line = "  " * depth + (f"{name}: " if name else "- ") + _scalar(member)
        written_lines.append(line)
        size += len(line)
        if size > _BLOCK_CHARACTERS or len(waiting) > _BLOCK_CHARACTERS:
            return None
    return "\n".join(written_lines)


def _below(value: Json, depth: int) -> list[tuple[int, str, Json]]:
    """Return the members in reverse, to be taken from the end."""
    if isinstance(value, dict):
        return [(depth, key, member) for key, member in reversed(value.items())]
    if not isinstance(value, list):
        return []
    members = [
        (depth, f"[{number}]" if isinstance(member, dict | list) else "", member) for number, member in enumerate(value)
    ]
    return members[::-1]


def _scalar(value: Json) -> str:
    if value is None:
        return "null"
    if isinstance(value, bool):
        return str(value).lower()
    return str(value) if value not in ({}, []) else "(empty)"
