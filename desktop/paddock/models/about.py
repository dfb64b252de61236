"""What is known of a file before it is fetched, without asking anybody."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from paddock.fetcher.protocol import (
    CatalogueChoice,
    Choice,
    HubChoice,
    IndexChoice,
    MirrorChoice,
    StarterChoice,
    UrlChoice,
)
from paddock.fetcher.starter import STARTER
from paddock.models.sources import catalogue_file

if TYPE_CHECKING:
    from collections.abc import Sequence

    from paddock.models.catalogue import CatalogueModel


@dataclass(frozen=True)
class About:
    """What is known of a file before it is fetched. An empty `licence` or `sha256`, a size of None: nobody says."""

    choice: Choice
    title: str
    file_name: str
    size_bytes: int | None = None
    sha256: str = ""
    licence: str = ""
    gated: bool = False


def known_about(choice: Choice, catalogue: Sequence[CatalogueModel]) -> About:
    """Return what the choice itself and the catalogue tell. Raises UserError where the catalogue has no such model."""
    if not isinstance(choice, CatalogueChoice):
        title, name = named(choice)
        if isinstance(choice, StarterChoice):
            return About(choice, title, name, STARTER.size_bytes, STARTER.sha256, STARTER.licence.lower())
        return About(choice, title, name, sha256=choice.sha256)
    model, file = catalogue_file(catalogue, choice)
    title = f"{model.name} {file.quantization}"
    return About(choice, title, file.name, file.size_bytes, file.sha256, model.licence)


def named(choice: Choice) -> tuple[str, str]:
    """Return a title and the file's name, as far as the choice itself tells them."""
    match choice:
        case HubChoice():
            name = choice.path.rpartition("/")[2]
        case IndexChoice():
            name = choice.file
        case MirrorChoice():
            name = choice.name
        case UrlChoice():
            name = choice.file_name
        case _:
            return STARTER.title, STARTER.file_name
    return name, name
