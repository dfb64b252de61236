"""Export to Markdown, HTML and JSON; import gives back what was exported, and refuses everything else."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from paddock.chat.archive import FILE_LIMIT_BYTES, read_archive
from paddock.chat.export import from_json, to_html, to_json, to_markdown
from paddock.chat.replies import ReplyEnd
from paddock.engine.protocol import Sampling, Timings
from paddock.errors import ImportRefused

if TYPE_CHECKING:
    from paddock.chat.store import ChatStore

TIMINGS = Timings(
    prompt_tokens=5, reused_tokens=1, prompt_ms=1.5, answer_tokens=7, answer_ms=70.25, first_token_ms=3.125
)


def a_rich_chat(store: ChatStore) -> int:
    """Versions of everything, options, a folder, every state, something in the trash and a draft."""
    chat = store.create_chat("Everything & <more>", store.create_folder("Work").id).id
    store.pin_chat(chat, pinned=True)
    store.set_chat_options(
        chat, system_prompt="Be *kind*.", sampling=Sampling(seed=3, max_tokens=9), model="m", context_tokens=512
    )
    first = store.add_user_message(chat, None, "First 今天 \U0001f600 \0 end")
    for state in ("complete", "stopped", "failed"):
        reply = store.start_reply(chat, first.id, model="m.gguf", left_out_turns=2)
        end = ReplyEnd(
            state="complete" if state == "complete" else "stopped" if state == "stopped" else "failed",
            text=f"# Heading\n\nreply {state}",
            reasoning="I think",
            reasoning_s=2.5,
            finish_reason="stop",
            error="It broke." if state == "failed" else "",
            timings=TIMINGS,
            seed=11,
        )
        store.finish_reply(reply.id, end)
    second = store.add_user_message(chat, reply.id, "second")
    store.add_user_message(chat, reply.id, "second, otherwise")
    store.trash_message(store.add_user_message(chat, second.id, "in the trash").id)
    store.add_user_message(chat, None, "First, edited")
    store.select_version(second.id)
    store.save_draft(chat, "a draft")
    return chat


def without_time(raw: bytes) -> Any:
    document = json.loads(raw)
    assert document.pop("exported_at") == 5.0
    return document


def test_import_then_export_is_equal(store: ChatStore) -> None:
    chat = a_rich_chat(store)
    store.create_chat()
    exported = to_json(store, 5.0)
    added = from_json(store, exported)
    assert [one.title for one in added] == ["Everything & <more>", ""]
    assert without_time(to_json(store, 5.0, [one.id for one in added])) == without_time(exported)
    copy = added[0].id
    assert [message.text for message in store.branch(copy)] == [message.text for message in store.branch(chat)]
    assert [folder.name for folder in store.folders()] == ["Work"]
    assert store.search("draft") == []
    assert b"in the trash" not in exported
    assert b"a draft" not in exported
    # What was last shown under each version is kept as well.
    for old, new in zip(store.branch(chat), store.branch(copy), strict=True):
        store.select_version(store.siblings(old.id)[0].id)
        store.select_version(store.siblings(new.id)[0].id)
        texts = [message.text for message in store.branch(copy)]
        assert texts == [message.text for message in store.branch(chat)]
    assert len({hit.chat_id for hit in store.search("heading")}) == 2


MESSAGE = st.fixed_dictionaries(
    {"role": st.sampled_from(["user", "assistant"]), "text": st.text(st.characters(exclude_categories=["Cs"]))},
    optional={
        "state": st.sampled_from(["complete", "stopped", "interrupted", "failed"]),
        "reasoning": st.text(st.characters(exclude_categories=["Cs"]), max_size=20),
        "seed": st.none() | st.integers(0, 2**32 - 1),
        "shown": st.integers(0, 2**53 - 1),
        "created_at": st.floats(0, 1e11),
    },
)


@pytest.mark.slow
@settings(max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(MESSAGE, max_size=12), st.data())
def test_any_tree_goes_through(store: ChatStore, messages: list[dict[str, Any]], data: st.DataObject) -> None:
    for at, message in enumerate(messages):
        message.setdefault("created_at", 1.0)
        message["parent"] = data.draw(st.none() | st.integers(0, at - 1)) if at else None
    chat = {"title": "T", "created_at": 1.0, "updated_at": 2.0, "messages": messages}
    raw = json.dumps({"format": "paddock-chats", "version": 1, "exported_at": 5.0, "chats": [chat]}).encode()
    first = from_json(store, raw)
    once = to_json(store, 5.0, [first[0].id])
    second = from_json(store, once)
    assert without_time(to_json(store, 5.0, [second[0].id])) == without_time(once)
    kept = without_time(once)["chats"][0]["messages"]
    assert [message["text"] for message in kept] == [message["text"] for message in messages]
    assert [message["parent"] for message in kept] == [message["parent"] for message in messages]
    store.branch(first[0].id)


def archive_with(**changes: Any) -> dict[str, Any]:
    message = {"parent": None, "role": "user", "text": "Hello", "created_at": 1.0}
    chat = {"title": "T", "created_at": 1.0, "updated_at": 1.0, "leaf": 0, "messages": [message]}
    whole: dict[str, Any] = {"format": "paddock-chats", "version": 1, "exported_at": 1.0, "chats": [chat]}
    for place, value in changes.items():
        target: Any = {"file": whole, "chat": chat, "message": message}[place.split("_", 1)[0]]
        name = place.split("_", 1)[1]
        if value is None and name != "leaf":
            del target[name]
        else:
            target[name] = value
    return whole


LINK = {"role": "user", "text": "x", "created_at": 1.0}
HOSTILE: dict[str, bytes] = {
    "nothing": b"",
    "not JSON": b"Hello",
    "not UTF-8": b'{"format": "\xff\xfe"}',
    "a lone surrogate": json.dumps(archive_with(message_text="\ud800")).encode(),
    "another program's file": json.dumps([{"mapping": {}}]).encode(),
    "no format": json.dumps(archive_with(file_format=None)).encode(),
    "another format": json.dumps(archive_with(file_format="x")).encode(),
    "a later version": json.dumps(archive_with(file_version=2)).encode(),
    "version as text": json.dumps(archive_with(file_version="1")).encode(),
    "no chats": json.dumps(archive_with(file_chats=None)).encode(),
    "chats of another type": json.dumps(archive_with(file_chats={"0": {}})).encode(),
    "no messages": json.dumps(archive_with(chat_messages=None)).encode(),
    "its own parent": json.dumps(archive_with(message_parent=0)).encode(),
    "a cycle": json.dumps(archive_with(chat_messages=[{**LINK, "parent": 1}, {**LINK, "parent": 0}])).encode(),
    "a parent that is not there": json.dumps(archive_with(message_parent=7)).encode(),
    "a parent before the first": json.dumps(archive_with(message_parent=-1)).encode(),
    "a parent of another type": json.dumps(archive_with(message_parent="0")).encode(),
    "a leaf that is not there": json.dumps(archive_with(chat_leaf=1)).encode(),
    "an unknown role": json.dumps(archive_with(message_role="system")).encode(),
    "an unknown state": json.dumps(archive_with(message_state="streaming")).encode(),
    "text of another type": json.dumps(archive_with(message_text=["Hello"])).encode(),
    "text that is null": b'{"format":"paddock-chats","version":1,"exported_at":1,"chats":[{"title":"T","created_at":1,'
    b'"updated_at":1,"messages":[{"parent":null,"role":"user","text":null,"created_at":1}]}]}',
    "a time before time": json.dumps(archive_with(chat_created_at=-1)).encode(),
    "a time after all": json.dumps(archive_with(chat_created_at=1e300)).encode(),
    "a time that is no number": json.dumps(archive_with(chat_created_at=float("nan"))).encode(),
    "a number too large": json.dumps(archive_with(message_seed=2**64)).encode(),
    "a temperature too high": json.dumps(archive_with(chat_sampling={"temperature": 99})).encode(),
    "a title too long": json.dumps(archive_with(chat_title="x" * 1_001)).encode(),
    "nested too deeply": b'{"format":"paddock-chats","version":1,"chats":' + b"[" * 100_000,
    "nested too deeply where it is passed over": b'{"other":' + b"[" * 100_000 + b"]" * 100_000 + b"}",
    "nested objects": b'{"a":' * 50_000 + b"1" + b"}" * 50_000,
    "cut short": json.dumps(archive_with()).encode()[:-5],
    "something after it": json.dumps(archive_with()).encode() + b"{}",
}


@pytest.mark.parametrize("raw", HOSTILE.values(), ids=HOSTILE.keys())
def test_anything_else_is_refused_and_nothing_is_added(store: ChatStore, raw: bytes) -> None:
    with pytest.raises(ImportRefused) as told:
        from_json(store, raw)
    assert told.value.what == "This file cannot be imported."
    assert len(str(told.value)) < 500
    assert store.chats() == []


def test_a_file_too_large_is_refused_before_it_is_read(store: ChatStore) -> None:
    with pytest.raises(ImportRefused, match="larger than 256 MB"):
        from_json(store, bytes(FILE_LIMIT_BYTES + 1))


def test_the_smallest_file_is_taken(store: ChatStore) -> None:
    """What the refusals vary is itself good."""
    assert [chat.title for chat in from_json(store, json.dumps(archive_with()).encode())] == ["T"]
    assert (
        from_json(store, json.dumps(archive_with(file_later="field", chat_leaf=None)).encode())[0].leaf_id is not None
    )


@pytest.mark.slow
@settings(max_examples=300, deadline=None)
@given(st.data())
def test_a_damaged_file_is_read_or_refused_and_nothing_else(data: st.DataObject) -> None:
    raw = bytearray(json.dumps(archive_with(chat_sampling={"seed": 1})).encode())
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(raw) - 1))
        piece = data.draw(
            st.binary(max_size=4) | st.sampled_from([b"null", b"-1", b"[", b"{}", b'"', b"1e999", b"true"])
        )
        raw[at : at + data.draw(st.integers(0, 4))] = piece
    try:
        read_archive(bytes(raw))
    except ImportRefused as told:
        assert told.why != ""  # noqa: PT017 - either outcome is good


@pytest.mark.slow
def test_a_long_chain_is_no_trouble(store: ChatStore) -> None:
    links = [{**LINK, "parent": at - 1 if at else None} for at in range(20_000)]
    chat = from_json(store, json.dumps(archive_with(chat_messages=links, chat_leaf=None)).encode())[0]
    assert len(store.branch(chat.id)) == 20_000


# ---------------------------------------------------------------- to read


def test_markdown_reads_like_the_conversation(store: ChatStore) -> None:
    chat = a_rich_chat(store)
    text = to_markdown(store, [chat])
    assert text.startswith("# Everything & <more>\n\n*2026-")
    assert "## System prompt\n\nBe *kind*." in text
    assert "## You *(version 1 of 2)*\n\nFirst 今天" in text
    assert "> Thought for 2 s:\n>\n> I think" in text
    assert "## m.gguf *(failed, version 3 of 3, written without the 2 oldest messages)*" in text
    assert "*It broke.*" in text
    assert "reply stopped" not in text
    assert "\n\n---\n\n# Untitled chat" in to_markdown(store, [chat, store.create_chat().id])


class Page(HTMLParser):
    """What a browser would find in a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text.append(data)


