"""What window and engine say to each other: typed messages with hard caps, and nothing else."""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from paddock.engine.stamp import Stamp

PROTOCOL_VERSION = 1

Role = Literal["system", "user", "assistant"]
Text = Annotated[str, Meta(max_length=64 << 20)]
Short = Annotated[str, Meta(max_length=4096)]
RequestId = Annotated[int, Meta(ge=0, lt=1 << 53)]
# What an engine says is kept and shown: a number no store, no Qt and no JSON can hold is a breach of the protocol.
# `ge` refuses NaN, `le` infinity.
Count53 = Annotated[int, Meta(ge=0, lt=1 << 53)]
Tokens = Annotated[int, Meta(ge=0, lt=1 << 31)]
Share = Annotated[float, Meta(ge=0, le=1)]
Real = Annotated[float, Meta(ge=0, le=1e15)]


class Turn(msgspec.Struct, frozen=True):
    """One message as the chat template sees it. `reasoning` is given back only to templates that want it."""

    role: Role
    content: Text
    reasoning: Text = ""


class Sampling(msgspec.Struct, frozen=True, kw_only=True):
    """Sampling parameters under the field's own names; None for `seed` means a fresh one each time.

    `temperature` 0 is greedy. `max_tokens` None lets the answer run until the model ends it or the room is used.
    Defaults follow llama.cpp's.
    """

    temperature: Annotated[float, Meta(ge=0, le=5)] = 0.8
    top_k: Annotated[int, Meta(ge=0, le=1_000_000)] = 40
    top_p: Annotated[float, Meta(ge=0, le=1)] = 0.95
    min_p: Annotated[float, Meta(ge=0, le=1)] = 0.05
    repeat_penalty: Annotated[float, Meta(gt=0, le=3)] = 1.0
    repeat_last_n: Annotated[int, Meta(ge=-1, le=1_000_000)] = 64
    seed: Annotated[int, Meta(ge=0, lt=1 << 32)] | None = None
    max_tokens: Annotated[int, Meta(ge=1, le=10_000_000)] | None = None


# ---------------------------------------------------------------- window → engine


class Load(msgspec.Struct, frozen=True, kw_only=True, tag="load"):
    """First message of all, read before the engine locks itself: which files, and how to hold them.

    `files` are absolute paths: one GGUF, or all parts of a split one in order. `context_tokens` None takes the
    model's own length up to 8,192. `threads` None means physical cores. `gpu_layers` None means as many as fit,
    0 none. `prompt_cache_bytes` bounds what is kept of other branches and chats in memory.
    `card_failed`: why there are none is that the card's driver ended a process before.
    `memory_limit_bytes` sets RLIMIT_AS (tests, and people who want a hard ceiling). `stamps` say what the files were
    when they were checked, one for each; others are not loaded.
    """

    files: Annotated[tuple[Short, ...], Meta(min_length=1, max_length=512)]
    stamps: Annotated[tuple[Stamp, ...], Meta(max_length=512)] = ()
    context_tokens: Annotated[int, Meta(ge=64, le=1 << 24)] | None = None
    threads: Annotated[int, Meta(ge=1, le=1024)] | None = None
    gpu_layers: Annotated[int, Meta(ge=0, le=100_000)] | None = None
    card_failed: bool = False
    kv_type: Literal["f16", "q8_0"] = "f16"
    prompt_cache_bytes: Annotated[int, Meta(ge=0)] = 1 << 29
    memory_limit_bytes: Annotated[int, Meta(ge=1 << 20)] | None = None
    batch_tokens: Annotated[int, Meta(ge=1, le=65_536)] = 512


class Count(msgspec.Struct, frozen=True, tag="count"):
    """How many tokens these turns are once the template has set them; answered by `Counted`."""

    id: RequestId
    turns: Annotated[tuple[Turn, ...], Meta(max_length=100_000)]


class Generate(msgspec.Struct, frozen=True, kw_only=True, tag="generate"):
    """Answer these turns. The last turn is the user's, or, with `continue_last`, the assistant's own so far.

    For a base model (`ModelInfo.is_chat` false) the turns' contents are joined and the text is continued.
    `reuse` False reads everything from nothing (tests and benchmarks). `brake` ends an answer that repeats itself.
    """

    id: RequestId
    turns: Annotated[tuple[Turn, ...], Meta(max_length=100_000)]
    sampling: Sampling = Sampling()
    continue_last: bool = False
    stop: Annotated[tuple[Short, ...], Meta(max_length=64)] = ()
    reuse: bool = True
    brake: bool = True


class Cancel(msgspec.Struct, frozen=True, tag="cancel"):
    """Stop that request at once, also in the middle of prompt processing or loading (id 0)."""

    id: RequestId


