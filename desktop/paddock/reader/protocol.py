"""What window and reader say to each other: a file's bytes in, pages of text with their places out, all capped."""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec
from msgspec import Meta

PROTOCOL_VERSION = 1
CHUNK_BYTES = 4 << 20

RequestId = Annotated[int, Meta(ge=0, lt=1 << 53)]
Short = Annotated[str, Meta(max_length=4096)]
PageText = Annotated[str, Meta(max_length=4 << 20)]
PageNumber = Annotated[int, Meta(ge=1, lt=1 << 31)]
Offset = Annotated[int, Meta(ge=0, lt=1 << 31)]
Share = Annotated[float, Meta(ge=0, le=1)]

PageKind = Literal["page", "slide", "sheet", "section", "part", "image"]
BlockKind = Literal["heading", "paragraph", "list", "table", "code", "quote", "caption"]
PageOutcome = Literal["read", "empty", "no_text", "damaged", "cut"]
OutcomeKind = Literal["whole", "part", "refused"]
Office = Literal["doc", "ppt", "xls"]
Reason = Literal["password", "unknown_format", "damaged", "limit", "empty", "unsupported", "bug"]

# ---------------------------------------------------------------- what a document is made of


class Block(msgspec.Struct, frozen=True, array_like=True):
    """One piece of a page's structure: `Page.text[start:end]`, blocks in order and never overlapping.

    `level` is a heading's rank (1 to 6), else 0. `place` says where in the page, in the words of the format: "A1:D20"
    of a sheet, "line 12" of a text, "¶ 7" of a letter; empty where the page alone says it.
    """

    kind: BlockKind
    start: Offset
    end: Offset
    level: Annotated[int, Meta(ge=0, le=6)] = 0
    place: Short = ""


class Span(msgspec.Struct, frozen=True, array_like=True):
    """`length` characters from `Page.text[start]` that stand one for one from character `source` on in the source.

    For PDF, `source` counts characters as `FPDFText_GetText` of that page gives them. Text between two spans (a
    joined hyphen, Markdown's own marks) stands nowhere in the source.
    """

    start: Offset
    length: Offset
    source: Offset


class Box(msgspec.Struct, frozen=True, array_like=True):
    """Where one word of a recognised picture stands: `Page.text[start:start + length]`.

    Left, top, width and height are shares of the page's width and height, from its upper left corner.
    """

    start: Offset
    length: Offset
    left: Share
    top: Share
    width: Share
    height: Share


class Page(msgspec.Struct, frozen=True, kw_only=True, tag="page"):
    """One page, slide, sheet, section or part, as Markdown text with its places. `number` counts from 1.

    `label` is what a person calls it where that differs from the number ("iv", a sheet's name, a slide's title, a
    section's heading). `attachment` names the file inside an e-mail this page comes from, else it is empty.
    `headings` is the path of headings in force where the page begins, outermost first.
    """

    id: RequestId
    number: PageNumber
    kind: PageKind
    label: Short = ""
    attachment: Short = ""
    headings: Annotated[tuple[Short, ...], Meta(max_length=16)] = ()
    text: PageText = ""
    blocks: Annotated[tuple[Block, ...], Meta(max_length=200_000)] = ()
    spans: Annotated[tuple[Span, ...], Meta(max_length=500_000)] = ()
    boxes: Annotated[tuple[Box, ...], Meta(max_length=200_000)] = ()
    outcome: PageOutcome = "read"
    recognised: bool = False  # its text comes from a picture (OCR)
    detail: Short = ""  # why the outcome is not "read", in a sentence


# ---------------------------------------------------------------- window → reader


class Limits(msgspec.Struct, frozen=True, kw_only=True):
    """What one file may cost. Reaching one ends the reading in part, with the pages had so far, and says so."""

    memory_bytes: Annotated[int, Meta(ge=64 << 20)] = 1 << 30
    seconds: Annotated[float, Meta(gt=0, le=86_400)] = 600.0
    page_seconds: Annotated[float, Meta(gt=0, le=3600)] = 30.0
    pages: Annotated[int, Meta(ge=1, le=1_000_000)] = 20_000
    parts: Annotated[int, Meta(ge=1, le=1_000_000)] = 20_000  # members of a zip, parts of an e-mail
    part_bytes: Annotated[int, Meta(ge=1)] = 256 << 20  # one member, unpacked
    text_characters: Annotated[int, Meta(ge=1)] = 200_000_000
    page_characters: Annotated[int, Meta(ge=1, le=4 << 20)] = 2_000_000


class Open(msgspec.Struct, frozen=True, kw_only=True, tag="open"):
    """A file comes: `size` bytes in `Chunk`s follow. Answered by `Opened` or `Refused` once they are all there.

    `name` is the file's name without its folder: a hint only, content decides. `password` is used and forgotten. The
    first one says with `gentle` that the model and the window are to have the cores before this process (POSIX).
    `sparing`: with as little memory at a time as may be, whatever time that takes.
    """

    id: RequestId
    name: Short
    size: Annotated[int, Meta(ge=0, le=2 << 30)]
    password: Annotated[str, Meta(max_length=1024)] | None = None
    limits: Limits = Limits()
    gentle: bool = False
    sparing: bool = False


