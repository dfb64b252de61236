"""The walls, tried from inside processes that really are locked, on the system at hand."""

from __future__ import annotations

import errno
import importlib
import json
import os
import subprocess
import sys
import sysconfig
from pathlib import Path
from typing import Any

import pytest

from paddock.process.confine import Allowed, Mechanism, lock_worker, own_code, probe
from tests.process.harness import PATIENCE_S, module_environment

linux_only = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="walls exist on Linux only, so far")
slow = pytest.mark.slow

DENIED = "PermissionError"


def locked(**order: Any) -> dict[str, Any]:
    """Return what a process locked and tried as ordered has to tell."""
    argv = [sys.executable, "-s", "-P", "-m", "tests.process.workers.locked", json.dumps(order, default=str)]
    ran = subprocess.run(
        argv, env=module_environment(), capture_output=True, text=True, check=False, timeout=PATIENCE_S
    )
    assert ran.returncode == 0, ran.stderr
    told: dict[str, Any] = json.loads(ran.stdout)
    return told


def doors(told: dict[str, Any], *, held: bool) -> set[str]:
    return {result["name"] for result in told["probe"] if result["held"] is held}


@pytest.fixture
def files(tmp_path: Path) -> Path:
    """Return a folder with a model, a neighbour of it, and a folder that may be read."""
    (tmp_path / "library" / "deep").mkdir(parents=True)
    for name in ("model.gguf", "neighbour.gguf", "library/deep/module.py"):
        (tmp_path / name).write_bytes(b"content")
    return tmp_path


@slow
@linux_only
def test_a_locked_worker_finds_every_door_shut() -> None:
    told = locked(**{"as": "worker"})
    assert told["mechanism"]["enforced"] is True
    assert told["mechanism"]["note"] == ""
    assert doors(told, held=False) == set()
    assert doors(told, held=True) == {
        "socket_inet", "socket_inet6", "socket_udp", "socket_netlink", "socket_packet", "socket_unix", "raw_syscall",
        "io_uring", "ptrace", "exec", "fork", "signal_window", "read_other_file", "read_home", "read_root_folder",
        "create_file", "change_file",
    }  # fmt: skip
    assert all("refused" in result["detail"] for result in told["probe"])


@linux_only
def test_an_unlocked_process_finds_its_doors_open_and_stays_as_it_was() -> None:
    """Else the probe would call a wall what is none. What other rights may refuse is left out."""
    results = {result.name: result for result in probe("worker")}
    for name in ("socket_inet", "socket_udp", "socket_netlink", "socket_unix", "raw_syscall", "ptrace", "exec", "fork"):
        assert results[name].held is False, results[name]
        assert results[name].detail.startswith("open")
    for name in ("read_other_file", "read_root_folder", "create_file", "change_file"):
        assert results[name].held is False, results[name]


@linux_only
def test_probing_leaves_nothing_behind() -> None:
    probe("worker")
    before = len(list(Path("/proc/self/fd").iterdir()))
    probe("worker")
    assert len(list(Path("/proc/self/fd").iterdir())) <= before, "less where another test's went meanwhile"
    own = f"paddock-probe-{os.getpid()}"  # other processes may be trying their walls just now
    assert [path for path in Path("/tmp").iterdir() if path.name == own] == []


@slow
@linux_only
def test_a_worker_reads_what_it_was_given_and_nothing_else(files: Path) -> None:
    told = locked(
        **{"as": "worker"},
        read_files=[files / "model.gguf", files / "missing.gguf"],
        read_folders=[files / "library"],
        read={
            "model": files / "model.gguf",
            "neighbour": files / "neighbour.gguf",
            "library": files / "library" / "deep" / "module.py",
            "around": files / "library" / ".." / "neighbour.gguf",
            "missing": files / "missing.gguf",
        },
        write={"model": files / "model.gguf", "library": files / "library" / "deep" / "module.py"},
        create={"beside": files / "new", "within": files / "library" / "new"},
    )
    assert told["read"] == {
        "model": "done", "neighbour": DENIED, "library": "done", "around": DENIED, "missing": "FileNotFoundError",
    }  # fmt: skip
    assert told["write"] == {"model": DENIED, "library": DENIED}
    assert told["create"] == {"beside": DENIED, "within": DENIED}
    assert sorted(path.name for path in files.iterdir()) == ["library", "model.gguf", "neighbour.gguf"]


@slow
@linux_only
def test_a_worker_writes_to_its_devices_alone(files: Path) -> None:
    told = locked(
        **{"as": "worker"},
        devices=["/dev/zero"],
        write={"zero": "/dev/zero", "null": "/dev/null", "full": "/dev/full", "model": files / "model.gguf"},
    )
    assert told["write"] == {"zero": "done", "null": "done", "full": DENIED, "model": DENIED}


@slow
@linux_only
def test_threads_started_behind_the_walls_are_bound_and_run() -> None:
    assert locked(**{"as": "worker"}, thread=True)["thread"] == "done"


