"""What a vision part would take: worked out from its header, against what llama.cpp's libmtmd reserves for it."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from paddock.models.fit import judge, need_of
from paddock.models.gguf import read_header
from paddock.models.vision_beside import vision_of, with_vision
from paddock.models.vision_fit import Tower, need_of_tower, vision_need
from tests.models.building import LLAMA, TENSORS, build, entry
from tests.models.vision_parts import PARTS, write_vision_part

if TYPE_CHECKING:
    from pathlib import Path

    from paddock.models.header import Header

MIB = 1 << 20

# Loads each part as llama.cpp's own programs do, beside a model as wide as it needs, and prints what it says.
ASK = """
import json, sys, llama_cpp
from llama_cpp import mtmd_cpp
said = []
@llama_cpp.llama_log_callback
def hear(level, text, data): said.append(text.decode(errors="replace"))
llama_cpp.llama_log_set(hear, None)
mtmd_cpp.mtmd_log_set(hear, None)
answers = []
for text, part in json.load(sys.stdin):
    wanted = llama_cpp.llama_model_default_params()
    wanted.vocab_only = True
    model = llama_cpp.llama_model_load_from_file(text.encode(), wanted)
    params = mtmd_cpp.mtmd_context_params_default()
    params.use_gpu, params.n_threads = False, 1
    said.clear()
    held = mtmd_cpp.mtmd_init_from_file(part.encode(), model, params)
    answers.append([bool(held), "".join(said)])
    mtmd_cpp.mtmd_free(held)
    llama_cpp.llama_model_free(model)
print(json.dumps(answers))
"""


def vision_numbers(**other: object) -> tuple[tuple[str, str, Any], ...]:
    """Return the metadata of SmolVLM 256M's part, changed by `other`."""
    numbers: dict[str, object] = {
        "image_size": 512,
        "patch_size": 16,
        "embedding_length": 768,
        "feed_forward_length": 3072,
        "projector.scale_factor": 4,
    }
    shape = tuple((f"clip.vision.{key}", "i64", number) for key, number in (numbers | other).items())
    return (("general.architecture", "string", "clip"), ("clip.projector_type", "string", "idefics3"), *shape)


def header_of(path: Path, metadata: tuple[tuple[str, str, Any], ...], tensors: Any = TENSORS) -> Header:
    path.write_bytes(build(metadata, tensors).data)
    return read_header(path)


@pytest.mark.slow
def test_a_part_takes_what_its_header_says(tmp_path: Path, tiny_gguf: Path) -> None:
    """Real shapes, with fewer layers, so that a step's part of the sum is not lost in the weights."""
    tiny = tiny_gguf.read_bytes()
    texts = {part.out: tmp_path / f"text{part.out}.gguf" for part in PARTS.values()}
    for width, path in texts.items():  # no weight of them is read
        path.write_bytes(
            tiny.replace(entry("llama.embedding_length", "u32", 64), entry("llama.embedding_length", "u32", width))
        )
    parts = [write_vision_part(tmp_path / f"{number}.gguf", part) for number, part in enumerate(PARTS.values())]
    asked = [(str(texts[part.out]), str(path)) for part, path in zip(PARTS.values(), parts, strict=True)]
    answer = subprocess.run(
        [sys.executable, "-c", ASK], input=json.dumps(asked).encode(), capture_output=True, check=True, timeout=300
    )
    for (name, part), path, (loaded, log) in zip(PARTS.items(), parts, json.loads(answer.stdout), strict=True):
        assert loaded, log
        need = vision_need(read_header(path))
        assert need is not None
        weights = float(re.findall(r"model size:\s+([\d.]+) MiB", log)[0]) * MIB
        picture = float(re.findall(r"compute buffer size =\s+([\d.]+) MiB", log)[0]) * MIB
        assert need.weights_bytes == pytest.approx(weights, rel=0.001), name
        assert need.picture_bytes == pytest.approx(picture, rel=0.1), name
        assert f"image size = {need.picture_side} x {need.picture_side}" in log, part


def test_a_step_over_a_picture_is_counted_as_llama_cpp_counts_it() -> None:
    """Expected: what the log of llama-cpp-python 0.3.36 says for parts of these models' shapes, in MiB."""
    gemma = Tower("gemma3", 896, 14, 1152, 4304, merge=4, projected=(2560,), kernel_bytes=4)
    smol = Tower("idefics3", 512, 16, 768, 3072, merge=4, projected=(576,))
    llava = Tower("mlp", 336, 14, 1024, 4096, projected=(4096, 4096), class_tokens=1)
    qwen2 = Tower("qwen2vl_merger", 560, 14, 1280, 5120, merge=2, projected=(5120, 1536))
    qwen25 = Tower("qwen2.5vl_merger", 560, 14, 1280, 3420, merge=2, projected=(5120, 2048))
    qwen3 = Tower("qwen3vl_merger", 768, 16, 1024, 4096, merge=2, projected=(4096, 2048), halfway=3)
    pixtral = Tower("pixtral", 1024, 16, 1024, 4096, projected=(5120, 5120))
    for tower, side, reserved in (
        (gemma, 896, 121.25),
        (smol, 512, 21.0),
        (llava, 336, 21.55),
        (qwen2, 1288, 267.08),
        (qwen25, 1288, 704.79),
        (qwen3, 1472, 322.49),
        (pixtral, 256, 16.56),
    ):
        need = need_of_tower(1000, tower)
        assert need.picture_side == side
        assert need.picture_bytes == pytest.approx(reserved * MIB, rel=0.03)
        assert need.total_bytes == 1000 + need.picture_bytes


