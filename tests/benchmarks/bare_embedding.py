"""Yardstick: a bare batched embedding loop over llama.cpp in one process, nothing around it.

`python -m tests.benchmarks.bare_embedding MODEL THREADS TEXTS_FILE` (one text a line) prints one JSON object:
`tokens_per_s` and `tokens`. Texts are sorted by length and packed into batches of at most 512 tokens and 64 texts.
"""

from __future__ import annotations

import ctypes
import json
import sys
import time
from pathlib import Path

import llama_cpp as llama

BATCH_TOKENS = 512
MOST_TEXTS = 64


def main() -> None:
    """Tokenize, embed and normalize all texts; print what it took."""
    model_path, threads, texts_file = sys.argv[1], int(sys.argv[2]), sys.argv[3]
    quiet = llama.llama_log_callback(lambda *_: None)
    llama.llama_log_set(quiet, ctypes.c_void_p(0))
    llama.llama_backend_init()
    model_params = llama.llama_model_default_params()
    model_params.n_gpu_layers = 0
    model = llama.llama_model_load_from_file(model_path.encode(), model_params)
    params = llama.llama_context_default_params()
    params.n_ctx = params.n_batch = params.n_ubatch = BATCH_TOKENS
    params.n_seq_max, params.kv_unified, params.embeddings = MOST_TEXTS, True, True
    params.n_threads = params.n_threads_batch = threads
    context = llama.llama_init_from_model(model, params)
    vocab = llama.llama_model_get_vocab(model)
    wide = llama.llama_model_n_embd_out(model)
    texts = Path(texts_file).read_text(encoding="utf-8").splitlines()
    batch = llama.llama_batch_init(BATCH_TOKENS, 0, 1)
    embed(context, vocab, batch, wide, texts[:8])  # all weights at hand
    started = time.perf_counter()
    tokens = embed(context, vocab, batch, wide, texts)
    seconds = time.perf_counter() - started
    print(json.dumps({"tokens_per_s": tokens / seconds, "tokens": tokens}))  # noqa: T201


def embed(context: object, vocab: object, batch: llama.llama_batch, wide: int, texts: list[str]) -> int:
    """Compute the texts' vectors and forget them; return how many tokens they were."""
    read = []
    for text in texts:
        raw = text.encode()
        tokens = (llama.llama_token * (len(raw) + 8))()
        count = llama.llama_tokenize(vocab, raw, len(raw), tokens, len(tokens), True, False)
        read.append(tokens[: min(count, BATCH_TOKENS)])
    read.sort(key=len)
    at = texts_in = 0
    for number, tokens in enumerate(read):
        for position, token in enumerate(tokens):
            batch.token[at], batch.pos[at], batch.n_seq_id[at] = token, position, 1
            batch.seq_id[at][0], batch.logits[at] = texts_in, 1
            at += 1
        texts_in += 1
        following = len(read[number + 1]) if number + 1 < len(read) else BATCH_TOKENS
        if at + following > BATCH_TOKENS or texts_in == MOST_TEXTS:
            batch.n_tokens = at
            if llama.llama_decode(context, batch):
                sys.exit("llama_decode failed")
            for sequence in range(texts_in):
                values = llama.llama_get_embeddings_seq(context, sequence)[:wide]
                length = sum(value * value for value in values) ** 0.5
                [value / length for value in values]
            at = texts_in = 0
    return sum(map(len, read))


if __name__ == "__main__":
    main()