SAID = [
    "<script>alert(1)</script>",
    '<img src=x onerror="alert(1)">',
    "![a](http://example.org/spy.png)",
    "![a](data:image/png;base64,AAAA)",
    "[click](javascript:alert(1)) [click](JaVaScRiPt:alert(1)) [click](data:text/html,x) [click](file:///etc/passwd)",
    "[good](https://example.org) <https://example.org/auto>",
    '```"><script>alert(1)</script>\n</code></pre><script>alert(1)</script>\n```',
    "</article></section></body><iframe src=//example.org>",
    "| a | b |\n|---|---|\n| <b>1</b> | 2 |",
    "[x]: http://example.org 'onload=\"alert(1)'\n\n[x] ~~gone~~",
    "\0 \x1b[31m \u202e turned",
]


def test_markdown_holds_nothing_a_terminal_obeys(store: ChatStore) -> None:
    chat = store.create_chat("Title\x1b]0;x\x07").id
    store.add_user_message(chat, None, "\x1b[2J\x9b31mred\x00\x7f over\rwritten\r\nnext\tcell \u200fעברית")
    text = to_markdown(store, [chat])
    assert not [letter for letter in text if (letter < " " and letter not in "\n\t") or "\x7f" <= letter <= "\x9f"]
    assert "[2J31mred over\nwritten\nnext\tcell \u200fעברית" in text


