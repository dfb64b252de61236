"""The command line: the same services as the window's, without Qt."""

from __future__ import annotations

from paddock.cli.command import main

__all__ = ["main"]
