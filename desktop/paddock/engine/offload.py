"""How much of a model the graphics card takes: what is asked for; where it cannot hold that, less, down to nothing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, Generic, TypeVar

from paddock.engine.model_files import LoadFailed

if TYPE_CHECKING:
    from collections.abc import Callable

    from paddock.engine.llama import Model
    from paddock.engine.protocol import Load, LoadEmbedder

ALL_LAYERS: Final = -1
# What is tried after everything, in quarters. A card that cannot hold a model says so before it reads the weights.
_QUARTERS: Final = (3, 2, 1)

T = TypeVar("T")


@dataclass(frozen=True)
class Placed(Generic[T]):
    """What was made, how many layers are on the card, what to say of that, and whether it is less than was wanted."""

    made: T
    layers: int
    note: str
    fell_short: bool = False


def place(
    llama: Any, request: Load | LoadEmbedder, load: Callable[[int], Model], make: Callable[[Model, bool], T]
) -> Placed[T]:
    """Load a model and make of it what is wanted, with as much of that as is asked for on the graphics card.

    `load` takes how many layers go to the card; `make` gets the model and whether the processor computes all of it,
    and frees what it began where it fails. The output counts as one layer more, as llama.cpp counts it. Raises what
    `load` and `make` raise when the card has no part in it.
    """
    if not llama.llama_supports_gpu_offload():
        return Placed(_made(load(0), 0, make), 0, "This build of llama.cpp computes on the processor only.")
    if request.card_failed:
        note = "The graphics card's driver failed with this model; the processor computes instead."
        return Placed(_made(load(0), 0, make), 0, note, fell_short=True)
    asked = request.gpu_layers
    if asked == 0:
        return Placed(_made(load(0), 0, make), 0, "The graphics card is not used, as chosen.")
    wanted = ALL_LAYERS if asked is None else asked
    try:
        model = load(wanted)
        layers, there = _held(model, wanted)
        return Placed(_made(model, layers, make), layers, f"{layers} of {there} layers are on the graphics card.")
    except LoadFailed:
        # Whether it is the card or the file shows on the processor, which also tells how many layers there are.
        model = load(0)
        most, there = _held(model, wanted)
        model.free()
    for quarters in _QUARTERS:
        layers = most * quarters // 4
        if layers:
            try:
                made = _made(load(layers), layers, make)
            except LoadFailed:
                continue
            note = f"The graphics card holds {layers} of {there} layers; it has no room for more."
            return Placed(made, layers, note, fell_short=True)
    note = "The graphics card could not hold this model; the processor computes instead."
    return Placed(_made(load(0), 0, make), 0, note, fell_short=True)


def _held(model: Model, wanted: int) -> tuple[int, int]:
    there = model.layers + 1
    return there if wanted == ALL_LAYERS else min(wanted, there), there


def _made(model: Model, layers: int, make: Callable[[Model, bool], T]) -> T:
    try:
        return make(model, layers == 0)
    except LoadFailed:
        model.free()
        raise
