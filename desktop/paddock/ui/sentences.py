"""What services say, in the person's language: the template of a sentence is found again in what was made of it.

Services know no Qt and speak English; their sentences also come over the wire and out of the store. The templates are
gathered from the source (`sentence_catalogue.py`), where a test sees to it that none is missing.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QCoreApplication, QLocale

from paddock.ui.shortcuts import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_PLACE: Final = re.compile(r"\{(\d)\}")
_NUMBER: Final = re.compile(r"(\d[\d,]*)(\.\d+)?( (?:TB|GB|MB|kB|bytes))?")
_FEW_LETTERS: Final = 4
_LONGEST: Final = 2000
_LONGEST_VALUE: Final = 300
_DEEPEST: Final = 3
_MOST_SENTENCES: Final = 12
_FULL_WIDTH: Final = ("。", "！", "？")

# What is told of the terminal is told of the window here.
_IN_THE_WINDOW: Final = {
    "Import one: paddock models import FILE.gguf.": QT_TRANSLATE_NOOP("Services", "Import a model file."),
    "Or remove it from the list: paddock models remove “{0}”.": QT_TRANSLATE_NOOP(
        "Services", "Or remove it on the page “Models”."
    ),
}


class _Template(NamedTuple):
    text: str
    letters: int
    start: str  # what stands before the first value, and after the last: most templates fall by these already
    end: str


def letters_of(template: str) -> int:
    """Return how many letters a template has beside what is put in; the more, the surer a match."""
    return sum(letter.isalpha() for letter in _PLACE.sub("", template))


def in_language(text: str) -> str:
    """Return what a service said in the person's language; what no service says comes back as it is."""
    whole = text.strip()
    if not 0 < len(whole) <= _LONGEST:
        return text
    pieces: list[tuple[str, str]] = []
    while whole:
        end, translated = _first(whole) if len(pieces) < _MOST_SENTENCES else (len(whole), "")
        pieces.append((whole[:end], translated))
        whole = whole[end:].strip()
    return together(known or said for said, known in pieces) if any(known for _, known in pieces) else text


def together(sentences: Iterable[str]) -> str:
    """Return sentences one after another; a full-width stop brings its own space."""
    told = ""
    for sentence in sentences:
        told += f" {sentence}" if told and sentence and not told.endswith(_FULL_WIDTH) else sentence
    return told


def _first(text: str) -> tuple[int, str]:
    """Return where the first sentence ends, and its translation, or nothing for one that is not known.

    The shortest is taken, lest a template swallows the sentences that follow; but words that are a template as they
    stand are taken whole.
    """
    ends = [match.start() + 1 for match in re.finditer(r"[.?!] ", text)][:_MOST_SENTENCES]
    ends.append(len(text))
    for end in reversed(ends):
        if text[:end] in _literals():
            return end, _told(text[:end], ())
    for end in ends:
        translated = _whole(text[:end], 0)
        if translated:
            return end, translated
    return ends[0], ""


def _whole(text: str, depth: int) -> str:
    """Return the translation of a text that is one sentence or fragment, nothing where it is none."""
    if text in _literals():
        return _told(text, ())
    by_letter = _by_first_letter()
    for template in by_letter.get(text[:1], by_letter[""]):
        if not (text.startswith(template.start) and text.endswith(template.end)):
            continue
        match = _pattern(template.text).fullmatch(text)
        if match is None:
            continue
        values = [_value(value, depth + 1) for value in match.groups()]
        if template.letters < _FEW_LETTERS and values == list(match.groups()):
            continue  # nothing but punctuation matched
        return _told(template.text, values)
    return ""


def _told(template: str, values: Sequence[str]) -> str:
    translated = QCoreApplication.translate("Services", _IN_THE_WINDOW.get(template, template))
    return _PLACE.sub(lambda place: values[int(place[1])], translated)


def _value(value: str, depth: int) -> str:
    """Return what is put into a sentence: a number as the language writes it, another sentence, or a name as it is."""
    number = _NUMBER.fullmatch(value)
    if number is not None and (number[3] or "," in number[1] or number[2]):
        decimals = len(number[2]) - 1 if number[2] else 0
        amount = float(number[1].replace(",", "") + (number[2] or ""))
        return QLocale().toString(amount, "f", decimals) + (number[3] or "")
    return (depth < _DEEPEST and " " in value and len(value) < _LONGEST_VALUE and _whole(value, depth)) or value


@cache
def _templates() -> tuple[_Template, ...]:
    """Return the templates into which something is put, the most telling first, so that no vaguer one is taken."""
    found = [
        _Template(text, letters_of(text), pieces[0], pieces[-1])
        for text in (*_all_texts(), "{0}.", "{0}: {1}.", "{0} ({1}).", "{0}: {1}")
        if len(pieces := _PLACE.split(text)) > 1
    ]
    return tuple(sorted(found, key=lambda template: (-template.letters, template.text)))


@cache
def _by_first_letter() -> dict[str, tuple[_Template, ...]]:
    """Return the templates, in their order, by what they can begin with; under nothing, those that begin anyhow."""
    letters = {one.start[:1] for one in _templates()}
    return {letter: tuple(one for one in _templates() if one.start[:1] in {"", letter}) for letter in letters}


@cache
def _literals() -> frozenset[str]:
    """Return the templates into which nothing is put."""
    return frozenset(text for text in _all_texts() if not _PLACE.search(text))


def _all_texts() -> tuple[str, ...]:
    from paddock.ui.sentence_catalogue import TEMPLATES  # noqa: PLC0415 - not before something is said

    return TEMPLATES


@cache
def _pattern(template: str) -> re.Pattern[str]:
    """Return what finds a template's values; made when it may be the one, for all at once would hold the window up."""
    seen: set[str] = set()
    pattern = ""
    for place, piece in enumerate(_PLACE.split(template)):
        if place % 2 == 0:
            pattern += re.escape(piece)
        elif piece not in seen:
            seen.add(piece)
            pattern += "(.*?)"
    return re.compile(pattern, re.DOTALL)
