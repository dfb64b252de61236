"""`paddock models add` and `search` as a shell runs them, against a hub of the test's own."""

from __future__ import annotations

import hashlib
import json
import os
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

from paddock.fetcher.ledger import LEDGER_NAME
from tests.cli.running import TIMEOUT_S, CommandLine, at_terminal, environment
from tests.fetcher.test_fetching import COMMIT, Half
from tests.models.building import LLAMA, build

if TYPE_CHECKING:
    from pathlib import Path

    from tests.fetcher.authority import Authority
    from tests.fetcher.server import Answering, Asked, Shelf

pytestmark = pytest.mark.slow

OPEN = build((*LLAMA, ("general.license", "string", "apache-2.0"))).data
META = build((*LLAMA, ("general.license", "string", "llama3.2"))).data + bytes(5_000_000)
SOURCE = "own/{0}/{0}.gguf"


@pytest.fixture
def server(hub: Shelf, authority: Authority, bare_pip: pytest.MonkeyPatch) -> Shelf:
    """Return a hub with two models: “open” needs no agreeing, “meta” does."""
    for name, data, licence in (("open", OPEN, "apache-2.0"), ("meta", META, "llama3.2")):
        lfs = {"sha256": hashlib.sha256(data).hexdigest(), "size": len(data)}
        siblings = [{"rfilename": f"{name}.gguf", "lfs": lfs}]
        about = {"id": f"own/{name}", "sha": COMMIT, "tags": [f"license:{licence}"], "siblings": siblings}
        hub.files[f"/api/models/own/{name}"] = json.dumps(about).encode()
        hub.files[f"/own/{name}/resolve/{COMMIT}/{name}.gguf"] = data
    hub.files["/api/models"] = json.dumps([{"id": "own/open"}, {"id": "own/meta"}]).encode()
    hub.files["/open.gguf"] = OPEN
    bare_pip.setenv("PADDOCK_HUB", hub.url)
    bare_pip.setenv("SSL_CERT_FILE", str(authority.file))
    return hub


@pytest.fixture
def paddock(tmp_path: Path) -> CommandLine:
    return CommandLine(tmp_path / "home")


def ledger(paddock: CommandLine) -> list[str]:
    file = paddock.home / "data" / LEDGER_NAME
    return [json.loads(line)["what"] for line in file.read_text().splitlines()] if file.exists() else []


def files(paddock: CommandLine) -> list[str]:
    folder = paddock.home / "models"
    return sorted(file.name for file in folder.iterdir()) if folder.exists() else []


def test_a_model_is_found_fetched_and_known(server: Shelf, paddock: CommandLine) -> None:
    found = paddock("models", "search", "some", "words", "--json")
    assert found.code == 0, found
    sources = [file["source"] for file in json.loads(found.out)]
    assert sources == [SOURCE.format("open"), SOURCE.format("meta")]
    added = paddock("models", "add", sources[0], "--json")
    assert added.code == 0, added
    facts = json.loads(added.out)
    assert (facts["name"], facts["vouched"], facts["licence"]) == ("open", True, "apache-2.0")
    assert facts["sha256"] == hashlib.sha256(OPEN).hexdigest()
    assert facts["source"] == sources[0]
    shown = paddock("models", "show", "open")
    assert f"{sources[0]}; its hash was known before" in shown.out
    assert "Apache License 2.0" in shown.out
    assert json.loads(paddock("models", "show", "open", "--json").out)["licence"] == "apache-2.0"
    assert ledger(paddock) == [
        "search the hub for models", f"ask the hub about {sources[0]}", f"ask the hub about {sources[0]}",
        "fetch the model file open.gguf",
    ]  # fmt: skip
    asked = len(server.asked)
    again = paddock("models", "add", sources[0])
    assert (again.code, again.out) == (0, "open\n")
    assert "already there" in again.err
    assert len(server.asked) == asked + 1, "only what the hub says of it was asked"


