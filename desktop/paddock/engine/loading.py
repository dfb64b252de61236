"""Making a model ready to answer: weights, context, chat template tried, first tokens computed."""

from __future__ import annotations

import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from paddock.engine.defaults import sampling_defaults
from paddock.engine.failures import context_failure, load_failure
from paddock.engine.llama import Context, ContextOptions, LlamaFailed, Model
from paddock.engine.model_files import LoadFailed, file_failure
from paddock.engine.prompts import PromptMaker
from paddock.engine.protocol import ModelInfo
from paddock.engine.sandbox import TemplateRefused
from paddock.engine.templates import ChatTemplate, built_in

if TYPE_CHECKING:
    from paddock.engine.library import LogBook
    from paddock.engine.protocol import Load
    from paddock.engine.sandbox import Sandbox
    from paddock.engine.weights import WeightsLoader

DEFAULT_CONTEXT_TOKENS: Final = 8192
# What state_seq_get_data writes for each token besides keys and values: position, a count of 1, the sequence.
_STATE_WORDS_BYTES: Final = 12
_SHORT_NOTE: Final = 1000


@dataclass(frozen=True)
class Loaded:
    """A model ready to answer."""

    model: Model
    context: Context
    prompts: PromptMaker
    info: ModelInfo


class Loader:
    """Loads one model and tells the window how far it is."""

    def __init__(self, llama: Any, log: LogBook, sandbox: Sandbox, weights: WeightsLoader) -> None:
        self._llama = llama
        self._log = log
        self._sandbox = sandbox
        self._weights = weights

    def load(self, request: Load, threads: int, free_bytes: int) -> Loaded:
        """Return the model ready to answer. Raises LoadFailed, LoadCancelled."""
        started_s = time.perf_counter()

        def make(model: Model, on_processor: bool) -> tuple[Model, Context, float]:  # noqa: FBT001 - as placed
            context = self._make_context(model, request, threads, on_processor=on_processor)
            return model, context, self._warm_up(model, context)

        placed = self._weights.load(request, free_bytes, make)
        model, context, kv_bytes = placed.made
        control = model.control_tokens()
        template, kind, note = self._choose_template(model, control)
        prompts = PromptMaker(model, template, control)
        self._weights.done()
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
            gpu_layers=placed.layers,
            layers=model.layers + 1,
            gpu_note=placed.note,
            gpu_fell_short=placed.fell_short,
            is_chat=template is not None,
            template=kind,
            template_note=note[:_SHORT_NOTE],
            reasons=prompts.style is not None,
            defaults=defaults,
            load_ms=(time.perf_counter() - started_s) * 1000,
            llama_cpp=self._llama.llama_print_system_info().decode("utf-8", "replace")[:_SHORT_NOTE],
        )
        return Loaded(model, context, prompts, info)

    # ---------------------------------------------------------------- context

    def _make_context(self, model: Model, request: Load, threads: int, *, on_processor: bool) -> Context:
        if not model.writes:
            raise LoadFailed(
                file_failure("This model cannot answer.", "It does not write text.", "Choose another model.")
            )
        tokens = request.context_tokens or min(model.trained_context or DEFAULT_CONTEXT_TOKENS, DEFAULT_CONTEXT_TOKENS)
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
        context.watch(self._weights.show_life)
        try:
            with context.beating(self._weights.show_life):
                for _ in range(2):
                    context.decode_one(token)
                    sizes.append(context.state_bytes)
                context.reset_counters()  # which waits for what a card has not finished
        except LlamaFailed:
            context.free()
            raise LoadFailed(load_failure(self._log)) from None
        context.watch(None)
        context.clear()
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
