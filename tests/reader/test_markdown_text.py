"""Markdown: sections by headings, blocks word for word."""

from __future__ import annotations

import time

from tests.reader.opening import blocks_of, pages_of

NOTE = """---
title: "A note"
author: Ada
---
Intro *word*.

# One #

Para
two lines

- a
- b
  - c

| x | y |
|---|---|
| 1 | 2 |

Two
---

> quoted

```py
# no heading
```

[link]: https://example.org
"""


def test_blocks_are_word_for_word_with_their_lines() -> None:
    [page] = pages_of(NOTE, "a.md")
    assert blocks_of(page) == [
        ("code", "lines 1–4", 'title: "A note"\nauthor: Ada'),
        ("paragraph", "line 5", "Intro *word*."),
        ("heading", "line 7", "# One"),
        ("paragraph", "lines 9–10", "Para\ntwo lines"),
        ("list", "lines 12–14", "- a\n- b\n  - c"),
        ("table", "lines 16–18", "| x | y |\n|---|---|\n| 1 | 2 |"),
        ("heading", "lines 20–21", "## Two"),
        ("quote", "line 23", "> quoted"),
        ("code", "lines 25–27", "```py\n# no heading\n```"),
        ("paragraph", "line 29", "[link]: https://example.org"),
    ]


def test_sections_are_pages_with_the_path_above_them() -> None:
    body = "Words that fill a section. " * 30
    pages = pages_of(f"# Book\n\n{body}\n\n## One\n\n{body}\n\n### Deep\n\n{body}\n\n## Two\n\n{body}\n", "a.md")
    assert [(page.kind, page.label, page.headings) for page in pages] == [
        ("section", "Book", ()),
        ("section", "One", ("Book",)),
        ("section", "Two", ("Book",)),
    ]


def test_a_long_file_is_read_in_chunks_with_the_right_lines() -> None:
    text = "".join(f"## Part {number}\n\n{'words ' * 200}\n\n```\n# not {number}\n```\n\n" for number in range(600))
    pages = pages_of(text, "a.md")
    headings = [(page.text[b.start : b.end], b.place) for page in pages for b in page.blocks if b.kind == "heading"]
    assert headings == [(f"## Part {number}", f"line {number * 8 + 1}") for number in range(600)]


def test_nesting_without_end_is_bounded() -> None:
    begin = time.process_time()
    pages_of(b">" * 100_000 + b"a\n", "a.md")
    pages_of(b"".join(b" " * (2 * depth) + b"- a\n" for depth in range(300)), "a.md")
    pages_of(b"[" * 100_000 + b"\n", "a.md")
    pages_of(b"---\ntitle:" + b" " * 60_000 + b"x\n---\n", "a.md")
    assert time.process_time() - begin < 10
