"""From recognised words to text: what is no text dropped, lines and paragraphs joined, each word's place kept."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from itertools import groupby, pairwise
from statistics import median
from typing import TYPE_CHECKING, Final

from paddock.reader.document import Recognised
from paddock.reader.protocol import Box
from paddock.reader.writing import clean

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from paddock.reader.protocol import Page, PageKind, PageOutcome
    from paddock.reader.straightening import Straight
    from paddock.reader.writing import PageWriter

# At what a page is best drawn to be recognised: from 200 to 350 dots per inch text is read equally well (measured with
# Tesseract 5.5), and the more there are the longer it takes. Beyond so many pixels memory is dear.
DRAW_DPI: Final = 250
DRAW_PIXELS: Final = 16_000_000
NOTHING_RECOGNISED: Final = "This is a picture; no text was found in it."
# Tesseract's confidences run from 0 to 100. Rightly read pages have 90 and more; specks, pictures and letters on
# their head have about 30.
_DOUBTFUL: Final = 30.0
_FAIR: Final = 60.0
_PAGE_CHARACTERS: Final = 3  # fewer letters and digits than this, fairly read, are no text
_HYPHENS: Final = "-\u2010\u00ad\u00ac"
_MARK: Final = re.compile(r"[•●▪◦·*¢e©-]|\(?(\d{1,3}|[a-zA-Z])[.)]")
_SPACE: Final = re.compile(r"\s+")
# Scripts written without spaces between words: Thai to Burmese, Khmer, kana, Chinese characters.
_UNSPACED: Final = re.compile(r"[\u0e00-\u109f\u1780-\u17ff\u3000-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef]")


@dataclass(frozen=True)
class Word:
    """A word as Tesseract gives it: `line`, `paragraph` and `block` number those it stands in, in reading order."""

    text: str
    confidence: float
    left: int
    top: int
    right: int
    bottom: int
    block: int
    paragraph: int
    line: int

    @property
    def letters(self) -> int:
        """Return how many letters and digits it has."""
        return sum(character.isalnum() for character in self.text)


@dataclass(frozen=True)
class _Line:
    words: tuple[Word, ...]
    left: int
    top: int
    right: int
    bottom: int

    @property
    def height(self) -> int:
        return self.bottom - self.top


def certainty(words: Iterable[Word]) -> float:
    """Return the mean confidence of a page's letters and digits, 0 where it has none."""
    weighed = [(word.letters, word.confidence) for word in words]
    letters = sum(count for count, _ in weighed)
    return sum(count * confidence for count, confidence in weighed) / letters if letters else 0.0


def compose(words: Sequence[Word], straight: Straight) -> Recognised:
    """Return the text of a page, paragraphs parted by an empty line, and the boxes of its words in it."""
    text = _Text(straight)
    for _, of_block in groupby(_sensible(words), key=lambda word: word.block):
        lines = [_line(tuple(group)) for _, group in groupby(of_block, key=lambda word: word.line)]
        for paragraph in _paragraphs(lines):
            text.add(paragraph)
    return text.recognised()


def write_recognised(writer: PageWriter, recognised: Recognised) -> tuple[Box, ...]:
    """Write the text as paragraphs, and return the boxes with offsets into the writer's page."""
    boxes: list[Box] = []
    waiting = iter(recognised.boxes)
    box = next(waiting, None)
    place = 0
    for paragraph in recognised.text.split("\n\n"):
        end = place + len(paragraph)
        if writer.block("paragraph", paragraph):
            moved = writer.length - end
            while box is not None and box.start < end:
                boxes.append(Box(box.start + moved, box.length, box.left, box.top, box.width, box.height))
                box = next(waiting, None)
        place = end + 2
    return tuple(boxes)


def recognised_page(
    writer: PageWriter,
    recognised: Recognised,
    number_in_reading: int,
    number: int,
    kind: PageKind,
    *,
    label: str = "",
    headings: tuple[str, ...] = (),
) -> Page:
    """Return a page that holds what was recognised, with the outcome it has. `writer` holds the page's text so far."""
    boxes = write_recognised(writer, recognised)
    outcome: PageOutcome = "read"
    detail = ""
    if recognised.cut:
        outcome, detail = "cut", "Recognising the text of this picture took too long; not all of it was read."
    elif not writer.has_text:
        outcome, detail = ("empty", "") if recognised.blank else ("no_text", NOTHING_RECOGNISED)
    return writer.page(
        number_in_reading,
        number,
        kind,
        label=label,
        headings=headings,
        boxes=boxes,
        outcome=outcome,
        recognised=True,
        detail=detail,
    )


# ---------------------------------------------------------------- what is text, and what only looks like it


