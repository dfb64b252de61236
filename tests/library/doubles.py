"""What stands in for the index and for the reader's process in the tests of the documents' store."""

from __future__ import annotations

import hashlib
import threading
from typing import TYPE_CHECKING, Any, BinaryIO

import msgspec

from paddock.errors import Cancelled, ReaderDied, ReadRefused
from paddock.reader.protocol import Block, Box, Done, Opened, Page, Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

    from paddock.engine.cancelling import CancelToken
    from paddock.reader.protocol import Limits
    from paddock.vault.connection import Connection
    from paddock.vault.vault import Vault

KEY = "7f" * 32


class NotingIndex:
    """Keeps each page's text in a table, in the transaction it is called in; `scrubs` counts the calls."""

    TABLE = "CREATE TABLE noted (document_id INTEGER, number INTEGER, text TEXT, UNIQUE (document_id, number)) STRICT;"

    def __init__(self) -> None:
        self.scrubs = 0

    def add_page(self, connection: Connection, document_id: int, page: Page) -> int:
        connection.execute("INSERT INTO noted VALUES (?, ?, ?)", (document_id, page.number, page.text))
        return 1

    def forget(self, connection: Connection, document_id: int) -> None:
        connection.execute("DELETE FROM noted WHERE document_id = ?", (document_id,))

    def scrub(self, vault: Vault) -> None:
        self.scrubs += 1


class Script(msgspec.Struct, frozen=True):
    """What a test's file asks of the scripted reader; the file holds it as JSON.

    `dies_at`: the reader's process dies before this page, so many times as `deaths` says. `outcomes` are those of
    pages that are not "read".
    """

    pages: int = 1
    salt: str = ""
    password: str | None = None
    refuse: str = ""
    dies_at: int = 0
    deaths: int = 1_000
    outcomes: dict[int, str] = {}
    done: str = "whole"
    note: str = ""
    reason: str | None = None


def write_script(path: Path, *, padding: int = 0, **about: Any) -> Path:
    """Write a file for the scripted reader, with so many bytes more than it needs."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(msgspec.json.encode(Script(**about)) + b" " * padding)
    return path


def text_of(script: Script, number: int) -> str:
    """Return the text of a page, the same each time, of some hundred characters."""
    word = hashlib.sha256(f"{script.salt} {number}".encode()).hexdigest()
    return f"# {script.salt} {number}\n\n{word} on page {number} of {script.pages}. " + "Filler. " * 10


class ScriptedReader:
    """Does what the file says. `asked` notes the calls; `at_page` is called before each page."""

    def __init__(self) -> None:
        self.asked: list[tuple[Any, ...]] = []
        self.closed = 0
        self.died = 0
        self.at_page: Callable[[int], None] = lambda _number: None
        self._script = Script()
        self._lock = threading.Lock()

    def open(
        self,
        name: str,
        data: BinaryIO,
        *,
        password: str | None = None,
        limits: Limits | None = None,
        cancel: CancelToken | None = None,
    ) -> Opened:
        self.asked.append(("open", name, password))
        if cancel is not None and cancel.cancelled:
            raise Cancelled("Stopped.")
        content = b"".join(iter(lambda: data.read(1 << 16), b""))
        try:
            self._script = msgspec.json.decode(content, type=Script)
        except msgspec.DecodeError:
            self._script = Script(salt=hashlib.sha256(content).hexdigest()[:8])
        if self._script.refuse:
            raise ReadRefused(self._script.refuse, "This is not a kind of file that can be read.")
        if self._script.password not in {None, password}:
            raise ReadRefused("password", "It is locked with a password.", "", "Give the password.")
        return Opened(id=1, format="script", pages=self._script.pages, title=self._script.salt, draws=True)

    def read(
        self,
        *,
        first: int = 1,
        languages: Sequence[str] = (),
        on_page: Callable[[Page], None],
        cancel: CancelToken | None = None,
    ) -> Done:
        self.asked.append(("read", first, tuple(languages)))
        script = self._script
        for number in range(first, script.pages + 1):
            if number == script.dies_at and self.died < script.deaths:
                self.died += 1
                raise ReaderDied("The reader stopped over this document.", "It ran out of luck.", "Try again.")
            self.at_page(number)
            if cancel is not None and cancel.cancelled:
                return Done(id=1, outcome="part", pages=script.pages, note="Stopped.")
            on_page(page_of(script, number))
        return Done(id=1, outcome=script.done, pages=script.pages, reason=script.reason, note=script.note)  # type: ignore[arg-type]  # a test's own word

    def close(self) -> None:
        self.closed += 1


def page_of(script: Script, number: int) -> Page:
    """Return a page as the scripted reader gives it."""
    text = text_of(script, number)
    return Page(
        id=1,
        number=number,
        kind="page",
        label=f"p. {number}",
        headings=("Part", f"Chapter {number // 10}"),
        text=text,
        blocks=(Block("heading", 0, 10, 1), Block("paragraph", 12, len(text), place="¶ 1")),
        spans=(Span(0, 10, 3), Span(12, 40, 15)),
        boxes=(Box(12, 5, 0.25, 0.5, 0.125, 0.0625),),
        outcome=script.outcomes.get(number, "read"),  # type: ignore[arg-type]  # a test's own word
        recognised=number % 7 == 0,
        detail="as the test says" if number in script.outcomes else "",
    )


def rows(vault: Vault, sql: str, values: Iterable[Any] = ()) -> list[tuple[Any, ...]]:
    """Return what a query finds in a store."""
    with vault.read() as db:
        return list(db.execute(sql, tuple(values)))
