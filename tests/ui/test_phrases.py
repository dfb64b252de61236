"""What is told of models and messages, in the words that a person knows them by."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from paddock.models.installed_model import model_at
from paddock.ui.phrases import model_line, model_title
from paddock.ui.transcript import phrases

if TYPE_CHECKING:
    from pathlib import Path

    from tests.ui.conftest import Person


@pytest.mark.parametrize(
    ("name", "title"),
    [("SmolLM2-135M-Instruct.Q4_1", "SmolLM2 135M Instruct"), ("model", "model"), ("", "")],
)
def test_a_model_is_called_by_its_title(name: str, title: str) -> None:
    assert model_title(name) == title


def test_a_small_model_has_more_than_no_parameters(tiny_gguf: Path) -> None:
    assert model_line(model_at(tiny_gguf, "tiny", linked=False)).startswith("0.1 million parameters")


@pytest.mark.slow
def test_a_reply_names_its_model_as_the_picker_does(person: Person) -> None:
    person.send("Hello")
    chosen = person.page.choice.model()
    assert chosen is not None
    reply = person.page.messages[-1]
    assert phrases.speaker(reply) == chosen.title
    assert phrases.speaker(replace(reply, model="SmolLM2-135M-Instruct.Q4_1")) == "SmolLM2 135M Instruct"
