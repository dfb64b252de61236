"""What a person is told about a model file, in words."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from paddock.models.modelfile import SPLIT_NAME, Kind, kind_of
from paddock.models.tensor_types import TENSOR_TYPES

if TYPE_CHECKING:
    from paddock.models.header import Header

# llama.h `enum llama_ftype`: what the file's maker called the mixture of tensor types.
_FILE_TYPES: Final = {
    0: "F32", 1: "F16", 2: "Q4_0", 3: "Q4_1", 7: "Q8_0", 8: "Q5_0", 9: "Q5_1", 10: "Q2_K", 11: "Q3_K_S", 12: "Q3_K_M",
    13: "Q3_K_L", 14: "Q4_K_S", 15: "Q4_K_M", 16: "Q5_K_S", 17: "Q5_K_M", 18: "Q6_K", 19: "IQ2_XXS", 20: "IQ2_XS",
    21: "Q2_K_S", 22: "IQ3_XS", 23: "IQ3_XXS", 24: "IQ1_S", 25: "IQ4_NL", 26: "IQ3_S", 27: "IQ3_M", 28: "IQ2_S",
    29: "IQ2_M", 30: "IQ4_XS", 31: "IQ1_M", 32: "BF16", 36: "TQ1_0", 37: "TQ2_0", 38: "MXFP4",
}  # fmt: skip
_KIND_WORDS: Final[dict[Kind, str]] = {
    "chat": "answers questions",
    "base": "continues text; not made for questions",
    "embedding": "turns text into vectors for searching; cannot answer",
    "reranking": "ranks search results; cannot answer",
    "part": "a part of another model; cannot answer",
}
# Bits per weight, measured over the whole file, to what that means for the answers (k-quants pull request #1684).
_QUALITY: Final = (
    (2.9, "heavily shortened, clearly worse answers"),
    (3.9, "strongly shortened, somewhat worse answers"),
    (5.2, "small, good answers"),
    (7.0, "medium, answers close to the original"),
    (10.0, "large, answers as the original"),
    (1e9, "not shortened"),
)
_QUANTIZATION: Final = re.compile(
    r"[-._ ]+(?:UD-)?((?:I?Q|TQ)\d[\w]*|MXFP4|NVFP4|BF16|F(?:P)?16|F(?:P)?32)(?:[-_.]imat\w*)?$", re.IGNORECASE
)
_MEANINGLESS: Final = re.compile(r"(model|ggml[-_ ]?model|weights|sha256[-_:]?[0-9a-f]*|[0-9a-f]{16,})?", re.IGNORECASE)
_ONE_DECIMAL_BELOW, _TWO_DIGITS_BELOW = 10, 100
_THOUSAND, _MILLION, _BILLION, _TRILLION = 1e3, 1e6, 1e9, 1e12


@dataclass(frozen=True)
class Card:
    """One model in words. `languages` and `licence` are what the file itself says, or empty."""

    title: str
    architecture: str
    kind: Kind
    kind_words: str
    parameters: int
    parameters_words: str
    quantization: str
    quantization_words: str
    bits_per_weight: float
    context_tokens: int | None
    size_bytes: int
    languages: tuple[str, ...]
    licence: str
    organization: str


def card_of(header: Header) -> Card:
    """Return what to tell a person about this model."""
    kind = kind_of(header)
    parameters = header.parameters
    bits = header.tensor_bytes * 8 / parameters if parameters else 0.0
    quantization = _quantization(header)
    languages = header.metadata.get("general.languages")
    return Card(
        title=title_of(header),
        architecture=plain(header.architecture),
        kind=kind,
        kind_words=_KIND_WORDS[kind],
        parameters=parameters,
        parameters_words=f"{in_words(parameters)} parameters",
        quantization=quantization,
        quantization_words=f"{bits:.1f} bits per weight: {next(words for most, words in _QUALITY if bits <= most)}",
        bits_per_weight=round(bits, 2),
        context_tokens=header.number("{arch}.context_length"),
        size_bytes=header.file_bytes,
        languages=tuple(plain(item) for item in languages if isinstance(item, str))
        if isinstance(languages, tuple)
        else (),
        licence=plain(header.text("general.license")),
        organization=plain(header.text("general.organization")),
    )


def title_of(header: Header) -> str:
    """Return a title a person recognises: the file's name without its technical end, else what the file says."""
    return title_from_name(header.path.name) or plain(header.text("general.name")) or plain(header.path.name)


def title_from_name(file_name: str) -> str:
    """Return “SmolLM2 135M Instruct” for “SmolLM2-135M-Instruct.Q4_1.gguf”; nothing for a name that says nothing."""
    split = SPLIT_NAME.fullmatch(file_name)
    stem = split["stem"] if split else re.sub(r"\.gguf$", "", file_name, flags=re.IGNORECASE)
    stem = _QUANTIZATION.sub("", stem)
    if _MEANINGLESS.fullmatch(stem):
        return ""
    return plain(" ".join(re.split(r"[-_ ]+", stem)).strip())


def plain(text: str, longest: int = 200) -> str:
    """Return a stranger's text as one printable line, cut to `longest` characters."""
    line = "".join(letter if letter.isprintable() else " " for letter in text)
    return " ".join(line.split())[:longest]


def in_words(count: float) -> str:
    """Return 134515008 as “135 million”, 8030261248 as “8.0 billion”."""
    for size, word in ((_TRILLION, "trillion"), (_BILLION, "billion"), (_MILLION, "million"), (_THOUSAND, "thousand")):
        if count >= size:
            number = count / size
            return f"{number:.1f} {word}" if number < _ONE_DECIMAL_BELOW else f"{number:.0f} {word}"
    return f"{count:.0f}"


def size_in_words(size_bytes: float) -> str:
    """Return bytes as a person reads them, in powers of 1,000 as file managers and shops count."""
    for size, unit in ((_TRILLION, "TB"), (_BILLION, "GB"), (_MILLION, "MB"), (_THOUSAND, "kB")):
        if size_bytes >= size:
            number = size_bytes / size
            return f"{number:.1f} {unit}" if number < _TWO_DIGITS_BELOW else f"{number:.0f} {unit}"
    return f"{size_bytes:.0f} bytes"


def _quantization(header: Header) -> str:
    """Return the maker's name for it, else the tensor type that holds most of the weights."""
    named = _FILE_TYPES.get(header.number("general.file_type") or 0) if "general.file_type" in header.metadata else None
    if named is not None:
        return named
    held: Counter[int] = Counter()
    for tensor in header.tensors:
        held[tensor.type_id] += tensor.elements
    return TENSOR_TYPES[held.most_common(1)[0][0]].name if held else ""
