"""A passage is shown in one line as a person would read it aloud."""

from __future__ import annotations

import pytest

from paddock.cli.excerpt import excerpt


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Produced by:\n\n### Florida Department\n\nof Health", "Produced by: Florida Department of Health"),
        ("| Year | Sales |\n| --- | ---: |\n| 2021 | 192,052 |", "Year | Sales 2021 | 192,052"),
        ("| | 2021 |\n|---|:-:|\n| Net | 5 |", "2021 Net | 5"),
        ("The **fee** is #1 of 3 > 2", "The fee is #1 of 3 > 2"),
        ("> quoted\n> twice", "quoted twice"),
        ("", ""),
        ("one two three", "one …"),
    ],
)
def test_in_one_line(text: str, shown: str) -> None:
    assert excerpt(text, 4 if text.startswith("one") else 100) == shown
