"""The catalogue: the shipped one is well formed, mistakes are told with their place, and memory is told beforehand."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from paddock.errors import UserError
from paddock.models.catalogue import SHIPPED, CatalogueModel, mistakes_in, read_catalogue
from paddock.models.choosing import offers, recommended
from paddock.models.fit import kv_bytes_per_token, need_of
from paddock.models.gguf import read_header
from paddock.models.vision_fit import vision_need
from tests.models.vision_parts import PARTS, write_vision_part

if TYPE_CHECKING:
    from pathlib import Path

ENTRY = """
[[model]]
id = "{id}"
name = "A model"
maker = "Somebody"
kind = "chat"
group = "small"
licence = "mit"
context_tokens = 4096
parameters = 1_000_000
[model.shape]
architecture = "llama"
layers = 2
embedding_length = 64
feed_forward_length = 128
heads = 4
kv_heads = 2
vocabulary = 1000
[[model.file]]
quantization = "Q8_0"
size_bytes = {size}
sources = ["hub:owner/repo/a.gguf"]
"""
VISION = """
[model.vision]
size_bytes = 851_000_000
projector = "gemma3"
image_size = 896
patch_size = 14
embedding_length = 1152
feed_forward_length = 4304
"""
GIB = 1 << 30


def entry(name: str = "a", size: int = 1_000_000) -> str:
    return ENTRY.format(id=name, size=size)


def write(folder: Path, text: str, name: str = "one.toml") -> Path:
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")
    return folder


def shipped() -> dict[str, CatalogueModel]:
    return {model.id: model for model in read_catalogue([SHIPPED])}


def test_the_shipped_catalogue_is_well_formed_and_has_what_was_promised() -> None:
    assert mistakes_in(SHIPPED) == ()
    models = shipped()
    promised = {"llama-3.2-1b-instruct", "llama-3.2-3b-instruct", "llama-3.1-8b-instruct", "llama-3.3-70b-instruct"}
    assert promised <= set(models)
    assert {model.kind for model in models.values()} == {"chat", "embedding", "reranking"}
    assert {model.group for model in models.values() if model.kind == "chat"} == {"small", "balanced", "large"}
    hashes = [file.sha256 for model in models.values() for file in model.files if file.sha256]
    assert len(set(hashes)) == len(hashes)
    assert len(hashes) >= len(models) - 2, "all but a few files are vouched for"


def test_bits_per_weight_of_every_shipped_file_are_possible() -> None:
    """A mistyped size or number of parameters would show here."""
    for model in shipped().values():
        for file in model.files:
            bits = file.size_bytes * 8 / model.parameters
            least, most = {"Q4_K_M": (4.3, 8.1), "Q4_1": (4.5, 6.0), "Q8_0": (6.5, 9.1), "F16": (15.5, 16.5)}[
                file.quantization
            ]
            assert least < bits < most, (model.id, bits)


def test_known_caches_per_token_come_out_of_the_shipped_shapes() -> None:
    """Expected: the makers' own tables, f16: 2 x layers x kept heads x head length x 2 bytes."""
    expected = {
        "llama-3.2-1b-instruct": 32, "llama-3.2-3b-instruct": 112, "llama-3.1-8b-instruct": 128,
        "llama-3.3-70b-instruct": 320, "qwen3-14b": 160, "qwen3-32b": 256, "qwen2.5-7b-instruct": 56,
        "mistral-7b-instruct-v0.3": 128,
    }  # fmt: skip
    for name, kibibytes in expected.items():
        model = shipped()[name]
        assert kv_bytes_per_token(model.header(model.files[0])) == kibibytes * 1024, name


