"""What every format's reader gives the worker: a document with pages, and what it may spend on them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from paddock.reader.protocol import Limits

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from paddock.reader.pdf_beside import Beside
    from paddock.reader.protocol import Box, Office, Page, Reason

Rectangle = tuple[float, float, float, float]


class Unreadable(Exception):
    """The file, or the page asked for, cannot be read: `reason` for the program, the rest for the person.

    `office`: as what an office program could open it.
    """

    def __init__(
        self, reason: Reason, what: str, why: str = "", next_step: str = "", office: Office | None = None
    ) -> None:
        super().__init__(what)
        self.office = office
        self.reason = reason
        self.what = what
        self.why = why
        self.next_step = next_step


class LimitReached(Exception):
    """A limit ends the reading here; what was read so far stands. The argument is the sentence that says which."""


@dataclass(frozen=True)
class Source:
    """A file as it came: its bytes, its name as a hint, and what opens it. `password` is forgotten after opening.

    `depth` says in how many others it lies: an attachment of an e-mail in one. `sparing`: memory counts more than time.
    `beside` is the process that may look at pages of a PDF too, where there is one.
    """

    data: bytes = field(repr=False)
    name: str = ""
    password: str | None = field(default=None, repr=False)
    limits: Limits = field(default_factory=Limits)
    depth: int = 0
    sparing: bool = False
    beside: Beside | None = None


@dataclass(frozen=True)
class Bitmap:
    """A picture in memory: 8-bit RGB rows without padding."""

    width: int
    height: int
    rgb: bytes


@dataclass(frozen=True)
class Drawn:
    """A page drawn, with the rectangles of each mark in shares of the page (left, top, width, height)."""

    picture: Bitmap
    rectangles: tuple[tuple[Rectangle, ...], ...] = ()


@dataclass(frozen=True)
class Recognised:
    """What recognition read in a picture: text in reading order and the box of each word in it.

    `cut` where the time ran out before all of it was read, `blank` where there is nothing on the paper at all.
    """

    text: str
    boxes: tuple[Box, ...]
    cut: bool = False
    blank: bool = False


def _stay() -> None:
    """Do nothing: where no clock runs there is none to set back."""


@dataclass(frozen=True)
class Reading:
    """What a document is given while it is read. `id` goes into every page.

    `recognise` reads a picture of a page (dots per inch given) and returns None where there is no recognition at
    all, for want of a language's data. `alive` is called now and then in long work: it tells the window that work
    goes on, and raises LimitReached where the page's or the file's time is up, or reading was stopped. `turn` is called
    where the work on a page begins that may turn out to be none: what went before counts for the file alone.
    """

    id: int
    recognise: Callable[[Bitmap, int], Recognised | None]
    alive: Callable[[], None]
    limits: Limits = field(default_factory=Limits)
    recognises: bool = True  # False: `recognise` returns None whatever it is given, and no picture need be made
    turn: Callable[[], None] = _stay


class Document(Protocol):
    """An open document. Its bytes are a stranger's: constructors raise Unreadable, and nothing else by design."""

    format: str
    title: str
    author: str
    page_count: int
    draws: bool

    def pages(self, first: int, reading: Reading) -> Iterator[Page]:
        """Yield the pages from number `first` on, each with its own outcome. Raises Unreadable, LimitReached."""

    def draw(self, page: int, width: int, marks: Sequence[tuple[int, int]]) -> Drawn:
        """Draw one page `width` pixels wide. Raises Unreadable where this format cannot be drawn."""

    def close(self) -> None:
        """Let go of what is held outside Python."""
