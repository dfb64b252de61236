"""Licences in plain words beside their own texts, and which text is the one an acceptance names."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

import pytest

from paddock.models.catalogue import SHIPPED, read_catalogue
from paddock.models.licences import Licence, licence_named, licences

if TYPE_CHECKING:
    from collections.abc import Callable

# Each text was compared word by word with a second copy of it; a change here is a change of what people agree to.
TEXTS = {
    "apache-2.0": "9fffb7ecb0d04650bea6a93a22303fca2409a11818a6c7940d443fe5c6a9b9e4",
    "cc-by-4.0": "4bf49aee1882d3f7a34106a326d64db6c40d5685470768a32915d0bbd33d7784",
    "cc-by-nc-4.0": "73f3b781037b7852fbbe96ceb2e9b6394d7f9f11f80ed045e65f1f741dbab9ce",
    "gemma": "7a2dd355eb62a93f72de58bb7745932ece075f29dfc93b631b215693ed36fb3d",
    "llama2": "cac38c734a2d2e44b554e3450737a0168b09f3a657d7a1a697d7a30177a76bf4",
    "llama3": "e21330763ca100fe970bce19c31faf23217fda2dd9b019f52d3e28aff3045934",
    "llama3.1": "8132f2e3a35090e247910ec31737f6ecf7f0d7d31482f21e74c9b95d92ac2e47",
    "llama3.2": "5e5871a23b893abc9ecbef4539d629e2fa9e6fa58fc560cfa884903f3da66d14",
    "llama3.3": "7761f14d964a8f26e22cfd1d6e3c73526efb05bcd9cf9fc02fdac5b04f130e70",
    "llama4": "a25110d149fd5aa6fb2b083390999d1842de42787d587fae53146fa4479e52bf",
    "mit": "7e4d309af48ccd5692e4bdff40877e8e3f420274f581b332c3e80d4fbb84da2d",
    "qwen": "df066600c039e400365480671740816b3b03e32f9e40ac2051199da434587b91",
    "qwen-research": "77e67f985498bef563ba3568cf3717e762738e9d13d18cb6bb193c5830c9825d",
    "tongyi-qianwen": "1bcffa3e72fc4ad63294de4be406fd7ebb7c1a9fe85e8802470904832f4ca154",
}
POLICIES = {
    "gemma": "e7767ac2672e72062bb48e1557a90135293e7f01711a9cdfa45329df6bda73af",
    "llama2": "1c38598242ceeb6a5ffb4576ef509c6401355f2b52032e50572a1c2ccc552fed",
    "llama3": "343a715ca1fed95df4e38d390292fac8826d7e4b5f9a56a3cf1a53f5f8259a96",
    "llama3.1": "2b446c93e239593e03628fb8a420996e581e8efa6280b5f38f0a5d9c62d385f6",
    "llama3.2": "f38b401a1febeba6a24ce6e8d84c1da118854e75aa5b4395dcdf772a844fd05b",
    "llama3.3": "5b4af4c34085a9547b8623e623ef7ded41860e6a0a48c8fdeec1e09be962a64c",
    "llama4": "91a9321900f3698612f39e1cf18fb2bbc29fae1ba6debec81db69062e5343482",
}
LLAMA = ("llama2", "llama3", "llama3.1", "llama3.2", "llama3.3", "llama4")


def test_every_licence_is_explained_and_shipped_whole() -> None:
    for model in read_catalogue([SHIPPED]):
        licence = licence_named(model.licence)
        assert licence.known, model.licence
        assert licence.full_text, model.licence
    for one in licences().values():
        assert one.url.startswith("https://")
        assert one.id in {licence_named(one.name).id, *(licence_named(alias).id for alias in one.aliases)}


@pytest.mark.parametrize(
    ("known", "text"),
    [(TEXTS, lambda one: one.full_text), (POLICIES, lambda one: one.policy_text)],
    ids=["licences", "policies"],
)
def test_a_text_is_the_one_that_was_compared(known: dict[str, str], text: Callable[[Licence], str]) -> None:
    shipped = {name: text(one) for name, one in licences().items()}
    assert {name: sha256(one.encode()).hexdigest() for name, one in shipped.items() if one} == known


def test_the_llama_licences_name_what_matters() -> None:
    for name in LLAMA:
        licence = licence_named(name)
        said = licence.shown_text
        for words in ("700 million", "month before", "acceptable-use policy", "The whole text: https://"):
            assert words in said, name
        assert ("European Union" in said) == (name in {"llama3.2", "llama4"})
        assert ("Built with Llama" in said) == (name not in {"llama2", "llama3"})
        assert licence.asks
        assert "700 million monthly active users" in licence.full_text
        assert "Acceptable Use Policy" in licence.policy_text.splitlines()[0]
    assert "Built with Meta Llama 3" in licence_named("llama3").shown_text


def test_what_is_said_of_the_others_stands_in_their_texts() -> None:
    gemma = licence_named("gemma")
    assert "Google may restrict" in gemma.shown_text
    assert "Google reserves the right to restrict (remotely or otherwise) usage" in gemma.full_text
    assert "sexually explicit" in gemma.shown_text
    assert "Generate sexually explicit content" in gemma.policy_text
    for name in ("qwen", "tongyi-qianwen"):
        assert "100 million monthly" in licence_named(name).shown_text
        assert "more than 100 million monthly active users" in licence_named(name).full_text
    for name in ("qwen", "qwen-research"):
        assert "“Built with Qwen” or “Improved using Qwen”" in licence_named(name).shown_text
        assert "“Built with Qwen” or “Improved using Qwen”" in licence_named(name).full_text
    assert "improve any other large language model" in licence_named("tongyi-qianwen").full_text
    assert "research and evaluation only" in licence_named("qwen-research").shown_text
    assert "FOR NON-COMMERCIAL PURPOSES ONLY" in licence_named("qwen-research").full_text


def test_an_acceptance_names_all_that_was_shown() -> None:
    for one in licences().values():
        assert one.shown == "\n".join(part for part in (one.full_text, one.policy_text, one.shown_text) if part)
        assert one.shown_sha256 == sha256(one.shown.encode()).hexdigest()


def test_an_unknown_licence_is_said_to_be_unknown() -> None:
    assert licence_named("other").name.startswith("Unknown")
    assert not licence_named("").known
    assert (
        licence_named("Grandmother's \x1b[31mown").name == "“Grandmother's [31mown”, which this program does not know."
    )
