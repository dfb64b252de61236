"""What the library is made of: plain values, as the store gives them out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, Protocol

if TYPE_CHECKING:
    from pathlib import Path

    from paddock.reader.protocol import Page, PageKind, PageOutcome
    from paddock.vault.connection import Connection
    from paddock.vault.vault import Vault

DocumentState = Literal["waiting", "reading", "read", "part", "refused", "stopped"]
SourceState = Literal["there", "changed", "missing", "unreachable"]


class PageIndex(Protocol):
    """What makes pages findable, in the transactions that keep or remove them (`library.index.Index` is one)."""

    def add_page(self, connection: Connection, document_id: int, page: Page) -> int:
        """Take a page in that is not in yet; return how many passages it made."""

    def forget(self, connection: Connection, document_id: int) -> None:
        """Take all of a document's pages out again."""

    def scrub(self, vault: Vault) -> None:
        """Take what was forgotten out of the file too, in short steps. Called outside a transaction."""


@dataclass(frozen=True)
class Collection:
    """A named set of documents. `embedder` is the id of what made its vectors, empty where nothing did yet."""

    id: int
    name: str
    created_at: float
    embedder: str
    documents: int


@dataclass(frozen=True)
class Document:
    """One content, however many files hold it; `name` is that of the file it was first seen in.

    `pages` is how many it has as far as was seen, `pages_kept` how many are in the store; those without text
    (`pages_no_text`: a picture nobody could read), damaged and cut ones are counted among the kept.
    `characters` is the length of all text together. `draws`: pictures of its pages can be had. `title` and `author`
    are what the file says of itself. `reason` is one of reader.protocol's, or "unreachable" (the file could not be
    opened) or "reader" (its reader died); `note` and `next_step` are sentences.
    """

    id: int
    sha256: str
    state: DocumentState
    size_bytes: int
    added_at: float
    modified_at: float
    read_at: float | None
    pages: int
    pages_kept: int
    pages_empty: int
    pages_no_text: int
    pages_damaged: int
    pages_cut: int
    pages_recognised: int
    characters: int
    draws: bool
    format: str
    name: str
    title: str
    author: str
    languages: tuple[str, ...]
    reason: str
    note: str
    next_step: str

    @property
    def finished(self) -> bool:
        """Return whether nothing more happens to it by itself."""
        return self.state not in {"waiting", "reading"}

    @property
    def needs_password_again(self) -> bool:
        """Return whether what was read of it stands, and it could not be read anew without its password."""
        return self.state in {"read", "part"} and self.reason == "password"

    @property
    def needs_password(self) -> bool:
        """Return whether it waits for a person's password."""
        return self.state == "refused" and self.reason == "password"


@dataclass(frozen=True)
class Source:
    """A file that held a document's content when it was last looked at."""

    id: int
    document_id: int
    path: Path
    size_bytes: int
    mtime_ns: int
    seen_at: float
    state: SourceState


@dataclass(frozen=True)
class PageOutline:
    """A page without its text."""

    number: int
    kind: PageKind
    outcome: PageOutcome
    recognised: bool
    characters: int
    label: str
    attachment: str


@dataclass(frozen=True)
class WatchedFolder:
    """A folder whose new and changed files are read by themselves into a collection."""

    id: int
    collection_id: int
    path: Path


@dataclass(frozen=True)
class Scope:
    """Which documents are meant: those of `collections` and those of `documents` together; all where both are None.

    `formats` (short names) and the dates (Unix seconds of the file's own last change, `since` <= t < `until`) narrow
    that further where given.
    """

    collections: tuple[int, ...] | None = None
    documents: tuple[int, ...] | None = None
    formats: tuple[str, ...] | None = None
    since: float | None = None
    until: float | None = None


EVERYTHING = Scope()


@dataclass(frozen=True)
class Changed:
    """What a committed change touched: "collections" (their list), "documents" (which there are), "document" (states).

    `document_ids` may be empty where very many were touched.
    """

    what: Literal["collections", "documents", "document"]
    collection_id: int | None = None
    document_ids: tuple[int, ...] = ()
