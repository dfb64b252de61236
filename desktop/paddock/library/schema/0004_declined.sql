-- Embedders a person does not want in the place of the one that serves, by their file's SHA-256: not offered again.
CREATE TABLE declined_embedder (
    sha256 TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;
