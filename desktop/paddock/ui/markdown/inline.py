"""Reads the text within a paragraph: emphasis, code, links, images that are not shown, formulas."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from paddock.ui.markdown.blocks import LINE_BREAK, Run, Style
from paddock.ui.markdown.typed import clean

if TYPE_CHECKING:
    from collections.abc import MutableMapping

    from markdown_it import MarkdownIt
    from markdown_it.token import Token

FORMULA_CHARS = 2_000
"""A formula longer than this is shown as it was typed."""

_INLINE_CHARS = 20_000
_INLINE_SIGNS = 1_500
_SIGNS = "[]`*_~$\\<!&"
_KNOWN_TEXTS = 1_000
_OPENED_LINKS = ("http://", "https://", "mailto:")
_STYLES = {"strong": Style.BOLD, "em": Style.ITALIC, "s": Style.STRIKE}


class InlineReader:
    """Reads paragraphs' texts; the same text is read only once, which is what happens while an answer grows."""

    def __init__(self, parser: MarkdownIt, image_note: str) -> None:
        self._parser = parser
        self._image_note = image_note
        self._known: dict[str, tuple[Run, ...]] = {}

    def runs(self, text: str, definitions: MutableMapping[str, Any]) -> tuple[Run, ...]:
        """Return a paragraph's runs. Text too long, or too full of signs, for quick reading is shown as typed."""
        if text in self._known:
            return self._known[text]
        if len(text) > _INLINE_CHARS or sum(map(text.count, _SIGNS)) > _INLINE_SIGNS:
            return (Run(text.replace("\n", LINE_BREAK)),)
        tokens: list[Token] = []
        self._parser.inline.parse(text, self._parser, definitions, tokens)
        writer = _Runs(self._image_note)
        for token in tokens:
            writer.add(token)
        made = tuple(writer.runs)
        if "[" not in text:  # what is in brackets may depend on definitions
            if len(self._known) >= _KNOWN_TEXTS:
                self._known.clear()
            self._known[text] = made
        return made


class _Runs:
    """Collects a paragraph's runs; neighbours of one style become one."""

    def __init__(self, image_note: str) -> None:
        self.runs: list[Run] = []
        self._image_note = image_note
        self._styles: list[Style] = []
        self._href = ""
        self._unopened = ""

    def add(self, token: Token) -> None:
        kind = token.type
        if kind == "text":
            self._put(token.content)
        elif kind in {"softbreak", "hardbreak"}:
            self._put(LINE_BREAK)
        elif kind == "code_inline":
            self._put(token.content, Style.CODE)
        elif kind.startswith("math_inline"):
            self._formula(token, display=kind == "math_inline_double")
        elif kind == "image":
            self._put(token.content or str(token.attrGet("src") or ""), Style.ITALIC)
            self._put(f" ({self._image_note})", Style.NOTE)
        elif kind.startswith("link_"):
            self._link(token)
        elif token.nesting > 0:
            self._styles.append(_STYLES.get(token.tag, Style.PLAIN))
        elif token.nesting < 0 and self._styles:
            self._styles.pop()
        elif token.content:
            self._put(token.content)

    def _link(self, token: Token) -> None:
        href = str(token.attrGet("href") or "")
        if token.nesting < 0:
            if self._unopened:
                self._put(f" ({self._unopened})", Style.NOTE)
            self._href = self._unopened = ""
        elif href.lower().startswith(_OPENED_LINKS):
            self._href = href
        else:
            self._unopened = href

    def _formula(self, token: Token, *, display: bool) -> None:
        if len(token.content) > FORMULA_CHARS:
            self._put(token.markup + token.content + token.markup)
        else:
            self._put(token.content.strip(), Style.FORMULA | (Style.DISPLAY if display else Style.PLAIN))

    def _put(self, text: str, style: Style = Style.PLAIN) -> None:
        if not text:
            return
        if not style & Style.FORMULA:
            text = clean(text).replace("\n", LINE_BREAK)  # a character reference may stand for anything
        for each in self._styles:
            style |= each
        before = self.runs[-1] if self.runs else None
        joins = before is not None and (before.style, before.href) == (style, self._href)
        if before is not None and joins and not style & Style.FORMULA:
            self.runs[-1] = Run(before.text + text, style, self._href)
        else:
            self.runs.append(Run(text, style, self._href))
