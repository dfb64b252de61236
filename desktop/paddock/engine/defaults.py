"""Sampling parameters to begin with, by what a model's file or its makers say."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import msgspec

from paddock.engine.protocol import Sampling

if TYPE_CHECKING:
    from collections.abc import Callable

# Keys a model's maker may put into the file (llama-arch.cpp, LLM_KV_GENERAL_SAMPLING_*).
_KEYS: Final[dict[str, tuple[str, type]]] = {
    "temperature": ("general.sampling.temp", float),
    "top_k": ("general.sampling.top_k", int),
    "top_p": ("general.sampling.top_p", float),
    "min_p": ("general.sampling.min_p", float),
    "repeat_penalty": ("general.sampling.penalty_repeat", float),
    "repeat_last_n": ("general.sampling.penalty_last_n", int),
}
# What the makers recommend in their model cards and generation_config.json, by a word of the model's name.
_FAMILIES: Final[tuple[tuple[str, dict[str, Any]], ...]] = (
    ("qwen3", {"temperature": 0.6, "top_k": 20, "top_p": 0.95, "min_p": 0.0}),
    ("qwq", {"temperature": 0.6, "top_k": 40, "top_p": 0.95, "min_p": 0.0}),
    ("qwen2", {"temperature": 0.7, "top_k": 20, "top_p": 0.8, "min_p": 0.0, "repeat_penalty": 1.05}),
    ("deepseek", {"temperature": 0.6, "top_p": 0.95}),
    ("gemma", {"temperature": 1.0, "top_k": 64, "top_p": 0.95, "min_p": 0.0}),
    ("smollm3", {"temperature": 0.6, "top_p": 0.95}),
    ("smollm", {"temperature": 0.2, "top_p": 0.9}),
    ("gpt-oss", {"temperature": 1.0, "top_k": 0, "top_p": 1.0, "min_p": 0.0}),
    ("mistral-small", {"temperature": 0.15}),
    ("mistral", {"temperature": 0.3}),
    ("ministral", {"temperature": 0.3}),
    ("llama-3", {"temperature": 0.6, "top_p": 0.9}),
    ("phi", {"temperature": 0.7}),
)


def sampling_defaults(meta: Callable[[str], str | None]) -> Sampling:
    """Return llama.cpp's defaults, under the family's, under the file's own; `meta` looks up the file's metadata."""
    words = " ".join(filter(None, (meta("general.name"), meta("general.basename"), meta("general.architecture"))))
    words = words.lower().replace(" ", "-").replace("_", "-")
    chosen: dict[str, Any] = next((values for word, values in _FAMILIES if word in words), {})
    sampling = msgspec.structs.replace(Sampling(), **chosen)
    for name, (key, kind) in _KEYS.items():
        value = meta(key)
        if value is None:
            continue
        try:
            sampling = msgspec.convert({**msgspec.structs.asdict(sampling), name: kind(value)}, Sampling)
        except (ValueError, msgspec.ValidationError):
            continue  # a stranger's file may hold nonsense; then the default stands
    return sampling