def _sensible(words: Sequence[Word]) -> Iterator[Word]:
    """Yield the words that were read, not guessed from specks, rules and pictures."""
    lines = [_sensible_in(tuple(group)) for _, group in groupby(words, key=lambda word: word.line)]
    if sum(word.letters for line in lines for word in line if word.confidence >= _FAIR) >= _PAGE_CHARACTERS:
        yield from (word for line in lines for word in line)


def _sensible_in(line: tuple[Word, ...]) -> tuple[Word, ...]:
    """Return a line's words without what stands at its ends or alone and is doubtful.

    A doubtful word between fair ones is text, badly printed; one among its like is a picture's grain.
    """
    around = certainty(line)
    if around < _FAIR:
        return tuple(word for word in line if word.confidence >= _FAIR) if around >= _DOUBTFUL + 10 else ()
    fair = [place for place, word in enumerate(line) if word.confidence >= _FAIR]
    return tuple(
        word
        for place, word in enumerate(line)
        if fair[0] <= place <= fair[-1] or (word.confidence >= _DOUBTFUL and word.letters)
    )


# ---------------------------------------------------------------- lines and paragraphs


def _line(words: tuple[Word, ...]) -> _Line:
    return _Line(
        words,
        min(word.left for word in words),
        min(word.top for word in words),
        max(word.right for word in words),
        max(word.bottom for word in words),
    )


def _paragraphs(lines: list[_Line]) -> Iterator[list[_Line]]:
    """Part a block's lines where Tesseract sees a paragraph begin and the page shows one, or where there is a gap."""
    left, right = min(line.left for line in lines), max(line.right for line in lines)
    pitches = [below.top - above.top for above, below in pairwise(lines)]
    pitch = median(pitches) if pitches else 0
    paragraph: list[_Line] = []
    for line in lines:
        if paragraph:
            above = paragraph[-1]
            gap = line.top - above.top > 1.35 * pitch
            wide = line.top - above.top > 1.8 * pitch
            told = line.words[0].paragraph != above.words[-1].paragraph
            shown = gap or _ends_early(above, left, right) or line.left > left + 1.2 * line.height or _is_item(line)
            if wide or (told and shown):
                yield paragraph
                paragraph = []
        paragraph.append(line)
    yield paragraph


def _ends_early(line: _Line, left: int, right: int) -> bool:
    return line.right < right - 0.12 * (right - left)


def _is_item(line: _Line) -> bool:
    return len(line.words) > 1 and _MARK.fullmatch(line.words[0].text) is not None


class _Text:
    """Text that grows word by word, each with its box."""

    def __init__(self, straight: Straight) -> None:
        self._straight = straight
        self._parts: list[str] = []
        self._length = 0
        self._last = ""
        self._boxes: list[Box] = []

    def add(self, paragraph: list[_Line]) -> None:
        """Add a paragraph: a line that fills its width goes on in the next, one that ends early ends there."""
        left, right = min(line.left for line in paragraph), max(line.right for line in paragraph)
        if self._length:
            self._put("\n\n")
        for line, below in zip(paragraph, [*paragraph[1:], None], strict=True):
            for word, following in zip(line.words, [*line.words[1:], None], strict=True):
                self._word(word)
                if following is not None:
                    self._put(between(word.text, following.text))
            if below is None:
                continue
            first = below.words[0].text
            if self._last[-1:] in _HYPHENS and self._last[-2:-1].isalpha() and first[:1].islower():
                self._unput()
            elif _ends_early(line, left, right) or _is_item(below):
                self._put("\n")
            else:
                self._put(between(self._last, first))

    def recognised(self) -> Recognised:
        """Return what has grown."""
        return Recognised("".join(self._parts), tuple(self._boxes))

    def _word(self, word: Word) -> None:
        box = self._straight.shares(word.left, word.top, word.right, word.bottom)
        self._boxes.append(Box(self._length, len(word.text), *box))
        self._put(word.text)
        self._last = word.text

    def _put(self, text: str) -> None:
        self._parts.append(text)
        self._length += len(text)

    def _unput(self) -> None:
        """Take the hyphen at the end of a line away: the word goes on below."""
        self._parts[-1] = self._parts[-1][:-1]
        self._length -= 1
        last = self._boxes[-1]
        self._boxes[-1] = Box(last.start, last.length - 1, last.left, last.top, last.width, last.height)


def between(before: str, after: str) -> str:
    """Return what stands between two words: a space, or nothing where their script has none."""
    return "" if _UNSPACED.match(before[-1:]) and _UNSPACED.match(after[:1]) else " "


def spoken(untrusted_text: str) -> str:
    """Return a word as recognised, in one piece and without what no screen can show."""
    return _SPACE.sub("", unicodedata.normalize("NFC", clean(untrusted_text)))
