"""Loading a model: file looked at and read ahead, llama.cpp set up, template tried, first tokens computed."""

from __future__ import annotations

import os
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import psutil

from paddock.engine.defaults import sampling_defaults
from paddock.engine.failures import FETCH_AGAIN, context_failure, load_failure
from paddock.engine.llama import Context, ContextOptions, LlamaFailed, Model
from paddock.engine.prompts import PromptMaker
from paddock.engine.protocol import Failed, Loading, ModelInfo
from paddock.engine.sandbox import TemplateRefused
from paddock.engine.templates import ChatTemplate, built_in

if TYPE_CHECKING:
    from collections.abc import Sequence

    from paddock.engine.inbox import Inbox
    from paddock.engine.library import LogBook
    from paddock.engine.protocol import Load
    from paddock.engine.sandbox import Sandbox
    from paddock.process.wire import Sender

DEFAULT_CONTEXT_TOKENS: Final = 8192
_PROGRESS_S: Final = 0.1
_MAGIC: Final = b"GGUF"
_PIECE_BYTES: Final = 8 << 20
_ALL_LAYERS: Final = -1
# Of the progress shown, the part that is reading the file from disk; the rest is llama.cpp's.
_READING_SHARE: Final = 0.8
# What state_seq_get_data writes for each token besides keys and values: position, a count of 1, the sequence.
_STATE_WORDS_BYTES: Final = 12
_SHORT_NOTE: Final = 1000


class LoadFailed(Exception):
    """The model could not be loaded; the argument is the message that says why."""

    def __init__(self, failure: Failed) -> None:
        super().__init__(failure)
        self.failure = failure


class LoadCancelled(Exception):
    """The window wants no model any more."""


@dataclass(frozen=True)
class Loaded:
    """A model ready to answer."""

    model: Model
    context: Context
    prompts: PromptMaker
    info: ModelInfo


def check_files(files: Sequence[str]) -> None:
    """See that every file is there, can be read and begins like a GGUF. Raises LoadFailed."""
    for name in files:
        path = Path(name)
        try:
            if not path.is_file():
                missing = not path.exists()
                raise LoadFailed(
                    _file_failure(
                        "The model file is missing." if missing else "This is not a model file.",
                        f"{path} does not exist." if missing else f"{path} is not a regular file.",
                        "Choose another model, or put the file back.",
                    )
                )
            with path.open("rb") as file:
                magic = file.read(4)
        except OSError as error:
            raise LoadFailed(
                _file_failure(
                    "The model file cannot be read.",
                    f"{path}: {error.strerror}.",
                    "Check who may read this file, and that its disk is connected.",
                )
            ) from error
        if magic != _MAGIC:
            raise LoadFailed(
                _file_failure("This is not a model file.", f"{path.name} does not begin like a GGUF.", FETCH_AGAIN)
            )


def threads_for(asked: int | None) -> int:
    """Return how many threads to compute with: as asked, or the physical cores this process may use.

    Look before the process is locked. More threads than cores make llama.cpp many times slower.
    """
    if asked is not None:
        return asked
    allowed = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else (os.cpu_count() or 1)
    return max(1, min(psutil.cpu_count(logical=False) or allowed, allowed))


