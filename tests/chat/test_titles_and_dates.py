"""Titles from first messages in any language, and the sidebar's date groups."""

from __future__ import annotations

import unicodedata
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paddock.chat.dates import DateGroup, date_group
from paddock.chat.titles import WIDTH, _width, title_of


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Hello", "Hello"),
        ("\n\n  # Plan for **Monday**\nand more", "Plan for Monday"),
        ("```python\nprint(1)\n```", "print(1)"),
        ("> - [the docs](https://example.org/x) say so", "the docs say so"),
        ("What is this? I would like to know it all.", "What is this?"),
        ("Read this file. Then tell me what the second part of it means for us.", "Read this file"),
        (
            "Please write me a long text about the history of all peoples",
            "Please write me a long text about the history…",
        ),
        ("今天天气很好" * 10, "今天天气很好" * 3 + "今天天气很…"),
        ("\u202eevil\u202c txt", "evil txt"),
        ("---\n***\nAfter the rule", "After the rule"),
        ("1. first\n2. second", "first"),
        ("🎉🎉", "🎉🎉"),
        ("", ""),
        ("  \n\t\n", ""),
        ("...", ""),
    ],
)
def test_titles(text: str, title: str) -> None:
    assert title_of(text) == title


@pytest.mark.parametrize("unit", ["👨‍👩‍👧‍👦", "🇩🇪", "👍🏽", "e\u0323\u0302", "กำ่", "क्षि"])
def test_a_title_is_never_cut_within_a_character(unit: str) -> None:
    title = title_of(unit * 60)
    whole = unicodedata.normalize("NFC", unit)
    assert title.endswith("…")
    assert title[:-1] == whole * (len(title[:-1]) // len(whole))


@given(st.text(max_size=500))
def test_any_text_gives_a_short_legible_line(text: str) -> None:
    title = title_of(text)
    assert _width(title) <= WIDTH
    assert len(title.splitlines()) <= 1
    assert title == title.strip()
    assert not any(unicodedata.category(c) in {"Cc", "Co", "Cs"} for c in title)


NOW = datetime(2026, 11, 24, 0, 30, tzinfo=ZoneInfo("Europe/Berlin"))


@pytest.mark.parametrize(
    ("when", "group"),
    [
        (NOW, DateGroup("today")),
        (NOW + timedelta(hours=3), DateGroup("today")),
        (NOW + timedelta(days=1), DateGroup("future")),
        (NOW + timedelta(days=3650), DateGroup("future")),
        (NOW - timedelta(minutes=31), DateGroup("yesterday")),
        (NOW - timedelta(days=2), DateGroup("previous_7_days")),
        (NOW - timedelta(days=7), DateGroup("previous_7_days")),
        (NOW - timedelta(days=8), DateGroup("previous_30_days")),
        (NOW - timedelta(days=31), DateGroup("month", 2026, 10)),
        (datetime(2026, 1, 1, tzinfo=NOW.tzinfo), DateGroup("month", 2026, 1)),
        (datetime(2025, 12, 31, 23, tzinfo=NOW.tzinfo), DateGroup("year", 2025)),
        # 23:00 UTC on the 23rd is already the 24th in Berlin.
        (datetime(2026, 11, 23, 23, 5, tzinfo=UTC), DateGroup("today")),
        (datetime(2026, 11, 22, 23, 5, tzinfo=UTC), DateGroup("yesterday")),
    ],
)
def test_date_groups_go_by_calendar_days(when: datetime, group: DateGroup) -> None:
    assert date_group(when.timestamp(), NOW) == group


def test_a_summer_day_belongs_to_its_own_day() -> None:
    """The offset of that day counts, not today's."""
    summer = datetime(2026, 7, 1, 0, 10, tzinfo=ZoneInfo("Europe/Berlin"))
    now = datetime(2026, 7, 2, 12, 0, tzinfo=ZoneInfo("Europe/Berlin"))
    assert date_group(summer.timestamp(), now) == DateGroup("yesterday")


def test_a_moment_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        date_group(0, datetime(2026, 1, 1))  # noqa: DTZ001 - the point of the test
