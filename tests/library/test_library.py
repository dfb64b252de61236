"""The library as the program knows it: what it offers where models come and go, and what a removal leaves."""

from __future__ import annotations

import queue
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np
import pytest

from paddock.errors import LicenceNotAgreed, ModelFileError, UserError
from paddock.library.library import Library
from paddock.library.search_models import InstalledSearchModels
from paddock.models.installed import InstalledModels
from paddock.process.supervisor import worker_command
from paddock.reader.protocol import Opened, Picture
from tests.library.doubles import ScriptedReader, rows, write_script
from tests.library.shelved import Compass, loaded, shelve
from tests.models.building import LLAMA, build
from tests.tiny_bert import tiny_embedder, tiny_reranker  # noqa: F401 - fixtures
from tests.vault.test_secrecy import plain_pages

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Sequence
    from pathlib import Path
    from typing import BinaryIO

    from paddock.library.embedders import LoadedEmbedder
    from paddock.library.search import Reranker
    from paddock.models.installed_model import InstalledModel
    from paddock.vault.vault import Vault


PATIENCE_S = 20.0


@dataclass
class FewModels:
    """Embedders by the names of their files' digests, and perhaps a reranker."""

    installed: dict[str, Compass] = field(default_factory=dict)
    ranks: Reranker | None = None
    held_back: dict[str, UserError] = field(default_factory=dict)
    kept: list[str] = field(default_factory=list)

    def embedders(self) -> dict[str, str]:
        return {name: name.title() for name in self.installed}

    def load(self, sha256: str) -> LoadedEmbedder | None:
        if sha256 in self.held_back:
            raise self.held_back[sha256]
        return loaded(self.installed[sha256], sha256) if sha256 in self.installed else None

    def reranker(self) -> Reranker | None:
        if "reranker" in self.held_back:
            raise self.held_back["reranker"]
        return self.ranks

    def keep(self, sha256s: Collection[str]) -> None:
        self.kept = list(sha256s)


class Drawer:
    """Draws nothing, and notes what is open in it."""

    def __init__(self) -> None:
        self.holds: list[str] = []

    def open(self, name: str, data: BinaryIO, *, password: str | None = None) -> Opened:
        self.holds = [name]
        return Opened(id=1, format="script", pages=1, draws=True)

    def draw(self, page: int, width: int, marks: Sequence[tuple[int, int]] = ()) -> Picture:
        return Picture(id=1, width=1, height=1, rgb=b"\0\0\0", rectangles=tuple(() for _ in marks))

    def close(self) -> None:
        self.holds = []


@pytest.fixture
def models() -> FewModels:
    return FewModels({"aaa": Compass({"automobile": "car"})})


@pytest.fixture
def drawer() -> Drawer:
    return Drawer()


@pytest.fixture
def library(indexed: Vault, models: FewModels, drawer: Drawer, clock: Callable[[], float]) -> Iterator[Library]:
    made = Library(indexed, clock, ScriptedReader, drawer, models)  # type: ignore[arg-type]  # stand-ins
    yield made
    made.close()


def found(library: Library, query: str) -> list[str]:
    return [hit.title for hit in library.find(query)]


def means(library: Library, word: str) -> bool:
    """Return whether the vectors that serve find the only document to be about this word."""
    hits = library.find(word)
    return bool(hits) and (hits[0].nearness or 0.0) > 0.4


def test_without_any_embedder_words_alone_are_searched_and_it_says_so(library: Library, models: FewModels) -> None:
    models.installed.clear()
    shelve(library.vault, {"Travel": ["The automobile."]})
    assert library.embedder() is None
    assert library.embed_all(lambda _: None)
    assert library.embedding_progress() is None
    assert found(library, "car") == []
    assert found(library, "automobile") == ["Travel"]
    assert library.offered_embedder() is None


