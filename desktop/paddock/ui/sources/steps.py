"""What can be gone through beside an answer: its citations in order or, before it is written, its passages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from paddock.chat.sources import Consulted, Mark, Source


@dataclass(frozen=True)
class Step:
    """A passage and, for a citation, which of the reply's marks it is and what it points at."""

    source: Source
    which: int = -1
    mark: Mark | None = None

    @property
    def quote(self) -> tuple[int, int] | None:
        """Return (start, end) of the quoted words in the page's text, within the passage."""
        if self.mark is None:
            return None
        begin = min(max(self.mark.source_start, self.source.start), self.source.end)
        end = min(max(self.mark.source_end, begin), self.source.end)
        return (begin, end) if begin < end else None


def steps_of(consulted: Consulted) -> tuple[Step, ...]:
    """Return the citations in the order of the answer, or all passages where nothing is cited."""
    sources = {source.number: source for source in consulted.sources}
    cited = tuple(
        Step(sources[mark.source], which, mark)
        for which, mark in enumerate(consulted.marks)
        if mark.verdict == "supported" and mark.source in sources
    )
    return cited or tuple(Step(source) for source in consulted.sources)


def grouped(sources: Sequence[Source]) -> list[tuple[str, list[Source]]]:
    """Return the passages by document, documents in the order of their best passage."""
    groups: dict[tuple[int, str], list[Source]] = {}
    for source in sources:
        groups.setdefault((source.document_id, source.document), []).append(source)
    return [(name, members) for (_, name), members in groups.items()]