@slow
@linux_only
def test_a_process_with_threads_is_not_locked_but_told_so() -> None:
    assert "threads are running" in locked(**{"as": "worker"}, busy=True)["refused"]


@slow
@linux_only
def test_the_memory_limit_holds() -> None:
    wanted = 1 << 30
    assert locked(**{"as": "worker"}, memory_bytes=wanted, map_bytes=wanted)["map"] in {"OSError", "MemoryError"}
    assert locked(**{"as": "worker"}, memory_bytes=4 * wanted, map_bytes=wanted)["map"] == "done"


@slow
@linux_only
def test_no_image_of_a_locked_process_is_ever_written() -> None:
    worker, window = locked(**{"as": "worker"}), locked(**{"as": "window"})
    assert (worker["core_limits"], worker["dumpable"]) == ([0, 0], 0)
    assert window["core_limits"] == [0, 0]


@slow
@linux_only
def test_a_kernel_without_landlock_is_told_as_such_and_still_refuses_sockets_and_writing(files: Path) -> None:
    told = locked(
        **{"as": "worker"},
        without=["landlock"],
        read={"neighbour": files / "neighbour.gguf"},
        write={"neighbour": files / "neighbour.gguf"},
    )
    assert told["mechanism"]["enforced"] is False
    assert told["mechanism"]["note"].startswith("In part: ")
    assert "reading files is not limited" in told["mechanism"]["note"]
    assert doors(told, held=False) == {"read_other_file", "read_home", "read_root_folder"}
    assert (told["read"]["neighbour"], told["write"]["neighbour"]) == ("done", DENIED)


@slow
@linux_only
def test_a_kernel_without_seccomp_is_told_as_such() -> None:
    told = locked(**{"as": "worker"}, without=["seccomp"])
    assert told["mechanism"]["enforced"] is False
    assert told["mechanism"]["note"].startswith("In part: ")
    assert "sockets" in told["mechanism"]["note"]
    assert {"socket_inet", "socket_unix", "fork"} <= doors(told, held=False)
    assert {"read_other_file", "read_home", "create_file"} <= doors(told, held=True)


@slow
@linux_only
def test_with_neither_nothing_is_claimed() -> None:
    for who in ("worker", "window"):
        told = locked(**{"as": who}, without=["seccomp", "landlock"])
        assert told["mechanism"]["name"] == "none"
        assert told["mechanism"]["enforced"] is False
        assert "socket_inet" in doors(told, held=False)


@slow
@linux_only
def test_a_locked_window_and_the_programs_it_starts_have_local_sockets_only(files: Path) -> None:
    told = locked(
        **{"as": "window"},
        program=True,
        read={"neighbour": files / "neighbour.gguf"},
        write={"model": files / "model.gguf"},
        busy=True,
    )
    assert told["mechanism"]["enforced"] is True
    assert doors(told, held=False) == set()
    assert told["program"] == [str(errno.EACCES)] * 3 + ["open"]
    assert (told["read"]["neighbour"], told["write"]["model"]) == ("done", "done")


@slow
@linux_only
def test_qt_and_the_keyring_need_nothing_that_the_window_gave_up() -> None:
    """No netlink, no network: only the offscreen platform is asked here; other ones use local sockets alike."""
    program = (
        "from paddock.process.confine import lock_window, probe; lock_window()\n"
        "from PySide6.QtWidgets import QApplication, QTextBrowser\n"
        "app = QApplication(['paddock']); page = QTextBrowser(); page.setMarkdown('# Hello'); page.show()\n"
        "app.processEvents(); import keyring; keyring.get_keyring()\n"
        "assert page.grab().width() > 0 and page.isVisible()\n"
        "assert all(result.held for result in probe('window'))\n"
    )
    ran = subprocess.run(
        [sys.executable, "-s", "-P", "-c", program],
        env={**module_environment(), "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=False,
        timeout=PATIENCE_S,
    )
    assert ran.returncode == 0, ran.stderr


@pytest.mark.parametrize("name", ["macos", "windows"])
def test_where_nothing_is_enforced_nothing_is_claimed(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    if name == "macos":
        pytest.importorskip("resource", reason="Windows has no such limits")
        monkeypatch.setattr("resource.setrlimit", lambda *_limits: None)
    system = importlib.import_module(f"paddock.process.confine.{name}")
    for mechanism in (system.lock_worker(Allowed(memory_bytes=1 << 30)), system.lock_window()):
        assert isinstance(mechanism, Mechanism)
        assert not mechanism.enforced
        assert mechanism.note.startswith("Not enforced on this system")


def test_own_code_holds_the_standard_library_the_packages_and_this_program() -> None:
    folders = own_code()
    for needed in (Path(json.__file__), Path(pytest.__file__), Path(lock_worker.__code__.co_filename)):
        assert any(needed.is_relative_to(folder) for folder in folders)
    assert Path(sysconfig.get_path("purelib")) in folders
    assert Path("/") not in folders
    assert Path.home() not in folders