@pytest.mark.slow
def test_before_the_download_the_same_memory_is_told_as_after_it(starter_model: Path) -> None:
    model = shipped()["smollm2-135m-instruct"]
    assert starter_model.stat().st_size == model.files[0].size_bytes
    after = read_header(starter_model)
    for tokens in (2048, 8192):
        before = need_of(model.header(model.files[0]), tokens).total_bytes
        assert before == pytest.approx(need_of(after, tokens).total_bytes, rel=0.02)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("[[model]\n", "one.toml: it is not TOML: "),
        ("", "one.toml: Object missing required field `model`."),
        (entry() + entry(), "model “a” stands twice"),
        (entry().replace("layers = 2", "layers = 0"), "model “a”, shape.layers: Expected `int` >= 1."),
        (entry().replace("layers = 2", 'layers = "two"'), "model “a”, shape.layers: Expected `int`, got `str`."),
        (entry().replace("hub:owner/repo/a.gguf", "https://x/a.gguf"), "model “a”, file[0].sources[0]: Expected `str`"),
        (entry().replace("hub:owner/repo/a.gguf", "hub:owner/a.gguf"), "model “a”, file[0].sources[0]: Expected `str`"),
        (entry() + 'sha256 = "123"\n', "model “a”, file[0].sha256: Expected `str` matching regex"),
        (entry() + "sha265 = 1\n", "model “a”, file[0]: Object contains unknown field `sha265`."),
        (entry().replace("kind =", "sort ="), "model “a”: Object "),
        (entry().replace('id = "a"', "id = 3"), "model number 1, id: Expected `str`, got `int`."),
        (entry().replace("llama", "llamb"), "the architecture “llamb”, which cannot be run"),
        ("model = 3\n", "one.toml: model: Expected `array`, got `int`."),
    ],
)
def test_every_mistake_is_told_with_its_place(tmp_path: Path, text: str, sentence: str) -> None:
    folder = write(tmp_path / "own", text)
    assert sentence in mistakes_in(folder)[0]
    with pytest.raises(UserError) as caught:
        read_catalogue([SHIPPED, folder])
    assert sentence in caught.value.why
    assert caught.value.next_step


def test_several_mistakes_of_an_entry_are_told_together(tmp_path: Path) -> None:
    wrong = entry().replace("layers = 2", "layers = 0").replace("kind =", "sort =") + 'sha256 = "123"\n'
    told = mistakes_in(write(tmp_path, wrong + wrong.replace('id = "a"', 'id = "b"')))
    for name in ("a", "b"):
        entry_is = f"one.toml: model “{name}”"
        assert [one for one in told if one.startswith(entry_is)] == [
            f"{entry_is}: Object contains unknown field `sort`.",
            f"{entry_is}: Object missing required field `kind`.",
            f"{entry_is}, shape.layers: Expected `int` >= 1.",
            f"{entry_is}, file[0].sha256: Expected `str` matching regex '^([0-9a-f]{{64}})?$'.",
        ]
    assert len(told) == 8


def test_an_entry_may_tell_what_its_vision_part_would_take(tmp_path: Path) -> None:
    (model,) = read_catalogue([write(tmp_path, entry() + VISION)])
    part = model.vision_part
    assert part is not None
    assert part.need.weights_bytes == 851_000_000
    assert part.need.picture_bytes == pytest.approx(127e6, rel=0.01)
    assert need_of(model.header(model.files[0])).vision_bytes == 0


def test_the_shipped_vision_parts_hold_about_as_much_as_their_numbers_say(tmp_path: Path) -> None:
    """A file made with the numbers of a part is as large as the real one, but for what its header holds."""
    for name, out in (("gemma-3-4b-it", 2560), ("gemma-3-12b-it", 3840)):
        part = shipped()[name].vision_part
        assert part is not None
        made = write_vision_part(tmp_path / "part.gguf", replace(PARTS["Gemma 3 4B"], layers=27, out=out))
        assert part.need.weights_bytes == pytest.approx(made.stat().st_size, rel=0.001)
        counted = vision_need(read_header(made))
        assert counted is not None
        assert part.need.picture_bytes == pytest.approx(counted.picture_bytes, rel=0.01)


