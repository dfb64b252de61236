"""Unfinished work goes with the process that began it, and not before."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from paddock.process.leftovers import clear_leftovers, remove_folder

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.slow
def test_what_the_dead_left_goes_and_all_else_stays(tmp_path: Path) -> None:
    with subprocess.Popen([sys.executable, "-c", ""]) as ended:
        ended.wait()
    mine, dead = os.getpid(), ended.pid
    for name in (f"a.gguf.{mine}.part", f"a.gguf.{dead}.part", "a.gguf", "a.part", f"{dead}.part", f"a.{dead}.part.x"):
        (tmp_path / name).write_bytes(b"x")
    for name in (f"starter.{mine}.part", f"starter.{dead}.part"):
        (tmp_path / name / "below").mkdir(parents=True)
        (tmp_path / name / "below" / "file").write_bytes(b"x")
    (tmp_path / f"link.{dead}.part").symlink_to(tmp_path / "a.gguf")
    clear_leftovers(tmp_path)
    assert {path.name for path in tmp_path.iterdir()} == {
        f"a.gguf.{mine}.part",
        f"starter.{mine}.part",
        "a.gguf",
        "a.part",
        f"{dead}.part",
        f"a.{dead}.part.x",
    }


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps no dead processes")
def test_a_dead_process_nobody_has_collected_yet_is_dead(tmp_path: Path) -> None:
    with subprocess.Popen([sys.executable, "-c", ""]) as ended:
        os.waitid(os.P_PID, ended.pid, os.WEXITED | os.WNOWAIT)
        (tmp_path / f"a.gguf.{ended.pid}.part").write_bytes(b"x")
        clear_leftovers(tmp_path)
        assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="made by going into each folder, as paths are bounded")
def test_no_depth_and_no_modes_keep_a_folder_here(tmp_path: Path) -> None:
    folder, kept = tmp_path / "deep", tmp_path / "kept"
    kept.write_bytes(b"x")
    make = (
        "import os\nos.mkdir('deep'); os.chdir('deep'); os.symlink('../kept', 'link'); os.symlink('..', 'up')\n"
        "for _ in range(3000): os.mkdir('d'); open('f', 'x').close(); os.chdir('d')\n"
        "os.mkdir('closed'); open('closed/f', 'x').close(); os.chmod('closed', 0)"
    )
    subprocess.run([sys.executable, "-c", make], cwd=tmp_path, check=True)
    remove_folder(folder)
    assert [path.name for path in tmp_path.iterdir()] == ["kept"]
    assert kept.read_bytes() == b"x"
