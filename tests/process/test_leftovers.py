"""Unfinished work goes with the process that began it, and not before."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from paddock.process import file_lock, leftovers
from paddock.process.leftovers import clear_leftovers, remove_folder, unfinished_file, unfinished_folder
from tests.process.harness import module_environment

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


def test_what_a_process_of_another_computer_works_at_stays_until_it_lets_go(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """To the one that clears, no process of that number lives: it is another computer's, on a drive they share."""
    monkeypatch.setattr(leftovers, "_lives", lambda _process_id: False)
    with unfinished_file(tmp_path / "a.gguf") as (part, file), unfinished_folder(tmp_path, "wheel-") as folder:
        file.write(b"half")
        (folder / "below").write_bytes(b"x")
        clear_leftovers(tmp_path)
        file.flush()
        assert part.read_bytes() == b"half"
        assert (folder / "below").exists()
    assert list(tmp_path.iterdir()) == []
    (tmp_path / part.name).write_bytes(b"half")
    (tmp_path / folder.name).mkdir()
    (tmp_path / folder.name / ".lock").touch()
    clear_leftovers(tmp_path)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="killed as POSIX does it")
def test_what_a_killed_process_held_goes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(leftovers, "_lives", lambda _process_id: False)
    work = (
        "import sys, pathlib\nfrom paddock.process.leftovers import unfinished_file, unfinished_folder\n"
        "here = pathlib.Path(sys.argv[1])\n"
        "with unfinished_file(here / 'a.gguf'), unfinished_folder(here, 'wheel-'):\n print(flush=True)\n input()"
    )
    argv = [sys.executable, "-c", work, str(tmp_path)]
    with subprocess.Popen(argv, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=module_environment()) as working:
        assert working.stdout is not None
        working.stdout.readline()
        there = sorted(tmp_path.iterdir())
        clear_leftovers(tmp_path)
        assert sorted(tmp_path.iterdir()) == there
        assert len(there) == 2
        working.kill()
    clear_leftovers(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_an_unfinished_file_that_was_renamed_stays_under_its_name(tmp_path: Path) -> None:
    with unfinished_file(tmp_path / "a.gguf") as (part, file):
        file.write(b"whole")
        file.close()
        part.rename(tmp_path / "a.gguf")
    assert [path.name for path in tmp_path.iterdir()] == ["a.gguf"]
    assert (tmp_path / "a.gguf").read_bytes() == b"whole"


def test_an_unfinished_file_whose_last_bytes_find_no_room_is_removed_too(tmp_path: Path) -> None:
    with unfinished_file(tmp_path / "a.gguf") as (_, file):
        file.write(b"in memory still")
        os.close(file.fileno())  # closing it now fails, as on a full disk
    assert list(tmp_path.iterdir()) == []


def test_nobody_else_may_begin_what_is_being_written(tmp_path: Path) -> None:
    with unfinished_file(tmp_path / "a.gguf") as (part, file):
        file.write(b"half")
        file.flush()
        with pytest.raises(FileExistsError, match="Another program"), unfinished_file(tmp_path / "a.gguf"):
            pass
        assert part.read_bytes() == b"half"


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


def test_on_a_drive_without_locks_files_and_folders_are_written_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_locks(_handle: int) -> bool:
        raise OSError(errno.ENOLCK, os.strerror(errno.ENOLCK))

    monkeypatch.setattr(file_lock, "try_lock", no_locks)
    with unfinished_file(tmp_path / "file") as (part, file):
        file.write(b"whole")
        file.close()
        part.replace(tmp_path / "file")
    with unfinished_folder(tmp_path, "folder-") as folder:
        (folder / "inside").write_bytes(b"")
    assert [path.name for path in tmp_path.iterdir()] == ["file"]