@pytest.mark.parametrize(
    ("before", "after", "sentence"),
    [
        ("patch_size = 14", "patch_size = 900", "has a vision part whose patches are larger than its pictures."),
        ('"gemma3"', '"gemma99"', "has a vision part of which nobody knows what a picture takes."),
        ("size_bytes = 851_000_000", "size_bytes = 0", "vision.size_bytes"),
    ],
)
def test_a_vision_part_that_cannot_be_is_a_mistake(tmp_path: Path, before: str, after: str, sentence: str) -> None:
    (mistake,) = mistakes_in(write(tmp_path, entry() + VISION.replace(before, after)))
    assert sentence in mistake


def test_files_that_are_no_text_too_large_or_missing_are_told(tmp_path: Path) -> None:
    folder = write(tmp_path / "own", "")
    (folder / "one.toml").write_bytes(b"\xff\xfe")
    assert mistakes_in(folder) == ("one.toml: it is not UTF-8 text.",)
    (folder / "one.toml").write_bytes(b"#" * (5 << 20))
    assert mistakes_in(folder / "one.toml") == ("one.toml: it is larger than 4 MiB.",)
    assert "no such file" in mistakes_in(tmp_path / "nowhere")[0]
    (tmp_path / "empty").mkdir()
    assert "no .toml file" in mistakes_in(tmp_path / "empty")[0]


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=200), st.integers(0, len(ENTRY)))
def test_no_bytes_break_the_reader(tmp_path_factory: pytest.TempPathFactory, noise: bytes, at: int) -> None:
    file = tmp_path_factory.getbasetemp() / "noise.toml"
    good = entry().encode()
    file.write_bytes(good[:at] + noise + good[at + len(noise) :])
    for mistake in mistakes_in(file):
        assert mistake.startswith("noise.toml: ")


def test_a_later_folder_replaces_an_entry_and_adds_others(tmp_path: Path) -> None:
    own = write(tmp_path / "own", entry("llama-3.2-1b-instruct") + entry("of-our-house"))
    models = {model.id: model for model in read_catalogue([SHIPPED, tmp_path / "not there", own])}
    assert models["llama-3.2-1b-instruct"].maker == "Somebody"
    assert "of-our-house" in models
    assert "qwen3-4b" in models
    assert {model.id for model in read_catalogue([own])} == {"llama-3.2-1b-instruct", "of-our-house"}


def test_the_recommended_model_fits_well_and_does_not_crawl() -> None:
    models = read_catalogue([SHIPPED])

    def choice(free_gib: float, bytes_per_second: float, *, licences: tuple[str, ...] = ()) -> str:
        offered = offers(models, int(free_gib * GIB), 0, lambda header: bytes_per_second / header.file_bytes)
        offer = recommended(offered, "chat", lambda one: not licences or one.model.licence in licences)
        return offer.model.id if offer else ""

    assert choice(0.2, 20e9) == ""
    assert choice(1.5, 20e9) in {"llama-3.2-1b-instruct", "qwen3-0.6b", "qwen2.5-0.5b-instruct"}
    assert choice(16, 30e9) == "gemma-3-12b-it"
    assert choice(8, 30e9) == "qwen3-8b"
    assert choice(16, 5e9) not in {"qwen3-8b", "llama-3.1-8b-instruct"}, "it would write two tokens a second"
    assert choice(128, 400e9) == "llama-3.3-70b-instruct"
    assert choice(128, 400e9, licences=("apache-2.0",)) == "qwen3-32b"


def test_an_embedder_for_whole_libraries_has_to_be_quick() -> None:
    models = read_catalogue([SHIPPED])

    def choice(bytes_per_second: float) -> str:
        offered = offers(models, 16 * GIB, 0, lambda header: bytes_per_second / header.file_bytes)
        offer = recommended(offered, "embedding", lambda _one: True)
        return offer.model.id if offer else ""

    assert choice(6e9) == "nomic-embed-text-v1.5"
    assert choice(60e9) == "qwen3-embedding-0.6b"
