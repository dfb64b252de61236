"""`paddock models`: what is installed, shown, renamed and removed."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from paddock.cli.access import open_store
from paddock.cli.asking import says_yes, somebody_is_there
from paddock.cli.model_facts import facts_of
from paddock.cli.vision import vision_words
from paddock.errors import ModelFileError, UsageError, UserError
from paddock.models.card import card_of, size_in_words
from paddock.models.fit import free_memory, judge, need_of
from paddock.models.mending import is_damaged
from paddock.models.modelfile import kind_of
from paddock.models.vision_beside import vision_of

if TYPE_CHECKING:
    import argparse

    from paddock.app import Paddock
    from paddock.cli.terminal import Terminal
    from paddock.models.installed_model import InstalledModel


def list_models(paddock: Paddock, args: argparse.Namespace, terminal: Terminal) -> int:
    """Print every installed model, one a line."""
    models = paddock.models.list()
    if args.json:
        terminal.json([facts_of(paddock, model) for model in models])
    elif not models:
        terminal.note("No model is installed. Import one: paddock models import FILE.gguf")
    else:
        try:
            damaged = {model.name for model in models if is_damaged(model, paddock.verifier)}
        except UserError as error:
            damaged = set()
            terminal.note(str(error))
        terminal.table(
            [
                (model.name, size_in_words(model.size_bytes), _state(paddock, model, damaged=model.name in damaged))
                for model in models
            ]
        )
        own = sum(model.size_bytes for model in models if not model.linked)
        terminal.note(f"The models folder takes {size_in_words(own)}.")
    return 0


def show_model(paddock: Paddock, args: argparse.Namespace, terminal: Terminal) -> int:
    """Print what is known of one model, installed or a file's path. Raises ModelMissing, ModelFileError."""
    model = paddock.models.resolve(args.name)
    digests = paddock.models.sha256(
        model, lambda done, total: terminal.progress(f"Checking {model.title} … {done / max(total, 1):.0%}")
    )
    facts = {**facts_of(paddock, model), "sha256": digests[0] if len(digests) == 1 else list(digests)}
    if args.json:
        terminal.json(facts)
        return 0
    rows = [("name", model.name), ("title", model.title), ("size", size_in_words(model.size_bytes))]
    if model.header is not None:
        card = card_of(model.header)
        verdict = judge(need_of(model.header), free_memory())
        vision = vision_of(model.header)
        rows += [
            ("kind", f"{card.kind}: {card.kind_words}"),
            ("architecture", card.architecture),
            ("parameters", card.parameters_words),
            ("quantization", f"{card.quantization}, {card.quantization_words}"),
            ("context", f"up to {card.context_tokens:,} tokens" if card.context_tokens else "not stated"),
            *([] if model.problem else [("memory", verdict.sentence)]),
            *([] if vision is None else [("vision part", vision_words(vision))]),
            *([("languages", ", ".join(card.languages))] if card.languages else []),
            ("licence", paddock.gate.licence(model).name),
        ]
        speed = "" if model.problem else paddock.speeds.sentence(model)
        rows += [("speed", speed)] if speed else []
        used = paddock.speeds.last_used(model)
        rows += [("last used", time.strftime("%Y-%m-%d %H:%M", time.localtime(used)))] if used else []
    origin = paddock.arrivals.origin(model)
    rows += [] if origin is None else [("origin", f"{origin.source}; {origin.words}")]
    rows += [("file", str(file)) for file in model.files] + [("SHA-256", digest) for digest in digests]
    if model.problem:
        rows.append(("problem", model.problem))
    elif facts["damaged"]:
        rows.append(("problem", "It is damaged or was changed since it was first seen here, and is not run."))
    terminal.table(rows)
    return 0


def rename_model(paddock: Paddock, args: argparse.Namespace, terminal: Terminal) -> int:
    """Give a model another name; its options, the chats that name it and the defaults follow.

    Raises ModelMissing, UserError (PassphraseNeeded, where the store holds what is to follow).
    """
    paddock.models.installed(args.name)  # a wrong name is told before anybody is asked for a passphrase
    if paddock.custody.state() != "none":
        open_store(paddock, args.passphrase_file)
    after = paddock.rename_model(args.name, args.new_name)
    if args.json:
        terminal.json(facts_of(paddock, after))
    else:
        terminal.line(after.name)
    return 0


def default_model(paddock: Paddock, args: argparse.Namespace, terminal: Terminal) -> int:
    """Make a model the one that answers, searches by meaning or ranks results where no other is named.

    Raises ModelMissing, ModelFileError, UserError.
    """
    model = paddock.models.installed(args.name)
    kind = kind_of(model.header) if model.usable and model.header is not None else "part"
    if kind == "part":
        raise ModelFileError(f"“{model.title}” cannot answer.", model.problem, "Choose another model.")
    setting = {"embedding": "embedder", "reranking": "reranker"}.get(kind, "model")
    if setting in paddock.settings.governed:
        raise UserError("The model is fixed by a policy.", "", "Ask your administrator.")
    paddock.gate.check(model)
    paddock.settings.change(**{setting: model.name})
    if args.json:
        terminal.json(facts_of(paddock, model))
    else:
        terminal.line(model.name)
    return 0


def remove_model(paddock: Paddock, args: argparse.Namespace, terminal: Terminal) -> int:
    """Remove a model after asking; a linked file stays where it is. Raises ModelMissing, UsageError, UserError."""
    model = paddock.models.installed(args.name)
    if not args.yes:
        if not somebody_is_there():
            raise UsageError("Removing a model needs --yes where nobody can be asked.")
        what = "Forget the linked file" if model.linked else f"Delete {size_in_words(model.size_bytes)} for good"
        if not says_yes(f"{what}: {model.name}?", terminal):
            terminal.note("Nothing was removed.")
            return 0
    freed = paddock.models.remove(model.name)
    if args.json:
        terminal.json({"removed": model.name, "freed_bytes": freed})
    else:
        terminal.line(f"Removed {model.name}: {size_in_words(freed)} freed.")
    return 0


def _state(paddock: Paddock, model: InstalledModel, *, damaged: bool) -> str:
    if model.problem or model.header is None:
        return model.problem
    card = card_of(model.header)
    used = paddock.speeds.last_used(model)
    parts = [card.parameters_words, card.quantization, card.kind]
    parts += ["linked"] * model.linked
    parts += [f"used {_day(used)}"] if used else []
    parts += ["damaged or changed"] * damaged
    return ", ".join(parts)


def _day(when: float) -> str:
    return time.strftime("%Y-%m-%d", time.localtime(when))
