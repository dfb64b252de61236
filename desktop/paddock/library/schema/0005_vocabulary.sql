-- Reads, out of the full-text index itself, in which passages a word stands and how often; keeps nothing of its own.
CREATE VIRTUAL TABLE passage_vocabulary USING fts5vocab (passage_words, instance);
