"""Puts a word of its own in through every door of a real program, then ends as asked: in order, or by SIGKILL.

`python -m tests.privacy.every_door HOME MODEL orderly|killed` prints the words, one a line, as they go in.
"""

from __future__ import annotations

import os
import secrets
import signal
import sys
from pathlib import Path

from paddock.app import Paddock
from paddock.engine.client import CancelToken
from paddock.engine.protocol import Delta, Sampling
from paddock.home import Home
from tests.privacy.document_doors import ask_in_passing, go_through

PASSPHRASE = "correct horse battery staple"


def main() -> None:
    """Go through the doors; with "killed", die in the middle of an answer."""
    home, model, end = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3]
    paddock = Paddock(Home.under(home))
    if paddock.custody.state() == "none":
        paddock.set_up(PASSPHRASE)
    else:
        paddock.unlock(PASSPHRASE)
    chats = paddock.chats
    chat = chats.create_chat(_word("title"))
    folder = chats.create_folder(_word("folder"))
    chats.move_chat(chat.id, folder.id)
    chats.set_chat_options(chat.id, system_prompt=_word("system"), model=str(model))
    chats.save_preset(_word("preset"), _word("presetprompt"), Sampling(temperature=0, max_tokens=64))
    chats.keep_model_options(_word("optionsmodel"), _word("modelprompt"), Sampling(temperature=0, max_tokens=64))
    chats.save_draft(None, _word("newdraft"))
    chats.save_draft(chat.id, _word("draft"))
    paddock.service.send(chat.id, _word("question"), on_event=lambda _: None, cancel=CancelToken())
    chats.search(_word("searched"))
    reply = chats.branch(chat.id)[-1]
    chats.add_edited_reply(reply.id, _word("reply"))
    doomed = chats.create_chat(_word("doomed"))
    chats.trash_chat(doomed.id)
    chats.empty_trash()
    papers = home.parent / "papers"
    go_through(paddock, papers, chat.id, _word)
    ask_in_passing(paddock, papers, _word, lambda: None)
    paddock.vault.backup_if_due()

    def die(event: object) -> None:
        if isinstance(event, Delta):
            os.kill(os.getpid(), signal.SIGKILL)

    if end == "killed":
        chat = chats.create_chat()
        chats.set_chat_options(chat.id, model=str(model), sampling=Sampling(temperature=0, max_tokens=64))
        ask_in_passing(
            paddock, papers, _word,
            lambda: paddock.service.send(chat.id, _word("last"), on_event=die, cancel=CancelToken()),
        )  # fmt: skip
        raise AssertionError("the answer had no first piece to die at")
    paddock.close()


def _word(door: str) -> str:
    word = f"{door}{secrets.token_hex(8)}"
    print(word, flush=True)  # noqa: T201 - told to the test
    return word


if __name__ == "__main__":
    main()
