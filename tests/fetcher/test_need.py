"""The doorkeeper is started for a window over a home without models, and in no other case."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from paddock.fetcher.need import home_without_models

if TYPE_CHECKING:
    from pathlib import Path


def test_a_new_home_needs_it(tmp_path: Path) -> None:
    home = home_without_models(["--home", str(tmp_path / "new")])
    assert home is not None
    assert home.models == tmp_path / "new" / "models"
    assert not (tmp_path / "new").exists()


def test_the_home_may_be_named_in_each_way(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PADDOCK_HOME", str(tmp_path))
    for argv in ([], [f"--home={tmp_path}"], ["--passphrase-file", "p", "--home", str(tmp_path)]):
        home = home_without_models(argv)
        assert home is not None, argv
        assert home.models == tmp_path / "models"


@pytest.mark.parametrize(
    "argv",
    [
        ["ask", "Why?"],
        ["models", "list"],
        ["doctor"],
        ["--version"],
        ["--help"],
        ["--home"],
        ["--home", ""],
        ["--home="],
        ["--ho", "x"],
        ["--home", "x", "doctor"],
        ["--unknown"],
        ["--worker", "engine"],
        [""],
    ],
)
def test_commands_and_all_that_is_not_certain_do_not(
    argv: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PADDOCK_HOME", str(tmp_path))
    assert home_without_models(argv) is None


@pytest.mark.parametrize("name", ["a.gguf", "A.GGUF", "family/a.gguf", "broken-link.gguf"])
def test_a_home_with_a_model_does_not(name: str, tmp_path: Path) -> None:
    """Whatever looks like a model counts, as it does where the installed models are listed."""
    path = tmp_path / "models" / name
    path.parent.mkdir(parents=True)
    if name.startswith("broken"):
        path.symlink_to(tmp_path / "nowhere")
    else:
        path.write_bytes(b"")
    assert home_without_models(["--home", str(tmp_path)]) is None


def test_a_linked_model_counts_and_a_forgotten_one_does_not(tmp_path: Path) -> None:
    links = tmp_path / "config" / "links.json"
    links.parent.mkdir()
    links.write_text('{"links": []}')
    assert home_without_models(["--home", str(tmp_path)]) is not None
    links.write_text('{"links": [{"name": "a", "path": "/a.gguf"}]}')
    assert home_without_models(["--home", str(tmp_path)]) is None


def test_what_is_left_of_a_broken_fetch_is_no_model(tmp_path: Path) -> None:
    (tmp_path / "models" / "starter.1.part").mkdir(parents=True)
    (tmp_path / "models" / "a.gguf.1.part").write_bytes(b"x")
    assert home_without_models(["--home", str(tmp_path)]) is not None


def test_a_home_that_cannot_be_looked_at_does_not(tmp_path: Path) -> None:
    (tmp_path / "models").write_text("a file where the folder should be")
    assert home_without_models(["--home", str(tmp_path)]) is None
