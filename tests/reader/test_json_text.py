"""JSON: lines of "key: value" under their paths, bounded."""

from __future__ import annotations

import json
import time

import pytest

from paddock.reader.document import Source, Unreadable
from paddock.reader.json_text import JsonDocument
from tests.reader.opening import blocks_of, pages_of, text_of


def test_small_values_are_written_out() -> None:
    value = '{"name": "Ada", "born": 1815, "share": 0.10, "tags": ["a", "b"], "home": {"town": null}, "none": []}'
    [page] = pages_of(value, "a.json")
    assert blocks_of(page) == [
        (
            "code",
            "",
            "name: Ada\nborn: 1815\nshare: 0.10\ntags:\n  - a\n  - b\nhome:\n  town: null\nnone: (empty)",
        )
    ]


def test_blocks_are_called_by_the_path_to_them() -> None:
    orders = [{"id": number, "customer": {"name": f"Customer {number}", "note": "x" * 400}} for number in range(20)]
    pages = pages_of(json.dumps({"orders": orders, "odd key!": {"deep": [["y" * 2000]]}}), "a.json")
    blocks = [block for page in pages for block in blocks_of(page)]
    assert blocks[0][1] == "orders[0]"
    assert blocks[0][2].startswith("orders[0]:\n  id: 0\n  customer:\n    name: Customer 0\n")
    assert blocks[-1][1] == '"odd key!".deep[0][0]'
    text = "\n".join(text for _, _, text in blocks)
    assert all(f"name: Customer {number}" in text for number in range(20))


def test_lines_of_json_know_their_line() -> None:
    [page] = pages_of('{"a": 1}\n\n{"a": [2]}\n', "a.jsonl")
    assert blocks_of(page) == [("code", "line 1", "a: 1"), ("code", "line 3", "a:\n  - 2")]


def test_what_is_no_json_is_read_as_text() -> None:
    assert text_of('{"name": "Ada"\n', "a.json") == '{"name": "Ada"'
    assert text_of("{" * 100_000, "a.json").startswith("{{{")
    document = JsonDocument(Source(b"{nothing", "a.json"))
    assert document.format == "json"
    with pytest.raises(Unreadable, match="not a text"):
        JsonDocument(Source(bytes(range(256)) * 4, "a.json"))


def test_notebooks_are_read_by_their_cells() -> None:
    notebook = {
        "nbformat": 4,
        "cells": [
            {"cell_type": "markdown", "source": ["# Study\n", "\n", "Some *words*.\n"]},
            {"cell_type": "code", "source": "print(1)", "outputs": [{"text": ["1\n"]}, {"data": {"image/png": "x"}}]},
            "odd",
            {"cell_type": "code", "source": None, "outputs": [{"data": {"text/plain": "2"}}, 3]},
        ],
    }
    [page] = pages_of(json.dumps(notebook), "a.ipynb")
    assert blocks_of(page) == [
        ("heading", "cell 1", "# Study"),
        ("paragraph", "cell 1", "Some *words*."),
        ("code", "cell 2", "print(1)"),
        ("code", "cell 2, output", "1"),
        ("code", "cell 4, output", "2"),
    ]


def test_bombs_are_bounded() -> None:
    begin = time.process_time()
    deep = "[" * 900 + "1" + "]" * 900
    assert "1" in text_of(deep, "a.json")
    assert pages_of("[" * 20_000 + "]" * 20_000, "a.json")
    assert "9" * 5000 in text_of('{"n": ' + "9" * 5000 + "}", "a.json")
    pages_of(json.dumps([[[]] * 100] * 100), "a.json")
    assert time.process_time() - begin < 10
