"""Text made to be slow, or to break the reader, is shown in bounded time and whole."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from paddock.ui.markdown.growing import GrowingText

if TYPE_CHECKING:
    from paddock.ui.markdown.body import MessageBody
    from paddock.ui.markdown.reader import MarkdownReader

pytestmark = pytest.mark.slow

HOSTILE = {
    "open brackets": "[" * 10_000,
    "quotations": "> " * 10_000 + "a",
    "open emphasis": "*a **a " * 5_000,
    "open images": "![[" * 5_000,
    "open links": "[a](" * 5_000,
    "items": "- " * 5_000 + "a",
    "mixed containers": "> - " * 3_000 + "x",
    "a long table": "a|b\n-|-\n" + "x|y\n" * 3_000,
    "a wide table": "|" + "a|" * 2_000 + "\n|" + "-|" * 2_000 + "\n|" + "b|" * 2_000,
    "many tables": "|a|\n|-|\n\n" * 500,
    "one line": "a" * 1_000_000,
    "one paragraph": "word " * 100_000,
    "dollars": "$a " * 20_000,
    "angles": "<" * 50_000,
    "references": "[a]: b\n" * 5_000 + "[a] " * 3_000,
    "letters of many marks": "a\u0301\u0302\u0303\u0304" * 20_000,
    "directions": "\u202e\u05d0" * 20_000,
    "qt's own signs": "\0\ufffc\ufdd0\ufdd1\u2028\u2029\r" * 1_000,
    "half characters": "a\ud800b" * 100,
    "a deep formula": "$" + r"\frac{" * 500 + "x" + "}" * 500 + "$",
    "an open code block": "```\n" + "x" * 100_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_is_shown_in_bounded_time(body: MessageBody, reader: MarkdownReader, name: str) -> None:
    began = time.process_time()
    for blocks in GrowingText(reader).read_in_steps(HOSTILE[name]):
        body.set_blocks(blocks)
    body.height_for(500)
    body.place()
    assert time.process_time() - began < 8  # measured: 0.5 s at most on two shared cores
    assert body.blocks


def test_the_longest_line_is_all_there(body: MessageBody, reader: MarkdownReader) -> None:
    source = "word " * 100_000
    body.set_blocks(GrowingText(reader).read(source))
    assert body.toPlainText().replace("\n", "").replace(" ", "") == source.replace(" ", "")
