"""What services say is shown in the person's language: all of it is in the catalogue, and found again by its words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QLocale, Qt

from paddock.engine.diagnosis import failure_of
from paddock.errors import ContextOverflow, VaultDamaged
from paddock.process.supervisor import WorkerExit
from paddock.ui.application import _translate
from paddock.ui.sentence_catalogue import TEMPLATES
from paddock.ui.sentences import in_language
from tests.sentences import sentences_in_source

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication

    from tests.ui.conftest import Person


@pytest.fixture
def german(qapp: QApplication) -> Iterator[None]:
    before = QLocale()
    translators = _translate(qapp, "de")
    yield
    for translator in translators:
        qapp.removeTranslator(translator)
    QLocale.setDefault(before)
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def test_every_sentence_of_the_services_is_in_the_catalogue() -> None:
    said = sentences_in_source()
    assert not sorted(set(said) - set(TEMPLATES)), (
        "run `python -m tests.sentences`, then lupdate, translate and lrelease"
    )
    gone = sorted(set(TEMPLATES) - set(said))
    assert not gone, "run `python -m tests.sentences`"


@pytest.mark.usefixtures("german")
@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("This passphrase does not open the store.", "Diese Passphrase öffnet den Speicher nicht."),
        (ContextOverflow(6276, 6144, 1).what, "Dies braucht 6.276 Token, das Modell fasst 6.144."),
        ("“a.gguf” cannot be used as a model.", "„a.gguf“ kann nicht als Modell benutzt werden."),
        ("SQLite says: disk I/O error.", "SQLite meldet: disk I/O error."),
        ("No space left on device.", "Auf dem Laufwerk ist kein Platz mehr."),
        ("The models folder cannot be read. /models: Permission denied. Check its permissions.",
         "Der Modellordner kann nicht gelesen werden. /models: Zugriff verweigert. Prüfen Sie seine Rechte."),
        ("5.7 bits per weight: medium, answers close to the original",
         "5,7 Bit je Gewicht: mittel, Antworten nah am Original"),
        ("It takes 1.4 GB, the disk has 350 MB left.", "Es braucht 1,4 GB, auf dem Laufwerk sind noch 350 MB frei."),
        ("Import one: paddock models import FILE.gguf.", "Importieren Sie eine Modelldatei."),
        ("It is damaged: the tensor “a” stands twice. Ask again.",
         "Die Datei ist beschädigt: der Tensor „a“ steht zweimal da. Fragen Sie noch einmal."),
        ("It cannot be opened: Host is down.",
         "Die Datei kann nicht geöffnet werden: Der Rechner ist nicht erreichbar."),
        ("Words nobody says here. Ask again.", "Words nobody says here. Fragen Sie noch einmal."),
        ("Words nobody says here", "Words nobody says here"),
        ("refused: Permission denied", "verweigert: Zugriff verweigert"),
    ],
)  # fmt: skip
def test_a_sentence_is_shown_in_the_language(said: str, shown: str) -> None:
    assert in_language(said) == shown


@pytest.mark.usefixtures("german")
@pytest.mark.parametrize("signal", ["SIGKILL", "SIGTERM", "SIGSEGV", "SIGBUS", "SIGFPE", "SIGXCPU"])
def test_how_the_engine_ended_is_told_in_one_language(signal: str) -> None:
    ended = failure_of(WorkerExit("signal", -1, signal), loading=False, silence_timeout_s=30)
    for part in (ended.what, ended.why, ended.next_step):
        for sentence in re.split(r"(?<=[.]) ", part):
            assert sentence not in in_language(part), sentence


def test_the_window_names_no_command_of_the_terminal() -> None:
    for template in TEMPLATES:
        assert "paddock models" not in in_language(re.sub(r"\{\d\}", "x", template))


def test_a_strangers_text_is_not_searched_for_long() -> None:
    text = "No. " * 490 + "“" * 30
    assert in_language(text) == text


@pytest.mark.slow
@pytest.mark.usefixtures("german")
def test_an_error_stands_on_the_page_in_the_language(person: Person) -> None:
    person.window.door.show_failure(VaultDamaged("The store's file cannot be read.", "The disk reported an error."))
    page = person.window.door.page
    assert page is not None
    assert page.banner.what == "Die Datei des Speichers kann nicht gelesen werden."
    assert page.banner._why.plain == "Das Laufwerk hat einen Fehler gemeldet."
