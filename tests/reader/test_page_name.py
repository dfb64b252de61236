"""What a page is called in English."""

from __future__ import annotations

import pytest

from paddock.reader.page_name import page_name


@pytest.mark.parametrize(
    ("label", "name"),
    [("", "page 3"), ("3", "page 3"), ("iii", "page 3 (iii)"), ("\n iii\n of  ten ", "page 3 (iii of ten)")],
)
def test_a_label_is_told_where_it_says_more_than_the_number(label: str, name: str) -> None:
    assert page_name("page", 3, label) == name
