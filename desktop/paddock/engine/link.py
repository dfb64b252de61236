"""One engine process and the talk with it: a request goes over, events come back, and one last message."""

from __future__ import annotations

import contextlib
import math
import queue
import time
from typing import TYPE_CHECKING, Any, Final, TypeVar

from paddock.engine.diagnosis import failure_of
from paddock.engine.protocol import Answer, Cancel, Delta, Failed, Loading, PromptProgress, Scores, Vectors
from paddock.errors import (
    Cancelled,
    ContextOverflow,
    EngineFailed,
    ModelFileError,
    ModelTouched,
    OutOfMemory,
    UserError,
)
from paddock.process.supervisor import WorkerExit, WorkerProcess

if TYPE_CHECKING:
    from collections.abc import Callable

    from paddock.engine.cancelling import CancelToken
    from paddock.engine.protocol import Count, Embed, Generate, Load, LoadEmbedder, ProbeWalls, Rank, Warm
    from paddock.process.supervisor import WorkerCommand

MAX_ANSWER_BYTES = 64 << 20
# Told to stop, an engine does within a tenth of a second; one that has not after this long never will.
STOPS_WITHIN_S: Final = 10.0

Last = TypeVar("Last")


class _Look:
    """Wakes the listener, so that it looks at its patience."""


class EngineLink:
    """Starts one engine process and talks with it, one request at a time, until it is ended or dies."""

    def __init__(
        self, command: WorkerCommand, silence_timeout_s: float, *, stops_within_s: float = STOPS_WITHIN_S
    ) -> None:
        """Start it. Raises EngineFailed where the system will not."""
        self._silence_timeout_s = silence_timeout_s
        self._stops_within_s = stops_within_s
        self._patience = (0, math.inf)
        self.on_card = False  # whether a graphics card takes part, as the process last said
        self._answers: queue.SimpleQueue[Answer | WorkerExit | _Look | None] = queue.SimpleQueue()
        try:
            self._process: WorkerProcess[Answer] = WorkerProcess.start(
                command,
                Answer,
                self._answers.put,
                self._answers.put,
                max_frame_bytes=MAX_ANSWER_BYTES,
                silence_timeout_s=silence_timeout_s,
            )
        except OSError as error:
            raise EngineFailed(
                "The engine could not be started.", f"{error.strerror or error}.", "Close other programs and try again."
            ) from error

    @property
    def alive(self) -> bool:
        """Return whether the process lives."""
        return self._process.alive

    @property
    def pid(self) -> int:
        """Return the process's id."""
        return self._process.pid

    def end(self) -> None:
        """End the process; a talk going on elsewhere ends with EngineDied."""
        self._process.end()

    def load(
        self, message: Load | LoadEmbedder, last: type[Last], on_progress: Callable[[float], None], cancel: CancelToken
    ) -> Last:
        """Have the model loaded. Raises what can go wrong, or Cancelled at once; end the process then."""

        def pass_on(event: object) -> None:
            if isinstance(event, Loading):
                self.on_card = event.on_card
                on_progress(event.fraction)

        with self._answers_expected(), cancel.heard_by(lambda: self._answers.put(None)):
            self._send(message)
            return self._listen(last, pass_on, loading=True)

    def ask(
        self,
        message: Generate | Warm | Count | Embed | Rank | ProbeWalls,
        last: type[Last],
        on_event: Callable[[Any], None],
        cancel: CancelToken,
    ) -> Last:
        """Send a request and pass its events on until the `last` message of its answer comes, which is returned.

        Raises what failed. What `on_event` raises stops the request and is passed on when the engine has stopped. An
        engine that was told to stop and goes on all the same is ended, and Cancelled raised.
        """
        number = message.id

        def stop() -> None:
            self._send(Cancel(number))
            self._patience = (number, time.monotonic() + self._stops_within_s)
            self._answers.put(_Look())

        def pass_on(event: object) -> None:
            if not isinstance(event, PromptProgress | Delta | Vectors | Scores) or event.id != number:
                return
            try:
                on_event(event)
            except BaseException:
                stop()
                with contextlib.suppress(UserError):
                    self._listen(last, lambda _: None, number=number)
                raise

        with self._answers_expected(), cancel.heard_by(stop):
            self._send(message)
            return self._listen(last, pass_on, number=number)

    def _listen(
        self, last: type[Last], pass_on: Callable[[object], None], *, number: int = 0, loading: bool = False
    ) -> Last:
        while True:
            answer = self._next(number)
            if answer is None:
                raise Cancelled("Stopped.")
            if isinstance(answer, WorkerExit):
                raise failure_of(answer, loading=loading, silence_timeout_s=self._silence_timeout_s)
            if isinstance(answer, Failed) and answer.id == number:
                raise _error_of(answer)
            if isinstance(answer, last) and getattr(answer, "id", number) == number:
                return answer
            pass_on(answer)

    def _next(self, number: int) -> Answer | WorkerExit | _Look | None:
        """Wait for what comes next; where an engine that was told to stop goes on, end it and return None."""
        stopped, limit_s = self._patience
        if stopped != number or not number:
            return self._answers.get()
        with contextlib.suppress(queue.Empty):
            if (left_s := limit_s - time.monotonic()) > 0:
                return self._answers.get(timeout=left_s)
        self._process.end()
        return None

    @contextlib.contextmanager
    def _answers_expected(self) -> Any:
        self._process.expect_answers(True)
        try:
            yield
        finally:
            self._process.expect_answers(False)

    def _send(self, message: Any) -> None:
        # A process that is gone has its end in the queue of answers already, with the cause.
        with contextlib.suppress(BrokenPipeError):
            self._process.send(message)


def _error_of(failure: Failed) -> UserError:
    words = (failure.what, failure.why, failure.next_step)
    if failure.kind == "model_touched":
        return ModelTouched(*words)
    if failure.kind in {"model_file", "unknown_architecture"}:
        return ModelFileError(*words)
    if failure.kind == "out_of_memory":
        return OutOfMemory(*words)
    if failure.kind == "overflow":
        return ContextOverflow(failure.needed, failure.holds, None)
    return EngineFailed(*words)
