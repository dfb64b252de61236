"""What parts the fields of a table in a text: a comma, a semicolon, a tab or a bar."""

from __future__ import annotations

import csv
from collections import Counter
from itertools import islice
from typing import Final

_DELIMITERS: Final = ",;\t|"
_SAMPLE: Final = 65_536
_ROWS: Final = 200
_STRICT_ROWS: Final = 4
_STRICT_SHARE: Final = 0.98
_WORDS_IN_A_FIELD: Final = 6


def best_delimiter(text: str, *, strict: bool = False) -> str:
    """Return the delimiter by which most rows have the same number of fields, at least two; "" where none does.

    `strict` is for a text that nobody called a table: nearly all rows must agree, and fields be short.
    """
    sample = text[:_SAMPLE]
    if len(text) > _SAMPLE:
        sample = sample[: sample.rfind("\n") + 1] or sample
    best, score = "", 0.0
    for delimiter in _DELIMITERS:
        if delimiter not in sample:
            continue
        found = _score(sample, delimiter, strict=strict)
        if found > score:
            best, score = delimiter, found
    return best


def rows_of(sample: str, delimiter: str) -> list[list[str]]:
    """Return the first rows of a sample; a stray quotation mark is taken as it stands."""
    for quoting in (csv.QUOTE_MINIMAL, csv.QUOTE_NONE):
        try:
            return list(
                islice(csv.reader(sample.splitlines(keepends=True), delimiter=delimiter, quoting=quoting), _ROWS)
            )
        except csv.Error:
            continue
    return []


def _score(sample: str, delimiter: str, *, strict: bool) -> float:
    rows = [row for row in rows_of(sample, delimiter) if row]
    widths = Counter(map(len, rows))
    if not widths:
        return 0
    width, count = widths.most_common(1)[0]
    share = count / len(rows)
    if width < 2:  # noqa: PLR2004 - one field is no table
        return 0
    if strict:
        words = sum(field.count(" ") for row in rows for field in row) / sum(map(len, rows))
        spaced = sum(field.startswith(" ") for row in rows for field in row[1:])
        if len(rows) < _STRICT_ROWS or share < _STRICT_SHARE or words > _WORDS_IN_A_FIELD or spaced > len(rows):
            return 0
    return share * (1 + min(width, 20) / 100)
