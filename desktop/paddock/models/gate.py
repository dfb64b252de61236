"""What may run: the one place that asks the policy, the licence, and whether a file is still what it was."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Annotated

import msgspec
from msgspec import Meta

from paddock.errors import LicenceNotAgreed, ModelNotAllowed, UserError
from paddock.models.licences import Licence, licence_named, licence_of
from paddock.models.notes import change_notes, read_notes

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from paddock.models.about import About
    from paddock.models.catalogue import CatalogueModel
    from paddock.models.choosing import Offer
    from paddock.models.installed import InstalledModels
    from paddock.models.installed_model import InstalledModel
    from paddock.models.verifying import Verifier
    from paddock.settings import SettingsFile

_ASK_ADMINISTRATOR = "Choose another model, or ask your administrator."


class Acceptance(msgspec.Struct, frozen=True):
    """Who agreed to a licence, when (seconds since 1970), and the SHA-256 of what they were shown."""

    licence: Annotated[str, Meta(min_length=1, max_length=60)]
    who: Annotated[str, Meta(min_length=1, max_length=200)]
    when: float
    shown_sha256: Annotated[str, Meta(pattern="^[0-9a-f]{64}$")]


class Acceptances(msgspec.Struct, frozen=True):
    """The file of acceptances, the oldest first; none is ever taken out of it."""

    acceptances: Annotated[tuple[Acceptance, ...], Meta(max_length=100_000)] = ()


class ModelGate:
    """Says of an installed model whether it may run here. Thread-safe.

    `acceptances_file` lies with the settings. `catalogue` is asked only where a licence is to be found out, and
    `told_of`, what a model's source said of it, where neither it nor the file tells.
    """

    def __init__(
        self,
        models: InstalledModels,
        verifier: Verifier,
        settings: SettingsFile,
        catalogue: Callable[[], Sequence[CatalogueModel]],
        acceptances_file: Path,
        clock: Callable[[], float] = time.time,
        told_of: Callable[[InstalledModel], str] = lambda _model: "",
    ) -> None:
        self._models = models
        self._verifier = verifier
        self._settings = settings
        self._catalogue = catalogue
        self._file = acceptances_file
        self._clock = clock
        self._told_of = told_of

    def check(self, model: InstalledModel) -> None:
        """Refuse what the policy does not allow and what is not what it was. Hashes only where the policy names hashes.

        Raises ModelNotAllowed, ModelFileError, UserError.
        """
        self._verifier.check(model)
        settings = self._settings.current
        if not settings.allowed_licences and not settings.allowed_models:
            return
        if settings.allowed_models and all(sha in settings.allowed_models for sha in self._models.sha256(model)):
            self._models.check_untouched(model)  # what was hashed is what will be loaded
            return
        licence = self.licence(model)
        if licence.id and licence.id in settings.allowed_licences:
            return
        why = "Its file is not among those that are allowed."
        if settings.allowed_licences:
            why = f"Its licence is not among those that are allowed: {licence.name.rstrip('.')}."
        raise ModelNotAllowed(f"“{model.title}” is not allowed here.", why, _ASK_ADMINISTRATOR)

    def check_use(self, model: InstalledModel) -> None:
        """Refuse what `check` refuses, and a model whose licence has to be agreed to first.

        Raises ModelNotAllowed, LicenceNotAgreed, ModelFileError, UserError.
        """
        self.check(model)
        licence = self.to_accept(model)
        if licence is not None:
            what = f"“{model.title}” is under the {licence.name}, which has not been agreed to here."
            raise LicenceNotAgreed(what, "", "Read it and agree to it first.", model=model.name)

    def offered(self, offer: Offer) -> bool:
        """Return whether the policy allows a file of the catalogue."""
        settings = self._settings.current
        if not settings.allowed_licences and not settings.allowed_models:
            return True
        return offer.file.sha256 in settings.allowed_models or offer.model.licence in settings.allowed_licences

    def check_offer(self, about: About) -> None:
        """Refuse to fetch what the policy would not let run. Raises ModelNotAllowed."""
        settings = self._settings.current
        if not settings.allowed_licences and not settings.allowed_models:
            return
        licence = licence_named(about.licence)
        if about.sha256 not in settings.allowed_models and licence.id not in settings.allowed_licences:
            why = f"Neither its file nor its licence is among those that are allowed: {licence.name.rstrip('.')}."
            raise ModelNotAllowed(f"“{about.title}” is not allowed here.", why, _ASK_ADMINISTRATOR)

    def to_accept_first(self, about: About) -> Licence | None:
        """Return the licence that has to be agreed to before this file is fetched, or None. Raises UserError."""
        licence = licence_named(about.licence)
        allowed = self._settings.current.allowed_models
        if not self.asks(licence) or ("allowed_models" in self._settings.governed and about.sha256 in allowed):
            return None
        return licence

    def licence(self, model: InstalledModel) -> Licence:
        """Return a model's licence, as the catalogue or its file says. Hashes nothing."""
        known = self._models.known_sha256(model)
        try:
            catalogue = self._catalogue() if known else ()
        except UserError:  # a mistake in somebody's catalogue keeps nobody from a model that is here
            catalogue = ()
        found = licence_of(model.header, known[0] if known else "", catalogue)
        return found if found.id else licence_named(self._told_of(model))

    def to_accept(self, model: InstalledModel) -> Licence | None:
        """Return the licence that has to be agreed to before this model is used, or None. Raises UserError."""
        licence = self.licence(model)
        if not self.asks(licence):
            return None
        allowed = self._settings.current.allowed_models
        if "allowed_models" in self._settings.governed and all(sha in allowed for sha in self._models.sha256(model)):
            return None
        return licence

    def asks(self, licence: Licence) -> bool:
        """Return whether a licence has to be agreed to before a file under it is got or used. Raises UserError."""
        if not licence.asks or self.acceptance(licence) is not None:
            return False
        # Where the administrator allows it by name, the organisation has agreed.
        governed = "allowed_licences" in self._settings.governed
        return not (governed and licence.id in self._settings.current.allowed_licences)

    def acceptance(self, licence: Licence) -> Acceptance | None:
        """Return the newest acceptance of this licence as it is shown now, or None. Raises UserError."""
        same = [one for one in self._read().acceptances if one.licence == licence.id]
        return next((one for one in reversed(same) if one.shown_sha256 == licence.shown_sha256), None)

    def accept(self, licence: Licence, who: str) -> Acceptance:
        """Note that `who` agreed to what `licence.shown` says. Raises UserError."""
        if licence_named(licence.id) != licence or not licence.known:
            raise UserError("This licence cannot be agreed to.", "Nobody here knows what it says.", "Ask its makers.")
        accepted = Acceptance(licence.id, who or "unknown", self._clock(), licence.shown_sha256)
        try:
            change_notes(self._file, Acceptances, lambda noted: Acceptances((*noted.acceptances, accepted)))
        except msgspec.MsgspecError as error:
            raise self._unreadable(error) from error
        except OSError as error:
            raise UserError(
                "The agreement cannot be noted.", f"{error.strerror}.", "Check the disk and its permissions."
            ) from error
        return accepted

    def _read(self) -> Acceptances:
        try:
            return read_notes(self._file, Acceptances)
        except (OSError, msgspec.MsgspecError) as error:
            raise self._unreadable(error) from error

    def _unreadable(self, error: Exception) -> UserError:
        return UserError("The list of accepted licences cannot be read.", f"{error}.", f"Mend or remove {self._file}.")
