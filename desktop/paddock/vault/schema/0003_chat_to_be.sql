-- What a chat that is not begun yet will ask, beside its draft (`new_chat_draft`); in the order it was attached.

CREATE TABLE new_chat_attachment (
    place     INTEGER PRIMARY KEY,
    kind      TEXT NOT NULL CHECK (kind IN ('document', 'collection')),
    target_id INTEGER NOT NULL,
    used      TEXT NOT NULL CHECK (used IN ('auto', 'whole', 'searched')),
    name      TEXT NOT NULL,
    UNIQUE (kind, target_id)
) STRICT;
