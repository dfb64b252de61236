"""`paddock models catalog` and `fit`: what is worth getting, and what it would take on this computer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

from paddock.cli.vision import vision_facts, vision_words
from paddock.errors import UserError
from paddock.models.card import size_in_words
from paddock.models.catalogue import mistakes_in
from paddock.models.choosing import offers, recommended
from paddock.models.fit import context_that_fits, free_memory, given_back_by, judge, need_of
from paddock.models.graphics import graphics_cards, layers_on_card
from paddock.models.here import all_here, already_here
from paddock.models.modelfile import kind_of
from paddock.models.speed import in_words_a_second
from paddock.models.vision_beside import vision_of, with_vision

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence
    from pathlib import Path

    from paddock.app import Paddock
    from paddock.cli.terminal import Terminal
    from paddock.models.choosing import Offer
    from paddock.models.fit import KvType, Verdict
    from paddock.models.header import Header
    from paddock.models.here import Here
    from paddock.models.vision_beside import VisionPart

_KINDS: Final[tuple[Literal["chat", "embedding", "reranking"], ...]] = ("chat", "embedding", "reranking")


def catalogue(paddock: Paddock, args: argparse.Namespace, terminal: Terminal) -> int:
    """Print what the catalogue offers, or with --check whether a file or folder is a catalogue. Raises UserError."""
    if args.check is not None:
        return _check(args.check, terminal, as_json=args.json)
    offered = offers(paddock.catalogue(), free_memory(), given_back_by(paddock.engine.pid), paddock.speeds.guessed)
    here = all_here(paddock.models)
    chosen = [recommended(offered, kind, paddock.gate.offered) for kind in _KINDS]
    if args.json:
        facts = [{**_facts(paddock, offer), "installed": _holds(here, offer)} for offer in offered]
        terminal.json([{**one, "recommended": offer in chosen} for one, offer in zip(facts, offered, strict=True)])
        return 0
    for kind in _KINDS:
        for group in ("small", "balanced", "large"):
            listed = [one for one in offered if one.model.kind == kind == _kind(one, group)]
            rows = [_row(paddock, one, one in chosen, here) for one in listed]
            if rows:
                terminal.line(f"{kind}, {group}:")
                terminal.table([("", *row) for row in rows])
    return 0


def fit(paddock: Paddock, args: argparse.Namespace, terminal: Terminal) -> int:
    """Print the memory a model or a catalogue's entry takes. Raises ModelMissing, ModelFileError, UserError."""
    name, header, vision, problem = _named(paddock, args.name)
    if kind_of(header) == "part":
        _part(name, vision, problem, terminal, as_json=args.json)
        return 0
    kv_type: KvType = args.cache
    free, given_back = free_memory(), given_back_by(paddock.engine.pid)
    verdict = judge(need_of(header, args.context, kv_type), free, given_back)
    longest = context_that_fits(header, free + given_back, kv_type)
    splits = [layers_on_card(header, card, args.context, kv_type) for card in graphics_cards()]
    both = (
        None if vision is None or not vision.need.known else judge(with_vision(verdict.need, vision), free, given_back)
    )
    if args.json:
        cards = [
            {"name": one.card.name, "free_bytes": one.card.free_bytes, "layers": one.layers, "of": one.all_layers}
            for one in splits
        ]
        sums = {**_sums(verdict), "longest_context_tokens": longest, "graphics_cards": cards}
        terminal.json({"name": name, **sums, "vision": vision_facts(vision, both), "problem": problem})
        return 0
    if problem:
        terminal.note(problem)
    need = verdict.need
    rows = [
        ("verdict", verdict.sentence),
        ("weights", size_in_words(need.weights_bytes)),
        ("cache", f"{size_in_words(need.kv_bytes)} ({kv_type})"),
        ("one step", size_in_words(need.compute_bytes)),
        ("process", size_in_words(need.process_bytes)),
        ("context", f"up to {longest:,} tokens fit" if longest else "no context fits"),
    ]
    rows += [
        (one.card.name, f"{one.layers} of {one.all_layers} layers fit into {size_in_words(one.card.free_bytes)} free")
        for one in splits
    ] or [("graphics card", "none seen")]
    rows += [] if vision is None else [("vision part", vision_words(vision))]
    rows += [] if both is None else [("both", both.sentence)]
    terminal.table(rows)
    return 0


