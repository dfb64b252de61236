"""Guessing an old encoding by its letters: how common they are in the languages that used it."""

from __future__ import annotations

import codecs
from itertools import pairwise
from typing import Final

_COMMON: Final = "“”‘’„‚–—…€§°«»·©®™•£\u00a0¿¡"
_AFTER_LETTERS: Final = "’”“‘»…™©®\u00a0"
_CYRILLIC: Final = "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфёъіїєґ"
_WESTERN: Final = "éäöüßèàçñóíáúêôâîåøæãëïÉÄÖÜÅØÀÇìòùœÆÑÓÍÁÚõû"
_CENTRAL: Final = "őűáéíóúýčďěňřšťůžąćęłńśźżŁŚŻŽŠČŘÁÉöüäÖÜșțăâîşţđôľĺŕ"
# Letters by how common they are, the commonest first, for each encoding of one byte a character; on a tie the
# first encoding wins. Capitals are counted through their small letters in scripts of their own.
_ALPHABETS: Final = (
    ("cp1252", _WESTERN, True),
    ("cp1251", _CYRILLIC, False),
    ("koi8_r", _CYRILLIC, False),
    ("cp866", _CYRILLIC, False),
    ("iso8859_5", _CYRILLIC, False),
    ("cp1253", "αοιετσνηυρπκμλωςδγχθφάόίήέύώβξζψϊ", False),
    ("cp1255", "יולהאתרמבנשחדקעפכםסןגצזטךףץ", False),
    ("iso8859_8", "יולהאתרמבנשחדקעפכםסןגצזטךףץ", False),
    ("cp1256", "اليمونرتبةعدسفهكقحجأشصطخضىذئإزثغءظؤآ،", False),
    ("iso8859_6", "اليمونرتبةعدسفهكقحجأشصطخضىذئإزثغءظؤآ،", False),
    ("cp874", "านรอกเงมยลวดทสตะปบคหแจพชขใไโผซถศธษณฟญภฐฎฏฤฉูุีิั่้์็ำึื๊๋ๆ", False),
    ("cp1250", _CENTRAL, True),
    ("iso8859_2", _CENTRAL, True),
    ("cp1254", "ıüşğçöİŞĞÜÇÖ", True),
    ("cp1257", "ėšžųįąūčęāēīņļģķõäöüŠŽ", True),
    ("mac_roman", _WESTERN, True),
    ("cp850", _WESTERN, True),
)
_RARE: Final = frozenset({"mac_roman", "cp850"})
_ENOUGH: Final = 0.62
_SINGLE_BYTE_SAMPLE: Final = 6000
_ACCENTS_RUN: Final = 2  # accents stand alone or in twos

_ASCII: Final = range(0x80)
_HIGH: Final = range(0xA1, 0xFF)
_JIS_LEVEL_1: Final = range(0x88, 0x98)
_EUC_JP_LEVEL_1: Final = range(0xB0, 0xD0)
_KS_SYLLABLES: Final = range(0xB0, 0xC9)
_GB_LEVEL_1: Final = range(0xB0, 0xD8)
_BIG5_LOW: Final = range(0x40, 0x7F)
_BIG5_LEVEL_1: Final = range(0xA1, 0xC7)


def guess(sample: bytes) -> str:
    """Return the likeliest encoding of bytes that are not UTF-8. Honest only for texts of some length."""
    best, score = "", _ENOUGH
    pairs = _pairs(sample)
    for name, by_text in (("cp874", _thai), ("cp932", _shift_jis)):
        text = _strict(sample, name)
        if text is not None and (share := by_text(text)) > score:
            best, score = name, share
    for name, by_pairs in (("euc_jp", _euc_jp), ("cp949", _euc_kr), ("gb18030", _gb), ("big5hkscs", _big5)):
        if pairs and (share := by_pairs(pairs)) > score and _strict(sample, name) is not None:
            best, score = name, share
    return best or _single_byte(sample[:_SINGLE_BYTE_SAMPLE])


def _strict(sample: bytes, name: str) -> str | None:
    try:
        return codecs.getincrementaldecoder(name)().decode(sample)
    except UnicodeError:
        return None


def _pairs(sample: bytes) -> list[tuple[int, int]]:
    """Return the double bytes of an EUC or Big5 text."""
    pairs = []
    at = 0
    while at < len(sample) - 1:
        if sample[at] in _ASCII:
            at += 1
            continue
        pairs.append((sample[at], sample[at + 1]))
        at += 2
    return pairs


