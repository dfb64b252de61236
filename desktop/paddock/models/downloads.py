"""Downloads of models: started, paused, gone on with, and what is on its way now.

The window opens no connection itself. It asks through a door (`fetcher.client.Errands`), which stands open only where
neither a policy nor the person has turned the network off.
"""

from __future__ import annotations

import contextlib
import itertools
import threading
from typing import TYPE_CHECKING

import msgspec

from paddock.errors import UserError
from paddock.fetcher.protocol import Arrived, CatalogueChoice, Failed, HubChoice, Progress, Started
from paddock.models.about import known_about
from paddock.models.arrivals import Origin
from paddock.models.course import paused_course
from paddock.models.hub_questions import HubQuestions
from paddock.models.hub_token import checked_token
from paddock.models.not_fetched import folder_moved, nobody_there, not_before_next_start
from paddock.models.sources import source_of
from paddock.models.unfinished import Unfinished, UnfinishedDownloads

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from paddock.fetcher.protocol import Answer, Choice, Offered
    from paddock.models.about import About
    from paddock.models.arrivals import Arrivals
    from paddock.models.catalogue import CatalogueModel
    from paddock.models.course import Course
    from paddock.models.download import Download
    from paddock.models.needs import Door, Tokens


class Downloads:
    """Brings models through the door. Thread-safe; nothing here waits for the network but `about` and `search`.

    `door` is None where the network may not be used: then `closed` says why, and all else is refused with it.
    `arrivals` takes in what has come. `unfinished_file` (settings) remembers what is to be gone on with. `permit`
    refuses what the policy does not allow (`ModelGate.check_offer`), and `at_most` tells how many bytes a second may
    come of each, None where as many as the line brings.
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
        at_most: Callable[[], int | None] = lambda: None,
    ) -> None:
        self._door = door
        self._arrivals = arrivals
        self._catalogue = catalogue
        self._unfinished = UnfinishedDownloads(unfinished_file)
        self._tokens = tokens
        self._hub = HubQuestions(self._open_door, tokens, self._tell)
        self._permit = permit
        self._closed = closed
        self._at_most = at_most
        self._lock = threading.RLock()
        self._ids = itertools.count(1)
        self._courses: dict[int, Course] = {}
        self._listeners: list[Callable[[], None]] = []
        for kept in self._unfinished.read():
            number = next(self._ids)
            self._courses[number] = paused_course(number, kept, arrivals.part_bytes(kept.file_name))

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
            return tuple(course.shown for course in self._courses.values())

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
            same = [one for one in self._courses.values() if one.shown.choice == choice and not one.over]
            if same:
                (course,) = same
                course.kept = msgspec.structs.replace(
                    course.kept, bytes_per_second=bytes_per_second, replaces=replaces or course.kept.replaces
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
                self._courses[number] = course = paused_course(number, kept)
            course.token = token or course.token
        self.resume(course.shown.id)
        return course.shown.id

    def pause(self, number: int) -> None:
        """End a download for now; what has arrived is kept."""
        with self._lock:
            course = self._course(number)
            if not course.underway or self._door is None:
                return
            course.wish = "pause"
            errand = course.errand
        self._door.stop(errand)

    def resume(self, number: int) -> None:
        """Go on with a download that was paused, has failed, or was left by an earlier start. Raises UserError."""
        door = self._open_door()
        with self._lock:
            course = self._course(number)
            if course.underway:
                course.wish = "go on" if course.wish else ""  # it is just being ended
                return
            if course.shown.state == "done":
                return
            order = course.go(door.new_id(), self._at_most())
        self._write()
        self._tell()
        door.ask(order, lambda answer: self._hear(number, order.id, answer))

    def cancel(self, number: int) -> None:
        """Give a download up; what has arrived of it is removed. One that has ended goes off the list."""
        errand, removed = 0, ""
        with self._lock:
            course = self._course(number)
            if course.underway:
                course.wish = "cancel"
                errand = course.errand
            elif course.over:
                del self._courses[number]
            else:
                removed = self._left_by(course)
                course.shown = course.shown.given_up
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
        token = checked_token(token)
        self._tokens.keep(token)
        with self._lock:
            self._course(number).token = token
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
            for course in self._courses.values():
                if course.underway and course.wish != "cancel":
                    course.wish = "pause"
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
        to_keep = True
        with self._lock:
            course = self._courses.get(number)
            if course is None or course.errand != errand:
                return
            if isinstance(answer, Started):
                course.started(answer)
            elif isinstance(answer, Progress):
                to_keep = course.progressed(answer)
            elif isinstance(answer, Failed):
                removed = self._left_by(course) if course.wish == "cancel" else ""
                again = course.ended(answer)
        if isinstance(answer, Arrived):
            self._take_in(course, answer)
        if removed:
            self._arrivals.drop_part(removed)
        if to_keep:
            self._write()
        self._tell()
        if again:  # on a thread of its own: the keyring may ask the person, and other downloads go on
            threading.Thread(target=self._again, args=(number,), name="download", daemon=True).start()

    def _again(self, number: int) -> None:
        with self._lock:
            course = self._courses.get(number)
            wants_token = course is not None and course.shown.state == "needs token"
        token = self._tokens.read() if wants_token else ""
        with self._lock:
            if course is None or (wants_token and not token):
                return
            course.token = token or course.token
        with contextlib.suppress(UserError):  # nobody is there any more, or it was taken off the list: it stays so
            self.resume(number)

    def _take_in(self, course: Course, arrived: Arrived) -> None:
        """Make a model of the file that is here."""
        origin = Origin(source_of(course.kept.choice), arrived.hashes, course.kept.licence, vouched=arrived.vouched)
        name, trouble = "", None
        try:
            name = self._arrivals.take_in(arrived.file_name, origin, course.kept.replaces).name
        except UserError as error:
            trouble = error
        with self._lock:
            course.arrived(arrived, name, trouble)

    # ---------------------------------------------------------------- pieces

    def _open_door(self) -> Door:
        if self._door is None or not self._door.alive:
            raise self._closed or nobody_there()
        return self._door

    def _course(self, number: int) -> Course:
        try:
            return self._courses[number]
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

    def _left_by(self, course: Course) -> str:
        """Return under which name a download's part lies, or nothing where it may be another's of the same name."""
        name = course.kept.file_name
        listed = (one for one in self._courses.values() if not one.over)
        return "" if any(one is not course and one.kept.file_name == name for one in listed) else name

    def _write(self) -> None:
        def mine() -> tuple[set[Choice], list[Unfinished]]:
            with self._lock:
                courses = list(self._courses.values())
                kept = [one.kept for one in courses if not one.over]
                return {one.shown.choice for one in courses}, kept

        self._unfinished.write(mine)
