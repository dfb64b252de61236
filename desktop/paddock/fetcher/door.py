"""The window's end of the doorkeeper: started before the window gives up the network, then only spoken to."""

from __future__ import annotations

import contextlib
import os
import subprocess
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from paddock.errors import WireError
from paddock.fetcher.environment import Places, fetching_command
from paddock.fetcher.ledger import LEDGER_NAME
from paddock.fetcher.protocol import MAX_FRAME_BYTES, Answer
from paddock.process.wire import Receiver, Sender

if TYPE_CHECKING:
    from paddock.fetcher.protocol import Request
    from paddock.home import Home
    from paddock.process.supervisor import WorkerCommand
    from paddock.settings import Settings

_GRACE_S: Final = 2.0


def doorkeeper_command(home: Home, settings: Settings) -> WorkerCommand:
    """Return how the doorkeeper of this home is started."""
    own = [Path(settings.catalog_folder)] if settings.catalog_folder else []
    places = Places(
        home.models,
        home.data / LEDGER_NAME,
        (home.config / "catalog", *own),
        not settings.catalog_replaces,
        settings.mirror,
    )
    environ = dict(os.environ)
    if settings.certificates:  # what the policy or the person says goes before what the environment says
        environ["SSL_CERT_FILE"] = settings.certificates
    return fetching_command("doorkeeper", environ, places)


class Door:
    """One doorkeeper. Started on the thread that lives as long as the program, for the kernel ties its life to that.

    `WorkerProcess` is not used here: its threads would stand before the window's walls do.
    """

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        if process.stdin is None or process.stdout is None:
            raise AssertionError("started with two pipes")
        self._process = process
        self._requests, self._answers = process.stdin, process.stdout
        self._sender = Sender(self._requests, MAX_FRAME_BYTES)
        self._receiver: Receiver[Answer] = Receiver(self._answers, Answer, MAX_FRAME_BYTES)
        self._ending = threading.Lock()

    @classmethod
    def open(cls, command: WorkerCommand) -> Door:
        """Start the doorkeeper and return at once, without waiting for it to be ready. Raises OSError."""
        return cls(command.start())

    @property
    def pid(self) -> int:
        """Return the doorkeeper's process id."""
        return self._process.pid

    @property
    def alive(self) -> bool:
        """Return whether the doorkeeper lives."""
        return self._process.poll() is None

    def ask(self, request: Request) -> None:
        """Send one request. Raises OSError or ValueError where nobody is there any more."""
        self._sender.send(request)

    def hear(self) -> Any:
        """Wait for the next answer; None when the doorkeeper is gone. Raises WireError."""
        try:
            return self._receiver.receive()
        except ValueError as error:  # closed by another thread
            raise WireError("The door was closed.", str(error)) from error

    def kill(self) -> None:
        """End a doorkeeper that does not answer; whoever hears it, hears its end."""
        self._process.kill()

    def close(self) -> None:
        """End the doorkeeper, and with it whatever it started. May be called often; waits two seconds at most."""
        with self._ending:
            with contextlib.suppress(OSError):
                self._requests.close()
            try:
                self._process.wait(_GRACE_S)
            except subprocess.TimeoutExpired:
                self._process.kill()
                self._process.wait()
            self._answers.close()
