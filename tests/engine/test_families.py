"""The prefixes of known embedders, found by what their files call themselves."""

from __future__ import annotations

import pytest

from paddock.engine.families import prefixes_of


@pytest.mark.parametrize(
    ("name", "architecture", "query", "passage"),
    [
        ("all-MiniLM-L6-v2", "bert", "", ""),
        ("nomic-embed-text-v1.5", "nomic-bert", "search_query: ", "search_document: "),
        ("Unnamed", "nomic-bert", "search_query: ", "search_document: "),
        ("Multilingual E5 Small", "bert", "query: ", "passage: "),
        ("bge small en v1.5", "bert", "Represent this sentence for searching relevant passages: ", ""),
        ("bge-m3", "bert", "", ""),
        ("bge-small-zh-v1.5", "bert", "为这个句子生成表示以用于检索相关文章：", ""),
        ("Snowflake Arctic Embed M V2.0", "bert", "query: ", ""),
        ("embeddinggemma-300m", "gemma-embedding", "task: search result | query: ", "title: none | text: "),
        ("code5-large", "bert", "", ""),
    ],
)
def test_a_family_is_known_by_its_name(name: str, architecture: str, query: str, passage: str) -> None:
    said = {"general.name": name, "general.architecture": architecture}
    assert prefixes_of(said.get) == (query, passage)


def test_the_files_name_counts_where_the_file_says_nothing() -> None:
    assert prefixes_of({"general.architecture": "bert"}.get, "e5-base-v2.Q8_0").query == "query: "


def test_an_instruction_ends_where_the_query_begins() -> None:
    prefixes = prefixes_of({"general.name": "Qwen3-Embedding-0.6B", "general.architecture": "qwen3"}.get)
    assert prefixes.query.startswith("Instruct: ")
    assert prefixes.query.endswith("\nQuery:")
    assert prefixes.passage == ""
