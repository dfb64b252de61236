"""Asking for a licence before a model's first use, and noting who agreed."""

from __future__ import annotations

import getpass
from typing import TYPE_CHECKING

from paddock.cli.asking import says_yes, somebody_is_there
from paddock.errors import ModelNotAllowed

if TYPE_CHECKING:
    from paddock.app import Paddock
    from paddock.cli.terminal import Terminal
    from paddock.models.gate import Acceptance
    from paddock.models.installed_model import InstalledModel
    from paddock.models.licences import Licence


def agreed(paddock: Paddock, model: InstalledModel, terminal: Terminal) -> None:
    """Return where the model's licence needs no agreeing to, or is agreed to now. Raises ModelNotAllowed, UserError."""
    licence = paddock.gate.to_accept(model)
    if licence is None:
        return
    refusal = ModelNotAllowed(
        f"“{model.title}” is under the {licence.name}, which has not been agreed to here.",
        "",
        f"Read it and agree: paddock models accept {model.name}.",
    )
    if not asks_person(terminal, licence):
        raise refusal
    accept(paddock, licence)


def asks_person(terminal: Terminal, licence: Licence) -> bool:
    """Show the licence and return whether the person agrees; False where nobody can be asked."""
    return somebody_is_there() and says_yes(f"{licence.shown}\nDo you agree?", terminal)


def accept(paddock: Paddock, licence: Licence) -> Acceptance:
    """Note that this user agreed. Raises UserError."""
    try:
        who = getpass.getuser()
    except (OSError, KeyError):  # a process without a user's name, as in a container
        who = "unknown"
    return paddock.gate.accept(licence, who)
