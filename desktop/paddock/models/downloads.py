"""Downloads of models: started, paused, gone on with, and what is on its way now.

The window opens no connection itself. It asks through a door (`fetcher.client.Errands`), which stands open only where
neither a policy nor the person has turned the network off.
"""

from __future__ import annotations

import contextlib
import itertools
import queue
import threading
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, Literal, Protocol

import msgspec

from paddock.errors import Cancelled, NeedsToken, UserError
from paddock.fetcher.protocol import (
    SEARCH_LETTERS,
    Arrived,
    CatalogueChoice,
    Choice,
    Failed,
    Fetch,
    Found,
    HubChoice,
    IndexChoice,
    LookUp,
    MirrorChoice,
    Offered,
    Progress,
    Search,
    Started,
    StarterChoice,
    UrlChoice,
)
from paddock.fetcher.starter import STARTER
from paddock.models.arrivals import Origin
from paddock.models.notes import read_notes, write_notes
from paddock.models.sources import catalogue_file, source_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from paddock.fetcher.protocol import Answer, Order
    from paddock.models.arrivals import Arrivals
    from paddock.models.catalogue import CatalogueModel

__all__ = [
    "About",
    "CatalogueChoice",
    "Choice",
    "Door",
    "Download",
    "Downloads",
    "HubChoice",
    "IndexChoice",
    "MirrorChoice",
    "Offered",
    "StarterChoice",
    "State",
    "UrlChoice",
]

State = Literal["waiting", "running", "checking", "paused", "needs token", "done", "failed", "stopped"]
UNDERWAY: Final = frozenset({"waiting", "running", "checking"})
MAX_TOKEN: Final = 500
_ANSWER_S: Final = 90.0  # a search waits no longer; the fetcher itself gives up earlier


class Door(Protocol):
    """The way to the one process that may use the network (`fetcher.client.Errands`; tests have one of their own)."""

    @property
    def alive(self) -> bool:
        """Return whether anybody is there to be asked."""

    @property
    def times_asked(self) -> int:
        """Return how often the network may have been used since this program's start."""

    def new_id(self) -> int:
        """Return a number no other errand has."""

    def ask(self, order: Order, hear: Callable[[Answer], None]) -> None:
        """Send an order and return at once; `hear` is told its answers, on a thread of the door's.

        The last answer is Arrived, Found or Failed, whatever happens, even where nobody is there.
        """

    def stop(self, errand_id: int) -> None:
        """End an errand; its last answer says so. One that has ended already stays ended."""

    def close(self) -> None:
        """End the doorkeeper, and with it all errands."""


class Tokens(Protocol):
    """Keeps the hub's token between two starts."""

    def read(self) -> str:
        """Return the token, or nothing where none is kept."""

    def keep(self, token: str) -> None:
        """Keep it from now on, for this start alone where there is no keyring."""


@dataclass(frozen=True)
class Download:
    """One download as it stands. `total` and `seconds_left` are None where nobody knows; `note` is one sentence."""

    id: int
    title: str
    file_name: str
    choice: Choice
    state: State
    done: int = 0
    total: int | None = None
    bytes_per_second: float | None = None
    note: str = ""
    trouble: UserError | None = None
    model: str = ""  # the installed model's name, when it is done

    @property
    def seconds_left(self) -> float | None:
        """Return how long it takes at this speed, or None where that cannot be said."""
        if self.total is None or not self.bytes_per_second:
            return None
        return max(0, self.total - self.done) / self.bytes_per_second


@dataclass(frozen=True)
class About:
    """What is known of a file before it is fetched. An empty `licence` or `sha256`, a size of None: nobody says."""

    choice: Choice
    title: str
    file_name: str
    size_bytes: int | None = None
    sha256: str = ""
    licence: str = ""
    gated: bool = False


class Unfinished(msgspec.Struct, frozen=True):
    """A download that is to be gone on with, should this program end now."""

    choice: Choice
    title: str
    file_name: str
    sha256: str = ""
    licence: str = ""
    bytes_per_second: int | None = None
    total: int | None = None


class UnfinishedFile(msgspec.Struct, frozen=True):
    """The file of downloads that did not come to an end."""

    downloads: tuple[Unfinished, ...] = ()


@dataclass
class _Entry:
    """A download and what only this service knows of it."""

    shown: Download
    kept: Unfinished
    errand: int = 0
    wish: Literal["", "pause", "cancel", "go on"] = ""
    token: str = ""


