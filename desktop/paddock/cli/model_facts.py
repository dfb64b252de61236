"""What every command on models tells of one in JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paddock.cli.vision import vision_facts
from paddock.errors import UserError
from paddock.models.card import card_of
from paddock.models.fit import kv_bytes_per_token
from paddock.models.mending import is_damaged
from paddock.models.vision_beside import vision_of

if TYPE_CHECKING:
    from paddock.app import Paddock
    from paddock.models.installed_model import InstalledModel


def facts_of(paddock: Paddock, model: InstalledModel) -> dict[str, object]:
    """Return what every command tells of a model in JSON; hashes nothing."""
    known = paddock.models.known_sha256(model)
    facts: dict[str, object] = {
        "name": model.name,
        "title": model.title,
        "files": [str(file) for file in model.files],
        "size_bytes": model.size_bytes,
        "linked": model.linked,
        "problem": model.problem,
        "damaged": _damaged(paddock, model),
        "sha256": (known[0] if len(known) == 1 else list(known)) or None,
    }
    if model.header is None:
        return facts
    card = card_of(model.header)
    return facts | {
        "kind": card.kind,
        "architecture": card.architecture,
        "parameters": card.parameters,
        "quantization": card.quantization,
        "bits_per_weight": card.bits_per_weight,
        "context_tokens": card.context_tokens,
        "kv_bytes_per_token": kv_bytes_per_token(model.header),
        "languages": list(card.languages),
        "vision": vision_facts(vision_of(model.header), None),
        "licence": paddock.gate.licence(model).id or card.licence,
        "tokens_per_second": paddock.speeds.measured(model),
        "last_used": paddock.speeds.last_used(model),
    }


def _damaged(paddock: Paddock, model: InstalledModel) -> bool | None:
    """Return whether it cannot be read, or is not what it was; None where that cannot be told."""
    try:
        return is_damaged(model, paddock.verifier)
    except UserError:
        return None