def test_a_licence_is_agreed_to_before_the_first_byte(server: Shelf, paddock: CommandLine) -> None:
    source = SOURCE.format("meta")
    refused = paddock("models", "add", source)
    assert refused.code == 1
    assert "has not been agreed to" in refused.err
    assert "Llama 3.2 Community License" in refused.err
    assert files(paddock) == []
    assert not any(asked.path.startswith("/own/") for asked in server.asked)
    declined = at_terminal(paddock, ("models", "add", source), [b"n\n"])
    assert declined.code == 1
    assert "700 million" in declined.out, "in plain words"
    assert files(paddock) == []
    agreed = at_terminal(paddock, ("models", "add", source), [b"y\n"])
    assert agreed.code == 0, agreed.out
    assert files(paddock) == ["meta.gguf"]
    assert "% of" in agreed.out or "MB" in agreed.out, "somebody watches: it says how far it is"
    noted = json.loads((paddock.home / "config" / "accepted_licences.json").read_bytes())
    assert [one["licence"] for one in noted["acceptances"]] == ["llama3.2"]


def test_a_file_nobody_vouches_for_says_so_and_a_wrong_one_is_refused(server: Shelf, paddock: CommandLine) -> None:
    url = f"{server.url}/open.gguf"
    wrong = paddock("models", "add", url, "--sha256", "0" * 64)
    assert wrong.code == 1
    assert "What was fetched is not “open.gguf”." in wrong.err
    assert paddock("models", "add", f"{server.url}/nowhere.gguf").code == 1
    unfinished = json.loads((paddock.home / "config" / "unfinished_downloads.json").read_bytes())
    assert unfinished == {"downloads": []}, "a window would show what cannot be gone on with"
    assert files(paddock) == []
    for source, why in ((SOURCE.format("open"), "Its SHA-256 is said to be"), ("bge-m3", "Its SHA-256 is said to be")):
        other = paddock("models", "add", source, "--sha256", "0" * 64)
        assert (other.code, why in other.err) == (1, True), other.err
    added = paddock("models", "add", url)
    assert (added.code, added.out) == (0, "open\n")
    assert "Nobody vouched for this file" in added.err
    assert "seen, not vouched for" in paddock("models", "show", "open").out
    assert paddock("models", "remove", "open", "--yes").code == 0
    server.files["/own/open/resolve/main/open.gguf"] = OPEN  # the hub need not be asked which revision it is
    right = hashlib.sha256(OPEN).hexdigest()
    assert paddock("models", "add", SOURCE.format("open"), "--sha256", right).code == 0


def test_a_damaged_file_is_offered_to_be_fetched_again(server: Shelf, paddock: CommandLine) -> None:
    assert paddock("models", "add", SOURCE.format("open")).code == 0
    file = paddock.home / "models" / "open.gguf"
    data = bytearray(file.read_bytes())
    data[-1] ^= 0xFF
    file.write_bytes(data)
    verified = paddock("models", "verify", "open")
    assert verified.code == 1
    assert "Fetch it again: paddock models add --again open" in verified.out
    at = f"/own/open/resolve/{COMMIT}/open.gguf"
    whole, server.files[at] = server.files[at], OPEN[:-1] + b"\x01"
    failed = paddock("models", "add", "--again", "open")
    assert failed.code == 1, "what comes is not it either"
    assert file.read_bytes() == data
    server.files[at] = whole
    added = paddock("models", "add", "--again", "open")
    assert (added.code, added.out) == (0, "open\n"), added
    assert files(paddock) == ["open.gguf"]
    assert paddock("models", "verify", "open").code == 0
    not_damaged = paddock("models", "add", "--again", "open")
    assert not_damaged.code == 1
    assert "“open” is not damaged." in not_damaged.err
    assert paddock("models", "add").code == 2


