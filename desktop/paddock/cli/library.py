"""`paddock library`: documents taken in, listed, searched and removed from a terminal."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, Final, Literal

from paddock.cli.access import open_store
from paddock.cli.asking import says_yes, somebody_is_there
from paddock.cli.excerpt import excerpt
from paddock.cli.named_paths import check_there
from paddock.cli.passwords import open_locked
from paddock.cli.terminal import one_line
from paddock.engine.cancelling import CancelToken
from paddock.errors import LicenceNotAgreed, UsageError, UserError
from paddock.library.coverage import ranges, sentence
from paddock.library.kinds import KINDS
from paddock.library.shelf import NotInLibrary
from paddock.library.types import EVERYTHING, Scope
from paddock.reader.page_name import page_name

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence
    from datetime import date

    from paddock.app import Paddock
    from paddock.cli.terminal import Terminal
    from paddock.library.adding import Found
    from paddock.library.coverage import UnreadPage
    from paddock.library.library import Library
    from paddock.library.replacing import Replacement
    from paddock.library.search import Hit
    from paddock.library.types import Document

NOT_WHOLE: Final = 1
_LOOK_AGAIN_S: Final = 0.2
_SHOWN_CHARACTERS: Final = 300


def add(paddock: Paddock, args: argparse.Namespace, terminal: Terminal) -> int:
    """Take files and folders in; with `--wait` until all are read. Return 1 where something was not read whole."""
    check_there(args.paths)
    library = opened(paddock, args)
    number = collection_number(library, args.collection, make=True) if args.collection else None
    library.ingest.start()  # what a run that was killed had begun is gone on with
    found = library.ingest.add(args.paths, number, cancel=CancelToken())
    return tell_taken_in(library, found, args, terminal)


def tell_taken_in(library: Library, found: Found, args: argparse.Namespace, terminal: Terminal) -> int:
    """Wait for what was taken in unless nobody wants to, and tell what was read of it; return the exit code."""
    scope = Scope(documents=found.documents)
    if args.wait or not args.json:
        wait(library, terminal)
        if open_locked(library, library.store.documents(scope), args, terminal):
            wait(library, terminal)
    documents = library.store.documents(scope)
    if args.json:
        counts = ("queued", "known", "duplicates", "refused", "hidden", "links", "special")
        facts = {name: getattr(found, name) for name in counts}
        terminal.json({**facts, "documents": [facts_of(one) for one in documents]})
    else:
        if documents or found.refused:
            terminal.line(library.store.coverage(scope).summary())
        for document, why in library.store.not_whole(scope):
            terminal.note(f"{document.name}: {why}")
        if passed := _passed_by(found):
            terminal.note(passed)
    return 0 if all(one.state == "read" for one in documents) and not found.refused else NOT_WHOLE


def _passed_by(found: Found) -> str:
    """Return what was not taken in, and why: empty where all was that is not hidden."""
    told = []
    if found.links:
        told.append(f"{found.links:,} link{'s' * (found.links > 1)} not followed: add the files themselves.")
    if found.special:
        told.append(f"{found.special:,} device{'s' * (found.special > 1)} left out.")
    if not found.documents and not found.refused and not told:
        hidden = "There are only hidden files in it: add those yourself that you want read."
        told = [hidden if found.hidden else "There is no file in it."]
    return " ".join(told)


def list_documents(paddock: Paddock, args: argparse.Namespace, terminal: Terminal) -> int:
    """Print every document, one a line."""
    library = opened(paddock, args)
    documents = library.store.documents(scope_of(library, args))
    if args.json:
        names = {one.id: one.name for one in library.store.collections()}
        terminal.json(
            [
                {**facts_of(one), "collections": [names[n] for n in library.store.collections_of(one.id)]}
                for one in documents
            ]
        )
    elif not documents:
        terminal.note("There are no documents. Add some: paddock library add PATH…")
    else:
        terminal.table([(str(one.id), one.name, _pages(one), sentence(one)) for one in documents])
    collections = library.store.collections()
    if collections and not args.json and not args.collection:
        terminal.note(f"Collections: {', '.join(f'“{one.name}”' for one in collections)}.")
    return 0


def status(paddock: Paddock, args: argparse.Namespace, terminal: Terminal) -> int:
    """Print what was read of the documents, and what was not; return 1 where something is missing."""
    library = opened(paddock, args)
    scope = scope_of(library, args)
    coverage = library.store.coverage(scope)
    left = library.store.not_whole(scope)
    embedding = library.embedding_progress()
    other = library.replacement()
    if args.json:
        facts: dict[str, Any] = {
            "summary": coverage.summary(),
            "documents": coverage.documents,
            "pages": coverage.pages,
            "pages_read": coverage.pages_read,
            "waiting": coverage.waiting,
            "not_whole": [{"id": one.id, "name": one.name, "why": why} for one, why in left],
            "search": "by words and by meaning" if embedding is not None else "by words alone",
            "passages": embedding[1] if embedding else None,
            "passages_embedded": embedding[0] if embedding else None,
            "other_embedder": _other_facts(other) if other else None,
        }
        terminal.json(facts)
    else:
        terminal.line(f"{coverage.documents:,} documents: {coverage.summary()}")
        if embedding is None:
            none = paddock.models.embedder() is None
            why = "no embedding model is installed" if none else "no document has vectors yet"
            terminal.line(f"Search is by words alone: {why}.")
        elif embedding[0] < embedding[1]:
            terminal.line(f"Search by meaning: {embedding[0]:,} of {embedding[1]:,} passages so far.")
        if other is not None:
            terminal.line(_other_line(other))
        for document, why in left:
            terminal.line(f"{document.name}: {why}")
            for reason, numbers in _reasons(library.store.unread_pages(document.id)).items():
                terminal.line(f"    pages {ranges(numbers)}: {reason}")
    return 0 if coverage.is_whole else NOT_WHOLE


def re_embed(paddock: Paddock, args: argparse.Namespace, terminal: Terminal) -> int:
    """Make all vectors anew with the other embedding model that is installed, or go on with that."""
    library = opened(paddock, args)
    other = library.replacement(unasked=True)
    if other is not None:
        if not other.begun:
            library.re_embed(other.sha256)
        try:
            library.embed_all(lambda now: terminal.progress(f"Made anew: {now.done:,} of {now.total:,} passages …"))
        except KeyboardInterrupt:
            terminal.note("Stopped; what is done is kept. Go on with it: paddock library re-embed")
            raise
        finally:
            terminal.progress("")
    elif library.embedder() is None:
        raise UserError("No embedding model is installed.", "", "Import one: paddock models import FILE.gguf")
    embedding = library.embedding_progress()
    passages = embedding[1] if embedding else 0
    if args.json:
        terminal.json({"made_anew": other is not None, "by": other.name if other else None, "passages": passages})
    elif other is not None:
        terminal.line(f"The documents' vectors are now made by “{other.name}”: {passages:,} passages.")
    else:
        why = "no other embedding model is installed" if passages else "no document has vectors yet"
        terminal.line(f"There is nothing to make anew: {why}.")
    return 0


def remove(paddock: Paddock, args: argparse.Namespace, terminal: Terminal) -> int:
    """Remove documents, or a collection with those that are in no other; files are not touched."""
    library = opened(paddock, args)
    if args.collection:
        collection = library.store.collection(collection_number(library, args.collection))
        if not _confirmed(args, terminal, f"Remove the collection “{collection.name}” with its documents?"):
            return 0
        gone = library.store.remove_collection(collection.id, with_documents=True)
    else:
        documents = [document_named(library, name) for name in args.documents]
        if not documents:
            raise UsageError("Name a document, or a collection with --collection.")
        if not _confirmed(
            args, terminal, f"Remove {', '.join(f'“{one.name}”' for one in documents)} from the library?"
        ):
            return 0
        gone = library.store.remove_documents([one.id for one in documents])
    if args.json:
        terminal.json({"removed": gone})
    else:
        terminal.line(f"{gone:,} removed; the files themselves were not touched.")
    return 0


def search(paddock: Paddock, args: argparse.Namespace, terminal: Terminal) -> int:
    """Print the passages that speak of the query, best first; return 1 where there is none. Raises UsageError."""
    if not args.query.strip():
        raise UsageError("There are no words to look for.")
    library = opened(paddock, args)
    scope = scope_of(library, args)
    if by_meaning(library, terminal) == "not installed":
        terminal.note("No embedding model is installed: searching by words alone.")
    hits = library.find(args.query, scope, args.limit)
    if args.json:
        terminal.json([hit_facts(hit) for hit in hits])
    else:
        for hit in hits:
            place = page_name(hit.kind, hit.page, hit.label)
            shown = one_line(excerpt(hit.text, _SHOWN_CHARACTERS))
            terminal.line(f"{hit.document}, {place}  [{hit.score:.3f}]\n    {shown}")
        if not hits:
            terminal.note("Nothing was found.")
    return 0 if hits else NOT_WHOLE


# ---------------------------------------------------------------- what other commands need too


def opened(paddock: Paddock, args: argparse.Namespace) -> Library:
    """Open the store and return the library in it."""
    open_store(paddock, args.passphrase_file)
    return paddock.library


def wait(library: Library, terminal: Terminal) -> None:
    """Wait until everything queued is read and has its vectors, and show how far that is."""
    try:
        while not library.ingest.wait(_LOOK_AGAIN_S):
            now = library.ingest.progress
            if now.trouble is not None:
                raise now.trouble
            left = f", {now.seconds_left:,.0f} s left" if now.seconds_left is not None else ""
            terminal.progress(f"Reading: {now.files_done} of {now.files} files, {now.pages_done} pages{left} …")
        if by_meaning(library, terminal) != "held back":
            library.embed_all(lambda now: terminal.progress(f"Search by meaning: {now.done} of {now.total} passages …"))
    finally:
        terminal.progress("")


def by_meaning(library: Library, terminal: Terminal) -> Literal["ready", "not installed", "held back"]:
    """Have search use its models; say of one whose licence nobody has agreed to how that is done. Raises UserError."""
    try:
        found: Literal["ready", "not installed"] = "not installed" if library.embedder() is None else "ready"
    except LicenceNotAgreed as error:
        _tell_held_back(error, terminal)
        return "held back"
    if isinstance(library.not_ranking, LicenceNotAgreed):
        _tell_held_back(library.not_ranking, terminal)
    return found


def _tell_held_back(error: LicenceNotAgreed, terminal: Terminal) -> None:
    terminal.note(f"{error.what} Search does without it; read it and agree: paddock models accept {error.model}")


def scope_of(library: Library, args: argparse.Namespace) -> Scope:
    """Return which documents `--collection`, `--doc`, `--type` and the days mean; all without. Raises UserError."""
    scope = EVERYTHING
    if args.collection or args.doc:
        scope = Scope(
            collections=(collection_number(library, args.collection),) if args.collection else (),
            documents=tuple(document_named(library, name).id for name in args.doc or ()),
        )
    return replace(
        scope,
        formats=tuple(name for kind in args.type for name in KINDS[kind]) if args.type else None,
        since=_midnight(args.since) if args.since else None,
        until=_midnight(args.until, 1) if args.until else None,
    )


def _midnight(day: date, later: int = 0) -> float:
    """Return when a day begins here, or one some days later, in Unix seconds. Raises UsageError beyond all clocks."""
    try:
        begins = day + timedelta(days=later)
        return datetime(begins.year, begins.month, begins.day).astimezone().timestamp()
    except (OverflowError, OSError, ValueError) as error:
        raise UsageError(f"{day} is too far away.") from error


def collection_number(library: Library, name: str, *, make: bool = False) -> int:
    """Return a collection's number by its name; `make` it where there is none. Raises NotInLibrary."""
    if make and name.casefold() not in {one.name.casefold() for one in library.store.collections()}:
        return library.store.create_collection(name).id
    try:
        return library.store.collection_named(name).id
    except NotInLibrary as error:
        raise NotInLibrary(error.what, "", "See which there are: paddock library list") from error


