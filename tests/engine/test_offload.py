"""A model goes to the graphics card as far as the card holds it; only where it holds nothing the processor is alone."""

from __future__ import annotations

import ctypes
from types import SimpleNamespace
from typing import Any, cast

import pytest

from paddock.engine.llama import LlamaFailed, Model
from paddock.engine.model_files import LoadFailed, file_failure
from paddock.engine.offload import ALL_LAYERS, Placed, place
from paddock.engine.protocol import Load

LAYERS = 32


class Card:
    """A build of llama.cpp with a card that holds so many layers' weights, and so many with what goes with them."""

    def __init__(self, weights: int, whole: int, *, offloads: bool = True, broken: bool = False) -> None:
        self.weights, self.whole, self.offloads, self.broken = weights, whole, offloads, broken
        self.tried: list[int] = []
        self.held: list[FakeModel] = []

    def llama_supports_gpu_offload(self) -> bool:
        return self.offloads

    def load(self, layers: int) -> FakeModel:
        self.tried.append(layers)
        if self.broken or (LAYERS + 1 if layers == ALL_LAYERS else min(layers, LAYERS + 1)) > self.weights:
            raise LoadFailed(file_failure("No.", "The card is too small, or the file is broken.", "Go on."))
        model = FakeModel(self, layers)
        self.held.append(model)
        return model

    def make(self, model: FakeModel, on_processor: bool) -> str:  # noqa: FBT001 - as placed
        layers = LAYERS + 1 if model.asked == ALL_LAYERS else min(model.asked, LAYERS + 1)
        if layers > self.whole:
            raise LoadFailed(file_failure("No.", "There is no room for the cache.", "Go on."))
        assert on_processor == (layers == 0)
        return f"made with {layers}"

    def place(self, asked: int | None) -> Placed[str]:
        request = Load(files=("a.gguf",), gpu_layers=asked)
        return place(self, request, cast("Any", self.load), cast("Any", self.make))


class FakeModel:
    layers = LAYERS

    def __init__(self, card: Card, asked: int) -> None:
        self.card, self.asked = card, asked

    def free(self) -> None:
        self.card.held.remove(self)


@pytest.mark.parametrize(
    ("weights", "whole", "asked", "layers"),
    [
        (99, 99, None, 33),
        (99, 99, 7, 7),
        (99, 99, 1000, 33),
        (30, 30, None, 24),  # three quarters
        (99, 20, None, 16),  # all of its weights, but not the cache beside them
        (8, 8, None, 8),
        (7, 7, None, 0),
        (7, 7, 20, 5),  # a quarter of what was asked for
        (2, 2, 3, 2),
        (0, 0, 1, 0),
    ],
)
def test_as_many_layers_as_the_card_holds(weights: int, whole: int, asked: int | None, layers: int) -> None:
    card = Card(weights, whole)
    placed = card.place(asked)
    assert (placed.made, placed.layers) == (f"made with {layers}", layers)
    assert len(card.held) == 1, "what did not do was not given back"
    wanted = LAYERS + 1 if asked is None else min(asked, LAYERS + 1)
    assert placed.fell_short == (layers != wanted)
    if layers == wanted:
        assert placed.note == f"{layers} of 33 layers are on the graphics card."
    elif layers:
        assert placed.note == f"The graphics card holds {layers} of 33 layers; it has no room for more."
    else:
        assert placed.note == "The graphics card could not hold this model; the processor computes instead."


@pytest.mark.parametrize(("offloads", "asked"), [(True, 0), (False, None), (False, 5)])
def test_without_a_card_or_by_choice_nothing_is_tried_there(*, offloads: bool, asked: int | None) -> None:
    card = Card(99, 99, offloads=offloads)
    placed = card.place(asked)
    assert (placed.made, placed.layers, card.tried, placed.fell_short) == ("made with 0", 0, [0], False)
    assert placed.note == (
        "The graphics card is not used, as chosen."
        if offloads
        else "This build of llama.cpp computes on the processor only."
    )


def test_a_broken_file_is_not_the_cards_fault() -> None:
    card = Card(99, 99, broken=True)
    with pytest.raises(LoadFailed):
        card.place(None)
    assert card.tried == [ALL_LAYERS, 0]
    assert not card.held


def test_what_even_the_processor_cannot_make_fails_and_is_given_back() -> None:
    card = Card(99, -1)
    with pytest.raises(LoadFailed):
        card.place(None)
    assert not card.held


def test_where_the_processor_is_alone_no_card_is_lent_anything() -> None:
    """llama.cpp gives the long batches of a model in the computer's memory to a card, if it knows of one."""
    params = SimpleNamespace(devices=None)
    lists: list[Any] = []

    def load(_name: bytes, given: Any) -> None:
        named = given.devices and ctypes.cast(given.devices, ctypes.POINTER(ctypes.c_void_p))
        lists.append("any" if named is None else "none" if named[0] is None else "some")

    llama = SimpleNamespace(
        llama_model_default_params=lambda: params,
        llama_progress_callback=lambda function: function,
        llama_model_load_from_file=load,
    )
    for layers in (ALL_LAYERS, 0):
        with pytest.raises(LlamaFailed):
            Model(llama, ["a.gguf"], layers, lambda _fraction: True)
    assert lists == ["any", "none"]