def _thai(text: str) -> float:
    """Return how well marks above and below stand on consonants: only in Thai do they, in every word."""
    marks = stand = 0
    for before, character in pairwise(text):
        if character in "\u0e31\u0e47" or "\u0e34" <= character <= "\u0e3a" or "\u0e48" <= character <= "\u0e4e":
            marks += 1
            stand += "\u0e01" <= before <= "\u0e2e" or "\u0e31" <= before <= "\u0e39"
    beyond = sum(character > "\x7f" for character in text)
    return 0.95 * stand / marks if marks > 0.1 * beyond and stand > 0.97 * marks else 0


def _shift_jis(text: str) -> float:
    """Return the share of kana, punctuation and everyday kanji (JIS level 1)."""
    beyond = [character for character in text if character > "\x7f"]
    half = sum("\uff61" <= character <= "\uff9f" for character in beyond)
    kana = sum("\u3000" <= character <= "\u30ff" or "\uff01" <= character <= "\uff5e" for character in beyond)
    kanji = [character.encode("cp932", errors="replace") for character in beyond if "\u4e00" <= character <= "\u9fff"]
    everyday = sum(encoded[0] in _JIS_LEVEL_1 for encoded in kanji)
    return (kana + everyday - half) / len(beyond) if beyond else 0


def _euc_jp(pairs: list[tuple[int, int]]) -> float:
    """Return the share of kana, punctuation and everyday kanji, where there are enough kana for Japanese."""
    kana = sum(lead in {0xA4, 0xA5} for lead, _ in pairs)
    if kana < 0.15 * len(pairs):
        return 0
    return (kana + sum(lead in {0xA1, 0xA3, 0xA4, 0xA5} or lead in _EUC_JP_LEVEL_1 for lead, _ in pairs)) / len(pairs)


def _euc_kr(pairs: list[tuple[int, int]]) -> float:
    """Return the share of the 2,350 syllables of KS X 1001, which Korean consists of, Chinese only in part."""
    syllables = sum(lead in _KS_SYLLABLES and trail in _HIGH for lead, trail in pairs)
    return 1.1 * syllables / len(pairs) if syllables > 0.85 * len(pairs) else 0


def _gb(pairs: list[tuple[int, int]]) -> float:
    """Return the share of everyday hanzi (GB 2312 level 1) and full-width punctuation."""
    usual = sum((lead in _GB_LEVEL_1 or lead in {0xA1, 0xA3}) and trail in _HIGH for lead, trail in pairs)
    return usual / len(pairs)


def _big5(pairs: list[tuple[int, int]]) -> float:
    """Return the share of everyday hanzi (level 1), where low second bytes tell Big5 from GB 2312."""
    low = sum(trail in _BIG5_LOW for _, trail in pairs)
    return sum(lead in _BIG5_LEVEL_1 for lead, _ in pairs) / len(pairs) if low > 0.15 * len(pairs) else 0


def _single_byte(sample: bytes) -> str:
    best, score = "cp1252", float("-inf")
    for name, alphabet, latin in _ALPHABETS:
        points = _points(sample.decode(name, errors="replace"), alphabet, latin=latin)
        if name in _RARE and points > 0:
            points *= 0.6
        if points > score + 1e-9:
            best, score = name, points
    return best


def _points(text: str, alphabet: str, *, latin: bool) -> float:
    """Return how well the characters beyond ASCII fit the alphabet, by frequency, and their neighbours."""
    worth = {
        letter: 1 - 0.6 * rank / len(alphabet) if latin else 1.2 * 0.9**rank - 0.3
        for rank, letter in enumerate(alphabet)
    }
    points = 0.0
    before, run = " ", 0
    for character, after in zip(text, text[1:] + " ", strict=True):
        if character > "\x7f":
            run += 1
            points += worth.get(character, 0) or _strange(character, before, after, {} if latin else worth)
            points -= character.isupper() and before.islower()
            points -= (
                latin and character.isalpha() and (run > _ACCENTS_RUN or not (before.isalpha() or after.isalpha()))
            )
        else:
            run = 0
        before = character
    return points


def _strange(character: str, before: str, after: str, small: dict[str, float]) -> float:
    """Return what a character is worth that is not one of the alphabet's small letters."""
    if character.lower() in small:
        return 0.7 * small[character.lower()]
    if character == "\ufffd" or not (character.isprintable() or character == "\u00a0"):
        return -2
    if character.isalpha():
        return -0.3
    within = before.isalpha() and after.isalpha()
    if character in _COMMON:
        return 0.8 if character == "’" or not (within or (character not in _AFTER_LETTERS and before.isalpha())) else -1
    return -1 if within and character not in "·\u00ad" else -0.3