class Chunk(msgspec.Struct, frozen=True, tag="chunk"):
    """The next bytes of the file that `Open` announced."""

    data: Annotated[bytes, Meta(max_length=CHUNK_BYTES)]


class Read(msgspec.Struct, frozen=True, kw_only=True, tag="read"):
    """Read the open file from page `first` on; answered by `Page`s in order and one `Done`.

    `languages` are Tesseract's codes, in order of likelihood; empty means no recognition of pictures.
    """

    id: RequestId
    first: PageNumber = 1
    languages: Annotated[tuple[Annotated[str, Meta(pattern="^[A-Za-z_]{3,20}$")], ...], Meta(max_length=8)] = ("eng",)


class Draw(msgspec.Struct, frozen=True, kw_only=True, tag="draw"):
    """Draw page `page` of the open file, `width` pixels wide; answered by `Picture` or `Refused`.

    `marks` are ranges of the source's characters (`Span.source` and a length) whose rectangles are wanted.
    """

    id: RequestId
    page: PageNumber
    width: Annotated[int, Meta(ge=16, le=4096)]
    marks: Annotated[tuple[tuple[Offset, Offset], ...], Meta(max_length=4096)] = ()


class Stop(msgspec.Struct, frozen=True, tag="stop"):
    """Stop the running `Read` at the next page; it is answered by `Done` with the outcome "part"."""

    id: RequestId


class Shut(msgspec.Struct, frozen=True, tag="shut"):
    """Forget the open file."""


class ProbeWalls(msgspec.Struct, frozen=True, tag="probe"):
    """Try what should be forbidden and say what happened; answered by `Walls`."""

    id: RequestId


Request = Open | Chunk | Read | Draw | Stop | Shut | ProbeWalls

# ---------------------------------------------------------------- reader → window


class Opened(msgspec.Struct, frozen=True, kw_only=True, tag="opened"):
    """The file is known and can be read. `format` is a short name ("pdf", "docx"); `pages` 0 where not yet known.

    `title` and `author` are what the file says of itself, untrusted; empty where it says nothing. `draws` tells
    whether `Draw` works on it.
    """

    id: RequestId
    format: Annotated[str, Meta(max_length=32)]
    pages: Annotated[int, Meta(ge=0, lt=1 << 31)] = 0
    title: Short = ""
    author: Short = ""
    draws: bool = False


class Alive(msgspec.Struct, frozen=True, tag="alive"):
    """Work goes on, without a page to show for it yet."""


class Done(msgspec.Struct, frozen=True, kw_only=True, tag="done"):
    """How reading ended.

    `pages` is how many the file has, as far as could be seen. `note` says in a sentence why the outcome is not
    "whole" where no single page says it (a limit, a stop, damage behind the last page read).
    """

    id: RequestId
    outcome: OutcomeKind
    pages: Annotated[int, Meta(ge=0, lt=1 << 31)]
    reason: Reason | None = None
    note: Short = ""


class Refused(msgspec.Struct, frozen=True, kw_only=True, tag="refused"):
    """The file cannot be read, or the page cannot be drawn: why, and what the person can do.

    `reason` "password": one is needed, or the one given is wrong; ask once and open again. `office`: an office program
    can turn the file into one that can be read, if it takes it for one of this kind.
    """

    id: RequestId
    reason: Reason
    what: Short
    why: Short = ""
    next_step: Short = ""
    office: Office | None = None


class Picture(msgspec.Struct, frozen=True, kw_only=True, tag="picture"):
    """A page drawn: rows of 8-bit RGB without padding, `width * height * 3` bytes.

    `rectangles` holds, for each of `Draw.marks`, its rectangles as (left, top, width, height) in shares of the page.
    """

    id: RequestId
    width: Annotated[int, Meta(ge=1, le=4096)]
    height: Annotated[int, Meta(ge=1, le=16_384)]
    rgb: Annotated[bytes, Meta(max_length=4096 * 16_384 * 3)]
    rectangles: Annotated[
        tuple[Annotated[tuple[tuple[Share, Share, Share, Share], ...], Meta(max_length=4096)], ...],
        Meta(max_length=4096),
    ] = ()


class Wall(msgspec.Struct, frozen=True):
    """One door that was tried: whether it held, and what happened."""

    name: Short
    held: bool
    detail: Short


class Walls(msgspec.Struct, frozen=True, kw_only=True, tag="walls"):
    """What the system forbids this process, tried from inside."""

    id: RequestId
    mechanism: Short
    enforced: bool
    note: Short
    probes: Annotated[tuple[Wall, ...], Meta(max_length=256)]


Answer = Opened | Page | Alive | Done | Refused | Picture | Walls
