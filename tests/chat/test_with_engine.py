"""Conversations with the real engine process and a tiny real model: the sums, stopping and dying as they truly are."""

from __future__ import annotations

import os
import signal
from typing import TYPE_CHECKING

import pytest

from paddock.chat.events import Delta, Event, ModelLoading, OldestLeftOut, PromptProgress, ReplyStarted
from paddock.chat.loading import Loading
from paddock.chat.service import ChatService
from paddock.engine.client import CancelToken, EngineClient
from paddock.engine.protocol import Sampling
from paddock.errors import ContextOverflow, EngineDied
from paddock.models.installed import InstalledModels
from paddock.process.supervisor import worker_command
from paddock.settings import SettingsFile

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from paddock.chat.store import ChatStore
    from paddock.chat.types import Message

pytestmark = pytest.mark.slow

GREEDY = Sampling(temperature=0, max_tokens=24)


class Real:
    """A service over the real engine, and what it told."""

    def __init__(self, store: ChatStore, engine: EngineClient, model: Path, folder: Path) -> None:
        models = InstalledModels(folder / "models", folder / "links.json", folder / "hashes.json")
        models.import_link(model)
        self.store = store
        self.engine = engine
        self.service = ChatService(store, engine, Loading(engine, models, SettingsFile(folder / "settings.json")))
        self.events: list[Event] = []
        self.chat = store.create_chat().id
        store.set_chat_options(self.chat, sampling=GREEDY)

    def send(self, text: str, *, leave_out_oldest: bool = False) -> Message:
        return self.service.send(
            self.chat,
            text,
            on_event=self.events.append,
            cancel=CancelToken(),
            leave_out_oldest=leave_out_oldest,
        )


@pytest.fixture(scope="module")
def engine() -> Iterator[EngineClient]:
    client = EngineClient(worker_command("engine"))
    yield client
    client.close()


@pytest.fixture
def real(store: ChatStore, engine: EngineClient, tiny_gguf: Path, tmp_path: Path) -> Real:
    return Real(store, engine, tiny_gguf, tmp_path)


def test_a_conversation_reads_nothing_twice(real: Real) -> None:
    first = real.send("hello paddock, how is the water?")
    assert first.state == "complete"
    assert first.text
    assert first.timings is not None
    assert (
        "".join(event.text for event in real.events if isinstance(event, Delta) and not event.reasoning) == first.text
    )
    assert {type(event) for event in real.events} >= {ModelLoading, ReplyStarted, PromptProgress, Delta}

    second = real.send("and the token?")
    assert second.timings is not None
    assert second.timings.reused_tokens >= first.timings.prompt_tokens
    again = real.service.regenerate(second.id, on_event=real.events.append, cancel=CancelToken())
    assert (again.text, again.versions) == (second.text, 2)  # greedy
    assert again.timings is not None
    assert again.timings.reused_tokens >= again.timings.prompt_tokens - 1


def test_stopped_and_continued_is_the_same_as_never_stopped(
    store: ChatStore, engine: EngineClient, starter_model: Path, tmp_path: Path
) -> None:
    real = Real(store, engine, starter_model, tmp_path)
    store.set_chat_options(real.chat, sampling=Sampling(temperature=0, max_tokens=80))
    whole = real.send("Tell me a long story about a horse.")
    cancel = CancelToken()
    pieces = 0

    def stop_at_the_third(event: Event) -> None:
        nonlocal pieces
        pieces += isinstance(event, Delta)
        if pieces == 3:
            cancel.cancel()

    part = real.service.regenerate(whole.id, on_event=stop_at_the_third, cancel=cancel)
    assert (part.state, part.finish_reason) == ("stopped", "cancelled")
    assert part.text
    assert part.text != whole.text
    assert whole.text.startswith(part.text)
    going_on = real.service.continue_reply(part.id, on_event=real.events.append, cancel=CancelToken())
    assert going_on.id == part.id
    assert going_on.text.startswith(whole.text)
    assert going_on.timings is not None
    assert part.timings is not None
    assert going_on.timings.answer_tokens == part.timings.answer_tokens + 80
    assert going_on.timings.reused_tokens > part.timings.prompt_tokens


def test_overflow_is_counted_exactly_and_the_oldest_left_out(real: Real) -> None:
    real.store.set_chat_options(real.chat, context_tokens=256)
    for number in range(20):
        try:
            real.send(f"hello paddock number {number}, " + "the water and the token " * 3)
        except ContextOverflow as told:
            overflow = told
            break
    else:
        pytest.fail("it never overflowed")
    assert overflow.holds == 256
    assert overflow.needed > 256
    assert overflow.droppable_turns is not None
    assert overflow.droppable_turns > 0
    words = real.store.draft(real.chat)
    assert words.startswith("hello paddock number")
    plan_events = len(real.events)
    reply = real.send(words, leave_out_oldest=True)
    assert reply.left_out_turns == overflow.droppable_turns
    assert reply.finish_reason in {"length", "stop"}
    assert reply.timings is not None
    assert reply.timings.prompt_tokens + 24 <= 256
    assert len(real.events) > plan_events


def test_a_long_answer_goes_on_past_a_full_context(real: Real) -> None:
    """Random weights end when they happen to: with one seed or another the context fills up before that."""
    real.store.set_chat_options(real.chat, context_tokens=1024)
    for _ in range(3):
        real.send("the water and the token " * 32)
    question = real.send("hello").parent_id
    assert question is not None
    for seed in range(40):
        real.store.set_chat_options(real.chat, sampling=Sampling(temperature=2, seed=seed))
        real.events.clear()
        reply = real.service.regenerate(question, on_event=real.events.append, cancel=CancelToken())
        told = [event for event in real.events if isinstance(event, OldestLeftOut)]
        if told:
            break
    else:
        pytest.fail("the context never filled up")
    said = [event.text for event in real.events if isinstance(event, Delta)]
    at_the_first = real.events.index(told[0])
    assert any(isinstance(event, Delta) for event in real.events[at_the_first:])
    assert reply.text == "".join(said)
    assert reply.left_out_turns == told[-1].turns > 0
    assert reply.finish_reason in {"stop", "context"}


def test_an_engine_killed_in_the_middle_leaves_the_chat_whole(
    store: ChatStore, engine: EngineClient, starter_model: Path, tmp_path: Path
) -> None:
    real = Real(store, engine, starter_model, tmp_path)
    store.set_chat_options(real.chat, sampling=Sampling(temperature=0, max_tokens=100))

    def kill(event: Event) -> None:
        pid = real.engine.pid
        if isinstance(event, Delta) and pid is not None:
            os.kill(pid, signal.SIGKILL)

    with pytest.raises(EngineDied):
        real.service.send(real.chat, "Tell me a long story.", on_event=kill, cancel=CancelToken())
    question, reply = real.store.branch(real.chat)
    assert (question.text, reply.state) == ("Tell me a long story.", "failed")
    assert reply.text
    assert reply.error
    again = real.service.regenerate(reply.id, on_event=real.events.append, cancel=CancelToken())
    assert again.state == "complete"
    assert again.text.startswith(reply.text)
