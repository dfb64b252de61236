"""Keeps None, True and False alive where PySide6 forgets to count its references to them."""

from __future__ import annotations

import ctypes
import sys

_SPARE = 1 << 48  # a thousand million Qt calls a second take three days to use it up


def make_constants_immortal() -> None:
    """Raise the reference counts of the constants that PySide6 gives back without counting them.

    WORKAROUND(PySide6 6.12.0): its wheels are built as though constants were immortal, which they are from Python
    3.12 on (PEP 683). On 3.11 every call of a Qt method that returns nothing takes a reference of None away; after
    about 7,000 of them the process aborts with "none_dealloc". CPython keeps the count in an object's first word.
    """
    if sys.version_info >= (3, 12) or sys.implementation.name != "cpython":
        return
    for constant in (None, True, False, NotImplemented, Ellipsis):
        count = ctypes.c_ssize_t.from_address(id(constant))
        if count.value < _SPARE:
            count.value += _SPARE * 2
