"""Commands that are loaded when they run: the window starts through the command line too, and needs none of them."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable

    from paddock.app import Paddock
    from paddock.cli.terminal import Terminal

    Command = Callable[[Paddock, argparse.Namespace, Terminal], int]


class Later:
    """Stands for a module of this room; each attribute is one of its commands."""

    def __init__(self, name: str) -> None:
        self._name = name

    def __getattr__(self, command: str) -> Command:
        """Return what loads the module and runs its command."""

        def run(paddock: Paddock, args: argparse.Namespace, terminal: Terminal) -> int:
            module = importlib.import_module(f"paddock.cli.{self._name}")
            code: int = getattr(module, command)(paddock, args, terminal)
            return code

        return run
