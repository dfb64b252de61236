"""Search: words and meaning together, filters, phrases, neighbours as one hit, a fair share, and words alone."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Any

import pytest

from paddock.errors import EngineFailed
from paddock.library import search as searching
from paddock.library.embedding import Embedding, GiveWay
from paddock.library.index import Index
from paddock.library.lexical import find_words
from paddock.library.passages import MOST_TOKENS, estimate_tokens
from paddock.library.search import Search
from paddock.library.store import LibraryStore
from paddock.library.types import Scope
from paddock.library.vectors import VectorIndex
from paddock.reader.protocol import Block
from tests.library.shelved import Compass, add_document, add_page, loaded, shelve

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from paddock.library.search import Hit
    from paddock.vault.vault import Vault

SAME = {"automobile": "car", "vehicle": "car", "physician": "doctor"}


def prose(topic: str, sentences: int = 18) -> str:
    """Return a paragraph of about a passage's length."""
    return " ".join(f"Of {topic} it says in line {number} that all is as it was." for number in range(sentences))


def names(hits: Sequence[Hit]) -> list[str]:
    return [hit.title for hit in hits]


def embed(vault: Vault, compass: Compass) -> None:
    assert Embedding(vault, loaded(compass), GiveWay()).run()


@pytest.fixture
def compass() -> Compass:
    return Compass(SAME)


def test_a_hit_tells_where_it_stands(indexed: Vault) -> None:
    text = "# Water\n\nThe wells were dry."
    blocks = (Block("heading", 0, 7, 1), Block("paragraph", 9, 28, place="¶ 2"))
    with indexed.write() as connection:
        add_document(connection, 4, "Annual report", name="r.pdf")
        add_page(connection, Index(), 4, 3, text, blocks, ("Part one",))
    (hit,) = Search(indexed).find("dry wells")
    assert (hit.document_id, hit.document, hit.title, hit.page) == (4, "r.pdf", "Annual report", 3)
    assert hit.headings == ("Part one", "Water")
    assert hit.text == text[hit.start : hit.end] == text
    assert (hit.by_words, hit.by_vectors, hit.nearness) == (True, False, None)


def test_what_is_said_in_other_words_is_found_with_an_embedder_only(indexed: Vault, compass: Compass) -> None:
    shelve(indexed, {"Travel": ["The automobile stood still."], "Health": ["The physician slept."]})
    embed(indexed, compass)
    assert Search(indexed).find("car") == []
    hits = Search(indexed, loaded(compass)).find("car")
    assert names(hits)[0] == "Travel"
    assert (hits[0].by_words, hits[0].by_vectors) == (False, True)
    assert hits[0].nearness is not None
    assert hits[1].nearness is not None
    assert hits[0].nearness > hits[1].nearness


def test_both_sides_join_in_one_order(indexed: Vault, compass: Compass) -> None:
    shelve(
        indexed, {"word": ["A car, and much else besides it."], "both": ["The car, an automobile."], "none": ["Rain."]}
    )
    embed(indexed, compass)
    hits = Search(indexed, loaded(compass)).find("car vehicle")
    assert names(hits)[0] == "both"
    assert hits[0].by_words
    assert hits[0].by_vectors


@pytest.mark.parametrize("first", ["find_words", "nearest"])
def test_whichever_side_is_ready_first_the_hits_are_the_same(
    indexed: Vault, compass: Compass, monkeypatch: pytest.MonkeyPatch, first: str
) -> None:
    shelve(indexed, {f"{number}": ["A car.", f"The vehicle {number}.", "Rain."] for number in range(5)})
    embed(indexed, compass)
    expected = Search(indexed, loaded(compass)).find("car in rain")
    done = threading.Event()
    sides: dict[str, tuple[object, Callable[..., Any]]] = {
        "find_words": (searching, find_words),
        "nearest": (VectorIndex, VectorIndex.nearest),
    }

    def in_turn(name: str, does: Callable[..., Any]) -> Callable[..., Any]:
        def told(*args: Any, **named: Any) -> Any:
            if name != first:
                assert done.wait(20)
            try:
                return does(*args, **named)
            finally:
                done.set()

        return told

    for name, (holder, does) in sides.items():
        monkeypatch.setattr(holder, name, in_turn(name, does))
    assert Search(indexed, loaded(compass)).find("car in rain") == expected


