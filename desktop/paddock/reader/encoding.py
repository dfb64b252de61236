"""Which encoding a stranger's text is in: byte order marks, UTF-8, UTF-16, what it declares, and a guess at last."""

from __future__ import annotations

import codecs
import io
import re
from encodings.aliases import aliases
from typing import TYPE_CHECKING, Final

from paddock.reader.letters import guess

if TYPE_CHECKING:
    from collections.abc import Iterator

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_WIDEST: Final = 4
_WIDE: Final = (("utf-32-le", _WIDEST), ("utf-32-be", _WIDEST), ("utf-16-le", 2), ("utf-16-be", 2))
_SAMPLE: Final = 32_768
_CHUNK: Final = 1 << 20
_NOT_WORD: Final = re.compile(r"[^a-z0-9]+")
# What text has no use for; the escape stays out of it, for ISO 2022 and coloured logs.
_CONTROL_BYTES: Final = bytes([*range(7), 14, 15, *range(16, 27), 28, 29, 30, 31, 127])
_CONTROLS_MOST: Final = 0.005

# Every encoding that a text may declare or that is guessed. Others (`unicode_escape`, `idna` …) are no texts' own.
ENCODINGS: Final = frozenset(
    """ascii utf_8 utf_8_sig utf_7 utf_16 utf_16_le utf_16_be utf_32 utf_32_le utf_32_be latin_1
    cp1250 cp1251 cp1252 cp1253 cp1254 cp1255 cp1256 cp1257 cp1258 cp874 cp437 cp850 cp852 cp866
    iso8859_2 iso8859_3 iso8859_4 iso8859_5 iso8859_6 iso8859_7 iso8859_8 iso8859_9 iso8859_10 iso8859_13
    iso8859_14 iso8859_15 iso8859_16 koi8_r koi8_u mac_roman mac_cyrillic mac_greek mac_latin2 mac_turkish
    cp932 shift_jis euc_jp iso2022_jp gb18030 gbk gb2312 hz big5 big5hkscs cp950 cp949 euc_kr iso2022_kr johab
    """.split()
)
# As the WHATWG's Encoding Standard reads labels: the wider encoding of the same family is what is meant.
_WIDER: Final = {
    "ascii": "cp1252",
    "latin_1": "cp1252",
    "iso8859_9": "cp1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "big5": "big5hkscs",
}
_LABELS: Final = {
    "iso_8859_8_i": "iso8859_8",
    "x_sjis": "cp932",
    "windows_31j": "cp932",
    "windows_874": "cp874",
    "tis_620": "cp874",
    "tis620": "cp874",
    "windows_949": "cp949",
    "x_gbk": "gb18030",
    "ks_c_5601": "cp949",
    "cp936": "gb18030",
    "cp65001": "utf_8",
    "cp20127": "cp1252",
    "cp28591": "cp1252",
    "cp28592": "iso8859_2",
    "cp20866": "koi8_r",
    "cp50220": "iso2022_jp",
    "cp51949": "cp949",
    "cp10000": "mac_roman",
    "unicode": "utf_16",
    "macintosh": "mac_roman",
    "x_mac_roman": "mac_roman",
}
_STATEFUL: Final = frozenset({"iso2022_jp", "iso2022_kr", "hz", "utf_7"})
_ASCII_BYTES: Final = re.compile(rb"[\x00-\x7f]+")
_BEYOND_ASCII: Final = re.compile(rb"[\x80-\xff]")
_FEW: Final = 8
_SINGLE_BYTE: Final = re.compile(r"cp125\d|cp8\d\d|cp437|iso8859_\d+|koi8_.|mac_.*")

# A locked process opens no files, and Python reads an encoding's module from one when it is first asked for.
for _name in ENCODINGS:
    codecs.lookup(_name)


def known(untrusted_label: str) -> str:
    """Return Python's name for the encoding so labelled, or "" where no text is in it. Opens no files."""
    label = _NOT_WORD.sub("_", untrusted_label[:64].lower()).strip("_")
    name = _LABELS.get(label) or aliases.get(label, label)
    name = _LABELS.get(name, name)
    return _WIDER.get(name, name) if name in ENCODINGS else ""


