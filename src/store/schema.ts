// The tables of a graph file, and the marks in its header by which it is known.

/** "STEM" in the header of the file, https://sqlite.org/pragma.html#pragma_application_id */
export const APPLICATION_ID = 0x5354454d;

/**
 * Goes up when a table changes shape; newer files are refused. An older one is read as it is, and its derived tables are made
 * anew with the next state. 2: rows are written by difference, so decisions have a key and whoever is searched knows its words.
 * 3: entities are found by their names and decisions by either side, without reading all of them.
 */
export const SCHEMA_VERSION = 3;

/**
 * What follows from the documents: the tables that each state brings up to date. `word` is the row of `words` that holds the
 * words of the row, null where it has none. `called` holds the keys of names (model/name-key.ts), `other` the right side. Rows deleted from a full-text index leave their words behind unless told not to.
 */
export const DERIVED_TABLES = `
CREATE TABLE document (id TEXT PRIMARY KEY, word INTEGER, data BLOB NOT NULL);
CREATE TABLE entity (id TEXT PRIMARY KEY, word INTEGER, data TEXT NOT NULL);
CREATE TABLE called (entity TEXT NOT NULL, name TEXT NOT NULL, PRIMARY KEY (entity, name)) WITHOUT ROWID;
CREATE INDEX called_by_name ON called (name);
CREATE TABLE mention (id TEXT PRIMARY KEY, document TEXT NOT NULL, start INTEGER NOT NULL, stop INTEGER NOT NULL, data TEXT NOT NULL);
CREATE INDEX mention_in_document ON mention (document, start, stop DESC);
CREATE TABLE claim (id TEXT PRIMARY KEY, subject TEXT NOT NULL, object TEXT, word INTEGER, data TEXT NOT NULL);
CREATE INDEX claim_by_subject ON claim (subject);
CREATE INDEX claim_by_object ON claim (object);
CREATE TABLE conflict (id TEXT PRIMARY KEY, data TEXT NOT NULL);
CREATE TABLE decision (id TEXT PRIMARY KEY, other TEXT NOT NULL, data TEXT NOT NULL);
CREATE INDEX decision_by_other ON decision (other);
CREATE VIRTUAL TABLE words USING fts5 (kind UNINDEXED, id UNINDEXED, title, body, tokenize = "unicode61 remove_diacritics 2", prefix = '2 3');
INSERT INTO words (words, rank) VALUES ('secure-delete', 1);
`;

/**
 * What is known for ever or until it is taken back: meta, session, extraction, listed, place, withheld, judgement.
 * `data` is JSON; where it is a BLOB it is deflated, and the checksum of zlib guards it.
 */
export const SCHEMA = `
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE session (token TEXT PRIMARY KEY, pid INTEGER NOT NULL, host TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE extraction (document TEXT NOT NULL, version TEXT NOT NULL, data BLOB NOT NULL, PRIMARY KEY (document, version));
CREATE TABLE listed (document TEXT PRIMARY KEY, version TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE place (document TEXT NOT NULL, source TEXT NOT NULL, path TEXT NOT NULL, PRIMARY KEY (document, source, path)) WITHOUT ROWID;
CREATE TABLE withheld (source TEXT NOT NULL, document TEXT NOT NULL, path TEXT NOT NULL);
CREATE TABLE judgement (sequence INTEGER PRIMARY KEY, data TEXT NOT NULL);
${DERIVED_TABLES}
PRAGMA application_id = ${APPLICATION_ID};
PRAGMA user_version = ${SCHEMA_VERSION};
`;