def test_what_is_not_embedded_yet_is_found_by_its_words(indexed: Vault, compass: Compass) -> None:
    shelve(indexed, {"old": ["The vehicle."]})
    embed(indexed, compass)
    shelve(indexed, {"new": ["A car."]}, first=2)
    hits = Search(indexed, loaded(compass)).find("car")
    assert set(names(hits)) == {"old", "new"}
    assert next(hit for hit in hits if hit.title == "new").nearness is None


def test_vectors_of_another_embedder_are_not_compared_with(indexed: Vault, compass: Compass) -> None:
    shelve(indexed, {"Travel": ["The automobile."]})
    embed(indexed, compass)
    assert Search(indexed, loaded(compass, "another")).find("car") == []
    assert names(Search(indexed, loaded(compass, "another")).find("automobile")) == ["Travel"]


def test_a_question_the_embedder_cannot_read_is_answered_by_words(indexed: Vault, compass: Compass) -> None:
    shelve(indexed, {"right": ["今年检查了十二口井"], "other": ["nothing else"], "third": ["nothing here"]})
    embed(indexed, compass)
    assert names(Search(indexed, loaded(compass)).find("检查了几口井"))[0] == "right"


def test_an_embedder_that_fails_says_so(indexed: Vault, compass: Compass) -> None:
    shelve(indexed, {"cars": ["The automobile."]})
    embed(indexed, compass)

    def fail() -> None:
        raise EngineFailed("The embedder stopped.")

    compass.at_call = fail
    with pytest.raises(EngineFailed):
        Search(indexed, loaded(compass)).find("automobile")


def test_filters_narrow_by_collection_document_type_and_date(indexed: Vault, compass: Compass) -> None:
    store = LibraryStore(indexed, lambda: 1.0, Index())
    with indexed.write() as connection:
        for number, (kind, day) in enumerate([("pdf", 10.0), ("docx", 20.0), ("pdf", 30.0), ("txt", 40.0)], start=1):
            add_document(connection, number, f"d{number}", format_=kind, modified_at=day)
            add_page(connection, Index(), number, 1, "A car.")
    embed(indexed, compass)
    zoo = store.create_collection("Zoo")
    store.put_into(zoo.id, [2, 3])
    for search in (Search(indexed), Search(indexed, loaded(compass))):

        def found(scope: Scope, search: Search = search) -> list[str]:
            return sorted(names(search.find("car", scope)))

        assert found(Scope()) == ["d1", "d2", "d3", "d4"]
        assert found(Scope(collections=(zoo.id,))) == ["d2", "d3"]
        assert found(Scope(documents=(1,))) == ["d1"]
        assert found(Scope(collections=(zoo.id,), documents=(1,))) == ["d1", "d2", "d3"]
        assert found(Scope(formats=("pdf",))) == ["d1", "d3"]
        assert found(Scope(since=20.0, until=40.0)) == ["d2", "d3"]
        assert found(Scope(collections=(zoo.id,), formats=("pdf",), since=25.0)) == ["d3"]
        assert found(Scope(collections=(), documents=())) == []
        assert found(Scope(collections=(99,))) == []


def test_a_phrase_in_quotes_must_stand_there_to_the_letter(indexed: Vault, compass: Compass) -> None:
    shelve(
        indexed,
        {
            "same": ["Cracks in the left  abutment were found."],
            "forms": ["Cracks in the left abutments were found."],
            "apart": ["On the left, the abutment."],
        },
    )
    embed(indexed, compass)
    for search in (Search(indexed), Search(indexed, loaded(compass))):
        assert names(search.find('cracks "Left Abutment"')) == ["same"]
        assert names(search.find('"left abutment" "were found"')) == ["same"]
        assert search.find('"left abutment" "nowhere at all"') == []
        free = names(search.find('cracks "left abutment"', exact=False))
        assert free[0] == "same"
        assert len(free) > 1, "to a model's question, quotes are no condition"


def test_passages_that_follow_each_other_are_one_hit(indexed: Vault) -> None:
    text = "\n\n".join([prose("wells"), prose("wells"), prose("dams"), prose("wells")])
    shelve(indexed, {"report": [text, prose("wells")]})
    hits = Search(indexed).find("wells", Scope(documents=(1,)))
    assert [(hit.page, len(hit.passages)) for hit in sorted(hits, key=lambda hit: (hit.page, hit.start))] == [
        (1, 2),
        (1, 1),
        (2, 1),
    ]
    joined = next(hit for hit in hits if len(hit.passages) == 2)
    assert joined.text == "\n\n".join([prose("wells"), prose("wells")]) == text[joined.start : joined.end]
    assert joined.passages == tuple(sorted(joined.passages))


