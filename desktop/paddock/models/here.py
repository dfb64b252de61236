"""Whether a file that could be fetched is here already: by its hash, or by its name and size where no hash is known."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from paddock.models.installed import InstalledModels
    from paddock.models.installed_model import InstalledModel


@dataclass(frozen=True)
class Here:
    """An installed model and the SHA-256 of its files, as far as they were worked out already."""

    model: InstalledModel
    hashes: tuple[str, ...] = ()

    def is_file(self, file_name: str, size_bytes: int | None, sha256: str) -> bool:
        """Return whether it is the file of this name, size (None: not known exactly) and hash (empty: not known)."""
        if sha256 and self.hashes:
            return sha256 == self.hashes[0]
        alike = size_bytes is None or size_bytes == self.model.size_bytes
        return alike and file_name.casefold() == self.model.path.name.casefold()


def all_here(models: InstalledModels) -> tuple[Here, ...]:
    """Return every installed model with its hashes. Raises UserError."""
    return tuple(Here(model, models.known_sha256(model)) for model in models.list())


def already_here(
    models: Iterable[Here], file_name: str, size_bytes: int | None, sha256: str = ""
) -> InstalledModel | None:
    """Return the installed model that is this file, or None; one that cannot be run is none. Reads no file."""
    usable = (one for one in models if one.model.usable)
    return next((one.model for one in usable if one.is_file(file_name, size_bytes, sha256)), None)
