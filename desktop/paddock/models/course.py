"""The course of one download: how it stands after all that was wished for it and told of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

import msgspec

from paddock.fetcher.protocol import Fetch
from paddock.models.download import UNDERWAY, Download
from paddock.models.not_fetched import as_error

if TYPE_CHECKING:
    from paddock.errors import UserError
    from paddock.fetcher.protocol import Arrived, Failed, Progress, Started
    from paddock.models.unfinished import Unfinished


@dataclass
class Course:
    """A download as it is shown and as it is kept; `errand` is what brings it now. `Downloads` calls it under a lock.

    `wish`: what the person wants that the fetcher has not yet answered. `token`: the hub's, for this start alone.
    """

    shown: Download
    kept: Unfinished
    errand: int = 0
    wish: Literal["", "pause", "cancel", "go on"] = ""
    token: str = ""

    @property
    def underway(self) -> bool:
        """Return whether an errand brings it now."""
        return self.shown.state in UNDERWAY

    @property
    def over(self) -> bool:
        """Return whether there is nothing to go on with: it is here, or was given up."""
        return self.shown.state in {"done", "stopped"}

    def go(self, errand: int, at_most: int | None = None) -> Fetch:
        """Begin, or go on where it ended, with this errand; return the order for it.

        `at_most` bytes a second, or fewer where fewer were asked for.
        """
        self.wish, self.errand = "", errand
        self.shown = replace(self.shown, state="waiting", trouble=None, note="", bytes_per_second=None)
        kept = self.kept
        rate = min((one for one in (kept.bytes_per_second, at_most) if one is not None), default=None)
        return Fetch(errand, kept.choice, rate, self.token, beside=bool(kept.replaces))

    def started(self, told: Started) -> None:
        """Stand as running, under the name that the file has."""
        self.kept = msgspec.structs.replace(self.kept, file_name=told.file_name)
        self.shown = replace(self.shown, state="running", file_name=told.file_name)

    def progressed(self, told: Progress) -> bool:
        """Stand as far as it is; return whether its size became known, which is to be kept."""
        self.shown = replace(
            self.shown,
            state="checking" if told.stage == "checking" else "running",
            done=told.done,
            total=told.total if told.total is not None else self.shown.total,
            bytes_per_second=told.bytes_per_second,
            note=told.note,
        )
        if self.kept.total is not None or self.shown.total is None:
            return False
        self.kept = msgspec.structs.replace(self.kept, total=self.shown.total)
        return True

    def arrived(self, told: Arrived, model: str, trouble: UserError | None) -> None:
        """Stand as done, with the model that was made of the file; or as failed, with what kept it from being one."""
        self.errand, self.wish = 0, ""
        self.shown = replace(
            self.shown,
            state="failed" if trouble else "done",
            file_name=told.file_name,
            done=told.size_bytes,
            total=told.size_bytes,
            bytes_per_second=None,
            note="",
            trouble=trouble,
            model=model,
        )

    def ended(self, told: Failed) -> bool:
        """Stand as its errand ended; return whether it is to be gone on with at once."""
        wish, self.wish, self.errand = self.wish, "", 0
        shown = replace(self.shown, bytes_per_second=None, note="")
        if wish == "cancel":
            self.shown = shown.given_up
        elif told.reason == "stopped" or wish == "pause":
            self.shown = replace(shown, state="paused")
        elif told.reason == "needs token":
            self.shown = replace(shown, state="needs token", trouble=as_error(told))
            return not self.token  # one may be kept from before
        else:
            self.shown = replace(shown, state="failed", trouble=as_error(told))
        return wish == "go on"


def paused_course(number: int, kept: Unfinished, here: int = 0) -> Course:
    """Return a download that has not begun in this start; `here` bytes of it have come before."""
    return Course(Download(number, kept.title, kept.file_name, kept.choice, "paused", here, kept.total), kept)