def test_a_damaged_file_is_imported_again_in_one_step(server: Shelf, paddock: CommandLine, tmp_path: Path) -> None:
    copy = tmp_path / "stick.gguf"
    copy.write_bytes(OPEN)
    assert paddock("models", "import", str(copy)).code == 0
    assert paddock("models", "verify").code == 0
    file = paddock.home / "models" / "stick.gguf"
    file.write_bytes(OPEN[:-1] + b"\x01")
    verified = paddock("models", "verify", "stick")
    assert "Import it again: paddock models import FILE --again stick" in verified.out
    nowhere = paddock("models", "add", "--again", "stick")
    assert "Nobody here knows where “stick” can be fetched." in nowhere.err
    assert paddock("models", "import", str(tmp_path), "--again", "stick").code == 2
    done = paddock("models", "import", str(copy), "--again", "stick")
    assert (done.code, done.out, done.err) == (0, "stick\n", "")
    assert file.read_bytes() == OPEN
    assert paddock("models", "verify", "stick").code == 0


def test_interrupted_it_keeps_what_has_arrived_and_goes_on(server: Shelf, paddock: CommandLine) -> None:
    source = SOURCE.format("meta")
    at = f"/own/meta/resolve/{COMMIT}/meta.gguf"
    half = Half(server, at, META)
    running = paddock.start("models", "add", source, "--yes")
    assert half.half_sent.wait(TIMEOUT_S)
    part = paddock.home / "models" / "meta.gguf.part"
    while not part.exists() or part.stat().st_size == 0:
        assert running.poll() is None
    running.send_signal(signal.SIGINT)
    _out, err = running.communicate(timeout=TIMEOUT_S)
    assert running.returncode == 130, err
    assert f"What has arrived is kept; go on with: paddock models add {source}" in err.decode()
    assert "meta.gguf.part" in files(paddock)
    half.release.set()
    done = paddock("models", "add", source)
    assert (done.code, done.out) == (0, "meta\n")
    assert files(paddock) == ["meta.gguf"]
    assert [asked.start for asked in server.asked if asked.path == at][-1] > 0


def test_a_gated_file_wants_a_token_and_takes_it_from_a_file(
    server: Shelf, paddock: CommandLine, tmp_path: Path
) -> None:
    def ask_who(answering: Answering, asked: Asked) -> bool:
        if asked.headers.get("authorization") == "Bearer hf_mine":
            return False
        answering.say(401)
        return True

    server.play = ask_who
    refused = paddock("models", "add", SOURCE.format("open"))
    assert refused.code == 1
    assert "--token-file FILE" in refused.err
    token = tmp_path / "token"
    token.write_text("hf_mine\n")
    added = paddock("models", "add", SOURCE.format("open"), "--token-file", str(token))
    assert (added.code, added.out) == (0, "open\n")
    told = [file.read_bytes() for file in paddock.home.rglob("*") if file.is_file()]
    assert not any(b"hf_mine" in content for content in told)


def test_a_limit_is_kept(server: Shelf, paddock: CommandLine) -> None:
    began_s = time.monotonic()
    added = paddock("models", "add", SOURCE.format("meta"), "--yes", "--limit", "1")
    assert added.code == 0
    assert time.monotonic() - began_s >= 0.8 * len(META) / 1e6
    unfinished = json.loads((paddock.home / "config" / "unfinished_downloads.json").read_bytes())
    assert unfinished == {"downloads": []}


@pytest.mark.parametrize(
    "args",
    [
        ("models", "add", "nonsense"),
        ("models", "add", "http://a.test/x.gguf"),
        ("models", "add", "mirror:x.gguf"),
        ("models", "search", "x" * 101),
    ],
)
def test_what_cannot_be_meant_costs_no_network(args: tuple[str, ...], server: Shelf, paddock: CommandLine) -> None:
    refused = paddock(*args)
    assert refused.code == 1
    assert refused.err
    assert server.asked == []
    assert ledger(paddock) == []