class Downloads:
    """Brings models through the door. Thread-safe; nothing here waits for the network but `about` and `search`.

    `door` is None where the network may not be used: then `closed` says why, and all else is refused with it.
    `arrivals` takes in what has come. `unfinished_file` (settings) remembers what is to be gone on with. `permit`
    refuses what the policy does not allow (`ModelGate.check_offer`).
    """

    def __init__(
        self,
        door: Door | None,
        arrivals: Arrivals,
        catalogue: Callable[[], Sequence[CatalogueModel]],
        unfinished_file: Path,
        tokens: Tokens,
        permit: Callable[[About], None],
        closed: UserError | None = None,
    ) -> None:
        self._door = door
        self._arrivals = arrivals
        self._catalogue = catalogue
        self._file = unfinished_file
        self._tokens = tokens
        self._permit = permit
        self._closed = closed
        self._lock = threading.RLock()
        self._writing = threading.Lock()
        self._ids = itertools.count(1)
        self._entries: dict[int, _Entry] = {}
        self._listeners: list[Callable[[], None]] = []
        for kept in self._read():
            number = next(self._ids)
            here = arrivals.part_bytes(kept.file_name)
            shown = Download(number, kept.title, kept.file_name, kept.choice, "paused", here, kept.total)
            self._entries[number] = _Entry(shown, kept)

    # ---------------------------------------------------------------- looking

    @property
    def closed(self) -> UserError | None:
        """Return why nothing can be fetched, or None where it can."""
        if self._door is not None and self._door.alive:
            return None
        return self._closed or _nobody_there()

    @property
    def times_asked(self) -> int:
        """Return how often the network may have been used since this program's start."""
        return 0 if self._door is None else self._door.times_asked

    def downloads(self) -> tuple[Download, ...]:
        """Return all downloads, the oldest first: those of this start, and those an earlier one did not finish."""
        with self._lock:
            return tuple(entry.shown for entry in self._entries.values())

    def subscribe(self, listener: Callable[[], None]) -> Callable[[], None]:
        """Have `listener` called after each change, from any thread; return what ends that."""
        with self._lock:
            self._listeners.append(listener)

        def leave() -> None:
            with self._lock, contextlib.suppress(ValueError):
                self._listeners.remove(listener)

        return leave

    # ---------------------------------------------------------------- asking the network

    def about(self, choice: Choice, token: str = "") -> About:
        """Return what is known of a file before it is fetched; of one on the hub, the hub is asked. Blocks.

        Raises UserError (NeedsToken where the hub wants to know who asks).
        """
        if not isinstance(choice, HubChoice):
            return self._known(choice)
        (file,) = self._answer(lambda number, shown: LookUp(number, choice, shown), token)
        return About(choice, *_named(choice), file.size_bytes, file.sha256, file.licence, file.gated)

    def search(self, words: str, token: str = "") -> tuple[Offered, ...]:
        """Return model files on the hub whose name holds these words, those most often fetched first. Blocks.

        Raises UserError.
        """
        asked = " ".join(words.split())
        if not asked or len(asked) > SEARCH_LETTERS:
            raise UserError("This cannot be searched for.", "", f"Give one to {SEARCH_LETTERS} letters.")
        return self._answer(lambda number, shown: Search(number, asked, shown), token)

    def _answer(self, request: Callable[[int, str], Order], token: str) -> tuple[Offered, ...]:
        """Return what is found, first asked for without a token, and with the one that is kept where one is needed."""
        try:
            return self._answer_to(request, token)
        except NeedsToken:
            kept = "" if token else self._tokens.read()
            if not kept:
                raise
            return self._answer_to(request, kept)

    def _answer_to(self, request: Callable[[int, str], Order], token: str) -> tuple[Offered, ...]:
        door = self._open_door()
        answers: queue.SimpleQueue[Answer] = queue.SimpleQueue()
        number = door.new_id()
        door.ask(request(number, token), answers.put)
        try:
            while True:
                answer = answers.get(timeout=_ANSWER_S)
                if isinstance(answer, Found):
                    return answer.files
                if isinstance(answer, Failed):
                    raise _as_error(answer)
        except queue.Empty:
            door.stop(number)
            raise UserError("The hub does not answer.", "", "Try again later.") from None

    # ---------------------------------------------------------------- fetching

    def start(
        self, choice: Choice, about: About | None = None, bytes_per_second: int | None = None, token: str = ""
    ) -> int:
        """Begin a download, or go on with the one of the same file; return its number. Blocks for nothing.

        `about` is what `about` told of a file on the hub. Raises UserError.
        """
        self._open_door()
        known = about or self._known(choice)
        self._permit(known)
        with self._lock:
            same = [
                entry
                for entry in self._entries.values()
                if entry.shown.choice == choice and entry.shown.state not in {"done", "stopped"}
            ]
            if same:
                (entry,) = same
                entry.kept = msgspec.structs.replace(entry.kept, bytes_per_second=bytes_per_second)
            else:
                kept = Unfinished(
                    choice,
                    known.title,
                    known.file_name,
                    known.sha256,
                    known.licence,
                    bytes_per_second,
                    known.size_bytes,
                )
                number = next(self._ids)
                shown = Download(number, known.title, known.file_name, choice, "paused", total=known.size_bytes)
                self._entries[number] = entry = _Entry(shown, kept)
            entry.token = token or entry.token
        self.resume(entry.shown.id)
        return entry.shown.id

    def pause(self, number: int) -> None:
        """End a download for now; what has arrived is kept."""
        with self._lock:
            entry = self._entry(number)
            if entry.shown.state not in UNDERWAY or self._door is None:
                return
            entry.wish = "pause"
            errand = entry.errand
        self._door.stop(errand)

    def resume(self, number: int) -> None:
        """Go on with a download that was paused, has failed, or was left by an earlier start. Raises UserError."""
        door = self._open_door()
        with self._lock:
            entry = self._entry(number)
            if entry.shown.state in UNDERWAY:
                entry.wish = "go on" if entry.wish else ""  # it is just being ended
                return
            if entry.shown.state == "done":
                return
            entry.wish = ""
            entry.errand = door.new_id()
            entry.shown = replace(entry.shown, state="waiting", trouble=None, note="", bytes_per_second=None)
            errand, choice, token = entry.errand, entry.kept.choice, entry.token
            limit = entry.kept.bytes_per_second
        self._write()
        self._tell()
        door.ask(Fetch(errand, choice, limit, token), lambda answer: self._hear(number, errand, answer))

    def cancel(self, number: int) -> None:
        """Give a download up; what has arrived of it is removed. One that has ended goes off the list."""
        errand, removed = 0, ""
        with self._lock:
            entry = self._entry(number)
            if entry.shown.state in UNDERWAY:
                entry.wish = "cancel"
                errand = entry.errand
            elif entry.shown.state in {"done", "stopped"}:
                del self._entries[number]
            else:
                removed = entry.kept.file_name
                entry.shown = _stopped(entry.shown)
        if errand and self._door is not None:
            self._door.stop(errand)
            return
        if removed:
            self._arrivals.drop_part(removed)
        self._write()
        self._tell()

    def give_token(self, number: int, token: str) -> None:
        """Go on with a download that needs a token of the hub's; it is kept in the system's keyring if one is there.

        Raises UserError where it cannot be a token.
        """
        token = token.strip()
        if not token or len(token) > MAX_TOKEN or not token.isascii() or not token.isprintable() or " " in token:
            raise UserError("This is not a token of the hub.", "", "Copy it from your page there, and nothing else.")
        self._tokens.keep(token)
        with self._lock:
            self._entry(number).token = token
        self.resume(number)

    def close(self) -> None:
        """End the doorkeeper and all downloads; what has arrived of them is kept."""
        if self._door is not None:
            self._door.close()

    def send_away(self) -> None:
        """Close, because the models folder lies elsewhere now: where files go is told once, before the walls stand."""
        if self.closed is None:
            self._closed = UserError(
                "Nothing can be fetched until Paddock is opened again.",
                "The models folder was moved, and what fetches models knows the old place alone.",
                "Close Paddock and open it again, or import a model file.",
            )
        self.close()

    # ---------------------------------------------------------------- what the door says

    def _hear(self, number: int, errand: int, answer: Answer) -> None:
        """Let a download stand as it was told. Files are touched without the lock: the window looks at the list."""
        again, removed = False, ""
        to_keep = not isinstance(answer, Progress)
        with self._lock:
            entry = self._entries.get(number)
            if entry is None or entry.errand != errand:
                return
            if isinstance(answer, Started):
                entry.kept = msgspec.structs.replace(entry.kept, file_name=answer.file_name)
                entry.shown = replace(entry.shown, state="running", file_name=answer.file_name)
            elif isinstance(answer, Progress):
                entry.shown = replace(
                    entry.shown,
                    state="checking" if answer.stage == "checking" else "running",
                    done=answer.done,
                    total=answer.total if answer.total is not None else entry.shown.total,
                    bytes_per_second=answer.bytes_per_second,
                    note=answer.note,
                )
                if entry.kept.total is None and entry.shown.total is not None:
                    entry.kept, to_keep = msgspec.structs.replace(entry.kept, total=entry.shown.total), True
            elif isinstance(answer, Failed):
                removed = entry.kept.file_name if entry.wish == "cancel" else ""
                again = self._end(entry, answer)
        if isinstance(answer, Arrived):
            self._take_in(entry, answer)
        if removed:
            self._arrivals.drop_part(removed)
        if to_keep:
            self._write()
        self._tell()
        if again:  # on a thread of its own: the keyring may ask the person, and other downloads go on
            threading.Thread(target=self._again, args=(number,), name="download", daemon=True).start()

    def _again(self, number: int) -> None:
        with self._lock:
            entry = self._entries.get(number)
            wants_token = entry is not None and entry.shown.state == "needs token"
        token = self._tokens.read() if wants_token else ""
        with self._lock:
            if entry is None or (wants_token and not token):
                return
            entry.token = token or entry.token
        with contextlib.suppress(UserError):  # nobody is there any more, or it was taken off the list: it stays so
            self.resume(number)

    def _take_in(self, entry: _Entry, arrived: Arrived) -> None:
        """Make a model of the file that is here."""
        origin = Origin(source_of(entry.kept.choice), arrived.hashes, entry.kept.licence, vouched=arrived.vouched)
        name, trouble = "", None
        try:
            name = self._arrivals.take_in(arrived.file_name, origin).name
        except UserError as error:
            trouble = error
        size = arrived.size_bytes
        with self._lock:
            entry.errand, entry.wish = 0, ""
            entry.shown = replace(
                entry.shown,
                state="failed" if trouble else "done",
                file_name=arrived.file_name,
                done=size,
                total=size,
                bytes_per_second=None,
                note="",
                trouble=trouble,
                model=name,
            )

    def _end(self, entry: _Entry, failed: Failed) -> bool:
        """Let a download stand as its errand ended; return whether it is to be gone on with at once."""
        wish, entry.wish, entry.errand = entry.wish, "", 0
        shown = replace(entry.shown, bytes_per_second=None, note="")
        if wish == "cancel":
            entry.shown = _stopped(shown)
        elif failed.reason == "stopped":
            entry.shown = replace(shown, state="paused")
        elif failed.reason == "needs token":
            entry.shown = replace(shown, state="needs token", trouble=_as_error(failed))
            return not entry.token  # one may be kept from before
        else:
            entry.shown = replace(shown, state="failed", trouble=_as_error(failed))
        return wish == "go on"

    # ---------------------------------------------------------------- pieces

    def _open_door(self) -> Door:
        if self._door is None or not self._door.alive:
            raise self._closed or _nobody_there()
        return self._door

    def _entry(self, number: int) -> _Entry:
        try:
            return self._entries[number]
        except KeyError:
            raise UserError("This download is no longer there.") from None

    def _known(self, choice: Choice) -> About:
        """Return what is known here of a file, without asking anybody. Raises UserError."""
        if not isinstance(choice, CatalogueChoice):
            title, name = _named(choice)
            if isinstance(choice, StarterChoice):
                return About(choice, title, name, STARTER.size_bytes, STARTER.sha256, STARTER.licence.lower())
            return About(choice, title, name, sha256=choice.sha256 if isinstance(choice, UrlChoice) else "")
        model, file = catalogue_file(self._catalogue(), choice)
        title = f"{model.name} {file.quantization}"
        return About(choice, title, file.name, file.size_bytes, file.sha256, model.licence)

    def _tell(self) -> None:
        with self._lock:
            listeners = tuple(self._listeners)
        for listener in listeners:
            listener()

    def _read(self) -> tuple[Unfinished, ...]:
        try:
            return read_notes(self._file, UnfinishedFile).downloads
        except (OSError, msgspec.MsgspecError):
            return ()  # the parts lie where they lay: asked for again, they are gone on with

    def _write(self) -> None:
        with self._writing:
            with self._lock:
                mine = {one.shown.choice for one in self._entries.values()}
                kept = [one.kept for one in self._entries.values() if one.shown.state not in {"done", "stopped"}]
            others = [one for one in self._read() if one.choice not in mine]  # another window's
            with contextlib.suppress(OSError):  # as above
                write_notes(self._file, UnfinishedFile((*others, *kept)))


