"""macOS: nothing is forbidden yet, and that is what it says."""

from __future__ import annotations

import resource
from typing import TYPE_CHECKING

from paddock.process.confine.terms import Mechanism

if TYPE_CHECKING:
    from paddock.process.confine.terms import Allowed

_NOTE = "Not enforced on this system: macOS is not asked to forbid anything yet."


def lock_worker(allowed: Allowed) -> Mechanism:
    """Limit memory where asked and turn core dumps off; nothing is refused."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if allowed.memory_bytes is not None:
        resource.setrlimit(resource.RLIMIT_AS, (allowed.memory_bytes, allowed.memory_bytes))
    return Mechanism("none", enforced=False, note=_NOTE)


def lock_for_program(allowed: Allowed) -> Mechanism:
    """Limit memory where asked and turn core dumps off; nothing is refused."""
    return lock_worker(allowed)


def lock_window() -> Mechanism:
    """Turn core dumps off; nothing is refused."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    return Mechanism("none", enforced=False, note=_NOTE)