def document_named(library: Library, name: str) -> Document:
    """Return a document by its number or its file's name. Raises NotInLibrary, UsageError for a name of several."""
    if name.isascii() and name.isdigit():
        return library.store.document(int(name))
    names = {  # one document may have been seen in several files
        one.id: {one.name, *(source.path.name for source in library.store.sources(one.id))}
        for one in library.store.documents()
    }
    found = [number for number, known in names.items() if name in known] or [
        number for number, known in names.items() if any(name.casefold() in each.casefold() for each in known)
    ]
    if len(found) != 1:
        why = "Several documents have" if found else "No document has"
        raise UsageError(f"{why} “{name}” in the name.", "", "Give its number: paddock library list")
    return library.store.document(found[0])


def facts_of(document: Document) -> dict[str, Any]:
    """Return what JSON tells of a document."""
    return {
        "id": document.id,
        "name": document.name,
        "title": document.title,
        "format": document.format,
        "state": document.state,
        "pages": max(document.pages, document.pages_kept),
        "pages_without_text": document.pages_no_text,
        "coverage": sentence(document),
        "sha256": document.sha256,
    }


def hit_facts(hit: Hit) -> dict[str, Any]:
    """Return what JSON tells of a passage."""
    return {
        "document": hit.document,
        "document_id": hit.document_id,
        "page": hit.page,
        "kind": hit.kind,
        "label": hit.label,
        "headings": list(hit.headings),
        "start": hit.start,
        "end": hit.end,
        "score": hit.score,
        "text": hit.text,
    }


