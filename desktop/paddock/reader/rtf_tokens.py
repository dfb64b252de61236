"""RTF's words: groups, control words and text, one after another, in a time that grows with the file's length."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

# Control words are at most 32 letters long (RTF 1.9.1, "Conventions of an RTF reader").
_TOKEN: Final = re.compile(
    rb"\\([a-zA-Z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z])|([{}])|[\r\n]+|([^\\{}\r\n]+)|\\", re.DOTALL
)


class Token(NamedTuple):
    """One of: a control word and its number; a control symbol; "{" or "}"; bytes of text."""

    word: str = ""
    number: int | None = None
    symbol: str = ""
    brace: str = ""
    text: bytes = b""


def tokens(untrusted_data: bytes) -> Iterator[Token]:
    r"""Yield what an RTF file consists of; binary data inside it (`\binN`) is stepped over."""
    at = 0
    while (found := _TOKEN.match(untrusted_data, at)) is not None:
        at = found.end()
        word, number, byte, symbol, brace, text = found.groups()
        if word:
            value = int(number) if number else None
            if word == b"bin" and value and value > 0:
                at += value
            else:
                yield Token(word=word.decode("ascii"), number=value)
        elif byte:
            yield Token(text=bytes.fromhex(byte.decode("ascii")), symbol="'")
        elif symbol in {b"\n", b"\r"}:
            yield Token(word="par")  # as macOS writes it ("Control symbols": the same as \\par)
        elif symbol:
            yield Token(symbol=symbol.decode("latin-1"))
        elif brace:
            yield Token(brace=brace.decode("ascii"))
        elif text:
            yield Token(text=text)
