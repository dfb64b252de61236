"""Texts become the vectors the model's makers meant; queries overtake passages; nothing a process says is believed.

Reference: `reference/vectors.f16` holds the vectors of `reference/sentences.txt` (one a line), 384 float16 each. They
were computed outside this project from the published float32 `model.safetensors` (SHA-256 in `dev.py`) by a forward
pass written in numpy float32 (erf GELU, mean over all tokens, length 1), on the tokens that Hugging Face's `tokenizers`
0.23.3 makes with the published `tokenizer.json`: no llama.cpp, no GGUF and no tokenizer of ours took part in it.
llama.cpp's own converter was not run: it needs torch.
"""

from __future__ import annotations

import os
import signal
import struct
import sys
import threading
from array import array
from pathlib import Path
from typing import TYPE_CHECKING

import psutil
import pytest

from paddock.engine.embedder_client import CancelToken, EmbedderClient, EmbedderOptions
from paddock.errors import Cancelled, EngineDied, EngineFailed, ModelFileError
from paddock.process.supervisor import WorkerCommand, worker_command
from tests.engine.lying_worker import RIGHT, VECTORS
from tests.engine.talking import computed_s
from tests.process.harness import module_environment
from tests.tiny_bert import CONTEXT_TOKENS, WIDTH

if TYPE_CHECKING:
    from collections.abc import Iterator

    from paddock.engine.embedder_client import Embedded

pytestmark = pytest.mark.slow

REFERENCE = Path(__file__).parent / "reference"
SENTENCES = (REFERENCE / "sentences.txt").read_text(encoding="utf-8").removesuffix("\n").split("\n")
PASSAGE = "Two wells were dry; the report is found in spring, and the water in the wells. "


@pytest.fixture
def client() -> Iterator[EmbedderClient]:
    client = EmbedderClient(worker_command("engine"), silence_timeout_s=30)
    yield client
    end(client)


@pytest.fixture(scope="module")
def tiny(tiny_embedder: Path) -> Iterator[EmbedderClient]:
    client = EmbedderClient(worker_command("engine"))
    client.load([tiny_embedder])
    yield client
    end(client)


@pytest.fixture(scope="module")
def real(embedder_model: Path) -> Iterator[EmbedderClient]:
    client = EmbedderClient(worker_command("engine"))
    client.load([embedder_model])
    yield client
    end(client)


def end(client: EmbedderClient) -> None:
    pid = client.pid
    client.close()
    assert pid is None or not psutil.pid_exists(pid)
    assert client.state == "off"


def likeness(one: bytes, other: bytes) -> float:
    return sum(a * b for a, b in zip(array("f", one), array("f", other), strict=True))


# ---------------------------------------------------------------- the real embedder


def test_a_hundred_sentences_are_as_the_published_weights_have_them(real: EmbedderClient) -> None:
    raw = (REFERENCE / "vectors.f16").read_bytes()
    made = real.embed(SENTENCES, "passage")
    assert len(made.vectors) == len(SENTENCES) == 100
    for number, vector in enumerate(made.vectors):
        meant = struct.unpack_from("<384e", raw, number * 768)
        assert likeness(vector, array("f", meant).tobytes()) >= 0.9995, SENTENCES[number]
    assert made.tokens == 2226  # as Hugging Face's tokenizer counts them
    assert made.cut == 0


def test_it_says_what_it_is(real: EmbedderClient) -> None:
    info = real.loaded
    assert info is not None
    assert (info.name, info.dimensions, info.pooling) == ("all-MiniLM-L6-v2", 384, "mean")
    assert (info.context_tokens, info.query_prefix, info.passage_prefix) == (512, "", "")


def test_scripts_it_does_not_know_are_told(real: EmbedderClient) -> None:
    unknown = real.embed(["The wells were dry.", "这份报告列出了检查过的水井和取样的深度。"], "query").unknown
    assert real.loaded is not None
    assert real.loaded.tells_unknown
    assert unknown[0] == 0
    assert unknown[1] > 0.5


def test_a_query_is_answered_while_passages_are_embedded(real: EmbedderClient) -> None:
    texts = [f"{PASSAGE * 12}{number}" for number in range(24)]
    alone = real.embed(texts[:2], "passage")
    done: list[Embedded] = []
    work = threading.Thread(target=lambda: done.append(real.embed(texts, "passage")))
    work.start()
    answered = 0
    while work.is_alive():  # one after another: the passages get on all the same
        real.embed(["Which wells were dry?"], "query")
        answered += not done
    work.join()
    assert answered > 5
    assert len(done[0].vectors) == len(texts)
    assert all(likeness(one, other) > 0.999 for one, other in zip(alone.vectors, done[0].vectors, strict=False))


def test_stopped_in_the_middle_it_stops_at_once(real: EmbedderClient) -> None:
    cancel = CancelToken()
    said: list[type[Exception]] = []

    def work() -> None:
        try:
            real.embed([PASSAGE * 20] * 300, "passage", cancel)
        except Cancelled:
            said.append(Cancelled)

    thread = threading.Thread(target=work)
    thread.start()
    while real.state != "answering":
        thread.join(0.01)
    stopped_s = computed_s(real.pid)
    cancel.cancel()
    thread.join()
    assert said == [Cancelled]
    assert computed_s(real.pid) - stopped_s < 2.0  # of more than a minute for all
    assert len(real.embed(["still there"], "query").vectors) == 1


