-- What holds for a model, by its installed name, in every chat that says nothing else; `sampling` as in `preset`.

CREATE TABLE model_options (
    model         TEXT PRIMARY KEY,
    system_prompt TEXT NOT NULL,
    sampling      TEXT NOT NULL
) STRICT;

-- A preset of the model's name held for it until now; as a preset it stays.
INSERT INTO model_options (model, system_prompt, sampling) SELECT name, system_prompt, sampling FROM preset;
