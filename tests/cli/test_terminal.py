"""What reaches a terminal: no control characters from strangers, progress only where someone watches."""

from __future__ import annotations

import io
import json
import os

import pytest

from paddock.cli.terminal import NobodyReads, Terminal, clean, one_line


class Watched(io.StringIO):
    def isatty(self) -> bool:
        return True


class Closed(io.StringIO):
    def write(self, text: str) -> int:
        raise BrokenPipeError


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain\n\tünïcode 模型 🐎\n", "plain\n\tünïcode 模型 🐎\n"),
        ("\x1b[2J\x1b]0;title\x07red\x1b[31m", "[2J]0;titlered[31m"),
        ("over\rwritten\b\b", "overwritten"),
        ("\x9b31m\x90\x84", "31m"),
        ("safe\u202egnp.exe", "safegnp.exe"),
        ("nul\0", "nul"),
    ],
)
def test_what_a_terminal_would_obey_is_taken_out(text: str, shown: str) -> None:
    assert clean(text) == shown
    out = io.StringIO()
    Terminal(out, io.StringIO()).write(text)
    assert out.getvalue() == shown


def test_json_is_whole_and_harmless() -> None:
    out = io.StringIO()
    text = "\x1b[31m\x9b31m\u202e\x7f ü 🐎 \ud800"
    Terminal(out, io.StringIO()).json({"text": text})
    raw = out.getvalue()
    assert clean(raw) == raw
    assert "ü 🐎" in raw
    assert json.loads(raw)["text"] == text


def test_a_document_keeps_its_reading_direction_in_a_file_and_no_control_characters() -> None:
    text = "a \u2067عرب\u2069 b\r\n\x1b[31m\x9b31m\u202eend\n"
    piped, shown = io.StringIO(newline=""), Watched(newline="")
    Terminal(piped, io.StringIO()).document(text)
    Terminal(shown, io.StringIO()).document(text)
    assert piped.getvalue() == "a \u2067عرب\u2069 b\r\n[31m31m\u202eend\n"
    assert shown.getvalue() == "a عرب b\n[31m31mend\n"


def test_notes_are_one_line() -> None:
    err = io.StringIO()
    Terminal(io.StringIO(), err).note("first\nsecond\x1b[1m\r third")
    assert err.getvalue() == "paddock: first second[1m third\n"
    assert one_line(" a \n\n b\t") == "a b"


def test_progress_is_shown_only_where_someone_watches_and_is_taken_away() -> None:
    unwatched, watched, out = io.StringIO(), Watched(), io.StringIO()
    quiet = Terminal(out, unwatched)
    quiet.progress("Loading … 40 %")
    quiet.line("answer")
    assert unwatched.getvalue() == ""
    shown = Terminal(out, watched)
    shown.progress("Loading … 40 %")
    shown.line("answer")
    shown.line("more")
    assert watched.getvalue() == "\r\x1b[KLoading … 40 %\r\x1b[K"
    assert out.getvalue() == "answer\nanswer\nmore\n"


def test_a_line_is_ended_once() -> None:
    out = io.StringIO()
    terminal = Terminal(out, io.StringIO())
    terminal.end_line()
    terminal.write("no end")
    terminal.end_line()
    terminal.end_line()
    assert out.getvalue() == "no end\n"


def test_a_closed_output_is_told_apart_from_other_failures() -> None:
    terminal = Terminal(Closed(), io.StringIO())
    with pytest.raises(NobodyReads):
        terminal.line("x")
    terminal.end_line_quietly()


def test_a_pipe_that_nobody_reads_is_a_closed_output() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    out = os.fdopen(writing, "w", encoding="utf-8")
    with pytest.raises(NobodyReads):
        Terminal(out, io.StringIO()).line("x")
    with pytest.raises(OSError, match=r".+"):
        out.close()  # what nobody read is still to be written


def test_tables_are_aligned_and_clean() -> None:
    out = io.StringIO()
    terminal = Terminal(out, io.StringIO())
    terminal.table([])
    terminal.table([("1", "long name", "end"), ("22", "x", "a\nb\x1b")])
    assert out.getvalue() == "1   long name  end\n22  x          a b\n"
