"""The list of architectures is what the built llama.cpp answers to, no more and no less than it says."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from paddock.models.architectures import EMBEDDING, KNOWN, NOT_TEXT
from tests.models.building import build

if TYPE_CHECKING:
    from pathlib import Path

ASK = """
import json, sys, llama_cpp
said = []
@llama_cpp.llama_log_callback
def hear(level, text, data): said.append(text.decode(errors="replace"))
llama_cpp.llama_log_set(hear, None)
params = llama_cpp.llama_model_default_params()
params.vocab_only = True
unknown = []
for path in sys.stdin.read().split():
    said.clear()
    model = llama_cpp.llama_model_load_from_file(path.encode(), params)
    assert not model, "a header alone is no model"
    if "unknown model architecture" in "".join(said):
        unknown.append(path)
print(json.dumps(unknown))
"""


@pytest.mark.slow
def test_llama_cpp_knows_every_listed_architecture_and_no_invented_one(tmp_path: Path) -> None:
    names = [*sorted(KNOWN), "llamb", "not-a-model"]
    for name in names:
        (tmp_path / name).write_bytes(build((("general.architecture", "string", name),), ()).data)
    paths = "\n".join(str(tmp_path / name) for name in names)
    answer = subprocess.run(
        [sys.executable, "-c", ASK], check=False, input=paths.encode(), capture_output=True, timeout=120
    )
    assert answer.returncode == 0, answer.stderr.decode()
    assert {path.rpartition("/")[2] for path in json.loads(answer.stdout)} == {"llamb", "not-a-model"}


@pytest.mark.slow
def test_no_architecture_of_the_library_is_left_out() -> None:
    """The `gguf` package's list is made for the same llama.cpp, so what it names and the library knows is here."""
    from gguf.constants import MODEL_ARCH_NAMES

    assert set(MODEL_ARCH_NAMES.values()) - KNOWN == set()


def test_the_special_ones_are_among_the_known() -> None:
    assert EMBEDDING <= KNOWN
    assert set(NOT_TEXT) <= KNOWN
    assert not EMBEDDING & set(NOT_TEXT)
