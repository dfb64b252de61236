"""What `paddock ask` prints of the documents an answer rests on."""

from __future__ import annotations

import io

from paddock.chat.marking import marked
from paddock.chat.sources import Consulted, Source
from paddock.cli.consult import show_sources, sources_as_json
from paddock.cli.terminal import Terminal

TEXT = "The harbour master is Ingeborg Thorvaldsen. She took office in 2019. Her deputy is Pau Ferrer."
ANSWER = "The harbour master is Ingeborg Thorvaldsen. Her deputy is Pau Ferrer. She owns eleven dachshunds."


def consulted() -> Consulted:
    """Return an answer of two sentences that one passage says, and of one that none does."""
    source = Source(
        number=1, document_id=1, document="harbour.md", page=1, kind="part", start=0, end=len(TEXT), text=TEXT
    )
    return marked(Consulted(used="whole", documents=1), ANSWER, "Who is who?", [source])


def test_each_quotation_is_shown_though_they_stand_in_one_passage() -> None:
    out, err = io.StringIO(), io.StringIO()
    show_sources(consulted(), ANSWER, Terminal(out, err))
    assert out.getvalue().strip().splitlines() == [
        "[1] harbour.md, part 1: “The harbour master is Ingeborg Thorvaldsen.”",
        "[1] harbour.md, part 1: “Her deputy is Pau Ferrer.”",
    ]
    assert "Not found in the documents: “She owns eleven dachshunds.”" in err.getvalue()


def test_json_says_of_each_sentence_whether_it_was_verified() -> None:
    citations = sources_as_json(consulted(), ANSWER)["citations"]
    assert [one["verified"] for one in citations] == [True, True, False]
    assert citations[1]["quote"] == "Her deputy is Pau Ferrer."
