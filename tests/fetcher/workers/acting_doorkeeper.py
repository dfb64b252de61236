"""The real doorkeeper, whose fetchers only act."""

from __future__ import annotations

import os
import sys

from paddock.fetcher import doorkeeper
from paddock.process.supervisor import WorkerCommand

ARGV = (sys.executable, "-s", "-P", "-m", "tests.fetcher.workers.acting_fetcher")

if __name__ == "__main__":
    sys.exit(doorkeeper.main(WorkerCommand(ARGV, dict(os.environ))))
