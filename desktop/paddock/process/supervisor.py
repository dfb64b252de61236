"""Starting, watching and ending one worker process; knows no worker by name.

Five small threads serve a worker while it lives, because pipes have no other portable way to be waited for:

    parent    starts the process and reaps it. It must outlive the child: Linux sends the parent-death signal when
              the *thread* that forked ends, not the process (prctl(2)), and callers live on pool threads that expire.
    reader    reads answers, calls `on_message` and, last of all and once, `on_exit`.
    writer    writes requests, so that a worker that does not read never makes a caller wait.
    stderr    keeps the last few kilobytes of what the worker complained about.
    watchdog  ends a worker that owes an answer and says nothing.
"""

from __future__ import annotations

import collections
import contextlib
import errno
import os
import signal
import subprocess
import sys
import sysconfig
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, Generic, Literal, TypeVar

import paddock
from paddock.errors import WireError
from paddock.process.endings import signal_of
from paddock.process.runtime import PARENT_VARIABLE
from paddock.process.wire import MAX_FRAME_BYTES, Receiver, frame_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    import msgspec

Ans = TypeVar("Ans")

_STDERR_TAIL_BYTES = 8192
_OVERSLEPT_S = 5.0
_GOODBYE_S = 1.0  # from closing its stdout to having ended

# What a worker needs of the window's environment: which graphics card to use, where its libraries and Windows lie.
# Nothing in it tells who the person is.
_CARDS = ("CUDA_VISIBLE_DEVICES", "GGML_VK_VISIBLE_DEVICES", "HIP_VISIBLE_DEVICES", "HSA_OVERRIDE_GFX_VERSION")
_PASSED_ON = (*_CARDS, "CUDA_PATH", "HIP_PATH", "SYSTEMROOT", "WINDIR")

ExitReason = Literal["ended", "signal", "hung", "protocol", "closed"]


@dataclass(frozen=True)
class WorkerCommand:
    """What is run; `env` is the whole environment it gets."""

    argv: tuple[str, ...]
    env: Mapping[str, str]

    def start(self, stderr: int | None = None) -> subprocess.Popen[bytes]:
        """Start it with two pipes, in no folder of the person's and out of reach of their terminal's Ctrl+C.

        It is told whose child it is, and ends with it. Raises OSError, ValueError.
        """
        return subprocess.Popen(  # noqa: S603 - our own program
            self.argv,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=stderr,
            env={**self.env, PARENT_VARIABLE: str(os.getpid())},
            cwd=Path(sys.executable).anchor,
            start_new_session=True,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )


@dataclass(frozen=True)
class WorkerExit:
    """How a worker came to its end.

    `reason`: "ended" by itself, with `returncode`; "signal": killed by a signal this program did not send, named in
    `signal_name`, or by what stands for one on Windows; "hung": silent too long, and ended; "protocol": it broke the
    protocol, and was ended; "closed": the window ended it. `stderr_tail` is at most 8 kB of its complaints, for a log
    or a bug report.
    """

    reason: ExitReason
    returncode: int
    signal_name: str = ""
    stderr_tail: str = field(default="", repr=False)


def worker_command(name: str) -> WorkerCommand:
    """Return how the worker `name` is started: this same program, in a minimal environment of its own."""
    env = {key: os.environ[key] for key in _PASSED_ON if key in os.environ}
    env |= {
        "LANG": "C.UTF-8",
        "PYTHONUTF8": "1",
        "PYTHONUNBUFFERED": "1",
        "PYTHONFAULTHANDLER": "1",  # a crash in C leaves the Python stack in the tail of stderr
        "PYTHONDONTWRITEBYTECODE": "1",
        "OMP_WAIT_POLICY": "passive",
        "OPENBLAS_NUM_THREADS": "1",
    }
    if getattr(sys, "frozen", False):
        return WorkerCommand((sys.executable, "--worker", name), env)
    source = Path(paddock.__file__).parent.parent
    if str(source) not in {sysconfig.get_path("purelib"), sysconfig.get_path("platlib")}:
        env["PYTHONPATH"] = str(source)
    return WorkerCommand((sys.executable, "-s", "-P", "-m", "paddock", "--worker", name), env)


