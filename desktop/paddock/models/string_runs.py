"""Steps over many short GGUF strings at once: a vocabulary's strings one by one take Python twice as long."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final, Literal

if TYPE_CHECKING:
    from collections.abc import Callable

RUN: Final = 256  # strings
_LONGEST: Final = 256  # bytes; a run with a longer one is left to be stepped over one by one
_COMMONEST: Final = 7  # bytes: tried first, then what is nearest to it


@cache
def run_of_strings(order: Literal["<", ">"]) -> Callable[[bytes, int], re.Match[bytes] | None]:
    """Return what matches `RUN` strings from a place on, all of them there as long as they say, or else nothing.

    Each alternative is a length in eight bytes and just so many bytes: at any place one of them can match at most, so
    the run ends where stepping would have come to, and nothing is tried twice.
    """
    nearest = sorted(range(_LONGEST), key=lambda length: abs(length - _COMMONEST))
    strings = (_said(length, order) + b".{%d}+" % length for length in nearest)
    return re.compile(b"(?:%s){%d}+" % (b"|".join(strings), RUN), re.DOTALL).match


def _said(length: int, order: Literal["<", ">"]) -> bytes:
    return re.escape(length.to_bytes(8, "little" if order == "<" else "big"))
