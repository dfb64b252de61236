"""`python -m tests.benchmarks.speaking FOLDER --model GGUF`: how a model's own sentences fare with their citations.

FOLDER holds `retrieval/xquad`. Half of its English articles become a collection, each article a file; the real
program (`paddock ask --collection --json`, a process a question) answers questions on them, and as many on the
articles that are not there. Nobody judges the answers but by the words of the known one, so "right" means that these
stand in it.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import dev

from tests.benchmarks.answering import Asked, read
from tests.benchmarks.figures import HEADING, Figure

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from tests.benchmarks.answering import Articles

_COLLECTION = "articles"
_SAYS_NO = re.compile(
    r"\b(?:not|n't|no|nothing|none|neither|unable|cannot)\b[^.]{0,80}"
    r"\b(?:mention|provide|specif|state|contain|find|found|information|answer|say|discuss|include|given|available)",
    re.IGNORECASE,
)


class Answered(NamedTuple):
    """A question and what the program printed of it."""

    asked: Asked
    text: str
    found: bool
    citations: list[dict[str, Any]]

    @property
    def is_right(self) -> bool:
        """Tell whether the known answer's words stand in what was said."""
        return _plain(self.asked.answer) in _plain(self.text)

    @property
    def right_sentences(self) -> list[dict[str, Any]]:
        """Return those of its sentences that hold the known answer."""
        return [one for one in self.citations if _plain(self.asked.answer) in _plain(one["sentence"])]


class Program:
    """The real program over a home of its own."""

    def __init__(self, folder: Path, model: Path, embedder: Path) -> None:
        self._folder, self._model = folder, model
        (folder / "passphrase").write_text("measured once and thrown away", encoding="utf-8")
        self._run("models", "import", str(embedder), "--link")

    def add(self, texts: Iterable[tuple[str, list[str]]]) -> None:
        """Make the collection of articles: titles and their paragraphs."""
        files = self._folder / "files"
        files.mkdir()
        for title, paragraphs in texts:
            name = re.sub(r"\W+", "_", title)
            (files / f"{name}.md").write_text("\n\n".join((f"# {title}", *paragraphs)), encoding="utf-8")
        self._run("library", "add", str(files), "--collection", _COLLECTION, "--wait")

    def ask(self, asked: Asked) -> Answered:
        """Put one question to the collection."""
        told = json.loads(
            self._run(
                "ask", "--json", "--collection", _COLLECTION, "--model", str(self._model),
                "--seed", "1", "--temperature", "0", "--max-tokens", "200", asked.text,
            )
        )  # fmt: skip
        return Answered(asked, told["text"], told["found"], told["citations"])

    def _run(self, *words: str) -> str:
        home = ("--home", str(self._folder / "home"), "--passphrase-file", str(self._folder / "passphrase"))
        run = subprocess.run(
            [sys.executable, "-m", "paddock", *home, *words],
            check=False, capture_output=True, encoding="utf-8", env={**os.environ, "PYTHONUTF8": "1"},
        )  # fmt: skip
        if run.returncode:
            raise SystemExit(f"paddock {words[0]}: {run.stderr.strip()}")
        return run.stdout


def figures(own: Sequence[Answered], foreign: Sequence[Answered]) -> Iterator[Figure]:
    """Return what came of questions that have an answer, and of those whose article is not there."""
    said = [one for one in own if one.found]
    right = [one for one in said if one.is_right]
    sentences = [(one, sentence) for one in right for sentence in one.right_sentences]
    supported = [(one, sentence) for one, sentence in sentences if sentence["verdict"] == "supported"]
    of_them = f"{len(sentences)} sentences; {len(right)} of {len(own)} answers right"
    yield Figure("sentences with the right answer that find support", _share(len(supported), len(sentences)), "", 0.9,
                 at_most=False, measured=of_them)  # fmt: skip
    tied = [one for one, sentence in supported if _plain(one.asked.answer) in _plain(sentence["quote"])]
    yield Figure("of these, tied to words that hold the answer", _share(len(tied), len(supported)), "", 0.9,
                 at_most=False, measured=f"{len(supported)} sentences")  # fmt: skip
    claims = [one for answer in said for one in answer.citations]
    loose = [one for one in claims if one["verdict"] != "supported"]
    yield Figure("claims of a model without support, on what is there", _share(len(loose), len(claims)), "", 0.2,
                 at_most=True, measured=f"{len(claims)} claims")  # fmt: skip
    refused = [one for one in foreign if not one.found]
    answered = [one for one in foreign if one.found]
    no = [one for one in answered if _SAYS_NO.search(one.text)]
    trusted = [one for one in answered if one not in no and any(c["verdict"] == "supported" for c in one.citations)]
    of_them = f"of {len(foreign)}: {len(refused)} turned away, {len(no)} times the model said no"
    yield Figure("questions on what is not there, answered with a sentence marked as supported",
                 _share(len(trusted), len(foreign)), "", 0.3, at_most=True, measured=of_them)  # fmt: skip


def _share(count: int, of: int) -> float:
    return count / of if of else float("nan")


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


def _halves(articles: Articles) -> tuple[list[tuple[str, list[str]]], list[Asked], list[Asked]]:
    """Return every second article with its questions, and the questions of the others."""
    there = [
        (articles.texts[numbers[0] - 1][0], [articles.texts[number - 1][1] for number in numbers])
        for numbers in articles.documents[::2]
    ]
    own = [asked for asked in articles.questions if asked.article % 2 == 0]
    return there, own, [asked for asked in articles.questions if asked.article % 2]


def _spread(questions: Sequence[Asked], count: int) -> list[Asked]:
    return [questions[place * len(questions) // count] for place in range(min(count, len(questions)))]


def main() -> int:
    """Measure, print the table, and write every answer where it is asked for."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.speaking", description=__doc__)
    parser.add_argument("folder", metavar="FOLDER", type=Path)
    parser.add_argument("--model", metavar="GGUF", type=Path, required=True)
    parser.add_argument("--questions", metavar="NUMBER", type=int, default=40, help="of each kind")
    parser.add_argument("--json", metavar="FILE", type=Path, help="also write every answer here")
    args = parser.parse_args()
    articles = read(args.folder / "retrieval" / "xquad" / "xquad.en.json")
    there, own, foreign = _halves(articles)
    with tempfile.TemporaryDirectory() as folder:
        program = Program(Path(folder), args.model.absolute(), dev.embedder_path())
        program.add(there)
        answers = [program.ask(asked) for asked in _spread(own, args.questions)]
        strangers = [program.ask(asked) for asked in _spread(foreign, args.questions)]
    print(HEADING)  # noqa: T201
    met = True
    for figure in figures(answers, strangers):
        print(figure.row())  # noqa: T201
        met = met and figure.met
    if args.json is not None:
        rows = [one._asdict() | {"asked": one.asked._asdict()} for one in (*answers, *strangers)]
        args.json.write_text(json.dumps(rows, ensure_ascii=False, indent=1), encoding="utf-8")
    return 0 if met else 1


if __name__ == "__main__":
    raise SystemExit(main())
