"""The options of a chat: presets keep what the fields say, and give just that back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from paddock.ui.chat.options_dialog import OptionsDialog

if TYPE_CHECKING:
    from tests.ui.conftest import Person

pytestmark = pytest.mark.slow


def options_of(person: Person) -> OptionsDialog:
    """Open the options of the chat."""
    person.page.choice.open_options()
    person.settle()
    return next(dialog for dialog in person.window.findChildren(OptionsDialog) if dialog.isVisible())


def test_a_preset_leaves_the_models_own_parameters_alone(person: Person) -> None:
    person.send("Hello")
    dialog = options_of(person)
    assert dialog._own.isChecked()
    dialog._prompt.setPlainText("Be brief.")
    dialog._save_preset("Brief")
    person.settle()
    dialog._own.setChecked(False)
    dialog._temperature.setValue(1.5)
    dialog._save_preset("Wild")
    person.settle()
    for name, own in (("Brief", True), ("Wild", False)):
        dialog._preset.setCurrentText(name)
        dialog._use_preset()
        assert dialog._own.isChecked() is own
        assert dialog.options().system_prompt == "Be brief."
    assert dialog._temperature.value() == 1.5
    dialog._keep()
    person.settle()
    assert person.page.chat is not None
    chat = person.paddock.chats.chat(person.page.chat.id)
    assert chat.sampling is not None
    assert (chat.system_prompt, chat.sampling.temperature) == ("Be brief.", 1.5)


def test_every_word_in_a_field_can_be_read(person: Person) -> None:
    dialog = options_of(person)
    for field in (dialog._seed, dialog._most):
        line = field.lineEdit()
        margins = line.textMargins()
        words = line.fontMetrics().horizontalAdvance(field.specialValueText())
        assert words + margins.left() + margins.right() <= line.width() - 4
