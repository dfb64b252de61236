"""Marks a finished reply: which sentence rests on which passage, and which on none."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from paddock.chat.sources import Mark
from paddock.library.citations import Judge

if TYPE_CHECKING:
    from collections.abc import Sequence

    from paddock.chat.sources import Consulted, Source
    from paddock.library.citations import Judged


def marked(consulted: Consulted, reply: str, question: str, material: Sequence[Source]) -> Consulted:
    """Return `consulted` with a mark on each sentence of `reply`, judged by the passages in `material`.

    Passages that were searched stay as they are numbered. Of documents read whole, those that the reply cites become
    its sources, numbered in the order they are first cited.
    """
    judged = Judge([source.text for source in material], question).judge(reply)
    if consulted.used == "searched":
        marks = tuple(_mark(one, material, [source.number for source in material]) for one in judged)
        return msgspec.structs.replace(consulted, sources=tuple(material), marks=marks)
    cited = list(dict.fromkeys(citation.passage for one in judged for citation in one.citations[:1]))
    numbers = [0] * len(material)
    for number, at in enumerate(cited, start=1):
        numbers[at] = number
    marks = tuple(_mark(one, material, numbers) for one in judged)
    sources = tuple(msgspec.structs.replace(material[at], number=numbers[at]) for at in cited)
    return msgspec.structs.replace(consulted, sources=sources, marks=marks)


def _mark(judged: Judged, material: Sequence[Source], numbers: Sequence[int]) -> Mark:
    if not judged.citations:
        return Mark(start=judged.start, end=judged.end, verdict=judged.verdict)
    citation = judged.citations[0]
    source = material[citation.passage]
    return Mark(
        start=judged.start,
        end=judged.end,
        verdict=judged.verdict,
        source=numbers[citation.passage],
        source_start=source.start + citation.start,
        source_end=source.start + citation.end,
        support=round(citation.support, 3),
        quoted=citation.quoted,
    )
