"""Numbers go behind the sentences they belong to, in prose, lists and tables, never into code; exports keep them."""

from __future__ import annotations

import json
import re
import time
from html import escape
from typing import TYPE_CHECKING

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from paddock.chat.citing import cited_text, prepared
from paddock.chat.export import from_json, to_html, to_json, to_markdown
from paddock.chat.marking import marked
from paddock.chat.replies import ReplyEnd
from paddock.chat.sources import Consulted, Mark, NotConsulted, Source
from paddock.library.sentences import sentences

if TYPE_CHECKING:
    from paddock.chat.store import ChatStore

SOURCES = (
    Source(number=1, document_id=7, document="wells.pdf", page=4, start=100, end=160, label="iv",
           text="The limit for nitrate is 50 mg per litre in every well here."),
    Source(number=2, document_id=8, document="letter.docx", page=1, start=0, end=30, kind="section",
           text="The owner was told in spring."),
)  # fmt: skip


def consulted(text: str, *verdicts: int) -> Consulted:
    """Return marks for the text's sentences: a source's number, 0 for unsupported, -1 for no claim."""
    marks = tuple(
        Mark(start=start, end=end, verdict="supported", source=verdict, source_start=SOURCES[verdict - 1].start,
             source_end=SOURCES[verdict - 1].end, support=0.9)
        if verdict > 0
        else Mark(start=start, end=end, verdict="unsupported" if verdict == 0 else "no claim")
        for (start, end), verdict in zip(sentences(text), verdicts, strict=True)
    )  # fmt: skip
    return Consulted(used="searched", documents=2, sources=SOURCES, marks=marks)


def numbered(text: str, *verdicts: int) -> str:
    """Return the text with its numbers, without the list below."""
    return cited_text(text, consulted(text, *verdicts)).split("\n\n[", 1)[0]


@pytest.mark.parametrize(
    ("text", "verdicts", "shown"),
    [
        ("The limit is fifty. It was told.", (1, 2), "The limit is fifty.[1] It was told.[2]"),
        ("So: the limit is fifty. Cows fly.", (-1, 0), "So: the limit is fifty. Cows fly.[?]"),
        ("- The limit is fifty.\n- **Told in spring.**", (1, 2), "- The limit is fifty.[1]\n- **Told in spring.**[2]"),
        ("| a | b |\n|---|---|\n| limit | 50 |", (-1, -1, 1), "| a | b |\n|---|---|\n| limit | 50[1] |"),
        ("Limit:\n```\nx = fifty. y\n```", (1,), "Limit:[1]\n```\nx = fifty. y\n```"),
        ("限值是五十毫克。春季通知。", (1, 2), "限值是五十毫克。[1]春季通知。[2]"),
        ("The limit is fifty. [1] It was told [1].", (1, 2), "The limit is fifty.[1] It was told.[2]"),
        ("Use `a[1]` there. It was told.", (-1, 2), "Use `a[1]` there. It was told.[2]"),
        ("Title of it\n===\n\nIt was told.", (1, 2), "Title of it[1]\n===\n\nIt was told.[2]"),
    ],
)
def test_a_number_follows_its_sentence(text: str, verdicts: tuple[int, ...], shown: str) -> None:
    assert numbered(text, *verdicts) == shown


