"""What the engine does with a model: answers, reports, stops, refuses."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest

from paddock.engine.client import CancelToken, EngineClient, LoadOptions
from paddock.engine.protocol import Delta, PromptProgress, Sampling, Turn
from paddock.errors import Cancelled, ContextOverflow, EngineDied, EngineFailed
from tests.engine.talking import GREEDY, ask, load
from tests.tiny_gguf import BROKEN, REASONING, write_tiny_gguf

if TYPE_CHECKING:
    from pathlib import Path

    from paddock.engine.protocol import Finished

pytestmark = pytest.mark.slow

STORY = "Tell a long story about the water and the token."


def test_a_loaded_model_is_described(engine: EngineClient, tiny_gguf: Path) -> None:
    info = engine.loaded
    assert info is not None
    assert (info.name, info.architecture, info.layers, info.is_chat, info.template) == ("Tiny", "llama", 3, True, "own")
    assert info.context_tokens == info.trained_context_tokens == 2048
    assert info.size_bytes < tiny_gguf.stat().st_size
    assert info.kv_bytes_per_token == 2 * 2 * 2 * 16 * 2  # layers, K and V, heads, their width, f16
    assert info.threads >= 1
    assert info.gpu_note
    assert engine.state == "ready"


def test_loading_what_is_loaded_changes_nothing(engine: EngineClient, tiny_gguf: Path) -> None:
    pid = engine.pid
    assert load(engine, tiny_gguf) is engine.loaded
    assert engine.pid == pid


def test_an_answer_streams_with_progress_and_llama_cpps_counters(engine: EngineClient) -> None:
    heard = ask(engine, STORY, reuse=False)
    first, *_ = heard.events
    assert first == PromptProgress(first.id, 0, heard.finished.timings.prompt_tokens, 0)
    assert any(isinstance(event, PromptProgress) and event.done == event.total for event in heard.events)
    deltas = [event for event in heard.events if isinstance(event, Delta)]
    timings = heard.finished.timings
    assert sum(delta.tokens for delta in deltas) == timings.answer_tokens == 16
    assert heard.finished.reason == "length"
    assert heard.finished.context_used == timings.prompt_tokens + 15
    assert timings.prompt_ms > 0
    assert timings.answer_ms > 0
    assert timings.first_token_ms >= timings.prompt_ms * 0.5
    assert timings.tokens_per_second > 0


def test_long_prompts_are_read_in_batches_with_percent(engine: EngineClient) -> None:
    heard = ask(engine, "water " * 900, reuse=False)
    done = [event.done for event in heard.events if isinstance(event, PromptProgress)]
    assert done[0] == 0
    assert 512 in done
    assert done == sorted(done)
    assert done[-1] == heard.finished.timings.prompt_tokens


@pytest.mark.parametrize("temperature", [0.0, 0.9])
def test_a_seed_reproduces_the_answer_with_and_without_reuse(engine: EngineClient, temperature: float) -> None:
    sampling = Sampling(temperature=temperature, seed=1234, max_tokens=24, repeat_penalty=1.2)
    answers = [ask(engine, STORY, sampling, reuse=reuse) for reuse in (True, False, True, False)]
    assert {heard.text for heard in answers} == {answers[0].text}
    assert {heard.finished.seed for heard in answers} == {1234}


def test_without_a_seed_each_answer_differs_and_tells_the_seed_that_repeats_it(engine: EngineClient) -> None:
    hot = Sampling(temperature=1.5, top_k=0, top_p=1, min_p=0, max_tokens=24)
    one, other = ask(engine, STORY, hot), ask(engine, STORY, hot)
    assert one.finished.seed != other.finished.seed
    assert one.text != other.text
    again = Sampling(temperature=1.5, top_k=0, top_p=1, min_p=0, max_tokens=24, seed=one.finished.seed)
    assert ask(engine, STORY, again).text == one.text


def test_the_largest_seed_is_a_seed_and_not_chance(engine: EngineClient) -> None:
    largest = Sampling(temperature=1.5, seed=0xFFFFFFFF, max_tokens=12)
    assert ask(engine, STORY, largest).text == ask(engine, STORY, largest).text


def test_the_repeat_penalty_hears_the_prompt_too(engine: EngineClient) -> None:
    plain = ask(engine, STORY).text
    assert (
        ask(engine, STORY, Sampling(temperature=0, max_tokens=16, repeat_penalty=3.0, repeat_last_n=-1)).text != plain
    )


def test_a_stop_string_ends_the_answer_across_tokens(engine: EngineClient) -> None:
    whole = ask(engine, STORY, Sampling(temperature=0, max_tokens=40)).text
    stop = whole[7:14]
    heard = ask(engine, STORY, Sampling(temperature=0, max_tokens=40), stop=["not in there", stop])
    assert heard.text == whole[: whole.index(stop)]
    assert heard.finished.reason == "stop"
    assert heard.finished.timings.answer_tokens < 40


def test_an_answer_may_be_gone_on_with(engine: EngineClient) -> None:
    said = ask(engine, STORY).text
    heard = ask(engine, [Turn("user", STORY), Turn("assistant", said)], continue_last=True)
    asked = ask(engine, STORY)
    assert heard.finished.timings.prompt_tokens > asked.finished.timings.prompt_tokens
    counted = engine.count([Turn("user", STORY), Turn("assistant", said)])
    assert counted.tokens == heard.finished.timings.prompt_tokens


def test_a_count_is_what_the_prompt_then_takes(engine: EngineClient) -> None:
    turns = [
        Turn("system", "Be brief."),
        Turn("user", "héllo 😀 <|im_end|>"),
        Turn("assistant", "Hm."),
        Turn("user", "?"),
    ]
    counted = engine.count(turns)
    assert ask(engine, turns).finished.timings.prompt_tokens == counted.tokens
    assert engine.count(turns).warm_tokens == counted.tokens - 1


def test_control_tokens_in_what_is_said_stay_text(engine: EngineClient) -> None:
    one = engine.count([Turn("user", "x")]).tokens
    assert engine.count([Turn("user", "x<|im_end|>")]).tokens == one + len("<|im_end|>")


def test_what_does_not_fit_is_refused_with_numbers_and_never_cut(engine: EngineClient) -> None:
    turns = [Turn("user", "x " * 3000)]
    tokens = engine.count(turns).tokens
    with pytest.raises(ContextOverflow) as refused:
        ask(engine, turns)
    assert (refused.value.needed, refused.value.holds) == (tokens + 1, 2048)
    assert "2,048" in str(refused.value)
    assert ask(engine, STORY).text


def test_a_full_context_ends_the_answer_and_says_so(client: EngineClient, tiny_gguf: Path) -> None:
    load(client, tiny_gguf, LoadOptions(context_tokens=256))
    filler = Turn("user", "q" * 180)
    heard = ask(client, [filler], Sampling(temperature=0), brake=False)
    assert heard.finished.reason in {"context", "stop"}
    if heard.finished.reason == "context":
        assert heard.finished.context_used == 256


def test_turns_read_ahead_are_not_read_again(engine: EngineClient) -> None:
    turns = [Turn("user", "The water is old. " * 9), Turn("assistant", "The token is not. " * 9)]
    warmed = engine.warm(turns)
    assert warmed.timings.answer_tokens == 0
    heard = ask(engine, [*turns, Turn("user", "Why?")])
    assert heard.finished.timings.reused_tokens >= warmed.timings.prompt_tokens - 2


def test_reading_ahead_gives_way_to_a_request(client: EngineClient, starter_model: Path) -> None:
    load(client, starter_model, LoadOptions(context_tokens=4096))
    ahead: list[Finished] = []
    reader = threading.Thread(target=lambda: ahead.append(client.warm([Turn("user", "The wells are dry. " * 500)])))
    reader.start()
    while client.state != "answering":
        reader.join(0.001)
    heard = ask(client, "Hello", Sampling(temperature=0, max_tokens=2))
    reader.join()
    assert heard.text
    assert ahead[0].reason == "cancelled"


def test_stop_in_the_middle_of_writing_keeps_what_was_written(engine: EngineClient) -> None:
    cancel = CancelToken()
    endless = Sampling(temperature=0.9, seed=3)

    def stop_at_once(event: PromptProgress | Delta) -> None:
        if isinstance(event, Delta):
            cancel.cancel()

    heard = ask(engine, STORY, endless, cancel=cancel, on_event=stop_at_once)
    assert heard.finished.reason in {"cancelled", "stop"}  # this model may end by itself first
    assert heard.text
    again = ask(engine, STORY, endless)
    assert again.text.startswith(heard.text)


def test_a_request_cancelled_before_it_began_is_an_answer_of_nothing(engine: EngineClient) -> None:
    cancel = CancelToken()
    cancel.cancel()
    heard = ask(engine, STORY, cancel=cancel)
    assert (heard.text, heard.finished.reason) == ("", "cancelled")


def test_a_failing_listener_stops_the_answer_and_the_engine_is_ready_again(engine: EngineClient) -> None:
    def fail(_event: object) -> None:
        raise RuntimeError("the disk is full")

    pid = engine.pid
    with pytest.raises(RuntimeError, match="the disk is full"):
        ask(engine, STORY, Sampling(temperature=0), on_event=fail)
    assert engine.state == "ready"
    assert ask(engine, STORY).text
    assert engine.pid == pid


def test_two_askers_are_answered_one_after_the_other(engine: EngineClient) -> None:
    alone = ask(engine, STORY).text
    answers: list[str] = []
    askers = [threading.Thread(target=lambda: answers.append(ask(engine, STORY).text)) for _ in range(4)]
    for asker in askers:
        asker.start()
    for asker in askers:
        asker.join()
    assert answers == [alone] * 4


def test_who_waits_for_the_engine_can_be_stopped_too(engine: EngineClient) -> None:
    cancel = CancelToken()
    waiting: list[str] = []

    def wait() -> None:
        waiting.append(ask(engine, STORY, cancel=cancel).finished.reason)

    waiter = threading.Thread(target=wait)

    def on_event(event: PromptProgress | Delta) -> None:
        if isinstance(event, PromptProgress) and not waiter.ident:
            waiter.start()
            cancel.cancel()
            waiter.join()

    ask(engine, STORY, on_event=on_event)
    assert waiting == ["cancelled"]


def test_loading_can_be_stopped(client: EngineClient, tiny_gguf: Path) -> None:
    cancel = CancelToken()
    with pytest.raises(Cancelled):
        client.load([tiny_gguf], LoadOptions(), lambda _: cancel.cancel(), cancel)
    assert client.state == "off"
    assert load(client, tiny_gguf).name == "Tiny"


def test_closing_in_the_middle_ends_the_request_and_the_process(client: EngineClient, tiny_gguf: Path) -> None:
    load(client, tiny_gguf)
    with pytest.raises(EngineDied, match="ended"):
        ask(client, STORY, Sampling(temperature=0), on_event=lambda _: client.close())
    assert client.state == "off"
    with pytest.raises(EngineFailed, match="No model is loaded"):
        ask(client, STORY)
    load(client, tiny_gguf)
    assert ask(client, STORY).text


def test_a_file_without_a_template_continues_text(client: EngineClient, tmp_path: Path) -> None:
    info = load(client, write_tiny_gguf(tmp_path / "base.gguf", template=None))
    assert (info.is_chat, info.template) == (False, "none")
    assert "continues text" in info.template_note
    assert client.count([Turn("user", "water")]).tokens == 2  # itself and the token every text begins with
    assert client.count([Turn("user", "wa"), Turn("assistant", "ter")]).tokens == 2


def test_a_broken_template_is_replaced_and_that_is_said(client: EngineClient, tmp_path: Path) -> None:
    info = load(client, write_tiny_gguf(tmp_path / "broken.gguf", template=BROKEN))
    assert (info.is_chat, info.template) == (True, "built-in")
    assert "ChatML" in info.template_note
    assert "Line 1" in info.template_note
    assert ask(client, STORY).text


def test_reasoning_opened_by_the_prompt_is_told_from_the_answer_and_left_out_later(
    client: EngineClient, tmp_path: Path
) -> None:
    assert load(client, write_tiny_gguf(tmp_path / "reasons.gguf", template=REASONING)).reasons
    heard = ask(client, STORY)
    assert heard.reasoning
    assert not heard.text
    bare, thought = Turn("assistant", "Yes."), Turn("assistant", "Yes.", "Because of the water.")
    first, more = Turn("user", STORY), Turn("user", "More.")
    assert client.count([first, thought, more]).tokens == client.count([first, bare, more]).tokens
    gone_on = ask(client, [first, Turn("assistant", "", heard.reasoning)], continue_last=True)
    assert gone_on.reasoning  # still thinking
    answered = ask(client, [first, Turn("assistant", "Yes", "Hm.")], continue_last=True)
    assert answered.text
    assert not answered.reasoning


def test_every_wall_holds_in_the_engine_that_answers(engine: EngineClient) -> None:
    walls = engine.probe()
    assert {wall.name for wall in walls.walls} >= {"socket_inet", "exec", "read_other_file", "create_file", "fork"}
    assert [wall for wall in walls.walls if not wall.held] == []
    assert walls.mechanism


def test_greedy_is_greedy(engine: EngineClient) -> None:
    assert ask(engine, STORY, GREEDY).text == ask(engine, STORY, Sampling(temperature=1, top_k=1, max_tokens=16)).text
