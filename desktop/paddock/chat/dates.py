"""Sorts chats into the date groups of the sidebar."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Final, Literal

DateKind = Literal["future", "today", "yesterday", "previous_7_days", "previous_30_days", "month", "year"]

# How many days ago a chat may be at most to stand in a group, the newest group first.
_LATELY: Final[tuple[tuple[int, DateKind], ...]] = (
    (-1, "future"),
    (0, "today"),
    (1, "yesterday"),
    (7, "previous_7_days"),
    (30, "previous_30_days"),
)


@dataclass(frozen=True)
class DateGroup:
    """A heading: `kind`, with `month` (1 to 12) and `year` where the kind is a month of this year, or `year`."""

    kind: DateKind
    year: int = 0
    month: int = 0


def date_group(time: float, now: datetime) -> DateGroup:
    """Return the group a time (Unix seconds) belongs to, by the calendar days of `now`'s time zone.

    A day after today comes from a clock that went wrong, here or where an imported chat was written.
    Raises ValueError for a `now` without a zone.
    """
    if now.tzinfo is None:
        raise ValueError("`now` needs a time zone")
    day = datetime.fromtimestamp(time, now.tzinfo).date()
    days = (now.date() - day).days
    for most, kind in _LATELY:
        if days <= most:
            return DateGroup(kind)
    if day.year == now.year:
        return DateGroup("month", day.year, day.month)
    return DateGroup("year", day.year)
