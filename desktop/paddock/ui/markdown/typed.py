"""Text shown just as it was typed: a person's own words, and Markdown too deep or too large to be set."""

from __future__ import annotations

import re

from paddock.ui.markdown.blocks import Block, CodePart, Line, Run
from paddock.ui.markdown.direction import reads_rtl

MAX_PARAGRAPH = 6_000
"""Characters in one line of the document; a longer one is shown in pieces, since Qt lays a line out in one go."""

_ENDINGS = re.compile("\r\n?|\u2029")
_FOREIGN = re.compile("[\0\ufdd0\ufdd1\ufffc\ud800-\udfff]")
_FENCE = re.compile(r"^(```+|~~~+)\s*([\w+#.-]*)\s*$")


def clean(text: str) -> str:
    """Return the text with line feeds only, and without what Qt's documents use as signs of their own."""
    return _FOREIGN.sub("\ufffd", _ENDINGS.sub("\n", text))


def read_typed(text: str) -> list[Block]:
    """Read what a person typed: every character as it stands, save that fenced code is set as code."""
    text = clean(text)
    made: list[Block] = []
    held: list[str] = []
    code: list[str] | None = None
    fence = language = opening_line = ""
    count = 0
    for line in [*text.split("\n"), None]:
        if code is None:
            opening = _FENCE.match(line) if line is not None else None
            if opening:
                fence, language = opening[1], opening[2]
                code = []
                opening_line = line or ""
            elif line is not None:
                held.append(line)
        elif line is None:
            held += [opening_line, *code]  # never closed: it was no code block
        elif line.strip() == fence:
            if held:
                made += typed_lines("\n".join(held))
                held = []
            made += _typed_code(code, count, language)
            count += 1
            code = None
        else:
            code.append(line)
    return made + (typed_lines("\n".join(held)) if held or not made else [])


def _typed_code(lines: list[str], ordinal: int, language: str) -> list[Block]:
    parts = [(number > 0, piece) for line in lines or [""] for number, piece in enumerate(pieces(line))]
    return [
        Line(
            "code",
            (Run(piece),) if piece else (),
            tight=joins,
            code=CodePart(ordinal, language[:40], at == 0, at == len(parts) - 1),
        )
        for at, (joins, piece) in enumerate(parts)
    ]


def typed_lines(text: str, *, path: str = "") -> list[Block]:
    """Return text just as it was typed: each line its own, long ones in pieces so that none takes long to lay out."""
    made: list[Block] = []
    for number, line in enumerate(text.split("\n")):
        rtl = reads_rtl(line)
        made += [
            Line("text", (Run(piece),) if piece else (), path, tight=number > 0 or part > 0, rtl=rtl)
            for part, piece in enumerate(pieces(line))
        ]
    return made


def pieces(text: str) -> list[str]:
    """Return the text in pieces of at most 6,000 characters, cut behind spaces where there are any."""
    made = []
    while len(text) > MAX_PARAGRAPH:
        cut = text.rfind(" ", MAX_PARAGRAPH // 2, MAX_PARAGRAPH) + 1 or MAX_PARAGRAPH
        made.append(text[:cut])
        text = text[cut:]
    return [*made, text]
