"""Windows: nothing is forbidden yet, and that is what it says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paddock.process.confine.terms import Mechanism

if TYPE_CHECKING:
    from paddock.process.confine.terms import Allowed

_NOTE = "Not enforced on this system: Windows is not asked to forbid anything yet."


def lock_worker(allowed: Allowed) -> Mechanism:
    """Refuse nothing, and say so; a memory limit cannot be set here either."""
    limit = "" if allowed.memory_bytes is None else " The memory limit is not enforced either."
    return Mechanism("none", enforced=False, note=_NOTE + limit)


def lock_for_program(allowed: Allowed) -> Mechanism:
    """Refuse nothing, and say so."""
    return lock_worker(allowed)


def lock_window() -> Mechanism:
    """Refuse nothing, and say so."""
    return Mechanism("none", enforced=False, note=_NOTE)
