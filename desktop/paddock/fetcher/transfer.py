"""One file from the network to its name: resumed, retried, counted, hashed, and there only when it is whole."""

from __future__ import annotations

import errno
import hashlib
import re
import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from paddock.errors import NeedsToken, UserError
from paddock.fetcher.answers import (
    PARTIAL,
    RANGE_NOT_THERE,
    KeptBack,
    Refused,
    another_file,
    is_strong,
    length_of,
    range_of,
    refuse_other,
)
from paddock.fetcher.incoming import Incoming
from paddock.fetcher.pace import Allowance, Speed
from paddock.fetcher.part_file import Note, PartFile, others_part, taken
from paddock.fetcher.retrying import Interrupted, SystemClock, Tries

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from paddock.fetcher.https import Network, Reply
    from paddock.fetcher.retrying import Clock

SPARE_BYTES: Final = 64 << 20  # left free, so that the store can still save while a download fills the disk
_LOOK_AT_DISK_EVERY_BYTES: Final = 64 << 20
_TELL_EVERY_S: Final = 0.2
_LONGEST_PAUSE_S: Final = 1.0
_PIECE_BYTES: Final = 4 << 20
_SHA256: Final = re.compile(r"[0-9a-f]{64}")
_ANOTHER_SOURCE: Final = "Nothing of it was kept. Try another source."

Stage = Literal["connecting", "transferring", "waiting", "checking"]


@dataclass(frozen=True)
class Download:
    """What is fetched. `urls` are tried in turn, all for the same bytes; `sha256` is empty where nobody knows it.

    `size_bytes` is exact or None. The token is shown to the hub alone. `bytes_per_second` is a limit.
    """

    urls: tuple[str, ...]
    target: Path
    sha256: str = ""
    size_bytes: int | None = None
    token: str = ""
    bytes_per_second: int | None = None


@dataclass(frozen=True)
class Progress:
    """How far it is: bytes of bytes; `note` says what is odd, in a sentence, or nothing."""

    done: int
    total: int | None
    bytes_per_second: int | None
    stage: Stage
    note: str = ""


@dataclass(frozen=True)
class Arrived:
    """It lies at `path`, whole. `vouched`: its hash was known before; else it is only what was seen."""

    path: Path
    sha256: str
    size_bytes: int
    vouched: bool


def transfer(
    download: Download, network: Network, on_progress: Callable[[Progress], None], clock: Clock | None = None
) -> Arrived:
    """Fetch one file; it is at its name whole and verified, or not at all.

    `on_progress` is called several times a second, on this thread, whatever the network does; what it raises stops the
    transfer and is passed on. What has come stays in `NAME.part` and is gone on with the next time, also after this
    process was killed, but for a file that proved to be another one. Raises UserError (KeptBack), NeedsToken.
    """
    if download.sha256 and not _SHA256.fullmatch(download.sha256):
        raise UserError("This is no SHA-256.", "It has 64 digits and letters from a to f.", "Check it and try again.")
    if not download.urls:
        raise UserError("No source is known for this file.", "", "Choose another file, or import it.")
    try:
        clock = clock or SystemClock()
        with PartFile.held(download.target, clock.now_s) as part:
            return _Transfer(download, network, part, on_progress, clock).run()
    except OSError as error:
        raise _not_written(error) from error


