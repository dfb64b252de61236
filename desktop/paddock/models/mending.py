"""A damaged or changed model file made good: from where it came or from another copy, once that is whole."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import msgspec

from paddock.errors import ModelFileError, UserError
from paddock.fetcher.protocol import CatalogueChoice, StarterChoice, UrlChoice
from paddock.fetcher.starter import STARTER
from paddock.fetcher.wanted import Wanted
from paddock.models.about import About, known_about
from paddock.models.exchange import exchanged
from paddock.models.modelfile import SPLIT_NAME
from paddock.models.placing import copy_all
from paddock.models.sources import choice_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from paddock.models.arrivals import Arrivals
    from paddock.models.catalogue import CatalogueModel
    from paddock.models.installed import InstalledModels
    from paddock.models.installed_model import InstalledModel
    from paddock.models.placing import Stop
    from paddock.models.verifying import Verifier


def is_damaged(model: InstalledModel, verifier: Verifier) -> bool:
    """Return whether a file cannot be read as a model, or is not what it was. Reads no model file. Raises UserError."""
    if model.header is None:
        return True
    try:
        verifier.check(model)
    except ModelFileError:
        return True
    return False


def fetchable_again(
    model: InstalledModel, arrivals: Arrivals, verifier: Verifier, catalogue: Sequence[CatalogueModel]
) -> About | None:
    """Return what can be fetched in a model's place: from where it came, else what the catalogue has of it.

    None where nobody knows, and for a file that lies elsewhere: that is its owner's. Raises UserError.
    """
    if model.linked:
        return None
    seen, origin = verifier.seen(model), arrivals.origin(model)
    was = seen.sha256 if seen else origin.hashes if origin else ()
    if origin is not None:
        choice, sha256 = choice_of(origin.source), ""
        if isinstance(choice, UrlChoice) and len(was) == 1:  # the others say themselves what the file is by now
            choice, sha256 = msgspec.structs.replace(choice, sha256=was[0]), was[0]
        return About(choice, model.title, model.path.name, sha256=sha256, licence=origin.licence)
    if was == (STARTER.sha256,):
        return replace(known_about(StarterChoice(), ()), title=model.title)
    for one in catalogue:
        for file in one.files:
            if (file.sha256,) == was or (not was and file.name == model.path.name):
                about = known_about(CatalogueChoice(one.id, file.quantization), catalogue)
                return replace(about, title=model.title)
    return None


def put_in_place(
    models: InstalledModels, verifier: Verifier, name: str, fresh: InstalledModel, *, vouched: bool
) -> InstalledModel:
    """Let the files of a model just brought here take the place of a damaged one's, and return that, whole again.

    Without anybody who vouches they must be what the damaged one was at first. Where they cannot take its place both
    stay as they are. Raises UserError.
    """
    damaged = next((one for one in models.list() if one.name == name), None)
    if damaged is None or not fresh.usable:
        return fresh  # it was removed or renamed meanwhile; or this one cannot be run either, and says so
    targets = _places(damaged, len(fresh.files))
    if damaged.linked or not is_damaged(damaged, verifier) or not targets:
        raise _beside(damaged, fresh, "What it was meant for cannot be replaced by it.")
    seen, hashes = verifier.seen(damaged), models.sha256(fresh)
    if seen is not None and seen.sha256 != hashes and not vouched:
        raise _beside(damaged, fresh, "It is not the file that was here at first.")
    try:
        with exchanged(models.folder, tuple(zip(fresh.files, targets, strict=True)), hashes):
            model = models.take_in(targets[0], hashes)
            verifier.take_in(model, hashes)
            return model
    except OSError as error:
        raise UserError(
            f"“{damaged.title}” could not be replaced.",
            f"{error.strerror or error}.",
            f"Remove it; the whole file is installed as “{fresh.name}”.",
        ) from error


def import_again(
    models: InstalledModels,
    verifier: Verifier,
    name: str,
    path: Path,
    on_progress: Callable[[int, int], None] | None = None,
    cancel: Stop | None = None,
) -> InstalledModel:
    """Copy a model file in the place of a damaged one and return that, whole again.

    Raises ModelMissing, ModelFileError, UserError, Cancelled; the damaged one stays as it was then.
    """
    damaged = models.installed(name)
    if damaged.linked:
        what = f"“{damaged.title}” lies elsewhere, and is its owner's to mend."
        raise UserError(what, f"{damaged.path}.", "Import the file as a model of its own instead.")
    if not is_damaged(damaged, verifier):
        why = "It is what it was when it was first seen here, as far as was looked."
        raise UserError(f"“{damaged.title}” is not damaged.", why, "Look at it again, or import the file as another.")
    before = {one.name for one in models.list()}
    fresh = models.import_copy(path, on_progress, cancel)
    if fresh.name == damaged.name:
        raise UserError("This is the damaged file itself.", "", "Choose another copy of it.")
    if fresh.name in before:
        fresh = _copy_of(models, verifier, damaged, fresh, cancel)
    return put_in_place(models, verifier, damaged.name, fresh, vouched=False)


def _copy_of(
    models: InstalledModels, verifier: Verifier, damaged: InstalledModel, other: InstalledModel, cancel: Stop | None
) -> InstalledModel:
    """Return a copy, beside a damaged model, of another that is the same file and stays what it is."""
    seen = verifier.seen(damaged)
    places = _places(damaged, len(other.files))
    if not places or (seen is not None and seen.sha256 != models.sha256(other)):
        raise UserError(
            f"This file is installed already, as “{other.name}”.", "", f"Use that, and remove “{damaged.name}”."
        )
    targets = [file.with_name(Wanted(file.name, (), beside=True).name_here) for file in places]
    try:
        hashes = copy_all(tuple(zip(other.files, targets, strict=True)), lambda _more: None, cancel)
    except (OSError, ValueError) as error:
        raise UserError(f"“{damaged.title}” could not be replaced.", f"{error}.", "Remove it.") from error
    return models.take_in(targets[0], hashes)


def _places(damaged: InstalledModel, parts: int) -> tuple[Path, ...]:
    """Return where a damaged model's files lie, missing parts among them; nothing where it has not so many."""
    split = SPLIT_NAME.fullmatch(damaged.path.name)
    named = int(split["parts"]) if split else 1
    if named != parts:
        return ()
    if split is None:
        return damaged.files
    ending = f"-of-{split['parts']}{damaged.path.suffix}"
    return tuple(damaged.path.with_name(f"{split['stem']}-{number:05d}{ending}") for number in range(1, parts + 1))


def _beside(damaged: InstalledModel, fresh: InstalledModel, why: str) -> UserError:
    return UserError(
        f"“{damaged.title}” is as it was; the new file is installed beside it, as “{fresh.name}”.",
        why,
        "Use the new one, and remove the other, if that is right.",
    )
