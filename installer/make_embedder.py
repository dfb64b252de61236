"""Makes a GGUF out of a BERT sentence embedder as its makers publish it: safetensors, vocabulary, configuration.

`python -m installer.make_embedder FOLDER OUT.gguf [--type f16|f32] [--name NAME]`; FOLDER holds `model.safetensors`,
`vocab.txt` and `config.json`. Nothing of the folder is executed. What llama.cpp wants of such a file is what its own
converter writes (`conversion/bert.py`, class BertModel); that one needs torch.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import gguf
import numpy as np

from installer.safetensors import Safetensors

if TYPE_CHECKING:
    from collections.abc import Sequence

MAX_CONFIG_BYTES: Final = 1 << 16
MAX_VOCABULARY_BYTES: Final = 8 << 20
NAME: Final = "all-MiniLM-L6-v2"

# llama.cpp marks the beginning of a word, WordPiece its continuation (src/llama-vocab.cpp, llm_tokenizer_wpm_session).
_WORD: Final = "\u2581"
_CONTINUED: Final = "##"
# BERT's own tokens, and what GGUF calls them (src/llama-arch.cpp, spelled as there).
_SPECIAL: Final = {"[CLS]": "bos", "[SEP]": "seperator", "[UNK]": "unknown", "[PAD]": "padding", "[MASK]": "mask"}
# Heads of BERT that an embedder has no use for, and a buffer that only counts upwards.
_LEFT_OUT: Final = ("pooler.", "cls.", "embeddings.position_ids")
# ggml adds these row by row to rows of float32; the converter keeps them so as well.
_KEPT_F32: Final = ("position_embd.weight", "token_types.weight")


class CannotConvert(Exception):
    """The folder holds something else than a BERT encoder; the argument says what."""


def convert(folder: Path, target: Path, *, half: bool = True, name: str = NAME) -> None:
    """Write the GGUF to `target`: matrices in float16 (`half`) or float32, everything else in float32.

    The pooling is the mean over all tokens. Raises CannotConvert, safetensors.Damaged, OSError.
    """
    config = _config(folder / "config.json")
    words = _vocabulary(folder / "vocab.txt", config["vocab_size"])
    weights = Safetensors(folder / "model.safetensors")
    writer = gguf.GGUFWriter(target, "bert")
    try:
        _describe(writer, config, name, half=half)
        _add_vocabulary(writer, words)
        _add_tensors(writer, weights, config["num_hidden_layers"], half=half)
        writer.write_header_to_file()
        writer.write_kv_data_to_file()
        writer.write_tensors_to_file()
    finally:
        writer.close()


def _config(path: Path) -> dict[str, Any]:
    """Return the numbers of the model's shape. Raises CannotConvert for anything but a plain BERT."""
    raw = path.read_bytes()
    if len(raw) > MAX_CONFIG_BYTES:
        raise CannotConvert("config.json is too long.")
    config: dict[str, Any] = json.loads(raw)
    plain = config.get("model_type") == "bert" and config.get("position_embedding_type", "absolute") == "absolute"
    if not plain or config.get("hidden_act") != "gelu":
        raise CannotConvert("The model is not a BERT with absolute positions and GELU.")
    for key in (
        "hidden_size", "intermediate_size", "max_position_embeddings", "num_attention_heads", "num_hidden_layers",
        "type_vocab_size", "vocab_size",
    ):  # fmt: skip
        if not isinstance(config.get(key), int) or not 0 < config[key] < 1 << 20:
            raise CannotConvert(f"config.json has no sensible {key}.")
    return config


def _vocabulary(path: Path, size: int) -> list[str]:
    """Return the tokens, one a line, the line's number being the token's. Raises CannotConvert."""
    raw = path.read_bytes()
    if len(raw) > MAX_VOCABULARY_BYTES:
        raise CannotConvert("vocab.txt is too long.")
    words = raw.decode("utf-8").removesuffix("\n").split("\n")
    if len(words) != size or len(set(words)) != size or not _SPECIAL.keys() <= set(words):
        raise CannotConvert(f"vocab.txt does not hold the {size:,} tokens of a BERT.")
    return words


def _describe(writer: gguf.GGUFWriter, config: dict[str, Any], name: str, *, half: bool) -> None:
    writer.add_type("model")
    writer.add_name(name)
    writer.add_license("apache-2.0")
    writer.add_file_type(gguf.LlamaFileType.MOSTLY_F16 if half else gguf.LlamaFileType.ALL_F32)
    writer.add_context_length(config["max_position_embeddings"])
    writer.add_embedding_length(config["hidden_size"])
    writer.add_feed_forward_length(config["intermediate_size"])
    writer.add_block_count(config["num_hidden_layers"])
    writer.add_head_count(config["num_attention_heads"])
    writer.add_layer_norm_eps(config.get("layer_norm_eps", 1e-12))
    writer.add_causal_attention(False)
    writer.add_pooling_type(gguf.PoolingType.MEAN)
    writer.add_token_type_count(config["type_vocab_size"])


def _add_vocabulary(writer: gguf.GGUFWriter, words: Sequence[str]) -> None:
    def spelled(word: str) -> str:
        if word in _SPECIAL:
            return word
        return word.removeprefix(_CONTINUED) if word.startswith(_CONTINUED) else _WORD + word

    writer.add_tokenizer_model("bert")
    writer.add_tokenizer_pre("bert-bge")
    writer.add_token_list([spelled(word) for word in words])
    writer.add_token_types(
        [int(gguf.TokenType.CONTROL if word in _SPECIAL else gguf.TokenType.NORMAL) for word in words]
    )
    for word, role in _SPECIAL.items():
        writer.add_uint32(f"tokenizer.ggml.{role}_token_id", words.index(word))
    for option in ("lowercase", "strip_accents"):
        writer.add_bool(f"tokenizer.ggml.normalizer.{option}", "A" not in words)  # whether it is an uncased BERT


def _add_tensors(writer: gguf.GGUFWriter, weights: Safetensors, layers: int, *, half: bool) -> None:
    names = gguf.get_tensor_name_map(gguf.MODEL_ARCH.BERT, layers)
    for theirs in weights.names:
        if theirs.startswith(_LEFT_OUT):
            continue
        ours = names.get_name(theirs, try_suffixes=(".weight", ".bias"))
        if ours is None:
            raise CannotConvert(f"BERT has no tensor “{theirs}”.")
        values = weights.read(theirs)
        is_matrix = values.ndim > 1 and ours not in _KEPT_F32
        writer.add_tensor(ours, values.astype(np.float16) if half and is_matrix else values)


def main() -> None:
    """Convert as the command line says."""
    parser = argparse.ArgumentParser(prog="make_embedder", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("target", type=Path)
    parser.add_argument("--type", choices=("f16", "f32"), default="f16")
    parser.add_argument("--name", default=NAME)
    asked = parser.parse_args()
    convert(asked.folder, asked.target, half=asked.type == "f16", name=asked.name)


if __name__ == "__main__":
    main()