class WorkerProcess(Generic[Ans]):
    """One worker, from start to end. Made by `start`; every method may be called from any thread."""

    def __init__(
        self,
        on_message: Callable[[Ans], None],
        on_exit: Callable[[WorkerExit], None],
        silence_timeout_s: float,
        max_unsent_bytes: int,
    ) -> None:
        self._on_message = on_message
        self._on_exit = on_exit
        self._silence_timeout_s = silence_timeout_s
        self._max_unsent_bytes = max_unsent_bytes
        self._state = threading.Condition()
        self._unsent: collections.deque[bytes] = collections.deque()
        self._unsent_bytes = 0
        self._writing = True
        self._reason: ExitReason | None = None
        self._answers_expected = False
        self._last_frame_s = 0.0
        self._reaped = False
        self._started = threading.Event()
        self._exited = threading.Event()
        self._start_error: OSError | None = None
        self._threads: list[threading.Thread] = []
        self._stderr_tail = b""
        self._process: subprocess.Popen[bytes]

    @classmethod
    def start(
        cls,
        command: WorkerCommand,
        answers: Any,
        on_message: Callable[[Ans], None],
        on_exit: Callable[[WorkerExit], None],
        *,
        max_frame_bytes: int = MAX_FRAME_BYTES,
        silence_timeout_s: float = 60.0,
        max_unsent_bytes: int = 2 * MAX_FRAME_BYTES,
    ) -> WorkerProcess[Ans]:
        """Start the process and return at once. Raises OSError when it cannot be started.

        `answers` is the union of structs it may send. Both callbacks run on the worker's reader thread, perhaps
        before this returns; `on_exit` is called exactly once, after the last message. They may call any method
        here except `join`.
        """
        worker = cls(on_message, on_exit, silence_timeout_s, max_unsent_bytes)
        worker._launch(command, answers, max_frame_bytes)
        return worker

    @property
    def pid(self) -> int:
        """The process's id; after its end, what it was."""
        return self._process.pid

    @property
    def alive(self) -> bool:
        """Whether the process has not ended yet."""
        return not self._exited.is_set()

    def send(self, message: msgspec.Struct) -> None:
        """Queue one message and return at once, in order, whether or not the worker reads.

        Raises BrokenPipeError when the worker is gone, is being ended, or has left `max_unsent_bytes` unread, and
        ValueError when the message is over the cap.
        """
        frame = frame_of(message)
        with self._state:
            if not self._writing:
                raise BrokenPipeError("the worker is gone")
            if self._unsent_bytes + len(frame) > self._max_unsent_bytes:
                raise BrokenPipeError("the worker does not read what it is sent")
            self._unsent.append(frame)
            self._unsent_bytes += len(frame)
            self._state.notify_all()

    def expect_answers(self, expected: bool) -> None:  # noqa: FBT001 - the contract's one switch
        """Say whether the worker owes an answer. While it does, silence of `silence_timeout_s` ends it as hung.

        Any frame counts as a sign of life. Saying True again starts the time anew.
        """
        with self._state:
            self._answers_expected = expected
            self._last_frame_s = time.monotonic()
            self._state.notify_all()

    def end(self, grace_s: float = 1.0) -> None:
        """End the process: close its stdin, terminate it, and after `grace_s` kill it. Returns when it is reaped.

        May be called often and from several threads. What was queued and not yet written is dropped.
        """
        self._end("closed", grace_s)

    def join(self, timeout_s: float) -> bool:
        """Wait until the process is gone and `on_exit` has returned; say whether that happened in time."""
        limit = time.monotonic() + timeout_s
        for thread in self._threads:
            thread.join(max(0.0, limit - time.monotonic()))
        return not any(thread.is_alive() for thread in self._threads)

    # ------------------------------------------------------------ the five threads

    def _launch(self, command: WorkerCommand, answers: Any, max_frame_bytes: int) -> None:
        parent = self._thread("parent", self._be_parent, command)
        self._threads.append(parent)
        _begin(parent)
        self._started.wait()
        if self._start_error is not None:
            parent.join()
            raise self._start_error
        process = self._process
        if process.stdin is None or process.stdout is None or process.stderr is None:
            raise AssertionError("started with three pipes")
        complaints = self._thread("stderr", self._keep_tail, process.stderr)
        receiver: Receiver[Ans] = Receiver(process.stdout, answers, max_frame_bytes)
        others = [
            complaints,
            self._thread("reader", self._read, receiver, process.stdout, complaints),
            self._thread("writer", self._write, process.stdin),
            self._thread("watchdog", self._watch),
        ]
        self._threads += others
        try:
            for thread in others:
                _begin(thread)
        except OSError:
            process.kill()
            for pipe in (process.stdin, process.stdout, process.stderr):
                pipe.close()
            raise

    @staticmethod
    def _thread(name: str, target: Callable[..., None], *args: Any) -> threading.Thread:
        return threading.Thread(target=target, args=args, name=f"worker-{name}", daemon=True)

    def _be_parent(self, command: WorkerCommand) -> None:
        try:
            self._process = command.start(stderr=subprocess.PIPE)
        except (OSError, ValueError) as error:
            self._start_error = OSError(f"{command.argv[0]!r} could not be started: {error}")
            return
        finally:
            self._started.set()
        if hasattr(os, "waitid"):
            # Waits without reaping: the process id cannot be given away while another thread may still signal it.
            os.waitid(os.P_PID, self._process.pid, os.WEXITED | os.WNOWAIT)
        else:
            self._process.wait()
        with self._state:
            self._signal_group(kill=True)  # whatever it started itself
            self._process.wait()
            self._reaped = True
            self._writing = False
            self._exited.set()
            self._state.notify_all()

    def _read(self, receiver: Receiver[Ans], stdout: IO[bytes], complaints: threading.Thread) -> None:
        reason: ExitReason = "closed"  # stands where our own callback fails, which is a bug and told as one
        try:
            reason = self._read_all(receiver)
        finally:
            if reason != "ended" or not self._exited.wait(_GOODBYE_S):
                self._end("protocol" if reason == "ended" else reason, _GOODBYE_S)
            stdout.close()
            complaints.join()
            self._on_exit(self._exit())

    def _read_all(self, receiver: Receiver[Ans]) -> ExitReason:
        while True:
            try:
                message = receiver.receive()
            except (WireError, OSError):
                return "protocol"
            if message is None:
                return "ended"
            with self._state:
                self._last_frame_s = time.monotonic()
            self._on_message(message)

    def _write(self, stdin: IO[bytes]) -> None:
        try:
            while True:
                with self._state:
                    while self._writing and not self._unsent:
                        self._state.wait()
                    if not self._writing:
                        return
                    frame = self._unsent.popleft()
                stdin.write(frame)
                stdin.flush()
                with self._state:
                    self._unsent_bytes -= len(frame)
        except OSError:
            pass
        finally:
            with self._state:
                self._writing = False
                self._unsent.clear()
            with contextlib.suppress(OSError):
                stdin.close()

    def _keep_tail(self, stderr: IO[bytes]) -> None:
        with stderr:
            while piece := os.read(stderr.fileno(), 65536):
                self._stderr_tail = (self._stderr_tail + piece)[-_STDERR_TAIL_BYTES:]

    def _watch(self) -> None:
        with self._state:
            while not self._reaped:
                if not self._answers_expected:
                    self._state.wait()
                    continue
                due_s = self._last_frame_s + self._silence_timeout_s
                now_s = time.monotonic()
                if now_s < due_s:
                    self._state.wait(due_s - now_s)
                    if time.monotonic() > due_s + _OVERSLEPT_S:
                        self._last_frame_s = time.monotonic()  # this computer slept, and the worker with it
                    continue
                break
            if self._reaped:
                return
        self._end("hung", 1.0)

    # ------------------------------------------------------------ the end

    def _end(self, reason: ExitReason, grace_s: float) -> None:
        with self._state:
            if self._reason is None and not self._reaped:
                self._reason = reason
            self._writing = False
            self._state.notify_all()
            self._signal_group(kill=False)
        if not self._exited.wait(grace_s):
            with self._state:
                self._signal_group(kill=True)
            self._exited.wait()

    def _signal_group(self, *, kill: bool) -> None:
        """Signal the worker and whatever it started; with `_state` held, so that its id is still its own."""
        if self._reaped:
            return
        if sys.platform == "win32":
            with contextlib.suppress(OSError):
                self._process.terminate()
            return
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(self._process.pid, signal.SIGKILL if kill else signal.SIGTERM)

    def _exit(self) -> WorkerExit:
        returncode = self._process.returncode
        with self._state:
            reason = self._reason
        signal_name = signal_of(returncode)
        if reason is None:
            reason = "signal" if signal_name or returncode < 0 else "ended"
        tail = self._stderr_tail.decode("utf-8", "replace")
        return WorkerExit(reason, returncode, signal_name, tail)


def _begin(thread: threading.Thread) -> None:
    """Start a thread. Raises OSError where there is no memory left for one, as for a process."""
    try:
        thread.start()
    except RuntimeError as error:
        raise OSError(errno.ENOMEM, os.strerror(errno.ENOMEM)) from error
