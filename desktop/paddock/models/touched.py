"""A model file that was touched after it was checked is checked anew by itself, and run if it holds what it held."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from paddock.errors import ModelTouched

if TYPE_CHECKING:
    from paddock.models.installed_model import InstalledModel
    from paddock.models.placing import Stop

T = TypeVar("T")
Tell = Callable[[int, int], None]  # bytes of bytes
SameAgain = Callable[["InstalledModel", ModelTouched, Tell | None, "Stop | None"], "InstalledModel"]


def run(
    model: InstalledModel,
    load: Callable[[InstalledModel], T],
    same_again: SameAgain,
    on_progress: Tell | None = None,
    cancel: Stop | None = None,
) -> T:
    """Return what `load` does, which permits a model and has it loaded; once more where it was only touched meanwhile.

    `same_again` (`models.verifying.Verifier`) hashes it before; `on_progress` hears bytes of bytes meanwhile. Raises
    what both raise: ModelTouched where it is touched again and again.
    """
    try:
        return load(model)
    except ModelTouched as touched:
        return load(same_again(model, touched, on_progress, cancel))


def never(_model: InstalledModel, touched: ModelTouched, _tell: Tell | None, _cancel: Stop | None) -> InstalledModel:
    """Take no touched model for the same."""
    raise touched
