"""Graphics cards: seen where their drivers tell, and how many layers of a model one of them holds."""

from __future__ import annotations

import stat
import sys
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from paddock.models.fit import compute_bytes, kv_bytes_of_layer
from paddock.models.gguf import read_header
from paddock.models.graphics import DRIVER_BYTES, GraphicsCard, bytes_on_card, graphics_cards, layers_on_card
from tests.models.building import LLAMA, build

if TYPE_CHECKING:
    from pathlib import Path

    from paddock.models.header import Header

LAYERS = 4


def layered(tmp_path: Path, *, tensors: bool = True) -> Header:
    metadata = (*(one for one in LLAMA if one[0] != "llama.block_count"), ("llama.block_count", "u32", LAYERS))
    blocks = tuple((f"blk.{n}.ffn_up.weight", (1024, 1024), 1) for n in range(LAYERS))
    lines = (("token_embd.weight", (1024, 512), 1), *blocks, ("output.weight", (1024, 512), 1))
    path = tmp_path / "layered.gguf"
    path.write_bytes(build(metadata, lines if tensors else ()).data)
    return read_header(path)


scripted = pytest.mark.skipif(sys.platform == "win32", reason="the driver's tool is a shell's script here")


def tool(tmp_path: Path, body: str) -> str:
    path = tmp_path / "nvidia-smi"
    path.write_text(f"#!/bin/sh\n{body}\n", encoding="utf-8")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return str(path)


@scripted
def test_cards_are_seen_through_their_drivers(tmp_path: Path) -> None:
    card = tmp_path / "drm" / "card1" / "device"
    card.mkdir(parents=True)
    (card / "mem_info_vram_total").write_text("8589934592\n", encoding="ascii")
    (card / "mem_info_vram_used").write_text("589934592\n", encoding="ascii")
    seen = graphics_cards(tool(tmp_path, "echo 'Card X, 24576, 20000'"), tmp_path / "drm")
    assert seen == (
        GraphicsCard("Card X", 24_576 << 20, 20_000 << 20),
        GraphicsCard("Graphics card card1", 8_589_934_592, 8_000_000_000),
    )


@scripted
def test_a_driver_that_fails_or_talks_nonsense_shows_no_card(tmp_path: Path) -> None:
    empty = tmp_path / "none"
    for body in ("exit 9", "echo 'No devices were found'", "echo 'Card, [N/A], [N/A]'", "printf '\\377,1,2'"):
        assert graphics_cards(tool(tmp_path, body), empty) == ()
    assert graphics_cards(str(tmp_path / "missing"), empty) == ()


def test_the_last_layers_go_to_the_card_first(tmp_path: Path) -> None:
    header = layered(tmp_path)
    layer = (1024 * 1024 * 2) + kv_bytes_of_layer(header, 0, 256)
    base = DRIVER_BYTES + compute_bytes(header, 256, on_processor=False)
    for room, fitting in ((0, 0), (1024 * 512 * 2, 1), (1024 * 512 * 2 + 2 * layer, 3), (1 << 40, LAYERS + 1)):
        split = layers_on_card(header, GraphicsCard("Card", 1 << 41, base + room), 256)
        assert (split.layers, split.all_layers) == (fitting, LAYERS + 1)
        if fitting and fitting <= LAYERS:
            assert layers_on_card(header, GraphicsCard("Card", 1 << 41, base + room - 1), 256).layers == fitting - 1


@pytest.mark.timeout(12)
def test_each_tensor_is_looked_at_once_and_not_for_each_layer(tmp_path: Path) -> None:
    header = layered(tmp_path)
    few = bytes_on_card(header, 256)
    many = tuple(header.tensors[1]._replace(name=f"blk.{number % 512}.{number}") for number in range(1 << 17))
    sums = bytes_on_card(replace(header, tensors=many, metadata={**header.metadata, "llama.block_count": 512}), 256)
    assert (len(few), len(sums)) == (LAYERS + 1, 513)
    assert sums[-1] - sums[0] > len(many) * many[0].size_bytes


def test_where_the_tensors_are_not_known_the_layers_are_taken_as_equal(tmp_path: Path) -> None:
    header = layered(tmp_path, tensors=False)
    half = header.file_bytes // 2 + DRIVER_BYTES + compute_bytes(header, 256, on_processor=False)
    half += 2 * kv_bytes_of_layer(header, 0, 256)
    assert layers_on_card(header, GraphicsCard("Card", 1 << 40, half), 256).layers == 2


def test_what_llama_cpp_takes_of_a_card_is_what_was_reckoned(starter_model: Path) -> None:
    """Its own log with a Vulkan build and a context of 4,096 tokens, MiB: weights, cache, one step of 512 tokens.

    The starter's output is its vocabulary's vectors once more: the card gets a copy.
    """
    header = read_header(starter_model)
    sums = bytes_on_card(header, 4096)
    assert len(sums) == 31
    for layers, taken in ((31, 92.1 + 90.0 + 98.2), (10, 47.7 + 27.0 + 98.8)):
        assert abs(sums[layers - 1] / 2**20 / taken - 1) < 0.02
