"""The queue of documents to be read: who reads what, what was read so far, and how it ended."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, Literal

from paddock.library.filing import enqueue
from paddock.library.rows import PAGE_COLUMNS, path_of, row_of, shown_line, stored_path
from paddock.library.shelf import Shelf, as_list, ask_for_scrub, one_row
from paddock.library.types import Changed
from paddock.process.runs import is_alive

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from paddock.reader.protocol import Opened, Page
    from paddock.vault.connection import Connection

# Small files are taken several at a time: a transaction each would cost more than reading them.
_TAKEN_TOGETHER: Final = 8
_CONTENT_STANDS: Final = {"password", "unreachable", "reader"}  # why reading failed, and not the content
_TAKEN_BYTES: Final = 1 << 20
_STOPPED: Final = ("Reading was stopped.", "Go on reading whenever you like.")


@dataclass(frozen=True)
class Claim:
    """A document this run reads: from page `first` on; `anew` where pages kept from before are to be replaced."""

    job_id: int
    document_id: int
    name: str
    sha256: bytes
    size_bytes: int
    paths: tuple[Path, ...]
    first: int
    anew: bool
    deaths: int


@dataclass(frozen=True)
class Ending:
    """How a document's reading ended. "whole" becomes "read" or "part", by what its pages say."""

    outcome: Literal["whole", "part", "refused"]
    reason: str = ""
    note: str = ""
    next_step: str = ""
    pages: int = 0


@dataclass(frozen=True)
class Portion:
    """What was read of one document since the last time.

    `anew`: the pages kept before are dropped first. `let_go`: the run reads on some other time. `deaths` counts the
    reader processes it has cost so far.
    """

    claim: Claim
    opened: Opened | None
    pages: tuple[Page, ...]
    anew: bool
    deaths: int
    ending: Ending | None = None
    let_go: bool = False


@dataclass(frozen=True)
class Turn:
    """What a turn at the queue gave: new claims, documents not wanted any more, and what is left in the queue."""

    claims: tuple[Claim, ...]
    unwanted: frozenset[int]
    left_documents: int
    left_bytes: int


@dataclass(frozen=True)
class Drop:
    """A file or folder that a person dropped, not yet looked through to its end."""

    id: int
    path: Path
    collection_id: int | None
    priority: int


