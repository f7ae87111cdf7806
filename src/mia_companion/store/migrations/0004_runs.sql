-- Entries that came together lie together, sealed once: from `first` to `seq`. What was here lies one by one.
-- With a rowid, as runs are long: without one, every row on the way to the one asked for is read whole.
ALTER TABLE entries RENAME TO entries_before;
CREATE TABLE entries (journal TEXT NOT NULL, seq INTEGER NOT NULL, first INTEGER NOT NULL, sealed BLOB NOT NULL, PRIMARY KEY (journal, seq));
INSERT INTO entries SELECT journal, seq, seq, sealed FROM entries_before;
DROP TABLE entries_before;
