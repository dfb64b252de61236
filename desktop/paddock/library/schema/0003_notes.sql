-- Notes a model took on parts of a document, so that a summary that was stopped goes on where it was. `key` tells the
-- part and the model (chat/summarizing.py); they go when the summary is whole, and with the document.
CREATE TABLE note (
    document_id INTEGER NOT NULL REFERENCES document (id) ON DELETE CASCADE,
    key         TEXT NOT NULL,
    text        TEXT NOT NULL,
    PRIMARY KEY (document_id, key)
) STRICT, WITHOUT ROWID;
