"""Which sentence of an answer rests on which passage, which on none, and where quoted words stand."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paddock.library.citations import Judge
from paddock.library.quotes import find_quote, quoted_parts
from paddock.library.sentences import sentences
from paddock.library.words import number_value, words_of

WELLS = (
    "The office inspected twelve wells in the valley. Nitrate was above the limit in four of them. "
    "Two wells were dry and are to be sampled again in spring."
)
DAM = (
    "The dam was completed in 1964 and raised by 3.5 metres in 1987. Its spillway holds 1,250 cubic metres a second. "
    "An inspection found cracks in the left abutment."
)
BUDGET = "Der Haushalt des Amtes betrug 2,4 Millionen Euro. Davon entfielen 18 % auf Messgeräte."
PASSAGES = [WELLS, DAM, BUDGET]


def texts(answer: str) -> list[str]:
    return [answer[start:end] for start, end in sentences(answer)]


def test_a_figure_alone_is_looked_up_where_the_question_speaks() -> None:
    tablets = "Age | Tablet\n\n65-69 | 23%\n\n70-74 | 18%"
    online = "Internet use keeps growing among seniors. Broadband is less common. It stood at 23% in the last survey."
    (judged,) = Judge([tablets, WELLS, online], "What share of seniors has broadband internet?").judge("23%")
    assert judged.verdict == "supported"
    (place,) = judged.citations
    assert "It stood at 23%" in online[place.start : place.end]
    assert place.passage == 2


def test_each_sentence_is_tied_to_the_passage_and_the_place_that_says_it() -> None:
    answer = "Nitrate exceeded the limit in four wells. The dam was raised by 3.5 metres in 1987."
    first, second = Judge(PASSAGES).judge(answer)
    assert (first.verdict, second.verdict) == ("supported", "supported")
    assert first.citations[0].passage == 0
    place = first.citations[0]
    assert "Nitrate was above the limit in four of them" in WELLS[place.start : place.end]
    place = second.citations[0]
    assert place.passage == 1
    assert DAM[place.start : place.end] == "The dam was completed in 1964 and raised by 3.5 metres in 1987."


def test_one_sentence_is_preferred_to_two_that_say_hardly_more() -> None:
    valley = (
        "The valley is wide. A river runs through the valley. The office of the valley inspected pumps. "
        "Nitrate exceeded the strict legal limit for drinking water in four. The valley has two villages."
    )
    (judged,) = Judge([valley]).judge(
        "Nitrate exceeded the strict legal limit for drinking water in four, in the valley."
    )
    (place,) = judged.citations
    said = valley[place.start : place.end].strip()
    assert said == "Nitrate exceeded the strict legal limit for drinking water in four."


@pytest.mark.parametrize(
    "invented",
    [
        "The dam was raised by 3.5 metres in 1978.",  # a year that stands nowhere
        "Nitrate was above the limit in nine of them.",
        "The minister resigned over the poisoned reservoir near the border.",
        "Der Haushalt des Amtes betrug 7,9 Millionen Euro.",
    ],
)
def test_what_no_passage_says_is_found_out(invented: str) -> None:
    assert [one.verdict for one in Judge(PASSAGES).judge(invented)] == ["unsupported"]


def test_repeating_the_question_proves_nothing() -> None:
    question = "How many wells were inspected by the office in the valley?"
    judge = Judge(PASSAGES, question)
    assert judge.judge("The office inspected twelve wells in the valley.")[0].verdict == "supported"
    assert judge.judge("The office inspected thirty wells in the valley.")[0].verdict == "unsupported"


def test_words_about_the_sources_do_not_count_against_a_sentence() -> None:
    answer = "Based on the information provided in the passages, two wells were dry."
    assert Judge(PASSAGES).judge(answer)[0].verdict == "supported"


def test_numbers_are_the_same_however_they_are_written() -> None:
    assert Judge(PASSAGES).judge("The spillway holds 1250 cubic metres a second.")[0].verdict == "supported"
    assert Judge(PASSAGES).judge("The office inspected 12 wells in the valley.")[0].verdict == "supported"


@pytest.mark.parametrize("nothing", ["Is that so?", "Here is a summary:", "Yes.", "Thank you!"])
def test_what_claims_nothing_is_not_judged(nothing: str) -> None:
    assert [one.verdict for one in Judge(PASSAGES).judge(nothing)] == ["no claim"]


@pytest.mark.parametrize(
    "sentence",
    [
        "The passage does not say.",
        "The documents do not contain information about the depth of the wells.",
        "There is no information about the depth of the wells in the documents.",
        "Die Dokumente enthalten keine Angaben dazu.",
        "Das Dokument sagt dazu nichts.",
        "Le document ne le dit pas.",
        "文档中没有提到。",
    ],
)
def test_to_say_that_the_documents_do_not_say_is_no_claim(sentence: str) -> None:
    judge = Judge(["The office inspected twelve wells."], "How great is the depth of the wells?")
    assert [judged.verdict for judged in judge.judge(sentence)] == ["no claim"]


def test_to_say_what_was_not_done_is_a_claim() -> None:
    judge = Judge(["The office inspected twelve wells."], "How great is the depth of the wells?")
    denials = ("The office did not inspect the wells.", "The document does not permit new wells near the river.")
    assert [judge.judge(denial)[0].verdict == "no claim" for denial in denials] == [False, False]


def test_a_quotation_is_found_to_the_letter_and_a_made_up_one_is_not() -> None:
    judged = Judge(PASSAGES).judge("The report says “cracks in the left abutment” were found.")
    assert judged[0].citations[0].quoted
    place = judged[0].citations[0]
    assert DAM[place.start : place.end] == "cracks in the left abutment"
    false = Judge(PASSAGES).judge("The report says “imminent collapse of the whole structure” was near.")
    assert false[0].verdict == "unsupported"


def test_the_passage_a_model_names_wins_among_equals() -> None:
    twice = [WELLS, WELLS]
    assert Judge(twice).judge("Nitrate was above the limit in four of them [2].")[0].citations[0].passage == 1


@pytest.mark.parametrize("unit", ["A. ", "1. ", "... ", "“a ", "e.g. "])
def test_a_reply_that_goes_round_in_circles_is_judged_in_no_time(unit: str) -> None:
    text = unit * (60_000 // len(unit)) + "x"
    began = time.process_time()
    Judge(["The wells are dry."], "Which wells?").judge(text)
    assert time.process_time() - began < 3


def test_no_passages_support_nothing() -> None:
    assert Judge([]).judge("The office inspected twelve wells.")[0].verdict == "unsupported"


@pytest.mark.parametrize(
    ("quote", "text"),
    [
        ("the left abutment", "cracks in the left\nabutment were"),
        ("the left abutment", "cracks in the left abut-\nment were"),
        ("“the limit’s end”", '… said "the limit\'s end" twice'),
        ("Nitrate … in four", "Nitrate was above the limit in four of them"),
        ("Grenzwert überschritten", "der **Grenzwert** überschritten wurde"),
        ("limit in four", "LIMIT  IN\u00a0FOUR"),
    ],
)
def test_a_quotation_is_found_through_line_ends_hyphens_and_marks(quote: str, text: str) -> None:
    place = find_quote(quote.strip("“”"), text)
    assert place is not None
    assert words_of(text[place[0] : place[1]].replace("-\n", ""))[0] == words_of(quote)[0]


def test_a_quotation_that_is_not_there_is_not_found() -> None:
    assert find_quote("the right abutment", DAM) is None
    assert find_quote("the", "the") is None
    assert quoted_parts('He said "no" and «left the building at once».') == ["left the building at once"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Dr. Smith came, e.g. by car. He left.", ["Dr. Smith came, e.g. by car.", "He left."]),
        ('He said: "No." Then he left.', ['He said: "No."', "Then he left."]),
        ("Am 3. Mai regnete es. Danach nicht.", ["Am 3. Mai regnete es.", "Danach nicht."]),
        ("- One. Two.\n- Three", ["One.", "Two.", "Three"]),
        ("| a | b |\n| 1 | 2 |", ["| a | b |", "| 1 | 2 |"]),
        ("今天下雨。明天晴！", ["今天下雨。", "明天晴！"]),
        ("It was built in\n1950. It fell.", ["It was built in\n1950.", "It fell."]),
        ("", []),
    ],
)
def test_sentences_end_where_a_reader_ends_them(text: str, expected: list[str]) -> None:
    assert texts(text) == expected


@pytest.mark.parametrize(
    ("written", "value"),
    [("1,234.50", "1234.5"), ("1.234,50", "1234.5"), ("2 000", "2000"), ("0.50", "0.5"), ("007", "7"), ("3,5", "3.5")],
)
def test_a_number_is_its_value(written: str, value: str) -> None:
    assert number_value(written) == value


def test_words_keep_what_a_script_needs() -> None:
    assert words_of("inspected inspections Wells") == ["inspec", "inspec", "well"]
    assert words_of("今天下雨") == ["今天", "天下", "下雨"]
    assert len(words_of("हिन्दी में")) == 2


# What a model without sense writes: marks without letters, numbers of other scripts, citations of nothing.
RUBBISH = st.text(
    st.sampled_from("a\u0300\u05b0\u094d\u0661९०๑ſİŉ#[]0123.,'’|: \n\u200b\ufeff中") | st.characters(), max_size=60
)


@given(RUBBISH, RUBBISH)
def test_whatever_a_model_writes_is_judged(answer: str, passage: str) -> None:
    assert all(words_of(answer)), "a word is never empty"
    for judged in Judge([passage, answer], passage).judge(answer):
        assert 0 <= judged.start < judged.end <= len(answer)