# ---------------------------------------------------------------- a tiny one


def test_vectors_have_length_one_in_the_order_of_the_texts(tiny: EmbedderClient) -> None:
    texts = ["wells", "the report is found in spring", "", "water and water", "wells"]
    made = tiny.embed(texts, "passage")
    assert all(len(vector) == WIDTH * 4 for vector in made.vectors)
    assert all(abs(likeness(vector, vector) - 1) < 1e-5 for vector in made.vectors)
    assert made.vectors[0] == made.vectors[4]
    for text, vector in zip(texts, made.vectors, strict=True):
        assert likeness(tiny.embed([text], "passage").vectors[0], vector) > 0.9999


def test_many_texts_are_many_requests_and_no_text_is_none(tiny: EmbedderClient) -> None:
    made = tiny.embed([f"well {number % 100}" for number in range(2500)], "passage")
    assert made.vectors[:100] != made.vectors[1:101]
    assert likeness(made.vectors[7], made.vectors[2307]) > 0.9999
    assert tiny.embed([], "passage").vectors == ()


def test_long_texts_are_cut_to_the_context_and_counted(tiny: EmbedderClient) -> None:
    long = "the wells were dry " * 5000
    made = tiny.embed([long, "dry"], "passage")
    assert made.cut == 1
    assert made.tokens == CONTEXT_TOKENS + 3
    just = "the wells were dry " * 15 + "the wells"  # with its two marks as long as the context
    again = tiny.embed([just], "passage")
    assert (again.cut, again.tokens) == (0, CONTEXT_TOKENS)
    assert likeness(made.vectors[0], again.vectors[0]) > 0.9999


def test_marks_of_the_model_are_text_like_any_other(tiny: EmbedderClient) -> None:
    made = tiny.embed(["dry [SEP] dry", "dry"], "passage")
    assert made.tokens == 2 + 7 + 3  # dry, a bracket, three letters, a bracket, dry, and the marks around it
    assert made.unknown[0] == pytest.approx(2 / 7)  # no brackets in its vocabulary


def test_what_the_tokenizer_does_not_know_is_told(tiny: EmbedderClient) -> None:
    assert tiny.embed(["水", "wells 水", "wells"], "passage").unknown == (1.0, 0.5, 0.0)


def test_killed_it_comes_back(client: EmbedderClient, tiny_embedder: Path) -> None:
    client.load([tiny_embedder])
    before = client.embed(["wells"], "query").vectors
    pid = client.pid
    assert pid is not None
    os.kill(pid, signal.SIGKILL)
    while client.pid is not None:
        pass
    assert client.embed(["wells"], "query").vectors == before
    assert client.pid not in {None, pid}


def test_its_walls_stand(tiny: EmbedderClient) -> None:
    assert all(wall.held for wall in tiny.probe().walls)


def test_a_chat_model_is_refused_and_the_other_way_round(
    client: EmbedderClient, tiny_gguf: Path, tiny_embedder: Path
) -> None:
    with pytest.raises(ModelFileError, match="cannot embed"):
        client.load([tiny_gguf])
    assert client.state == "off"
    with pytest.raises(ModelFileError, match="cannot embed"):
        client.embed(["wells"], "query")
    client.close()
    with pytest.raises(EngineFailed, match="No model is loaded"):
        client.embed(["wells"], "query")
    from paddock.engine.client import EngineClient, LoadOptions

    writer = EngineClient(worker_command("engine"))
    try:
        with pytest.raises(ModelFileError, match="cannot answer"):
            writer.load([tiny_embedder], LoadOptions(), lambda _: None)
    finally:
        writer.close()


def test_a_smaller_context_is_kept_to(client: EmbedderClient, tiny_embedder: Path) -> None:
    info = client.load([tiny_embedder], EmbedderOptions(context_tokens=16, threads=1))
    assert (info.context_tokens, info.threads) == (16, 1)
    assert client.embed(["wells " * 40], "passage").tokens == 16


def test_a_reranker_scores_and_makes_no_vectors(client: EmbedderClient, tiny_reranker: Path) -> None:
    info = client.load([tiny_reranker])
    assert (info.pooling, info.dimensions) == ("rank", 0)
    texts = ["the wells were dry", "the report is found in spring", "water " * 500]
    scores = client.rank("wells?", texts)
    assert len({round(score, 4) for score in scores}) == 3
    assert client.rank("wells?", texts[1:2])[0] == pytest.approx(scores[1], abs=0.01)
    with pytest.raises(EngineFailed):
        client.embed(texts, "passage")


# ---------------------------------------------------------------- one that lies


def lying(lie: str) -> EmbedderClient:
    argv = (sys.executable, "-P", "-m", "tests.engine.lying_worker", lie)
    return EmbedderClient(WorkerCommand(argv, module_environment()))


@pytest.mark.parametrize("lie", [name for name in VECTORS if name != "true"])
def test_vectors_that_cannot_be_are_not_believed(lie: str, tiny_embedder: Path) -> None:
    client = lying(lie)
    try:
        client.load([tiny_embedder])
        with pytest.raises(EngineDied):
            client.embed(["one", "two"], "passage")
        assert client.state == "off"
    finally:
        end(client)


def test_what_can_be_is_believed(tiny_embedder: Path) -> None:
    client = lying("true")
    try:
        client.load([tiny_embedder])
        assert client.embed(["one", "two"], "passage").vectors == (RIGHT, RIGHT)
    finally:
        end(client)
