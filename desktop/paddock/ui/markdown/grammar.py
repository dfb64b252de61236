"""The Markdown that is understood: CommonMark, tables, strikethrough and LaTeX; never HTML, never a guessed link."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markdown_it import MarkdownIt
from mdit_py_plugins.dollarmath import dollarmath_plugin

if TYPE_CHECKING:
    from markdown_it.rules_block import StateBlock
    from markdown_it.rules_inline import StateInline

MAX_NESTING = 24
"""Containers within containers. markdown-it drops what lies deeper, so the reader shows such a block as typed."""


def make_parser() -> MarkdownIt:
    """Return a parser of its own; building one takes about a millisecond."""
    parser = MarkdownIt("commonmark", {"html": False, "linkify": False, "maxNesting": MAX_NESTING})
    parser.enable(["table", "strikethrough"])
    parser.disable(["html_block", "html_inline"])
    dollarmath_plugin(parser, allow_labels=False, allow_space=False, allow_digits=False, double_inline=True)
    parser.inline.ruler.before("escape", "bracket_formula", _bracket_formula)
    parser.block.ruler.before("fence", "bracket_formula_block", _bracket_formula_block)
    parser.core.ruler.enableOnly(["normalize", "block"])  # paragraphs' texts are read one by one, see inline.py
    return parser


def _bracket_formula(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - markdown-it's interface
    r"""Read \( … \), and \[ … \] within a paragraph."""
    opening = state.src[state.pos : state.pos + 2]
    if opening not in {r"\(", r"\["}:
        return False
    end = state.src.find(r"\)" if opening == r"\(" else r"\]", state.pos + 2, state.posMax)
    if end < 0 or not state.src[state.pos + 2 : end].strip():
        return False
    if not silent:
        token = state.push("math_inline" if opening == r"\(" else "math_inline_double", "math", 0)
        token.content = state.src[state.pos + 2 : end]
        token.markup = opening
    state.pos = end + 2
    return True


def _bracket_formula_block(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001 - as above
    r"""Read \[ … \] where it begins and ends a line."""
    if state.is_code_block(start):
        return False
    begin = state.bMarks[start] + state.tShift[start]
    if state.src[begin : begin + 2] != r"\[":
        return False
    for line in range(start, end):
        if line > start and (state.isEmpty(line) or state.sCount[line] < state.blkIndent):
            return False
        text = state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]].rstrip()
        at = text.find(r"\]", 2 if line == start else 0)
        if at < 0:
            continue
        if at != len(text) - 2:
            return False
        if not silent:
            token = state.push("math_block", "math", 0)
            token.block = True
            content = state.getLines(start, line + 1, state.blkIndent, False).strip()
            token.content = content[2:-2]
            token.markup = r"\["
            token.map = [start, line + 1]
            state.line = line + 1
        return True
    return False
