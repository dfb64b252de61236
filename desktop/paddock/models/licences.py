"""The licences of models in plain words, and which of them a file is under."""

from __future__ import annotations

import hashlib
import tomllib
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import msgspec
from msgspec import Meta

from paddock.models.card import plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from paddock.models.catalogue import CatalogueModel
    from paddock.models.header import Header

_FOLDER: Final = Path(__file__).parent / "licence_texts"
_SAYS_NOTHING: Final = frozenset({"", "other", "unknown", "none", "proprietary"})

Line = Annotated[str, Meta(min_length=1, max_length=500)]


class Licence(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A licence. `asks`: it wants to be agreed to before the first use. `text` is a file's name, or empty.

    So is `policy`: what it says on use in a text of its own, and makes a part of itself. An unknown one has an empty
    `url` and `summary`; its `id` is what the file calls it, or empty.
    """

    id: Annotated[str, Meta(max_length=60)]
    name: Line
    asks: bool
    url: Annotated[str, Meta(max_length=300)] = ""
    summary: Annotated[tuple[Line, ...], Meta(max_length=20)] = ()
    text: Annotated[str, Meta(max_length=60)] = ""
    policy: Annotated[str, Meta(max_length=60)] = ""
    aliases: Annotated[tuple[Line, ...], Meta(max_length=20)] = ()

    @property
    def known(self) -> bool:
        """Return whether this program can say what it demands."""
        return bool(self.summary)

    @property
    def full_text(self) -> str:
        """Return the licence's own text where it is shipped, else nothing; then `url` leads to it. Raises OSError."""
        return _shipped(self.text)

    @property
    def policy_text(self) -> str:
        """Return the policy on use that is a part of the licence, where there is one, else nothing. Raises OSError."""
        return _shipped(self.policy)

    @property
    def shown_text(self) -> str:
        """Return its name, what it demands in plain words, and where it stands."""
        points = [f"- {point}" for point in self.summary]
        return "\n".join([self.name, *points, f"The whole text: {self.url}"] if self.known else [self.name])

    @property
    def shown(self) -> str:
        """Return all a person is shown of it: its own text, its policy, and last the plain words. Raises OSError."""
        return "\n".join(text for text in (self.full_text, self.policy_text, self.shown_text) if text)

    @property
    def shown_sha256(self) -> str:
        """Return the SHA-256 of all that is shown, which an acceptance names. Raises OSError."""
        return hashlib.sha256(self.shown.encode()).hexdigest()


class _Licences(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    licence: tuple[Licence, ...]


def _shipped(name: str) -> str:
    return (_FOLDER / name).read_text(encoding="utf-8") if name else ""


@lru_cache(maxsize=1)
def licences() -> dict[str, Licence]:
    """Return all licences this program can explain, by id."""
    values = tomllib.loads((_FOLDER / "licences.toml").read_text(encoding="utf-8"))
    return {one.id: one for one in msgspec.convert(values, _Licences).licence}


def licence_named(said: str) -> Licence:
    """Return the licence a file or a catalogue names; one nobody here knows is said to be unknown."""
    wanted = plain(said, 60).strip().lower()
    for one in licences().values():
        if wanted in {one.id, one.name.lower(), *one.aliases}:
            return one
    if wanted in _SAYS_NOTHING:
        return Licence("", "Unknown: neither the file nor the catalogue says under which licence it is.", asks=False)
    return Licence(wanted, f"“{plain(said, 60)}”, which this program does not know.", asks=False)


def licence_of(header: Header | None, sha256: str, catalogue: Sequence[CatalogueModel]) -> Licence:
    """Return what the catalogue says of a file with this hash (empty: not known), else what the file itself says."""
    for model in catalogue if sha256 else ():
        if any(file.sha256 == sha256 for file in model.files):
            return licence_named(model.licence)
    if header is None:
        return licence_named("")
    said = header.text("general.license")
    return licence_named(header.text("general.license.name") if said.strip().lower() in _SAYS_NOTHING else said)
