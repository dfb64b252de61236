"""Sorts chats into the date groups of the sidebar."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

DateKind = Literal["today", "yesterday", "previous_7_days", "previous_30_days", "month", "year"]

_WEEK = 7
_MONTH = 30


@dataclass(frozen=True)
class DateGroup:
    """A heading: `kind`, with `month` (1 to 12) and `year` where the kind is a month of this year, or `year`."""

    kind: DateKind
    year: int = 0
    month: int = 0


def date_group(time: float, now: datetime) -> DateGroup:
    """Return the group a time (Unix seconds) belongs to, by the calendar days of `now`'s time zone.

    A time later than now, from a clock set back, counts as today. Raises ValueError for a `now` without a zone.
    """
    if now.tzinfo is None:
        raise ValueError("`now` needs a time zone")
    day = datetime.fromtimestamp(time, now.tzinfo).date()
    days = (now.date() - day).days
    if days <= 0:
        return DateGroup("today")
    if days == 1:
        return DateGroup("yesterday")
    if days <= _WEEK:
        return DateGroup("previous_7_days")
    if days <= _MONTH:
        return DateGroup("previous_30_days")
    if day.year == now.year:
        return DateGroup("month", day.year, day.month)
    return DateGroup("year", day.year)
