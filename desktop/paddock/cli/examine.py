"""`paddock doctor`: looks at this machine and says what to put right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paddock.doctor.as_text import as_text
from paddock.doctor.examining import Parts, examine

if TYPE_CHECKING:
    import argparse

    from paddock.app import Paddock
    from paddock.cli.terminal import Terminal


def doctor(paddock: Paddock, args: argparse.Namespace, terminal: Terminal) -> int:
    """Print the report. What is wrong stands in it; looking itself succeeded, so the exit code is 0."""
    parts = Parts(
        paddock.home,
        paddock.settings,
        paddock.models,
        paddock.custody,
        paddock.engine,
        paddock.reader,
        paddock.gate.check_use,
    )
    report = examine(parts, lambda what: terminal.progress(f"Looking at {what} …"))
    if args.json:
        terminal.json(report.as_json())
    else:
        terminal.line(as_text(report))
    return 0
