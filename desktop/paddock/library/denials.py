"""Sentences that only tell that the documents do not say: no claim, for nothing in them could support it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from paddock.library.words import words_of

if TYPE_CHECKING:
    from collections.abc import Sequence

# Words with which an answer speaks of its sources; they stand in no source.
SPEAKS_OF_SOURCES: Final = frozenset(
    words_of(
        "according based information provided passage document text mentioned mentions states stated says said "
        "described question answer given context source laut gemäß dokument abschnitt angaben basierend informationen "
        "frage genannt selon d'après informations según documento pasaje información basado secondo documenti brano "
        "passages documents texts sources dokumente abschnitte quellen documentos pasajes testo texte fonti "
        "根据 文档 文件 段落 提供 信息 文中 提到 согласно документ документы документах отрывок"
    )
)
# With these and a word about the sources, a sentence that adds nothing to the question says that they do not say.
_NEGATIONS: Final = frozenset(
    words_of(
        "no not none nothing never cannot can't doesn't don't isn't nicht nichts kein keine keinen keinerlei weder "
        "ne pas aucun aucune rien no ninguna ninguno nada non nessuna nessun не нет ничего"
    )
)
ADDS_NOTHING: Final = frozenset(
    words_of(
        "the a an this that these those it there here any in on of to for by with about from regarding is are was do "
        "does did be have has and or contain contains include includes give gives provide provides specify specifies "
        "mention mentions find found available explicit explicitly directly answer so i der die das den dem des ein "
        "eine es hier dazu zu in im über von für und oder ist sind wird werden enthält enthalten steht nennt sagt "
        "sagen machen macht darüber le la les l' un une des de du sur dans en ce cette ces est sont dit disent "
        "contient contiennent el los las de del en sobre esto se dice dicen contiene contienen il lo gli di dei su nel "
        "questo è в на о об этом этой есть говорится содержит содержится"
    )
)
# The same in Chinese, whose pairs of characters straddle such words.
_SAYS_NOTHING_ZH: Final = re.compile(
    r"\s*(?:文档|文件|段落|资料|文中)\S{0,6}(?:没有|未|不)(?:提到|提及|说明|包含|提供)\S{0,16}\s*"
)


def says_that_nothing_is_said(text: str, words: Sequence[str], asked: frozenset[str]) -> bool:
    """Return whether a sentence, of these words, tells only that the sources do not answer what was asked."""
    if _SAYS_NOTHING_ZH.fullmatch(text):
        return True
    held = set(words)
    adds = held - asked - ADDS_NOTHING - _NEGATIONS - SPEAKS_OF_SOURCES
    return not adds and not held.isdisjoint(_NEGATIONS) and not held.isdisjoint(SPEAKS_OF_SOURCES)
