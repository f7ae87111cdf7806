-- What is settled of the saved pictures, in chunks that are opened when somebody looks back. No number is
-- ever used again, so that one that is remembered never stands for something else.
CREATE TABLE shelves (number INTEGER PRIMARY KEY AUTOINCREMENT, journal TEXT NOT NULL, sealed BLOB NOT NULL);

-- Without a rowid, every long row on the way to the one that is asked for is read whole.
ALTER TABLE pictures RENAME TO pictures_before;
CREATE TABLE pictures (journal TEXT PRIMARY KEY, seq INTEGER NOT NULL, sealed BLOB NOT NULL);
INSERT INTO pictures SELECT journal, seq, sealed FROM pictures_before;
DROP TABLE pictures_before;
