"""`paddock models import` and `find`: bringing models in from files, folders and other programs."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from paddock.cli.model_facts import facts_of
from paddock.errors import Cancelled, ModelFileError, UsageError, UserError
from paddock.models.candidates import candidates_of
from paddock.models.card import size_in_words
from paddock.models.elsewhere import found_elsewhere, gguf_files
from paddock.models.modelfile import parts_of

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator
    from pathlib import Path

    from paddock.app import Paddock
    from paddock.cli.terminal import Terminal
    from paddock.models.installed_model import InstalledModel


def import_model(paddock: Paddock, args: argparse.Namespace, terminal: Terminal) -> int:
    """Copy models into the models folder, move them with --move, or link them with --link; of a folder, all in it.

    Each has its own outcome; 1 where one could not be imported. Raises UsageError, Cancelled.
    """
    if args.again is not None and (len(args.paths) > 1 or _is_folder(args.paths[0])):
        raise UsageError("One file takes the place of a damaged model, not several.", "", "Name the file.")
    before = {model.name for model in paddock.models.list()}
    outcomes: list[dict[str, object]] = []
    try:
        for file, problem in _offered(args.paths):
            outcomes.append(_outcome(paddock, args, file, problem, before, terminal))
    except (Cancelled, KeyboardInterrupt):
        if args.json:
            terminal.json(outcomes)
        raise
    if args.json:
        terminal.json(outcomes)
    return 1 if any("name" not in one for one in outcomes) else 0


def find_models(paddock: Paddock, args: argparse.Namespace, terminal: Terminal) -> int:
    """Print the models other programs keep here; with --link, use them where they lie.

    1 where one could not be used. Raises UserError.
    """
    found = found_elsewhere()
    rows, told = [], []
    for one, seen in zip(found, candidates_of(found), strict=True):
        name, problem = "", seen.problem
        if args.link and not problem:
            try:
                name = paddock.models.import_link(one.path, seen.name).name
            except UserError as error:
                problem = str(error)
        outcome = name or (problem if args.link else "") or str(one.path)
        rows.append((one.program, one.name, size_in_words(one.size_bytes), outcome))
        facts = {"program": one.program, "name": one.name, "file": str(one.path), "size_bytes": one.size_bytes}
        told.append({**facts, "linked_as": name or None, "problem": problem} if args.link else facts)
    if args.json:
        terminal.json(told)
    elif not found:
        terminal.note("No models of Ollama, LM Studio, Jan or GPT4All were found.")
    else:
        terminal.table(rows)
    return 1 if any(one.get("problem") for one in told) else 0


def _offered(paths: list[Path]) -> Iterator[tuple[Path, UserError | None]]:
    """Yield each model's first file once, though its parts or its folder were named too, or why there is none."""
    seen: set[Path] = set()
    for path in paths:
        files = gguf_files(path) if _is_folder(path) else (path,)
        if not files:
            yield path, _nothing_in(path)
        for file in files:
            try:
                first = parts_of(file)[0].absolute()
            except (ModelFileError, OSError):  # its import says why
                first = file.absolute()
            if first not in seen:
                seen.add(first)
                yield file, None


def _is_folder(path: Path) -> bool:
    return os.path.isdir(path)  # noqa: PTH112 - False, too, of what may not be looked at: its import says why


def _nothing_in(folder: Path) -> UserError:
    try:
        next(folder.iterdir(), None)
    except OSError as error:
        return UserError(f"“{folder}” cannot be read.", f"{error.strerror}.", "Check the drive and its permissions.")
    return UserError("There is nothing to import.", f"{folder} holds no .gguf file.", "Choose another folder.")


def _outcome(
    paddock: Paddock,
    args: argparse.Namespace,
    file: Path,
    problem: UserError | None,
    before: set[str],
    terminal: Terminal,
) -> dict[str, object]:
    """Import one file and tell what became of it. Raises Cancelled."""
    try:
        if problem is not None:
            raise problem
        model = _bring(paddock, args, file, terminal)
    except UserError as error:
        if isinstance(error, Cancelled):
            raise
        terminal.note(str(error))
        return {"file": str(file), "problem": str(error)}
    if not args.json:
        _tell(model, before if args.again is None else set(), terminal)
    return {"file": str(file), **facts_of(paddock, model)}


def _bring(paddock: Paddock, args: argparse.Namespace, file: Path, terminal: Terminal) -> InstalledModel:
    def show(done: int, total: int) -> None:
        terminal.progress(f"Copying {file.name} … {done / max(total, 1):.0%}")

    if args.again is not None:
        return paddock.import_again(args.again, file, show)
    if args.link:
        return paddock.models.import_link(file)
    return paddock.models.import_move(file, show) if args.move else paddock.models.import_copy(file, show)


def _tell(model: InstalledModel, before: set[str], terminal: Terminal) -> None:
    terminal.line(model.name)
    if model.name in before:
        terminal.note("This model was already there.")
    if model.problem:
        terminal.note(model.problem)
