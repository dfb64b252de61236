"""Looking again at model files: each is held against the hash it had when it was first seen here."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Annotated, Final

import msgspec
from msgspec import Meta

from paddock.errors import ModelFileError, UserError
from paddock.models.card import size_in_words
from paddock.models.notes import change_notes, put_aside_if_damaged, read_notes

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from paddock.errors import ModelTouched
    from paddock.models.installed import InstalledModels
    from paddock.models.installed_model import InstalledModel
    from paddock.models.placing import Stop

DUE_S: Final = 30 * 24 * 3600.0
_WHAT_NEXT: Final = "Get or import the file again; if you changed it yourself, verify it and accept what it is now."


class Seen(msgspec.Struct, frozen=True):
    """What a model's files were when they were first seen, and when they were last found the same.

    `changed`: the last look found something else.
    """

    sizes: Annotated[tuple[int, ...], Meta(max_length=512)]
    sha256: Annotated[tuple[Annotated[str, Meta(pattern="^[0-9a-f]{64}$")], ...], Meta(max_length=512)]
    looked_at: float
    changed: bool = False


class SeenFiles(msgspec.Struct, frozen=True):
    """The file of what was seen, by the absolute path of a model's first file."""

    seen: Annotated[dict[str, Seen], Meta(max_length=100_000)] = {}


class Verifier:
    """Remembers in `file` (settings) what models were, looks at them again, and refuses what has changed."""

    def __init__(self, file: Path, models: InstalledModels, clock: Callable[[], float] = time.time) -> None:
        self._file = file
        self._models = models
        self._clock = clock
        self.put_aside: UserError | None = None  # says so once a damaged list was found

    def check(self, model: InstalledModel) -> None:
        """Refuse a model whose last look found it changed, or whose size is another. Reads no model file.

        Raises ModelFileError, UserError.
        """
        seen = self.seen(model)
        if seen is None:
            return
        if _sizes(model) != seen.sizes:
            before, here = sum(seen.sizes), sum(_sizes(model))
            was, now = size_in_words(before), size_in_words(here)
            if was == now:
                was, now = f"{before:,} bytes", f"{here:,} bytes"
            raise _changed(model, f"It had {was} when it was first seen here, and has {now} now.")
        if seen.changed:
            raise _changed(model, "Its content is not what it was when it was first seen here.")

    def verify(
        self,
        model: InstalledModel,
        on_progress: Callable[[int, int], None] | None = None,
        cancel: Stop | None = None,
        *,
        accept: bool = False,
    ) -> Seen:
        """Read all of the model's files anew and hold them against what was seen first; return what is known now.

        `accept` takes the files as they are for what they should be. Raises ModelFileError where they have changed,
        UserError where they cannot be read, Cancelled.
        """
        known = self._models.known_sha256(model)
        hashes = self._models.sha256(model, on_progress, cancel, anew=True)
        before = None if accept else self.seen(model)
        # A hash noted with the same size and time is what the file was, though nobody looked since.
        was = before.sha256 if before else hashes if accept or not known else known
        seen = Seen(before.sizes if before else _sizes(model), was, self._clock(), changed=was != hashes)
        try:
            self._note(model, seen)
        except UserError:  # a full disk hides no change
            if not seen.changed:
                raise
        if seen.changed:
            raise _changed(model, "Its content is not what it was when it was first seen here.")
        return seen

    def same_again(
        self,
        model: InstalledModel,
        touched: ModelTouched,
        on_progress: Callable[[int, int], None] | None = None,
        cancel: Stop | None = None,
    ) -> InstalledModel:
        """Return a model that was touched since it was checked, as it is now: read anew, and found to hold the same.

        Raises `touched` where nobody noted what it held, ModelFileError where it holds something else, UserError,
        Cancelled.
        """
        if self.seen(model) is None and not self._models.known_sha256(model):
            raise touched
        now = self._models.resolve(str(model.path))
        self.verify(now, on_progress, cancel)
        self._models.check_untouched(now)  # what was hashed has the header that was read
        return now

    def take_in(self, model: InstalledModel, hashes: tuple[str, ...]) -> None:
        """Note what a model was when it was fetched or copied: hashed on its way, so that it is not read again now.

        What was noted of another that had its place before is forgotten.
        """
        self._note(model, Seen(_sizes(model), hashes, self._clock()))

    def follow(self, before: InstalledModel, after: InstalledModel) -> None:
        """Keep what is remembered of a model that was renamed. Raises UserError."""
        seen = self.seen(before)
        if seen is not None and _key(before) != _key(after):
            self._note(after, seen)

    def due(self, after_s: float = DUE_S) -> InstalledModel | None:
        """Return the model whose last look is the longest ago, if that is `after_s` or more; None where none is due."""
        now = self._clock()
        looks = [(self._looked_at(model), model) for model in self._models.list() if model.usable]
        looked_at, model = min(looks, key=lambda look: look[0], default=(now, None))
        return model if now - looked_at >= after_s else None

    def seen(self, model: InstalledModel) -> Seen | None:
        """Return what is remembered of a model's files, or None before the first look. Raises UserError."""
        return self._read().seen.get(_key(model))

    def _looked_at(self, model: InstalledModel) -> float:
        seen = self.seen(model)
        return seen.looked_at if seen else 0.0

    def _note(self, model: InstalledModel, seen: Seen) -> None:
        self._read()  # a damaged list is put aside
        try:
            change_notes(self._file, SeenFiles, lambda noted: SeenFiles({**noted.seen, _key(model): seen}))
        except (OSError, msgspec.MsgspecError) as error:
            why = getattr(error, "strerror", None) or error
            raise UserError(
                "What was found cannot be noted.", f"{why}.", "Check the disk and its permissions."
            ) from error

    def _read(self) -> SeenFiles:
        try:
            return read_notes(self._file, SeenFiles)
        except (OSError, msgspec.MsgspecError) as error:
            return self._begun_anew(error)

    def _begun_anew(self, error: Exception) -> SeenFiles:
        """Put aside a list that cannot be read, and tell so by `put_aside`. Raises UserError where it stays."""
        try:
            aside = put_aside_if_damaged(self._file, SeenFiles)
            if aside is not None:
                self.put_aside = UserError(
                    "The list of what model files were is damaged, and was put aside.",
                    f"It lies in {aside}.",
                    "Have every model looked at again: which of them had changed is not known any more.",
                )
            return read_notes(self._file, SeenFiles)
        except (OSError, msgspec.MsgspecError):
            raise UserError(
                "The list of model files cannot be read.", f"{error}.", f"Mend or remove {self._file}."
            ) from error


def _key(model: InstalledModel) -> str:
    return str(model.path.absolute())


def _sizes(model: InstalledModel) -> tuple[int, ...]:
    try:
        return tuple(file.stat().st_size for file in model.files)
    except OSError as error:
        raise UserError(
            f"Could not look at “{model.name}”.", f"{error.strerror}.", "Check the drive and its permissions."
        ) from error


def _changed(model: InstalledModel, why: str) -> ModelFileError:
    return ModelFileError(f"“{model.title}” is damaged or was changed, and is not run.", why, _WHAT_NEXT)
