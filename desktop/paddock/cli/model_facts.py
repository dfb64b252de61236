"""What every command on models tells of one in JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paddock.models.card import card_of
from paddock.models.fit import kv_bytes_per_token

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
        "licence": card.licence,
        "tokens_per_second": paddock.speeds.measured(model),
        "last_used": paddock.speeds.last_used(model),
    }