def test_no_hit_grows_without_end(indexed: Vault) -> None:
    shelve(indexed, {"report": ["\n\n".join([prose("wells")] * 6)]})
    hits = Search(indexed).find("wells")
    assert sum(len(hit.passages) for hit in hits) == 6
    assert 1 < len(hits) < 6
    assert all(estimate_tokens(hit.text) <= 2 * MOST_TOKENS for hit in hits)


def test_a_document_that_says_as_much_has_its_share_unless_one_alone_is_asked(indexed: Vault) -> None:
    shelve(indexed, dict.fromkeys(("much", "as much"), ["All about wells, wells and wells."] * 12))
    found = names(Search(indexed).find("wells", limit=6))
    assert len(found) == 6
    assert min(found.count("much"), found.count("as much")) >= 2
    alone = Search(indexed).find("wells", Scope(documents=(1,)), limit=6)
    assert len(alone) == 6


def test_pages_are_found_by_their_best_passage(indexed: Vault) -> None:
    shelve(indexed, {"report": ["Dams.", f"{prose('dams')}\n\n{prose('wells')}", "A wells report: wells, wells."]})
    pages = Search(indexed).find_pages("wells", limit=5)
    assert sorted(page.page for page in pages) == [2, 3]
    assert all("wells" in page.best.text for page in pages)
    assert [page.score for page in pages] == sorted((page.score for page in pages), reverse=True)


def test_a_page_called_by_its_number_comes_first(indexed: Vault) -> None:
    shelve(indexed, {"report": ["The budget was spent."] * 9})
    assert Search(indexed).find_pages("What does page 7 say of the budget?", limit=3)[0].page == 7


def test_all_passages_of_a_document_come_in_order(indexed: Vault) -> None:
    shelve(indexed, {"a": [f"{prose('wells')}\n\n{prose('dams')}", "The end."], "b": ["Else."]})
    hits = Search(indexed).passages_of(1)
    assert [(hit.page, hit.text.split()[1]) for hit in hits] == [(1, "wells"), (1, "dams"), (2, "end.")]
    assert Search(indexed).passages_of(77) == []


def test_nothing_asked_finds_nothing(indexed: Vault, compass: Compass) -> None:
    shelve(indexed, {"a": ["Wells."]})
    assert Search(indexed).find("") == []
    assert Search(indexed, loaded(compass)).find("  ?! ", limit=5) == []
    assert Search(indexed).find("wells", limit=0) == []


def test_a_reranker_orders_the_best_and_is_shown_title_and_headings(indexed: Vault) -> None:
    shelve(indexed, {f"t{number}": [f"Wells in valley number {number}."] for number in range(40)})
    shown: list[str] = []

    def rank(query: str, texts: Sequence[str]) -> list[float]:
        assert query == "wells valley"
        shown.extend(texts)
        return [float(text.rstrip(".").rsplit(" ", 1)[1]) for text in texts]

    search = Search(indexed, reranker=rank)
    hits = search.find("wells valley", limit=5)
    assert len(shown) == 30
    assert shown[0].startswith("t0\nWells") or "\nWells in valley" in shown[0]
    scores = [int(text.rstrip(".").rsplit(" ", 1)[1]) for text in shown]
    assert [int(hit.title[1:]) for hit in hits] == sorted(scores, reverse=True)[:5]


def test_removed_documents_are_forgotten_in_memory_too(indexed: Vault, compass: Compass) -> None:
    shelve(indexed, {"cars": ["The automobile zyxwombat."], "rain": ["It rained."]})
    embed(indexed, compass)
    search = Search(indexed, loaded(compass))
    assert names(search.find("zyxwombat"))[0] == "cars"
    index = search._vectors
    assert index is not None
    assert index._bits[0][:, 0].any()
    LibraryStore(indexed, lambda: 1.0, Index()).remove_documents([1])
    search.forget([1])
    assert not index._bits[0][:, 0].any(), "its signs are wiped"
    assert index._bits[0][:, 1].any()
    assert search._frequencies._counts == {}
    assert names(search.find("zyxwombat")) == ["rain"]


def test_nearness_is_told_only_of_words_the_embedder_takes_whole(indexed: Vault, compass: Compass) -> None:
    shelve(indexed, {"Travel": ["The automobile stood still."]})
    embed(indexed, compass)
    search = Search(indexed, loaded(compass))
    near = search.find("car")[0].nearness
    assert near is not None
    assert near > 0.3
    compass.pieces = 3
    assert search.find("car")[0].nearness is None
