"""Runs pip in a process of its own that cannot outlive the fetcher: `python -m paddock.fetcher.pip_child ARGS…`."""

from __future__ import annotations

import os
import runpy
import threading

from paddock.process.runtime import WINDOW_GONE, die_with_parent, forbid_peeking


def main() -> None:
    """Tie this process's life to the fetcher's, then become pip."""
    die_with_parent()
    forbid_peeking()
    threading.Thread(target=_end_with_the_fetcher, name="fetcher", daemon=True).start()
    runpy.run_module("pip", run_name="__main__", alter_sys=True)


def _end_with_the_fetcher() -> None:
    """Wait for the end of stdin, which the fetcher holds open while it lives: for systems without a death signal."""
    while os.read(0, 1):
        pass
    os._exit(WINDOW_GONE)


if __name__ == "__main__":
    main()