class Queue(Shelf):
    """The jobs. A document has one exactly while its state is "waiting" or "reading"."""

    def turn(self, portions: Sequence[Portion], read_with: str, languages: str, *, more: bool) -> Turn:
        """Keep what was read and take what is next, in one transaction: after a crash all of it is there or nothing.

        `read_with` names what reads (program, languages): a document begun by the same goes on after its last page,
        one begun by another starts anew. Portions of jobs that were stopped, replaced or removed meanwhile are
        dropped, and their job numbers returned as unwanted. Raises DiskFull, VaultError; nothing is kept then.
        """
        unwanted: set[int] = set()
        with self._vault.write() as db:
            touched = []
            for portion in portions:
                if self._keep(db, portion, read_with, languages):
                    touched.append(portion.claim.document_id)
                else:
                    unwanted.add(portion.claim.job_id)
            claims = self._take(db, read_with) if more else ()
            touched += [claim.document_id for claim in claims]
            if touched:
                self._tell(Changed("document", document_ids=tuple(dict.fromkeys(touched))))
            left: Any = next(iter(_left(db)))
        return Turn(tuple(claims), frozenset(unwanted), int(left[0]), int(left[1]))

    def left(self) -> tuple[int, int]:
        """Return how many documents are still to be read, and their bytes."""
        with self._vault.read() as db:
            count, size = next(iter(_left(db)))
            return int(count), int(size)

    def queue_documents(self, document_ids: Sequence[int], *, anew: bool = False, priority: int = 0) -> None:
        """Have documents read again: `anew`, or where their pages end."""
        with self._vault.write() as db:
            for number in _existing(db, document_ids):
                enqueue(db, number, priority, anew=anew)
            self._tell(Changed("document", document_ids=tuple(document_ids)))

    def stop(self, document_ids: Sequence[int] | None = None) -> list[int]:
        """Take documents out of the queue (all where None): they are "stopped", their pages so far stay. Say which."""
        with self._vault.write() as db:
            which = "" if document_ids is None else "WHERE document_id IN (SELECT value FROM json_each(:ids))"
            ids = {} if document_ids is None else {"ids": as_list(document_ids)}
            rows: Any = db.execute(f"DELETE FROM job {which} RETURNING document_id", ids)  # noqa: S608 - our names
            stopped = [number for (number,) in rows]
            db.execute(
                "UPDATE document SET state = 'stopped', note = ?, next_step = ? "
                "WHERE id IN (SELECT value FROM json_each(?))",
                (*_STOPPED, as_list(stopped)),
            )
            if document_ids is None:
                db.execute("DELETE FROM dropped")
            if stopped:
                self._tell(Changed("document", document_ids=tuple(stopped)))
        return stopped

    def free_dead(self) -> None:
        """Let go of what runs that have ended were reading, of this program or another."""
        with self._vault.read() as db:
            sql = "SELECT run FROM job WHERE run IS NOT NULL UNION SELECT run FROM dropped WHERE run IS NOT NULL"
            runs = [str(run) for (run,) in db.execute(sql)]
        ended = [run for run in runs if not is_alive(run, self.run)]
        if not ended:
            return
        with self._vault.write() as db:
            for run in ended:
                db.execute("UPDATE job SET run = NULL WHERE run = ?", (run,))
                db.execute("UPDATE dropped SET run = NULL WHERE run = ?", (run,))

    # ---------------------------------------------------------------- what was dropped, until it is looked through

    def note_drop(self, paths: Sequence[Path], collection_id: int | None, priority: int) -> list[Drop]:
        """Keep what a person dropped, so that a crash while it is looked through loses none of it.

        Raises NotInLibrary.
        """
        drops = []
        with self._vault.write() as db:
            if collection_id is not None:
                one_row(db, "SELECT 1 FROM collection WHERE id = ?", collection_id, what="collection")
            for path in paths:
                db.execute(
                    "INSERT INTO dropped (collection_id, path, priority, run) VALUES (?, ?, ?, ?)",
                    (collection_id, stored_path(path), priority, self.run),
                )
                drops.append(Drop(db.last_insert_rowid(), path, collection_id, priority))
        return drops

    def take_drops(self) -> list[Drop]:
        """Take over what ended runs had not looked through."""
        with self._vault.read() as db:
            if not next(iter(db.execute("SELECT EXISTS (SELECT 1 FROM dropped WHERE run IS NULL)")))[0]:
                return []
        with self._vault.write() as db:
            rows: Any = db.execute(
                "UPDATE dropped SET run = ? WHERE run IS NULL RETURNING id, path, collection_id, priority", (self.run,)
            )
            return [Drop(number, path_of(path), *rest) for number, path, *rest in rows]

    def free(self, job_ids: Sequence[int]) -> None:
        """Let go of jobs of this run whose reading failed, so that they are read another time."""
        with self._vault.write() as db:
            db.execute(
                "UPDATE job SET run = NULL WHERE run = ? AND id IN (SELECT value FROM json_each(?))",
                (self.run, as_list(job_ids)),
            )

    def end_drop(self, drop: Drop) -> None:
        """Forget a drop: every file of it is filed."""
        with self._vault.write() as db:
            db.execute("DELETE FROM dropped WHERE id = ?", (drop.id,))

    # ---------------------------------------------------------------- inside a turn

    def _take(self, db: Connection, read_with: str) -> list[Claim]:
        rows: Any = list(
            db.execute(
                "SELECT j.id, d.id, d.name, d.sha256, d.size_bytes, j.anew, j.deaths, d.read_with, d.pages_kept, "
                "(SELECT max(number) FROM page WHERE document_id = d.id) "
                "FROM job AS j JOIN document AS d ON d.id = j.document_id WHERE j.run IS NULL "
                "ORDER BY j.priority DESC, j.id LIMIT ?",
                (_TAKEN_TOGETHER,),
            )
        )
        claims: list[Claim] = []
        together = 0
        for job, number, name, sha256, size, anew, deaths, had_with, kept, last in rows:
            together += size
            if claims and together > _TAKEN_BYTES:
                break
            goes_on = kept > 0 and not anew and had_with == read_with
            paths: Any = db.execute("SELECT path FROM source WHERE document_id = ? ORDER BY id", (number,))
            claims.append(
                Claim(
                    job,
                    number,
                    name,
                    sha256,
                    size,
                    tuple(path_of(path) for (path,) in paths),
                    first=last + 1 if goes_on else 1,
                    anew=kept > 0 and not goes_on,
                    deaths=deaths,
                )
            )
        for claim in claims:
            db.execute("UPDATE job SET run = ? WHERE id = ?", (self.run, claim.job_id))
            db.execute("UPDATE document SET state = 'reading' WHERE id = ?", (claim.document_id,))
        return claims

    def _keep(self, db: Connection, portion: Portion, read_with: str, languages: str) -> bool:
        claim = portion.claim
        number = claim.document_id
        wanted = any(True for _ in db.execute("SELECT 1 FROM job WHERE id = ? AND run = ?", (claim.job_id, self.run)))
        if not wanted:
            return False
        refused = portion.ending is not None and portion.ending.outcome == "refused"
        stands = refused and _stands(db, portion)
        if (portion.anew or refused) and not stands:
            self._drop_pages(db, number)
        if portion.opened is not None and not stands:
            opened = portion.opened
            db.execute(
                "UPDATE document SET format = ?, title = ?, author = ?, draws = ?, pages = max(?, pages_kept), "
                "languages = ?, read_with = ? WHERE id = ?",
                (
                    shown_line(opened.format),
                    shown_line(opened.title),
                    shown_line(opened.author),
                    int(opened.draws),
                    opened.pages,
                    languages,
                    read_with,
                    number,
                ),
            )
        self._add_pages(db, number, portion.pages)
        db.execute(
            "UPDATE job SET deaths = ?, anew = anew AND NOT ? WHERE id = ?",
            (portion.deaths, int(portion.anew), claim.job_id),
        )
        if portion.let_go:
            db.execute("UPDATE job SET run = NULL WHERE id = ?", (claim.job_id,))
            db.execute(
                "UPDATE document SET state = 'waiting' WHERE id = ?1 AND (pages_kept = 0 OR "
                "EXISTS (SELECT 1 FROM job WHERE document_id = ?1 AND anew))",
                (number,),
            )
        if portion.ending is not None:
            self._end(db, claim, portion.ending, stands=stands)
        return True

    def _add_pages(self, db: Connection, number: int, pages: Sequence[Page]) -> None:
        if not pages:
            return
        db.executemany(
            f"INSERT INTO page (document_id, characters, {PAGE_COLUMNS}) "  # noqa: S608 - our names
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (row_of(number, page) for page in pages),
        )
        for page in pages:
            self._index.add_page(db, number, page)
        counts = {
            "number": number,
            "kept": len(pages),
            "last": max(page.number for page in pages),
            "empty": sum(page.outcome == "empty" for page in pages),
            "no_text": sum(page.outcome == "no_text" for page in pages),
            "damaged": sum(page.outcome == "damaged" for page in pages),
            "cut": sum(page.outcome == "cut" for page in pages),
            "recognised": sum(page.recognised for page in pages),
            "characters": sum(len(page.text) for page in pages),
        }
        db.execute(
            "UPDATE document SET pages = max(pages, :last), pages_kept = pages_kept + :kept, "
            "pages_empty = pages_empty + :empty, pages_no_text = pages_no_text + :no_text, "
            "pages_damaged = pages_damaged + :damaged, pages_cut = pages_cut + :cut, "
            "pages_recognised = pages_recognised + :recognised, characters = characters + :characters "
            "WHERE id = :number",
            counts,
        )

    def _drop_pages(self, db: Connection, number: int) -> None:
        self._index.forget(db, number)
        db.execute("DELETE FROM page WHERE document_id = ?", (number,))
        if db.changes():
            ask_for_scrub(db)
        db.execute(
            "UPDATE document SET pages = 0, pages_kept = 0, pages_empty = 0, pages_no_text = 0, pages_damaged = 0, "
            "pages_cut = 0, pages_recognised = 0, characters = 0 WHERE id = ?",
            (number,),
        )

    def _end(self, db: Connection, claim: Claim, ending: Ending, *, stands: bool) -> None:
        db.execute("DELETE FROM job WHERE id = ?", (claim.job_id,))
        db.execute(
            "UPDATE document SET read_at = :now, reason = :reason, note = :note, next_step = :next_step, "
            "pages = max(pages, :pages), state = CASE WHEN :outcome = 'refused' AND NOT :stands THEN 'refused' "
            "WHEN (:outcome = 'whole' OR (:stands AND pages_kept >= pages)) "
            "AND pages_no_text + pages_damaged + pages_cut = 0 THEN 'read' ELSE 'part' END "
            "WHERE id = :number",
            {
                "now": self._clock(),
                "outcome": ending.outcome,
                "stands": int(stands),
                "reason": ending.reason,
                "note": shown_line(ending.note),
                "next_step": shown_line(ending.next_step),
                "pages": ending.pages,
                "number": claim.document_id,
            },
        )


def _stands(db: Connection, portion: Portion) -> bool:
    """Return whether what was read of this very content before stands, though it could not be read anew.

    That is so where the reading failed and not the content: for want of its password, which was forgotten, of the
    file, or of a reader that lives.
    """
    if portion.ending is None or portion.ending.reason not in _CONTENT_STANDS:
        return False
    kept = "SELECT 1 FROM document WHERE id = ? AND pages_kept > 0 AND read_with <> ''"
    return any(True for _ in db.execute(kept, (portion.claim.document_id,)))


def _left(db: Connection) -> Any:
    return db.execute("SELECT count(*), total(d.size_bytes) FROM job AS j JOIN document AS d ON d.id = j.document_id")


def _existing(db: Connection, document_ids: Sequence[int]) -> list[int]:
    rows: Any = db.execute(
        "SELECT d.id FROM json_each(?) AS wanted JOIN document AS d ON d.id = wanted.value WHERE d.sha256 IS NOT NULL",
        (as_list(document_ids),),
    )
    return [number for (number,) in rows]
