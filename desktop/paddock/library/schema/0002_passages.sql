-- Passages: what search finds and answers cite, with their words and vectors.

-- `first` and `last` are offsets in the page's text (last exclusive). `headings` is a JSON list, outermost first;
-- `header` a table's header where the passage holds later rows of it. AUTOINCREMENT: numbers only grow, so that what
-- was embedded is told by one number, and a number kept in memory never comes to mean another passage.
CREATE TABLE passage (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    document_id INTEGER NOT NULL REFERENCES document (id) ON DELETE CASCADE,
    page        INTEGER NOT NULL,
    first       INTEGER NOT NULL,
    last        INTEGER NOT NULL,
    kind        TEXT NOT NULL,
    place       TEXT NOT NULL,
    headings    TEXT NOT NULL,
    header      TEXT NOT NULL
) STRICT;
CREATE INDEX passage_page ON passage (document_id, page, first, id);

-- library/terms.py makes words comparable before they come here (cut to their stem's length, pairs of characters where
-- a script has no spaces). Marks belong to words: without Mn and Mc Hindi falls apart at every vowel.
CREATE VIRTUAL TABLE passage_words USING fts5 (
    context, body, content = '', contentless_delete = 1,
    tokenize = "unicode61 remove_diacritics 2 categories 'L* N* Co Mn Mc'"
);

-- One row a model (and its prefixes) that makes or made vectors; `key` tells models apart. Passages up to `done_to`
-- are embedded. `serving` is 1 for the one that search uses; another is being built beside it until it is whole.
CREATE TABLE embedder (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    key        TEXT NOT NULL UNIQUE,
    name       TEXT NOT NULL,
    dimensions INTEGER NOT NULL,
    done_to    INTEGER NOT NULL DEFAULT 0,
    serving    INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE UNIQUE INDEX embedder_serving ON embedder (serving) WHERE serving = 1;

-- A vector: its scale (little-endian float32), then one int8 a dimension.
CREATE TABLE vector (
    embedder_id INTEGER NOT NULL REFERENCES embedder (id) ON DELETE CASCADE,
    passage_id  INTEGER NOT NULL,
    quantised   BLOB NOT NULL,
    PRIMARY KEY (embedder_id, passage_id)
) STRICT, WITHOUT ROWID;

-- The signs of the vectors of passages `first` to `last`, for the first, coarse look: records of little-endian 64-bit
-- words, namely passage, document and one bit a dimension. Read whole into memory, so kept apart from the vectors.
CREATE TABLE sign_block (
    embedder_id INTEGER NOT NULL REFERENCES embedder (id) ON DELETE CASCADE,
    first       INTEGER NOT NULL,
    last        INTEGER NOT NULL,
    records     BLOB NOT NULL,
    PRIMARY KEY (embedder_id, first)
) STRICT, WITHOUT ROWID;
