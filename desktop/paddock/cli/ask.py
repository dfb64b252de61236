"""`paddock ask`: one question to a model, its answer streamed to standard output."""

from __future__ import annotations

import signal
import sys
import threading
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

import msgspec

from paddock.cli.access import open_store
from paddock.cli.agreeing import agreed
from paddock.cli.consult import consulted_documents, show_sources, sources_as_json
from paddock.engine.client import CancelToken, LoadOptions
from paddock.engine.protocol import Delta, PromptProgress, Sampling, Turn
from paddock.errors import ModelFileError, UsageError, UserError
from paddock.models.card import card_of
from paddock.models.fit import DEFAULT_CONTEXT_TOKENS, default_context
from paddock.models.touched import run

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Iterator
    from types import FrameType

    from paddock.app import Paddock
    from paddock.chat.sources import Consulted
    from paddock.cli.terminal import Terminal
    from paddock.engine.protocol import ModelInfo, Timings
    from paddock.models.installed_model import InstalledModel

MAX_QUESTION_BYTES: Final = 64 << 20
INTERRUPTED: Final = 130  # 128 + SIGINT, as shells count


@dataclass
class _Heard:
    """The answer as it comes in."""

    text: list[str] = field(default_factory=list)
    reasoning: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class _End:
    """How the answer ended, and the chat it was kept in."""

    reason: str
    timings: Timings | None
    seed: int | None
    chat_id: int | None = None


def ask(paddock: Paddock, args: argparse.Namespace, terminal: Terminal) -> int:
    """Answer `args.question`; return the exit code. Raises UserError."""
    question = _question(args.question)
    if args.save and (args.collection or args.doc):
        raise UsageError("An answer from documents is not kept from here.", "", "Ask in the window to keep it.")
    if args.save:
        open_store(paddock, args.passphrase_file)
    model = usable_model(paddock, args.model)
    hashes = _hashes(paddock, model, terminal) if args.json else ()
    heard = _Heard()

    def on_event(event: object) -> None:
        _show(event, heard, terminal, aloud=not args.json)

    cancel = CancelToken()
    consulted: Consulted | None = None
    with (
        stopped_by_interrupt(cancel),
        consulted_documents(paddock, args, question, _context_of(paddock, args, model), terminal) as asked,
    ):
        info = load(paddock, model, args.context, terminal, cancel)
        sampling = _sampling(args, info.defaults)
        if asked is not None and asked.answered:
            end = _End("nothing_found", None, None)
        elif args.save:
            end = _ask_and_save(paddock, args, question, (model, sampling), on_event, cancel)
        else:
            plain = (*_system(args.system), Turn("user", question))
            turns = plain if asked is None else asked.turns(args.system or "")
            finished = paddock.engine.generate(
                turns,
                sampling,
                on_event=on_event,
                cancel=cancel,
                on_restart=lambda: terminal.note("The engine had ended; it is started again."),
            )
            paddock.note_speed(model.name, finished.timings)
            end = _End(finished.reason, finished.timings, finished.seed)
        if asked is not None:
            consulted = asked.judged("".join(heard.text))
    if args.json:
        told = {} if consulted is None else sources_as_json(consulted, "".join(heard.text))
        terminal.json({**_as_json(heard, end, info, model, hashes), **told})
    else:
        terminal.end_line()
        if consulted is not None:
            show_sources(consulted, "".join(heard.text), terminal)
        _say_why_it_ended(end.reason, info, terminal)
    return INTERRUPTED if end.reason == "cancelled" else 0


def _say_why_it_ended(reason: str, info: ModelInfo, terminal: Terminal) -> None:
    if reason == "context":
        terminal.note(f"The answer stops here: the context of {info.context_tokens:,} tokens is full.")
    elif reason == "repeats":
        terminal.note("The answer was stopped: it only repeats itself.")


def usable_model(paddock: Paddock, asked: str | None) -> InstalledModel:
    """Return the model asked for, set, or the only one. Raises ModelMissing, ModelFileError (with the reason)."""
    model = paddock.models.default(asked if asked is not None else paddock.settings.current.model)
    if model.problem:
        raise ModelFileError(model.problem)
    if not model.writes and model.header is not None:
        raise ModelFileError(
            f"“{model.name}” cannot answer.",
            f"It {card_of(model.header).kind_words.partition(';')[0]}.",
            "Name another model.",
        )
    return model


def load(
    paddock: Paddock, model: InstalledModel, context_tokens: int | None, terminal: Terminal, cancel: CancelToken
) -> ModelInfo:
    """Load the model as the settings say, where it may run here. Raises UserError (Cancelled among them)."""
    settings = paddock.settings.current
    options = LoadOptions(
        context_tokens=context_tokens or settings.context_tokens,
        threads=settings.threads,
        gpu_layers=settings.gpu_layers,
        prompt_cache_bytes=settings.prompt_cache_mb << 20,
    )

    def on_progress(fraction: float) -> None:
        terminal.progress(f"Loading {model.title} … {fraction:.0%}")

    def permitted(checked: InstalledModel) -> ModelInfo:
        paddock.gate.check(checked)
        agreed(paddock, checked, terminal)
        return paddock.engine.load(checked.files, replace(options, stamps=checked.stamps), on_progress, cancel)

    def on_checking(done: int, total: int) -> None:
        terminal.progress(f"Checking {model.title} … {done / max(total, 1):.0%}")

    info = run(model, permitted, paddock.verifier.same_again, on_checking, cancel)
    terminal.progress("")
    if info.gpu_fell_short:
        terminal.note(info.gpu_note)
    return info


