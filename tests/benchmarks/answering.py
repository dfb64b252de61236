"""`python -m tests.benchmarks.answering FOLDER`: follow-up questions, questions without an answer, and citations.

FOLDER holds `retrieval/xquad`. Everything is measured on its English questions:

- follow-up: the second of two questions on one paragraph, without the words it shares with the first and without
  the names it holds (as a person leaves them out who has just named them); and, where the subject changes, a whole
  question after one on another article.
- no answer: each question put to all articles but its own must be turned away, put to all of them it must not.
- citations: each answer is put into a sentence; tied to the sentence of the paragraph that holds it, among the
  passages found for the question; with the answer of another question in its place, it must find no support.
"""

from __future__ import annotations

import argparse
import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import dev

from paddock.chat.consulting import Consultant
from paddock.engine.embedder_client import EmbedderClient
from paddock.library.citations import Judge
from paddock.library.embedders import Identity, LoadedEmbedder
from paddock.library.relevance import speaks_of
from paddock.library.types import EVERYTHING, Scope
from paddock.library.words import words_of
from paddock.process.supervisor import worker_command
from tests.benchmarks.figures import HEADING, Figure
from tests.benchmarks.retrieval import Library, opened_library

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from paddock.library.search import Hit, Search

_EVERY = 2  # of the questions, one in so many
# What the thresholds reached when they were set (docs/retrieval.md), less a little.
_RECOGNISED, _RECOGNISED_BY_WORDS = 0.24, 0.05


class Asked(NamedTuple):
    """A question, the article and the document (its paragraph) it belongs to, its answer and where that stands."""

    text: str
    article: int
    document: int
    answer: str
    at: int


class Articles(NamedTuple):
    """Titles and paragraphs, questions in order, and the documents of each article."""

    texts: list[tuple[str, str]]
    questions: list[Asked]
    documents: list[tuple[int, ...]]


def read(path: Path) -> Articles:
    """Return XQuAD's articles."""
    found = Articles([], [], [])
    for number, article in enumerate(json.loads(path.read_text(encoding="utf-8"))["data"]):
        first = len(found.texts) + 1
        for paragraph in article["paragraphs"]:
            found.texts.append((article.get("title", ""), paragraph["context"]))
            for one in paragraph["qas"]:
                answer = one["answers"][0]
                asked = Asked(one["question"], number, len(found.texts), answer["text"], answer["answer_start"])
                found.questions.append(asked)
        found.documents.append(tuple(range(first, len(found.texts) + 1)))
    return found


# ---------------------------------------------------------------- follow-up questions


class _Only:
    """A search as a consultant knows it."""

    def __init__(self, search: Search) -> None:
        self._search = search

    def find(self, query: str, scope: Scope, limit: int, *, exact: bool) -> Sequence[Hit]:
        return self._search.find(query, scope, limit, exact=exact)


def elided(question: str, before: str) -> str:
    """Return a question without its names and numbers, and without the longer words it shares with the one before."""
    said = {word for word in words_of(before) if len(word) > 3}
    kept = [
        word
        for place, word in enumerate(question.split())
        if not (place and (word[:1].isupper() or word[:1].isdigit())) and not said & set(words_of(word))
    ]
    return " ".join(kept)


