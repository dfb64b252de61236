"""What the makers of embedders want in front of a text, by a word of the model's name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable


class Prefixes(NamedTuple):
    """What is put in front of a query and of a passage."""

    query: str
    passage: str


_BGE: Final = "Represent this sentence for searching relevant passages: "
_INSTRUCT: Final = "Instruct: Given a web search query, retrieve relevant passages that answer the query\nQuery:{space}"
# The first family that fits counts. Sources: the model card of each on the Hugging Face Hub, named behind it.
_FAMILIES: Final[tuple[tuple[str, Prefixes], ...]] = (
    ("multilingual-e5-large-instruct", Prefixes(_INSTRUCT.format(space=" "), "")),  # intfloat/ the same
    ("e5-mistral", Prefixes(_INSTRUCT.format(space=" "), "")),  # intfloat/e5-mistral-7b-instruct
    ("qwen3-embedding", Prefixes(_INSTRUCT.format(space=""), "")),  # Qwen/Qwen3-Embedding-0.6B
    ("e5-", Prefixes("query: ", "passage: ")),  # intfloat/e5-base-v2, intfloat/multilingual-e5-small
    ("nomic-embed", Prefixes("search_query: ", "search_document: ")),  # nomic-ai/nomic-embed-text-v1.5
    ("bge-m3", Prefixes("", "")),  # BAAI/bge-m3: no instruction needed
    ("bge-reranker", Prefixes("", "")),  # BAAI/bge-reranker-v2-m3
    ("bge-large-zh", Prefixes("为这个句子生成表示以用于检索相关文章：", "")),  # BAAI/bge-large-zh-v1.5
    ("bge-base-zh", Prefixes("为这个句子生成表示以用于检索相关文章：", "")),  # BAAI/bge-base-zh-v1.5
    ("bge-small-zh", Prefixes("为这个句子生成表示以用于检索相关文章：", "")),  # BAAI/bge-small-zh-v1.5
    ("bge-", Prefixes(_BGE, "")),  # BAAI/bge-small-en-v1.5
    ("mxbai-embed", Prefixes(_BGE, "")),  # mixedbread-ai/mxbai-embed-large-v1
    ("arctic-embed-m-v2", Prefixes("query: ", "")),  # Snowflake/snowflake-arctic-embed-m-v2.0
    ("arctic-embed-l-v2", Prefixes("query: ", "")),  # Snowflake/snowflake-arctic-embed-l-v2.0
    ("arctic-embed", Prefixes(_BGE, "")),  # Snowflake/snowflake-arctic-embed-s
    ("embeddinggemma", Prefixes("task: search result | query: ", "title: none | text: ")),  # google/embeddinggemma-300m
    ("gemma-embedding", Prefixes("task: search result | query: ", "title: none | text: ")),  # its name in llama.cpp
)
# Where no name says more: architectures of one family (llama-arch.cpp).
_ARCHITECTURES: Final = {"nomic-bert": "nomic-embed", "nomic-bert-moe": "nomic-embed"}


def prefixes_of(meta: Callable[[str], str | None], file_stem: str = "") -> Prefixes:
    """Return the prefixes of a model; `meta` looks up its file's metadata. Without a known family both are empty."""
    architecture = meta("general.architecture") or ""
    said = (meta("general.name"), meta("general.basename"), meta("general.finetune"), file_stem, architecture)
    words = "-" + "-".join(filter(None, said)).lower().replace(" ", "-").replace("_", "-")
    known = next((prefixes for word, prefixes in _FAMILIES if f"-{word}" in words), None)
    if known is None:
        family = _ARCHITECTURES.get(architecture, "")
        known = next((prefixes for word, prefixes in _FAMILIES if word == family), Prefixes("", ""))
    return known
