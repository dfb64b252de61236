"""What a model is called, and the names its files have for that."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

from paddock.errors import UserError
from paddock.models.card import plain
from paddock.models.modelfile import SPLIT_NAME

_NO_FILE_HAS: Final = re.compile(r'[/\\:*?"<>|]')


def name_from(path: Path) -> str:
    """Return the name of the model of this file: the file's without its ending, and without its part's number."""
    split = SPLIT_NAME.fullmatch(path.name)
    stem = split["stem"] if split else path.name[:-5] if path.name.lower().endswith(".gguf") else path.name
    return plain(stem) or "model"


def check_name(name: str) -> None:
    """Refuse what cannot be a model's name, since its files are called so. Raises UserError."""
    if not _can_be_a_name(name):
        raise UserError(f"“{plain(name)}” cannot be the name of a model.", "", "Use letters, numbers and dashes.")


def name_like(name: str) -> str:
    """Return what another program calls a model, as a name that can be one here; nothing where no letter can stay."""
    likely = plain(_NO_FILE_HAS.sub("-", name)).replace("-of-", "-").removesuffix(".gguf").strip("-. ")
    return likely if _can_be_a_name(likely) else ""


def free_name(name: str, taken: set[str]) -> str:
    """Return the name, or the first with a number that is not among those taken (as `str.casefold` has them)."""
    free, number = name, 2
    while free.casefold() in taken:
        free, number = f"{name}-{number}", number + 1
    return free


def numbered(file_name: str, number: int) -> str:
    """Return what a model's file is called as the `number`th of its name; the first is called as it was."""
    if number == 1:
        return file_name if file_name.lower().endswith(".gguf") else f"{file_name}.gguf"
    split = SPLIT_NAME.fullmatch(file_name)
    if split:
        return f"{split['stem']}-{number}-{split['part']}-of-{split['parts']}.gguf"
    return f"{name_from(Path(file_name))}-{number}.gguf"


def renamed(file_name: str, name: str) -> str:
    """Return what a model's file is called when the model is called `name`; a part keeps its number."""
    split = SPLIT_NAME.fullmatch(file_name)
    return f"{name}-{split['part']}-of-{split['parts']}.gguf" if split else f"{name}.gguf"


def _can_be_a_name(name: str) -> bool:
    as_it_would_be = name_from(Path(f"{name}.gguf"))
    return as_it_would_be == name and bool(name.strip(". ")) and not _NO_FILE_HAS.search(name) and "-of-" not in name
