"""`paddock library re-read`: documents read anew from their files, also where these look unchanged."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paddock.cli.library import collection_number, document_named, opened, tell_taken_in
from paddock.engine.cancelling import CancelToken
from paddock.errors import UsageError
from paddock.library.types import Scope

if TYPE_CHECKING:
    import argparse

    from paddock.app import Paddock
    from paddock.cli.terminal import Terminal


def re_read(paddock: Paddock, args: argparse.Namespace, terminal: Terminal) -> int:
    """Read documents, or those of a collection, anew; return 1 where something was not read whole. Raises UserError."""
    if not args.documents and not args.collection:
        raise UsageError("Name a document, or a collection with --collection.")
    library = opened(paddock, args)
    numbers = [document_named(library, name).id for name in args.documents]
    if args.collection:
        scope = Scope(collections=(collection_number(library, args.collection),))
        numbers += [one.id for one in library.store.documents(scope)]
    library.ingest.start()  # what a run that was killed had begun is gone on with
    found = library.ingest.reread(list(dict.fromkeys(numbers)), cancel=CancelToken())
    if found.refused:
        gone = "1 file is" if found.refused == 1 else f"{found.refused:,} files are"
        terminal.note(f"{gone} no longer there, or cannot be opened: what was read before stays.")
    return tell_taken_in(library, found, args, terminal)
