"""Tokens are estimated by script; the figures are what four vocabularies gave for the same texts."""

from __future__ import annotations

import pytest

from paddock.chat.estimating import estimated_tokens


@pytest.mark.parametrize(
    ("text", "least", "most"),
    [
        ("The office inspected twelve wells in the spring. " * 30, 330, 500),
        ("The office’s “inspected” wells — twelve in all — were closed. " * 30, 400, 800),
        ("Das Wasserwirtschaftsamt prüfte im Frühjahr zwölf Brunnen. " * 30, 400, 900),
        ("Ведомство осмотрело двенадцать колодцев весной. " * 30, 500, 1300),
        ("该局在春季检查了十二口井。" * 30, 250, 700),
        ("", 0, 0),
    ],
    ids=["English", "typographic marks", "German", "Russian", "Chinese", "nothing"],
)
def test_tokens_are_estimated_by_script(text: str, least: int, most: int) -> None:
    assert least <= estimated_tokens(text) <= most
