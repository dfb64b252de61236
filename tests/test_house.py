"""The house rules that a reader of the tree would want to hold: licences listed, modules introduced, map true."""

from __future__ import annotations

import ast
import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "desktop" / "paddock"
MODULES = [path for path in sorted(PACKAGE.rglob("*.py")) if path.read_text(encoding="utf-8").strip()]


def test_every_dependency_stands_in_the_licences() -> None:
    """What is installed beside the program is named with its licence."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    names = [re.split(r"[<>=\[ ]", requirement)[0].lower() for requirement in project["dependencies"]]
    listed = (ROOT / "THIRD_PARTY_LICENSES.md").read_text(encoding="utf-8").lower()
    assert names
    assert [name for name in names if name not in listed] == []


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_every_module_opens_with_one_line(path: Path) -> None:
    """`ARCHITECTURE.md` is read from these lines."""
    docstring = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
    assert docstring is not None
    assert docstring.splitlines()[0].endswith(".")


def test_the_map_names_every_room() -> None:
    """A room that is built is on the plan, and a room on the plan is built."""
    plan = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    rooms = {path.name for path in PACKAGE.iterdir() if path.is_dir() and (path / "__init__.py").exists()}
    named = set(re.findall(r"^\| `(\w+)/` \|", plan, re.MULTILINE))
    assert rooms == named


def test_the_version_stands_in_one_place() -> None:
    """The project file reads the version from the package."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert "version" in project["dynamic"]
    assert "version" not in project


def test_no_label_takes_a_strangers_text_for_html() -> None:
    """Labels and boxes are made plain; Qt's own guess what is HTML, and HTML may name a file to load."""
    guessing = [
        f"{path.relative_to(PACKAGE)}:{node.lineno}"
        for path in MODULES
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in {"QLabel", "QMessageBox"}
    ]
    assert guessing == []
