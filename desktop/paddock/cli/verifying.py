"""`paddock models verify` and `accept`: is a file still what it was, and is its licence agreed to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paddock.cli.agreeing import accept, asks_person
from paddock.cli.asking import somebody_is_there
from paddock.errors import ModelFileError, UsageError, UserError

if TYPE_CHECKING:
    import argparse

    from paddock.app import Paddock
    from paddock.cli.terminal import Terminal
    from paddock.models.installed_model import InstalledModel


def verify(paddock: Paddock, args: argparse.Namespace, terminal: Terminal) -> int:
    """Hash one model's files, or all, and hold them against what was first seen; 1 where one has changed.

    Raises ModelMissing, UsageError, UserError.
    """
    if args.accept and args.name is None:
        raise UsageError("Which changed file is right has to be said: paddock models verify NAME --accept.")
    models = [paddock.models.resolve(args.name)] if args.name else list(paddock.models.list())
    found = []
    for model in models:
        problem = _problem(paddock, model, terminal, accepting=args.accept)
        found.append({"name": model.name, "good": not problem, "problem": problem})
    if args.json:
        terminal.json(found)
    else:
        terminal.table([(str(one["name"]), str(one["problem"] or "as it was")) for one in found])
    return 0 if all(one["good"] for one in found) else 1


def accept_licence(paddock: Paddock, args: argparse.Namespace, terminal: Terminal) -> int:
    """Show a model's licence and note who agrees to it; 1 where the person does not.

    Raises ModelMissing, UsageError, UserError.
    """
    model = paddock.models.resolve(args.name)
    licence = paddock.gate.licence(model)
    if not licence.known:
        raise UserError(f"The licence of “{model.name}” is unknown.", licence.name, "Ask whoever gave you the file.")
    before = paddock.gate.acceptance(licence)
    asked = before is None and not args.yes
    if asked:
        if not somebody_is_there():
            raise UsageError("Nothing was agreed to; where nobody can be asked, --yes agrees.")
        if not asks_person(terminal, licence):
            terminal.note("Nothing was agreed to.")
            return 1
    noted = before or accept(paddock, licence)
    facts = {"licence": licence.id, "who": noted.who, "when": noted.when, "shown_sha256": noted.shown_sha256}
    if args.json:
        terminal.json({**facts, "shown": licence.shown})
    else:
        if not asked:  # who was asked has just read it
            terminal.line(licence.shown)
        terminal.note(f"Agreed to by {noted.who}.")
    return 0


def _problem(paddock: Paddock, model: InstalledModel, terminal: Terminal, *, accepting: bool) -> str:
    def show(done: int, total: int) -> None:
        terminal.progress(f"Checking {model.title} … {done / max(total, 1):.0%}")

    if model.problem:
        return f"{model.problem} {_again(paddock, model)}".strip() if model.header is None else model.problem
    try:
        paddock.verifier.verify(model, show, accept=accepting)
    except UserError as error:
        return f"{error} {_again(paddock, model)}".strip() if isinstance(error, ModelFileError) else str(error)
    return ""


def _again(paddock: Paddock, model: InstalledModel) -> str:
    """Return how a damaged model is made good in one step."""
    if paddock.fetchable_again(model) is not None:
        return f"Fetch it again: paddock models add --again {model.name}"
    return "" if model.linked else f"Import it again: paddock models import FILE --again {model.name}"