def _reasons(pages: Sequence[UnreadPage]) -> dict[str, list[int]]:
    """Return the numbers of pages by why their text is not there."""
    plain = {"no_text": "No text.", "damaged": "Damaged.", "cut": "Cut short."}
    numbers: dict[str, list[int]] = {}
    for page in pages:
        numbers.setdefault(page.detail or plain.get(page.outcome, page.outcome), []).append(page.number)
    return numbers


def _other_facts(other: Replacement) -> dict[str, Any]:
    begun = {"passages_made_anew": other.done} if other.begun else {}
    return {"name": other.name, "made_by": other.made_by, "begun": other.begun, **begun}


def _other_line(other: Replacement) -> str:
    if other.begun:
        return (
            f"The documents' vectors are made anew by “{other.name}”: {other.done:,} of {other.total:,} passages so "
            "far. Go on with it: paddock library re-embed"
        )
    return (
        f"“{other.name}” is installed; the documents' vectors were made by “{other.made_by}”. "
        "Make them anew: paddock library re-embed"
    )


def _pages(document: Document) -> str:
    pages = max(document.pages, document.pages_kept)
    return f"{pages:,} p." if pages else "–"


def _confirmed(args: argparse.Namespace, terminal: Terminal, question: str) -> bool:
    if args.yes:
        return True
    if not somebody_is_there():
        raise UsageError("Nobody can be asked here.", "", "Give --yes.")
    if says_yes(question, terminal):
        return True
    terminal.note("Nothing was removed.")
    return False