def _stopped(shown: Download) -> Download:
    return replace(shown, state="stopped", trouble=None, done=0)


def network_off(*, by_policy: bool) -> UserError:
    """Return why nothing is fetched where the network is turned off."""
    if by_policy:
        return UserError(
            "The network is turned off by a policy.", "", "Import a model file, or ask your administrator."
        )
    return UserError(
        "The network is turned off in the settings.",
        "",
        "Turn it on and start Paddock again, or import a model file.",
    )


def _named(choice: Choice) -> tuple[str, str]:
    """Return a title and the file's name, as far as the choice itself tells them."""
    match choice:
        case HubChoice():
            name = choice.path.rpartition("/")[2]
        case IndexChoice():
            name = choice.file
        case MirrorChoice():
            name = choice.name
        case UrlChoice():
            name = choice.file_name
        case _:
            return STARTER.title, STARTER.file_name
    return name, name


def _as_error(failed: Failed) -> UserError:
    error = {"stopped": Cancelled, "needs token": NeedsToken}.get(failed.reason, UserError)
    return error(failed.what, failed.why, failed.next_step)


def _nobody_there() -> UserError:
    return UserError(
        "Nothing can be fetched now.",
        "The only part of Paddock that may use the network has ended.",
        "Close Paddock and open it again, or import a model file.",
    )
