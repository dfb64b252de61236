-- What chats have to do with documents. Documents live in the library's own store: `target_id` is a number there.

CREATE TABLE attachment (
    id        INTEGER PRIMARY KEY AUTOINCREMENT,
    chat_id   INTEGER NOT NULL REFERENCES chat (id) ON DELETE CASCADE,
    kind      TEXT NOT NULL CHECK (kind IN ('document', 'collection')),
    target_id INTEGER NOT NULL,
    used      TEXT NOT NULL CHECK (used IN ('auto', 'whole', 'searched')),
    name      TEXT NOT NULL,
    UNIQUE (chat_id, kind, target_id)
) STRICT;

-- What a reply was given of the documents and which sentence rests on what: the JSON of chat/sources.py, Consulted.
CREATE TABLE consulted (
    message_id INTEGER PRIMARY KEY REFERENCES message (id) ON DELETE CASCADE,
    what       TEXT NOT NULL
) STRICT;
