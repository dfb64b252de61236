"""The translations: whole, with the same places for values, compiled from what is written, and in use."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, Qt, QTranslator

import paddock.ui
from paddock.ui.application import _translate
from paddock.ui.transcript.notices import notices_of
from tests.ui_transcript.samples import message as sample

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

FOLDER = Path(paddock.ui.__file__).with_name("translations")
PLACES = re.compile(r"\{[^}]*\}|%n")


def messages(path: Path) -> list[tuple[str, str, list[str]]]:
    """Return context, source and translations (several for a plural) of each message."""
    found = []
    for context in ET.parse(path).getroot().iter("context"):  # noqa: S314 - our own file
        for message in context.iter("message"):
            target = message.find("translation")
            assert target is not None
            assert target.get("type") is None, f"unfinished: {message.findtext('source')}"
            forms = [form.text or "" for form in target.iter("numerusform")] or [target.text or ""]
            found.append((context.findtext("name") or "", message.findtext("source") or "", forms))
    return found


def languages() -> list[str]:
    return sorted(path.stem for path in FOLDER.glob("*.ts"))


@pytest.mark.parametrize("name", languages())
def test_every_text_is_translated_with_its_places(name: str) -> None:
    for _context, source, forms in messages(FOLDER / f"{name}.ts"):
        for form in forms:
            assert form, source
            assert sorted(PLACES.findall(form)) == sorted(PLACES.findall(source)), source


def test_a_language_that_is_not_ours_gets_english_with_its_plurals(qapp: QApplication) -> None:
    translators = _translate(qapp, "fr")
    try:
        assert QCoreApplication.translate("FirstRunPage", "%n core(s)", "", 2) == "2 cores"
    finally:
        for translator in translators:
            qapp.removeTranslator(translator)
        QLocale.setDefault(QLocale.c())
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def test_what_is_told_under_an_answer_is_translated(qapp: QApplication) -> None:
    told = [
        {"state": "failed"}, {"state": "stopped"}, {"state": "interrupted"}, {"finish_reason": "length"},
        {"finish_reason": "context"}, {"state": "stopped", "finish_reason": "repeats"},
    ]  # fmt: skip
    messages = [sample(2, **changes) for changes in told]
    english = [notices_of(one)[0].sentence for one in messages]
    translators = _translate(qapp, "de")
    try:
        german = [notices_of(one)[0].sentence for one in messages]
    finally:
        for translator in translators:
            qapp.removeTranslator(translator)
        QLocale.setDefault(QLocale.c())
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    assert len(set(english)) == len(set(german)) == len(told)
    assert not set(english) & set(german)


@pytest.mark.parametrize("name", languages())
def test_what_is_compiled_is_what_is_written(name: str) -> None:
    translator = QTranslator()
    assert translator.load(f"{name}.qm", str(FOLDER))
    for context, source, forms in messages(FOLDER / f"{name}.ts"):
        if len(forms) == 1 and "%n" not in source:
            assert translator.translate(context, source) == forms[0]


def test_a_name_that_stands_alone_is_quoted_as_the_language_quotes(qapp: QApplication) -> None:
    translators = _translate(qapp, "de")
    try:
        assert QCoreApplication.translate("DocumentActions", "“{0}”") == "„{0}“"
    finally:
        for translator in translators:
            qapp.removeTranslator(translator)
    written = [path for path in FOLDER.parent.rglob("*.py") if 'f"“' in path.read_text(encoding="utf-8")]
    assert not written, "quotes in the code are the same in every language"