def test_a_hash_that_is_none_is_called_wrongly(server: Shelf, paddock: CommandLine) -> None:
    refused = paddock("models", "add", f"{server.url}/open.gguf", "--sha256", "abc")
    assert refused.code == 2
    assert "64 digits" in refused.complaint
    assert server.asked == []


# ---------------------------------------------------------------- the network turned off

# Runs the command line under a policy that is not this computer's, and says whether a door was ever opened.
_UNDER_POLICY = """
import sys
from pathlib import Path
import paddock.home
paddock.home.policy_path = lambda: Path(sys.argv.pop(1))
from paddock.fetcher.door import Door
opened = []
really = Door.open.__func__
Door.open = classmethod(lambda cls, command: opened.append(command) or really(cls, command))
policy = paddock.home.policy_path()
paddock.home.policy_path = lambda: policy
from paddock.__main__ import main
code = main()
sys.stderr.write(f"doors: {len(opened)}\\n")
sys.exit(code)
"""


def under_policy(policy: Path, paddock: CommandLine, *args: str) -> subprocess.CompletedProcess[str]:
    argv = [sys.executable, "-c", _UNDER_POLICY, str(policy), "--home", str(paddock.home), *args]
    env = environment()
    return subprocess.run(argv, env=env, capture_output=True, text=True, timeout=TIMEOUT_S, check=False)


@pytest.mark.parametrize("args", [("models", "add", SOURCE.format("open")), ("models", "search", "words")])
def test_a_policy_turns_it_off_for_good(
    args: tuple[str, ...], server: Shelf, paddock: CommandLine, tmp_path: Path
) -> None:
    policy = tmp_path / "policy.toml"
    policy.write_text('network = "off"\n')
    (paddock.home / "config").mkdir(parents=True)
    (paddock.home / "config" / "settings.json").write_text('{"network": "on"}')
    ran = under_policy(policy, paddock, *args)
    assert ran.returncode == 1
    assert "The network is turned off by a policy." in ran.stderr
    assert "doors: 0" in ran.stderr
    policy.write_text("")
    assert "doors: 1" in under_policy(policy, paddock, *args).stderr


def test_a_person_turns_it_off(server: Shelf, paddock: CommandLine) -> None:
    (paddock.home / "config").mkdir(parents=True)
    (paddock.home / "config" / "settings.json").write_text('{"network": "off"}')
    refused = paddock("models", "add", SOURCE.format("open"))
    assert refused.code == 1
    assert "turned off in the settings" in refused.complaint
    assert server.asked == []
    assert ledger(paddock) == []


@pytest.mark.parametrize("policy", ["network = ", 'network = "sometimes"', "unknown = 1"])
def test_a_policy_that_cannot_be_read_opens_no_door(
    policy: str, server: Shelf, paddock: CommandLine, tmp_path: Path
) -> None:
    file = tmp_path / "policy.toml"
    file.write_text(policy)
    ran = under_policy(file, paddock, "models", "add", SOURCE.format("open"))
    assert ran.returncode == 1
    assert "policy file" in ran.stderr
    assert "doors: 0" in ran.stderr
    assert server.asked == []


def test_an_allowed_licence_is_asked_of_what_is_fetched(server: Shelf, paddock: CommandLine, tmp_path: Path) -> None:
    policy = tmp_path / "policy.toml"
    policy.write_text('allowed_licences = ["apache-2.0"]\n')
    refused = under_policy(policy, paddock, "models", "add", SOURCE.format("meta"), "--yes")
    assert refused.returncode == 1
    assert "not allowed here" in refused.stderr
    assert under_policy(policy, paddock, "models", "add", SOURCE.format("open")).returncode == 0
    assert files(paddock) == ["open.gguf"]


def test_other_commands_open_no_door(server: Shelf, paddock: CommandLine, tmp_path: Path) -> None:
    ran = under_policy(tmp_path / "none.toml", paddock, "models", "list")
    assert ran.returncode == 0
    assert "doors: 0" in ran.stderr
    assert os.environ["PADDOCK_HUB"] == server.url
