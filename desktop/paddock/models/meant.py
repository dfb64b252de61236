"""Which model a person means: by its name, by what comes near it, by a file's path, or by there being only one."""

from __future__ import annotations

import difflib
import os
from pathlib import Path
from typing import TYPE_CHECKING, Final

from paddock.errors import ModelMissing
from paddock.models.card import plain, size_in_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from paddock.models.installed_model import InstalledModel

NAMED: Final = 5  # at most so many models are named in one sentence
_IMPORT_ONE: Final = "Import one: paddock models import FILE.gguf."


def model_meant(asked: str, models: Sequence[InstalledModel]) -> InstalledModel | None:
    """Return the model of that name, else the only one whose name or title is the same but for capitals."""
    for same in (lambda model: model.name == asked, lambda model: _alike(model, asked)):
        matches = [model for model in models if same(model)]
        if len(matches) == 1:
            return matches[0]
    return None


def path_meant(asked: str) -> Path | None:
    """Return the absolute path that is meant, or None where it is no path and no file is there."""
    path = _path(asked)
    return path if path is not None and (_looks_like_path(asked) or _is_file(path)) else None


def exactly_named(name: str, models: Sequence[InstalledModel]) -> InstalledModel:
    """Return the model of that very name. Raises ModelMissing."""
    model = next((one for one in models if one.name == name), None)
    if model is None:
        raise not_known(name, models)
    return model


def only_writer(models: Sequence[InstalledModel]) -> InstalledModel:
    """Return the only usable model that writes. Raises ModelMissing."""
    usable = [model for model in models if model.writes]
    if len(usable) == 1:
        return usable[0]
    if usable:
        names = ", ".join(f"“{model.name}”" for model in usable[:NAMED])
        raise ModelMissing(f"{len(usable)} models are installed.", "", f"Name the one you want: {names}.")
    if models:
        raise ModelMissing("None of the installed models can answer.", models[0].problem, "Import another one.")
    raise ModelMissing("No model is installed yet.", "", _IMPORT_ONE)


def is_folder(asked: str) -> bool:
    """Return whether a folder lies there."""
    path = _path(asked)
    return path is not None and os.path.isdir(path)  # noqa: PTH112 - False of what cannot be a path


def not_known(asked: str, models: Sequence[InstalledModel]) -> ModelMissing:
    """Return the error that says why a name was not found, and what to do."""
    what = f"No model is called “{plain(asked)}”."
    if is_folder(asked):
        return ModelMissing(what, "It is a folder.", "Name the .gguf file inside it, or an installed model.")
    if not models:
        return ModelMissing(what, "No model is installed yet.", _IMPORT_ONE)
    close = difflib.get_close_matches(asked, [model.name for model in models], n=1, cutoff=0.4)
    names = ", ".join(f"“{model.name}” ({size_in_words(model.size_bytes)})" for model in models[:NAMED])
    return ModelMissing(what, f"Did you mean “{close[0]}”?" if close else "", f"Installed: {names}.")


def _alike(model: InstalledModel, asked: str) -> bool:
    return asked.casefold() in {model.name.casefold(), model.title.casefold(), f"{model.name}.gguf".casefold()}


def _path(text: str) -> Path | None:
    """Return the absolute path, or None where the text cannot be one."""
    if not text or "\0" in text:
        return None
    try:
        return Path(text).expanduser().absolute()
    except RuntimeError:  # "~name" of a user there is not
        return Path(text).absolute()


def _is_file(path: Path) -> bool:
    """Say whether it is a file; what cannot be a path (too long, for one) is none."""
    try:
        return path.is_file()
    except OSError:
        return False


def _looks_like_path(text: str) -> bool:
    separators = [os.sep, *([os.altsep] if os.altsep else [])]
    return text.lower().endswith(".gguf") or any(separator in text for separator in separators)
