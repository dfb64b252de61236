"""`paddock models`: what is installed, shown, imported and removed."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING

from paddock.errors import Cancelled, ModelFileError, UsageError, UserError
from paddock.models.card import card_of, size_in_words
from paddock.models.elsewhere import found_elsewhere, gguf_files
from paddock.models.fit import free_memory, judge, kv_bytes_per_token, need_of
from paddock.models.mending import is_damaged
from paddock.models.modelfile import kind_of

if TYPE_CHECKING:
    import argparse
    from pathlib import Path

    from paddock.app import Paddock
    from paddock.cli.terminal import Terminal
    from paddock.models.installed import InstalledModel


def list_models(paddock: Paddock, args: argparse.Namespace, terminal: Terminal) -> int:
    """Print every installed model, one a line."""
    models = paddock.models.list()
    if args.json:
        terminal.json([_facts(paddock, model) for model in models])
    elif not models:
        terminal.note("No model is installed. Import one: paddock models import FILE.gguf")
    else:
        terminal.table([(model.name, size_in_words(model.size_bytes), _state(paddock, model)) for model in models])
        own = sum(model.size_bytes for model in models if not model.linked)
        terminal.note(f"The models folder takes {size_in_words(own)}.")
    return 0


def show_model(paddock: Paddock, args: argparse.Namespace, terminal: Terminal) -> int:
    """Print what is known of one model, installed or a file's path. Raises ModelMissing, ModelFileError."""
    model = paddock.models.resolve(args.name)
    digests = paddock.models.sha256(
        model, lambda done, total: terminal.progress(f"Checking {model.title} … {done / max(total, 1):.0%}")
    )
    facts = {**_facts(paddock, model), "sha256": digests[0] if len(digests) == 1 else list(digests)}
    if args.json:
        terminal.json(facts)
        return 0
    rows = [("name", model.name), ("title", model.title), ("size", size_in_words(model.size_bytes))]
    if model.header is not None:
        card = card_of(model.header)
        verdict = judge(need_of(model.header), free_memory())
        rows += [
            ("kind", f"{card.kind}: {card.kind_words}"),
            ("architecture", card.architecture),
            ("parameters", card.parameters_words),
            ("quantization", f"{card.quantization}, {card.quantization_words}"),
            ("context", f"up to {card.context_tokens:,} tokens" if card.context_tokens else "not stated"),
            ("memory", verdict.sentence),
            ("licence", paddock.gate.licence(model).name),
        ]
        speed = paddock.speeds.sentence(model)
        rows += [("speed", speed)] if speed else []
        used = paddock.speeds.last_used(model)
        rows += [("last used", time.strftime("%Y-%m-%d %H:%M", time.localtime(used)))] if used else []
    origin = paddock.arrivals.origin(model)
    rows += [] if origin is None else [("origin", f"{origin.source}; {origin.words}")]
    rows += [("file", str(file)) for file in model.files] + [("SHA-256", digest) for digest in digests]
    rows += [("problem", model.problem)] if model.problem else []
    terminal.table(rows)
    return 0


def import_model(paddock: Paddock, args: argparse.Namespace, terminal: Terminal) -> int:
    """Copy a file into the models folder, move it with --move, or link it with --link; of a folder, all files in it.

    1 where a file of a folder could not be imported; the others are. Raises UserError.
    """
    before = {model.name for model in paddock.models.list()}
    if args.again is not None and args.file.is_dir():
        raise UsageError("One file takes the place of a damaged model, not a folder.", "", "Name the file.")
    if not args.file.is_dir():
        model = _bring(paddock, args, args.file, terminal)
        if args.json:
            terminal.json(_facts(paddock, model))
        else:
            _tell(model, before if args.again is None else set(), terminal)
        return 0
    files = gguf_files(args.file)
    if not files:
        raise UserError("There is nothing to import.", f"{args.file} holds no .gguf file.", "Choose another folder.")
    brought: list[dict[str, object]] = []
    for file in files:
        try:
            model = _bring(paddock, args, file, terminal)
        except UserError as error:
            if isinstance(error, Cancelled):
                raise
            brought.append({"file": str(file), "problem": str(error)})
            terminal.note(str(error))
            continue
        brought.append({"file": str(file), "problem": "", **_facts(paddock, model)})
        if not args.json:
            _tell(model, before, terminal)
    if args.json:
        terminal.json(brought)
    return 1 if any("name" not in one for one in brought) else 0


def find_models(paddock: Paddock, args: argparse.Namespace, terminal: Terminal) -> int:
    """Print the models other programs keep here; with --link, use them where they lie. Raises UserError."""
    found = found_elsewhere()
    rows, told = [], []
    for one in found:
        linked = ""
        if args.link:
            try:
                linked = paddock.models.import_link(one.path, one.name.replace("/", "-").replace(":", "-")).name
            except ModelFileError as error:
                linked = str(error)
        rows.append((one.program, one.name, size_in_words(one.size_bytes), linked or str(one.path)))
        told.append({"program": one.program, "name": one.name, "file": str(one.path), "size_bytes": one.size_bytes})
    if args.json:
        terminal.json(told)
    elif not found:
        terminal.note("No models of Ollama, LM Studio, Jan or GPT4All were found.")
    else:
        terminal.table(rows)
    return 0


