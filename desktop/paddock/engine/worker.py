"""The engine's process: it locks itself, loads one model, and answers or embeds until the window wants no more."""

from __future__ import annotations

import gc
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

import psutil

from paddock.engine.answering import Answerer, Overflow
from paddock.engine.embedder import EmbedderAtWork, load_embedder
from paddock.engine.inbox import Inbox
from paddock.engine.library import LogBook, import_llama
from paddock.engine.llama import LlamaFailed
from paddock.engine.loading import Loader
from paddock.engine.model_files import LoadFailed, ModelFiles
from paddock.engine.prompt_cache import PromptCache
from paddock.engine.protocol import (
    Count,
    Counted,
    Failed,
    Generate,
    Load,
    LoadEmbedder,
    ProbeWalls,
    Request,
    Wall,
    Walls,
    Warm,
)
from paddock.engine.sandbox import Sandbox, TemplateRefused
from paddock.engine.weights import LoadCancelled, WeightsLoader, threads_for
from paddock.process.confine import Allowed, lock_worker, probe
from paddock.process.runtime import run_worker

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from paddock.engine.loading import Loaded
    from paddock.process.confine import Mechanism
    from paddock.process.wire import Receiver, Sender

MAX_REQUEST_BYTES: Final = 256 << 20
# Where a build can use a graphics card, its driver needs these; this process then is walled in less tightly.
_GPU_DEVICES: Final = ("dri", "kfd", "dxg", "nvidia[0-9]*", "nvidiactl", "nvidia-uvm", "nvidia-modeset")
_GPU_FOLDERS: Final = ("/usr", "/lib", "/lib64", "/opt/rocm", "/sys", "/etc/vulkan", "/etc/OpenCL", "/etc/nvidia",
                       "/proc/self", "/proc/driver", "/proc/sys/vm", "/proc/sys/kernel")  # fmt: skip
_GPU_FILES: Final = ("/etc/ld.so.cache", "/etc/drirc", "/proc/cpuinfo", "/proc/meminfo", "/proc/devices",
                     "/proc/modules", "/proc/stat", "/proc/version", "/proc/filesystems")  # fmt: skip


def main() -> int:
    """Run the engine on stdin and stdout; return the exit status."""
    return run_worker(_work, requests=Request, max_frame_bytes=MAX_REQUEST_BYTES)


def _work(receiver: Receiver[Request], sender: Sender) -> None:
    request = receiver.receive()
    if not isinstance(request, Load | LoadEmbedder):
        return
    try:
        files = ModelFiles(request.files, request.stamps)
    except LoadFailed as refusal:
        sender.send(refusal.failure)
        return
    # All that this process will ever need is imported, opened and looked up here; then the walls go up, while there
    # is one thread; only then is a stranger's file read.
    llama = import_llama()
    log = LogBook(llama)
    llama.llama_backend_init()
    sandbox = Sandbox()
    threads = threads_for(request.threads)
    free_bytes = psutil.virtual_memory().available
    mechanism = lock_worker(_allowed(request, uses_gpu=llama.llama_supports_gpu_offload()))
    inbox = Inbox(receiver)
    inbox.start()
    walls = partial(_walls, mechanism)
    engine: _Engine | EmbedderAtWork
    weights = WeightsLoader(llama, log, sender, inbox, files)
    try:
        if isinstance(request, LoadEmbedder):
            embedder = load_embedder(llama, log, weights, request, threads, free_bytes)
            engine = EmbedderAtWork(embedder, log, sender, inbox, walls)
            sender.send(embedder.info)
        else:
            loaded = Loader(llama, log, sandbox, weights).load(request, threads, free_bytes)
            engine = _Engine(llama, log, loaded, request.prompt_cache_bytes, sender, inbox, walls)
            sender.send(loaded.info)
    except LoadFailed as refusal:
        sender.send(refusal.failure)
        return
    except LoadCancelled:
        return
    except MemoryError:
        sender.send(_no_memory(0))
        return
    gc.collect()
    gc.freeze()  # what lives as long as the process need not be looked at again
    engine.serve()