class Warm(msgspec.Struct, frozen=True, tag="warm"):
    """Process these turns' prompt ahead, without answering; ends with `Finished` of no tokens."""

    id: RequestId
    turns: Annotated[tuple[Turn, ...], Meta(max_length=100_000)]


class ProbeWalls(msgspec.Struct, frozen=True, tag="probe"):
    """Try what should be forbidden and say what happened; answered by `Walls`."""

    id: RequestId


class LoadEmbedder(msgspec.Struct, frozen=True, kw_only=True, tag="load_embedder"):
    """First message of all to a process that turns text into vectors; the fields are those of `Load`.

    `context_tokens` None takes the model's own length up to 2,048. `batch_tokens` are computed in one go.
    """

    files: Annotated[tuple[Short, ...], Meta(min_length=1, max_length=512)]
    stamps: Annotated[tuple[Stamp, ...], Meta(max_length=512)] = ()
    context_tokens: Annotated[int, Meta(ge=16, le=1 << 17)] | None = None
    threads: Annotated[int, Meta(ge=1, le=1024)] | None = None
    gpu_layers: Annotated[int, Meta(ge=0, le=100_000)] | None = None
    card_failed: bool = False
    memory_limit_bytes: Annotated[int, Meta(ge=1 << 20)] | None = None
    batch_tokens: Annotated[int, Meta(ge=16, le=65_536)] = 512


TextKind = Literal["query", "passage"]
MAX_EMBEDDED_CHARACTERS = 1 << 20
MAX_EMBEDDED_TEXTS = 1024
EmbeddedText = Annotated[str, Meta(max_length=MAX_EMBEDDED_CHARACTERS)]
EmbeddedTexts = Annotated[tuple[EmbeddedText, ...], Meta(max_length=MAX_EMBEDDED_TEXTS)]


class Embed(msgspec.Struct, frozen=True, tag="embed"):
    """Turn texts into vectors, with the prefix of their kind; `Vectors` come batch by batch, then `BatchesDone`."""

    id: RequestId
    texts: EmbeddedTexts
    kind: TextKind


class Rank(msgspec.Struct, frozen=True, tag="rank"):
    """Say how well each text answers the query; `Scores` come batch by batch, then `BatchesDone`."""

    id: RequestId
    query: EmbeddedText
    texts: EmbeddedTexts


class Quit(msgspec.Struct, frozen=True, tag="quit"):
    """End the process in order."""


Request = Load | LoadEmbedder | Count | Generate | Warm | Embed | Rank | Cancel | ProbeWalls | Quit

# ---------------------------------------------------------------- engine → window


class Loading(msgspec.Struct, frozen=True, tag="loading"):
    """How far loading is, 0 to 1; `on_card` where a graphics card takes part in it."""

    fraction: Share
    on_card: bool = False


class ModelInfo(msgspec.Struct, frozen=True, kw_only=True, tag="loaded"):
    """The model is loaded; what it is and how it is held. Bytes are llama.cpp's own counts.

    `template` says which chat template is in use: the file's own, a built-in one (and `template_note` why), or
    none, in which case `is_chat` is false and the model only continues text. `gpu_layers` of `layers` are on the
    graphics card, fewer than were wanted where `gpu_fell_short`; the output counts as one, as llama.cpp counts it.
    """

    name: Short
    architecture: Short
    parameters: Count53
    size_bytes: Count53
    context_tokens: Tokens
    trained_context_tokens: Tokens
    kv_bytes_per_token: Real
    threads: Tokens
    gpu_layers: Tokens
    layers: Tokens
    gpu_note: Short
    gpu_fell_short: bool = False
    is_chat: bool
    template: Literal["own", "built-in", "none"]
    template_note: Short
    reasons: bool
    defaults: Sampling
    load_ms: Real
    llama_cpp: Short


class Counted(msgspec.Struct, frozen=True, tag="counted"):
    """The exact number of prompt tokens, and those of them already processed and kept."""

    id: RequestId
    tokens: Tokens
    warm_tokens: Tokens


class PromptProgress(msgspec.Struct, frozen=True, tag="prompt"):
    """Prompt processing: `done` of `total` tokens, of which `reused` did not have to be read again."""

    id: RequestId
    done: Tokens
    total: Tokens
    reused: Tokens

    def __post_init__(self) -> None:
        """Refuse more than all. Raises ValueError."""
        if not self.reused <= self.done <= self.total:
            raise ValueError("a part is larger than the whole")


class Delta(msgspec.Struct, frozen=True, tag="delta"):
    """The next piece of the answer; whole characters only. `reasoning` marks what a reasoning model thinks aloud."""

    id: RequestId
    text: Text
    reasoning: bool
    tokens: Tokens