def follow_up(search: Search, articles: Articles) -> Iterator[Figure]:
    """How often the right paragraph is among the first five, alone and searched with the question before."""
    consultant: Any = Consultant(_Only(search))  # type: ignore[arg-type]  # only its search is used
    pairs = [
        (before, asked)
        for before, asked in zip(articles.questions, articles.questions[1:], strict=False)
        if before.document == asked.document
    ][::_EVERY]
    strangers = articles.questions[len(articles.questions) // 2 :] + articles.questions

    def right(asked: Asked, question: str, earlier: list[str]) -> bool:
        return any(hit.document_id == asked.document for hit in consultant._find(question, earlier, EVERYTHING)[:5])

    short = [(elided(asked.text, before.text), before, asked) for before, asked in pairs]
    alone = _share(right(asked, text, []) for text, _, asked in short)
    with_it = _share(right(asked, text, [before.text]) for text, before, asked in short)
    yield Figure("follow-up, right paragraph in the top 5", with_it, "", 0.9, at_most=False,
                 measured=f"without the question before {alone:.3f}")  # fmt: skip
    whole = _share(right(asked, asked.text, []) for _, asked in pairs)
    changed = _share(right(asked, asked.text, [strangers[place].text]) for place, (_, asked) in enumerate(pairs))
    yield Figure("whole question after another subject", changed, "", whole - 0.01, at_most=False,
                 measured=f"asked first {whole:.3f}")  # fmt: skip


# ---------------------------------------------------------------- no answer


def no_answer(search: Search, articles: Articles, name: str) -> Iterator[Figure]:
    """Which share of questions with an answer is turned away, and of those without."""
    questions = articles.questions[::_EVERY]

    def turned_away(asked: Asked, scope: Scope) -> bool:
        return not speaks_of(asked.text, search.find(asked.text, scope, 8, exact=False))

    everything = {number for numbers in articles.documents for number in numbers}
    own = _share(turned_away(asked, EVERYTHING) for asked in questions)
    foreign = _share(
        turned_away(asked, Scope(documents=tuple(everything - {*articles.documents[asked.article]})))
        for asked in questions
    )
    yield Figure(f"{name}: answerable questions turned away", own, "", 0.01, at_most=True)
    aim = _RECOGNISED if search.embedder else _RECOGNISED_BY_WORDS
    yield Figure(f"{name}: unanswerable questions recognised", foreign, "", aim, at_most=False)


# ---------------------------------------------------------------- citations


def citations(search: Search, articles: Articles) -> Iterator[Figure]:
    """How often an answer's sentence is tied to the sentence that holds it, and a wrong one to none."""
    tied = rightly = wrongly = total = 0
    questions = articles.questions[::_EVERY]
    for place, asked in enumerate(questions):
        hits = search.find(asked.text, EVERYTHING, 8, exact=False)
        own = next((at for at, hit in enumerate(hits) if hit.document_id == asked.document), None)
        if own is None:
            continue
        total += 1
        judge = Judge([hit.text for hit in hits], asked.text)
        claim = re.sub(r"\s*\?+\s*$", "", asked.text)
        said = judge.judge(f"{claim}: {asked.answer}.")
        cited = [one for judged in said for one in judged.citations]
        if cited:
            tied += 1
            at = asked.at - hits[own].start
            rightly += any(one.passage == own and one.start <= at < one.end for one in cited)
        other = questions[(place + len(questions) // 2) % len(questions)].answer
        wrongly += any(judged.verdict == "supported" for judged in judge.judge(f"{claim}: {other}."))
    yield Figure("citations: right answers that find support", tied / total, "", 0.9, at_most=False)
    yield Figure("citations: … in the very sentence", rightly / max(1, tied), "", 0.9, at_most=False)
    yield Figure("citations: wrong answers that find support", wrongly / total, "", 0.1, at_most=True)


def _share(values: Iterator[bool]) -> float:
    found = list(values)
    return sum(found) / len(found)


# ---------------------------------------------------------------- the command


def main() -> int:
    """Measure and print the table; 1 where an aim was missed."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.answering", description=__doc__)
    parser.add_argument("folder", type=Path, metavar="FOLDER")
    parser.add_argument("--embedder", type=Path, default=dev.embedder_path(), metavar="GGUF")
    asked = parser.parse_args()
    client = EmbedderClient(worker_command("engine"))
    info = client.load([asked.embedder])
    embedder = LoadedEmbedder(Identity(asked.embedder.name, info.name, info.dimensions), client)
    articles = read(asked.folder / "retrieval" / "xquad" / "xquad.en.json")
    measured: list[Figure] = []
    print(HEADING, flush=True)  # noqa: T201
    try:
        with opened_library(embedder) as library:
            library.add(articles.texts)
            library.embed()
            for figure in _all(library, articles):
                measured.append(figure)
                print(figure.row(), flush=True)  # noqa: T201
    finally:
        client.close()
    return 0 if all(figure.met for figure in measured) else 1


def _all(library: Library, articles: Articles) -> Iterator[Figure]:
    yield from no_answer(library.both, articles, "with vectors")
    yield from no_answer(library.words, articles, "words alone")
    yield from follow_up(library.both, articles)
    yield from citations(library.both, articles)


if __name__ == "__main__":
    raise SystemExit(main())
