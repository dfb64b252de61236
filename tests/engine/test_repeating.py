"""The brake on answers that go round: it stops circles, and lets tables, code, refrains and lists be."""

from __future__ import annotations

import itertools
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

import paddock
from paddock.engine.repeating import Repetition, _circles
from tests.engine.talking import ask, load

if TYPE_CHECKING:
    from paddock.engine.client import EngineClient

SOURCE = Path(paddock.__file__).parent
REFRAIN = (
    "Row, row, row your boat,\nGently down the stream.\nMerrily, merrily, merrily, merrily,\nLife is but a dream.\n\n"
)


def tokens_of(text: str) -> list[tuple[int, bytes]]:
    """Cut a text about as finely as models do, and number the pieces."""
    known: dict[str, int] = {}
    pieces = re.findall(r" ?\w{1,5}|\s+|[^\w\s]+", text)
    return [(known.setdefault(piece, len(known)), piece.encode()) for piece in pieces]


def stopped_after(text: str) -> int | None:
    """Return after how many tokens the brake would stop this answer; None where it would not."""
    brake = Repetition()
    return next((number for number, (token, piece) in enumerate(tokens_of(text), 1) if brake.feed(token, piece)), None)


@pytest.mark.parametrize(
    "circle",
    [
        "The wells are closed because the wells are closed. ",
        "I am sorry for the confusion. The document says that the council met in March and decided to wait. ",
        "no, ",
        "- The first point.\n- The second point.\n",
        "这是同样的一句话。",
        "This paragraph is longer than the others. "
        + "It has many sentences in it, each unlike the other. " * 2
        + "\n\n",
    ],
)
def test_an_answer_that_goes_round_is_stopped(circle: str) -> None:
    beginning = (SOURCE / "engine" / "repeating.py").read_text(encoding="utf-8")[:1500]
    before = len(tokens_of(beginning))
    stopped = stopped_after(beginning + circle * 400)
    assert stopped is not None
    assert stopped <= before + max(256, 7 * len(tokens_of(circle))) + 16


def test_a_list_that_says_the_same_under_ever_new_numbers_is_stopped() -> None:
    points = "".join(f"{number}. Closing the wells saves money.\n" for number in range(1, 200))
    stopped = stopped_after(points)
    assert stopped is not None
    assert stopped < len(tokens_of(points)) // 8
    turns = "".join(f"{number}. {('Open the door.', 'Close the door.')[number % 2]}\n\n" for number in range(1, 200))
    assert stopped_after(turns) is not None


@pytest.mark.parametrize(
    "text",
    [
        REFRAIN * 5,
        "| Year | Open |\n| --- | --- |\n" + "".join(f"| {y} | {y % 7} | yes |\n" for y in range(1900, 2000)),
        "| a | b |\n" + "|" + " ----------------------------------- |" * 8 + "\n" + "| 0 | 0 |\n" * 20,
        "".join(f"{number}. {number * number} is the square of it.\n" for number in range(200)),
        "```c\nint zero[10][10] = {\n" + "    {0, 0, 0, 0, 0, 0, 0, 0, 0, 0},\n" * 4 + "};\n```\n",
        "".join(f"{i} × {j} = {i * j}\n" for i, j in itertools.product(range(1, 11), range(1, 11))),
        "".join(f"{number}. Yes.\n" for number in range(1, 60)),
        "".join(f"        case {n}:\n            return {n * n};\n" for n in range(120)),
        "Ha" * 40 + "! " + "very " * 60 + "good.",
    ],
    ids=["a song", "a table", "an empty table", "squares", "zeros", "times tables", "yes", "cases", "very"],
)  # fmt: skip
def test_what_is_meant_to_repeat_is_left_alone(text: str) -> None:
    assert stopped_after(text) is None


def test_code_and_tables_of_our_own_are_left_alone() -> None:
    """Those with the most alike lines; all others, and 30 million characters of strangers', were tried once."""
    for name in ("process/confine/syscalls.py", "ui/sentence_catalogue.py", "reader/formats.py", "errors.py"):
        assert stopped_after((SOURCE / name).read_text(encoding="utf-8")[:40_000]) is None, name


@given(st.lists(st.integers(0, 3), max_size=60), st.integers(2, 12), st.integers(2, 4))
def test_circles_are_those_that_comparing_finds(items: list[int], run: int, times: int) -> None:
    def by_comparing() -> bool:
        for length in range(run, len(items) + 1):
            for period in range(1, length // times + 1):
                if all(items[place] == items[place + period] for place in range(length - period)):
                    return True
        return False

    assert _circles(items, run, times) is by_comparing()


@pytest.mark.slow
def test_a_small_model_is_stopped_and_may_go_on(client: EngineClient, starter_model: Path) -> None:
    from paddock.engine.client import LoadOptions
    from paddock.engine.protocol import Sampling, Turn

    load(client, starter_model, LoadOptions(context_tokens=2048))
    begun = [Turn("user", "Say it."), Turn("assistant", "The wells are closed. " * 12)]
    greedy = Sampling(temperature=0, max_tokens=1200)
    stopped = ask(client, begun, greedy, continue_last=True)
    assert stopped.finished.reason == "repeats"
    assert stopped.finished.timings.answer_tokens < 400
    longer = ask(client, begun, greedy, continue_last=True, brake=False)
    assert longer.finished.reason == "length"
    assert longer.text.startswith(stopped.text)