def _walls(mechanism: Mechanism, number: int) -> Walls:
    """Try what must not work, and say what happened."""
    tried = probe("worker")
    name = mechanism.name + (f": {mechanism.note}" if mechanism.note else "")
    return Walls(number, name, tuple(Wall(one.name, one.held, one.detail) for one in tried))


def _allowed(request: Load | LoadEmbedder, *, uses_gpu: bool) -> Allowed:
    files = tuple(Path(name) for name in request.files)
    if not uses_gpu or request.gpu_layers == 0:
        return Allowed(read_files=files, memory_bytes=request.memory_limit_bytes)
    return Allowed(
        read_files=(*files, *(Path(name) for name in _GPU_FILES)),
        read_folders=tuple(Path(name) for name in _GPU_FOLDERS),
        devices=tuple(found for name in _GPU_DEVICES for found in Path("/dev").glob(name)),
        memory_bytes=request.memory_limit_bytes,
    )


class _Engine:
    """Takes requests one after another and answers each, whatever becomes of it."""

    def __init__(
        self,
        llama: Any,
        log: LogBook,
        loaded: Loaded,
        cache_bytes: int,
        sender: Sender,
        inbox: Inbox,
        walls: Callable[[int], Walls],
    ) -> None:
        self._log = log
        self._context = loaded.context
        self._prompts = loaded.prompts
        self._cache = PromptCache(
            loaded.context, cache_bytes, window=loaded.model.window, whole_only=loaded.model.keeps_state
        )
        self._answerer = Answerer(llama, loaded.model, loaded.context, self._cache, loaded.prompts, sender.send)
        self._sender = sender
        self._inbox = inbox
        self._walls = walls

    def serve(self) -> None:
        """Answer until the window wants no more."""
        while (arrived := self._inbox.next()) is not None:
            request, started_s = arrived
            if isinstance(request, Generate | Warm | Count | ProbeWalls):
                self._inbox.begin(request.id, self._context.stop)
                try:
                    self._sender.send(self._answer(request, started_s))
                finally:
                    self._inbox.finish()
                    self._context.resume()

    def _answer(self, request: Generate | Warm | Count | ProbeWalls, started_s: float) -> Any:
        """Return the last message of a request's answer, which may be that it failed."""
        self._log.forget()
        try:
            return self._dispatch(request, started_s)
        except Overflow as overflow:
            return Failed(
                id=request.id,
                kind="overflow",
                what=f"This needs {overflow.needed:,} tokens, the model holds {overflow.holds:,}.",
                needed=overflow.needed,
                holds=overflow.holds,
            )
        except TemplateRefused as refusal:
            return Failed(
                id=request.id,
                kind="template",
                what="The model's chat template refused this conversation.",
                why=str(refusal),
                next_step="Begin a new chat, or use another model.",
            )
        except MemoryError:
            return _no_memory(request.id)
        except LlamaFailed as failure:
            self._cache.settle()
            return Failed(
                id=request.id,
                kind="internal",
                what="The model could not go on.",
                why=f"llama.cpp: {failure}.",
                next_step="Try again; if it happens again, load the model anew.",
            )

    def _dispatch(self, request: Generate | Warm | Count | ProbeWalls, started_s: float) -> Any:
        if isinstance(request, Generate):
            prompt = self._prompts.to_answer(request.turns, continue_last=request.continue_last)
            return self._answerer.answer(request, prompt, started_s)
        if isinstance(request, Warm):
            return self._answerer.warm(request.id, self._prompts.to_wait(request.turns), started_s)
        if isinstance(request, Count):
            ongoing = bool(request.turns) and request.turns[-1].role == "assistant"
            prompt = self._prompts.to_answer(request.turns, continue_last=ongoing)
            return Counted(request.id, len(prompt.tokens), self._cache.warm_tokens(prompt.tokens))
        return self._walls(request.id)


def _no_memory(number: int) -> Failed:
    return Failed(
        id=number,
        kind="out_of_memory",
        what="There is not enough memory to go on.",
        why="The system gave no more memory.",
        next_step="Use a smaller context or a smaller model, or close other programs.",
    )


if __name__ == "__main__":
    sys.exit(main())
