"""Downloads of models: started, paused, gone on with, and what is on its way now.

The window opens no connection itself. It asks through a door (`fetcher.client.Errands`), which stands open only where
neither a policy nor the person has turned the network off.
"""

from __future__ import annotations

import contextlib
import itertools
import threading
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, Literal

import msgspec

from paddock.errors import UserError
from paddock.fetcher.protocol import Arrived, CatalogueChoice, Failed, Fetch, HubChoice, Progress, Started
from paddock.models.about import known_about
from paddock.models.arrivals import Origin
from paddock.models.download import UNDERWAY, Download
from paddock.models.hub_questions import HubQuestions
from paddock.models.not_fetched import as_error, folder_moved, nobody_there, not_before_next_start
from paddock.models.sources import source_of
from paddock.models.unfinished import Unfinished, UnfinishedDownloads

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from paddock.fetcher.protocol import Answer, Choice, Offered
    from paddock.models.about import About
    from paddock.models.arrivals import Arrivals
    from paddock.models.catalogue import CatalogueModel
    from paddock.models.needs import Door, Tokens

MAX_TOKEN: Final = 500


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
        self._unfinished = UnfinishedDownloads(unfinished_file)
        self._tokens = tokens
        self._hub = HubQuestions(self._open_door, tokens, self._tell)
        self._permit = permit
        self._closed = closed
        self._lock = threading.RLock()
        self._ids = itertools.count(1)
        self._entries: dict[int, _Entry] = {}
        self._listeners: list[Callable[[], None]] = []
        for kept in self._unfinished.read():
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
        return self._closed or nobody_there()

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
        return self._hub.about(choice, token) if isinstance(choice, HubChoice) else self._known(choice)

    def search(self, words: str, token: str = "") -> tuple[Offered, ...]:
        """Return model files on the hub whose name holds these words, those most often fetched first. Blocks.

        Raises UserError.
        """
        return self._hub.search(words, token)

    # ---------------------------------------------------------------- fetching

    def start(
        self,
        choice: Choice,
        about: About | None = None,
        bytes_per_second: int | None = None,
        token: str = "",
        *,
        replaces: str = "",
    ) -> int:
        """Begin a download, or go on with the one of the same file; return its number. Blocks for nothing.

        `about` is what `about` told of a file on the hub. `replaces` names a damaged model whose place it takes once
        it is whole. Raises UserError.
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
                entry.kept = msgspec.structs.replace(
                    entry.kept, bytes_per_second=bytes_per_second, replaces=replaces or entry.kept.replaces
                )
            else:
                kept = Unfinished(
                    choice,
                    known.title,
                    known.file_name,
                    known.sha256,
                    known.licence,
                    bytes_per_second,
                    known.size_bytes,
                    replaces,
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
            kept = entry.kept
            order = Fetch(entry.errand, kept.choice, kept.bytes_per_second, entry.token, beside=bool(kept.replaces))
        self._write()
        self._tell()
        door.ask(order, lambda answer: self._hear(number, order.id, answer))

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
                removed = self._left_by(entry)
                entry.shown = entry.shown.given_up
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

    def shut(self, why: UserError) -> None:
        """Pause what is under way and send the doorkeeper away; until the next start all is refused with `why`.

        Blocks until no process with network rights is left, two seconds at most.
        """
        with self._lock:
            self._closed = why
            for entry in self._entries.values():
                if entry.shown.state in UNDERWAY and entry.wish != "cancel":
                    entry.wish = "pause"
        self.close()
        self._tell()

    def send_away(self) -> None:
        """Shut the door because the models folder lies elsewhere now: where files go is told before the walls stand."""
        if self.closed is None:
            self.shut(folder_moved())

    def open_next_time(self) -> None:
        """Say, where the door is shut, that the network may be used again from the next start."""
        if self.closed is not None:
            self._closed = not_before_next_start()
            self._tell()

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
                removed = self._left_by(entry) if entry.wish == "cancel" else ""
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
            name = self._arrivals.take_in(arrived.file_name, origin, entry.kept.replaces).name
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
            entry.shown = shown.given_up
        elif failed.reason == "stopped" or wish == "pause":
            entry.shown = replace(shown, state="paused")
        elif failed.reason == "needs token":
            entry.shown = replace(shown, state="needs token", trouble=as_error(failed))
            return not entry.token  # one may be kept from before
        else:
            entry.shown = replace(shown, state="failed", trouble=as_error(failed))
        return wish == "go on"

    # ---------------------------------------------------------------- pieces

    def _open_door(self) -> Door:
        if self._door is None or not self._door.alive:
            raise self._closed or nobody_there()
        return self._door

    def _entry(self, number: int) -> _Entry:
        try:
            return self._entries[number]
        except KeyError:
            raise UserError("This download is no longer there.") from None

    def _known(self, choice: Choice) -> About:
        """Return what is known here of a file, without asking anybody. Raises UserError."""
        return known_about(choice, self._catalogue() if isinstance(choice, CatalogueChoice) else ())

    def _tell(self) -> None:
        with self._lock:
            listeners = tuple(self._listeners)
        for listener in listeners:
            listener()

    def _left_by(self, entry: _Entry) -> str:
        """Return under which name a download's part lies, or nothing where it may be another's of the same name."""
        name = entry.kept.file_name
        listed = (one for one in self._entries.values() if one.shown.state not in {"done", "stopped"})
        return "" if any(one is not entry and one.kept.file_name == name for one in listed) else name

    def _write(self) -> None:
        def mine() -> tuple[set[Choice], list[Unfinished]]:
            with self._lock:
                entries = list(self._entries.values())
                kept = [one.kept for one in entries if one.shown.state not in {"done", "stopped"}]
                return {one.shown.choice for one in entries}, kept

        self._unfinished.write(mine)
