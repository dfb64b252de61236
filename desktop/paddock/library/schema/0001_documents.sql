-- Documents: what was read of which file, which collections hold it, and what is still to be read.
-- Times are Unix seconds. Paths are bytes (os.fsencode): a file's name need not be valid text.

CREATE TABLE collection (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    name       TEXT NOT NULL UNIQUE COLLATE NOCASE,
    created_at REAL NOT NULL,
    embedder   TEXT NOT NULL DEFAULT ''
) STRICT;

-- One row a content, however many files hold it. `sha256` is null where no file could even be opened.
-- `state` "reading": a program reads it, or was ended in the middle of it; its pages so far are kept and searchable.
-- `read_with` names what made the pages kept (program, languages): only the same may go on where it ended.
-- `pages` is how many the file has as far as was seen; the other counts are of the kept rows of `page`, and change in
-- the same transaction as those.
CREATE TABLE document (
    id               INTEGER PRIMARY KEY AUTOINCREMENT,
    sha256           BLOB UNIQUE CHECK (length(sha256) = 32),
    state            TEXT NOT NULL CHECK (state IN ('waiting', 'reading', 'read', 'part', 'refused', 'stopped')),
    size_bytes       INTEGER NOT NULL,
    added_at         REAL NOT NULL,
    modified_at      REAL NOT NULL,
    read_at          REAL,
    pages            INTEGER NOT NULL DEFAULT 0,
    pages_kept       INTEGER NOT NULL DEFAULT 0,
    pages_empty      INTEGER NOT NULL DEFAULT 0,
    pages_no_text    INTEGER NOT NULL DEFAULT 0,
    pages_damaged    INTEGER NOT NULL DEFAULT 0,
    pages_cut        INTEGER NOT NULL DEFAULT 0,
    pages_recognised INTEGER NOT NULL DEFAULT 0,
    characters       INTEGER NOT NULL DEFAULT 0,
    draws            INTEGER NOT NULL DEFAULT 0,
    format           TEXT NOT NULL DEFAULT '',
    name             TEXT NOT NULL,
    title            TEXT NOT NULL DEFAULT '',
    author           TEXT NOT NULL DEFAULT '',
    languages        TEXT NOT NULL DEFAULT '',
    read_with        TEXT NOT NULL DEFAULT '',
    reason           TEXT NOT NULL DEFAULT '',
    note             TEXT NOT NULL DEFAULT '',
    next_step        TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX document_state ON document (state);

-- Where a document's content was seen. `state` is what the last look at the file found.
CREATE TABLE source (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    document_id INTEGER NOT NULL REFERENCES document (id) ON DELETE CASCADE,
    path        BLOB NOT NULL UNIQUE,
    size_bytes  INTEGER NOT NULL,
    mtime_ns    INTEGER NOT NULL,
    seen_at     REAL NOT NULL,
    state       TEXT NOT NULL DEFAULT 'there' CHECK (state IN ('there', 'changed', 'missing', 'unreachable'))
) STRICT;
CREATE INDEX source_document ON source (document_id);

CREATE TABLE membership (
    collection_id INTEGER NOT NULL REFERENCES collection (id) ON DELETE CASCADE,
    document_id   INTEGER NOT NULL REFERENCES document (id) ON DELETE CASCADE,
    added_at      REAL NOT NULL,
    PRIMARY KEY (collection_id, document_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX membership_document ON membership (document_id);

-- Folders whose new and changed files are read by themselves.
CREATE TABLE watched (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    collection_id INTEGER NOT NULL REFERENCES collection (id) ON DELETE CASCADE,
    path          BLOB NOT NULL,
    UNIQUE (collection_id, path)
) STRICT;

-- Files in watched folders that a person removed: not read again until they change. Only a digest of the path is
-- kept, because removing a document removes its name too.
CREATE TABLE passed_over (
    watched_id  INTEGER NOT NULL REFERENCES watched (id) ON DELETE CASCADE,
    path_digest BLOB NOT NULL,
    size_bytes  INTEGER NOT NULL,
    mtime_ns    INTEGER NOT NULL,
    PRIMARY KEY (watched_id, path_digest)
) STRICT, WITHOUT ROWID;

-- Pages, slides, sheets, sections, parts (reader/protocol.py, Page). `headings`, `blocks`, `spans` and `boxes` are
-- MessagePack. The long columns come last; lists of pages are read from the index alone.
CREATE TABLE page (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    document_id INTEGER NOT NULL REFERENCES document (id) ON DELETE CASCADE,
    number      INTEGER NOT NULL,
    kind        TEXT NOT NULL,
    outcome     TEXT NOT NULL,
    recognised  INTEGER NOT NULL,
    characters  INTEGER NOT NULL,
    label       TEXT NOT NULL,
    attachment  TEXT NOT NULL,
    detail      TEXT NOT NULL,
    headings    BLOB NOT NULL,
    text        TEXT NOT NULL,
    blocks      BLOB NOT NULL,
    spans       BLOB NOT NULL,
    boxes       BLOB NOT NULL
) STRICT;
CREATE UNIQUE INDEX page_number ON page (document_id, number);
CREATE INDEX page_outline ON page (document_id, number, kind, outcome, recognised, characters, label, attachment);

-- The queue. A document is in it exactly while it is "waiting" or "reading". `run` is the program run that reads it,
-- null while none does; a document queued again gets a new row, so that an old reading can tell that it is not wanted
-- any more. `anew` is 1 where the pages kept are to be replaced; `deaths` counts reader processes it has cost.
CREATE TABLE job (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    document_id INTEGER NOT NULL UNIQUE REFERENCES document (id) ON DELETE CASCADE,
    priority    INTEGER NOT NULL DEFAULT 0,
    anew        INTEGER NOT NULL DEFAULT 0,
    deaths      INTEGER NOT NULL DEFAULT 0,
    run         TEXT
) STRICT;
CREATE INDEX job_order ON job (priority DESC, id) WHERE run IS NULL;

-- What was dropped and not yet looked through to its end.
CREATE TABLE dropped (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    collection_id INTEGER REFERENCES collection (id) ON DELETE CASCADE,
    path          BLOB NOT NULL,
    priority      INTEGER NOT NULL DEFAULT 0,
    run           TEXT
) STRICT;

-- `scrub` counts removals whose words may still lie in the log or the index.
CREATE TABLE library_state (
    id    INTEGER PRIMARY KEY CHECK (id = 1),
    scrub INTEGER NOT NULL
) STRICT;
INSERT INTO library_state VALUES (1, 0);
