"""The arithmetic behind the word “fits”, worked out on the pool."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from paddock.models.fit import context_that_fits, free_memory, given_back_by, judge, need_of, trained_context
from paddock.models.graphics import graphics_cards, layers_on_card
from paddock.models.vision_beside import vision_of, with_vision

if TYPE_CHECKING:
    from paddock.app import Paddock
    from paddock.models.fit import Verdict
    from paddock.models.graphics import Split
    from paddock.models.header import Header
    from paddock.models.vision_beside import VisionPart


@dataclass(frozen=True)
class Sums:
    """A verdict, the longest context that fits (0: none), and what fits on each graphics card.

    `vision` is what is known of its vision part, which is not loaded here, and `with_it` the verdict on both, where the
    part's sum is known.
    """

    verdict: Verdict
    longest_context: int
    trained_context: int | None
    splits: tuple[Split, ...]
    vision: VisionPart | None = None
    with_it: Verdict | None = None


def work_out(paddock: Paddock, header: Header, vision: VisionPart | None = None) -> Sums:
    """Return the sums of a model at the context it is used with; `vision` is its part, where it is known of already.

    Asks the graphics cards and looks beside the file: not for the Qt thread.
    """
    free, given_back = free_memory(), given_back_by(paddock.engine.pid)
    context = paddock.settings.current.context_tokens
    verdict = judge(need_of(header, context), free, given_back)
    vision = vision or vision_of(header)
    return Sums(
        verdict,
        context_that_fits(header, free + given_back),
        trained_context(header),
        tuple(layers_on_card(header, card, context) for card in graphics_cards()),
        vision,
        None if vision is None or not vision.need.known else judge(with_vision(verdict.need, vision), free, given_back),
    )
