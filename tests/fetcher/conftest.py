"""A pip that knows only what a test tells it."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from tests.fetcher.index import Index, index
from tests.fetcher.material import places_in

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from paddock.fetcher.environment import Places


@pytest.fixture
def places(tmp_path: Path) -> Places:
    """Return the places of an empty home."""
    return places_in(tmp_path / "home")


@pytest.fixture
def bare_pip(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """Take this computer's own settings of pip and proxies away."""
    for name in list(os.environ):
        if name.upper().startswith("PIP_") or name.upper().endswith("_PROXY"):
            monkeypatch.delenv(name)
    monkeypatch.setenv("PIP_CONFIG_FILE", os.devnull)
    return monkeypatch


@pytest.fixture
def shelf(bare_pip: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Return an empty folder which is all the package index there is."""
    folder = tmp_path / "shelf"
    folder.mkdir()
    bare_pip.setenv("PIP_FIND_LINKS", str(folder))
    bare_pip.setenv("PIP_NO_INDEX", "1")
    return folder


@pytest.fixture
def loopback_index(bare_pip: pytest.MonkeyPatch) -> Iterator[Index]:
    """Serve the right wheel over HTTP on this computer, in two halves."""
    with index() as shared:
        bare_pip.setenv("PIP_INDEX_URL", shared.url)
        yield shared
