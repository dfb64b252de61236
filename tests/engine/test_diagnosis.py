"""How the engine ended is told as cause and next step."""

from __future__ import annotations

import ctypes
from types import SimpleNamespace

import pytest

from paddock.engine.diagnosis import failure_of
from paddock.engine.failures import context_failure, load_failure
from paddock.engine.library import LogBook
from paddock.errors import EngineDied, EngineHung, OutOfMemory
from paddock.process.supervisor import WorkerExit

WARN, ERROR = 3, 4


def _said(errors: str, warnings: str = "") -> LogBook:
    """Return the log after llama.cpp said these lines."""
    heard: list[object] = []
    llama = SimpleNamespace(llama_log_callback=lambda hear: hear, llama_log_set=lambda hear, _: heard.append(hear))
    book = LogBook(llama)
    for level, lines in ((ERROR, errors), (WARN, warnings)):
        for line in lines.splitlines():
            book._hear(level, line.encode(), ctypes.c_void_p(0))
    assert heard
    return book


def test_a_warning_is_never_given_as_the_cause() -> None:
    failure = load_failure(_said("x: wrong number of tensors\nfailed to load model", "load: control token is odd"))
    assert "wrong number of tensors" in failure.why


def test_a_context_that_needs_no_more_memory_does_not_blame_it() -> None:
    failure = context_failure(
        _said("init: quantized V cache is not possible\ninit: failed to initialize the context: x"), 512
    )
    assert failure.kind == "model_file"
    assert "quantized V cache" in failure.why
    assert "f16" in failure.next_step
    assert context_failure(_said("ggml: failed to allocate buffer"), 512).kind == "out_of_memory"


@pytest.mark.parametrize(
    ("end", "kind", "words"),
    [
        (WorkerExit("signal", -9, "SIGKILL"), EngineDied, "ran out of memory"),
        (WorkerExit("signal", -4, "SIGILL"), EngineDied, "lacks instructions"),
        (WorkerExit("signal", -7, "SIGBUS"), EngineDied, "file changed"),
        (WorkerExit("signal", -11, "SIGSEGV"), EngineDied, "memory it does not have"),
        (WorkerExit("signal", -11, "SIGSEGV", "llama.cpp: failed to allocate buffer"), OutOfMemory, "enough memory"),
        (WorkerExit("signal", -6, "SIGABRT", "what():  std::bad_alloc"), OutOfMemory, "enough memory"),
        (
            WorkerExit("signal", -6, "SIGABRT", "/build/ggml.c:42: GGML_ASSERT(a) failed\nbacktrace"),
            EngineDied,
            "ggml.c, line 42",
        ),
        (WorkerExit("signal", -6, "SIGABRT"), EngineDied, "gave up"),
        (WorkerExit("signal", -27, "SIGPROF"), EngineDied, "chat template got stuck"),
        (WorkerExit("signal", -12, "SIGUSR2"), EngineDied, "SIGUSR2"),
        (WorkerExit("ended", 1, "", "MemoryError"), OutOfMemory, "enough memory"),
        (WorkerExit("ended", 127), EngineDied, "status 127"),
        (WorkerExit("hung", -9, "SIGKILL"), EngineHung, "60 seconds"),
        (WorkerExit("protocol", -15, "SIGTERM"), EngineDied, "no engine says"),
        (WorkerExit("closed", -15, "SIGTERM"), EngineDied, "was ended"),
    ],
)
def test_every_end_has_a_cause_and_a_next_step(end: WorkerExit, kind: type[Exception], words: str) -> None:
    for loading in (True, False):
        failure = failure_of(end, loading=loading, silence_timeout_s=60)
        assert type(failure) is kind
        assert words in str(failure)
        assert failure.next_step


@pytest.mark.parametrize(
    ("log", "kind", "words"),
    [
        ("error loading model architecture: unknown model architecture: 'zebra'", "unknown_architecture", "“zebra”"),
        ("unknown pre-tokenizer type: 'zebra'", "unknown_architecture", "“zebra”"),
        ("tensor 'a' data is not within the file bounds, model is corrupted", "model_file", "ends before"),
        ("gguf_init: invalid magic characters: 'PK'", "model_file", "not a GGUF"),
        ("ggml_backend_cpu_buffer_type_alloc_buffer: failed to allocate buffer", "out_of_memory", "memory"),
        ("x: wrong number of tensors; expected 20, got 19\nllama_model_load: failed to load model", "model_file", "19"),
        ("", "model_file", "could not read it"),
    ],
)
def test_what_llama_cpp_complains_about_becomes_a_cause(log: str, kind: str, words: str) -> None:
    failure = load_failure(_said(log))
    assert failure.kind == kind
    assert words in f"{failure.what} {failure.why}"
    assert failure.next_step
