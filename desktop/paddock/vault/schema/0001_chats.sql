-- Conversations: chats hold trees of messages; nothing is overwritten, versions are siblings.
-- Times are Unix seconds. Sampling parameters and timings are the JSON of engine/protocol.py's structs.

CREATE TABLE folder (
    id   INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL
) STRICT;

CREATE TABLE preset (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    name          TEXT NOT NULL UNIQUE,
    system_prompt TEXT NOT NULL,
    sampling      TEXT NOT NULL
) STRICT;

-- AUTOINCREMENT: a number kept outside (the window's last chat, an undo) never comes to mean another chat.
-- `leaf_id` is the end of the branch shown; `named` is 1 once a person chose the title.
CREATE TABLE chat (
    id             INTEGER PRIMARY KEY AUTOINCREMENT,
    folder_id      INTEGER REFERENCES folder (id) ON DELETE SET NULL,
    leaf_id        INTEGER,
    pinned         INTEGER NOT NULL DEFAULT 0,
    named          INTEGER NOT NULL DEFAULT 0,
    created_at     REAL NOT NULL,
    updated_at     REAL NOT NULL,
    trashed_at     REAL,
    context_tokens INTEGER,
    model          TEXT,
    sampling       TEXT,
    title          TEXT NOT NULL DEFAULT '',
    system_prompt  TEXT NOT NULL DEFAULT '',
    draft          TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX chat_folder ON chat (folder_id);

-- What is typed before there is a chat to keep it in.
CREATE TABLE new_chat_draft (
    id   INTEGER PRIMARY KEY CHECK (id = 1),
    text TEXT NOT NULL
) STRICT;
INSERT INTO new_chat_draft VALUES (1, '');

-- `shown` grows with each time a message becomes the end of the branch shown: the largest under a version is where
-- that version was last left. `trashed_with` is the message whose removal took this one along (itself included).
-- `run` is the program run that writes a streaming reply. The long columns come last: reading the others stays cheap.
CREATE TABLE message (
    id             INTEGER PRIMARY KEY AUTOINCREMENT,
    chat_id        INTEGER NOT NULL REFERENCES chat (id) ON DELETE CASCADE,
    parent_id      INTEGER REFERENCES message (id) ON DELETE CASCADE,
    shown          INTEGER NOT NULL DEFAULT 0,
    trashed_with   INTEGER,
    trashed_at     REAL,
    role           TEXT NOT NULL CHECK (role IN ('user', 'assistant')),
    state          TEXT NOT NULL CHECK (state IN ('complete', 'streaming', 'stopped', 'interrupted', 'failed')),
    run            TEXT,
    created_at     REAL NOT NULL,
    left_out_turns INTEGER NOT NULL DEFAULT 0,
    seed           INTEGER,
    finish_reason  TEXT NOT NULL DEFAULT '',
    model          TEXT NOT NULL DEFAULT '',
    timings        TEXT,
    error          TEXT NOT NULL DEFAULT '',
    reasoning_s    REAL NOT NULL DEFAULT 0,
    text           TEXT NOT NULL,
    reasoning      TEXT NOT NULL DEFAULT ''
) STRICT;
-- A chat's whole tree is read from this index alone, without touching a text.
CREATE INDEX message_tree ON message (chat_id, id, parent_id, shown, trashed_with);
CREATE INDEX message_parent ON message (parent_id);
CREATE INDEX message_trash ON message (trashed_with) WHERE trashed_with IS NOT NULL;
CREATE INDEX message_streaming ON message (run) WHERE state = 'streaming';

-- Search. chat/words.py cuts and folds text into words (pairs of characters where a script has no spaces), joined by
-- spaces; the index keeps no text of its own. A message is in it unless it is streaming. Prefix indexes serve the
-- word being typed and single Chinese or Japanese characters.
CREATE VIRTUAL TABLE message_words USING fts5 (words, content = '', tokenize = 'ascii', prefix = '1 2');
CREATE VIRTUAL TABLE title_words USING fts5 (words, content = '', tokenize = 'ascii', prefix = '1 2');

-- `words_version` is the folding the index was made with; `scrub` is 1 while removed words still lie in the file.
CREATE TABLE search_state (
    id            INTEGER PRIMARY KEY CHECK (id = 1),
    words_version TEXT NOT NULL,
    scrub         INTEGER NOT NULL
) STRICT;
INSERT INTO search_state VALUES (1, '', 0);
