"""Sampling defaults: the file's own over the family's over llama.cpp's."""

from __future__ import annotations

from paddock.engine.defaults import sampling_defaults
from paddock.engine.protocol import Sampling


def of(**meta: str) -> Sampling:
    named = {key.replace("__", "."): value for key, value in meta.items()}
    return sampling_defaults(named.get)


def test_an_unknown_model_gets_llama_cpps() -> None:
    assert of(general__name="Something") == Sampling()


def test_a_family_gets_what_its_makers_recommend() -> None:
    assert of(general__name="Qwen3 4B").temperature == 0.6
    assert of(general__name="Smollm2 135M 8k").temperature == 0.2
    assert of(general__name="mine", general__architecture="gemma3").top_k == 64


def test_the_files_own_values_win_and_nonsense_is_passed_over() -> None:
    own = of(
        general__name="Qwen3",
        general__sampling__temp="0.25",
        general__sampling__top_k="7",
        general__sampling__top_p="nonsense",
        general__sampling__min_p="17",
    )
    assert (own.temperature, own.top_k, own.top_p, own.min_p) == (0.25, 7, 0.95, 0.0)