def detect(untrusted_data: bytes, declared: str = "") -> str:
    """Return the name of the encoding; `declared` is what the text, or what carries it, says it is."""
    marked = next((name for mark, name in _MARKS if untrusted_data.startswith(mark)), "")
    found = marked or _wide(untrusted_data[:_SAMPLE])
    if found:
        return found
    declared = known(declared)
    if declared.startswith(("utf_16", "utf_32")):
        declared = ""  # said, but the bytes are not
    right = bool(declared) and decodes(untrusted_data, declared)
    # Few bytes that make sense as both are what is said; many that make sense as UTF-8 are UTF-8, whatever is said.
    several = right and not _SINGLE_BYTE.fullmatch(declared)
    if several and (declared in _STATEFUL or len(_ASCII_BYTES.sub(b"", untrusted_data[:_SAMPLE])) < _FEW):
        return declared
    if decodes(untrusted_data, "utf_8"):
        return "iso2022_jp" if _is_iso2022(untrusted_data[:_SAMPLE]) else "utf-8"
    if right:
        return declared
    sample = _telling(untrusted_data)
    return "utf-8" if _mostly_utf8(sample) else guess(sample)


def decode(untrusted_data: bytes, declared: str = "") -> str:
    """Return the text. Bytes that mean nothing in its encoding become U+FFFD."""
    return untrusted_data.decode(detect(untrusted_data, declared), errors="replace")


def lines(untrusted_data: bytes, encoding: str, most: int = 65_536) -> Iterator[str]:
    r"""Yield the text's lines, each with its "\n", longer ones in parts of `most` characters.

    The whole text is never in memory beside its bytes.
    """
    with io.TextIOWrapper(io.BytesIO(untrusted_data), encoding, errors="replace") as stream:
        while line := stream.readline(most):
            yield line


def decodes(untrusted_data: bytes, encoding: str) -> bool:
    """Return whether all bytes mean something in that encoding."""
    decoder = codecs.getincrementaldecoder(encoding)()
    try:
        for start in range(0, len(untrusted_data), _CHUNK):
            decoder.decode(untrusted_data[start : start + _CHUNK])
        decoder.decode(b"", final=True)
    except UnicodeError:
        return False
    return True


def is_binary(untrusted_data: bytes) -> bool:
    """Return whether these bytes are no text in any encoding: control characters stand where letters should."""
    if untrusted_data.startswith(tuple(mark for mark, _ in _MARKS)):
        return "\0" in untrusted_data[:_SAMPLE].decode(detect(untrusted_data[:_SAMPLE]), errors="replace")
    if _wide(untrusted_data[:_SAMPLE]):
        return False
    middle = len(untrusted_data) // 2
    for sample in (untrusted_data[:_SAMPLE], untrusted_data[middle : middle + _SAMPLE], untrusted_data[-_SAMPLE:]):
        controls = len(sample) - len(sample.translate(None, _CONTROL_BYTES))
        if controls > max(2, len(sample) * _CONTROLS_MOST):
            return True
    # A few NULs are a slip of the pen in a long text, and the sign of something else in a short one.
    return untrusted_data.count(b"\0", 0, _SAMPLE) > min(2, len(untrusted_data) // 1000)


def _wide(sample: bytes) -> str:
    """Return "utf-16-le" and the like for a text without a mark: its line ends and spaces have a zero byte."""
    if b"\0" not in sample:
        return ""
    best, name = 0.5, ""
    for candidate, width in _WIDE:
        strict = width == _WIDEST
        try:
            text = sample[: len(sample) // width * width].decode(candidate, errors="strict" if strict else "replace")
        except UnicodeError:
            continue
        if not text:
            continue
        bad = sum(
            not (character.isprintable() or character in "\t\n\r\f\u3000\u00a0\u00ad\u200b") for character in text
        )
        plain = sum(" " <= character <= "~" or character in "\n\r\t" for character in text)
        if bad <= len(text) // 100 and (plain or strict):
            score = 0.51 + plain / len(text)
            if score > best:
                best, name = score, candidate
    return name


def _is_iso2022(sample: bytes) -> bool:
    return b"\x1b$" in sample and decodes(sample[: sample.rfind(b"\x1b(B") + 3], "iso2022_jp")


def _mostly_utf8(sample: bytes) -> bool:
    """Return whether it is UTF-8 with a few broken bytes, as when two files were put together."""
    text = sample.decode("utf-8", errors="replace")
    broken = text.count("\ufffd")
    beyond = sum(character > "\x7f" for character in text) - broken
    return beyond > 20 * broken


def _telling(untrusted_data: bytes) -> bytes:
    """Return a sample of what says something about the encoding: the text around bytes beyond ASCII."""
    if len(untrusted_data) <= _SAMPLE:
        return untrusted_data
    picked: list[bytes] = []
    size = at = 0
    while size < _SAMPLE and (found := _BEYOND_ASCII.search(untrusted_data, at)) is not None:
        at = found.start() + 400
        picked.append(untrusted_data[max(0, found.start() - 40) : at])
        size += len(picked[-1])
    return b"\n".join(picked)
