"""Models used where they lie: which files those are, and what each is called."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import msgspec
from msgspec import Meta

from paddock.errors import UserError
from paddock.models.notes import change_notes, put_aside_if_damaged, read_notes

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


class Link(msgspec.Struct, frozen=True):
    """A model used where it lies; `path` is absolute (its first part)."""

    name: Annotated[str, Meta(min_length=1, max_length=300)]
    path: Annotated[str, Meta(min_length=1, max_length=4096)]


class Links(msgspec.Struct, frozen=True):
    """The file of links, in the order they were made."""

    links: Annotated[tuple[Link, ...], Meta(max_length=10_000)] = ()


class KeptLinks:
    """Keeps them in `file` (settings), which other windows write as well."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self.put_aside: UserError | None = None  # says so once a damaged list was found

    def read(self) -> tuple[Link, ...]:
        """Return all links, in the order they were made. Raises UserError."""
        try:
            return read_notes(self._file, Links).links
        except (OSError, msgspec.MsgspecError) as error:
            return self._begun_anew(error)

    def change(self, change: Callable[[tuple[Link, ...]], tuple[Link, ...]]) -> None:
        """Write what `change` makes of the links, whatever another window does meanwhile. Raises OSError, UserError."""
        self.read()  # a damaged list is put aside
        try:
            change_notes(self._file, Links, lambda noted: Links(change(noted.links)))
        except msgspec.MsgspecError as error:
            raise self._unreadable(error) from error

    def _begun_anew(self, error: Exception) -> tuple[Link, ...]:
        """Put aside a list that cannot be read, and tell so by `put_aside`. Raises UserError where it stays."""
        try:
            aside = put_aside_if_damaged(self._file, Links)
            if aside is not None:
                self.put_aside = UserError(
                    "The list of linked models was damaged, and was put aside.",
                    f"It lies in {aside}.",
                    "Link those models again; their files are where they were.",
                )
            return read_notes(self._file, Links).links
        except (OSError, msgspec.MsgspecError):
            raise self._unreadable(error) from error

    def _unreadable(self, error: Exception) -> UserError:
        return UserError("The list of linked models cannot be read.", f"{error}.", f"Mend or remove {self._file}.")