def test_a_page_shows_all_and_runs_loads_and_hides_nothing(store: ChatStore) -> None:
    for said in SAID:
        chat = store.create_chat(said).id
        store.set_chat_options(chat, system_prompt=said)
        first = store.add_user_message(chat, None, said)
        reply = store.start_reply(chat, first.id, model=said)
        store.finish_reply(reply.id, ReplyEnd(state="failed", text=said, reasoning=said, error=said))
    text = to_html(store)
    page = Page(text)
    allowed = {
        *("html", "head", "meta", "title", "style", "body", "section", "h1", "h2", "h3", "time", "article", "div", "p"),
        *("small", "details", "summary", "a", "pre", "code", "table", "thead", "tbody", "tr", "th", "td", "s", "em"),
        *("strong", "br", "hr", "ul", "ol", "li", "blockquote"),
    }
    assert {tag for tag, _ in page.tags} <= allowed
    names = {name for _, attributes in page.tags for name in attributes}
    assert names <= {"charset", "http-equiv", "content", "name", "dir", "class", "href", "title", "style"}
    links = {attributes["href"] for tag, attributes in page.tags if tag == "a"}
    assert links == {
        "https://example.org",
        "https://example.org/auto",
        "http://example.org/spy.png",
        "http://example.org",
    }
    styles = {value for _, attributes in page.tags for name, value in attributes.items() if name == "style"}
    assert styles <= {"text-align:left", "text-align:right", "text-align:center"}
    assert "@import" not in text
    assert "url(" not in text
    policy = next(attributes["content"] for tag, attributes in page.tags if attributes.get("http-equiv"))
    assert policy == "default-src 'none'; style-src 'unsafe-inline'"
    shown = "".join(page.text)
    assert shown.count("<script>alert(1)</script>") >= 5
    assert not re.search("[\0\x1b\u202e]", text)
    assert "prefers-color-scheme: dark" in text


