"""The one door: a window by default, `paddock COMMAND` for the terminal, `--worker NAME` for our own processes."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from paddock.home import Home

WORKERS = ("engine",)


def main() -> int:
    """Decide which of the three this process is, import only that, and return its exit code."""
    argv = sys.argv[1:]
    if argv[:1] == ["--worker"]:
        return _run_worker(argv[1:])
    # The walls come first: nothing is imported, opened or asked before this process has given up the network.
    from paddock.process.confine import lock_window  # noqa: PLC0415 - a worker must not pay for the window's imports

    lock_window()
    from paddock.cli import main as command_line  # noqa: PLC0415

    return command_line(argv, open_window=_open_window)


def _open_window(home: Home, passphrase_file: Path | None) -> int:
    from paddock.app import Paddock  # noqa: PLC0415 - Qt and what hangs on it are for the window alone
    from paddock.ui.application import run_window  # noqa: PLC0415

    return run_window(Paddock(home), passphrase_file)


def _run_worker(argv: list[str]) -> int:
    if len(argv) != 1 or argv[0] not in WORKERS:
        sys.stderr.write("paddock: --worker is for Paddock's own use\n")
        return 2
    from paddock.engine import worker  # noqa: PLC0415 - the window's process never imports a worker's side

    return worker.main()


if __name__ == "__main__":
    sys.exit(main())