class Timings(msgspec.Struct, frozen=True, kw_only=True):
    """llama.cpp's own counters, save `first_token_ms`: from request to first token, by our clock."""

    prompt_tokens: Count53
    reused_tokens: Count53
    prompt_ms: Real
    answer_tokens: Count53
    answer_ms: Real
    first_token_ms: Real

    @property
    def tokens_per_second(self) -> float:
        """Return the speed of writing, 0 where nothing was written."""
        return self.answer_tokens / self.answer_ms * 1000 if self.answer_ms > 0 else 0.0


FinishReason = Literal["stop", "length", "context", "repeats", "cancelled"]


class Finished(msgspec.Struct, frozen=True, kw_only=True, tag="finished"):
    """The answer's end: the model ended it, max_tokens was reached, the context is full, or it was cancelled.

    "repeats": it had come to repeat itself, and was ended by the brake.
    """

    id: RequestId
    reason: FinishReason
    timings: Timings
    seed: Annotated[int, Meta(ge=0, lt=1 << 32)]
    context_used: Tokens


FailureKind = Literal[
    "model_file", "model_touched", "unknown_architecture", "out_of_memory", "overflow", "template", "internal"
]


class Failed(msgspec.Struct, frozen=True, kw_only=True, tag="failed"):
    """A request could not be done; the engine lives unless the process ends after it. `id` 0 is the load."""

    id: RequestId
    kind: FailureKind
    what: Short
    why: Short = ""
    next_step: Short = ""
    needed: Tokens = 0
    holds: Tokens = 0


class Alive(msgspec.Struct, frozen=True, tag="alive"):
    """Work goes on (sent from inside llama.cpp's callbacks, so it is proof of progress, not of a thread)."""


class Wall(msgspec.Struct, frozen=True):
    """One thing tried: `name` is stable ("socket_inet", "exec", "read_other_file" …), `held` whether it was refused."""

    name: Short
    held: bool
    detail: Short


class Walls(msgspec.Struct, frozen=True, tag="walls"):
    """What the operating system refused the engine when it tried, just now."""

    id: RequestId
    mechanism: Short
    walls: Annotated[tuple[Wall, ...], Meta(max_length=64)]


Pooling = Literal["mean", "cls", "last", "rank"]
MAX_DIMENSIONS = 1 << 16
Places = Annotated[
    tuple[Annotated[int, Meta(ge=0, lt=MAX_EMBEDDED_TEXTS)], ...], Meta(min_length=1, max_length=MAX_EMBEDDED_TEXTS)
]
Score = Annotated[float, Meta(ge=-1e15, le=1e15)]


class EmbedderInfo(msgspec.Struct, frozen=True, kw_only=True, tag="embedder"):
    """The embedder is loaded; what it is. `dimensions` is 0 for a reranker (`pooling` "rank"), which makes no vectors.

    `query_prefix` and `passage_prefix` are put in front of every text, as the model's makers trained it.
    `tells_unknown`: its tokenizer marks what it does not know, so that `Vectors.unknown` means something.
    """

    name: Short
    architecture: Short
    parameters: Count53
    size_bytes: Count53
    dimensions: Annotated[int, Meta(ge=0, le=MAX_DIMENSIONS)]
    context_tokens: Tokens
    trained_context_tokens: Tokens
    batch_tokens: Tokens
    pooling: Pooling
    query_prefix: Short
    passage_prefix: Short
    tells_unknown: bool
    threads: Tokens
    gpu_layers: Tokens
    gpu_note: Short
    load_ms: Real
    llama_cpp: Short


class Vectors(msgspec.Struct, frozen=True, kw_only=True, tag="vectors"):
    """The vectors of one batch, of length 1: float32, little-endian, one after another in the order of `places`.

    `places` counts the request's texts from 0. `unknown` is each text's share of tokens the model does not know,
    `tokens` how many each text was, and `cut` how many of them were longer than the context and lost their end.
    """

    id: RequestId
    places: Places
    rows: bytes
    unknown: Annotated[tuple[Share, ...], Meta(max_length=MAX_EMBEDDED_TEXTS)]
    tokens: Annotated[tuple[Tokens, ...], Meta(max_length=MAX_EMBEDDED_TEXTS)]
    cut: Annotated[tuple[bool, ...], Meta(max_length=MAX_EMBEDDED_TEXTS)]


class Scores(msgspec.Struct, frozen=True, tag="scores"):
    """The scores of one batch in the order of `places`; the higher, the better the text answers."""

    id: RequestId
    places: Places
    values: Annotated[tuple[Score, ...], Meta(max_length=MAX_EMBEDDED_TEXTS)]


class BatchesDone(msgspec.Struct, frozen=True, tag="batches_done"):
    """The end of `Embed` or `Rank`; `whole` False where it was stopped: what came until then stands."""

    id: RequestId
    whole: bool


Answer = (
    Loading | ModelInfo | EmbedderInfo | Counted | PromptProgress | Delta | Finished | Vectors | Scores | BatchesDone
    | Failed | Alive | Walls
)  # fmt: skip
