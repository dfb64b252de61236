"""The words of a web page: walking its tree without recursion, and what of it no reader of the page sees."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from paddock.reader.document import Unreadable
from paddock.reader.equations import is_power, mathml
from paddock.reader.markup import parse

if TYPE_CHECKING:
    from collections.abc import Callable

    from selectolax.lexbor import LexborNode

SKIPPED: Final = frozenset(
    """script style head title del meta link template noscript iframe object embed applet canvas audio video select
    datalist textarea input progress meter map area frame frameset noframes param source track dialog -comment
    -doctype""".split()
)
NAVIGATION: Final = frozenset({"nav"})
BLOCKS: Final = frozenset(
    """address article aside blockquote body caption center dd details dir div dl dt fieldset figcaption figure footer
    form h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol optgroup p pre search section summary table
    tbody td tfoot th thead tr ul""".split()
)
_BESIDE: Final = frozenset({"td", "th", "pre", "span", "div", "a", "code"})
_GUTTER: Final = frozenset(
    "gutter linenos lineno linenodiv linenumber linenumbers line-number line-numbers-rows rouge-gutter".split()
)
_OF_NUMBERS: Final = "0123456789.: \t\r\n\u00a0"
_WHITE: Final = re.compile(r"[ \t\r\n\f]+")
_AROUND_BREAK: Final = re.compile(r" ?\n ?")
_SPACES: Final = re.compile(r"[ \u00a0]+")
_BREAKS: Final = re.compile(r"\n{3,}")
_MATH_CHARACTERS: Final = 100_000
_HIDING: Final = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|font-size\s*:\s*0(?![\d.]*[1-9])|mso-hide\s*:\s*all"
    r"|opacity\s*:\s*0(?![\d.]*[1-9])",
    re.IGNORECASE,
)


def walk(root: LexborNode, enter: Callable[[LexborNode, str], bool], leave: Callable[[LexborNode, str], None]) -> None:
    """Call `enter` and `leave` for each node inside `root`, in the page's order; `enter` says whether to go inside.

    Both get the node and its tag, "-text" for text. A stranger's nesting is as deep as it likes, so there is no
    recursion.
    """
    path: list[tuple[LexborNode, str]] = []
    node = root.first_child
    while node is not None or path:
        if node is None:
            node, tag = path.pop()
            leave(node, tag)
            node = node.next
            continue
        tag = node.tag or ""
        if enter(node, tag):
            path.append((node, tag))
            node = node.first_child
        else:
            node = node.next


def is_hidden(node: LexborNode) -> bool:
    """Return whether the page itself hides an element from those who read it."""
    attributes = node.attributes
    if "hidden" in attributes:
        return True
    style = attributes.get("style")
    return bool(style and _HIDING.search(style[:2000]))


def numbers_lines(node: LexborNode, tag: str) -> bool:
    """Return whether an element holds nothing but the numbers of code's lines, as a highlighter sets them beside it."""
    named = tag in _BESIDE and _GUTTER & set((node.attributes.get("class") or "").lower().split())
    return bool(named) and not node.text().strip(_OF_NUMBERS)


def preformatted(root: LexborNode) -> str:
    """Return the text inside a `pre` with its white space; breaks and blocks inside it begin a line."""
    parts: list[str] = []

    def enter(node: LexborNode, tag: str) -> bool:
        if tag == "-text":
            parts.append(node.text(deep=False))
            return False
        if tag in SKIPPED or is_hidden(node) or numbers_lines(node, tag):
            return False
        if tag == "br" or (tag in BLOCKS and parts and not parts[-1].endswith("\n")):
            parts.append("\n")
        return True

    def leave(node: LexborNode, tag: str) -> None:
        if tag in BLOCKS and node.next is not None and parts and not parts[-1].endswith("\n"):
            parts.append("\n")

    walk(root, enter, leave)
    return "".join(parts)


def words(text: str) -> str:
    """Return a text node's text with white space as a browser shows it."""
    return _WHITE.sub(" ", text)


def written_apart(node: LexborNode, tag: str, parts: list[str]) -> bool:
    """Add what a formula or raised figures say to running text; return whether the element was one of these."""
    if tag == "math":
        parts.append(f" {_formula(node)} ")
        return True
    if tag == "span" and "katex-html" in (node.attributes.get("class") or ""):
        return True  # the picture of a formula that stands before it as one
    if tag == "sup":
        text = words(node.text()).strip()
        if is_power(text, parts[-1] if parts else ""):
            parts.append(f"^{text}")
            return True
    return False


def _formula(node: LexborNode) -> str:
    told = node.attributes.get("alttext")
    untrusted_html = node.html or ""
    if told or len(untrusted_html) > _MATH_CHARACTERS:
        return words(told or node.text())
    try:
        return mathml(parse(untrusted_html.replace("&nbsp;", " ").encode("utf-8")))
    except Unreadable:
        return words(node.text())


def tidy(parts: list[str]) -> str:
    """Return parts of running text put together; line breaks stay, spaces around them do not."""
    text = _AROUND_BREAK.sub("\n", _SPACES.sub(" ", "".join(parts)))
    return _BREAKS.sub("\n\n", text).strip()


def inline_text(root: LexborNode) -> str:
    """Return the text inside an element; blocks inside it begin a line."""
    parts: list[str] = []

    def enter(node: LexborNode, tag: str) -> bool:
        if tag == "-text":
            parts.append(words(node.text(deep=False)))
            return False
        if tag in SKIPPED or is_hidden(node) or written_apart(node, tag, parts):
            return False
        if tag == "br" or tag in BLOCKS:
            parts.append("\n")
        return True

    def leave(_node: LexborNode, tag: str) -> None:
        if tag in BLOCKS:
            parts.append("\n")

    walk(root, enter, leave)
    return tidy(parts)
