"""Memory fit: the sums from the header against what llama.cpp really reserves."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import psutil
import pytest

from paddock.engine.client import EngineClient, LoadOptions
from paddock.models.fit import (
    compute_bytes,
    context_that_fits,
    default_context,
    free_memory,
    given_back_by,
    judge,
    kv_bytes,
    kv_bytes_per_token,
    larger_context_cost,
    need_of,
)
from paddock.models.gguf import read_header
from paddock.process.supervisor import worker_command
from tests.models.building import LLAMA, build

if TYPE_CHECKING:
    from pathlib import Path

    from paddock.models.fit import KvType
    from paddock.models.header import Header

MIB = 1 << 20
KINDS: tuple[KvType, ...] = ("f16", "q8_0")

# Loads the model with llama.cpp and prints its own log lines about memory, for each context and KV type asked for.
ASK = """
import json, sys, llama_cpp
said = []
@llama_cpp.llama_log_callback
def hear(level, text, data): said.append(text.decode(errors="replace"))
llama_cpp.llama_log_set(hear, None)
model = llama_cpp.llama_model_load_from_file(sys.argv[1].encode(), llama_cpp.llama_model_default_params())
answers = []
for context, kind, flash, step in json.loads(sys.argv[2]):
    params = llama_cpp.llama_context_default_params()
    params.n_ctx, params.n_batch, params.n_ubatch, params.n_threads = context, 512, step, 1
    params.type_k = params.type_v = {"f16": 1, "q8_0": 8}[kind]
    params.flash_attn_type = flash
    said.clear()
    held = llama_cpp.llama_init_from_model(model, params)
    llama_cpp.llama_free(held)
    answers.append("".join(said))
print(json.dumps(answers))
"""


def gemma_270m(tmp_path: Path) -> Header:
    """Return a header shaped as gemma-3-270m's: 18 layers, one of six sees the whole context, one KV head of 256."""
    metadata: tuple[tuple[str, str, Any], ...] = (
        ("general.architecture", "string", "gemma3"),
        ("gemma3.context_length", "u32", 32_768),
        ("gemma3.embedding_length", "u32", 640),
        ("gemma3.block_count", "u32", 18),
        ("gemma3.feed_forward_length", "u32", 2048),
        ("gemma3.attention.head_count", "u32", 4),
        ("gemma3.attention.head_count_kv", "u32", 1),
        ("gemma3.attention.key_length", "u32", 256),
        ("gemma3.attention.value_length", "u32", 256),
        ("gemma3.attention.sliding_window", "u32", 512),
        ("gemma3.vocab_size", "u32", 262_144),
    )
    return shaped(tmp_path, metadata)


def shaped(tmp_path: Path, metadata: tuple[tuple[str, str, Any], ...]) -> Header:
    path = tmp_path / "shape.gguf"
    path.write_bytes(build(metadata).data)
    return read_header(path)


@pytest.mark.slow
def test_the_starter_takes_what_the_header_says(starter_model: Path) -> None:
    header = read_header(starter_model)
    # As the engine asks llama.cpp: heads of 64 take no flash pass, but a quantized cache needs one.
    asked = [(2048, "f16", 0, 128), (8192, "f16", 0, 128), (1000, "q8_0", 1, 512)]
    answer = subprocess.run(
        [sys.executable, "-c", ASK, str(starter_model), json.dumps(asked)],
        capture_output=True,
        check=True,
        timeout=120,
    )
    for (context, kind, _, _), log in zip(asked, json.loads(answer.stdout), strict=True):
        kv = sum(float(size) for size in re.findall(r"KV buffer size =\s+([\d.]+) MiB", log)) * MIB
        compute = sum(float(size) for size in re.findall(r"compute buffer size =\s+([\d.]+) MiB", log)) * MIB
        assert kv > 0
        assert compute > 0
        kv_type: KvType = "f16" if kind == "f16" else "q8_0"
        assert kv_bytes(header, context, kv_type) == pytest.approx(kv, rel=0.01)
        assert compute_bytes(header, context, kv_type) == pytest.approx(compute, rel=0.13)


@pytest.mark.slow
def test_the_engine_counts_the_same_cache_per_token(starter_model: Path, tiny_gguf: Path) -> None:
    # The tiny model's heads of 16 do not divide into the blocks of 32 that q8_0 needs.
    for path, kinds in ((starter_model, KINDS), (tiny_gguf, KINDS[:1])):
        header = read_header(path)
        engine = EngineClient(worker_command("engine"))
        try:
            for kind in kinds:
                told = engine.load((path,), LoadOptions(context_tokens=512, kv_type=kind), lambda _fraction: None)
                assert told.kv_bytes_per_token == pytest.approx(kv_bytes_per_token(header, kind), rel=0.01)
                used = psutil.Process(engine.pid).memory_info().rss
                assert used < need_of(header, 512, kind).total_bytes
        finally:
            engine.close()


def test_sliding_windows_are_counted_as_llama_cpp_counts_them(tmp_path: Path) -> None:
    """Expected: what the log of llama-cpp-python 0.3.36 says for gemma-3-270m at 8,192 tokens, batch 512."""
    header = gemma_270m(tmp_path)
    assert kv_bytes(header, 8192) == (24 + 120) * MIB
    assert kv_bytes(header, 8192, window_batch=512) == (24 + 15) * MIB
    assert kv_bytes(header, 8192, "q8_0") == (12.75 + 63.75) * MIB
    assert kv_bytes_per_token(header) == 18 * 2 * 256 * 2
    assert compute_bytes(header, 8192) == pytest.approx(514.5 * MIB, rel=0.02)


