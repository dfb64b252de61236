"""What the hub says: searched, described, and never believed further than it goes."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paddock.errors import NeedsToken, UserError
from paddock.fetcher.hub import FILES_EACH, MAX_WORDS, REPOSITORIES, _is_path, hub_download, search_hub
from tests.fetcher.transferring import BODY, SHA256, Patience, fetch

if TYPE_CHECKING:
    from pathlib import Path

    from paddock.fetcher.https import Network
    from tests.fetcher.server import Answering, Asked, Shelf

COMMIT = "c" * 40
REPO = "maker/Some-Model-GGUF"


def described(**changed: Any) -> dict[str, Any]:
    """Return what the hub says of a repository."""
    return {
        "id": REPO,
        "sha": COMMIT,
        "gated": False,
        "downloads": 1234,
        "likes": 5,
        "tags": ["gguf", "license:apache-2.0", "region:us"],
        "cardData": {"license": "apache-2.0"},
        "siblings": [
            {"rfilename": "README.md", "size": 100, "blobId": "x"},
            {"rfilename": "model.Q4_K_M.gguf", "size": 7, "lfs": {"sha256": SHA256, "size": len(BODY)}},
            {"rfilename": "mmproj-model.gguf", "size": 7},
            {"rfilename": "big/model-00001-of-00002.gguf", "lfs": {"sha256": "1" * 64, "size": 100}},
            {"rfilename": "big/model-00002-of-00002.gguf", "lfs": {"sha256": "2" * 64, "size": 50}},
        ],
        **changed,
    }


def says(hub: Shelf, listed: Any, repository: Any) -> None:
    """Let the hub answer so; bytes go out as they are."""

    def play(answering: Answering, asked: Asked) -> bool:
        if not asked.path.startswith("/api/models"):
            return False
        answer = listed if asked.path.startswith("/api/models?") else repository
        answering.say(200, body=answer if isinstance(answer, bytes) else json.dumps(answer).encode())
        return True

    hub.play = play


def test_a_search_finds_files_with_size_downloads_and_licence(hub: Shelf, network: Network) -> None:
    says(hub, [{"id": REPO, "downloads": 9}], described())
    one, split = search_hub("  some   model ", network)
    assert (one.repo, one.path, one.file_name) == (REPO, "model.Q4_K_M.gguf", "model.Q4_K_M.gguf")
    assert (one.size_bytes, one.sha256, one.licence) == (len(BODY), SHA256, "apache-2.0")
    assert (one.downloads, one.gated, one.parts) == (1234, False, 1)
    assert one.url == f"{hub.url}/{REPO}/resolve/{COMMIT}/model.Q4_K_M.gguf"
    assert (split.path, split.file_name) == ("big/model-00001-of-00002.gguf", "model-00001-of-00002.gguf")
    assert (split.parts, split.size_bytes, split.whole_bytes) == (2, 100, 150)
    query = parse_qs(urlsplit(hub.asked[0].path).query)
    assert query == {
        "search": ["some model"], "filter": ["gguf"], "sort": ["downloads"], "direction": ["-1"],
        "limit": [str(REPOSITORIES)],
    }  # fmt: skip


def test_what_was_found_can_be_fetched(hub: Shelf, network: Network, tmp_path: Path) -> None:
    says(hub, [{"id": REPO}], described())
    hub.files[f"/{REPO}/resolve/{COMMIT}/model.Q4_K_M.gguf"] = BODY
    found = hub_download(REPO, "model.Q4_K_M.gguf", network)
    arrived, _ = fetch(network, tmp_path / found.file_name, found.url, sha256=found.sha256, size_bytes=found.size_bytes)
    assert arrived.vouched


def test_a_fixed_revision_is_asked_for(hub: Shelf, network: Network) -> None:
    says(hub, [], described())
    hub_download(REPO, "model.Q4_K_M.gguf", network, "v1.0")
    assert hub.asked[0].path == f"/api/models/{REPO}/revision/v1.0?blobs=true"


def test_a_gated_model_is_told(hub: Shelf, network: Network) -> None:
    for said, gated in ((False, False), ("auto", True), ("manual", True), (True, True)):
        says(hub, [], described(gated=said))
        assert hub_download(REPO, "model.Q4_K_M.gguf", network).gated is gated


def test_a_private_repository_needs_a_token(hub: Shelf, network: Network) -> None:
    def play(answering: Answering, asked: Asked) -> bool:
        if asked.headers.get("authorization") != "Bearer hf_secret":
            answering.say(401)
        else:
            answering.say(200, body=json.dumps(described()).encode())
        return True

    hub.play = play
    with pytest.raises(NeedsToken):
        hub_download(REPO, "model.Q4_K_M.gguf", network)
    assert hub_download(REPO, "model.Q4_K_M.gguf", network, token="hf_secret").sha256 == SHA256


def test_a_file_that_is_not_there_is_told(hub: Shelf, network: Network) -> None:
    says(hub, [], described())
    with pytest.raises(UserError, match="has no file"):
        hub_download(REPO, "other.gguf", network)
    hub.play = None
    with pytest.raises(UserError, match="does not have"):
        hub_download(REPO, "other.gguf", network)


@pytest.mark.parametrize(
    ("repo", "path"),
    [
        ("maker", "a.gguf"), ("maker/a/b", "a.gguf"), ("../api", "a.gguf"), ("maker/..", "a.gguf"),
        (REPO, "../a.gguf"), (REPO, "/a.gguf"), (REPO, ""), (REPO, "a//b.gguf"), (REPO, "a\\b.gguf"),
        (REPO, "a\nb.gguf"), (REPO, "x" * 300), ("mäker/model", "a.gguf"), (REPO, "C:a.gguf"), (REPO, "a/../b.gguf"),
    ],
)  # fmt: skip
def test_what_names_no_file_is_not_asked_for(repo: str, path: str, hub: Shelf, network: Network) -> None:
    with pytest.raises(UserError, match="owner/repo"):
        hub_download(repo, path, network)
    assert hub.asked == []


@pytest.mark.parametrize("words", ["", "   ", "x" * (MAX_WORDS + 1), "a\x00b"])
def test_words_that_are_not_sent(words: str, hub: Shelf, network: Network) -> None:
    with pytest.raises(UserError, match="few words"):
        search_hub(words, network)
    assert hub.asked == []


@pytest.mark.parametrize(
    "answer",
    [
        b"", b"<html>", b"{}", b"null", b"[1]", b'[{"id": 5}]', b'[{"id": "' + b"x" * 2000 + b'"}]',
        b"[" * 100_000, b'{"a":' * 100_000, b"\xff\xfe", b'[{"id": "\xff"}]', b"1e999",
    ],
)  # fmt: skip
def test_a_list_that_is_none_is_not_understood(answer: bytes, hub: Shelf, network: Network) -> None:
    says(hub, answer, described())
    with pytest.raises(UserError, match="not understood"):
        search_hub("model", network)


@pytest.mark.parametrize(
    "changed",
    [
        {"siblings": "many"}, {"siblings": [{"rfilename": 7}]}, {"tags": [{}]}, {"downloads": -1},
        {"downloads": 1 << 80}, {"siblings": [{"rfilename": "a.gguf", "size": -5}]}, {"gated": []},
        {"siblings": [{"rfilename": "a.gguf", "lfs": {"size": 1 << 60}}]}, {"sha": 5},
        {"siblings": [{"rfilename": "a.gguf"}] * 20_001}, {"tags": ["x"] * 1001},
    ],
)  # fmt: skip
def test_a_description_that_is_none_is_not_understood(changed: dict[str, Any], hub: Shelf, network: Network) -> None:
    says(hub, [], described(**changed))
    with pytest.raises(UserError, match="not understood"):
        hub_download(REPO, "a.gguf", network)


def test_what_a_description_says_beyond_its_form_is_left_out(hub: Shelf, network: Network) -> None:
    hostile = [
        {"rfilename": "../../a.gguf"}, {"rfilename": "/etc/a.gguf"}, {"rfilename": "a\u202e.gguf"},
        {"rfilename": "a:b.gguf"}, {"rfilename": "good.gguf", "lfs": {"sha256": "<b>", "size": 3}},
    ]  # fmt: skip
    says(
        hub,
        [{"id": "../../x"}, {"id": "a/b/c"}, {"id": REPO}],
        described(siblings=hostile, tags=["license:<script>"], sha="../../main", gated="false"),
    )
    (only,) = search_hub("model", network)
    assert (only.path, only.sha256, only.licence, only.gated) == ("good.gguf", "", "", False)
    assert only.url == f"{hub.url}/{REPO}/resolve/main/good.gguf"
    assert len(hub.asked) == 2


def test_much_is_bounded(hub: Shelf, network: Network) -> None:
    many = [{"rfilename": f"{number}.gguf"} for number in range(500)]
    says(hub, [{"id": f"maker/m{number}"} for number in range(100)], described(siblings=many))
    assert len(search_hub("model", network)) == REPOSITORIES * FILES_EACH
    assert len(hub.asked) == 1 + REPOSITORIES
    says(hub, b"[" + b" " * (9 << 20) + b"]", described())
    with pytest.raises(UserError) as refused:
        search_hub("model", network)
    assert "longer than" in refused.value.why


def test_a_repository_that_cannot_be_described_costs_only_itself(hub: Shelf, network: Network) -> None:
    def play(answering: Answering, asked: Asked) -> bool:
        if asked.path.startswith("/api/models?"):
            answering.say(200, body=b'[{"id": "a/gone"}, {"id": "a/private"}, {"id": "maker/here"}]')
        elif "here" in asked.path:
            answering.say(200, body=json.dumps(described()).encode())
        else:
            answering.say(404 if "gone" in asked.path else 401)
        return True

    hub.play = play
    assert {file.repo for file in search_hub("model", network)} == {"maker/here"}


def test_a_busy_hub_is_asked_again_a_few_times(hub: Shelf, network: Network) -> None:
    def play(answering: Answering, _asked: Asked) -> bool:
        answering.say(503, {"Retry-After": "999"})
        return True

    hub.play = play
    clock = Patience()
    with pytest.raises(UserError, match="no answer"):
        search_hub("model", network, clock=clock)
    assert len(hub.asked) == 3
    assert sum(clock.waited) <= 21


def test_an_answer_that_breaks_off_is_asked_for_again(hub: Shelf, network: Network) -> None:
    said = json.dumps(described()).encode()

    def play(answering: Answering, _asked: Asked) -> bool:
        answering.begin(200, {"Content-Length": str(len(said))})
        answering.wfile.write(said if len(hub.asked) == 2 else said[:50])
        if len(hub.asked) != 2:
            answering.cut()
        return True

    hub.play = play
    assert hub_download(REPO, "model.Q4_K_M.gguf", network, clock=Patience()).sha256 == SHA256


def test_a_search_is_stopped_by_its_listener(hub: Shelf, network: Network) -> None:
    class Stop(Exception):
        pass

    def stop() -> None:
        raise Stop

    says(hub, [], described())
    with pytest.raises(Stop):
        search_hub("model", network, on_tick=stop)


@given(st.text(max_size=40))
def test_a_path_leads_nowhere_else(path: str) -> None:
    if _is_path(path):
        assert not path.startswith("/")
        assert ".." not in path.split("/")
        assert "\\" not in path
        assert path.isprintable()
