"""A home with the starter model in it, used in place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.cli.running import CommandLine

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def paddock(tmp_path_factory: pytest.TempPathFactory, starter_model: Path) -> CommandLine:
    """Return the command line over a home whose one model is the starter; what a file sets in it, no other has."""
    command = CommandLine(tmp_path_factory.mktemp("home"))
    linked = command("models", "import", "--link", str(starter_model))
    assert (linked.code, linked.err) == (0, ""), linked
    return command


@pytest.fixture
def bare(tmp_path: Path) -> CommandLine:
    """Return the command line over a home with nothing in it."""
    return CommandLine(tmp_path / "home")
