"""Templates get messages in the shape they want, or are refused with the reason."""

from __future__ import annotations

import pytest

from paddock.engine.layouts import LAYOUTS, PLAIN, layout_for
from paddock.engine.protocol import Turn
from paddock.engine.sandbox import Sandbox, TemplateRefused, TemplateTooSlow
from paddock.engine.templates import ChatTemplate, Shape, built_in
from tests.tiny_gguf import BROKEN, CHATML, REASONING

SYSTEM, HELLO, HI, MORE = (
    Turn("system", "Be brief."),
    Turn("user", "Hello"),
    Turn("assistant", "Hi", "They greet."),
    Turn("user", "More"),
)


@pytest.fixture(scope="module")
def sandbox() -> Sandbox:
    return Sandbox()


def template(sandbox: Sandbox, source: str) -> ChatTemplate:
    return ChatTemplate(sandbox, source, "<s>", "</s>")


def test_turns_are_set_as_the_template_says(sandbox: Sandbox) -> None:
    chatml = template(sandbox, CHATML)
    assert chatml.shape == Shape(system=True, parts=False)
    assert chatml.render([SYSTEM, HELLO], ask=True) == (
        "<|im_start|>system\nBe brief.<|im_end|>\n<|im_start|>user\nHello<|im_end|>\n<|im_start|>assistant\n"
    )
    assert chatml.render([HELLO], ask=False) == "<|im_start|>user\nHello<|im_end|>\n"


def test_a_template_without_a_system_role_gets_it_in_the_first_users_turn(sandbox: Sandbox) -> None:
    source = (
        "{% for m in messages %}{% if m.role == 'system' %}{{ raise_exception('No system role') }}{% endif %}"
        "[{{ m.role }}]{{ m.content }}{% endfor %}"
    )
    folding = template(sandbox, source)
    assert folding.shape == Shape(system=False, parts=False)
    assert folding.render([SYSTEM, HELLO, HI, MORE], ask=True) == "[user]Be brief.\n\nHello[assistant]Hi[user]More"
    assert folding.render([SYSTEM], ask=True) == "[user]Be brief."


def test_a_template_that_silently_drops_the_system_turn_gets_it_folded_too(sandbox: Sandbox) -> None:
    source = "{% for m in messages %}{% if m.role != 'system' %}[{{ m.role }}]{{ m.content }}{% endif %}{% endfor %}"
    assert template(sandbox, source).shape == Shape(system=False, parts=False)


def test_a_template_that_wants_parts_gets_parts(sandbox: Sandbox) -> None:
    source = (
        "{% for m in messages %}[{{ m.role }}]{% for p in m.content %}{% if p.type == 'text' %}{{ p.text }}{% endif %}"
        "{% endfor %}{% endfor %}"
    )
    assert template(sandbox, source).shape == Shape(system=True, parts=True)


def test_neighbours_of_one_role_are_joined_where_the_template_insists_on_taking_turns(sandbox: Sandbox) -> None:
    source = (
        "{% for m in messages %}{% if (m.role == 'user') != (loop.index0 % 2 == 0) %}"
        "{{ raise_exception('Conversation roles must alternate') }}{% endif %}[{{ m.role }}]{{ m.content }}{% endfor %}"
    )
    strict = template(sandbox, source)
    assert strict.render([HELLO, MORE], ask=True) == "[user]Hello\n\nMore"
    with pytest.raises(TemplateRefused, match="must alternate"):
        strict.render([HI, HELLO], ask=True)


def test_reasoning_is_given_back_and_the_template_leaves_out_what_is_over(sandbox: Sandbox) -> None:
    reasoning = template(sandbox, REASONING)
    assert "They greet." in reasoning.render([HELLO, HI], ask=False)
    assert "They greet." not in reasoning.render([HELLO, HI, MORE], ask=True)


@pytest.mark.parametrize(
    "source", [BROKEN, "no messages at all", "{{ messages[0].content }}", "{{ unknown_filter | x }}"]
)
def test_a_template_that_does_not_work_is_refused_when_it_is_tried(sandbox: Sandbox, source: str) -> None:
    with pytest.raises(TemplateRefused):
        template(sandbox, source)


def test_a_template_that_never_ends_is_waited_for_once(monkeypatch: pytest.MonkeyPatch) -> None:
    impatient = Sandbox(seconds=0.2)
    tried = []
    render = impatient.render

    def counted(made: object, variables: dict[str, object]) -> str:
        tried.append(variables)
        return render(made, variables)  # type: ignore[arg-type]

    monkeypatch.setattr(impatient, "render", counted)
    endless = "{% for a in range(99999) %}{% for b in range(99999) %}{{ '' }}{% endfor %}{% endfor %}"
    with pytest.raises(TemplateTooSlow, match=r"0\.2 seconds"):
        template(impatient, endless)
    assert len(tried) == 1


def test_every_built_in_layout_works_and_is_chosen_by_its_tokens(sandbox: Sandbox) -> None:
    for layout in LAYOUTS:
        assert layout_for(set(layout.needs)) == layout
        made, name = built_in(sandbox, set(layout.needs), "<s>", "</s>")
        text = made.render([SYSTEM, HELLO, HI, MORE], ask=True)
        assert name == layout.name
        assert text.index("Be brief.") < text.index("Hello") < text.index("Hi") < text.index("More")
        assert text.endswith(("assistant\n", "<|end_header_id|>\n\n", "model\n", "[/INST]"))
    made, name = built_in(sandbox, {"<pad>"}, "", "")
    assert (name, made.stops) == (PLAIN.name, ("\nUser:", "\nSystem:"))
    assert made.render([HELLO, HI, MORE], ask=True) == "User: Hello\n\nAssistant: Hi\n\nUser: More\n\nAssistant:"
