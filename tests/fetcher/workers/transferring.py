"""A process that fetches one file and says how far it is, a line each time; `fsize=N` bounds what it may write."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

import msgspec

from paddock.errors import UserError
from paddock.fetcher.https import Network
from paddock.fetcher.transfer import Download, Progress, transfer


def main() -> int:
    """Fetch what the command line says: URL, target, SHA-256, and how many bytes a file may have."""
    url, target, sha256, largest = sys.argv[1:]
    if int(largest):
        import resource

        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (int(largest), int(largest)))

    def say(line: str) -> None:
        sys.stdout.write(f"{line}\n")
        sys.stdout.flush()

    def tell(progress: Progress) -> None:
        say(f"{progress.done} {progress.stage}")

    try:
        arrived = transfer(Download((url,), Path(target), sha256), Network.of(os.environ), tell)
    except UserError as error:
        say(msgspec.json.encode([error.what, error.why, error.next_step]).decode())
        return 1
    say(arrived.sha256)
    return 0


if __name__ == "__main__":
    sys.exit(main())