@pytest.mark.parametrize("unit", ["-", " -", "|-", " ", "* ", "=", "[", "> "])
def test_a_line_of_one_sign_is_set_in_no_time(unit: str) -> None:
    text = "The limit is fifty.\n\n" + unit * (100_000 // len(unit)) + "x"
    mark = Mark(start=0, end=19, verdict="supported", source=1)
    began = time.process_time()
    assert cited_text(text, msgspec.structs.replace(consulted(""), marks=(mark,))).startswith("The limit is fifty.[1]")
    assert time.process_time() - began < 2


def test_what_the_numbers_stand_for_is_told_below() -> None:
    text = "The limit is fifty. Cows fly."
    assert cited_text(text, consulted(text, 1, 0)).split("\n\n", 1)[1] == (
        "[1] wells.pdf, page 4 (iv) “The limit for nitrate is 50 mg per litre in every well here.”  \n"
        "[?] not found in the documents"
    )


def test_a_name_or_a_quotation_makes_no_link_no_picture_and_no_html(store: ChatStore) -> None:
    """Also where the document has escaped its brackets itself, and where a label hides them."""
    active = r"![x](https://example.org/a.png) \[y](file:///etc/passwd) <img src=x> <https://example.org>"
    reply = "The limit is fifty."
    found = Source(
        number=1, document_id=7, document=f"{active}.pdf", page=4, start=0, end=len(active), label=active, text=active
    )
    mark = Mark(start=0, end=len(reply), verdict="supported", source=1, source_start=0, source_end=len(active))
    told = Consulted(used="searched", documents=1, sources=(found,), marks=(mark,))
    below = cited_text(reply, told).split("\n\n", 1)[1]
    assert not re.search(r"<(?:a|img)\b", MarkdownIt().render(below))
    assert MarkdownIt().render(below).count(escape(active)) == 3, "all of it is still legible"
    chat = store.create_chat().id
    kept = store.start_reply(chat, store.add_user_message(chat, None, "What is the limit?").id, model="m")
    store.finish_reply(kept.id, ReplyEnd(state="complete", text=reply))
    store.keep_consulted(kept.id, told)
    assert not re.search(r"<(?:a|img)\b", to_html(store))


def test_an_answer_without_marks_stays_as_it_is() -> None:
    plain = Consulted(used="searched", documents=1, sources=SOURCES)
    assert cited_text("See [1] and a.\n\n", plain) == "See [1] and a."


@given(
    st.text(alphabet="ab. \n|-`*[1]>#=~?。", max_size=120),
    st.lists(st.tuples(st.integers(-5, 130), st.integers(-5, 130), st.sampled_from([0, 1, 2, 9])), max_size=6),
)
def test_marks_that_do_not_fit_do_no_harm(text: str, spans: list[tuple[int, int, int]]) -> None:
    marks = tuple(
        Mark(start=start, end=end, verdict="supported" if source else "unsupported", source=source)
        for start, end, source in spans
    )
    ready = prepared(text, Consulted(used="searched", documents=1, sources=SOURCES, marks=marks))
    at = 0
    for place in ready.places:
        assert 0 <= place.begin < place.end <= len(ready.text)
        assert place.end >= at
        assert not ready.text[place.end - 1].isspace()
        at = place.end


def test_judged_answers_are_numbered_as_they_are_judged() -> None:
    text = "The limit for nitrate is 50 mg per litre in every well. The moon is a large green cheese."
    judged = marked(Consulted(used="searched", documents=1), text, "What is the limit?", SOURCES)
    assert cited_text(text, judged).startswith(
        "The limit for nitrate is 50 mg per litre in every well.[1] The moon is a large green cheese.[?]"
    )


# ---------------------------------------------------------------- export


def a_cited_chat(store: ChatStore) -> int:
    chat = store.create_chat("Wells").id
    asked = store.add_user_message(chat, None, "What is the limit?")
    reply = store.start_reply(chat, asked.id, model="m")
    text = "The limit is fifty. Cows fly."
    store.finish_reply(reply.id, ReplyEnd(state="complete", text=text))
    left = NotConsulted(document_id=9, document="scan.pdf", why="It holds no text that could be read.")
    store.keep_consulted(reply.id, msgspec.structs.replace(consulted(text, 1, 0), not_consulted=(left,)))
    return chat


def test_markdown_and_html_keep_document_page_and_quotation(store: ChatStore) -> None:
    a_cited_chat(store)
    for told in (to_markdown(store), to_html(store)):
        assert "The limit is fifty.[1] Cows fly.[?]" in told
        assert "[1] wells.pdf, page 4 (iv)" in told
        assert "The limit for nitrate is 50 mg per litre" in told


def test_an_archive_keeps_all_but_the_numbers_in_the_library(store: ChatStore) -> None:
    a_cited_chat(store)
    raw = to_json(store, 5.0)
    kept = json.loads(raw)["chats"][0]["messages"][1]["consulted"]
    assert [(one["document"], one["page"], one["document_id"]) for one in kept["sources"]] == [
        ("wells.pdf", 4, 0),
        ("letter.docx", 1, 0),
    ]
    (again,) = from_json(store, raw)
    reply = store.branch(again.id)[-1]
    known = store.consulted([reply.id])[reply.id]
    assert cited_text(reply.text, known).startswith("The limit is fifty.[1] Cows fly.[?]")
    assert known.not_consulted[0].document == "scan.pdf"


def test_a_strange_archive_leads_to_no_document_of_this_library(store: ChatStore) -> None:
    a_cited_chat(store)
    document = json.loads(to_json(store, 5.0))
    document["chats"][0]["messages"][1]["consulted"]["sources"][0]["document_id"] = 1
    (again,) = from_json(store, json.dumps(document).encode())
    reply = store.branch(again.id)[-1]
    assert {one.document_id for one in store.consulted([reply.id])[reply.id].sources} == {0}
