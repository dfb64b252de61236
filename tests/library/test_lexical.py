"""Search by words: forms of a word, scripts without spaces, phrases, common words dropped, documents as wholes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from paddock.library import lexical
from paddock.library.lexical import Frequencies, document_scores, document_weights, find_words
from paddock.library.postings import PassageTable
from paddock.library.queries import read_query
from paddock.library.terms import all_terms, exact_key, phrase_test, terms_of
from tests.library.doubles import rows
from tests.library.shelved import shelve

if TYPE_CHECKING:
    from collections.abc import Sequence

    from paddock.vault.vault import Vault


def found(vault: Vault, query: str, documents: Sequence[int] | None = None, *, exact: bool = True) -> list[int]:
    """Return the documents of the passages found, best first."""
    with vault.read() as connection:
        hits = find_words(
            connection, read_query(query), Frequencies(), PassageTable(), 50, documents, exact=exact
        ).passages
        table: Any = connection.execute("SELECT id, document_id FROM passage")
        owners: dict[int, int] = dict(table)
    return [owners[number] for number, _ in hits]


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("The inspectors measured the wells.", "inspector well measurements"),
        ("Die Überschreitungen der Grenzwerte", "uberschreitung GRENZWERT"),
        ("проверили двенадцать колодцев", "колодцы проверил"),
        ("Прошёл ещё год", "прошел еще"),
        ("فحص المكتبُ الآبارَ", "مكتب والآبار"),
        ("कुओं की जाँच की गई", "जाँच"),
        ("今年检查了十二口井", "检查"),
        ("井戸を検査しました", "検査"),
        ("우물을 검사했습니다", "우물"),
        ("ตรวจสอบบ่อน้ำสิบสองแห่ง", "บ่อน้ำ"),
        ("a soft\u00adhy\u200bphen ﬁne", "softhyphen fine"),
    ],
)
def test_a_question_and_a_text_meet_in_any_script(indexed: Vault, text: str, question: str) -> None:
    shelve(indexed, {"other": ["Nothing of that kind. 别的东西。"], "right": [text]})
    assert found(indexed, question) == [2]


def test_rare_words_weigh_more_than_common_ones(indexed: Vault) -> None:
    common = [f"The water of the river was clear in year {year}." for year in range(1900, 1930)]
    shelve(indexed, {"common": common, "rare": ["Strontium in the water."]})
    assert found(indexed, "strontium river")[0] == 2


def test_headings_and_titles_are_found_too_and_so_is_a_tables_header(indexed: Vault) -> None:
    shelve(indexed, {"Annual accounts": ["Nothing was spent."], "other": ["Nothing was left."]})
    assert found(indexed, "annual accounts") == [1]


def test_only_the_documents_meant_are_looked_through(indexed: Vault) -> None:
    shelve(indexed, {name: [f"Wells of {name}."] for name in ("one", "two", "three", "four")})
    assert sorted(found(indexed, "wells")) == [1, 2, 3, 4]
    assert sorted(found(indexed, "wells", [2, 4])) == [2, 4]
    assert found(indexed, "wells", [99]) == []


def test_a_quoted_phrase_must_be_there_unless_it_is_no_condition(indexed: Vault) -> None:
    shelve(indexed, {"apart": ["The left wall and the abutment."], "together": ["Cracks in the left abutment."]})
    assert found(indexed, '"left abutment" cracks wall') == [2]
    assert sorted(found(indexed, '"left abutment" cracks wall', exact=False)) == [1, 2]


@pytest.mark.parametrize("nothing", ["", "   ", "?!", '""', "* OR NOT", '"unclosed', "NEAR(", "a\0b", "'; --", "日"])
def test_no_question_breaks_the_index(indexed: Vault, nothing: str) -> None:
    shelve(indexed, {"one": ["Wells or dams, not near."]})
    found(indexed, nothing)
    assert found(indexed, f"wells {nothing}")


def test_in_a_large_library_the_common_words_are_dropped(indexed: Vault, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lexical, "MOST_RANKED", 20)
    shelve(indexed, {"many": [f"The report number {number} of the office." for number in range(60)]})
    shelve(indexed, {"few": ["The report of the wombat."]}, first=2)
    assert found(indexed, "report wombat") == [2], "sixty passages with “report” are not ranked"
    assert len(found(indexed, "the report office")) > 20, "where every word is common, they must stand together"
    assert found(indexed, "report nosuchword office")
    assert found(indexed, "nosuchword") == []
    assert found(indexed, '"report of the wombat"') == [2]


def frequency(vault: Vault, frequencies: Frequencies, term: str) -> tuple[int, int]:
    """Return in how many passages and documents a term stands, to the nearest."""
    with vault.read() as connection:
        passages, documents = frequencies.of(connection, term, PassageTable().known(connection))
    return round(passages), round(documents)


def test_words_are_counted_once_in_a_while(indexed: Vault) -> None:
    shelve(indexed, {"a": ["wells"] * 4, "b": ["wells"] * 3})
    frequencies = Frequencies()
    assert frequency(indexed, frequencies, "well") == (7, 2)
    shelve(indexed, {"c": ["wells"]}, first=3)
    assert frequency(indexed, frequencies, "well") == (7, 2), "a little growth changes little"
    shelve(indexed, {"d": ["wells"] * 9}, first=4)
    assert frequency(indexed, frequencies, "well") == (17, 4)
    assert frequency(indexed, frequencies, "wombat") == (0, 0)
    frequencies.forget()
    shelve(indexed, {"e": ["wells"]}, first=5)
    assert frequency(indexed, frequencies, "well") == (18, 5)


def test_how_common_a_very_common_word_is_is_reckoned_from_its_first_passages(
    indexed: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lexical, "MOST_RANKED", 19)
    shelve(indexed, {f"{at}": ["wells", "rain"] * 2 for at in range(30)})
    passages, documents = frequency(indexed, Frequencies(), "well")
    assert passages == pytest.approx(60, abs=3), "of 60"
    assert documents == pytest.approx(30, abs=2), "of 30"


def as_wholes(vault: Vault, numbers: Sequence[int], question: str = "wombats") -> tuple[Any, dict[int, float]]:
    """Return the weights of a question's words and the scores of documents as wholes."""
    query = read_query(question)
    with vault.read() as connection:
        worded = find_words(connection, query, Frequencies(), PassageTable(), 50)
        weights = document_weights(connection, query, Frequencies(), worded)
        return weights, document_scores(connection, weights, numbers, worded)


