"""Finds a wheel on a package index's page of a project (PEP 503 in HTML, PEP 691 in JSON): its address and its hash."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Annotated, Final

import msgspec
from msgspec import Meta

from paddock.errors import UserError
from paddock.fetcher.https import LedHome, address_from
from paddock.fetcher.pages import read_answer

if TYPE_CHECKING:
    from collections.abc import Callable

    from paddock.fetcher.https import Network
    from paddock.fetcher.wanted import FromIndex

_MAX_PAGE_BYTES: Final = 16 << 20
_LONGEST_NAME: Final = 1000
_ACCEPT: Final = "application/vnd.pypi.simple.v1+json, application/vnd.pypi.simple.v1+html;q=0.2, text/html;q=0.1"
# NAME-VERSION[-BUILD]-TAGS.whl; a model's wheel runs everywhere, as there is no program in it.
_WHEEL: Final = re.compile(r"(?P<name>[^-]+)-(?P<version>[^-]+)(-\d[^-]*)?-(py3|py2\.py3)-none-any\.whl")
_SHA256: Final = re.compile(r"sha256=([0-9a-f]{64})")


@dataclass(frozen=True)
class IndexFile:
    """A wheel on the index. An empty `sha256`, a size of None: the index does not say."""

    url: str
    sha256: str = ""
    size_bytes: int | None = None


class _File(msgspec.Struct, frozen=True):
    filename: Annotated[str, Meta(max_length=1000)]
    url: Annotated[str, Meta(max_length=8000)]
    hashes: dict[str, str] = {}
    size: Annotated[int, Meta(ge=0, le=1 << 50)] | None = None
    yanked: bool | str = False


class _Project(msgspec.Struct, frozen=True):
    files: Annotated[tuple[_File, ...], Meta(max_length=100_000)]


def wheel_on_index(index: str, place: FromIndex, network: Network, on_tick: Callable[[], None]) -> IndexFile | None:
    """Return the one wheel of this version that runs everywhere; None where the page tells of none, or of several.

    `on_tick` is called several times a second. Raises UserError where the index does not answer, LedHome where it would
    have this computer's own services asked: then pip is not to ask it either.
    """
    page = f"{index}/{_plain(place.package)}/"
    said, came_from = read_answer(network, page, _MAX_PAGE_BYTES, headers={"Accept": _ACCEPT}, on_tick=on_tick)
    base = ""
    try:
        if said.lstrip()[:1] == b"{":
            files = msgspec.json.decode(said, type=_Project).files
        else:
            files, base = _links(said)
    except msgspec.MsgspecError:
        return None
    found = [(file, _address(came_from, base, file)) for file in files if _may_be_fetched(file, place)]
    whole = [(file, url) for file, url in found if file.yanked is False and _is_it(file.filename, place)]
    if len(whole) != 1:
        return None
    ((file, url),) = whole
    if not url:
        return None
    sha256 = file.hashes.get("sha256", "")
    return IndexFile(url, sha256 if _SHA256.fullmatch(f"sha256={sha256}") else "", file.size)


def _address(page: str, base: str, file: _File) -> str:
    """Return where a file's link leads, or nothing where it may not be asked. Raises LedHome."""
    try:
        return address_from(address_from(page, base).url, file.url).url
    except LedHome:
        raise
    except UserError:
        return ""


def _may_be_fetched(file: _File, place: FromIndex) -> bool:
    """Return whether pip, were it left to it, might fetch this file, whatever it runs on."""
    return _plain(file.filename).startswith(f"{_plain(place.package)}-")


def _is_it(file_name: str, place: FromIndex) -> bool:
    found = _WHEEL.fullmatch(file_name)
    return found is not None and _plain(found["name"]) == _plain(place.package) and found["version"] == place.version


def _plain(name: str) -> str:
    """Return a project's name as an index has it in its addresses (PEP 503)."""
    return re.sub(r"[-_.]+", "-", name).lower()


def _links(page: bytes) -> tuple[tuple[_File, ...], str]:
    """Return what a page links to, and from where its links lead if not from the page itself."""
    links = _Links()
    links.feed(page.decode("utf-8", "replace"))
    return tuple(links.files), links.base


class _Links(HTMLParser):
    """Gathers the links of a page, each with the hash behind its `#`."""

    def __init__(self) -> None:
        super().__init__()
        self.files: list[_File] = []
        self.base = ""
        self._link: dict[str, str | None] | None = None
        self._words = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "a":
            self._link, self._words = dict(attrs), ""
        elif tag == "base":
            self.base = self.base or dict(attrs).get("href") or ""

    def handle_data(self, data: str) -> None:
        if self._link is not None and len(self._words) < _LONGEST_NAME:
            self._words += data

    def handle_endtag(self, tag: str) -> None:
        if tag != "a" or self._link is None:
            return
        way, _, mark = (self._link.get("href") or "").partition("#")
        found = _SHA256.fullmatch(mark)
        hashes = {"sha256": found[1]} if found else {}
        self.files.append(_File(self._words.strip(), way, hashes, yanked="data-yanked" in self._link))
        self._link = None
