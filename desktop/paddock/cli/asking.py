"""Asking whoever sits at the terminal, where somebody does."""

from __future__ import annotations

import getpass
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from paddock.cli.terminal import Terminal


def somebody_is_there() -> bool:
    """Return whether somebody can be asked."""
    return sys.stdin is not None and sys.stdin.isatty()


def says_yes(question: str, terminal: Terminal) -> bool:
    """Put a question to them and return whether they say yes; an empty answer is no."""
    terminal.ask(f"{question} [y/N] ")
    typed = sys.stdin.readline()
    if not typed.endswith("\n"):  # the input ended, and the line was not
        terminal.ask("\n")
    return typed.strip().casefold() in {"y", "yes"}


def typed_unseen(prompt: str) -> str | None:
    """Return what is typed, without its being seen; None where the input ends."""
    try:
        return getpass.getpass(prompt)
    except EOFError:
        sys.stderr.write("\n")
        return None
