"""Vectors follow what is read: they give way, resume after a crash, and another embedder's grow beside the old ones."""

from __future__ import annotations

import threading
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

import pytest

from paddock.errors import EngineFailed
from paddock.library.embedders import drop_embedder, enrol, known_embedders, serve_if_whole
from paddock.library.embedding import Embedding, GiveWay, Progress
from paddock.library.index import Index
from paddock.library.keeping_up import KeepingUp
from paddock.library.removal import remove_document
from paddock.library.search import Search
from paddock.library.store import LibraryStore
from paddock.library.types import Changed
from tests.library.doubles import rows
from tests.library.shelved import Compass, loaded, shelve

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from paddock.library.embedders import LoadedEmbedder
    from paddock.vault.vault import Vault

PATIENCE_S = 20.0


def vectors_of(vault: Vault) -> list[int]:
    """Return the passages with a vector, by number."""
    return [passage for (passage,) in rows(vault, "SELECT passage_id FROM vector ORDER BY passage_id")]


def test_each_passage_is_embedded_once_under_its_title_and_headings(indexed: Vault) -> None:
    compass = Compass()
    shelve(indexed, {"Report": ["The wells were dry.", "The dams held."], "Letters": ["Dear all,"]})
    heard: list[Progress] = []
    assert Embedding(indexed, loaded(compass), GiveWay()).run(heard.append)
    given = sorted(text for kind, texts in compass.asked for text in texts if kind == "passage")
    assert given == ["Letters\nDear all,", "Report\nThe dams held.", "Report\nThe wells were dry."]
    assert vectors_of(indexed) == [1, 2, 3]
    assert (heard[-1].done, heard[-1].total, heard[-1].whole) == (3, 3, True)
    compass.asked.clear()
    assert Embedding(indexed, loaded(compass), GiveWay()).run()
    assert compass.asked == []


