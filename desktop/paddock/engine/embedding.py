"""The llama.cpp side of embedding: texts to tokens, batches of many texts to one vector or one score each."""

from __future__ import annotations

import ctypes
import math
import unicodedata
from array import array
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from paddock.engine.llama import LlamaFailed
from paddock.engine.stoppable import Stoppable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from paddock.engine.llama import Model
    from paddock.engine.protocol import Pooling

# enum llama_pooling_type, llama.h
_POOLING: Final[dict[int, Pooling]] = {1: "mean", 2: "cls", 3: "last", 4: "rank"}
_ABORTED: Final = 2
_MOST_SEQUENCES: Final = 64
# No tokenizer makes fewer tokens than one for so many characters of any text worth searching.
_CHARACTERS_A_TOKEN: Final = 64
# The unknown token where the file names none (llama-vocab.cpp, by `tokenizer.ggml.model`); others have none.
_UNKNOWN: Final = {"bert": 100, "t5": 2, "llama": 0}


class NoNumbers(LlamaFailed):
    """The model computed something else than numbers, as damaged weights make it."""


def pooling_of(model: Model) -> Pooling | None:
    """Return how a model makes one vector of a text's tokens; None for one that is not made for that.

    It is what the file says. Encoders that say nothing get the mean, as sentence-transformers does.
    """
    said = model.meta(f"{model.meta('general.architecture')}.pooling_type")
    pooling = _POOLING.get(int(said)) if said is not None and said.isdecimal() else None
    return pooling or ("mean" if model.looks_ahead else None)


@dataclass(frozen=True)
class EmbeddingOptions:
    """How a context is made: the longest text in tokens, how many are computed in one go, and on how many threads."""

    context_tokens: int
    batch_tokens: int
    threads: int
    pooling: Pooling
    on_processor: bool = True  # False where layers lie on a graphics card


@dataclass(frozen=True)
class Tokens:
    """One text's tokens; `unknown` is the share of them the model does not know, `cut` whether the end was lost."""

    ids: tuple[int, ...]
    unknown: float
    cut: bool


