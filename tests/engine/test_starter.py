"""The real starter model: it knows something, reproduces itself, stops at once and is read only once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from paddock.engine.client import CancelToken, EngineClient, LoadOptions
from paddock.engine.protocol import PromptProgress, Sampling, Turn
from paddock.process.supervisor import worker_command
from tests.engine.conftest import end
from tests.engine.talking import ask, computed_s, load

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = pytest.mark.slow

SENTENCE = "Two wells were dry; the others are sampled again in spring. "


@pytest.fixture(scope="module")
def starter(starter_model: Path) -> Iterator[EngineClient]:
    client = EngineClient(worker_command("engine"))
    load(client, starter_model, LoadOptions(context_tokens=2048))
    yield client
    end(client)


def test_it_knows_the_capital_of_france(starter: EngineClient) -> None:
    info = starter.loaded
    assert info is not None
    heard = ask(starter, "What is the capital of France? Answer in one sentence.", info.defaults)
    assert "Paris" in heard.text
    assert heard.finished.reason == "stop"
    assert heard.finished.timings.tokens_per_second > 0


def test_a_seed_reproduces_an_answer(starter: EngineClient) -> None:
    sampling = Sampling(temperature=1.0, seed=20, max_tokens=32)
    turns = [Turn("system", "You are a poet."), Turn("user", "Write about a fox and a river.")]
    answers = {ask(starter, turns, sampling, reuse=reuse).text for reuse in (False, True, True)}
    assert len(answers) == 1
    assert len(answers.pop()) > 40


def test_its_own_answer_is_not_read_again(starter: EngineClient) -> None:
    first = [Turn("user", "Describe a paddock in three sentences.")]
    heard = ask(starter, first, Sampling(temperature=0, max_tokens=60))
    follow_up = ask(starter, [*first, Turn("assistant", heard.text), Turn("user", "Shorter.")])
    written = heard.finished.timings.prompt_tokens + heard.finished.timings.answer_tokens
    assert follow_up.finished.timings.reused_tokens >= written - 2


def test_stopped_while_reading_it_stops_at_once_and_keeps_what_was_read(starter: EngineClient) -> None:
    prompt = SENTENCE * 80
    cancel = CancelToken()
    stopped_s = 0.0

    def stop_after_the_first_batch(event: object) -> None:
        nonlocal stopped_s
        if isinstance(event, PromptProgress) and event.done > event.reused:
            stopped_s = computed_s(starter.pid)
            cancel.cancel()

    heard = ask(starter, prompt, reuse=False, cancel=cancel, on_event=stop_after_the_first_batch)
    computed_since_s = computed_s(starter.pid) - stopped_s
    assert heard.finished.reason == "cancelled"
    assert heard.text == ""
    assert computed_since_s < 1.0  # the next batch alone takes longer on most computers
    again = ask(starter, prompt)
    assert 512 <= again.finished.timings.reused_tokens < again.finished.timings.prompt_tokens
    assert again.text == ask(starter, prompt, reuse=False).text


def test_other_chats_stay_out_of_this_one(starter: EngineClient) -> None:
    one = ask(starter, "Name the capital city of France.", Sampling(temperature=0, max_tokens=12))
    ask(starter, SENTENCE * 10)
    assert ask(starter, "Name the capital city of France.", Sampling(temperature=0, max_tokens=12)).text == one.text