def test_texts_of_like_length_go_together_in_bounded_batches(indexed: Vault) -> None:
    compass = Compass()
    shelve(indexed, {"Report": ["word " * (10 if number % 2 else 250) for number in range(60)]})
    assert Embedding(indexed, loaded(compass), GiveWay()).run()
    batches = [texts for _, texts in compass.asked]
    assert all(sum(len(text) for text in texts) // 4 <= 4096 + 60 for texts in batches)
    ends = list(accumulate(len(texts) for texts in batches))
    first = ends.index(16) + 1  # until then it is not known how fast the embedder is
    assert all(sum(len(text) for text in texts) // 4 <= 512 + 60 for texts in batches[:first])
    for window in (batches[:first], batches[first:]):
        assert len(window[0]) > len(window[-1]), "short ones first, and more of them at once"
    assert ends[-1] == 60


def test_a_slow_embedder_is_given_little_at_once_and_what_it_made_is_kept_soon(indexed: Vault) -> None:
    """So that the model need not wait long for the cores, nor a crash cost minutes, nor the count stand still."""
    clock, compass = [0.0], Compass()

    def slowly() -> None:
        clock[0] += 0.005 * sum(len(text) for text in compass.asked[-1][1])  # 50 tokens a second

    compass.at_call = slowly
    shelve(indexed, {"Report": ["word " * 50] * 60})
    kept: list[tuple[int, float]] = []
    assert Embedding(indexed, loaded(compass), GiveWay(), lambda: clock[0]).run(
        lambda now: kept.append((now.done, clock[0]))
    )
    assert kept[-1][0] == 60
    assert all(after - before <= 16 for (_, before), (_, after) in pairwise(kept))
    assert max(sum(len(text) for text in texts) // 4 for _, texts in compass.asked) <= 512 + 60


def test_killed_in_the_middle_it_resumes_where_it_was(indexed: Vault) -> None:
    shelve(indexed, {"Report": ["A page."] * 200})
    compass = Compass()

    def die() -> None:
        if len(compass.asked) == 3:
            raise EngineFailed("The embedder stopped.")

    compass.at_call = die
    with pytest.raises(EngineFailed):
        Embedding(indexed, loaded(compass), GiveWay()).run()
    kept = vectors_of(indexed)
    assert kept == list(range(1, 81)), "a window of 16, and one of 64"
    again = Compass()
    assert Embedding(indexed, loaded(again), GiveWay()).run()
    assert sum(len(texts) for _, texts in again.asked) == 120
    assert vectors_of(indexed) == list(range(1, 201))


def test_what_is_removed_while_it_is_embedded_does_not_come_back(indexed: Vault) -> None:
    shelve(indexed, {"Stays": ["A page."], "Goes": ["Another page."]})
    compass = Compass()

    def remove() -> None:
        with indexed.write() as connection:
            remove_document(connection, Index(), 2)

    compass.at_call = remove
    assert Embedding(indexed, loaded(compass), GiveWay()).run()
    assert vectors_of(indexed) == [1]
    assert len(rows(indexed, "SELECT * FROM sign_block WHERE length(records) = 24")) == 1


def test_no_batch_begins_while_the_model_answers(indexed: Vault) -> None:
    shelve(indexed, {"Report": ["A page."] * 130})
    give_way, compass = GiveWay(), Compass()
    ended = threading.Event()

    def embed() -> None:
        assert Embedding(indexed, loaded(compass), give_way).run()
        ended.set()

    worker = threading.Thread(target=embed)
    with give_way.busy():
        assert give_way.held
        worker.start()
        assert not ended.wait(0.05)
        assert compass.asked == []
        with give_way.busy():  # two answers at once
            pass
        assert not ended.wait(0.05)
        assert compass.asked == []
    assert ended.wait(PATIENCE_S)
    worker.join()
    assert vectors_of(indexed) == list(range(1, 131))


def test_a_person_may_hold_it_back_and_closing_ends_it(indexed: Vault) -> None:
    shelve(indexed, {"Report": ["A page."] * 130})
    give_way, compass = GiveWay(), Compass()
    compass.at_call = give_way.pause
    result: list[bool] = []
    worker = threading.Thread(target=lambda: result.append(Embedding(indexed, loaded(compass), give_way).run()))
    worker.start()
    while not give_way.paused:  # until the first batch
        worker.join(0.01)
    compass.at_call = lambda: None
    give_way.resume()
    give_way.close()
    worker.join(PATIENCE_S)
    assert result in ([False], [True])
    assert not GiveWay().held


# ---------------------------------------------------------------- another embedder


def test_another_embedders_vectors_grow_beside_the_old_ones_until_they_are_whole(indexed: Vault) -> None:
    store = LibraryStore(indexed, lambda: 1.0, Index())
    zoo = store.create_collection("Zoo")
    numbers = shelve(indexed, {"Travel": ["The automobile."], **{f"t{n}": ["A page."] * 20 for n in range(10)}})
    store.put_into(zoo.id, list(numbers.values()))
    old, new = Compass({"automobile": "car"}), Compass({"automobile": "cart"}, salt="new")
    assert Embedding(indexed, loaded(old, "old"), GiveWay()).run()
    assert store.collection(zoo.id).embedder == "old"
    search = Search(indexed, loaded(old, "old"))

    looks: list[tuple[str, bool]] = []

    def look() -> None:
        looks.append((store.collection(zoo.id).embedder, search.find("car")[0].by_vectors))

    new.at_call = look
    assert Embedding(indexed, loaded(new, "new"), GiveWay()).run()
    assert len(looks) >= 4
    assert set(looks) == {("old", True)}, "searched by the old vectors all the while"
    assert store.collection(zoo.id).embedder == "new"
    assert [one.identity.key for one in known_embedders(indexed)] == ["new"]
    assert rows(indexed, "SELECT count(*) FROM vector") == [(201,)], "the old ones are gone"
    new.at_call = lambda: None
    assert Search(indexed, loaded(new, "new")).find("cart")[0].title == "Travel"


def test_the_first_serves_while_it_is_built_and_another_only_when_whole(indexed: Vault) -> None:
    shelve(indexed, {"Report": ["A page."]})
    first = enrol(indexed, loaded(Compass(), "first").identity)
    second = enrol(indexed, loaded(Compass(), "second").identity)
    assert enrol(indexed, loaded(Compass(), "first").identity) == first
    assert [(one.id, one.serving) for one in known_embedders(indexed)] == [(first, True), (second, False)]
    assert not serve_if_whole(indexed, second)
    assert not serve_if_whole(indexed, 99)
    assert known_embedders(indexed)[0].id == first


# ---------------------------------------------------------------- keeping up


@pytest.fixture
def compass() -> Compass:
    return Compass()


class Followed:
    """A library's store whose vectors follow; `wait` waits until some condition holds after a step of embedding."""

    def __init__(self, vault: Vault, load: Callable[[], list[LoadedEmbedder]]) -> None:
        self.vault = vault
        self._moved = threading.Condition()
        self.keeping_up = KeepingUp(vault, load, GiveWay(), self._on_progress)

    def announce(self) -> None:
        self.vault.announce(Changed("documents"))

    def wait(self, holds: Callable[[], bool]) -> None:
        with self._moved:
            assert self._moved.wait_for(holds, PATIENCE_S)

    def _on_progress(self, _progress: Progress) -> None:
        with self._moved:
            self._moved.notify_all()


@pytest.fixture
def followed(indexed: Vault, compass: Compass) -> Iterator[Followed]:
    made = Followed(indexed, lambda: [loaded(compass)])
    yield made
    made.keeping_up.close()


@pytest.mark.slow
def test_vectors_follow_whatever_is_read(indexed: Vault, followed: Followed) -> None:
    shelve(indexed, {"Left": ["From an earlier run."]})
    followed.keeping_up.start()
    followed.wait(lambda: vectors_of(indexed) == [1])
    shelve(indexed, {"New": ["Read just now."]}, first=2)
    followed.announce()
    followed.wait(lambda: vectors_of(indexed) == [1, 2])
    assert followed.keeping_up.trouble is None


class Closing(threading.Event):
    """Somebody closes it at the very moment at which it takes note of what is wanted."""

    def __init__(self, keeping_up: KeepingUp) -> None:
        super().__init__()
        self._keeping_up = keeping_up

    def clear(self) -> None:
        self._keeping_up._closed.set()
        self.set()
        super().clear()


@pytest.mark.slow
def test_it_ends_whenever_it_is_closed(followed: Followed) -> None:
    followed.keeping_up._wanted = Closing(followed.keeping_up)
    followed.keeping_up.start()
    thread = followed.keeping_up._thread
    assert thread is not None
    thread.join(PATIENCE_S)
    assert not thread.is_alive()


@pytest.mark.slow
def test_a_trouble_is_kept_until_an_attempt_succeeds(indexed: Vault, followed: Followed, compass: Compass) -> None:
    failed = threading.Event()

    def fail() -> None:
        failed.set()
        raise EngineFailed("The embedder stopped.")

    compass.at_call = fail
    shelve(indexed, {"Report": ["A page."]})
    followed.keeping_up.start()
    assert failed.wait(PATIENCE_S)
    followed.keeping_up.close()
    assert followed.keeping_up.trouble is not None
    compass.at_call = lambda: None
    again = Followed(indexed, lambda: [loaded(compass)])
    again.keeping_up.start()
    again.wait(lambda: vectors_of(indexed) == [1])
    again.keeping_up.close()
    assert again.keeping_up.trouble is None


def test_without_an_embedder_nothing_is_to_do(indexed: Vault) -> None:
    shelve(indexed, {"Report": ["A page."]})
    assert KeepingUp(indexed, list, GiveWay()).run()
    assert vectors_of(indexed) == []


def test_what_is_new_comes_before_a_re_embedding(indexed: Vault) -> None:
    shelve(indexed, {"Report": ["A page."] * 200})
    old, new = Compass(), Compass(salt="new")
    assert Embedding(indexed, loaded(old, "old"), GiveWay()).run()
    shelve(indexed, {"New": ["Read just now."]}, first=2)
    asked: list[str] = []
    old.at_call = lambda: asked.append("old")
    new.at_call = lambda: asked.append("new")
    keeping_up = KeepingUp(indexed, lambda: [loaded(old, "old"), loaded(new, "new")], GiveWay())
    assert keeping_up.run()
    assert asked == ["old", "new", "new", "new", "new"]
    assert [one.identity.key for one in known_embedders(indexed)] == ["new"]


def test_a_re_embedding_stops_where_it_is_told_and_goes_on_later(indexed: Vault) -> None:
    shelve(indexed, {"Report": ["A page."] * 200})
    compass = Compass()
    assert not Embedding(indexed, loaded(compass), GiveWay()).run(enough=lambda: len(compass.asked) == 2)
    assert vectors_of(indexed) == list(range(1, 81))
    assert Embedding(indexed, loaded(compass), GiveWay()).run()
    assert len(compass.asked) == 5


def test_a_re_embedding_given_up_in_the_middle_of_a_portion_just_ends(indexed: Vault) -> None:
    shelve(indexed, {"Report": ["A page."] * 3})
    assert Embedding(indexed, loaded(Compass(), "old"), GiveWay()).run()
    new = Compass(salt="new")

    def give_up() -> None:
        drop_embedder(indexed, known_embedders(indexed)[1].id)

    new.at_call = give_up
    assert not Embedding(indexed, loaded(new, "new"), GiveWay()).run()
    assert [one.identity.key for one in known_embedders(indexed)] == ["old"]
    assert vectors_of(indexed) == [1, 2, 3]
