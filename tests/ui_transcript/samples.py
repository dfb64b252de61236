"""Messages for the tests to show."""

from __future__ import annotations

from dataclasses import replace

from paddock.chat.types import Message
from paddock.engine.protocol import Timings

TIMINGS = Timings(
    prompt_tokens=10, reused_tokens=0, prompt_ms=5, answer_tokens=340, answer_ms=15_000, first_token_ms=100
)
ANSWER = """## Answer

A paragraph of ordinary length that says **something** about `things`, so that it wraps over a few lines here.

- one
- two with *emphasis*

```python
for i in range(3):
    print(i)
```

| a | b |
|---|--:|
| 1 | 2 |

The end.
"""


def message(message_id: int, role: str = "assistant", text: str = "Words.", **changes: object) -> Message:
    """Return a finished message of chat 1."""
    made = Message(
        id=message_id,
        chat_id=1,
        parent_id=message_id - 1 or None,
        role="user" if role == "user" else "assistant",
        text=text,
        reasoning="",
        reasoning_s=0.0,
        state="complete",
        error="",
        finish_reason="stop",
        model="" if role == "user" else "SmolLM2 135M",
        timings=None if role == "user" else TIMINGS,
        seed=1,
        left_out_turns=0,
        created_at=1_700_000_000.0 + message_id,
        version=1,
        versions=1,
    )
    return replace(made, **changes)  # type: ignore[arg-type]  # names and types are the test's business


def conversation(count: int, answer: str = ANSWER) -> list[Message]:
    """Return a conversation of questions and answers."""
    return [
        message(number, "user", f"Question {number}?")
        if number % 2
        else message(number, text=f"{answer}\nNo. {number}")
        for number in range(1, count + 1)
    ]
