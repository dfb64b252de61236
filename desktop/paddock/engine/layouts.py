"""Built-in chat layouts, for models whose own template cannot be used; chosen by the tokens they know."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Container


@dataclass(frozen=True)
class Layout:
    """A small template, the tokens a vocabulary must have for it, and strings that end an answer in it."""

    name: str
    needs: tuple[str, ...]
    source: str
    stops: tuple[str, ...] = ()


_MARKED: Final = "{%% for m in messages %%}%s{%% endfor %%}{%% if add_generation_prompt %%}%s{%% endif %%}"

LAYOUTS: Final = (
    Layout(
        "ChatML",
        ("<|im_start|>", "<|im_end|>"),
        _MARKED
        % ("{{ '<|im_start|>' + m.role + '\n' + m.content + '<|im_end|>\n' }}", "{{ '<|im_start|>assistant\n' }}"),
    ),
    Layout(
        "Llama 3",
        ("<|start_header_id|>", "<|end_header_id|>", "<|eot_id|>"),
        _MARKED
        % (
            "{{ '<|start_header_id|>' + m.role + '<|end_header_id|>\n\n' + m.content | trim + '<|eot_id|>' }}",
            "{{ '<|start_header_id|>assistant<|end_header_id|>\n\n' }}",
        ),
    ),
    Layout(
        "Gemma",
        ("<start_of_turn>", "<end_of_turn>"),
        _MARKED
        % (
            (
                "{{ '<start_of_turn>' + ('model' if m.role == 'assistant' else 'user') + '\n' + m.content | trim"
                " + '<end_of_turn>\n' }}"
            ),
            "{{ '<start_of_turn>model\n' }}",
        ),
    ),
    Layout(
        "Mistral",
        ("[INST]", "[/INST]"),
        _MARKED
        % (
            (
                "{% if m.role == 'assistant' %}{{ m.content + eos_token }}{% elif m.role == 'system' %}"
                "{{ '[INST]' + m.content + '\n\n[/INST]' }}{% else %}{{ '[INST]' + m.content + '[/INST]' }}{% endif %}"
            ),
            "",
        ),
    ),
)
PLAIN: Final = Layout(
    "plain text",
    (),
    _MARKED % ("{{ m.role | capitalize + ': ' + m.content + '\n\n' }}", "Assistant:"),
    ("\nUser:", "\nSystem:"),
)


def layout_for(control_tokens: Container[str]) -> Layout:
    """Return the layout whose marks this vocabulary has, plain text where it has none."""
    return next((layout for layout in LAYOUTS if all(mark in control_tokens for mark in layout.needs)), PLAIN)
