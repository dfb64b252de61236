"""What of a web page leads about its site, or asks leave for cookies, and tells nothing itself."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from paddock.reader.html_words import NAVIGATION, words

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_ROLES: Final = frozenset({"navigation", "menu", "menubar"})
_CONSENT: Final = re.compile(
    r"(?:cookie|consent|gdpr|ccpa)s?[-_]*(?:banner|bar|box|notice|consent|popup|modal|dialog|overlay|message|law|info"
    r"|alert|warning|wall|disclaimer)\b|cc-window|onetrust|cybot|usercentrics|truste",
    re.IGNORECASE,
)
_CONSENT_CHARACTERS: Final = 3000
_MENU: Final = re.compile(
    r"(?:^|[\s_-])(?:nav|navbar|navigation|menu|submenu|breadcrumbs?|skip|skip-?(?:link|nav|to\w*)|social|share|sharing"
    r"|pagination|pager)s?(?:$|[\s_-])",
    re.IGNORECASE,
)
_MENU_CHARACTERS: Final = 4000
_MENU_SHARE: Final = 0.9  # of its characters in links, below which it tells something as well
_LINK_DEPTH: Final = 4
_NAME_CHARACTERS: Final = 4
# Elements looked at for this in one page, all together: a stranger may nest menus without end.
_LOOKS_MOST: Final = 200_000


class Furniture:
    """Tells the furniture of one page, by the names of elements and by what they hold."""

    def __init__(self) -> None:
        self._looks = _LOOKS_MOST

    def includes(self, node: LexborNode, tag: str) -> bool:
        """Return whether an element belongs to it."""
        attributes = node.attributes
        if tag in NAVIGATION or attributes.get("role") in _ROLES:
            return True
        called = f"{attributes.get('id') or ''} {attributes.get('class') or ''}"[:500]
        if len(called) < _NAME_CHARACTERS:
            return False
        if _CONSENT.search(called):
            return self._letters(node, _CONSENT_CHARACTERS) is not None
        if not _MENU.search(called):
            return False
        letters = self._letters(node, _MENU_CHARACTERS)
        return letters is not None and letters[1] >= _MENU_SHARE * letters[0]

    def _letters(self, node: LexborNode, most: int) -> tuple[int, int] | None:
        """Return how many characters an element holds, and how many in links; None where there are too many."""
        every = linked = 0
        for count, one in enumerate(node.traverse(include_text=True)):
            self._looks -= 1
            if every > most or count > most or self._looks < 0:
                return None
            if one.tag == "-text":
                length = len(words(one.text(deep=False)).strip())
                above = one.parent
                every += length
                for _ in range(_LINK_DEPTH):
                    if above is None or above.tag == "a":
                        break
                    above = above.parent
                linked += length if above is not None and above.tag == "a" else 0
        return every, linked