class Tokenizer:
    """Makes texts into what the model reads: exactly its tokens, its marks around them, never more than it holds."""

    def __init__(self, llama: Any, model: Model, longest: int) -> None:
        self._llama = llama
        self._vocab = llama.llama_model_get_vocab(model.pointer)
        self._longest = longest
        self._unknown = _unknown_token(model)
        self._decomposes = _strips_accents(model)
        self._marks = len(self._read("", special=True))
        self._ends = {llama.llama_vocab_sep(self._vocab), llama.llama_vocab_eos(self._vocab)}
        self._bos = model.bos if model.adds_bos else None
        self._joins = llama.llama_vocab_get_add_sep(self._vocab) and llama.llama_vocab_get_add_eos(self._vocab)
        template = llama.llama_model_chat_template(model.pointer, b"rerank")
        self._template = template.decode("utf-8", "replace") if template else ""

    @property
    def tells_unknown(self) -> bool:
        """Return whether there is a token for what the model does not know."""
        return self._unknown is not None

    def text(self, text: str) -> Tokens:
        """Return one text's tokens. Control tokens spelled in it are text like any other."""
        ids = self._read(text[: self._longest * _CHARACTERS_A_TOKEN], special=True)
        said = max(1, len(ids) - self._marks)
        unknown = 0.0 if self._unknown is None else min(1.0, ids.count(self._unknown) / said)
        return self._fitted(ids, unknown)

    def pair(self, query: str, text: str) -> Tokens:
        """Return a query's and a text's tokens as a reranker wants them (llama.cpp's server, format_prompt_rerank)."""
        most = self._longest * _CHARACTERS_A_TOKEN
        if self._template:
            return self._fitted(self._templated({"{query}": query[:most], "{document}": text[:most]}), 0.0)
        first, second = self._read(query[:most], special=True), self._read(text[:most], special=True)
        if self._joins:
            first.append(self._llama.llama_vocab_sep(self._vocab))
        if second and second[0] == self._bos:
            second = second[1:]
        # The query is the smaller half: it is what the text is held against.
        first = first[: self._longest // 2]
        return self._fitted(first + second, 0.0)

    def _templated(self, values: dict[str, str]) -> list[int]:
        ids: list[int] = []
        for part in (
            self._template.replace("{query}", "\0{query}\0").replace("{document}", "\0{document}\0").split("\0")
        ):
            ids += self._read(values.get(part, part), special=False, marks=part not in values)
        return ids

    def _read(self, text: str, *, special: bool, marks: bool = False) -> list[int]:
        """Return a text's tokens; `special` puts the model's own around them, `marks` reads those spelled in it."""
        if self._decomposes:
            # WORKAROUND(llama-cpp-python 0.3.36): llama.cpp's own decomposition leaves Korean syllables whole, which
            # BERT's vocabularies spell in letters; what is decomposed already it leaves as it is.
            text = unicodedata.normalize("NFD", text)
        raw = text.encode("utf-8", "replace")
        room = len(raw) + 16
        tokens = (ctypes.c_int32 * room)()
        count = self._llama.llama_tokenize(self._vocab, raw, len(raw), tokens, room, special, marks)
        if count < 0:
            raise LlamaFailed("llama_tokenize")
        return list(tokens[:count])

    def _fitted(self, ids: list[int], unknown: float) -> Tokens:
        if not ids:
            ids = [max(0, self._bos or 0)]
        if len(ids) <= self._longest:
            return Tokens(tuple(ids), unknown, cut=False)
        end = ids[-1:] if ids[-1] in self._ends else []
        return Tokens((*ids[: self._longest - len(end)], *end), unknown, cut=True)


class EmbeddingContext(Stoppable):
    """Computes batches of many texts at once; what a batch held is forgotten with the next."""

    def __init__(self, llama: Any, model: Model, options: EmbeddingOptions) -> None:
        """Allocate. Raises LlamaFailed."""
        params = llama.llama_context_default_params()
        # An encoder takes a batch in one step: each text has to fit one.
        self.most_tokens: int = max(options.batch_tokens, options.context_tokens)
        self.batch_tokens = options.batch_tokens
        self.most_sequences = min(_MOST_SEQUENCES, llama.llama_max_parallel_sequences())
        params.n_ctx = params.n_batch = params.n_ubatch = self.most_tokens
        params.n_seq_max = self.most_sequences
        params.kv_unified = True
        params.n_threads = params.n_threads_batch = options.threads
        params.embeddings = True
        params.pooling_type = next(number for number, name in _POOLING.items() if name == options.pooling)
        pointer = llama.llama_init_from_model(model.pointer, params)
        if not pointer:
            raise LlamaFailed("llama_init_from_model")
        super().__init__(llama, pointer, on_card=not options.on_processor)
        self._memory = llama.llama_get_memory(pointer)
        self._batch = llama.llama_batch_init(self.most_tokens, 0, 1)
        self.scores = options.pooling == "rank"
        wide = 1 if self.scores else int(llama.llama_model_n_embd_out(model.pointer))
        self.dimensions = 0 if self.scores else wide
        self._wide = wide

    def compute(self, texts: Sequence[Tokens]) -> list[array[float]] | None:
        """Return a vector of length 1 (a reranker: one score) for each text; None where it was stopped.

        The texts are at most `most_sequences` and hold at most `most_tokens` together; more than `batch_tokens` of
        several texts cost more than they bring. Raises LlamaFailed, NoNumbers.
        """
        batch, place = self._batch, 0
        for sequence, text in enumerate(texts):
            for position, token in enumerate(text.ids):
                batch.token[place] = token
                batch.pos[place] = position
                batch.n_seq_id[place] = 1
                batch.seq_id[place][0] = sequence
                batch.logits[place] = 1
                place += 1
        batch.n_tokens = place
        if self._memory:
            self._llama.llama_memory_clear(self._memory, False)
        if self.stopped:
            return None
        result = self._llama.llama_decode(self.pointer, batch)
        if result == _ABORTED:
            return None
        if result:
            raise LlamaFailed(f"llama_decode returned {result}")
        return [self._row(sequence) for sequence in range(len(texts))]

    def _row(self, sequence: int) -> array[float]:
        pointer = self._llama.llama_get_embeddings_seq(self.pointer, sequence)
        if not pointer:
            raise LlamaFailed("llama_get_embeddings_seq")
        values = pointer[: self._wide]
        if self.scores:
            if not math.isfinite(values[0]):
                raise NoNumbers("no number")
            return array("f", values)
        length = math.hypot(*values)
        if not math.isfinite(length) or length == 0:
            raise NoNumbers("no vector")
        shrink = 1 / length
        return array("f", [value * shrink for value in values])


def _strips_accents(model: Model) -> bool:
    """Return whether llama.cpp decomposes characters before it looks words up (`normalizer_options`, llama-vocab.h)."""
    if model.meta("tokenizer.ggml.model") != "bert":
        return False
    lowers = model.meta("tokenizer.ggml.normalizer.lowercase") or "true"
    return (model.meta("tokenizer.ggml.normalizer.strip_accents") or lowers) == "true"


def _unknown_token(model: Model) -> int | None:
    said = model.meta("tokenizer.ggml.unknown_token_id")
    if said is not None and said.isdecimal():
        return int(said)
    return _UNKNOWN.get(model.meta("tokenizer.ggml.model") or "")
