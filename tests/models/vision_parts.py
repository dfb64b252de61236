"""Vision parts of the shapes that real models have, written through the `gguf` package; their weights are holes."""

from __future__ import annotations

import math
import os
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

_RMS = frozenset({"pixtral", "lightonocr", "qwen2.5vl_merger", "gemma4v"})  # these have a gate, too
_BARE = frozenset({"pixtral", "lightonocr", "gemma4v"})
_ALIGNMENT = 32
_QWEN = frozenset({"qwen2vl_merger", "qwen2.5vl_merger", "qwen3vl_merger"})


@dataclass(frozen=True)
class Part:
    """One part, by the numbers of its header. What a step takes does not depend on how many layers there are."""

    projector: str
    image: int
    patch: int
    width: int
    forward: int
    heads: int
    out: int
    merge: int = 1
    class_token: bool = False
    layers: int = 2
    features: tuple[int, ...] = ()
    halfway: tuple[int, ...] = ()


# The numbers of the models' own configurations.
PARTS = {
    "LLaVA 1.5 7B": Part("mlp", 336, 14, 1024, 4096, 16, 4096, class_token=True),
    "Granite Vision 3.2 2B": Part("mlp", 384, 14, 1152, 4304, 16, 2048, layers=6, features=(1, 2, 4, 6)),
    "Gemma 3 4B": Part("gemma3", 896, 14, 1152, 4304, 16, 2560, merge=4),
    "Gemma 4 31B": Part("gemma4v", 768, 16, 1152, 4304, 16, 5376, merge=3),
    "SmolVLM 256M": Part("idefics3", 512, 16, 768, 3072, 12, 576, merge=4),
    "SmolVLM2 2.2B": Part("idefics3", 384, 14, 1152, 4304, 16, 2048, merge=3),
    "InternVL3 1B": Part("internvl", 448, 14, 1024, 4096, 16, 896, merge=2, class_token=True),
    "Janus Pro 1B": Part("janus_pro", 384, 16, 1024, 4096, 16, 2048),
    "LFM2-VL 450M": Part("lfm2", 256, 16, 768, 3072, 12, 1024, merge=2),
    "Kimi-VL A3B": Part("kimivl", 896, 14, 1152, 4304, 16, 2048, merge=2),
    "Pixtral 12B": Part("pixtral", 1024, 16, 1024, 4096, 16, 5120),
    "Mistral Small 3.1 24B": Part("pixtral", 1540, 14, 1024, 4096, 16, 5120, merge=2),
    "LightOnOCR 1B": Part("lightonocr", 1540, 14, 1024, 4096, 16, 1024, merge=2),
    "Llama 4 Scout": Part("llama4", 336, 14, 1408, 5632, 16, 5120, merge=2, class_token=True),
    "Qwen2-VL 2B": Part("qwen2vl_merger", 560, 14, 1280, 5120, 16, 1536, merge=2),
    "Qwen2.5-VL 3B": Part("qwen2.5vl_merger", 560, 14, 1280, 3420, 16, 2048, merge=2, layers=8),
    "Qwen3-VL 2B": Part("qwen3vl_merger", 768, 16, 1024, 4096, 16, 2048, merge=2, layers=10, halfway=(2, 5, 8)),
    "Qwen3-VL 32B": Part("qwen3vl_merger", 768, 16, 1152, 4304, 16, 5120, merge=2, layers=10, halfway=(2, 5, 8)),
    "Qwen3.5 4B": Part("qwen3vl_merger", 768, 16, 1024, 4096, 16, 2560, merge=2),
}


