"""Yardstick: a bare llama_decode and sampler loop in one process, nothing around it.

`python -m tests.benchmarks.bare_decode MODEL THREADS PROMPT_FILE TOKENS` prints one JSON object:
`decode_tokens_per_s` (greedy, after a prompt read in one go) and `prompt_ms`.
"""

from __future__ import annotations

import ctypes
import json
import sys
import time
from pathlib import Path

import llama_cpp as llama


def main() -> None:
    """Read the prompt, write TOKENS tokens greedily, print what it took."""
    model_path, threads, prompt_file, wanted = sys.argv[1], int(sys.argv[2]), sys.argv[3], int(sys.argv[4])
    quiet = llama.llama_log_callback(lambda *_: None)
    llama.llama_log_set(quiet, ctypes.c_void_p(0))
    llama.llama_backend_init()
    model_params = llama.llama_model_default_params()
    model_params.n_gpu_layers = 0
    model = llama.llama_model_load_from_file(model_path.encode(), model_params)
    params = llama.llama_context_default_params()
    params.n_ctx, params.n_batch, params.n_threads, params.n_threads_batch = 4096, 512, threads, threads
    context = llama.llama_init_from_model(model, params)
    vocab = llama.llama_model_get_vocab(model)
    text = Path(prompt_file).read_bytes()
    tokens = (llama.llama_token * (len(text) + 8))()
    count = llama.llama_tokenize(vocab, text, len(text), tokens, len(tokens), True, True)
    sampler = llama.llama_sampler_chain_init(llama.llama_sampler_chain_default_params())
    llama.llama_sampler_chain_add(sampler, llama.llama_sampler_init_greedy())

    started = time.perf_counter()
    for start in range(0, count, 512):
        part = min(512, count - start)
        address = ctypes.cast(ctypes.byref(tokens, start * 4), ctypes.POINTER(llama.llama_token))
        if llama.llama_decode(context, llama.llama_batch_get_one(address, part)):
            sys.exit("llama_decode failed on the prompt")
    first = llama.llama_sampler_sample(sampler, context, -1)
    prompt_ms = (time.perf_counter() - started) * 1000
    one = (llama.llama_token * 1)(first)
    batch = llama.llama_batch_get_one(one, 1)
    started = time.perf_counter()
    for _ in range(wanted):
        if llama.llama_decode(context, batch):
            sys.exit("llama_decode failed")
        one[0] = llama.llama_sampler_sample(sampler, context, -1)
    seconds = time.perf_counter() - started
    print(json.dumps({"decode_tokens_per_s": wanted / seconds, "prompt_ms": prompt_ms, "prompt_tokens": count}))  # noqa: T201


if __name__ == "__main__":
    main()
