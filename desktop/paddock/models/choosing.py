"""Which model of the catalogue to recommend on this computer: the best that fits well and does not crawl."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from paddock.models.fit import Verdict, judge, need_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from paddock.models.catalogue import CatalogueFile, CatalogueModel
    from paddock.models.header import Header

# Below this a person reads faster than a chat model writes, and waits; an embedder has whole libraries to read.
LEAST_TOKENS_PER_SECOND: Final = {"chat": 4.0, "embedding": 20.0, "reranking": 4.0}
_GROUPS: Final = ("small", "balanced", "large")


@dataclass(frozen=True)
class Offer:
    """One file of the catalogue on this computer."""

    model: CatalogueModel
    file: CatalogueFile
    verdict: Verdict
    tokens_per_second: float

    @property
    def good(self) -> bool:
        """Return whether it fits comfortably and goes through its weights quickly enough for what it is for."""
        quick = self.tokens_per_second >= LEAST_TOKENS_PER_SECOND[self.model.kind]
        return self.verdict.level == "comfortable" and quick


def offers(
    models: Sequence[CatalogueModel], free_bytes: int, given_back_bytes: int, speed: Callable[[Header], float]
) -> tuple[Offer, ...]:
    """Return every file of the catalogue with its verdict here, in groups from small to large."""
    found = []
    for model in sorted(models, key=lambda one: _GROUPS.index(one.group)):
        for file in model.files:
            header = model.header(file)
            verdict = judge(need_of(header), free_bytes, given_back_bytes)
            found.append(Offer(model, file, verdict, speed(header)))
    return tuple(found)


def recommended(
    offered: Sequence[Offer], kind: Literal["chat", "embedding", "reranking"], allowed: Callable[[Offer], bool]
) -> Offer | None:
    """Return the offer to take: of the good ones that are allowed the one with the most parameters, or None."""
    good = [offer for offer in offered if offer.model.kind == kind and offer.good and allowed(offer)]
    return max(good, key=lambda offer: (offer.model.parameters, -offer.file.size_bytes), default=None)
