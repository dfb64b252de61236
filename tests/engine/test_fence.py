"""Text about a control token is not that token."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from paddock.engine.fence import Fence
from paddock.engine.protocol import Turn

MARKS = ("<|im_start|>", "<|im_end|>", "<s>", "</s>", "[INST]")


@given(st.lists(st.one_of(st.sampled_from(MARKS), st.text(alphabet="ab<|>[]\n\ufdd0\ufdd1", max_size=6)), max_size=8))
def test_every_mark_said_is_fenced_in_and_all_text_comes_out_again(pieces: list[str]) -> None:
    said = "".join(pieces)
    parts = list(Fence(MARKS).split(Fence(MARKS).around(Turn("user", said)).content))
    assert "".join(part for part, _ in parts) == said.replace("\ufdd0", "").replace("\ufdd1", "")
    for part, fenced in parts:
        assert (part in MARKS) == fenced
        assert fenced or not any(mark in part for mark in MARKS)


def test_a_turn_without_marks_is_left_alone() -> None:
    turn = Turn("user", "a < b")
    assert Fence(MARKS).around(turn) is turn
    assert Fence(()).around(turn) is turn


def test_a_fence_that_a_template_tore_apart_is_dropped() -> None:
    assert list(Fence.split("a\ufdd0</s")) == [("a</s", False)]
