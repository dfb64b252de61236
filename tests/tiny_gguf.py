"""A tiny Llama-architecture model with random weights: answers nonsense, quickly and always the same."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from pathlib import Path

CHATML = (
    "{% for m in messages %}{{ '<|im_start|>' + m.role + '\n' + m.content + '<|im_end|>\n' }}{% endfor %}"
    "{% if add_generation_prompt %}{{ '<|im_start|>assistant\n' }}{% endif %}"
)
# As DeepSeek-R1's and Qwen3's do: reasoning is opened in the prompt, and cut out of all turns but the last.
REASONING = (
    "{% for m in messages %}{{ '<|im_start|>' + m.role + '\n' }}"
    "{% if m.role == 'assistant' and loop.last and m.reasoning_content %}"
    "{{ '<think>\n' + m.reasoning_content + '\n</think>\n\n' }}{% endif %}"
    "{{ m.content.split('</think>')[-1] + '<|im_end|>\n' }}{% endfor %}"
    "{% if add_generation_prompt %}{{ '<|im_start|>assistant\n<think>\n' }}{% endif %}"
)
BROKEN = "{% for m in messages %}{{ m.role "

_UNKNOWN, _BOS, _EOS, _FIRST_BYTE = 0, 1, 2, 3
_WORDS = ("the", "and", "ing", "user", "assistant", "system", "hello", "paddock", "token", "water")
_WIDTH, _HEADS, _KV_HEADS, _FEED_FORWARD, _LAYERS = 64, 4, 2, 128, 2


@pytest.fixture(scope="session")
def tiny_gguf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the file of a tiny chat model (ChatML, 2,048 tokens of context)."""
    return write_tiny_gguf(tmp_path_factory.mktemp("tiny") / "tiny.gguf")


def write_tiny_gguf(
    path: Path,
    *,
    template: str | None = CHATML,
    context_tokens: int = 2048,
    seed: int = 7,
    architecture: str = "llama",
    width: int = _WIDTH,
    licence: str = "",
    tensors_in_a_part: int = 0,
) -> Path:
    """Write a tiny model to `path` and return it. `architecture`: "llama", or "mamba", which keeps a running state.

    With `tensors_in_a_part` it is written in parts, which have the names that parts have.
    """
    import gguf  # not for every test's start
    import numpy as np

    rng = np.random.default_rng(seed)
    writer = gguf.GGUFWriter(path, architecture, split_max_tensors=tensors_in_a_part)
    writer.add_name("Tiny")
    if licence:
        writer.add_license(licence)
    writer.add_context_length(context_tokens)
    writer.add_embedding_length(width)
    writer.add_block_count(_LAYERS)
    writer.add_layer_norm_rms_eps(1e-5)
    words = _add_vocabulary(writer)
    if template is not None:
        writer.add_chat_template(template)

    def weights(name: str, *shape: int, scale: float = 1.0) -> None:
        values = rng.standard_normal(shape, dtype=np.float32) * np.float32(scale / np.sqrt(shape[-1]))
        writer.add_tensor(name, values)

    weights("token_embd.weight", words, width, scale=float(np.sqrt(width)))
    weights("output.weight", words, width, scale=3.0)
    writer.add_tensor("output_norm.weight", np.ones(width, dtype=np.float32))
    (_add_llama if architecture == "llama" else _add_mamba)(writer, weights, width)
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()
    return path


def _add_llama(writer: Any, weights: Any, width: int) -> None:
    import numpy as np

    writer.add_head_count(_HEADS)
    writer.add_head_count_kv(_KV_HEADS)
    writer.add_feed_forward_length(_FEED_FORWARD)
    writer.add_rope_dimension_count(width // _HEADS)
    kv = width // _HEADS * _KV_HEADS
    for layer in range(_LAYERS):
        block = f"blk.{layer}."
        for norm in ("attn_norm", "ffn_norm"):
            writer.add_tensor(f"{block}{norm}.weight", np.ones(width, dtype=np.float32))
        weights(f"{block}attn_q.weight", width, width, scale=2.0)
        weights(f"{block}attn_k.weight", kv, width, scale=2.0)
        weights(f"{block}attn_v.weight", kv, width)
        weights(f"{block}attn_output.weight", width, width)
        weights(f"{block}ffn_gate.weight", _FEED_FORWARD, width)
        weights(f"{block}ffn_up.weight", _FEED_FORWARD, width)
        weights(f"{block}ffn_down.weight", width, _FEED_FORWARD)


def _add_mamba(writer: Any, weights: Any, width: int) -> None:
    import numpy as np

    inner, state, rank, kernel = 2 * width, 16, 4, 4
    writer.add_feed_forward_length(0)
    writer.add_head_count(0)
    writer.add_ssm_conv_kernel(kernel)
    writer.add_ssm_inner_size(inner)
    writer.add_ssm_state_size(state)
    writer.add_ssm_time_step_rank(rank)
    for layer in range(_LAYERS):
        block = f"blk.{layer}."
        writer.add_tensor(f"{block}attn_norm.weight", np.ones(width, dtype=np.float32))
        weights(f"{block}ssm_in.weight", 2 * inner, width)
        weights(f"{block}ssm_conv1d.weight", inner, kernel)
        writer.add_tensor(f"{block}ssm_conv1d.bias", np.zeros(inner, dtype=np.float32))
        weights(f"{block}ssm_x.weight", rank + 2 * state, inner)
        weights(f"{block}ssm_dt.weight", inner, rank)
        writer.add_tensor(f"{block}ssm_dt.bias", np.zeros(inner, dtype=np.float32))
        writer.add_tensor(f"{block}ssm_a", -np.ones((inner, state), dtype=np.float32))
        writer.add_tensor(f"{block}ssm_d", np.ones(inner, dtype=np.float32))
        weights(f"{block}ssm_out.weight", width, inner)


def _add_vocabulary(writer: Any) -> int:
    """Add a SentencePiece vocabulary: every byte, so that all text has tokens, and a few words; return its size."""
    import gguf

    kinds = gguf.TokenType
    tokens: list[tuple[bytes, float, int]] = [
        (b"<unk>", 0.0, kinds.UNKNOWN),
        (b"<s>", 0.0, kinds.CONTROL),
        (b"</s>", 0.0, kinds.CONTROL),
    ]
    tokens += [(f"<0x{value:02X}>".encode(), 0.0, kinds.BYTE) for value in range(256)]
    tokens += [(mark, 0.0, kinds.CONTROL) for mark in (b"<|im_start|>", b"<|im_end|>")]
    end = len(tokens) - 1
    pieces = ["\u2581", *map(chr, range(33, 127)), *"äöüéßñ日本語😀"]
    for word in _WORDS:
        pieces += [word[:length] for length in range(2, len(word) + 1)]
        pieces.append(f"\u2581{word}")
    pieces += [f"\u2581{letter}" for letter in "abcdefghijklmnopqrstuvwxyz"]
    for number, piece in enumerate(dict.fromkeys(pieces)):
        tokens.append((piece.encode(), -float(number), kinds.NORMAL))
    writer.add_tokenizer_model("llama")
    writer.add_token_list([token for token, _, _ in tokens])
    writer.add_token_scores([score for _, score, _ in tokens])
    writer.add_token_types([int(kind) for _, _, kind in tokens])
    writer.add_bos_token_id(_BOS)
    writer.add_eos_token_id(end)
    writer.add_unk_token_id(_UNKNOWN)
    writer.add_add_bos_token(True)
    writer.add_add_space_prefix(False)
    return len(tokens)
