"""Notices when an answer goes round in a circle: small models do, and would to the end of their context.

What is meant to repeat does so less: tables, code, refrains and lists were measured (docs/decisions/0013).
"""

from __future__ import annotations

import collections
import re
from typing import Final

# A run of tokens counts as a circle where it is this long altogether and holds its piece this often.
_RUN_TOKENS: Final = 240
_TIMES: Final = 6
# Looking back this far finds pieces of up to 256 tokens, six times over.
_LOOK_BACK: Final = 1536
_LOOK_EVERY: Final = 16
# Numbered points never repeat to the letter; without their numbers they do. So many in a row, in pieces this often.
_POINTS: Final = 16
_POINT_TIMES: Final = 4
_POINT: Final = re.compile(rb"[\s>*_#]*\d{1,5}[.):]\W*(.*)", re.DOTALL)
_FEWEST_BYTES: Final = 8
_LONGEST_LINE: Final = 2000


class Repetition:
    """Watches an answer token by token; `feed` says when it only repeats itself."""

    def __init__(self) -> None:
        self._tokens: collections.deque[int] = collections.deque(maxlen=_LOOK_BACK)
        self._until_look = _RUN_TOKENS
        self._line = b""
        self._points: collections.deque[bytes] = collections.deque(maxlen=8 * _POINTS)

    def feed(self, token: int, piece: bytes) -> bool:
        """Take the next token and the bytes it writes; return whether the answer has come to repeat itself."""
        self._tokens.append(token)
        circled = b"\n" in piece and self._end_lines(piece)
        if b"\n" not in piece and len(self._line) < _LONGEST_LINE:
            self._line += piece
        self._until_look -= 1
        if self._until_look <= 0:
            self._until_look = _LOOK_EVERY
            circled |= _circles(list(self._tokens)[::-1], _RUN_TOKENS, _TIMES)
        return circled

    def _end_lines(self, piece: bytes) -> bool:
        """Take in the lines that this piece ends; return whether the points of a list go round."""
        first, *between, last = piece.split(b"\n")
        lines, self._line = (self._line + first, *between), last
        for line in lines:
            if not line.strip():
                continue
            point = _POINT.match(line)
            if point is None or len(point[1]) < _FEWEST_BYTES:
                self._points.clear()
            else:
                self._points.append(point[1].strip())
        return len(self._points) >= _POINTS and _circles(list(self._points)[::-1], _POINTS, _POINT_TIMES)


def _circles(backwards: list[int] | list[bytes], run: int, times: int) -> bool:
    """Return whether the newest `run` items or more are one piece, `times` over or more.

    The prefix function of Knuth, Morris and Pratt, over the items from the newest to the oldest: a prefix that is
    borne again `border` long repeats with the period `length - border`.
    """
    borders = [0] * len(backwards)
    border = 0
    for place in range(1, len(backwards)):
        while border and backwards[place] != backwards[border]:
            border = borders[border - 1]
        border += backwards[place] == backwards[border]
        borders[place] = border
        length = place + 1
        if length >= run and length >= times * (length - border):
            return True
    return False
