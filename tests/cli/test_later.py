"""The command line loads a command when it runs: a window's start and `--help` need none of them."""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path

import pytest

import paddock.__main__ as door
import paddock.cli
from paddock.cli.grammar import make_parser
from tests.cli.running import environment

ROOM = Path(paddock.cli.__file__).parent


@pytest.mark.slow
def test_the_window_starts_without_the_commands() -> None:
    code = "import sys, paddock.cli; print(*sys.modules)"
    loaded = subprocess.check_output([sys.executable, "-c", code], text=True).split()
    assert not {name for name in loaded if name.startswith(("paddock.chat", "paddock.library", "paddock.doctor"))}


def test_every_command_is_there_when_it_is_called() -> None:
    def runs(parser: argparse.ArgumentParser) -> list[object]:
        found = [parser.get_default("run")]
        for action in parser._actions:
            if isinstance(action, argparse._SubParsersAction):
                for inner in action.choices.values():
                    found += runs(inner)
        return [run for run in found if run is not None]

    commands = runs(make_parser())
    assert len(commands) > 10
    for run in commands:
        module, name = (cell.cell_contents for cell in reversed(run.__closure__))  # type: ignore[attr-defined]
        assert f"def {name}(" in (ROOM / f"{module._name}.py").read_text(encoding="utf-8")


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is always a screen")
def test_a_window_without_a_screen_is_one_sentence(tmp_path: Path) -> None:
    hidden = environment()
    hidden.pop("QT_QPA_PLATFORM", None)
    argv = [sys.executable, "-m", "paddock", "--home", str(tmp_path / "home")]
    opened = subprocess.run(argv, env=hidden, capture_output=True, text=True, check=False, timeout=60)
    assert (opened.returncode, opened.stdout) == (1, "")
    assert opened.stderr.startswith("paddock: There is no screen here to open the window on.")
    assert opened.stderr.count("\n") == 1


def test_ctrl_c_before_a_command_is_known_ends_without_a_word(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupted() -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(door, "_run", interrupted)
    assert door.main() == 130
    assert capsys.readouterr() == ("", "")
