"""File URLs as desktops and Windows give them, and the paths they mean."""

from __future__ import annotations

from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest
from PySide6.QtCore import QMimeData, QSysInfo, QUrl

from paddock.ui.dropped import holds_files, local_paths, paths_of


@pytest.mark.parametrize(
    ("url", "path"),
    [
        ("file:///C:/Reports/wells 2024.pdf", r"C:\Reports\wells 2024.pdf"),
        ("file:///c:/Reports/100%25.pdf", r"c:\Reports\100%.pdf"),
        ("file:///C:/", "C:\\"),
        ("file://server/share/Reports/wells.pdf", r"\\server\share\Reports\wells.pdf"),
        ("file://server/share/", "\\\\server\\share\\"),
        ("file://server/share", "\\\\server\\share\\"),
        ("file:////server/share/wells.pdf", r"\\server\share\wells.pdf"),
        ("file://localhost/C:/wells.pdf", r"C:\wells.pdf"),
        ("file://server/share/%C3%9Cbersicht%20%231.pdf", "\\\\server\\share\\Übersicht #1.pdf"),
    ],
)
def test_what_windows_drops_is_found_on_drives_and_on_shares(url: str, path: str) -> None:
    assert paths_of([QUrl(url)], windows=True) == [PureWindowsPath(path)]
    assert paths_of([QUrl.fromLocalFile(path)], windows=True)[0].name == PureWindowsPath(path).name


@pytest.mark.parametrize(
    ("url", "path"),
    [
        ("file:///home/ada/wells 1.pdf", "/home/ada/wells 1.pdf"),
        ("file://localhost/home/ada/wells.pdf", "/home/ada/wells.pdf"),
        (f"file://{QSysInfo.machineHostName()}/home/ada/wells.pdf", "/home/ada/wells.pdf"),
        ("file:///home/ada/%E6%B0%B4.pdf", "/home/ada/水.pdf"),
    ],
)
def test_what_other_desktops_drop_is_found(url: str, path: str) -> None:
    assert paths_of([QUrl(url)], windows=False) == [PurePosixPath(path)]


def test_what_lies_on_another_computer_or_is_no_file_is_left() -> None:
    urls = [
        QUrl("file://elsewhere.example/home/ada/wells.pdf"),
        QUrl("https://example.org/wells.pdf"),
        QUrl("wells.pdf"),
    ]
    assert paths_of(urls, windows=False) == []
    assert paths_of(urls[1:], windows=True) == []


def test_text_that_names_a_file_is_text(tmp_path: Path) -> None:
    data = QMimeData()
    data.setText(str(tmp_path))
    assert not holds_files(data)
    data.setUrls([QUrl.fromLocalFile(str(tmp_path))])
    assert holds_files(data)
    assert local_paths(data) == [tmp_path]
