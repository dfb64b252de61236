"""XML of strangers: no entities, nothing from outside, depth and size bounded; broken XML as far as it goes."""

from __future__ import annotations

import io
from typing import IO, TYPE_CHECKING, Any, Final, cast

from lxml import etree

from paddock.reader.document import Unreadable

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml.etree import _Element as Element

    from paddock.reader.archive import Member

# How deep trees are followed where Python calls itself; deeper text is taken flat.
MOST_DEPTH: Final = 100
_ROOT_WITHIN: Final = 1 << 16
# Strict Office Open XML (ISO/IEC 29500-1, annex A) names its vocabularies anew; the words in them are the same.
_STRICT: Final = (
    (b"http://purl.oclc.org/ooxml/officeDocument/", b"http://schemas.openxmlformats.org/officeDocument/2006/"),
    (
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    ),
    (b"http://purl.oclc.org/ooxml/spreadsheetml/main", b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"),
    (b"http://purl.oclc.org/ooxml/presentationml/main", b"http://schemas.openxmlformats.org/presentationml/2006/main"),
    (b"http://purl.oclc.org/ooxml/drawingml/", b"http://schemas.openxmlformats.org/drawingml/2006/"),
)


class Markup:
    """A part's XML, read as a tree or piece by piece. `damage` says, in a sentence, what was wrong with it so far."""

    def __init__(self, untrusted_member: Member | Held) -> None:
        self._member = _Transitional(untrusted_member)
        self._source = untrusted_member
        self._broken = False

    @property
    def damage(self) -> str:
        """Return what is wrong with the part, empty where nothing is or has been met yet."""
        return self._source.damage or ("A part of the file is not well-formed." if self._broken else "")

    def root(self) -> Element:
        """Return the whole part as a tree. Raises Unreadable where there is nothing in it."""
        parser = etree.XMLParser(
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            huge_tree=False,
            recover=True,
            remove_comments=True,
            remove_pis=True,
        )
        try:
            root = etree.parse(cast("IO[Any]", self._member), parser).getroot()
        except etree.XMLSyntaxError as error:
            raise _damaged() from error
        if root is None:
            raise _damaged()
        _refuse_entities(root)
        self._broken = _was_broken(parser.error_log)
        return root

    def pieces(self, tags: Sequence[str]) -> Iterator[Element]:
        """Yield each element of these tags (`{namespace}name`) once it is complete, its tree so far above it.

        Whoever takes one drops what is done with, by `drop`; else the whole part gathers in memory.
        """
        events = etree.iterparse(
            self._member,
            events=("end",),
            tag=tuple(tags),
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            huge_tree=False,
            recover=True,
            remove_comments=True,
            remove_pis=True,
        )
        checked = False
        try:
            for _, element in events:
                if not checked:
                    _refuse_entities(element)
                    checked = True
                yield element
        except etree.XMLSyntaxError:
            self._broken = True
        self._broken = self._broken or _was_broken(events.error_log)


def drop(element: Element) -> None:
    """Let go of an element's content and of everything before it under the same parent.

    The element itself must stay until the next one is complete: the parser may still write behind it.
    """
    parent = element.getparent()
    element.clear()
    if parent is not None:
        while element.getprevious() is not None:
            del parent[0]


def up_to(element: Element) -> Iterator[Element]:
    """Yield an element's siblings before it, and then the element: the parser may be further on already."""
    parent = element.getparent()
    for one in parent if parent is not None else (element,):
        yield one
        if one is element:
            return


def parse(untrusted_data: bytes) -> Element:
    """Return the tree of a small part. Raises Unreadable where there is none in it."""
    return Markup(Held(untrusted_data)).root()


def local(element: Element) -> str:
    """Return an element's name without its namespace; empty for what is none (an entity that was not resolved)."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def children(element: Element | None, name: str) -> list[Element]:
    """Return the children of that local name."""
    return [] if element is None else [child for child in element if local(child) == name]


def child(element: Element | None, *names: str) -> Element | None:
    """Return the first descendant along a path of local names."""
    for name in names:
        if element is None:
            return None
        element = next((one for one in element if local(one) == name), None)
    return element


def attribute(element: Element | None, name: str) -> str:
    """Return the attribute of that local name, whatever its namespace; empty where there is none."""
    if element is None:
        return ""
    plain = element.get(name)
    if plain is not None:
        return plain
    return next((str(value) for key, value in element.items() if str(key).rpartition("}")[2] == name), "")


def whole_number(untrusted_text: str | None, otherwise: int = 0, most: int = 1 << 31) -> int:
    """Return the text as a number between -most and most, else `otherwise`."""
    try:
        number = int(float(untrusted_text or ""))
    except (ValueError, OverflowError):
        return otherwise
    return max(-most, min(most, number))


class Held:
    """Bytes held in memory that are read like a zip's member."""

    damage = ""

    def __init__(self, data: bytes) -> None:
        self.read = io.BytesIO(data).read


class _Transitional:
    """Gives a member's bytes with the vocabularies of the strict standard under their usual names."""

    def __init__(self, member: Member | Held) -> None:
        self._member = member
        self._began = False

    def read(self, size: int = -1) -> bytes:
        """Return the next bytes. Namespaces are declared on the root, near the beginning."""
        if self._began:
            return self._member.read(size)
        self._began = True
        head = self._member.read(size if size < 0 else max(size, _ROOT_WITHIN))
        if b"http://purl.oclc.org/ooxml/" in head:
            for strict, usual in _STRICT:
                head = head.replace(strict, usual)
        return head


def _refuse_entities(element: Element) -> None:
    # No Office or e-book format has entities of its own; libxml2 has bounded what they grew to until here.
    declared = element.getroottree().docinfo.internalDTD
    if declared is not None and any(True for _ in cast("Any", declared).iterentities()):
        raise Unreadable("damaged", "This file defines shortcuts of its own in its XML, as only bombs do.")


def _was_broken(log: etree._ListErrorLog) -> bool:
    return any(entry.level_name == "FATAL" for entry in log)


def _damaged() -> Unreadable:
    return Unreadable("damaged", "This file is damaged.", "A part of it holds no XML.")