def _part(name: str, vision: VisionPart | None, problem: str, terminal: Terminal, *, as_json: bool) -> None:
    """Print that a part of another model takes nothing, and what a vision part would take."""
    if as_json:
        sums = {"verdict": "never loaded", "needed_bytes": 0, "vision": vision_facts(vision, None)}
        terminal.json({"name": name, **sums, "problem": problem})
        return
    terminal.note(problem)
    rows = [("verdict", "It is never loaded, so it takes no memory.")]
    if vision is not None:
        rows += [("vision part", vision_words(vision))]
    terminal.table(rows)


def _named(paddock: Paddock, name: str) -> tuple[str, Header, VisionPart | None, str]:
    """Return an entry of the catalogue by its id, else an installed model or a file, with why it cannot be run.

    Third is what is known of its vision part.
    """
    entry = next((one for one in paddock.catalogue() if one.id == name), None)
    if entry is not None:
        return entry.id, entry.header(entry.files[0]), entry.vision_part, ""
    model = paddock.models.resolve(name)
    if model.header is None:
        raise UserError(f"Nothing can be said of “{model.name}”.", model.problem)
    return model.name, model.header, vision_of(model.header), model.problem


def _check(path: Path, terminal: Terminal, *, as_json: bool) -> int:
    mistakes = mistakes_in(path)
    if as_json:
        terminal.json({"good": not mistakes, "mistakes": list(mistakes)})
    else:
        for mistake in mistakes:
            terminal.line(mistake)
        terminal.note("Every entry is well formed." if not mistakes else f"{len(mistakes)} to mend.")
    return 1 if mistakes else 0


def _kind(offer: Offer, group: str) -> str:
    return offer.model.kind if offer.model.group == group else ""


def _row(
    paddock: Paddock,
    offer: Offer,
    chosen: bool,  # noqa: FBT001  one row, one mark
    here: Sequence[Here],
) -> tuple[str, ...]:
    need = size_in_words(offer.verdict.need.total_bytes)
    words = [f"{offer.verdict.level} ({need} of memory)"]
    if offer.model.kind == "chat":
        words.append(in_words_a_second(offer.tokens_per_second))
    words += ["recommended here"] * chosen
    words += ["not allowed here"] * (not paddock.gate.offered(offer))
    words += [offer.file.vouched] * (not offer.file.sha256)
    words += ["installed"] * _holds(here, offer)
    size = size_in_words(offer.file.size_bytes)
    return offer.model.id, offer.file.quantization, size, offer.model.licence, ", ".join(words)


def _holds(here: Sequence[Here], offer: Offer) -> bool:
    file = offer.file
    size = file.size_bytes if file.size_is_exact else None
    return already_here(here, file.name, size, file.sha256) is not None


def _sums(verdict: Verdict) -> dict[str, object]:
    need = verdict.need
    return {
        "verdict": verdict.level,
        "context_tokens": need.context_tokens,
        "needed_bytes": need.total_bytes,
        "weights_bytes": need.weights_bytes,
        "kv_bytes": need.kv_bytes,
        "compute_bytes": need.compute_bytes,
        "process_bytes": need.process_bytes,
        "free_bytes": verdict.free_bytes,
        "given_back_bytes": verdict.given_back_bytes,
    }


def _facts(paddock: Paddock, offer: Offer) -> dict[str, object]:
    model, file = offer.model, offer.file
    return {
        "id": model.id,
        "name": model.name,
        "maker": model.maker,
        "kind": model.kind,
        "group": model.group,
        "licence": model.licence,
        "languages": list(model.languages),
        "quantization": file.quantization,
        "size_bytes": file.size_bytes,
        "size_is_exact": file.size_is_exact,
        "sha256": file.sha256 or None,
        "sources": list(file.sources),
        "prompt": model.prompt,
        "vision": vision_facts(model.vision_part, None),
        "allowed": paddock.gate.offered(offer),
        "tokens_per_second": round(offer.tokens_per_second, 1),
        **_sums(offer.verdict),
    }
