"""One at a time, of threads and of processes; never for ever."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from paddock.process import file_lock
from paddock.process.file_lock import alone, claim, is_held
from tests.process.harness import module_environment

if TYPE_CHECKING:
    from pathlib import Path

_COUNT_UP = """
import sys, pathlib
from paddock.process.file_lock import alone
number = pathlib.Path(sys.argv[1])
for _ in range(300):
    with alone(number.with_name("lock")):
        number.write_text(str(int(number.read_text()) + 1))
"""


@pytest.mark.slow
def test_of_three_processes_none_comes_between_reading_and_writing(tmp_path: Path) -> None:
    number = tmp_path / "number"
    number.write_text("0")
    argv = [sys.executable, "-c", _COUNT_UP, str(number)]
    counting = [subprocess.Popen(argv, env=module_environment()) for _ in range(3)]
    assert [process.wait(60) for process in counting] == [0, 0, 0]
    assert number.read_text() == "900"


def test_one_that_never_lets_go_is_waited_for_and_then_told_of(tmp_path: Path) -> None:
    handle = claim(tmp_path / "lock")
    assert handle is not None
    assert is_held(tmp_path / "lock")
    with pytest.raises(TimeoutError, match="still at it"), alone(tmp_path / "lock", patience_s=0.05):
        pass
    os.close(handle)
    assert not is_held(tmp_path / "lock")
    with alone(tmp_path / "lock", patience_s=0.05):
        assert claim(tmp_path / "lock") is None


def test_a_drive_without_locks_keeps_nobody_from_working(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_locks(_handle: int) -> bool:
        raise OSError(errno.ENOLCK, os.strerror(errno.ENOLCK))

    monkeypatch.setattr(file_lock, "try_lock", no_locks)
    done = []
    with alone(tmp_path / "lock"):
        done.append(True)
    assert done == [True]
    assert is_held(tmp_path / "lock"), "nobody can tell, so it is left in peace"
    with pytest.raises(OSError, match=os.strerror(errno.ENOLCK)):
        claim(tmp_path / "lock")


@pytest.mark.skipif(sys.platform == "win32", reason="making a link is a privilege there")
def test_a_link_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "mine").write_bytes(b"mine")
    (tmp_path / "lock").symlink_to(tmp_path / "mine")
    with pytest.raises(OSError, match="link"):
        claim(tmp_path / "lock")
    assert is_held(tmp_path / "lock")
