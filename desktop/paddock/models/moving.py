"""Moves the models folder to another drive: copied, read again, and only then removed where it was."""

from __future__ import annotations

import contextlib
import os
import sys
from typing import TYPE_CHECKING, NamedTuple

from paddock.errors import UserError
from paddock.fetcher.part_lock import locked
from paddock.models.placing import Count, copy_all, hash_file

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from paddock.models.installed import InstalledModels
    from paddock.models.installed_model import InstalledModel
    from paddock.models.placing import Stop
    from paddock.models.verifying import Verifier


def move_models(
    models: InstalledModels,
    verifier: Verifier,
    to: Path,
    switch: Callable[[], None],
    on_progress: Callable[[int, int], None],
    cancel: Stop | None = None,
) -> int:
    """Bring every model of the models folder to `to`, call `switch`, and remove them where they were.

    What has come in part goes along, to be gone on with there. Returns the bytes that are free again in the old folder.
    Files used where they lie stay. Until `switch` has returned nothing is
    removed, and an error or a cancel leaves all as it was. Raises UserError, Cancelled.
    """
    old = models.folder
    _check(old, to)
    with contextlib.ExitStack() as kept:
        parts = _kept_parts(old, kept)
        pairs = _move(models, verifier, to, parts, switch, _Progress(on_progress, cancel))
        if sys.platform == "win32":
            kept.close()  # an open file cannot be removed there
        return _remove([source for source, _ in pairs])


def _move(
    models: InstalledModels,
    verifier: Verifier,
    to: Path,
    parts: Sequence[Path],
    switch: Callable[[], None],
    progress: _Progress,
) -> Sequence[tuple[Path, Path]]:
    """Return what lies in the new folder by now and may be removed in the old one, as (from, to)."""
    old, cancel = models.folder, progress.cancel
    own = [model for model in models.list() if not model.linked]
    whole = [file for model in own for file in model.files]
    pairs = [(file, to / file.relative_to(old)) for file in (*whole, *parts)]
    _check_free([target for _, target in pairs])
    count = Count(progress.tell, 2 * sum(source.stat().st_size for source, _ in pairs))
    try:
        for folder in {target.parent for _, target in pairs} | {to}:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        hashes = copy_all(pairs, count, cancel) if pairs else ()
    except OSError as error:
        raise _failed(to, error) from error
    try:
        _read_back([target for _, target in pairs], hashes, count, cancel)
        switch()
    except OSError as error:
        _remove([target for _, target in pairs])
        raise _failed(to, error) from error
    except UserError:
        _remove([target for _, target in pairs])
        raise
    models.use_folder(to, {target: sha256 for (_, target), sha256 in zip(pairs[: len(whole)], hashes, strict=False)})
    _follow(models, verifier, own)
    return pairs


def _check(old: Path, new: Path) -> None:
    """Refuse a folder that is the old one, lies within it or around it, or holds models already."""
    here, there = old.resolve(), new.resolve()
    what = "The models folder cannot be moved there."
    if here == there:
        raise UserError(what, "That is where it lies now.", "Choose another folder.")
    if here in there.parents or there in here.parents:
        raise UserError(what, "One folder lies within the other.", "Choose another folder.")
    if new.is_dir() and any(file.suffix.lower() == ".gguf" for file in new.iterdir()):
        raise UserError(what, "It holds model files already.", "Choose an empty folder.")


def _kept_parts(old: Path, kept: contextlib.ExitStack) -> list[Path]:
    """Return the parts of models and the notes beside them, held until `kept` ends so that nobody goes on with one.

    Refuses to move the folder from under a file that another window or command is fetching into it.
    """
    found = []
    for part in sorted(old.glob("*.gguf.part")):
        try:
            kept.callback(os.close, locked(part))
        except UserError as error:
            raise UserError("The models folder cannot be moved now.", error.what, error.next_step) from error
        except OSError:  # it has gone, or is another's: then it is not ours to bring along
            continue
        found += [file for file in (part, part.with_name(f"{part.name}.json")) if file.is_file()]
    return found


def _check_free(targets: Sequence[Path]) -> None:
    """Refuse to write over a file that is there already, also in a folder below."""
    for target in targets:
        if target.exists() or target.is_symlink():
            raise UserError(
                "The models folder cannot be moved there.", f"There is a file “{target}”.", "Choose an empty folder."
            )


def _read_back(targets: Sequence[Path], hashes: Sequence[str], count: Count, cancel: Stop | None) -> None:
    """Read the copies again and hold them against what was written. Raises UserError, OSError, Cancelled."""
    for target, sha256 in zip(targets, hashes, strict=True):
        if hash_file(target, count, cancel) != sha256:
            raise UserError(
                "The models folder was not moved.",
                f"“{target.name}” reads otherwise on the new drive than it was written.",
                "Check that drive, or choose another.",
            )


def _follow(models: InstalledModels, verifier: Verifier, before: Sequence[InstalledModel]) -> None:
    """Keep what is remembered of each model under its new place; what cannot be noted is looked at anew."""
    after = {model.name: model for model in models.list() if not model.linked}
    for model in before:
        if model.name in after:
            with contextlib.suppress(UserError):
                verifier.follow(model, after[model.name])


def _remove(files: Sequence[Path]) -> int:
    """Remove files and return the bytes that are free again; one that cannot be removed stays."""
    freed = 0
    for file in files:
        with contextlib.suppress(OSError):
            size = file.stat().st_size
            file.unlink()
            freed += size
    return freed


def _failed(to: Path, error: OSError) -> UserError:
    return UserError(
        "The models folder was not moved.", f"{error.strerror} ({to}).", "Check the drive and its permissions."
    )


class _Progress(NamedTuple):
    """What the caller hears, bytes of how many, and how it stops the move."""

    tell: Callable[[int, int], None]
    cancel: Stop | None