def test_a_reranker_that_is_held_back_keeps_no_vectors_from_being_made(library: Library, models: FewModels) -> None:
    models.held_back["reranker"] = refusal = LicenceNotAgreed("It is under a licence.", model="ranks")
    troubles: queue.SimpleQueue[UserError | None] = queue.SimpleQueue()
    library.listen(lambda _progress: None, lambda _progress: None, troubles.put)
    shelve(library.vault, {"Travel": ["The automobile."]})
    library.keeping_up.start()
    assert troubles.get(timeout=PATIENCE_S) is refusal
    assert library.not_ranking is refusal
    assert library.embedding_progress() == (1, 1)
    assert means(library, "car")
    models.held_back.clear()
    library.keeping_up.wake()
    assert troubles.get(timeout=PATIENCE_S) is None
    assert library.not_ranking is None


def test_an_embedder_whose_file_was_touched_since_is_looked_at_anew_for_the_search_that_needs_it(
    library: Library, models: FewModels
) -> None:
    """Its process has died, and what it was loaded with is no more what was checked."""
    touched = ModelFileError("The model file changed after it was checked.")

    def refuse() -> None:
        raise touched

    shelve(library.vault, {"Travel": ["The automobile."]})
    library.embed_all(lambda _: None)
    models.installed["aaa"].at_call = refuse
    models.installed["aaa"] = Compass(models.installed["aaa"].same)  # what is loaded from now on
    assert means(library, "car")
    models.installed["aaa"].at_call = refuse
    with pytest.raises(ModelFileError):
        library.find("car")


def test_an_embedder_that_is_held_back_leaves_the_words(library: Library, models: FewModels) -> None:
    models.held_back["aaa"] = LicenceNotAgreed("It is under a licence.", model="aaa")
    shelve(library.vault, {"Travel": ["The automobile."]})
    with pytest.raises(LicenceNotAgreed):
        library.embed_all(lambda _: None)
    assert found(library, "automobile") == ["Travel"]
    models.held_back.clear()
    assert library.embed_all(lambda _: None)
    assert means(library, "car")


def test_another_embedder_is_offered_and_takes_its_place_when_the_person_says_so(
    library: Library, models: FewModels
) -> None:
    shelve(library.vault, {"Travel": ["The automobile."]})
    assert library.offered_embedder() is None, "there is nothing to be made anew yet"
    assert library.embed_all(lambda _: None)
    assert library.offered_embedder() is None, "it is the only one"
    models.installed["bbb"] = Compass({"automobile": "cart"}, salt="b")
    offered = library.offered_embedder()
    assert offered is not None
    assert (offered.sha256, offered.name) == ("bbb", "Bbb")
    assert library.embed_all(lambda _: None)
    assert means(library, "car"), "nothing changes before the person says so"
    library.re_embed("bbb")
    assert library.offered_embedder() is None
    assert means(library, "car"), "the old vectors serve until the new ones are whole"
    assert library.embed_all(lambda _: None)
    assert models.kept == ["bbb"]
    assert not means(library, "car")
    assert means(library, "cart")
    assert library.offered_embedder() is None, "the one that was replaced is not wanted back"
    other = library.replacement(unasked=True)
    assert other is not None
    assert (other.sha256, other.name, other.made_by, other.begun) == ("aaa", "Aaa", "Bbb", False)


def test_an_embedder_that_was_declined_is_not_offered_again_but_can_be_asked_for(
    library: Library, models: FewModels
) -> None:
    shelve(library.vault, {"Travel": ["The automobile."]})
    assert library.embed_all(lambda _: None)
    models.installed["bbb"] = Compass({"automobile": "cart"}, salt="b")
    library.keep_embedder()
    assert library.replacement() is None
    models.installed["ccc"] = Compass(salt="c")
    offered = library.offered_embedder()
    assert offered is not None
    assert offered.sha256 == "ccc", "another than the declined one"
    library.re_embed("bbb")
    library.re_embed("ccc")
    begun = library.replacement()
    assert begun is not None
    assert (begun.sha256, begun.begun, begun.done, begun.total) == ("ccc", True, 0, 1), "the last word counts"
    library.stop_re_embedding()
    offered = library.offered_embedder()
    assert offered is not None, "what was stopped may be begun again"
    library.re_embed("bbb")
    assert library.embed_all(lambda _: None)
    assert means(library, "cart")


