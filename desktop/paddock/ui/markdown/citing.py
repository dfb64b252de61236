"""Sets an answer with its citations: numbers behind the sentences, and signs where no document says them.

Signs are put into the Markdown before it is read and found again in what was made of it, so that lists, tables and
emphasis need no second reader. Where a sign would change how something is set, that block is set without it and the
number stands at its end: citations never alter an answer.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from paddock.chat.citing import prepared, sign_of
from paddock.ui.markdown.blocks import WORD_JOINER, Block, Run, Style, Table
from paddock.ui.markdown.growing import GrowingText

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from paddock.chat.citing import Place, Prepared
    from paddock.chat.sources import Consulted, Mark
    from paddock.ui.markdown.reader import MarkdownReader

SCHEME: Final = "paddock-source"
"""A citation's address is this and the mark's place among the reply's marks: `paddock-source:3`."""

# Punctuation to Markdown, so that emphasis opens and closes beside it; neutral in direction; in no answer.
_SIGNS: Final = ("\u2e0e", "\u2e0f", "\u2e10", "\u2e11", "\u2e12", "\u2e13")


def cited_blocks(
    reader: MarkdownReader, text: str, consulted: Consulted, tip: Callable[[Mark], str]
) -> Iterator[list[Block]]:
    """Yield the blocks as far as they are read, without citations; the last time, all of them with citations.

    `tip` gives the words that are shown where the pointer rests on one.
    """
    ready = prepared(text, consulted)
    plain: list[Block] = []
    for plain in GrowingText(reader).read_in_steps(ready.text):
        yield plain
    free = [sign for sign in _SIGNS if sign not in ready.text]
    if not ready.places or len(free) < 2:  # noqa: PLR2004 - one for the beginning, one for the end
        return
    for signs in ((free[0], free[1]), ("", free[1])):
        made: list[Block] = []
        for made in GrowingText(reader).read_in_steps(_with_signs(ready, *signs)):  # noqa: B007 - as above
            yield plain
        if len(made) == len(plain):
            break
    else:
        made = plain
    yield _Citer(ready.places, free[0], free[1], tip).cite(plain, made)


def mark_index(address: str) -> int | None:
    """Return which of a reply's marks a link leads to; None where it leads somewhere else."""
    scheme, _, index = address.partition(":")
    return int(index) if scheme == SCHEME and index.isdecimal() else None


def _with_signs(ready: Prepared, begin_sign: str, end_sign: str) -> str:
    parts: list[str] = []
    at = 0
    for number, place in enumerate(ready.places):
        begin = max(place.begin, at)
        if begin_sign and place.mark.verdict == "unsupported":
            parts += [ready.text[at:begin], f"{begin_sign}{number}{begin_sign}"]
            at = begin
        parts += [ready.text[at : place.end], f"{end_sign}{number}{end_sign}"]
        at = place.end
    return "".join((*parts, ready.text[at:]))


class _Citer:
    """Turns signs into citations, block by block."""

    def __init__(self, places: Sequence[Place], begin_sign: str, end_sign: str, tip: Callable[[Mark], str]) -> None:
        self._places = places
        self._sign = re.compile(f"({begin_sign}|{end_sign})(\\d+)\\1")
        self._end_sign = end_sign
        self._tip = tip
        self._open = False  # within a sentence that no document says
        self._next = 0  # the first citation that has not been set

    def cite(self, plain: Sequence[Block], made: Sequence[Block]) -> list[Block]:
        """Return the blocks with all citations, those that found no place at the end of the block they come after."""
        cited: list[Block] = []
        for block, signed in zip(plain, made, strict=True):
            found = self._numbers(signed)
            missing = list(range(self._next, min(found, default=self._next)))
            if missing and cited:
                cited[-1] = self._at_end(cited[-1], missing)
                missing = []
            done = self._cited(signed)
            cited.append(done if _without(done) == _plain(block) else self._at_end(block, found))
            if missing:
                cited[-1] = self._at_end(cited[-1], missing)
            if found:
                self._next = max(found) + 1
        rest = list(range(self._next, len(self._places)))
        if rest and cited:
            cited[-1] = self._at_end(cited[-1], rest)
        return cited

    def _numbers(self, block: Block) -> list[int]:
        rows = block.rows if isinstance(block, Table) else ((block.runs,),)
        text = "".join(run.text for row in rows for cell in row for run in cell)
        return [int(match[2]) for match in self._sign.finditer(text) if match[1] == self._end_sign]

    def _cited(self, block: Block) -> Block:
        if isinstance(block, Table):
            rows = tuple(tuple(self._runs(cell) for cell in row) for row in block.rows)
            return block._replace(rows=rows)
        return block._replace(runs=self._runs(block.runs))

    def _runs(self, runs: Sequence[Run]) -> tuple[Run, ...]:
        made: list[Run] = []
        for run in runs:
            if run.style & (Style.CODE | Style.FORMULA):  # these are not divided: their citations follow them
                self._put(made, run, self._sign.sub("", run.text))
                for match in self._sign.finditer(run.text):
                    self._sign_met(match, made)
                continue
            at = 0
            for match in self._sign.finditer(run.text):
                self._put(made, run, run.text[at : match.start()])
                self._sign_met(match, made)
                at = match.end()
            self._put(made, run, run.text[at:])
        return tuple(made)

    def _put(self, made: list[Run], run: Run, text: str) -> None:
        if text:
            style = run.style | (Style.UNSUPPORTED if self._open and not run.style & Style.FORMULA else Style.PLAIN)
            made.append(run._replace(text=text, style=style))

    def _sign_met(self, match: re.Match[str], made: list[Run]) -> None:
        self._open = match[1] != self._end_sign
        number = int(match[2])
        if not self._open and number < len(self._places):
            made.append(self._citation(number))

    def _citation(self, number: int) -> Run:
        place = self._places[number]
        supported = place.mark.verdict == "supported"
        style = Style.CITATION if supported else Style.CITATION | Style.UNSUPPORTED
        href = f"{SCHEME}:{place.which}" if supported else ""
        return Run(WORD_JOINER + sign_of(place.mark), style, href, self._tip(place.mark))

    def _at_end(self, block: Block, numbers: Sequence[int]) -> Block:
        self._open = False
        runs = tuple(self._citation(number) for number in numbers if number < len(self._places))
        if isinstance(block, Table):
            *rows, last = block.rows
            return block._replace(rows=(*rows, (*last[:-1], last[-1] + runs)))
        if block.kind in {"code", "rule", "formula"}:
            return block
        return block._replace(runs=block.runs + runs)


def _without(block: Block) -> Block:
    """Return a block without its citations, as it is compared with how it would be set without them."""
    if isinstance(block, Table):
        rows = tuple(tuple(uncited(cell) for cell in row) for row in block.rows)
        return _plain(block._replace(rows=rows))
    return block._replace(runs=uncited(block.runs))


def _plain(block: Block) -> Block:
    """Return a block without the widths that follow from its text."""
    return block._replace(shares=()) if isinstance(block, Table) else block


def uncited(runs: Sequence[Run]) -> tuple[Run, ...]:
    """Return runs as they are set without citations."""
    made: list[Run] = []
    for run in runs:
        if run.style & Style.CITATION:
            continue
        run = run._replace(style=run.style & ~Style.UNSUPPORTED)  # noqa: PLW2901 - the same run, without the sign
        if made and not run.style & Style.FORMULA and (made[-1].style, made[-1].href) == (run.style, run.href):
            made[-1] = made[-1]._replace(text=made[-1].text + run.text)
        else:
            made.append(run)
    return tuple(made)
