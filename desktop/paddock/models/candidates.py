"""What a person offers for import, looked at before anything is copied."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from paddock.errors import ModelFileError, UserError
from paddock.models.card import card_of, plain, title_from_name, title_of
from paddock.models.elsewhere import gguf_files
from paddock.models.modelfile import read_model, why_not_run
from paddock.models.naming import name_like

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from paddock.models.elsewhere import FoundModel
    from paddock.models.header import Header


@dataclass(frozen=True)
class Candidate:
    """A file that may be imported. `problem` is empty, or why not; `name` is what a link to it is called.

    `program` is whose it is, where another program keeps it.
    """

    path: Path
    title: str
    size_bytes: int
    quantization: str = ""
    header: Header | None = None
    problem: str = ""
    name: str = ""
    program: str = ""


def candidates(paths: Sequence[Path]) -> tuple[Candidate, ...]:
    """Return what lies in these files and folders, each model once. Raises UserError where there is none."""
    files: dict[Path, None] = {}
    for path in paths:
        for file in gguf_files(path) if path.is_dir() else (path,):
            files[file] = None
    if not files:
        where = ", ".join(str(path) for path in paths)
        raise UserError("There is nothing to import.", f"{where} holds no .gguf file.", "Choose another folder.")
    return _each_once(_look_at(file) for file in files)


def candidates_of(found: Sequence[FoundModel]) -> tuple[Candidate, ...]:
    """Return the models of other programs as candidates, under the names those give them."""
    looked = []
    for one in found:
        seen = _look_at(one.path)
        name = name_like(one.name)
        looked.append(
            Candidate(
                seen.path, one.name, seen.size_bytes, seen.quantization, seen.header, seen.problem, name, one.program
            )
        )
    return tuple(looked)


def _look_at(path: Path) -> Candidate:
    title = title_from_name(path.name) or plain(path.name)
    try:
        files, header = read_model(path)
    except ModelFileError as error:
        return Candidate(path, title, _size(path), problem=str(error))
    problem = why_not_run(header)
    card = card_of(header)
    return Candidate(
        files[0], title_of(header), header.file_bytes, card.quantization, header, str(problem) if problem else ""
    )


def _each_once(found: Iterable[Candidate]) -> tuple[Candidate, ...]:
    """Return each model once, where several of its parts were named."""
    return tuple({one.path: one for one in found}.values())


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0
