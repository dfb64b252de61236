"""What the page tells of one installed model, read on the pool."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from paddock.errors import UserError
from paddock.models.card import card_of, plain
from paddock.models.fit import free_memory, given_back_by, judge, need_of
from paddock.models.mending import is_damaged
from paddock.models.modelfile import kind_of
from paddock.models.vision_beside import vision_of
from paddock.ui.models.phrases import vouched_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from paddock.app import Paddock
    from paddock.models.about import About
    from paddock.models.fit import Verdict
    from paddock.models.gate import Acceptance
    from paddock.models.installed_model import InstalledModel
    from paddock.models.licences import Licence
    from paddock.models.modelfile import Kind
    from paddock.models.verifying import Seen
    from paddock.models.vision_beside import VisionPart
    from paddock.ui.model_shelf import ShelfModel

_ORIGINS = ("general.repo_url", "general.source.huggingface.repository", "general.source.url", "general.url")


@dataclass(frozen=True)
class Facts:
    """`refused` is why it may not run here, or empty; `asks`: its licence has to be agreed to before it does.

    `damaged`: the file is not what it was, or no model at all; `again` is what can be fetched in its place.

    `vision` is what it would take to look at pictures: itself, or the part inside or beside it; none is loaded here.

    `tokens_per_second` is 0 where nothing can be said; `measured`: by its own last answer.
    """

    model: ShelfModel
    kind: Kind | None
    quantization: str
    verdict: Verdict | None
    licence: Licence
    asks: bool
    agreed: Acceptance | None
    tokens_per_second: float
    measured: bool
    last_used: float | None
    seen: Seen | None
    refused: str
    origin: str
    damaged: bool = False
    again: About | None = None
    vision: VisionPart | None = None

    @property
    def name(self) -> str:
        """Return the name that settings and chats remember."""
        return self.model.name

    @property
    def title(self) -> str:
        """Return the title a person recognises."""
        return self.model.title

    @property
    def linked(self) -> bool:
        """Return whether the file is used where it lies."""
        return self.model.model.linked


def look(paddock: Paddock, models: Sequence[ShelfModel]) -> tuple[Facts, ...]:
    """Return what is known of each. Not for the Qt thread."""
    free, given_back = free_memory(), given_back_by(paddock.engine.pid)
    return tuple(_of(paddock, model, free, given_back) for model in models)


def _of(paddock: Paddock, shelf_model: ShelfModel, free: int, given_back: int) -> Facts:
    model = shelf_model.model
    header = model.header
    refused = ""
    asks = False
    try:
        paddock.gate.check(model)
        asks = model.usable and paddock.gate.to_accept(model) is not None
    except UserError as error:
        refused = str(error)
    damaged, again = _made_good(paddock, model) if refused or header is None else (False, None)
    licence = paddock.gate.licence(model)
    measured = paddock.speeds.measured(model)
    speed = measured or 0.0
    if measured is None and model.writes and header is not None:
        speed = paddock.speeds.guessed(header)
    return Facts(
        model=shelf_model,
        kind=kind_of(header) if header is not None else None,
        quantization=card_of(header).quantization if header is not None else "",
        verdict=judge(need_of(header), free, given_back) if not damaged and model.usable and header else None,
        licence=licence,
        asks=asks,
        agreed=_agreed(paddock, licence),
        tokens_per_second=speed,
        measured=measured is not None,
        last_used=paddock.speeds.last_used(model),
        seen=_seen(paddock, shelf_model),
        refused=refused,
        origin=_origin(paddock, shelf_model),
        damaged=damaged,
        again=again,
        vision=vision_of(header) if header is not None else None,
    )


def _made_good(paddock: Paddock, model: InstalledModel) -> tuple[bool, About | None]:
    """Return whether a file is damaged, and what can be fetched in its place."""
    try:
        damaged = is_damaged(model, paddock.verifier)
        return damaged, paddock.fetchable_again(model) if damaged else None
    except UserError:
        return False, None  # the notes cannot be read: `refused` says so


def _agreed(paddock: Paddock, licence: Licence) -> Acceptance | None:
    try:
        return paddock.gate.acceptance(licence) if licence.known else None
    except UserError:
        return None  # the notes cannot be read: `refused` says so


def _seen(paddock: Paddock, model: ShelfModel) -> Seen | None:
    try:
        return paddock.verifier.seen(model.model)
    except UserError:
        return None  # as above


def _origin(paddock: Paddock, model: ShelfModel) -> str:
    """Return where it was fetched from; else who made it and where it comes from, as far as the file itself says."""
    try:
        fetched = paddock.arrivals.origin(model.model)
    except UserError:
        fetched = None  # the notes cannot be read: `refused` says so
    if fetched is not None:
        return f"{fetched.source} ({vouched_words(vouched=fetched.vouched)})"
    header = model.model.header
    if header is None:
        return ""
    address = next((plain(header.text(key)) for key in _ORIGINS if header.text(key)), "")
    parts = (card_of(header).organization, address.removeprefix("https://"))
    return " · ".join(part for part in parts if part)
