"""What a locked process may still do, and what came of locking it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True)
class Allowed:
    """What a worker keeps after `lock_worker`; everything else is refused.

    `read_files` and `read_folders` (with all below) may be read. `devices` are device files, or folders of them,
    that may be read, written and sent ioctls (a graphics card). Paths that do not exist are passed over.
    `memory_bytes` caps the address space. `work_folder` may be written, with all below: only `lock_for_program`
    heeds it.
    """

    read_files: tuple[Path, ...] = ()
    read_folders: tuple[Path, ...] = ()
    devices: tuple[Path, ...] = ()
    memory_bytes: int | None = None
    work_folder: Path | None = None


@dataclass(frozen=True)
class Mechanism:
    """By what a process was locked; `enforced` only where all of it holds, else `note` says what does not."""

    name: str
    enforced: bool
    note: str


@dataclass(frozen=True)
class ProbeResult:
    """One door that was tried. `name` is stable; `held` whether the operating system refused; `detail` its answer."""

    name: str
    held: bool
    detail: str