class _Transfer:
    """One run, under the part's lock."""

    def __init__(
        self,
        download: Download,
        network: Network,
        part: PartFile,
        on_progress: Callable[[Progress], None],
        clock: Clock,
    ) -> None:
        self._download = download
        self._network = network
        self._part = part
        self._on_progress = on_progress
        self._clock = clock
        self._speed = Speed(clock)
        self._allowance = Allowance(download.bytes_per_second, clock)
        self._told_s = float("-inf")
        self._note = ""
        self._furthest = 0
        self._answers = 0  # that the part's bytes came from
        self._begun_anew = False

    def run(self) -> Arrived:
        """Try until it is whole, or nothing is left to try."""
        if self._download.target.exists():
            return self._already_here()
        self._take_up()
        tries = Tries(self._download.urls)
        trouble: Interrupted | UserError = UserError("Nothing was fetched.")
        while following := tries.next():
            url, wait_s = following
            self._wait(wait_s)
            before = self._furthest
            try:
                self._receive(url)
                return self._checked()
            except Interrupted as broken:
                trouble, self._note = broken, broken.why
                self._part.keep()
                tries.interrupted(broken, moved_on=self._furthest > before)
            except NeedsToken:
                raise
            except _WrongHash as wrong:
                trouble = wrong
                # Pieces of two versions of a file make a third one: the source gets one chance to send it in one go.
                if self._answers <= 1 or self._begun_anew:
                    tries.strike_off(url)
                self._begun_anew = True
                self._note = "What came was not the file: fetched anew."
                self._part.begin(Note(self._download.sha256))
            except Refused as refused:
                trouble = refused
                tries.strike_off(url)
        if isinstance(trouble, _WrongHash):
            self._part.remove()
        if isinstance(trouble, Interrupted):
            raise self._broken(trouble)
        told = KeptBack if isinstance(trouble, KeptBack) else UserError
        raise told(trouble.what, trouble.why, trouble.next_step)

    def _broken(self, trouble: Interrupted) -> UserError:
        what = f"“{self._download.target.name}” was not fetched."
        if self._part.size:
            return UserError(what, trouble.why, "What has come was kept. Check the network and try again.")
        return UserError(what, trouble.why, "Check the network and try again.")

    # ---------------------------------------------------------------- what is there already

    def _already_here(self) -> Arrived:
        """Return the file of that name where it is the one. Raises UserError where it is another."""
        target, digest, done = self._download.target, hashlib.sha256(), 0
        if self._download.sha256:
            size = target.stat().st_size
            with target.open("rb", buffering=0) as file:
                while piece := file.read(_PIECE_BYTES):
                    digest.update(piece)
                    done += len(piece)
                    self._tell("checking", done, size)
            if digest.hexdigest() == self._download.sha256:
                self._part.remove()  # a process that was killed in its last moment may have left it
                return Arrived(target, digest.hexdigest(), done, vouched=True)
        if self._part.there == 0:
            self._part.remove()
        raise taken(target)

    def _take_up(self) -> None:
        """Go on with what an earlier run left, where it is a part of the same file."""
        note, there = self._part.note, self._part.there
        wanted = self._download.sha256
        if there and note.is_of(wanted, self._download.urls) is False:
            raise others_part(self._download.target)
        same = note.sha256 == wanted if wanted else not note.sha256 and note.url in self._download.urls
        expected = self._download.size_bytes
        usable = there if wanted else min(there, note.kept) if is_strong(note.etag) else 0
        total = expected or note.total
        if not same or usable == 0 or (total and usable > total):
            self._part.begin(Note(wanted, self._download.urls[0]))  # so that others see whose it is
            return
        self._answers = 2  # or more: nobody counted them
        self._part.take_up(usable, lambda done: self._tell("checking", done, usable))
        self._furthest = self._part.size

    # ---------------------------------------------------------------- one answer

    def _receive(self, url: str) -> None:
        """Fetch what is missing from one source. Raises Interrupted, Refused, NeedsToken, OSError."""
        if self._is_whole():
            return
        self._check_room()
        headers = self._continuing(url)
        self._tell("connecting", force=True)
        incoming = Incoming(self._network, url, headers, self._download.token, self._allowance.a_moments_bytes())
        try:
            try:
                reply = incoming.reply(lambda: self._tell("connecting"))
            except UserError as error:
                raise Refused(error.what, error.why, error.next_step) from error
            self._judge(reply, url, ranged="Range" in headers)
            self._answers += 1
            self._check_room()
            self._take_in(incoming)
        finally:
            incoming.close()

    def _continuing(self, url: str) -> dict[str, str]:
        """Return the headers that ask for what is missing, or none where it has to begin anew."""
        if self._part.size == 0:
            return {}
        note = self._part.note
        same_source = note.url == url and is_strong(note.etag)
        if not same_source and not self._download.sha256:
            self._part.begin(Note())  # nothing would tell whether the pieces belong together
            return {}
        headers = {"Range": f"bytes={self._part.size}-"}
        return {**headers, "If-Range": note.etag} if same_source else headers

    def _judge(self, reply: Reply, url: str, *, ranged: bool) -> None:
        """Decide what the answer's first lines mean for what is here already."""
        refuse_other(reply, self._network, self._download.token)
        etag = reply.header("ETag")[:1000]
        if ranged and reply.status == RANGE_NOT_THERE:
            self._part.begin(Note(self._download.sha256))
            raise Interrupted("The file at its source is shorter by now: begun anew.")
        if reply.status == PARTIAL:
            start, total = range_of(reply)
            if not ranged or start != self._part.size or self._has_changed(url, etag, total):
                self._part.begin(Note(self._download.sha256))
                raise Interrupted("The file changed at its source: begun anew.")
        else:
            total = length_of(reply)
            if ranged:
                self._note = (
                    "The file changed at its source: begun anew."
                    if self._part.note.url == url and etag != self._part.note.etag
                    else "The source cannot go on in the middle: begun anew."
                )
                self._part.begin(Note(self._download.sha256))
            self._answers = 0
        expected = self._download.size_bytes
        if total is None and expected is None and reply.header("Transfer-Encoding").lower() != "chunked":
            raise Interrupted(f"{reply.address.host} does not say how long the file is.")  # so its end proves nothing
        if expected is not None and total is not None and total != expected:
            raise another_file(reply, f"It has {total:,} bytes, not {expected:,}.")
        note = self._part.note  # an empty one, where it begins anew
        if note.url == url:
            etag = etag or note.etag
        self._part.set_note(Note(self._download.sha256, url, etag, expected or total or note.total, note.kept))

    def _has_changed(self, url: str, etag: str, total: int | None) -> bool:
        note = self._part.note
        if note.url == url and note.etag and etag and etag != note.etag:
            return True
        return bool(note.total and total and total != note.total)

    def _take_in(self, incoming: Incoming) -> None:
        """Write and hash what comes, to the end. Raises Interrupted where the end comes too early."""
        look_again_at = self._part.size + _LOOK_AT_DISK_EVERY_BYTES
        limit = self._total()
        while piece := incoming.piece(lambda: self._tell("transferring")):
            if limit is not None and self._part.size + len(piece) > limit:
                self._part.begin(Note(self._download.sha256))
                raise Refused("More comes than the file holds.", f"It should have {limit:,} bytes.", _ANOTHER_SOURCE)
            self._part.append(piece)
            self._furthest = max(self._furthest, self._part.size)
            self._speed.add(len(piece))
            self._tell("transferring")
            if self._part.size >= look_again_at:
                look_again_at += _LOOK_AT_DISK_EVERY_BYTES
                self._check_room()
            if self._is_whole():
                return  # an honest server has no more to say
            self._pause(self._allowance.pause_s(len(piece)))
        if limit is not None:
            raise Interrupted("The line broke.")

    # ---------------------------------------------------------------- the end

    def _checked(self) -> Arrived:
        """Compare the hash and give the file its name. Raises _WrongHash, UserError, OSError."""
        self._tell("checking", force=True)
        found, wanted = self._part.sha256(), self._download.sha256
        if wanted and found != wanted:
            raise _WrongHash(
                f"What was fetched is not “{self._download.target.name}”.",
                f"Its SHA-256 is {found}, not {wanted}.",
                _ANOTHER_SOURCE,
            )
        size = self._part.size
        self._part.place(lambda: self._tell("checking", force=True))
        return Arrived(self._download.target, found, size, vouched=bool(wanted))

    def _total(self) -> int | None:
        return self._download.size_bytes or self._part.note.total or None

    def _is_whole(self) -> bool:
        total = self._total()
        return total is not None and self._part.size == total

    # ---------------------------------------------------------------- room, time, telling

    def _check_room(self) -> None:
        """Raise UserError where the disk cannot hold what is missing and a little more."""
        missing = max(0, (self._total() or 0) - self._part.size)
        free = shutil.disk_usage(self._download.target.parent).free
        if free < missing + SPARE_BYTES:
            raise UserError(
                f"There is no room to fetch “{self._download.target.name}”.",
                f"It takes {missing / 1e6:,.0f} MB more, the disk has {free / 1e6:,.0f} MB left.",
                "Free some space and try again; what has come is kept.",
            )

    def _wait(self, seconds: float) -> None:
        """Wait before the next try, and say so."""
        until_s = self._clock.now_s() + seconds
        while (left_s := until_s - self._clock.now_s()) > 0:
            self._tell("waiting", force=True)
            self._clock.wait(min(left_s, _LONGEST_PAUSE_S))

    def _pause(self, seconds: float) -> None:
        """Wait as the limit wants it, and go on telling."""
        until_s = self._clock.now_s() + seconds
        while (left_s := until_s - self._clock.now_s()) > 0:
            self._tell("transferring")
            self._clock.wait(min(left_s, _LONGEST_PAUSE_S))

    def _tell(self, stage: Stage, done: int | None = None, total: int | None = None, *, force: bool = False) -> None:
        now_s = self._clock.now_s()
        if not force and now_s - self._told_s < _TELL_EVERY_S:
            return
        self._told_s = now_s
        here = self._part.size if done is None else done
        speed = self._speed.bytes_per_second() if stage == "transferring" else None
        self._on_progress(Progress(here, total or self._total(), speed, stage, self._note))


class _WrongHash(Refused):
    """The bytes are whole and not the wanted ones."""


def _not_written(error: OSError) -> UserError:
    if error.errno in {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}:
        return UserError(
            "The disk became full while the file was fetched.",
            "What has come was kept.",
            "Free some space and try again.",
        )
    where = f" ({error.filename})" if error.filename else ""
    return UserError(
        "The file could not be written.", f"{error.strerror or error}{where}.", "Check the disk and its permissions."
    )
