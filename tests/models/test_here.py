"""Whether a file that could be fetched is here already."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from paddock.models.here import Here, already_here
from paddock.models.installed import InstalledModels
from tests.models.building import build

if TYPE_CHECKING:
    from pathlib import Path

DATA = build().data
ONE, OTHER = "1" * 64, "2" * 64


@pytest.fixture
def models(tmp_path: Path) -> InstalledModels:
    folder = tmp_path / "models"
    folder.mkdir()
    (folder / "Some-Q4.gguf").write_bytes(DATA)
    return InstalledModels(folder, tmp_path / "links.json", tmp_path / "hashes.json")


@pytest.mark.parametrize(
    ("name", "size", "sha256", "known", "found"),
    [
        ("other.gguf", 5, ONE, (ONE,), True),
        ("some-q4.gguf", len(DATA), OTHER, (ONE,), False),
        ("some-q4.GGUF", len(DATA), OTHER, (), True),
        ("some-q4.gguf", len(DATA), "", (ONE,), True),
        ("some-q4.gguf", len(DATA) + 1, "", (), False),
        ("some-q4.gguf", None, "", (), True),
        ("other.gguf", len(DATA), "", (), False),
    ],
)
def test_by_hash_or_by_name_and_size(
    models: InstalledModels, name: str, size: int | None, sha256: str, known: tuple[str, ...], *, found: bool
) -> None:
    here = already_here([Here(models.resolve("Some-Q4"), known)], name, size, sha256)
    assert (here is not None) == found


def test_what_cannot_be_run_is_not_here(models: InstalledModels) -> None:
    file = models.resolve("Some-Q4").path
    file.write_bytes(DATA[:40])
    assert already_here([Here(models.resolve("Some-Q4"))], "Some-Q4.gguf", 40) is None