def test_the_document_that_speaks_of_it_throughout_is_preferred(
    indexed: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    about = [f"Wombats in year {year} were many." for year in range(12)]
    beside = [f"Budgets in year {year} were small." for year in range(11)]
    others = dict.fromkeys(["Rain", "Snow", "Hail", "Fog"], ["Little is said."] * 9)
    numbers = shelve(indexed, {"Wombats": about, "Budgets": [*beside, "A wombat was bought."], **others})
    _weights, scores = as_wholes(indexed, [*numbers.values()])
    assert scores[1] > scores[2] > scores[3] == 0.0
    assert scores[1] <= 1.0
    assert as_wholes(indexed, [1])[1] == {}
    both = as_wholes(indexed, [*numbers.values()], "wombats budgets")
    monkeypatch.setattr(lexical, "MOST_RANKED", 15)  # the passages with one of the two words are not ranked, then
    assert as_wholes(indexed, [*numbers.values()], "wombats budgets") == both


def test_short_documents_are_not_weighed_as_wholes(indexed: Vault) -> None:
    numbers = shelve(indexed, {"a": ["wombats"], "b": ["budgets"], "c": ["rain"], "d": ["snow"]})
    weights, scores = as_wholes(indexed, [*numbers.values()])
    assert weights
    assert scores == {}


def test_words_in_the_index_cannot_be_read_back(indexed: Vault) -> None:
    shelve(indexed, {"one": ["Wells were dry."]})
    assert rows(indexed, "SELECT context, body FROM passage_words") == [(None, None)]


def test_terms_are_what_forms_of_a_word_share() -> None:
    assert terms_of("Inspections, inspected; INSPECTOR") == ["inspec"]
    assert all_terms("wells well Wells") == ["well", "well", "well"]
    assert terms_of("glass gas") == ["glass", "gas"], "an s after an s, or after two letters, is no plural"
    assert terms_of("东京都") == ["东京", "京都"]


@pytest.mark.parametrize(
    ("phrase", "text", "holds"),
    [
        ("the limit's end", "At The  limit’s\nend.", True),
        ("well", "wells", False),
        ("12", "121", False),
        ("井口", "十二井口中", True),
        ("3–4", "from 3-4 metres", True),
        ("(a)", "see (A) there", True),
    ],
)
def test_exact_phrases_are_whole_words_in_any_typography(phrase: str, text: str, *, holds: bool) -> None:
    assert phrase_test(phrase)(text) is holds
    assert exact_key(exact_key(text)) == exact_key(text)
