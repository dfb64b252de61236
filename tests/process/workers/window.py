"""A window of sorts: starts one echo worker, says its process id, and waits to be killed."""

from __future__ import annotations

import queue
import sys
import threading

from paddock.process.supervisor import WorkerExit, WorkerProcess
from tests.process.harness import echo_command
from tests.process.messages import Answer, Did, Do

heard: queue.SimpleQueue[Did | WorkerExit] = queue.SimpleQueue()
worker: WorkerProcess[Did] = WorkerProcess.start(echo_command(), Answer, heard.put, heard.put)
worker.send(Do(1, "say", "ready"))
if not isinstance(heard.get(timeout=30), Did):
    sys.exit("the worker did not come up")
worker.send(Do(2, sys.argv[1]))
sys.stdout.write(f"{worker.pid}\n")
sys.stdout.flush()
threading.Event().wait()
