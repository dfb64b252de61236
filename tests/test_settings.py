"""The settings' file is believed only within reason: what no screen and no store can hold is put aside, and told."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from paddock.settings import Settings, SettingsFile

if TYPE_CHECKING:
    from pathlib import Path


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
