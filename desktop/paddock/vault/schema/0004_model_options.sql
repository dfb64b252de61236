-- What holds for a model, by its installed name, in every chat that says nothing else; `sampling` as in `preset`.

CREATE TABLE model_options (
    model         TEXT PRIMARY KEY,
    system_prompt TEXT NOT NULL,
    sampling      TEXT NOT NULL
) STRICT;
