"""The graphics cards of this computer and their free memory, and how many of a model's layers one of them holds."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from paddock.models.encoder_fit import is_encoder
from paddock.models.fit import compute_bytes, kv_bytes_of_layer, layer_count, need_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from paddock.models.fit import KvType
    from paddock.models.header import Header

_ASK_NVIDIA: Final = ("--query-gpu=name,memory.total,memory.free", "--format=csv,noheader,nounits")
_ASK_S: Final = 3.0
_DRM: Final = Path("/sys/class/drm")
_LAYER: Final = re.compile(r"blk\.(\d+)\.")
# A driver's own tables on the card, besides what llama.cpp asks for.
DRIVER_BYTES: Final = 400 << 20


@dataclass(frozen=True)
class GraphicsCard:
    """One card and its memory."""

    name: str
    total_bytes: int
    free_bytes: int


@dataclass(frozen=True)
class Split:
    """How a model divides between a card and the computer's own memory; `layers` counts the output as one."""

    card: GraphicsCard
    layers: int
    all_layers: int


def graphics_cards(nvidia_smi: str | None = None, drm: Path = _DRM) -> tuple[GraphicsCard, ...]:
    """Return the cards whose free memory can be seen: NVIDIA's through their driver's tool, AMD's through the kernel.

    Asks for at most three seconds. An empty answer means that none was seen, not that there is none.
    """
    return (*_nvidia(nvidia_smi or shutil.which("nvidia-smi")), *_amd(drm))


def layers_on_card(
    header: Header, card: GraphicsCard, context_tokens: int | None = None, kv_type: KvType = "f16"
) -> Split:
    """Return how many layers fit on the card, the last ones first, as llama.cpp places them."""
    sums = bytes_on_card(header, context_tokens, kv_type)
    fitting = sum(one <= card.free_bytes - DRIVER_BYTES for one in sums)
    return Split(card, fitting, len(sums))


def bytes_on_card(header: Header, context_tokens: int | None = None, kv_type: KvType = "f16") -> list[int]:
    """Return what 1, 2, 3 … layers take of a card: weights, cache and one step; the output is the first to go there."""
    need = need_of(header, context_tokens, kv_type)
    layers = layer_count(header)
    taken = need.compute_bytes
    if not is_encoder(header):
        taken = compute_bytes(header, need.context_tokens, kv_type, on_processor=False)
    weights = _weights(header)
    equal = need.weights_bytes // (layers + 1)  # where the tensors are not known: a catalogue's entry
    sums = []
    for layer in (None, *reversed(range(layers))):
        taken += weights[layer] if header.tensors else equal
        taken += 0 if layer is None else kv_bytes_of_layer(header, layer, need.context_tokens, kv_type)
        sums.append(taken)
    return sums


def _weights(header: Header) -> Counter[int | None]:
    """Return the bytes of each layer's tensors, those of the output under None."""
    # The vocabulary's vectors stay in the computer's memory; where they serve as the output too, the card gets a copy.
    tied = not is_encoder(header) and not any(tensor.name == "output.weight" for tensor in header.tensors)
    found: Counter[int | None] = Counter()
    for tensor in header.tensors:
        layer = _LAYER.match(tensor.name)
        if tied or not tensor.name.startswith("token_embd"):
            found[int(layer[1]) if layer else None] += tensor.size_bytes
    return found


def _nvidia(program: str | None) -> Iterator[GraphicsCard]:
    if program is None:
        return
    try:
        answer = subprocess.run(  # noqa: S603  the driver's own tool, with settled words
            [program, *_ASK_NVIDIA],
            capture_output=True,
            check=True,
            timeout=_ASK_S,
            text=True,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        ).stdout
    except (OSError, subprocess.SubprocessError, UnicodeDecodeError):
        return  # no driver, or one that does not answer: no card is seen
    for line in answer.splitlines():
        name, *numbers = [cell.strip() for cell in line.split(",")]
        if len(numbers) == 2 and all(number.isdecimal() for number in numbers):  # noqa: PLR2004  total and free
            yield GraphicsCard(name[:100], int(numbers[0]) << 20, int(numbers[1]) << 20)


def _amd(drm: Path) -> Iterator[GraphicsCard]:
    for total_file in sorted(drm.glob("card*/device/mem_info_vram_total")):
        try:
            total = int(total_file.read_text(encoding="ascii"))
            used = int(total_file.with_name("mem_info_vram_used").read_text(encoding="ascii"))
        except (OSError, ValueError):
            continue  # a card that was unplugged, or a driver that tells nothing
        yield GraphicsCard(f"Graphics card {total_file.parent.parent.name}", total, max(0, total - used))
