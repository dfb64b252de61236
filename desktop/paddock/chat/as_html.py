"""Writes conversations as one HTML page that loads nothing, runs nothing, and follows light and dark."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt

from paddock.chat.as_markdown import UNTITLED, date_of, note_of, said_in, speaker
from paddock.unseen import CONTROLS, TURNS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from paddock.chat.sources import Consulted
    from paddock.chat.types import Chat, Message

_SAFE_LINK = re.compile(r"(?:https?://|mailto:|#)", re.IGNORECASE)
# Characters no page may hold (HTML standard, 13.2.3.5), and those that turn the reading direction of what follows.
_REFUSED = re.compile(f"[{CONTROLS}{TURNS}\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff]")

_STYLE = """
:root { color-scheme: light dark;
  --ground: #FAF9F6; --card: #F1EFE9; --text: #22231F; --quiet: #63645C; --accent: #2F6B4F; }
@media (prefers-color-scheme: dark) {
  :root { --ground: #1B1C1A; --card: #262724; --text: #E8E6E0; --quiet: #A3A39A; --accent: #7FC8A2; }
}
body { margin: 0 auto; padding: 2rem 1rem; max-width: 46rem; background: var(--ground); color: var(--text);
  font: 15px/1.5 system-ui, sans-serif; overflow-wrap: break-word; }
h1 { font-size: 1.5rem; margin: 2rem 0 0; }
h2 { font-size: 1rem; margin: 0 0 .5rem; color: var(--accent); }
article { margin: 1.5rem 0; }
article.user { background: var(--card); border-radius: 8px; padding: 1rem; }
small, time { color: var(--quiet); font-weight: normal; }
pre { background: var(--card); border-radius: 8px; padding: .75rem; overflow-x: auto; }
article.user pre { background: var(--ground); }
code { font-family: ui-monospace, monospace; font-size: .9em; }
table { border-collapse: collapse; display: block; overflow-x: auto; }
th, td { border: 1px solid var(--quiet); padding: .25rem .5rem; }
blockquote, details { margin: .5rem 0; padding-left: 1rem; border-left: 3px solid var(--quiet); color: var(--quiet); }
a { color: var(--accent); }
@media print { body { max-width: none; } article { break-inside: avoid-page; } }
"""


def html_page(chats: Iterable[tuple[Chat, Sequence[Message]]], consulted: Mapping[int, Consulted] | None = None) -> str:
    """Return the page. Markdown is set, HTML within it is shown as text; pictures become links, which wait for a click.

    `consulted` is what messages rest on, by their ids: their citations are numbered, and named below.
    A content security policy forbids the page everything but its own style, should an escape ever be missing.
    """
    set_markdown = _markdown()
    chats = list(chats)
    title = _plain(chats[0][0].title or UNTITLED) if len(chats) == 1 else "Chats"
    body = "\n".join(_chat(chat, branch, set_markdown, consulted or {}) for chat, branch in chats)
    return (
        '<!DOCTYPE html>\n<html>\n<head>\n<meta charset="utf-8">\n'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        '<meta name="viewport" content="width=device-width">\n<meta name="referrer" content="no-referrer">\n'
        f"<title>{title}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n{body}\n</body>\n</html>\n"
    )


class _Markdown(MarkdownIt):
    """Markdown whose links lead to the web, to mail or within the page, and nowhere else."""

    def validateLink(self, url: str) -> bool:
        return _SAFE_LINK.match(url.strip()) is not None


def _markdown() -> MarkdownIt:
    return _Markdown("commonmark", {"html": False}).enable(["table", "strikethrough"]).disable("image")


def _chat(chat: Chat, branch: Sequence[Message], markdown: MarkdownIt, consulted: Mapping[int, Consulted]) -> str:
    title = _plain(chat.title or UNTITLED)
    parts = [f'<section>\n<h1 dir="auto">{title}</h1>\n<time>{date_of(chat.created_at)}</time>']
    if chat.system_prompt.strip():
        parts.append(f"<article><h2>System prompt</h2>\n{_set(chat.system_prompt, markdown)}</article>")
    parts += [_message(message, said_in(message, consulted), markdown) for message in branch]
    return "\n".join((*parts, "</section>"))


def _message(message: Message, said: str, markdown: MarkdownIt) -> str:
    note = note_of(message)
    head = _plain(speaker(message)) + (f" <small>({_plain(note)})</small>" if note else "")
    parts = [f'<article class="{message.role}"><h2>{head}</h2>']
    if message.reasoning.strip():
        seconds = f"{message.reasoning_s:.0f}"
        parts.append(
            f"<details><summary>Thought for {seconds} s</summary>\n{_set(message.reasoning, markdown)}</details>"
        )
    parts.append(_set(said, markdown))
    if message.error:
        parts.append(f"<p><small>{_plain(message.error)}</small></p>")
    return "\n".join((*parts, "</article>"))


def _set(text: str, markdown: MarkdownIt) -> str:
    return f'<div dir="auto">{markdown.render(_legible(text))}</div>'


def _plain(text: str) -> str:
    return escape(_legible(text))


def _legible(text: str) -> str:
    return _REFUSED.sub("\ufffd", text)