class Loader:
    """Loads one model and tells the window how far it is."""

    def __init__(self, llama: Any, log: LogBook, sandbox: Sandbox, sender: Sender, inbox: Inbox) -> None:
        self._llama = llama
        self._log = log
        self._sandbox = sandbox
        self._sender = sender
        self._inbox = inbox
        self._told_s = 0.0
        self._told = 0.0

    def load(self, request: Load, threads: int, free_bytes: int) -> Loaded:
        """Return the model ready to answer. Raises LoadFailed, LoadCancelled."""
        started_s = time.perf_counter()
        self._read_ahead(request.files, free_bytes)
        model, gpu_layers, gpu_note = self._load_weights(request)
        if not model.writes:
            raise LoadFailed(
                _file_failure("This model cannot answer.", "It does not write text.", "Choose another model.")
            )
        wanted = request.context_tokens or min(model.trained_context or DEFAULT_CONTEXT_TOKENS, DEFAULT_CONTEXT_TOKENS)
        context = self._make_context(model, request, wanted, threads, on_processor=gpu_layers == 0)
        control = model.control_tokens()
        template, kind, note = self._choose_template(model, control)
        prompts = PromptMaker(model, template, control)
        kv_bytes = self._warm_up(model, context)
        self._tell(1.0)
        defaults = sampling_defaults(model.meta)
        info = ModelInfo(
            name=(model.meta("general.name") or Path(request.files[0]).stem)[:200],
            architecture=(model.meta("general.architecture") or "")[:100],
            parameters=model.parameters,
            size_bytes=model.size_bytes,
            context_tokens=context.capacity,
            trained_context_tokens=model.trained_context,
            kv_bytes_per_token=kv_bytes,
            threads=threads,
            gpu_layers=gpu_layers,
            layers=model.layers,
            gpu_note=gpu_note,
            is_chat=template is not None,
            template=kind,
            template_note=note[:_SHORT_NOTE],
            reasons=prompts.style is not None,
            defaults=defaults,
            load_ms=(time.perf_counter() - started_s) * 1000,
            llama_cpp=self._llama.llama_print_system_info().decode("utf-8", "replace")[:_SHORT_NOTE],
        )
        return Loaded(model, context, prompts, info)

    # ---------------------------------------------------------------- weights

    def _read_ahead(self, files: Sequence[str], free_bytes: int) -> None:
        """Bring the files into the system's cache, telling how far it is, where they are not and would stay there.

        llama.cpp maps the file in one call that reads all of it: minutes on a slow disk, without a word and without
        a way to stop.
        """
        sizes = [Path(name).stat().st_size for name in files]
        if sum(sizes) > free_bytes * 0.8:
            return
        done = 0
        for name, size in zip(files, sizes, strict=True):
            with Path(name).open("rb", buffering=0) as file:
                if not _is_cached(file.fileno(), size):
                    buffer = bytearray(_PIECE_BYTES)
                    while count := file.readinto(buffer):
                        done += count
                        self._progress(_READING_SHARE * min(1.0, done / max(1, sum(sizes))))

    def _load_weights(self, request: Load) -> tuple[Model, int, str]:
        """Return the model, how many layers the graphics card holds, and what is to be said about that."""
        if not self._llama.llama_supports_gpu_offload():
            return self._try_weights(request, 0), 0, "This build of llama.cpp computes on the processor only."
        asked = _ALL_LAYERS if request.gpu_layers is None else request.gpu_layers
        if asked == 0:
            return self._try_weights(request, 0), 0, "The graphics card is not used, as chosen."
        try:
            model = self._try_weights(request, asked)
        except LoadFailed:
            model = self._try_weights(request, 0)
            return model, 0, "The graphics card could not hold this model; the processor computes instead."
        layers = model.layers + 1 if asked == _ALL_LAYERS else min(asked, model.layers + 1)
        return model, layers, f"{layers} of {model.layers + 1} layers are on the graphics card."

    def _try_weights(self, request: Load, gpu_layers: int) -> Model:
        self._log.forget()
        first = self._told

        def go_on(fraction: float) -> bool:
            self._progress(first + (1 - first) * fraction * 0.99, raises=False)
            return not self._inbox.loading_cancelled

        try:
            return Model(self._llama, request.files, gpu_layers, go_on)
        except LlamaFailed:
            if self._inbox.loading_cancelled:
                raise LoadCancelled from None
            raise LoadFailed(load_failure(self._log)) from None

    # ---------------------------------------------------------------- context

    def _make_context(self, model: Model, request: Load, tokens: int, threads: int, *, on_processor: bool) -> Context:
        self._log.forget()
        options = ContextOptions(tokens, request.batch_tokens, threads, request.kv_type, on_processor)
        try:
            return Context(self._llama, model, options)
        except LlamaFailed:
            raise LoadFailed(context_failure(self._log, tokens)) from None

    def _warm_up(self, model: Model, context: Context) -> float:
        """Compute two tokens, so that all weights are at hand and a crash comes now; return bytes per token held."""
        token = max(model.bos, model.eos, 0)
        sizes = []
        context.watch(lambda: self._progress(self._told, raises=False))
        try:
            for _ in range(2):
                context.decode_one(token)
                sizes.append(context.state_bytes)
        except LlamaFailed:
            raise LoadFailed(load_failure(self._log)) from None
        finally:
            context.watch(None)
        context.clear()
        context.reset_counters()
        caches = 2 if model.window else 1  # layers with a sliding window are kept apart
        return float(max(0, sizes[1] - sizes[0] - caches * _STATE_WORDS_BYTES))

    # ---------------------------------------------------------------- template

    def _choose_template(self, model: Model, control: dict[str, int]) -> tuple[ChatTemplate | None, Any, str]:
        source = model.meta("tokenizer.chat_template")
        if not source:
            return None, "none", "This file has no chat template: the model continues text."
        bos, eos = model.spelled(model.bos), model.spelled(model.eos)
        try:
            return ChatTemplate(self._sandbox, source, bos, eos), "own", ""
        except TemplateRefused as refusal:
            template, name = built_in(self._sandbox, control, bos, eos)
            note = f"The file's own chat template cannot be used ({refusal}); the built-in layout “{name}” is used."
            return template, "built-in", note

    # ---------------------------------------------------------------- progress

    def _progress(self, fraction: float, *, raises: bool = True) -> None:
        if raises and self._inbox.loading_cancelled:
            raise LoadCancelled
        now_s = time.perf_counter()
        if now_s - self._told_s >= _PROGRESS_S:
            self._tell(fraction)

    def _tell(self, fraction: float) -> None:
        self._told_s, self._told = time.perf_counter(), fraction
        self._sender.send(Loading(fraction))


def _is_cached(descriptor: int, size: int) -> bool:
    """Return whether the system has this file in memory already, judged by a hundred places of it (Linux)."""
    if sys.platform != "linux":
        return False
    try:
        for place in range(0, size, max(1, size // 100)):
            os.preadv(descriptor, [bytearray(1)], place, os.RWF_NOWAIT)
    except OSError:
        return False
    return True


def _file_failure(what: str, why: str, next_step: str) -> Failed:
    return Failed(id=0, kind="model_file", what=what, why=why[:4000], next_step=next_step)
