"""The store of documents: everything the program keeps about them, behind one door."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from paddock.library.collections import Collections
from paddock.library.coverage import Coverages
from paddock.library.documents import Documents
from paddock.library.filing import Filing
from paddock.library.notes import Notes
from paddock.library.queue import Queue
from paddock.library.removal import Removal
from paddock.library.sources import Sources
from paddock.library.watching import Watched

SCHEMA: Final = Path(__file__).parent / "schema"


class LibraryStore(Collections, Documents, Coverages, Sources, Watched, Notes, Removal, Filing, Queue):
    """All parts over one vault of its own (`Vault.open(folder, key.copy(), clock, schema=SCHEMA)`).

    Any thread may call it; every call is one transaction, on the disk when it returns. After opening, call `tidy` on a
    pool thread. Methods raise NotInLibrary for what is not there, and the vault's errors. What is to be read goes in
    through `ingest.Ingest`.
    """
