"""The settings' file is believed only within reason: what no screen and no store can hold is put aside, and told."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from paddock.errors import UserError
from paddock.settings import Settings, SettingsFile, settings_before_the_walls


@pytest.mark.parametrize(
    "content",
    [
        b'{"window": {"x": 1000000000000}}',
        b'{"window": {"y": -99999999999999999999999}}',
        b'{"window": {"chat_id": 99999999999999999999999}}',
        b'{"window": {"chat_id": 0}}',
        b'{"zoom_percent": 1e9}',
        b'{"theme": "pink"}',
        b"[]",
        b"\xff\xfe",
        b"",
    ],
)
def test_an_unreasonable_file_is_put_aside_and_told(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "settings.json"
    path.write_bytes(content)
    file = SettingsFile(path)
    assert file.current == Settings()
    assert "settings.unreadable.json" in file.problem
    assert (tmp_path / "settings.unreadable.json").read_bytes() == content
    file.change(zoom_percent=150)
    again = SettingsFile(path)
    assert (again.current.zoom_percent, again.problem) == (150, "")


def test_settings_of_a_later_version_are_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_bytes(b'{"invented_later": 1, "theme": "dark"}')
    file = SettingsFile(path)
    assert (file.current.theme, file.problem) == ("dark", "")


def test_two_programs_on_one_file_keep_each_others_choices(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "settings.json"
    one, other = SettingsFile(path), SettingsFile(path)
    one.change(theme="dark")
    monkeypatch.setattr("os.getpid", lambda: 4711)
    other.change(zoom_percent=150)
    assert (other.current.theme, other.current.zoom_percent) == ("dark", 150)
    again = SettingsFile(path)
    assert (again.current.theme, again.current.zoom_percent) == ("dark", 150)


def test_each_program_writes_a_part_of_its_own_and_leaves_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "config" / "settings.json"
    parts: list[str] = []

    def refuse(self: Path, _target: Path) -> Path:
        parts.append(self.name)
        raise OSError("no")

    monkeypatch.setattr(Path, "replace", refuse)
    for process in (1, 2):
        monkeypatch.setattr("os.getpid", lambda process=process: process)
        with pytest.raises(OSError, match="no"):
            SettingsFile(path).change(theme="dark")
    assert parts == ["settings.json.1.part", "settings.json.2.part"]
    assert list(path.parent.iterdir()) == []


def test_before_the_walls_the_policy_wins_and_nothing_is_touched(tmp_path: Path) -> None:
    settings, policy = tmp_path / "settings.json", tmp_path / "policy.toml"
    assert settings_before_the_walls(settings, policy) == Settings()
    settings.write_text('{"network": "off"}')
    seen = settings_before_the_walls(settings, policy)
    assert seen is not None
    assert seen.network == "off"
    policy.write_text('network = "on"\nmirror = "https://models.example.org/"\n')
    seen = settings_before_the_walls(settings, policy)
    assert seen is not None
    assert (seen.network, seen.mirror) == ("on", "https://models.example.org/")


@pytest.mark.parametrize("broken", ["settings.json", "policy.toml"])
def test_before_the_walls_what_cannot_be_read_is_left_where_it_lies(broken: str, tmp_path: Path) -> None:
    settings, policy = tmp_path / "settings.json", tmp_path / "policy.toml"
    settings.write_text("{}")
    (tmp_path / broken).write_text("{ nonsense")
    before = sorted(tmp_path.iterdir())
    assert settings_before_the_walls(settings, policy) is None
    assert sorted(tmp_path.iterdir()) == before


@pytest.mark.parametrize("address", ["ftp://a.test/", "models.example.org", "https://a b/"])
def test_a_mirror_is_an_address_of_the_web(address: str, tmp_path: Path) -> None:
    policy = tmp_path / "policy.toml"
    policy.write_text(f'mirror = "{address}"\n')
    with pytest.raises(UserError, match="mirror"):
        SettingsFile(tmp_path / "settings.json", policy)


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"\xff", "It is not UTF-8 text."),
        (b"a = " + b"[" * 5000, "cannot be used"),
        pytest.param(
            None,
            "No such file or directory.",
            marks=pytest.mark.skipif(sys.platform == "win32", reason="making a link is a privilege there"),
        ),
    ],
)
def test_a_policy_that_cannot_be_read_is_never_dropped(tmp_path: Path, content: bytes | None, why: str) -> None:
    policy = tmp_path / "policy.toml"
    if content is None:
        policy.symlink_to(tmp_path / "nowhere")
    else:
        policy.write_bytes(content)
    with pytest.raises(UserError, match="The policy file") as refused:
        SettingsFile(tmp_path / "settings.json", policy)
    assert why in str(refused.value)
    assert settings_before_the_walls(tmp_path / "settings.json", policy) is None
