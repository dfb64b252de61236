"""One of the processes with network rights, told nothing; at its end it says whether others may look into it."""

from __future__ import annotations

import ctypes
import os
import sys

from paddock.fetcher import doorkeeper, pip_child, worker
from paddock.models.sources import shelf_in
from paddock.process.supervisor import WorkerCommand

PR_GET_DUMPABLE = 3

if __name__ == "__main__":
    match sys.argv.pop(1):
        case "doorkeeper":
            doorkeeper.main(WorkerCommand((sys.executable,), dict(os.environ)))
        case "fetcher":
            worker.main(shelf_in)
        case "pip":
            try:
                pip_child.main()
            except SystemExit:
                sys.stderr.write("pip ran\n")
    sys.stderr.write(f"dumpable: {ctypes.CDLL(None).prctl(PR_GET_DUMPABLE, 0, 0, 0, 0)}\n")
    sys.stderr.flush()