def test_the_weights_are_told_where_a_step_cannot_be(tmp_path: Path) -> None:
    strange = Tower("perceiver9", 512, 16, 768, 3072)
    need = need_of_tower(812_000_000, strange)
    assert need.picture_bytes == need.picture_side == 0
    assert not need.known
    assert need.sentence == "812 MB of weights, and what a picture takes, which its header does not tell"
    told = vision_need(header_of(tmp_path / "part.gguf", vision_numbers()))
    assert told is not None
    assert "for a picture of 512 × 512" in told.sentence


@pytest.mark.parametrize(
    "numbers",
    [
        {"image_size": 2**40},
        {"image_size": -1},
        {"patch_size": 0},
        {"patch_size": 2**62},
        {"embedding_length": -(2**63)},
        {"feed_forward_length": 2**63 - 1},
        {"embedding_length": 0},
    ],
)
def test_absurd_numbers_make_no_sum(tmp_path: Path, numbers: dict[str, int]) -> None:
    need = vision_need(header_of(tmp_path / "part.gguf", vision_numbers(**numbers)))
    assert need is not None
    assert need.picture_bytes == 0
    assert need.weights_bytes > 0


def test_absurd_merging_makes_no_step_negative_or_endless(tmp_path: Path) -> None:
    for merge in (-5, 2**62):
        need = vision_need(header_of(tmp_path / "part.gguf", vision_numbers(**{"projector.scale_factor": merge})))
        assert need is not None
        assert 0 < need.picture_bytes < 1 << 40


def test_a_part_for_sound_alone_looks_at_no_pictures(tmp_path: Path) -> None:
    metadata = (*vision_numbers(), ("clip.has_vision_encoder", "bool", False))
    assert vision_need(header_of(tmp_path / "part.gguf", metadata)) is None
    assert vision_need(header_of(tmp_path / "text.gguf", LLAMA)) is None


def test_a_part_inside_is_counted_apart_from_what_would_run(tmp_path: Path) -> None:
    """As Ollama writes Gemma 3, whose numbers stand under the model's own name."""
    shape = {"image_size": 896, "patch_size": 14, "embedding_length": 1152, "feed_forward_length": 4304}
    metadata = (
        ("general.architecture", "string", "gemma3"),
        *((f"gemma3.vision.{key}", "u32", number) for key, number in shape.items()),
    )
    seeing = (("v.blk.0.attn_q.weight", (1152, 64), 1), ("mm.mm_input_projection.weight", (64, 1152), 1))
    header = header_of(tmp_path / "both.gguf", metadata, (*TENSORS, *seeing))
    part = vision_of(header)
    assert part is not None
    assert part.file_name == ""
    assert part.need.weights_bytes == 2 * 1152 * 64 * 2
    assert part.need.picture_bytes == pytest.approx(121.25 * MIB, rel=0.01)
    need = need_of(header)
    assert need.weights_bytes == header.tensor_bytes - part.need.weights_bytes
    assert with_vision(need, part).total_bytes == need.total_bytes + part.need.total_bytes


def beside(folder: Path, part_name: str, *, width: int = 2560, model_name: str = "gemma-3-4b-it-Q4_K_M.gguf") -> str:
    """Return which part is found beside a model of that width, where one of Gemma 3 4B lies."""
    folder.mkdir()
    write_vision_part(folder / part_name, replace(PARTS["Gemma 3 4B"], layers=1))
    (folder / "mmproj-broken.gguf").write_bytes(b"GGUF")
    (folder / "mmproj.txt").write_bytes(b"")
    (folder / "mmproj-folder.gguf").mkdir()
    metadata = tuple((key, kind, width if key.endswith("embedding_length") else value) for key, kind, value in LLAMA)
    part = vision_of(header_of(folder / model_name, metadata))
    return "" if part is None else part.file_name


def test_the_part_beside_a_model_is_found_by_its_width_and_name(tmp_path: Path) -> None:
    for number, name in enumerate(
        ("mmproj-F16.gguf", "mmproj-model-f16.gguf", "mmproj-gemma-3-4b-it-Q8_0.gguf", "gemma-3-4b-it.MMPROJ-bf16.gguf")
    ):
        assert beside(tmp_path / f"good{number}", name) == name
    assert beside(tmp_path / "other size", "mmproj-gemma-3-12b-it-f16.gguf") == ""
    assert beside(tmp_path / "other model", "mmproj-medgemma-4b-f16.gguf") == ""
    assert beside(tmp_path / "other width", "mmproj-F16.gguf", width=2048) == ""


def test_the_verdict_on_both_is_one_of_its_own(tmp_path: Path) -> None:
    assert beside(tmp_path / "models", "mmproj-F16.gguf")
    header = read_header(tmp_path / "models" / "gemma-3-4b-it-Q4_K_M.gguf")
    part = vision_of(header)
    assert part is not None
    need = need_of(header)
    free = need.total_bytes + part.need.total_bytes // 2
    assert judge(need, free).level != "does not fit"
    assert judge(with_vision(need, part), free).level == "does not fit"