def _question(asked: str) -> str:
    if asked == "-":
        if sys.stdin is None:
            raise UsageError("There is no standard input to read the question from.")
        raw = sys.stdin.buffer.read(MAX_QUESTION_BYTES + 1)
        if len(raw) > MAX_QUESTION_BYTES:
            raise UsageError(f"The question is longer than {MAX_QUESTION_BYTES >> 20} MiB.")
        try:
            asked = raw.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            raise UsageError("The question on standard input is not UTF-8 text.") from error
    if not asked.strip():
        raise UsageError("The question is empty.")
    return asked


def _context_of(paddock: Paddock, args: argparse.Namespace, model: InstalledModel) -> int:
    """Return the context there will be, before the model is loaded."""
    asked = args.context or paddock.settings.current.context_tokens
    return asked or (default_context(model.header) if model.header is not None else DEFAULT_CONTEXT_TOKENS)


def _system(prompt: str | None) -> tuple[Turn, ...]:
    return (Turn("system", prompt),) if prompt else ()


def _sampling(args: argparse.Namespace, defaults: Sampling) -> Sampling:
    """Return the model's defaults with what the command line asks laid over them."""
    asked = {name: getattr(args, name) for name in Sampling.__struct_fields__ if getattr(args, name, None) is not None}
    return msgspec.structs.replace(defaults, **asked)


def _hashes(paddock: Paddock, model: InstalledModel, terminal: Terminal) -> tuple[str, ...]:
    return paddock.models.sha256(
        model, lambda done, total: terminal.progress(f"Checking {model.title} … {done / max(total, 1):.0%}")
    )


def _show(event: object, heard: _Heard, terminal: Terminal, *, aloud: bool) -> None:
    if isinstance(event, PromptProgress):
        terminal.progress(f"Reading the question … {event.done / max(event.total, 1):.0%}")
    elif isinstance(event, Delta):
        (heard.reasoning if event.reasoning else heard.text).append(event.text)
        if event.reasoning:
            terminal.progress("Thinking …")
        elif aloud:
            terminal.write(event.text)


def _ask_and_save(
    paddock: Paddock,
    args: argparse.Namespace,
    question: str,
    using: tuple[InstalledModel, Sampling],
    on_event: Callable[[object], None],
    cancel: CancelToken,
) -> _End:
    """Ask in a new chat. A chat is taken away again where nothing came to be kept in it."""
    model, sampling = using
    chat = paddock.chats.create_chat()
    named = model.name if args.model is None or args.model == model.name else str(model.path)
    paddock.chats.set_chat_options(
        chat.id, system_prompt=args.system or "", sampling=sampling, model=named, context_tokens=args.context
    )
    try:
        reply = paddock.service.send(chat.id, question, on_event=on_event, cancel=cancel)
    except UserError:
        if not paddock.chats.branch(chat.id):
            paddock.chats.trash_chat(chat.id)
        raise
    return _End(reply.finish_reason, reply.timings, reply.seed, chat.id)


def _as_json(
    heard: _Heard, end: _End, info: ModelInfo, model: InstalledModel, hashes: tuple[str, ...]
) -> dict[str, object]:
    timings = end.timings
    answer: dict[str, object] = {
        "text": "".join(heard.text),
        "reasoning": "".join(heard.reasoning),
        "finish_reason": end.reason,
        "model": model.name,
        "model_sha256": hashes[0] if len(hashes) == 1 else list(hashes),
        "seed": end.seed,
        "prompt_tokens": timings.prompt_tokens if timings else 0,
        "answer_tokens": timings.answer_tokens if timings else 0,
        "tokens_per_second": round(timings.tokens_per_second, 2) if timings else 0.0,
        "first_token_ms": round(timings.first_token_ms, 1) if timings else 0.0,
        "context_tokens": info.context_tokens,
    }
    return answer if end.chat_id is None else {**answer, "chat": end.chat_id}


@contextmanager
def stopped_by_interrupt(cancel: CancelToken) -> Iterator[None]:
    """Let the first Ctrl+C stop the answer and keep what there is; a second one ends the program."""
    if threading.current_thread() is not threading.main_thread():  # only the main thread hears signals
        yield
        return

    def on_interrupt(_signal: int, _frame: FrameType | None) -> None:
        if cancel.cancelled:
            raise KeyboardInterrupt
        cancel.cancel()

    before = signal.signal(signal.SIGINT, on_interrupt)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
