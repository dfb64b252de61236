"""When attention takes a flash pass, and that the engine really asks llama.cpp for what was chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import psutil
import pytest

from paddock.engine.attention import Attention, attention_for
from paddock.engine.client import EngineClient, LoadOptions
from paddock.process.supervisor import worker_command

if TYPE_CHECKING:
    from pathlib import Path

MIB = 1 << 20


def test_short_heads_take_plain_steps_on_the_processor() -> None:
    chosen = attention_for(64, 9, 8192, 512, "f16")
    assert chosen == Attention(flash=False, step_tokens=128, scores_bytes=9 * 128 * 8192 * 4)


@pytest.mark.parametrize("length", [0, 80, 128, 256])
def test_longer_or_unknown_heads_leave_it_to_llama_cpp(length: int) -> None:
    assert attention_for(length, 16, 8192, 512, "f16") == Attention(flash=None, step_tokens=512)


def test_a_quantized_cache_needs_the_flash_pass() -> None:
    assert attention_for(64, 9, 8192, 512, "q8_0").flash is True


def test_a_graphics_card_decides_for_itself() -> None:
    assert attention_for(64, 9, 8192, 512, "f16", on_processor=False).flash is None


def test_scores_that_would_fill_the_memory_are_not_kept() -> None:
    most = (256 * MIB) // (32 * 128 * 4)
    assert attention_for(64, 32, most, 512, "f16").flash is False
    assert attention_for(64, 32, most + 256, 512, "f16").flash is None


def test_a_step_is_never_longer_than_batch_or_context() -> None:
    assert attention_for(64, 9, 4096, 32, "f16").step_tokens == 32
    assert attention_for(128, 9, 100, 512, "f16").step_tokens == 100


@pytest.mark.slow
def test_plain_steps_take_less_memory_than_whole_batches_did(starter_model: Path) -> None:
    """A step of 512 would reserve 100 MB for its logits alone; 128 take a quarter (models/fit.py counts so)."""
    engine = EngineClient(worker_command("engine"))
    try:
        engine.load((starter_model,), LoadOptions(context_tokens=2048), lambda _fraction: None)
        plain = psutil.Process(engine.pid).memory_info().vms
        engine.load((starter_model,), LoadOptions(context_tokens=2048, kv_type="q8_0"), lambda _fraction: None)
        flash = psutil.Process(engine.pid).memory_info().vms
    finally:
        engine.close()
    # The f16 cache takes 45 MiB at this length and the q8_0 one 24: the difference is in the steps.
    assert plain < flash - 30 * MIB