class _Writer:
    """Notes tensors, whose bytes stay a hole in the file."""

    def __init__(self, path: Path, part: Part) -> None:
        import gguf  # not for every test's start

        self.path = path
        self.part = part
        self.gguf = gguf.GGUFWriter(path, "clip")
        self._room = 0

    def add(self, name: str, *shape: int, number: str = "float32") -> None:
        import numpy as np

        size = math.prod(shape) * np.dtype(number).itemsize
        self.gguf.add_tensor_info(name, list(shape), np.dtype(number), size)
        self._room += -(-size // _ALIGNMENT) * _ALIGNMENT

    def add_matrix(self, name: str, out: int, width: int, *, bias: bool = True) -> None:
        self.add(f"{name}.weight", out, width, number="float16")
        if bias:
            self.add(f"{name}.bias", out)

    def add_norm(self, name: str, width: int) -> None:
        self.add(f"{name}.weight", width)
        if self.part.projector not in _RMS:
            self.add(f"{name}.bias", width)

    def finish(self) -> None:
        self.gguf.write_header_to_file()
        self.gguf.write_kv_data_to_file()
        self.gguf.write_ti_data_to_file()
        self.gguf.close()
        header = self.path.stat().st_size
        os.truncate(self.path, -(-header // _ALIGNMENT) * _ALIGNMENT + self._room)


def write_vision_part(path: Path, part: Part) -> Path:
    """Write a part and return its file."""
    writer = _Writer(path, part)
    _add_header(writer.gguf, part)
    _add_patches(writer, part)
    for layer in range(part.layers):
        _add_block(writer, part, f"v.blk.{layer}.")
    _add_projector(writer, part)
    writer.finish()
    return path


def _add_header(writer: Any, part: Part) -> None:
    writer.add_type("mmproj")
    writer.add_string("clip.projector_type", part.projector)
    writer.add_bool("clip.has_vision_encoder", True)
    numbers = {
        "image_size": part.image,
        "patch_size": part.patch,
        "embedding_length": part.width,
        "feed_forward_length": part.forward,
        "block_count": part.layers,
        "attention.head_count": part.heads,
        "projection_dim": part.out,
        "projector.scale_factor": part.merge,
        "spatial_merge_size": part.merge,
    }
    if part.projector == "qwen2.5vl_merger":
        numbers["n_wa_pattern"] = 8
    for key, number in numbers.items():
        writer.add_uint32(f"clip.vision.{key}", number)
    writer.add_float32("clip.vision.attention.layer_norm_epsilon", 1e-6)
    writer.add_array("clip.vision.image_mean", [0.5, 0.5, 0.5])
    writer.add_array("clip.vision.image_std", [0.5, 0.5, 0.5])
    writer.add_bool("clip.use_silu" if part.projector in _RMS else "clip.use_gelu", True)
    if part.features:
        writer.add_array("clip.vision.feature_layer", list(part.features))


def _add_patches(writer: _Writer, part: Part) -> None:
    width, patch, kind = part.width, part.patch, part.projector
    flat = (width, 3 * patch * patch) if kind == "llama4" else (width, 3, patch, patch)
    writer.add("v.patch_embd.weight", *flat, number="float32" if kind == "gemma3" else "float16")
    if kind in _QWEN:
        writer.add("v.patch_embd.weight.1", width, 3, patch, patch, number="float16")
    if kind not in _BARE | {"llama4", "qwen2vl_merger", "qwen2.5vl_merger"}:
        writer.add("v.patch_embd.bias", width)
    if part.class_token:
        writer.add("v.class_embd", width)
    if kind == "gemma4v":
        writer.add("v.position_embd.weight", 2, 1024, width)
    elif kind not in _BARE | {"qwen2vl_merger", "qwen2.5vl_merger"}:
        writer.add("v.position_embd.weight", (part.image // patch) ** 2 + part.class_token, width)


def _add_block(writer: _Writer, part: Part, name: str) -> None:
    width, bias = part.width, part.projector not in _BARE
    for norm in ("ln1", "ln2"):
        writer.add_norm(name + norm, width)
    if part.projector == "gemma4v":
        for norm in ("attn_post_norm", "ffn_post_norm"):
            writer.add_norm(name + norm, width)
        for norm in ("attn_q_norm", "attn_k_norm"):
            writer.add_norm(name + norm, width // part.heads)
    if part.projector == "qwen3vl_merger":
        writer.add_matrix(f"{name}attn_qkv", 3 * width, width)
    else:
        for one in ("attn_q", "attn_k", "attn_v"):
            writer.add_matrix(name + one, width, width, bias=bias)
    writer.add_matrix(f"{name}attn_out", width, width, bias=bias)
    for one in ("ffn_gate", "ffn_up") if part.projector in _RMS else ("ffn_up",):
        writer.add_matrix(name + one, part.forward, width, bias=bias)
    writer.add_matrix(f"{name}ffn_down", width, part.forward, bias=bias)


def _add_projector(writer: _Writer, part: Part) -> None:
    width, out, merged = part.width, part.out, part.width * part.merge**2
    if part.projector not in {"mlp", "pixtral", "lightonocr", "gemma4v"}:
        writer.add_norm("v.post_ln", width)
    match part.projector:
        case "mlp" | "janus_pro":
            writer.add_matrix("mm.0", out, width * max(1, len(part.features)))
            writer.add_matrix("mm.2" if part.projector == "mlp" else "mm.1", out, out)
        case "gemma3":
            writer.add_matrix("mm.input_projection", width, out, bias=False)
            writer.add("mm.soft_emb_norm.weight", width)
        case "gemma4v":
            writer.add_matrix("mm.input_projection", out, width, bias=False)
        case "idefics3":
            writer.add_matrix("mm.model.fc", out, merged, bias=False)
        case "internvl":
            writer.add_norm("mm.model.mlp.0", merged)
            writer.add_matrix("mm.model.mlp.1", out, merged)
            writer.add_matrix("mm.model.mlp.3", out, out)
        case "lfm2" | "kimivl":
            writer.add_norm("mm.input_norm", merged if part.projector == "lfm2" else width)
            writer.add_matrix("mm.1", merged, merged)
            writer.add_matrix("mm.2", out, merged)
        case "llama4":
            writer.add_matrix("mm.model.mlp.1", 4096, merged, bias=False)
            writer.add_matrix("mm.model.mlp.2", 4096, 4096, bias=False)
            writer.add_matrix("mm.model.fc", out, 4096, bias=False)
        case "pixtral" | "lightonocr":
            if part.merge > 1:
                writer.add("mm.input_norm.weight", width)
                writer.add_matrix("mm.patch_merger", width, merged, bias=False)
            writer.add_matrix("mm.1", out, width)
            writer.add_matrix("mm.2", out, out)
            if part.projector == "pixtral":
                writer.add("v.token_embd.img_break", out)
        case _:
            writer.add_matrix("mm.0", merged, merged)
            writer.add_matrix("mm.2", out, merged)
            for layer in part.halfway:
                writer.add_norm(f"v.deepstack.{layer}.norm", merged)
                writer.add_matrix(f"v.deepstack.{layer}.fc1", merged, merged)
                writer.add_matrix(f"v.deepstack.{layer}.fc2", out, merged)
