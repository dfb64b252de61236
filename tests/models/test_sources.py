"""Where a model is to be got, as a person types it and as the fetcher reads it in the catalogue."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from paddock.errors import UserError
from paddock.fetcher.environment import Places
from paddock.fetcher.protocol import CatalogueChoice, HubChoice, IndexChoice, MirrorChoice, UrlChoice
from paddock.fetcher.wanted import FromHub, FromIndex, FromMirror, FromUrl, Wanted
from paddock.models.about import known_about
from paddock.models.catalogue import SHIPPED, read_catalogue
from paddock.models.sources import choice_of, settled, shelf_in, source_of

if TYPE_CHECKING:
    from pathlib import Path

    from paddock.fetcher.protocol import Choice

SHA256 = "0123456789abcdef" * 4


@pytest.mark.parametrize(
    ("typed", "choice"),
    [
        ("smollm2-135m-instruct:q4_1", CatalogueChoice("smollm2-135m-instruct", "Q4_1")),
        ("own/repo/model.gguf", HubChoice("own/repo", "model.gguf")),
        ("hub:own/repo/a/b/model-Q4_K_M.gguf", HubChoice("own/repo", "a/b/model-Q4_K_M.gguf")),
        (" https://a.test:8443/b/c.gguf?x=1 ", UrlChoice("https://a.test:8443/b/c.gguf?x=1")),
        ("http://127.0.0.1:80/c.gguf", UrlChoice("http://127.0.0.1:80/c.gguf")),
        ("http://[::1]/c.gguf", UrlChoice("http://[::1]/c.gguf")),
        ("index:llm-x/0.1.2/Model.Q4.gguf", IndexChoice("llm-x", "0.1.2", "Model.Q4.gguf")),
        ("mirror:model.gguf", MirrorChoice("model.gguf")),
    ],
)
def test_each_way_to_say_it_is_understood_and_said_back(typed: str, choice: Choice) -> None:
    assert choice_of(typed) == choice
    assert choice_of(source_of(choice)) == choice


@pytest.mark.parametrize(
    "typed",
    [
        "", "a b", "own/repo/", "own/repo/model.bin", "own/../model.gguf", "own/repo/../../x.gguf", "/etc/x.gguf",
        "https://a.test/x", "https://u:p@a.test/x.gguf", "ftp://a.test/x.gguf", "https://a.test/x.gguf#y",
        "https://a test/x.gguf",
        "index:a/x.gguf", "index:--index-url/1/x.gguf", "mirror:a/b.gguf", "mirror:..", "x" * 3000,
    ],
)  # fmt: skip
def test_anything_else_is_told_how_it_is_said(typed: str) -> None:
    with pytest.raises(UserError, match="does not say where") as refused:
        choice_of(typed)
    assert "OWNER/REPO/FILE.gguf" in refused.value.next_step


@pytest.mark.parametrize("host", ["a.test", "127.0.0.1.a.test", "localhost.a.test"])
def test_an_address_without_encryption_is_told(host: str) -> None:
    with pytest.raises(UserError, match="is not asked without encryption") as refused:
        choice_of(f"http://{host}/x.gguf")
    assert "https://" in refused.value.next_step


@pytest.mark.parametrize(
    ("typed", "choice"),
    [
        ("https://a.test/b.gguf", UrlChoice("https://a.test/b.gguf", SHA256)),
        ("own/repo/model.gguf", HubChoice("own/repo", "model.gguf", sha256=SHA256)),
        ("index:llm-x/0.1.2/Model.Q4.gguf", IndexChoice("llm-x", "0.1.2", "Model.Q4.gguf", SHA256)),
        ("mirror:model.gguf", MirrorChoice("model.gguf", SHA256)),
    ],
)
def test_each_source_may_carry_what_the_file_must_be(typed: str, choice: Choice) -> None:
    assert choice_of(typed, SHA256.upper()) == choice
    assert known_about(choice, ()).sha256 == SHA256


def test_a_model_without_a_quantization_is_the_catalogues_first() -> None:
    catalogue = read_catalogue([SHIPPED])
    assert settled(choice_of("SmolLM2-135M-instruct"), catalogue) == CatalogueChoice("smollm2-135m-instruct", "Q4_1")
    with pytest.raises(UserError, match="no model called “nobody”"):
        settled(choice_of("nobody"), catalogue)


def test_the_fetcher_finds_every_file_of_the_catalogue(tmp_path: Path) -> None:
    look_up = shelf_in(Places(tmp_path / "models", tmp_path / "ledger", (tmp_path / "none",)))
    for model in read_catalogue([SHIPPED]):
        for file in model.files:
            wanted = look_up(CatalogueChoice(model.id, file.quantization))
            assert wanted.file_name == file.name
            assert wanted.sha256 == file.sha256
            assert len(wanted.places) == len(file.sources)
            assert all(isinstance(place, FromHub | FromIndex) for place in wanted.places)
    with pytest.raises(UserError, match="no model called"):
        look_up(CatalogueChoice("nobody", "Q8_0"))


def test_an_organisations_catalogue_may_take_the_shipped_ones_place(tmp_path: Path) -> None:
    own = tmp_path / "catalog"
    own.mkdir()
    for file in SHIPPED.glob("small.toml"):
        (own / file.name).write_bytes(file.read_bytes())
    look_up = shelf_in(Places(tmp_path, tmp_path, (own,), shipped=False))
    assert look_up(CatalogueChoice("smollm2-135m-instruct", "Q4_1")).sha256
    with pytest.raises(UserError, match="no model called"):
        look_up(CatalogueChoice("gemma-3-12b-it", "Q4_K_M"))


def test_a_model_in_parts_is_all_of_them() -> None:
    name = "big-00001-of-00003.gguf"
    places = (FromHub("o/r", f"q/{name}"), FromUrl(f"https://a-00001-of-b.test/{name}"), FromMirror(name))
    first, second, third = Wanted(name, places, SHA256, 5).parts
    assert first == Wanted(name, places, SHA256, 5)
    assert second.file_name == "big-00002-of-00003.gguf"
    assert second.places == (
        FromHub("o/r", "q/big-00002-of-00003.gguf"),
        FromUrl("https://a-00001-of-b.test/big-00002-of-00003.gguf"),
        FromMirror("big-00002-of-00003.gguf"),
    )
    assert (third.sha256, third.size_bytes) == ("", None)
    assert Wanted("big-00002-of-00003.gguf", ()).parts == (Wanted("big-00002-of-00003.gguf", ()),)
