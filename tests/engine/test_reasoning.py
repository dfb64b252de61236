"""Reasoning is told from the answer, however the text is cut into pieces."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paddock.engine.reasoning import PLAIN, STYLES, Splitter, style_of


def split(text: str, size: int, *, inside: bool = False, style: object = PLAIN) -> tuple[str, str]:
    splitter = Splitter(style, inside=inside)  # type: ignore[arg-type]
    parts = [part for place in range(0, len(text), size) for part in splitter.feed(text[place : place + size])]
    parts += splitter.end()
    return (
        "".join(part.text for part in parts if part.reasoning),
        "".join(part.text for part in parts if not part.reasoning),
    )


@pytest.mark.parametrize("size", [1, 2, 3, 7, 100])
@pytest.mark.parametrize(
    ("text", "thought", "answer"),
    [
        ("<think>\nTwo wells.\n</think>\n\nTwo.", "Two wells.", "Two."),
        ("\n<think>a</think>b", "a", "b"),
        ("<think>\n\n</think>\n\nTwo.", "", "Two."),
        ("Two.", "", "Two."),
        ("  Two.\n", "", "  Two.\n"),
        ("<b>Two</b> is < three", "", "<b>Two</b> is < three"),
        ("<think>a < b </thin and on", "a < b </thin and on", ""),
        ("Two. <think>no</think>", "", "Two. <think>no</think>"),
        ("<thi", "", "<thi"),
        ("", "", ""),
    ],
)
def test_reasoning_stands_before_the_answer(text: str, thought: str, answer: str, size: int) -> None:
    assert split(text, size) == (thought, answer)


@pytest.mark.parametrize("size", [1, 3, 100])
def test_reasoning_may_be_open_already(size: int) -> None:
    assert split("So.\n</think>\n\nTwo.", size, inside=True) == ("So.", "Two.")


@pytest.mark.parametrize("size", [1, 5, 200])
def test_channels_are_reasoning_and_answer(size: int) -> None:
    style = style_of("x <|channel|>analysis<|message|> y <|channel|>final<|message|>")
    spoken = "<|channel|>analysis<|message|>Hm.<|end|><|start|>assistant<|channel|>final<|message|>Two."
    assert split(spoken, size, style=style) == ("Hm.", "Two.")
    assert split("<|channel|>final<|message|>Two.", size, style=style) == ("", "Two.")


@given(st.text(alphabet="ab <>/think\n", max_size=40), st.text(alphabet="ab <>\n", max_size=40), st.integers(1, 9))
def test_nothing_but_marks_and_white_space_is_lost(thought: str, answer: str, size: int) -> None:
    if "</think>" in thought:
        return
    seen, said = split(f"<think>{thought}</think>{answer}", size)
    assert (seen, said) == (thought.strip(), answer.lstrip())


def test_every_style_is_found_in_a_template_that_uses_it() -> None:
    for style in STYLES:
        assert style_of(f"{{{{ '{style.opens}' + r + '{style.closes}' }}}}") == style
    assert style_of("{{ messages }}") is None
