"""Runs pip in a process of its own that cannot outlive the fetcher: `python -m paddock.fetcher.pip_child ARGS…`."""

from __future__ import annotations

import ipaddress
import os
import runpy
import sys
import threading
from typing import Any, Final

from paddock.process.runtime import WINDOW_GONE, die_with_parent, forbid_peeking

AWAY_VARIABLE: Final = "PADDOCK_PIP_AWAY"  # set where nothing that pip is set up with lies on this computer


def main() -> None:
    """Tie this process's life to the fetcher's, then become pip."""
    die_with_parent()
    forbid_peeking()
    if AWAY_VARIABLE in os.environ:
        sys.addaudithook(refuse_home)
    threading.Thread(target=_end_with_the_fetcher, name="fetcher", daemon=True).start()
    runpy.run_module("pip", run_name="__main__", alter_sys=True)


def refuse_home(event: str, arguments: tuple[Any, ...]) -> None:
    """Refuse connections to this computer's own services: an index elsewhere may link to them. An audit hook."""
    if event != "socket.connect" or not isinstance(arguments[1], tuple):
        return
    try:
        found = ipaddress.ip_address(str(arguments[1][0]).partition("%")[0])
    except ValueError:  # a name: it is looked up, and what is found comes by here too, as pip connects to numbers
        return
    mapped = getattr(found, "ipv4_mapped", None) or found
    if mapped.is_loopback or mapped.is_unspecified:
        raise OSError("This computer's own services are not asked for an index elsewhere.")


def _end_with_the_fetcher() -> None:
    """Wait for the end of stdin, which the fetcher holds open while it lives: for systems without a death signal."""
    while os.read(0, 1):
        pass
    os._exit(WINDOW_GONE)


if __name__ == "__main__":
    main()
