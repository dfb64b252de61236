"""The same tokens are never read twice, and what is reused is what would have been read."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from paddock.engine.client import EngineClient, LoadOptions
from paddock.engine.prompt_cache import PromptCache, shared_prefix
from paddock.engine.protocol import Sampling, Turn
from paddock.process.supervisor import worker_command
from tests.engine.conftest import end
from tests.engine.talking import ask, load
from tests.tiny_gguf import write_tiny_gguf

if TYPE_CHECKING:
    from collections.abc import Iterator

    from paddock.engine.llama import Context

Pair = tuple[EngineClient, EngineClient]
SHORT = Sampling(temperature=0, max_tokens=8)
tokens = st.lists(st.integers(0, 3), max_size=12)


@given(tokens, tokens)
def test_the_shared_prefix_is_the_longest(one: list[int], other: list[int]) -> None:
    length = shared_prefix(one, other)
    assert one[:length] == other[:length]
    assert length in {len(one), len(other)} or one[length] != other[length]


class Memory:
    """A context that remembers tokens and nothing else; `rigid` cannot be cut back, `window` saves only its end."""

    def __init__(self, *, rigid: bool = False, window: int = 0) -> None:
        self.held: list[int] = []
        self.oldest = 0
        self._rigid = rigid
        self._window = window

    @property
    def length(self) -> int:
        return len(self.held)

    @property
    def state_bytes(self) -> int:
        return 10 * len(self.held)

    def clear(self) -> None:
        self.held, self.oldest = [], 0

    def trim(self, length: int) -> bool:
        if self._rigid and 0 < length < len(self.held):
            return False
        del self.held[length:]
        return True

    def save(self) -> bytes:
        return bytes(token % 256 for token in self.held for _ in range(10))

    def restore(self, state: bytes) -> bool:
        self.held = list(state[::10])
        self.oldest = max(0, len(self.held) - self._window) if self._window else 0
        return True


def run(cache: PromptCache, memory: Memory, prompt: list[int], answer: list[int]) -> int:
    """Do what the engine does for one answer; return how many tokens of the prompt had to be read."""
    keep = cache.prepare(prompt, reuse=True)
    assert 0 <= keep < len(prompt)
    assert memory.held == prompt[:keep] == cache.active
    if memory._window:
        assert memory.oldest <= max(0, keep - memory._window)
    memory.held += prompt[keep:-1]
    cache.read(prompt[keep:-1])
    cache.checkpoint()
    memory.held += [prompt[-1], *answer]
    cache.read([prompt[-1], *answer])
    return len(prompt) - keep


def made(kind: str, budget: int) -> tuple[Memory, PromptCache]:
    """Return a memory of this kind and the cache that looks after it."""
    rigid, window = kind == "rigid", 20 if kind == "window" else 0
    memory = Memory(rigid=rigid, window=window)
    return memory, PromptCache(cast("Context", memory), budget, window=window, whole_only=rigid)


KINDS = ("plain", "rigid", "window")


@pytest.mark.parametrize("kind", KINDS)
@given(
    st.lists(
        st.tuples(st.lists(st.sampled_from([0, 40, 50, 90]), min_size=1, max_size=3), st.integers(0, 60)), max_size=9
    ),
    st.sampled_from([0, 900, 2500, 1 << 20]),
)
def test_the_context_holds_a_prefix_of_the_prompt_whatever_was_asked_before(
    kind: str, asked: list[tuple[list[int], int]], budget: int
) -> None:
    memory, cache = made(kind, budget)
    for path, answer in asked:
        prompt = [1, *(value % 256 for start in path for value in range(start, start + 35))]
        run(cache, memory, prompt, [200] * answer)
        assert cache.size_bytes <= budget + 8 * 4000


@pytest.mark.parametrize("kind", KINDS)
def test_going_back_to_another_chat_costs_one_token(kind: str) -> None:
    memory, cache = made(kind, 1 << 20)
    one, other = list(range(100)), list(range(100, 220))
    assert run(cache, memory, one, [7] * 40) == 100
    assert run(cache, memory, other, [8] * 40) == 120
    assert run(cache, memory, one, [9] * 40) == 1  # regenerate after a switch
    assert run(cache, memory, [*other, *[8] * 40, 5, 6], [3] * 40) == 2  # follow-up after a switch
    assert run(cache, memory, [*one, *[7] * 40, 5], []) == 1  # and the first answer is still there


def test_the_least_recently_used_goes_first() -> None:
    memory, cache = made("plain", 2500)
    chats = [[number, *[number] * 79] for number in range(3)]
    for chat in chats:
        run(cache, memory, chat, [])
    assert run(cache, memory, chats[1], []) == 1
    assert run(cache, memory, chats[2], []) == 1
    assert run(cache, memory, chats[0], []) == 80


# ---------------------------------------------------------------- with a real model


@pytest.fixture(scope="module", params=["llama", "mamba"])
def pair(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Pair]:
    """Return two engines with the same model: one reuses, with room for few copies, one reads all from nothing."""
    path = write_tiny_gguf(tmp_path_factory.mktemp("cache") / "tiny.gguf", architecture=request.param)
    clients = (EngineClient(worker_command("engine")), EngineClient(worker_command("engine")))
    for client in clients:
        load(client, path, LoadOptions(prompt_cache_bytes=300_000))
    yield clients
    for client in clients:
        end(client)


@pytest.mark.slow
@settings(max_examples=40, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_answers_are_the_same_token_for_token_with_and_without_reuse(pair: Pair, data: st.DataObject) -> None:
    """Walk a conversation's tree: follow-ups, regenerating, editing, going back to other branches."""
    reusing, reading = pair
    branches: list[list[Turn]] = [[Turn("user", "Tell me about the water and the token. " * 3)]]
    for step in range(data.draw(st.integers(2, 7))):
        branch = data.draw(st.sampled_from(branches))
        kind = data.draw(st.sampled_from(["again", "edit", "new chat"]))
        if kind == "edit":
            branch = [*branch[:-1], Turn("user", f"{branch[-1].content} Edited {step}.")]
        if kind == "new chat":
            branch = [Turn("user", f"Another paddock, number {step}. " * 4)]
        mine = ask(reusing, branch, SHORT)
        theirs = ask(reading, branch, SHORT, reuse=False)
        assert (mine.text, mine.finished.timings.answer_tokens) == (theirs.text, theirs.finished.timings.answer_tokens)
        assert mine.finished.timings.prompt_tokens == theirs.finished.timings.prompt_tokens
        branches += [branch, [*branch, Turn("assistant", mine.text), Turn("user", f"And {step}?")]]


@pytest.mark.slow
def test_follow_up_regenerate_edit_and_switch_read_only_what_is_new(engine: EngineClient) -> None:
    history = [Turn("user", "The old well. " * 30), Turn("assistant", "It is dry. " * 20)]
    asked = [*history, Turn("user", "Which?")]
    edited = [*history, Turn("user", "When?")]
    elsewhere = [Turn("user", "Other water, other token. " * 20)]

    def new_tokens(turns: list[Turn]) -> int:
        timings = ask(engine, turns, SHORT).finished.timings
        return timings.prompt_tokens - timings.reused_tokens

    whole = engine.count(asked).tokens
    new_tokens(asked)
    assert new_tokens(asked) == 1  # regenerate
    assert new_tokens(edited) < 40
    follow_up = [*asked, Turn("assistant", "That one."), Turn("user", "Why?")]
    assert new_tokens(follow_up) < 80
    assert new_tokens(elsewhere) > 200
    assert new_tokens(follow_up) == 1  # back from another chat
    assert new_tokens(asked) == 1
    assert whole > 500