def test_one_chat_gives_the_page_its_title(store: ChatStore) -> None:
    chat = a_rich_chat(store)
    page = to_html(store, [chat])
    assert "<title>Everything &amp; &lt;more&gt;</title>" in page
    assert "<h1>Heading</h1>\n<p>reply failed</p>" in page


def test_names_from_a_file_are_one_legible_line_and_no_paths(store: ChatStore) -> None:
    evil = "A\u202eB\x1b[31m\nC\0"
    chat = archive_with(chat_title=evil, chat_folder=evil, message_model=evil, chat_model="//server/share/x.gguf")
    added = from_json(store, json.dumps(chat).encode())[0]
    assert added.title == "A B [31m C"
    assert [folder.name for folder in store.folders()] == ["A B [31m C"]
    assert store.branch(added.id)[0].model == "A B [31m C"
    assert added.model is None
    for path in ("/etc/passwd", "..\\x.gguf", "~/x", "\0"):
        chat = archive_with(chat_folder="\n\0 ", chat_model=path)
        added = from_json(store, json.dumps(chat).encode())[0]
        assert (added.model, added.folder_id) == (None, None)


def test_what_was_imported_with_the_largest_counts_can_be_exported_and_imported_again(store: ChatStore) -> None:
    whole = archive_with(message_shown=2**53 - 1)
    whole["chats"][0]["messages"] += [{**LINK, "parent": None, "shown": 2**53 - 2}]
    first, second = (message.id for message in store.siblings(store.branch(from_json_one(store, whole))[0].id))
    chat = store.message(first).chat_id
    assert store.chat(chat).leaf_id == first
    store.select_version(second)
    again = from_json(store, to_json(store, 5.0, [chat]))[0]
    assert store.branch(again.id)[0].text == "x"


def from_json_one(store: ChatStore, whole: dict[str, Any]) -> int:
    return from_json(store, json.dumps(whole).encode())[0].id
