"""A look at a page's tags before it is parsed: nesting that a parser takes minutes over, and text without a tree."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

# Each open element is looked at again for each new one: 10,000 take a fifth of a second, 200,000 three minutes.
_DEPTH_MOST: Final = 3000
# Open formatting elements are made anew in each paragraph, so that their number times that of paragraphs counts.
_FORMATTING_MOST: Final = 100
_TAG: Final = re.compile(r"<(/?)([a-zA-Z][^\s/<>]{0,40})[^<>]*>?|<!--")
_ENDS: Final = {
    name: re.compile(f"</{name}", re.IGNORECASE)
    for name in ("script", "style", "textarea", "title", "xmp", "noembed", "noframes", "iframe", "plaintext")
}
_FORMATTING: Final = frozenset("b big code em font i nobr s small strike strong tt u".split())
_NO_DEPTH: Final = frozenset(
    """area base br col embed hr img input link meta param source track wbr a p li dt dd tr td th thead tbody tfoot
    option optgroup colgroup rp rt html head body""".split()
)
_BREAKS: Final = frozenset(
    """address article aside blockquote body br caption center dd details dir div dl dt figcaption figure footer form
    h1 h2 h3 h4 h5 h6 header hr legend li main menu nav ol option p pre section summary table tbody td tfoot th thead
    title tr ul""".split()
)


def is_too_deep(text: str) -> bool:
    """Return whether a page is nested so deeply that parsing it would take minutes. Looks at each tag once."""
    depth = formatting = drawings = run = 0  # `run`: formatting elements opened since the last block began
    kinds: set[str] = set()
    for found, closing, name in _tags(text):
        step = -1 if closing else 1
        if name in {"svg", "math"}:
            drawings = max(0, drawings + step)
        if drawings and not closing and found.endswith("/>"):
            continue
        if name in _FORMATTING:
            formatting, run = max(0, formatting + step), max(0, run + step)
            if len(kinds) <= _FORMATTING_MOST:
                kinds.add(found)
        elif drawings or name not in _NO_DEPTH:
            depth = max(0, depth + step)
        if name in _BREAKS:
            run = 0
        if depth + run > _DEPTH_MOST or (formatting > _FORMATTING_MOST and len(kinds) > _FORMATTING_MOST):
            return True
    return False


def text_without_tags(text: str) -> str:
    """Return a page's text with its tags left out and a line for each block; scripts and styles are left out too."""
    parts: list[str] = []
    shown = 0
    for start, end, name in _spans(text):
        parts.append(html.unescape(text[shown:start]))
        if name in _BREAKS:
            parts.append("\n\n")
        shown = end
    parts.append(html.unescape(text[shown:]))
    return "".join(parts)


def _tags(text: str) -> Iterator[tuple[str, bool, str]]:
    """Yield (the tag as it stands, whether it closes, its name in small letters)."""
    for start, end, name in _spans(text):
        if name:
            yield text[start : min(end, start + 300)], text[start + 1 : start + 2] == "/", name


def _spans(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield where tags, comments and elements with nothing to read stand, with the tag's name ("" for the others)."""
    at = 0
    while (found := _TAG.search(text, at)) is not None:
        at = found.end()
        name = (found.group(2) or "").lower()
        if not name:
            end = text.find("-->", at)
            at = len(text) if end < 0 else end + 3
            yield found.start(), at, ""
        elif name in _ENDS and not found.group(1):
            ending = _ENDS[name].search(text, at)
            at = len(text) if ending is None else ending.start()
            yield found.start(), at, ""
        else:
            yield found.start(), at, name
