"""Builds small GGUF files byte by byte, right or wrong; knows nothing of the reader under test."""

from __future__ import annotations

import struct
from dataclasses import dataclass, field
from typing import Any

CODES = {"u8": (0, "B"), "i8": (1, "b"), "u16": (2, "H"), "i16": (3, "h"), "u32": (4, "I"), "i32": (5, "i"),
         "f32": (6, "f"), "bool": (7, "?"), "u64": (10, "Q"), "i64": (11, "q"), "f64": (12, "d")}  # fmt: skip


@dataclass
class Built:
    """A file's bytes and where its parts begin (for cutting and flipping)."""

    data: bytes
    marks: dict[str, int] = field(default_factory=dict)


def text(value: str | bytes, order: str = "<") -> bytes:
    raw = value if isinstance(value, bytes) else value.encode()
    return struct.pack(order + "Q", len(raw)) + raw


def entry(key: str | bytes, kind: str, value: Any, order: str = "<") -> bytes:
    """Return one metadata entry; `kind` is a number's name, "string", or "[kind]" for an array."""
    return text(key, order) + typed(kind, value, order)


def typed(kind: str, value: Any, order: str) -> bytes:
    if kind == "string":
        return struct.pack(order + "I", 8) + text(value, order)
    if kind.startswith("["):
        inner = kind[1:-1]
        if inner == "string":
            head = struct.pack(order + "IIQ", 9, 8, len(value))
            return head + b"".join(text(item, order) for item in value)
        number, code = CODES[inner]
        return struct.pack(order + "IIQ", 9, number, len(value)) + struct.pack(f"{order}{len(value)}{code}", *value)
    number, code = CODES[kind]
    return struct.pack(order + "I", number) + struct.pack(order + code, value)


def tensor_line(name: str | bytes, dims: tuple[int, ...], type_id: int, offset: int, order: str = "<") -> bytes:
    shape = struct.pack(f"{order}I{len(dims)}Q", len(dims), *dims)
    return text(name, order) + shape + struct.pack(order + "IQ", type_id, offset)


LLAMA = (
    ("general.architecture", "string", "llama"),
    ("general.name", "string", "Test"),
    ("llama.block_count", "u32", 1),
    ("llama.context_length", "u32", 512),
    ("llama.embedding_length", "u32", 32),
    ("llama.feed_forward_length", "u32", 64),
    ("llama.attention.head_count", "u32", 4),
    ("llama.attention.head_count_kv", "u32", 2),
    ("tokenizer.ggml.model", "string", "gpt2"),
    ("tokenizer.ggml.tokens", "[string]", ["a", "b", "c"]),
    ("tokenizer.chat_template", "string", "{{ messages }}"),
)
TENSORS = (("token_embd.weight", (32, 3), 0), ("output_norm.weight", (32,), 0), ("blk.0.attn_q.weight", (32, 32), 2))


def build(
    metadata: tuple[tuple[str, str, Any], ...] = LLAMA,
    tensors: tuple[tuple[str, tuple[int, ...], int], ...] = TENSORS,
    *,
    order: str = "<",
    version: int = 3,
    alignment: int = 32,
) -> Built:
    """Return a well-formed GGUF: f32 (0), f16 (1), Q4_0 (2) and Q8_0 (8) tensors of zeros."""
    marks: dict[str, int] = {}
    data = b"GGUF" + struct.pack(order + "IQQ", version, len(tensors), len(metadata))
    for key, kind, value in metadata:
        marks[f"key {key}"] = len(data)
        data += entry(key, kind, value, order)
    sizes = {0: (1, 4), 1: (1, 2), 2: (32, 18), 8: (32, 34)}
    offset = 0
    body = b""
    for name, dims, type_id in tensors:
        marks[f"tensor {name}"] = len(data)
        data += tensor_line(name, dims, type_id, offset, order)
        block, size = sizes[type_id]
        elements = 1
        for length in dims:
            elements *= length
        body += bytes(elements // block * size)
        body += bytes(-len(body) % alignment)
        offset = len(body)
    marks["header end"] = len(data)
    data += bytes(-len(data) % alignment)
    marks["data"] = len(data)
    return Built(data + body, marks)