def rename_model(paddock: Paddock, args: argparse.Namespace, terminal: Terminal) -> int:
    """Give a model another name. Raises ModelMissing, UserError."""
    before = paddock.models.resolve(args.name)
    after = paddock.models.rename(before.name, args.new_name)
    paddock.verifier.follow(before, after)
    for setting in ("model", "embedder", "reranker"):
        named = getattr(paddock.settings.current, setting)
        if named == before.name and setting not in paddock.settings.governed:
            paddock.settings.change(**{setting: after.name})
    if args.json:
        terminal.json(_facts(paddock, after))
    else:
        terminal.line(after.name)
    return 0


def default_model(paddock: Paddock, args: argparse.Namespace, terminal: Terminal) -> int:
    """Make a model the one that answers, searches by meaning or ranks results where no other is named.

    Raises ModelMissing, ModelFileError, UserError.
    """
    model = paddock.models.resolve(args.name)
    kind = kind_of(model.header) if model.usable and model.header is not None else "part"
    if kind == "part":
        raise ModelFileError(f"“{model.title}” cannot answer.", model.problem, "Choose another model.")
    setting = {"embedding": "embedder", "reranking": "reranker"}.get(kind, "model")
    if setting in paddock.settings.governed:
        raise UserError("The model is fixed by a policy.", "", "Ask your administrator.")
    paddock.gate.check(model)
    paddock.settings.change(**{setting: model.name})
    if args.json:
        terminal.json(_facts(paddock, model))
    else:
        terminal.line(model.name)
    return 0


def _bring(paddock: Paddock, args: argparse.Namespace, file: Path, terminal: Terminal) -> InstalledModel:
    def show(done: int, total: int) -> None:
        terminal.progress(f"Copying {file.name} … {done / max(total, 1):.0%}")

    if args.again is not None:
        return paddock.import_again(args.again, file, show)
    if args.link:
        return paddock.models.import_link(file)
    return paddock.models.import_move(file, show) if args.move else paddock.models.import_copy(file, show)


def _tell(model: InstalledModel, before: set[str], terminal: Terminal) -> None:
    terminal.line(model.name)
    if model.name in before:
        terminal.note("This model was already there.")
    if model.problem:
        terminal.note(model.problem)


def remove_model(paddock: Paddock, args: argparse.Namespace, terminal: Terminal) -> int:
    """Remove a model after asking; a linked file stays where it is. Raises ModelMissing, UsageError, UserError."""
    model = paddock.models.resolve(args.name)
    if not args.yes:
        if sys.stdin is None or not sys.stdin.isatty():
            raise UsageError("Removing a model needs --yes where nobody can be asked.")
        what = "Forget the linked file" if model.linked else f"Delete {size_in_words(model.size_bytes)} for good"
        terminal.ask(f"{what}: {model.name}? [y/N] ")
        if sys.stdin.readline().strip().lower() not in {"y", "yes"}:
            terminal.note("Nothing was removed.")
            return 0
    freed = paddock.models.remove(model.name)
    if args.json:
        terminal.json({"removed": model.name, "freed_bytes": freed})
    else:
        terminal.line(f"Removed {model.name}: {size_in_words(freed)} freed.")
    return 0


def _state(paddock: Paddock, model: InstalledModel) -> str:
    if model.problem or model.header is None:
        return model.problem
    card = card_of(model.header)
    used = paddock.speeds.last_used(model)
    parts = [card.parameters_words, card.quantization, card.kind]
    parts += ["linked"] * model.linked
    parts += [f"used {_day(used)}"] if used else []
    parts += ["damaged or changed"] * is_damaged(model, paddock.verifier)
    return ", ".join(parts)


def _day(when: float) -> str:
    return time.strftime("%Y-%m-%d", time.localtime(when))


def _facts(paddock: Paddock, model: InstalledModel) -> dict[str, object]:
    known = paddock.models.known_sha256(model)
    facts: dict[str, object] = {
        "name": model.name,
        "title": model.title,
        "files": [str(file) for file in model.files],
        "size_bytes": model.size_bytes,
        "linked": model.linked,
        "problem": model.problem,
        "sha256": (known[0] if len(known) == 1 else list(known)) or None,
    }
    if model.header is None:
        return facts
    card = card_of(model.header)
    return facts | {
        "kind": card.kind,
        "architecture": card.architecture,
        "parameters": card.parameters,
        "quantization": card.quantization,
        "bits_per_weight": card.bits_per_weight,
        "context_tokens": card.context_tokens,
        "kv_bytes_per_token": kv_bytes_per_token(model.header),
        "languages": list(card.languages),
        "licence": card.licence,
        "tokens_per_second": paddock.speeds.measured(model),
        "last_used": paddock.speeds.last_used(model),
    }
