"""The context budget: exact counts, whole oldest turns, the fewest of them, and few counts to find out."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paddock.chat.prompt import DEFAULT_RESERVE, Prompt, plan_prompt, prompt_of, reserve_for
from paddock.chat.types import Message
from paddock.engine.protocol import Sampling, Turn
from paddock.errors import ContextOverflow
from tests.chat.scripted_engine import tokens_of


def talk(*sizes: int, system: str = "") -> Prompt:
    """Return turns of that many words, the person's and the model's by turns; the last is the person's."""
    first = len(sizes) % 2
    roles = ("user", "assistant") if first else ("assistant", "user")
    turns = tuple(
        Turn("user" if roles[at % 2] == "user" else "assistant", " ".join(["w"] * size))
        for at, size in enumerate(sizes)
    )
    return Prompt(system, turns)


def message(role: str, text: str, reasoning: str = "") -> Message:
    return Message(
        id=1,
        chat_id=1,
        parent_id=None,
        role="user" if role == "user" else "assistant",
        text=text,
        reasoning=reasoning,
        reasoning_s=0,
        state="complete",
        error="",
        finish_reason="",
        model="",
        timings=None,
        seed=None,
        left_out_turns=0,
        created_at=0,
        version=1,
        versions=1,
    )


def test_a_branch_becomes_turns() -> None:
    branch = [
        message("user", "one"),
        message("assistant", "", "thought, and stopped"),
        message("user", "two"),
        message("assistant", "three", "why"),
        message("assistant", "four"),
    ]
    prompt = prompt_of("Be kind.", branch, (Turn("user", "five"),))
    assert prompt.without(0) == (
        Turn("system", "Be kind."),
        Turn("user", "one\n\ntwo"),
        Turn("assistant", "three\n\nfour"),
        Turn("user", "five"),
    )
    assert prompt_of("  ", [message("assistant", "a", "r")]).without(0) == (Turn("assistant", "a", "r"),)


@pytest.mark.parametrize(
    ("limit", "holds", "reserve"),
    [(None, 8192, DEFAULT_RESERVE), (None, 2048, 512), (100, 8192, 100), (5000, 8192, 4096), (300, 512, 256)],
)
def test_room_is_kept_for_the_answer(limit: int | None, holds: int, reserve: int) -> None:
    assert reserve_for(Sampling(max_tokens=limit), holds) == reserve


def test_what_fits_is_left_whole() -> None:
    prompt = talk(10, 10, 10)
    plan = plan_prompt(prompt, tokens_of, 36 + 4, 4, left_out=None)
    assert (plan.tokens, plan.left_out_turns, plan.turns) == (36, 0, prompt.without(0))


def test_one_token_too_many_is_told_with_its_numbers() -> None:
    prompt = talk(10, 10, 10, 10, 10)
    with pytest.raises(ContextOverflow) as told:
        plan_prompt(prompt, tokens_of, 63, 4, left_out=None)
    assert (told.value.needed, told.value.holds, told.value.droppable_turns) == (64, 63, 2)
    assert str(told.value).startswith("This needs 64 tokens, the model holds 63.")


def test_what_the_error_says_is_what_is_then_left_out() -> None:
    prompt = talk(*[10] * 41, system="Stay.")
    with pytest.raises(ContextOverflow) as told:
        plan_prompt(prompt, tokens_of, 200, 40, left_out=None)
    plan = plan_prompt(prompt, tokens_of, 200, 40, left_out=0)
    assert plan.left_out_turns == told.value.droppable_turns
    assert plan.turns[0] == Turn("system", "Stay.")
    assert plan.turns[1].role == "user"
    assert plan.turns[1:] == prompt.turns[plan.left_out_turns :]


def test_a_last_turn_too_long_by_itself_has_no_way_out() -> None:
    for left_out in (None, 0):
        with pytest.raises(ContextOverflow) as told:
            plan_prompt(talk(10, 10, 500), tokens_of, 200, 40, left_out=left_out)
        assert told.value.droppable_turns is None


def test_the_same_turns_stay_left_out_while_the_rest_fits() -> None:
    """The next prompts begin as the last one did, so nothing is read twice; then a stretch is freed at once."""
    holds, reserve = 400, 50
    sizes = [10] * 41
    left_out, cuts = 0, []
    for _ in range(20):
        plan = plan_prompt(talk(*sizes), tokens_of, holds, reserve, left_out=left_out)
        assert plan.tokens + reserve <= holds
        left_out = plan.left_out_turns
        cuts.append(left_out)
        sizes += [10, 10]
    assert len(set(cuts)) <= 12
    assert cuts == sorted(cuts)
    assert plan_prompt(talk(10, 10, 10), tokens_of, holds, reserve, left_out=left_out).left_out_turns == 0


@given(
    st.lists(st.integers(0, 60), min_size=1, max_size=60).map(
        lambda sizes: sizes if len(sizes) % 2 else sizes[1:] or [1]
    ),
    st.integers(64, 2_000),
    st.integers(1, 32),
    st.booleans(),
)
def test_the_fewest_turns_are_left_out(sizes: list[int], holds: int, reserve: int, system: bool) -> None:  # noqa: FBT001
    prompt = talk(*sizes, system="S" if system else "")
    if not prompt.turns or prompt.turns[-1].role != "user":
        return
    counts = []

    def count(turns: tuple[Turn, ...]) -> int:
        counts.append(tokens_of(turns))
        return counts[-1]

    def fewest(room: int) -> int | None:
        return next((cut for cut in prompt.cuts if tokens_of(prompt.without(cut)) <= room), None)

    whole = tokens_of(prompt.without(0))
    wanted = 0 if whole + reserve <= holds else fewest(holds - reserve - holds // 8) or fewest(holds - reserve)
    if wanted is None:
        with pytest.raises(ContextOverflow) as told:
            plan_prompt(prompt, count, holds, reserve, left_out=0)
        assert (told.value.needed, told.value.holds, told.value.droppable_turns) == (whole + reserve, holds, None)
    else:
        plan = plan_prompt(prompt, count, holds, reserve, left_out=0)
        assert plan.left_out_turns == wanted
        assert plan.tokens == tokens_of(plan.turns) <= holds - reserve
    assert len(counts) <= 6 + math.ceil(math.log2(len(sizes) + 1))


def test_the_guess_finds_it_in_few_counts() -> None:
    counted = 0

    def count(turns: tuple[Turn, ...]) -> int:
        nonlocal counted
        counted += 1
        return tokens_of(turns)

    plan = plan_prompt(talk(*[20] * 4_999), count, 8_192, 1_024, left_out=0)
    assert plan.left_out_turns > 4_000
    assert counted <= 5
