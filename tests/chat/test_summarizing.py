"""A summary of any length: parts noted once, notes joined, stopped and gone on with, each sentence with its place."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest

from paddock.chat.sources import Source
from paddock.chat.summarizing import Progress, Summarizer
from paddock.engine.client import CancelToken
from paddock.errors import Cancelled, UserError
from tests.chat.scripted_engine import ScriptedEngine, raise_cancelled


@dataclass
class KeptNotes:
    """Notes in a dictionary."""

    kept: dict[str, str] = field(default_factory=dict)

    def note(self, key: str) -> str | None:
        return self.kept.get(key)

    def keep_note(self, key: str, text: str) -> None:
        self.kept[key] = text


def passage(number: int, text: str, page: int) -> Source:
    return Source(number=number, document_id=1, document="a.pdf", page=page, start=10, end=10 + len(text), text=text)


LONG = [
    passage(1, "The dam was completed in 1964. " + "It holds water. " * 34, 1),
    passage(2, "Cracks were found in the left abutment in 1987. " + "They were filled. " * 34, 2),
    passage(3, "The spillway was widened by nine metres. " + "Work took a year. " * 34, 3),
]
SUMMARY = "The dam was completed in 1964. Cracks were found in the left abutment in 1987. Aliens paid for all of it."


def summarizer(engine: ScriptedEngine) -> Summarizer:
    return Summarizer(engine, engine.info, engine.info.defaults, "scripted")


def engine_of(tokens: int = 500) -> ScriptedEngine:
    return ScriptedEngine(context_tokens=tokens)


def test_a_short_document_is_summarized_in_one_go_with_its_places() -> None:
    engine = engine_of(4000)
    engine.answers.append([SUMMARY])
    heard: list[Progress] = []
    told: list[str] = []
    made = summarizer(engine).summarize(
        LONG, KeptNotes(), on_progress=heard.append, on_text=told.append, cancel=CancelToken()
    )
    assert made.text == SUMMARY == "".join(told)
    assert [mark.verdict for mark in made.consulted.marks] == ["supported", "supported", "unsupported"]
    cited = {source.number: source.page for source in made.consulted.sources}
    assert [cited[mark.source] for mark in made.consulted.marks[:2]] == [1, 2]
    assert (heard[0], heard[-1]) == (Progress(0, 1), Progress(1, 1))
    assert engine.asked[0].sampling.temperature <= 0.2


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("The dam was completed in 1964. Cracks were found in the", "The dam was completed in 1964."),
        ("- It holds water.\n- Work took a", "- It holds water."),
        ("The dam was “completed.”", "The dam was “completed.”"),
        ("The dam was completed", "The dam was completed"),
    ],
)
def test_a_summary_that_became_too_long_ends_with_a_whole_sentence(written: str, kept: str) -> None:
    engine = engine_of(4000)
    engine.answers.append([written, " and" * 400])  # which is more than it may write
    made = summarizer(engine).summarize(
        LONG, KeptNotes(), on_progress=lambda _: None, on_text=lambda _: None, cancel=CancelToken()
    )
    assert made.text == kept


def test_a_long_document_is_noted_part_by_part_and_progress_is_told() -> None:
    engine = engine_of()
    engine.answers.extend([["Note one."], ["Note two."], ["Note three."], [SUMMARY]])
    heard: list[Progress] = []
    summarizer(engine).summarize(
        LONG, KeptNotes(), on_progress=heard.append, on_text=lambda _: None, cancel=CancelToken()
    )
    assert len(engine.asked) == 4
    assert "Note one.\n\nNote two.\n\nNote three." in engine.asked[3].turns[1].content
    assert heard[0].total == 4
    shares = [(one.done + one.within) / one.total for one in heard if one.total == 4]
    assert shares == sorted(shares)
    assert any(0 < one.within < 1 for one in heard), "a part takes a minute on many machines: it is told how far it is"
    assert heard[-1].done == heard[-1].total


def test_what_was_noted_before_a_stop_is_not_noted_again() -> None:
    engine, notes = engine_of(), KeptNotes()
    engine.answers.extend([["Note one."], [raise_cancelled]])
    with pytest.raises(Cancelled):
        summarizer(engine).summarize(
            LONG, notes, on_progress=lambda _: None, on_text=lambda _: None, cancel=CancelToken()
        )
    assert list(notes.kept.values()) == ["Note one."]
    engine.answers.clear()
    engine.answers.extend([["Note two."], ["Note three."], [SUMMARY]])
    summarizer(engine).summarize(LONG, notes, on_progress=lambda _: None, on_text=lambda _: None, cancel=CancelToken())
    assert len(engine.asked) == 2 + 3
    assert "Cracks were found" in engine.asked[2].turns[1].content


def test_notes_that_fill_the_context_are_joined_in_rounds() -> None:
    engine = engine_of()
    notes = [f"note-{part} " * 50 for part in "abcdef"]
    engine.answers.extend([note] for note in notes)
    engine.answers.extend([["Short."], ["Brief."], ["End."], [SUMMARY]])
    many = [passage(number, f"Dam {number} stands. " * 45, number) for number in range(1, 7)]
    made = summarizer(engine).summarize(
        many, KeptNotes(), on_progress=lambda _: None, on_text=lambda _: None, cancel=CancelToken()
    )
    assert made.text == SUMMARY
    assert "Short.\n\nBrief.\n\nEnd." in engine.asked[-1].turns[1].content


def test_a_document_without_text_cannot_be_summarized() -> None:
    with pytest.raises(UserError, match="nothing to summarize"):
        summarizer(engine_of()).summarize(
            [], KeptNotes(), on_progress=lambda _: None, on_text=lambda _: None, cancel=CancelToken()
        )
