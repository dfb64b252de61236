"""One model as it lies on the disk: its files, what they say of themselves, and why it cannot be run if it cannot."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from paddock.errors import ModelFileError
from paddock.models.card import plain, title_from_name, title_of
from paddock.models.modelfile import SPLIT_NAME, are_parts_of_one, kind_of, parts_of, read_model, why_not_run

if TYPE_CHECKING:
    from pathlib import Path

    from paddock.engine.stamp import Stamp
    from paddock.models.header import Header


@dataclass(frozen=True)
class InstalledModel:
    """One model. `problem` is empty, or why it cannot be run; `header` is None where it could not even be read.

    `name` is unique and stays the same: the file's name without its ending. `linked`: used where it lies, not ours.
    """

    name: str
    title: str
    files: tuple[Path, ...]
    size_bytes: int
    header: Header | None
    problem: str
    linked: bool

    @property
    def path(self) -> Path:
        """Return the file, or the first part of a split model."""
        return self.files[0]

    @property
    def stamps(self) -> tuple[Stamp, ...]:
        """Return which files these are: those whose headers were read, and no others that get their names."""
        return self.header.stamps if self.header else ()

    @property
    def usable(self) -> bool:
        """Return whether llama.cpp may be given it."""
        return not self.problem

    @property
    def embeds(self) -> bool:
        """Return whether it turns text into vectors."""
        return self.usable and self.header is not None and kind_of(self.header) == "embedding"

    @property
    def writes(self) -> bool:
        """Return whether it can answer or continue text, as embedding and ranking models cannot."""
        return self.usable and self.header is not None and kind_of(self.header) in {"chat", "base"}


def model_at(path: Path, name: str, *, linked: bool) -> InstalledModel:
    """Read the model of a file, all its parts. Raises ModelFileError where it cannot be read as one."""
    files, header = read_model(path)
    problem = why_not_run(header)
    title = (title_from_name(name) if linked else "") or title_of(header)  # a linked file keeps its own name
    return InstalledModel(name, title, files, header.file_bytes, header, str(problem or ""), linked)


def whatever_is_at(path: Path, name: str, *, linked: bool) -> InstalledModel:
    """Read the model of a file; what cannot be read as one comes back with its problem."""
    try:
        return model_at(path, name, linked=linked)
    except ModelFileError as error:
        title = (title_from_name(name) if linked else "") or title_from_name(path.name) or plain(path.name)
        files = _present_parts(path)
        return InstalledModel(name, title, files, _size(files), None, str(error), linked)


def _present_parts(path: Path) -> tuple[Path, ...]:
    try:
        return parts_of(path)
    except ModelFileError:
        if SPLIT_NAME.fullmatch(path.name) is None:
            return (path,)
    try:
        return tuple(sorted(file for file in path.parent.iterdir() if are_parts_of_one(file, path))) or (path,)
    except OSError:  # the folder is gone, or may not be looked into
        return (path,)


def _size(files: tuple[Path, ...]) -> int:
    total = 0
    for file in files:
        with contextlib.suppress(OSError):  # a missing file takes no room
            total += file.stat().st_size
    return total