def test_where_the_serving_embedder_is_gone_nobody_is_asked(library: Library, models: FewModels) -> None:
    shelve(library.vault, {"Travel": ["The automobile."]})
    assert library.embed_all(lambda _: None)
    models.installed = {"bbb": Compass(salt="b")}
    assert library.replacement() is None, "the other follows by itself"


def test_a_re_embedding_shows_how_far_it_is_and_can_be_given_up(library: Library, models: FewModels) -> None:
    shelve(library.vault, {"Travel": ["A page."] * 3})
    assert library.embed_all(lambda _: None)
    models.installed["bbb"] = Compass(salt="b")
    library.re_embed("bbb")
    library.embedder()
    assert library.embedding_progress() == (0, 3)
    library.keep_embedder()
    library.embedder()
    assert library.embedding_progress() == (3, 3)
    assert library.embed_all(lambda _: None)
    assert models.kept == ["aaa"]
    with pytest.raises(UserError, match="not installed"):
        library.re_embed("ccc")


def test_where_the_serving_embedder_is_gone_another_follows_by_itself(library: Library, models: FewModels) -> None:
    shelve(library.vault, {"Travel": ["The automobile."]})
    assert library.embed_all(lambda _: None)
    models.installed = {"bbb": Compass({"automobile": "cart"}, salt="b")}
    library.embedder()
    assert found(library, "car") == []
    assert found(library, "automobile") == ["Travel"]
    assert library.embed_all(lambda _: None)
    assert means(library, "cart")


def test_a_reranker_orders_what_is_found_where_one_is_installed(library: Library, models: FewModels) -> None:
    shelve(library.vault, {"short": ["Wells."], "long": ["Wells, and a great deal about other things as well."]})
    library.embedder()
    assert found(library, "wells")[0] == "short"
    models.ranks = lambda _query, texts: [float(len(text)) for text in texts]
    library.embedder()
    assert found(library, "wells")[0] == "long"


def test_a_removed_document_is_nowhere_any_more(
    library: Library, models: FewModels, drawer: Drawer, files: Path, tmp_path: Path
) -> None:
    """Not in the store's pages, nor in what search and the drawer hold in memory."""
    write_script(files / "wombatfile.pdf", pages=3, salt="zyxwombat")
    write_script(files / "other.pdf", pages=3, salt="stays")
    library.ingest.start()
    library.ingest.add([files])
    assert library.ingest.wait(20)
    assert library.embed_all(lambda _: None)
    gone = next(one for one in library.documents() if one.name == "wombatfile.pdf")
    assert library.find("zyxwombat")[0].document == "wombatfile.pdf"
    library.pictures.picture(gone.id, 1, 10)
    assert drawer.holds == ["wombatfile.pdf"]
    path, key = tmp_path / "indexed" / "paddock.db", library.vault._key
    vector = rows(
        library.vault,
        "SELECT quantised FROM vector WHERE passage_id = (SELECT min(id) FROM passage WHERE document_id = ?)",
        [gone.id],
    )[0][0]
    assert library.vault.empty_log()
    before = plain_pages(path, key)
    assert b"zyxwombat" in before
    assert vector in before
    assert library.store.remove_documents([gone.id]) == 1
    after = plain_pages(path, key)
    assert b"stays" in after
    for trace in (b"zyxwombat", b"yxwomb", b"wombatfile", vector, vector[4:20]):
        assert trace not in after
    assert drawer.holds == []
    index = library._search._vectors
    assert index is not None
    assert gone.id not in index._documents[0]
    assert np.count_nonzero(index._bits[0].any(axis=0)) == 3
    assert library._search._frequencies._counts == {}
    assert {hit.document for hit in library.find("zyxwombat filler")} == {"other.pdf"}