def test_grouped_queries_count_only_the_heads_that_are_kept(tmp_path: Path) -> None:
    """Llama 3.2 1B keeps 8 of 32 heads of 64 in 16 layers: 32 KiB per token, as its makers' tables say."""
    values = {"block_count": 16, "embedding_length": 2048, "attention.head_count": 32, "attention.head_count_kv": 8}
    metadata = tuple((f"llama.{key}", "u32", value) for key, value in values.items())
    header = shaped(tmp_path, (LLAMA[0], *metadata))
    assert kv_bytes_per_token(header) == 32 * 1024
    assert kv_bytes(header, 131_072) == 4 << 30
    assert kv_bytes(header, 100) == kv_bytes(header, 256)


def test_layers_may_differ(tmp_path: Path) -> None:
    metadata = (
        LLAMA[0],
        ("llama.block_count", "u32", 4),
        ("llama.embedding_length", "u32", 64),
        ("llama.attention.head_count", "[i32]", [8, 8, 8, 8]),
        ("llama.attention.head_count_kv", "[i32]", [8, 0, 2, 0]),
    )
    assert kv_bytes_per_token(shaped(tmp_path, metadata)) == (8 + 2) * (8 + 8) * 2


def test_the_verdict_comes_with_its_numbers(tmp_path: Path) -> None:
    header = gemma_270m(tmp_path)
    need = need_of(header, 8192)
    assert need.total_bytes == need.weights_bytes + need.kv_bytes + need.compute_bytes + need.process_bytes
    assert judge(need, need.total_bytes * 2).level == "comfortable"
    assert judge(need, need.total_bytes).level == "tight"
    verdict = judge(need, need.total_bytes - 1)
    assert verdict.level == "does not fit"
    assert verdict.sentence.startswith("Does not fit: at 8,192 tokens of context it needs about ")


def test_a_larger_context_costs_its_cache(tmp_path: Path) -> None:
    header = gemma_270m(tmp_path)
    assert larger_context_cost(header, 8192, 16_384) == pytest.approx(144 * MIB, rel=0.02)


def test_the_context_that_fits_is_the_longest(tmp_path: Path) -> None:
    header = gemma_270m(tmp_path)
    free = need_of(header, 10_240).total_bytes
    assert context_that_fits(header, free) == 10_240
    assert context_that_fits(header, free - 1) == 10_240 - 256
    assert context_that_fits(header, 1) == 0
    assert context_that_fits(header, 1 << 60) == 32_768


def test_the_default_context_is_the_models_own_up_to_8192(tmp_path: Path) -> None:
    assert default_context(gemma_270m(tmp_path)) == 8192
    assert default_context(shaped(tmp_path, LLAMA)) == 512


def test_absurd_shapes_do_not_make_the_sums_slow_or_negative(tmp_path: Path) -> None:
    metadata = (
        LLAMA[0],
        ("llama.block_count", "u32", 2**32 - 1),
        ("llama.embedding_length", "i32", -5),
        ("llama.attention.head_count", "i32", -1),
        ("llama.attention.head_count_kv", "i64", -(2**63)),
        ("llama.context_length", "u64", 2**64 - 1),
    )
    header = shaped(tmp_path, metadata)
    assert kv_bytes_per_token(header) == 0
    assert need_of(header).total_bytes > 0
    assert context_that_fits(header, 1 << 40) >= 0


def test_free_memory_is_no_more_than_the_machine_has() -> None:
    assert 0 < free_memory() <= psutil.virtual_memory().total


def test_encoders_keep_no_cache_and_take_one_step(tmp_path: Path) -> None:
    """Expected: what the log of llama-cpp-python 0.3.36 says for all-MiniLM-L6-v2 and nomic-embed-text-v1.5."""
    for architecture, width, forward, expected in (
        ("bert", 384, 1536, {512: 6.0e6, 2048: 30.4e6}),
        ("nomic-bert", 768, 3072, {512: 24.1e6, 2048: 102.8e6}),
    ):
        metadata = (
            ("general.architecture", "string", architecture),
            (f"{architecture}.block_count", "u32", 6),
            (f"{architecture}.context_length", "u32", 8192),
            (f"{architecture}.embedding_length", "u32", width),
            (f"{architecture}.feed_forward_length", "u32", forward),
            (f"{architecture}.attention.head_count", "u32", 12),
        )
        header = shaped(tmp_path, metadata)
        assert default_context(header) == 2048
        for tokens, compute in expected.items():
            need = need_of(header, tokens)
            assert need.kv_bytes == 0
            assert need.compute_bytes == pytest.approx(compute, rel=0.02)


def test_what_a_loaded_model_gives_back_counts_as_free(tmp_path: Path) -> None:
    need = need_of(gemma_270m(tmp_path), 8192)
    short = need.total_bytes // 2
    assert judge(need, short).level == "does not fit"
    verdict = judge(need, short, given_back_bytes=need.total_bytes)
    assert verdict.level == "comfortable"
    assert verdict.free_bytes == short + need.total_bytes
    assert "once the loaded model makes room" in verdict.sentence
    assert given_back_by(None) == 0
    assert given_back_by(2**22 + 7) == 0
    assert given_back_by(os.getpid()) > 1 << 20
