"""Reads what a person typed: words to look for, phrases in quotes that must be there, and pages called by number."""

from __future__ import annotations

import re
from dataclasses import dataclass

from paddock.library.terms import terms_of

_MOST_CHARACTERS = 4000
_MOST_TERMS = 64
_MOST_PHRASES = 8
_FEWEST_WORDS_LEFT = 3

_QUOTED = re.compile('"([^"]+)"|“([^”]+)”|„([^“”]+)[“”]|«([^»]+)»|»([^«]+)«|「([^」]+)」|『([^』]+)』')

# Sentences, or ends of one, that tell the model how to answer. Their words stand in no document, or in the wrong ones.
_INSTRUCTION = re.compile(
    r"(?:^|(?<=[.?!:;\s]))(?:please\s+|and\s+)?(?:"
    r"(?:answer|reply|respond)\s+(?:in|with|as|using|yes|only|briefly|the question)\b"
    r"|round\s+(?:your|the|it|to|off)\b|express\s+(?:your|the)\s+(?:answer|result)\b"
    r"|(?:save|format|give|write|return|list|present|provide|state)\s+(?:me\s+)?(?:your|the|an?)\s+(?:final\s+)?"
    r"(?:answers?|results?|response|reply|integer|number only)\b"
    r"|(?:your|the)\s+(?:answer|response|result)\s+(?:needs?|should|must|has\s+to|is\s+to)\b"
    r"|write\s+(?:it|them)\s+down\b"
    r"|antworte\b|(?:bitte\s+)?runde\b|responde\s+(?:en|con|sólo|solo)\b|redondea\b|réponds?\s+(?:en|par|avec)\b"
    r"|ответь(?:те)?\b|округли(?:те)?\b"
    r")[^.?!]*(?:[.?!]|$)",
    re.IGNORECASE,
)

_PAGE = re.compile(
    r"\b(?:pages?|p\.|pp\.|slides?|sheets?|seiten?|folien?|s\.|páginas?|pág\.|diapositivas?|página|pagina|страниц[аеуы]|стр\.|слайд[е]?)"
    r"\s*(?:#|no\.?\s*|nr\.?\s*)?\(?(\d{1,5})\b|第\s*(\d{1,5})\s*[页頁]|الصفحة\s*(\d{1,5})|पृष्ठ\s*(\d{1,5})",
    re.IGNORECASE,
)
_COVER = re.compile(
    r"\b(?:cover|title|first|front)[\s-]+(?:page|slide|sheet)\b|\b(?:titelseite|deckblatt|erste[nr]?\s+seite|portada|primera\s+página"
    r"|титульн\w+\s+(?:лист|страниц)\w*|перв\w+\s+страниц\w*)|封面|首页|第一页",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Query:
    """A question as search reads it: `text` for the embedder, `terms` for the index, `phrases` that must stand there.

    `pages` are page numbers the question names; a title or cover page is page 1.
    """

    text: str
    terms: tuple[str, ...]
    phrases: tuple[str, ...]
    pages: tuple[int, ...]


def read_query(query: str) -> Query:
    """Return the query as search reads it. No character but quotes is special; only the first 4,000 count."""
    query = query[:_MOST_CHARACTERS]
    phrases = []
    for quoted in _QUOTED.finditer(query):
        phrase = next(part for part in quoted.groups() if part is not None).strip()
        if terms_of(phrase):
            phrases.append(phrase)
    text = without_instructions(query)
    pages = [int(next(part for part in named.groups() if part)) for named in _PAGE.finditer(text)]
    if _COVER.search(text):
        pages.append(1)
    return Query(
        text=re.sub(r"\s+", " ", _QUOTED.sub(lambda quoted: f" {quoted[0][1:-1]} ", text)).strip(),
        terms=tuple(terms_of(text)[:_MOST_TERMS]),
        phrases=tuple(dict.fromkeys(phrases))[:_MOST_PHRASES],
        pages=tuple(dict.fromkeys(pages)),
    )


def without_instructions(query: str) -> str:
    """Return the question without "Round your answer to …", "Answer in …" and the like, unless little else is left."""
    rest = _INSTRUCTION.sub(" ", query)
    return rest if len(rest.split()) >= _FEWEST_WORDS_LEFT else query