def test_of_several_one_that_may_run_is_taken_by_itself(tmp_path: Path) -> None:
    folder = tmp_path / "models"
    folder.mkdir()
    for name, pooling in (("a-embeds", 1), ("b-embeds", 1), ("a-ranks", 4), ("b-ranks", 4)):
        metadata = [("general.name", "string", name) if key == "general.name" else (key, *rest) for key, *rest in LLAMA]
        data = build((*metadata, ("llama.pooling_type", "u32", pooling))).data
        (folder / f"{name}.gguf").write_bytes(data)
    installed = InstalledModels(folder, tmp_path / "links.json", tmp_path / "hashes.json")
    refused, preferred = {"a-embeds", "a-ranks"}, list[str]()

    def permit(model: InstalledModel) -> None:
        if model.name in refused:
            raise LicenceNotAgreed(f"{model.name} is under a licence.", model=model.name)

    models = InstalledSearchModels(installed, worker_command("engine"), permit, lambda: preferred)
    assert list(models.embedders().values()) == ["b embeds", "a embeds"]
    refused |= {"b-embeds", "b-ranks"}
    assert list(models.embedders().values()) == ["a embeds", "b embeds"], "held back alike"
    with pytest.raises(LicenceNotAgreed, match="a-ranks"):
        models.reranker()
    with pytest.raises(LicenceNotAgreed, match="b-embeds"):
        models.load(installed.sha256(installed.resolve("b-embeds"))[0])
    preferred.append("b-ranks")
    refused -= {"a-ranks", "a-embeds"}
    with pytest.raises(LicenceNotAgreed, match="b-ranks"):
        models.reranker()


# ---------------------------------------------------------------- real models


@pytest.mark.slow
def test_installed_models_are_found_by_what_they_are_for(
    tmp_path: Path,
    tiny_embedder: Path,  # noqa: F811 - a fixture
    tiny_reranker: Path,  # noqa: F811 - a fixture
) -> None:
    installed = InstalledModels(tmp_path / "models", tmp_path / "links.json", tmp_path / "hashes.json")
    models = InstalledSearchModels(installed, worker_command("engine"))
    assert models.embedders() == {}
    assert models.reranker() is None
    assert models.load("0" * 64) is None
    embedder, reranker = installed.import_copy(tiny_embedder), installed.import_copy(tiny_reranker)
    sha256 = installed.sha256(embedder)[0]
    assert models.embedders() == {sha256: embedder.title}
    try:
        made = models.load(sha256)
        assert made is not None
        assert (made.identity.sha256, made.identity.name, made.identity.dimensions) == (sha256, embedder.title, 32)
        assert len(made.engine.embed(["wells were dry"], "passage").vectors[0]) == 32 * 4
        rank = models.reranker()
        assert rank is not None
        texts = ["the wells were dry", "in spring", "the report is found"]
        scores = rank("wells?", texts)
        assert len({round(score, 4) for score in scores}) == 3
        models.keep([])
        assert [client.loaded is None for client in models._clients.values()] == [False], "the reranker stays"
        installed.remove(reranker.name)
        assert models.reranker() is None
    finally:
        models.close()


@pytest.mark.slow
def test_a_real_reranker_orders_the_hits(
    tmp_path: Path,
    indexed: Vault,
    tiny_reranker: Path,  # noqa: F811 - a fixture
    clock: Callable[[], float],
) -> None:
    installed = InstalledModels(tmp_path / "models", tmp_path / "links.json", tmp_path / "hashes.json")
    installed.import_copy(tiny_reranker)
    models = InstalledSearchModels(installed, worker_command("engine"))
    library = Library(indexed, clock, ScriptedReader, Drawer(), models)  # type: ignore[arg-type]  # stand-ins
    try:
        shelve(indexed, {"Report": ["The wells were dry.", "The wells, in spring.", "The report is found in wells."]})
        assert library.embedder() is None, "a reranker is no embedder"
        hits = library.find("wells?")
        rank = models.reranker()
        assert rank is not None
        scores = rank("wells?", [f"Report\n{hit.text}" for hit in hits])
        assert scores == sorted(scores, reverse=True)
        assert [hit.score for hit in hits] == pytest.approx(scores, abs=0.01)
    finally:
        library.close()
        models.close()
