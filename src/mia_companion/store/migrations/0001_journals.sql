-- What the server has confirmed. Names, words and times are inside `sealed`.
CREATE TABLE journals (journal TEXT PRIMARY KEY, cursor INTEGER NOT NULL, sealed BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE entries (journal TEXT NOT NULL, seq INTEGER NOT NULL, sealed BLOB NOT NULL, PRIMARY KEY (journal, seq)) WITHOUT ROWID;
CREATE TABLE pictures (journal TEXT PRIMARY KEY, seq INTEGER NOT NULL, sealed BLOB NOT NULL) WITHOUT ROWID;

-- What waits to be sent: the exact bytes, and where they stand.
CREATE TABLE outbox (position INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, state TEXT NOT NULL, reason TEXT NOT NULL, sealed BLOB NOT NULL);

-- Half-written words, by the place in which they are written.
CREATE TABLE drafts (place TEXT PRIMARY KEY, sealed BLOB NOT NULL) WITHOUT ROWID;

-- The account, tokens, choices, and a seal by which a wrong key is known at once.
CREATE TABLE kept (name TEXT PRIMARY KEY, sealed BLOB NOT NULL) WITHOUT ROWID;
