"""What the tests and their workers say to each other."""

from __future__ import annotations

import msgspec


class Do(msgspec.Struct, frozen=True, tag="do"):
    id: int
    what: str
    text: str = ""


class Did(msgspec.Struct, frozen=True, tag="did"):
    id: int
    text: str


class Sum(msgspec.Struct, frozen=True, tag="sum"):
    values: tuple[int, ...]


Answer = Did | Sum
