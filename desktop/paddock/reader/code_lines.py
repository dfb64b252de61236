"""Code in documents: which styles are meant for it, and its lines put together into one block between fences."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from paddock.reader.sections import Piece

_LINES_MOST: Final = 2000  # of one block: what is longer goes on in the next
_WORDS: Final = re.compile(r"[a-z]+|[A-Z]+(?![a-z])|[A-Z][a-z]+")
_CODE: Final = frozenset(
    "code codeblock sourcecode listing programlisting preformatted verbatim quellcode quelltext codeblocks".split()
)
_OTHERWISE: Final = frozenset(
    """caption title heading header footer inline char zchn number conduct toc index reference postal post zip area
    country product item bar error""".split()
)
_FENCE: Final = re.compile(r"`{3,}")
_BETWEEN: Final = re.compile(r"(`{3,}|~{3,})([^\n]*)\n(.*)\n\1", re.DOTALL)
_FEWEST: Final = 3
# Fonts whose letters are all as wide.
_TYPEWRITER: Final = re.compile(
    r"courier|consol|\bmono|mono\b|menlo|monaco|typewriter|terminal|fixedsys|inconsolata|source ?code|fira ?code"
    r"|cascadia|andale|lucida console|letter ?gothic|\bhack\b|jetbrains",
    re.IGNORECASE,
)
_SIGN: Final = re.compile(
    r"[{}\[\]<>\\|$#@;&]|=+|_+|\*+|\++|\^+|~+|/+|\w\(|[a-z0-9][.:][a-z0-9]| --?[a-z]|^\s{2,}", re.MULTILINE
)
_SIGNS_OF_CODE: Final = 0.03  # to a letter: typed letters to somebody have a tenth of that
_ADDRESS: Final = re.compile(r"(?:https?:/|www\.)\S*|\S+@\S+")
_LINE_MOST: Final = 200
_OF_PROSE: Final = 100  # characters to a line, more than which nobody types who breaks lines by hand


def is_code_style(untrusted_name: str) -> bool:
    """Return whether a paragraph's style is meant for code, by its name: "Source Code", "Preformatted Text"."""
    words = {word.lower() for word in _WORDS.findall(untrusted_name[:100])}
    return words == {"macro", "text"} or (bool(words & _CODE) and not words & _OTHERWISE)


def is_typewriter(untrusted_font: str) -> bool:
    """Return whether a font's letters are all as wide, by its name."""
    return _TYPEWRITER.search(untrusted_font[:100]) is not None


def may_be_code(text: str) -> bool:
    """Return whether a paragraph is short enough to be a line of code, or has several lines."""
    return len(text) <= _LINE_MOST or "\n" in text


def fenced(text: str) -> str:
    """Return code between fences; nothing where there is none. Indents stay, empty lines around it do not."""
    lines = [line.rstrip() for line in text.split("\n")]
    while lines and not lines[0]:
        lines.pop(0)
    text = "\n".join(lines).rstrip("\n")
    if not text:
        return ""
    longest = max((len(found) for found in _FENCE.findall(text)), default=_FEWEST - 1)
    fence = "`" * (longest + 1)
    return f"{fence}\n{text}\n{fence}"


def with_code(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Yield the pieces, with the lines of code that stand below each other made one block."""
    lines: list[Piece] = []
    for piece in _typed_code(pieces):
        if lines and (not piece.line or piece.new_page or len(lines) >= _LINES_MOST):
            yield from _block(lines)
            lines = []
        if piece.line:
            lines.append(piece)
        else:
            yield piece
    yield from _block(lines)


def split_code(piece: Piece, most: int) -> Iterator[Piece]:
    """Yield code between fences in parts of at most so many characters, each between fences; nothing of other text."""
    found = _BETWEEN.fullmatch(piece.text)
    if found is None:
        return
    fence, language, text = found.groups()
    room = max(1, most - 2 * len(fence) - len(language) - 2)
    begun = 0
    while begun < len(text):
        end = begun + room
        if end < len(text):
            line_end = text.rfind("\n", begun + room // 2, end)
            end = line_end + 1 if line_end >= 0 else end
        part = text[begun:end].removesuffix("\n")
        yield replace(piece, text=f"{fence}{language}\n{part}\n{fence}", new_page=piece.new_page and not begun)
        begun = end


def _typed_code(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Yield the pieces, with the typed ones that stand below each other and are code made lines of it."""
    run: list[Piece] = []
    for piece in pieces:
        if run and (not piece.typed or piece.new_page or len(run) >= _LINES_MOST):
            yield from _lines_of(run)
            run = []
        if piece.typed:
            run.append(piece)
        else:
            yield piece
    yield from _lines_of(run)


def _lines_of(run: list[Piece]) -> Iterator[Piece]:
    lines = [line for one in run for line in one.typed.split("\n") if line.strip()]
    said = _ADDRESS.sub("", "\n".join(lines))
    letters = sum(not letter.isspace() for letter in said)
    signs = len(_SIGN.findall(said))
    few = len(lines) < 2 or len(said) > _OF_PROSE * len(lines)  # noqa: PLR2004 - one line has no breaks to keep
    if few or signs <= _SIGNS_OF_CODE * letters:
        yield from (replace(one, typed="") for one in run)
    else:
        yield from (replace(one, kind="code", text=one.typed, line=True, typed="", look=None) for one in run)


def _block(lines: list[Piece]) -> Iterator[Piece]:
    shown = [number for number, one in enumerate(lines) if one.text.strip()]
    if not shown:
        return
    said = lines[shown[0] : shown[-1] + 1]
    text = fenced("\n".join(one.text for one in said))
    yield replace(said[0], kind="code", text=text, level=0, last=said[-1].last, line=False, look=None)
