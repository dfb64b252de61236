"""Models for search whose licence nobody has agreed to: documents are searched without them, and that is said."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.cli.running import CommandLine
from tests.tiny_bert import tiny_embedder, tiny_reranker  # noqa: F401 - fixtures

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.slow

HELD_BACK = "is under the Gemma Terms of Use, which has not been agreed to here. Search does without it"


@pytest.fixture
def own(tmp_path: Path) -> CommandLine:
    secret = tmp_path / "passphrase"
    secret.write_text("four words or more\n", encoding="utf-8")
    secret.chmod(0o600)
    return CommandLine(tmp_path / "home", ("--passphrase-file", str(secret)))


@pytest.fixture
def note(tmp_path: Path) -> str:
    (tmp_path / "note.txt").write_text("The wells were dry.", encoding="utf-8")
    return str(tmp_path / "note.txt")


def under_gemma(file: Path, to: Path) -> str:
    """Write a model again as if it were under a licence that asks; return its path."""
    data = file.read_bytes()
    assert b"apache-2.0" in data
    to.write_bytes(data.replace(b"apache-2.0", b"gemma     "))
    return str(to)


def test_an_embedder_waits_for_its_licence(
    own: CommandLine,
    note: str,
    tmp_path: Path,
    tiny_embedder: Path,  # noqa: F811 - a fixture
) -> None:
    assert own("models", "import", under_gemma(tiny_embedder, tmp_path / "meaning.gguf")).code == 0
    added = own("library", "add", note)
    assert added.code == 0, added
    assert HELD_BACK in added.err
    assert "paddock models accept meaning" in added.err
    assert "by words alone: no document has vectors yet" in own("library", "status").out
    found = own("library", "search", "wells")
    assert (found.code, "note.txt" in found.out, HELD_BACK in found.err) == (0, True, True)
    refused = own("library", "re-embed")
    assert refused.code == 1
    assert refused.complaint.endswith("Read it and agree: paddock models accept meaning")
    assert own("models", "accept", "meaning", "--yes").code == 0
    assert own("library", "add", note).code == 0
    assert json.loads(own("library", "status", "--json").out)["passages_embedded"] == 1
    agreed = own("library", "search", "wells")
    assert (agreed.code, HELD_BACK in agreed.err) == (0, False)


def test_one_that_asks_for_nothing_is_taken_by_itself_and_a_reranker_waits(
    own: CommandLine,
    note: str,
    tmp_path: Path,
    tiny_embedder: Path,  # noqa: F811 - a fixture
    tiny_reranker: Path,  # noqa: F811 - a fixture
) -> None:
    assert own("models", "import", str(tiny_embedder)).code == 0
    assert own("models", "import", under_gemma(tiny_embedder, tmp_path / "another.gguf")).code == 0
    assert own("models", "import", under_gemma(tiny_reranker, tmp_path / "ranks.gguf")).code == 0
    added = own("library", "add", note)
    assert added.code == 0, added
    assert "paddock models accept ranks" in added.err
    assert "accept another" not in added.err, "the one that asks for nothing does it"
    assert json.loads(own("library", "status", "--json").out)["passages_embedded"] == 1
    assert own("models", "accept", "ranks", "--yes").code == 0
    found = own("library", "search", "wells")
    assert (found.code, found.err) == (0, "")
