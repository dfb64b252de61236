"""The arithmetic behind the word “fits”, worked out on the pool."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from paddock.models.fit import context_that_fits, free_memory, given_back_by, judge, need_of, trained_context
from paddock.models.graphics import graphics_cards, layers_on_card

if TYPE_CHECKING:
    from paddock.app import Paddock
    from paddock.models.fit import Verdict
    from paddock.models.graphics import Split
    from paddock.models.header import Header


@dataclass(frozen=True)
class Sums:
    """A verdict, the longest context that fits (0: none), and what fits on each graphics card."""

    verdict: Verdict
    longest_context: int
    trained_context: int | None
    splits: tuple[Split, ...]


def work_out(paddock: Paddock, header: Header) -> Sums:
    """Return the sums of a model at the context it is used with. Asks the graphics cards: not for the Qt thread."""
    free, given_back = free_memory(), given_back_by(paddock.engine.pid)
    context = paddock.settings.current.context_tokens
    return Sums(
        judge(need_of(header, context), free, given_back),
        context_that_fits(header, free + given_back),
        trained_context(header),
        tuple(layers_on_card(header, card, context) for card in graphics_cards()),
    )
