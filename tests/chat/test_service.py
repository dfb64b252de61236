"""Asking: what is kept, when, and what the model is shown, whatever the engine does."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest

from paddock.chat.events import Delta, EngineRestarted, Event, ModelLoading, OldestLeftOut, PromptProgress, ReplyStarted
from paddock.chat.loading import Loading
from paddock.chat.service import ChatService
from paddock.chat.store import ChatStore
from paddock.engine.client import CancelToken
from paddock.engine.protocol import Sampling, Turn
from paddock.errors import (
    Cancelled,
    ContextOverflow,
    DiskFull,
    EngineDied,
    ModelFileError,
    ModelMissing,
    ModelNotAllowed,
    OutOfMemory,
    SystemRefused,
    UserError,
)
from paddock.settings import SettingsFile
from tests.chat.scripted_engine import OneModel, Repeats, ScriptedEngine, Think, raise_cancelled

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from paddock.chat.types import Message
    from paddock.vault.vault import Vault
    from tests.chat.conftest import Clock

PATIENCE_S = 10.0


class WatchedStore(ChatStore):
    """Says when it has saved what a streaming reply holds."""

    def __init__(self, vault: Vault, clock: Clock) -> None:
        super().__init__(vault, clock)
        self.saved = threading.Semaphore(0)
        self.save_error: Exception | None = None

    def save_reply_progress(self, message_id: int, text: str, reasoning: str, reasoning_s: float) -> None:
        if self.save_error is not None:
            raise self.save_error
        super().save_reply_progress(message_id, text, reasoning, reasoning_s)
        self.saved.release()


class Talk:
    """A service over a scripted engine, and everything it told."""

    def __init__(self, vault: Vault, clock: Clock, folder: Path) -> None:
        self.store = WatchedStore(vault, clock)
        self.engine = ScriptedEngine()
        self.models = OneModel()
        self.settings = SettingsFile(folder / "settings.json")
        self.seconds = 0.0
        self.service = ChatService(self.store, self.engine, self.loading(), timer=lambda: self.seconds)
        self.cancel = CancelToken()
        self.events: list[Event] = []
        self.chat = self.store.create_chat().id

    def loading(self, permit: Callable[[object], None] = lambda _model: None) -> Loading:
        return Loading(self.engine, self.models, self.settings, permit)

    def send(self, text: str, *answer: object, leave_out_oldest: bool = False) -> Message:
        self.engine.answers.append(list(answer))
        return self.service.send(
            self.chat, text, on_event=self.events.append, cancel=self.cancel, leave_out_oldest=leave_out_oldest
        )

    def regenerate(self, message_id: int, *answer: object) -> Message:
        self.engine.answers.append(list(answer))
        return self.service.regenerate(message_id, on_event=self.events.append, cancel=self.cancel)

    def edit(self, message_id: int, text: str, *answer: object) -> Message:
        self.engine.answers.append(list(answer))
        return self.service.edit(message_id, text, on_event=self.events.append, cancel=self.cancel)

    def go_on(self, message_id: int, *answer: object) -> Message:
        self.engine.answers.append(list(answer))
        return self.service.continue_reply(message_id, on_event=self.events.append, cancel=self.cancel)

    def said(self) -> list[tuple[str, str]]:
        return [(message.text, message.state) for message in self.store.branch(self.chat)]

    def wait_until_saved(self) -> None:
        assert self.store.saved.acquire(timeout=PATIENCE_S)


@pytest.fixture
def talk(vault: Vault, clock: Clock, tmp_path: Path) -> Talk:
    return Talk(vault, clock, tmp_path)


def test_a_question_is_answered_and_all_of_it_kept(talk: Talk) -> None:
    talk.store.set_chat_options(talk.chat, system_prompt="Be kind.")
    talk.store.save_draft(talk.chat, "Hello")
    reply = talk.send("Hello", "Good ", "day.")
    assert (reply.text, reply.state, reply.finish_reason, reply.model, reply.seed) == (
        "Good day.",
        "complete",
        "stop",
        "scripted",
        42,
    )
    assert reply.timings is not None
    assert reply.timings.answer_tokens == 2
    assert talk.said() == [("Hello", "complete"), ("Good day.", "complete")]
    assert talk.store.draft(talk.chat) == ""
    assert talk.store.chat(talk.chat).title == "Hello"
    asked = talk.engine.asked[0]
    assert asked.turns == (Turn("system", "Be kind."), Turn("user", "Hello"))
    assert asked.sampling == talk.engine.info.defaults
    kinds = [type(event) for event in talk.events]
    assert kinds == [ModelLoading, ReplyStarted, PromptProgress, Delta, Delta]
    started = talk.events[1]
    assert isinstance(started, ReplyStarted)
    assert (started.message.id, started.message.state) == (reply.id, "streaming")

    talk.send("And you?", "Well.")
    assert talk.engine.asked[1].turns[1:] == (
        Turn("user", "Hello"),
        Turn("assistant", "Good day."),
        Turn("user", "And you?"),
    )


def test_a_chats_own_options_are_used(talk: Talk) -> None:
    talk.store.set_chat_options(talk.chat, sampling=Sampling(seed=7), model="other", context_tokens=512)
    talk.settings.change(threads=3, prompt_cache_mb=1, model="set")
    talk.send("Hello", "Hi")
    options = talk.engine.loads[0][1]
    assert (options.context_tokens, options.threads, options.prompt_cache_bytes) == (512, 3, 1 << 20)
    assert talk.models.preferred == ["other"]
    assert talk.engine.asked[0].sampling == Sampling(seed=7)


def test_the_answer_is_saved_while_it_streams(talk: Talk) -> None:
    """At once on its first text, and again although the model falls silent."""
    seen: list[str] = []

    def look() -> None:
        talk.wait_until_saved()
        seen.append(talk.store.branch(talk.chat)[-1].text)

    reply = talk.send("Hello", "First ", look, "second ", "third ", look, "end")
    assert seen == ["First ", "First second third "]
    assert reply.text == "First second third end"


def test_reasoning_is_kept_apart_and_timed(talk: Talk) -> None:
    def pass_time() -> None:
        talk.seconds += 12.0

    reply = talk.send("Why?", Think("Hmm, "), pass_time, Think("so."), "Because.", pass_time, "Indeed.")
    assert (reply.text, reply.reasoning, reply.reasoning_s) == ("Because.Indeed.", "Hmm, so.", 12.0)
    talk.send("And?", "Well.")
    assert talk.engine.asked[1].turns[1] == Turn("assistant", "Because.Indeed.", "Hmm, so.")


def test_stopping_keeps_what_there_is(talk: Talk) -> None:
    reply = talk.send("Hello", "One ", talk.cancel.cancel, "two")
    assert (reply.text, reply.state, reply.finish_reason) == ("One ", "stopped", "cancelled")
    assert [hit.message_id for hit in talk.store.search("one")] == [reply.id]


def test_stopping_while_the_prompt_is_read_keeps_an_empty_reply(talk: Talk) -> None:
    reply = talk.send("Hello", raise_cancelled)
    assert (reply.text, reply.state) == ("", "stopped")
    talk.send("Are you there?", "Yes.")
    assert talk.engine.asked[1].turns == (Turn("user", "Hello\n\nAre you there?"),)


def test_an_engine_that_dies_leaves_the_partial_answer_and_its_sentence(talk: Talk) -> None:
    with pytest.raises(EngineDied, match="The engine ended"):
        talk.send("Hello", "Half an ", EngineDied("The engine ended.", "It was killed.", "Try again."))
    reply = talk.store.branch(talk.chat)[-1]
    assert (reply.text, reply.state, reply.error) == (
        "Half an ",
        "failed",
        "The engine ended. It was killed. Try again.",
    )
    again = talk.regenerate(reply.id, "A whole answer.")
    assert (again.version, again.versions, again.state) == (2, 2, "complete")


def test_without_a_thread_to_save_it_an_answer_is_not_begun_and_says_why(
    talk: Talk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_thread: threading.Thread) -> None:
        raise RuntimeError("can't start new thread")

    monkeypatch.setattr(threading.Thread, "start", refuse)
    with pytest.raises(SystemRefused):
        talk.send("Hello", "An answer.")
    monkeypatch.undo()
    reply = talk.store.branch(talk.chat)[-1]
    assert (reply.text, reply.state) == ("", "failed")
    assert reply.error.startswith("The system gives Paddock no further thread.")
    assert talk.regenerate(reply.id, "An answer.").state == "complete"


@pytest.mark.parametrize("error", [OutOfMemory("Too big."), ModelFileError("Not a GGUF.")])
def test_a_model_that_cannot_be_loaded_leaves_the_question_and_why(talk: Talk, error: UserError) -> None:
    talk.engine.load_error = error
    with pytest.raises(type(error)):
        talk.send("Hello")
    reply = talk.store.branch(talk.chat)[-1]
    assert talk.said() == [("Hello", "complete"), ("", "failed")]
    assert reply.error == str(error)
    assert talk.store.draft(talk.chat) == ""


def test_a_model_known_to_be_bad_is_not_loaded(talk: Talk) -> None:
    talk.models.problem = "It is truncated."
    with pytest.raises(ModelFileError, match="truncated"):
        talk.send("Hello")
    assert talk.engine.loads == []


def test_without_a_model_the_words_stay_in_the_composer(talk: Talk) -> None:
    talk.models.missing = True
    with pytest.raises(ModelMissing):
        talk.send("Hello")
    assert talk.said() == []
    assert talk.store.draft(talk.chat) == "Hello"


def test_stopping_while_the_model_loads_keeps_the_words_in_the_composer(talk: Talk) -> None:
    talk.cancel.cancel()
    with pytest.raises(Cancelled):
        talk.send("Hello")
    assert talk.said() == []
    assert talk.store.draft(talk.chat) == "Hello"


def test_a_restart_of_the_engine_is_told(talk: Talk) -> None:
    talk.engine.died = True
    assert talk.send("Hello", "Hi").text == "Hi"
    assert EngineRestarted("It had ended by itself.") in talk.events


def test_nothing_is_not_sent(talk: Talk) -> None:
    with pytest.raises(UserError, match="nothing to send"):
        talk.send("  \n ")
    assert talk.said() == []


def test_an_answer_again_stands_beside_the_first(talk: Talk) -> None:
    first = talk.send("Hello", "One.")
    second = talk.regenerate(first.id, "Two.")
    assert (second.text, second.version, second.versions) == ("Two.", 2, 2)
    assert talk.engine.asked[1].turns == (Turn("user", "Hello"),)
    assert talk.said() == [("Hello", "complete"), ("Two.", "complete")]
    question = second.parent_id
    assert question is not None
    assert talk.regenerate(question, "Three.").versions == 3


def test_an_edit_stands_beside_the_first_and_is_answered(talk: Talk) -> None:
    talk.send("Hello", "One.")
    second = talk.send("How are you?", "Fine.")
    question = second.parent_id
    assert question is not None
    reply = talk.edit(question, "Who are you?", "A model.")
    assert talk.said() == [
        ("Hello", "complete"),
        ("One.", "complete"),
        ("Who are you?", "complete"),
        ("A model.", "complete"),
    ]
    edited = talk.store.message(reply.parent_id or 0)
    assert (edited.version, edited.versions) == (2, 2)
    talk.store.select_version(question)
    assert talk.said()[-1] == ("Fine.", "complete")


def test_a_reply_edited_by_hand_is_not_answered(talk: Talk) -> None:
    first = talk.send("Hello", "One.")
    edited = talk.edit(first.id, "One, as I wanted it.")
    assert (edited.role, edited.version, edited.text) == ("assistant", 2, "One, as I wanted it.")
    assert len(talk.engine.asked) == 1
    talk.engine.answers.clear()
    talk.send("And?", "Two.")
    assert talk.engine.asked[1].turns[1] == Turn("assistant", "One, as I wanted it.")


def test_a_stopped_reply_goes_on_in_its_place(talk: Talk) -> None:
    reply = talk.send("Hello", Think("Hm."), "One ", talk.cancel.cancel, "two")
    talk.cancel = CancelToken()
    whole = talk.go_on(reply.id, "two ", "three")
    assert (whole.id, whole.text, whole.state, whole.versions) == (reply.id, "One two three", "complete", 1)
    asked = talk.engine.asked[1]
    assert asked.continue_last
    assert asked.turns == (Turn("user", "Hello"), Turn("assistant", "One ", "Hm."))
    assert whole.timings is not None
    assert (whole.timings.answer_tokens, whole.timings.first_token_ms) == (4, 12.0)
    assert [hit.message_id for hit in talk.store.search('"one two three"')] == [reply.id]


def test_a_reply_with_something_after_it_goes_on_as_a_copy(talk: Talk) -> None:
    reply = talk.send("Hello", "One ")
    talk.send("And?", "So.")
    whole = talk.go_on(reply.id, "two")
    assert (whole.text, whole.version, whole.versions) == ("One two", 2, 2)
    assert talk.store.message(reply.id).text == "One "


def test_an_empty_reply_is_answered_again_instead(talk: Talk) -> None:
    reply = talk.send("Hello", raise_cancelled)
    again = talk.go_on(reply.id, "Here.")
    assert (again.text, again.version) == ("Here.", 2)
    with pytest.raises(UserError, match="Only a reply"):
        talk.go_on(again.parent_id or 0)


def test_a_branch_becomes_a_chat(talk: Talk) -> None:
    first = talk.send("Hello", "One.")
    talk.send("And?", "Two.")
    chat = talk.service.branch_from(first.id)
    assert [message.text for message in talk.store.branch(chat.id)] == ["Hello", "One."]


# ---------------------------------------------------------------- the context


def fill_up(talk: Talk) -> None:
    """Ten turns of 10 words in a context of 160: the next one is too much with 40 kept for the answer."""
    talk.engine.info = ScriptedEngine(context_tokens=160).info
    for _ in range(5):
        talk.send("w " * 10, "a " * 10)


def test_what_does_not_fit_is_told_and_nothing_is_kept(talk: Talk) -> None:
    fill_up(talk)
    before = talk.said()
    with pytest.raises(ContextOverflow) as told:
        talk.send("w " * 10)
    # 11 turns of 10 words and 2 each for the template, and the answer's quarter.
    assert (told.value.needed, told.value.holds) == (132 + 40, 160)
    assert talk.said() == before
    assert talk.store.draft(talk.chat) == "w " * 10
    with pytest.raises(ContextOverflow):
        talk.service.plan(talk.chat, "w " * 10, on_event=talk.events.append, cancel=talk.cancel)
    talk.store.set_chat_options(talk.chat, context_tokens=200)
    plan = talk.service.plan(talk.chat, "w", on_event=talk.events.append, cancel=talk.cancel)
    assert (plan.tokens, plan.holds, plan.reserve, plan.left_out_turns) == (123, 200, 50, 0)


def test_the_oldest_turns_are_left_out_when_asked_and_it_is_noted(talk: Talk) -> None:
    fill_up(talk)
    talk.store.set_chat_options(talk.chat, system_prompt="Stay.")
    with pytest.raises(ContextOverflow) as told:
        talk.send("new " * 10)
    talk.engine.answers.clear()
    reply = talk.send("new " * 10, "answer", leave_out_oldest=True)
    assert reply.left_out_turns == told.value.droppable_turns
    turns = talk.engine.asked[-1].turns
    assert turns[0] == Turn("system", "Stay.")
    assert turns[1].role == "user"
    assert len(turns) == 1 + 11 - reply.left_out_turns
    # Agreed once, the same turns stay left out, so that the prompt goes on as it began.
    following = talk.send("more", "answer")
    assert following.left_out_turns == reply.left_out_turns
    assert talk.engine.asked[-1].turns[: len(turns)] == turns


def test_an_answer_does_not_stop_in_the_middle_for_lack_of_room(talk: Talk) -> None:
    """The context fills up while it writes: the oldest turns are left out, that is said, and it goes on."""
    talk.engine.info = ScriptedEngine(context_tokens=160).info
    for _ in range(4):
        talk.send("w " * 10, "a " * 10)
    pieces = [f"p{number} " for number in range(90)]
    reply = talk.send("w " * 10, *pieces)
    assert reply.text == "".join(pieces)
    assert (reply.state, reply.finish_reason) == ("complete", "stop")
    told = [event.turns for event in talk.events if isinstance(event, OldestLeftOut)]
    assert told
    assert reply.left_out_turns == told[-1] > 0
    first, second = talk.engine.asked[4], talk.engine.asked[5]
    assert (first.continue_last, second.continue_last) == (False, True)
    assert second.turns[0].role == "user"
    assert second.turns[-1].role == "assistant"
    assert reply.timings is not None
    assert reply.timings.answer_tokens == 90


def test_an_answer_that_fills_the_context_alone_ends_and_says_why(talk: Talk) -> None:
    talk.engine.info = ScriptedEngine(context_tokens=100).info
    reply = talk.send("w " * 10, *["p "] * 500)
    assert (reply.state, reply.finish_reason) == ("stopped", "context")
    assert reply.text == "p " * 88


def test_an_answer_that_repeats_itself_is_stopped_and_goes_on_when_asked(talk: Talk) -> None:
    reply = talk.send("Say it.", "It is so. ", "It is so. ", Repeats(), "It is so. ")
    assert (reply.state, reply.finish_reason, reply.text) == ("stopped", "repeats", "It is so. It is so. ")
    more = talk.go_on(reply.id)
    assert (more.state, more.finish_reason, more.text) == ("complete", "stop", "It is so. " * 3)
    assert [asked.brake for asked in talk.engine.asked] == [True, False]


def test_an_answers_limit_counts_over_all_its_goes(talk: Talk) -> None:
    talk.engine.info = ScriptedEngine(context_tokens=160).info
    for _ in range(4):
        talk.send("w " * 10, "a " * 10)
    talk.store.set_chat_options(talk.chat, sampling=Sampling(max_tokens=70))
    reply = talk.send("w " * 2, *["p "] * 200, leave_out_oldest=True)
    assert (reply.state, reply.finish_reason, reply.text) == ("complete", "length", "p " * 70)


def test_a_model_that_only_continues_text_is_given_a_limit(talk: Talk) -> None:
    talk.engine = ScriptedEngine(is_chat=False)
    talk.service = ChatService(talk.store, talk.engine, talk.loading())
    talk.send("Once upon", " a time")
    assert talk.engine.asked[0].sampling.max_tokens == 512
    talk.send("The next day", " it rained")
    assert "".join(turn.content for turn in talk.engine.asked[1].turns) == "Once upon a time\n\nThe next day"


# ---------------------------------------------------------------- when the store fails


def test_a_full_disk_stops_the_answer_and_is_told(talk: Talk) -> None:
    talk.store.save_error = DiskFull("There is no room on the disk to save.")
    stopped = threading.Event()

    def wait_for_the_stop() -> None:
        for _ in range(1_000):
            if talk.cancel.cancelled or stopped.wait(PATIENCE_S / 1_000):
                return

    with pytest.raises(DiskFull):
        talk.send("Hello", "One ", wait_for_the_stop, "two")
    assert talk.cancel.cancelled
    assert talk.said()[-1] == ("One ", "stopped")


def test_a_bug_in_who_listens_still_keeps_the_answer(talk: Talk) -> None:
    def broken() -> None:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        talk.send("Hello", "One ", broken)
    assert talk.said()[-1] == ("One ", "stopped")
    assert not [thread for thread in threading.enumerate() if thread.name == "reply-saver"]


def test_a_model_that_may_not_run_is_not_loaded_and_the_words_stay_a_draft(talk: Talk) -> None:
    def refuse(_model: object) -> None:
        raise ModelNotAllowed("“A” is not allowed here.")

    talk.service = ChatService(talk.store, talk.engine, talk.loading(refuse))
    with pytest.raises(ModelNotAllowed):
        talk.send("Hello", "never")
    assert talk.said() == []
    assert talk.store.chat(talk.chat).draft == "Hello"
    assert talk.engine.loaded is None


def test_what_an_answer_took_is_told_with_the_models_name(talk: Talk) -> None:
    heard: list[tuple[str, int]] = []
    talk.service = ChatService(
        talk.store,
        talk.engine,
        talk.loading(),
        on_timings=lambda name, timings: heard.append((name, timings.answer_tokens)),
    )
    reply = talk.send("Hello", "Hi", " there")
    assert reply.timings is not None
    assert heard == [(reply.model, reply.timings.answer_tokens)]
