-- Photos and files that the server has not acknowledged. What each is and where it stands lies in `sealed`.
-- `journal` is empty while no entry names it, and while it waits for its owner to be back on this device.
CREATE TABLE blobs (blob TEXT PRIMARY KEY, journal TEXT NOT NULL, entry TEXT NOT NULL, sealed BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE blob_bytes (blob TEXT PRIMARY KEY, sealed BLOB NOT NULL);
CREATE TRIGGER blob_gone AFTER DELETE ON blobs BEGIN DELETE FROM blob_bytes WHERE blob = OLD.blob; END;

-- Acknowledged or downloaded: each may go at any time, the least recently used first.
CREATE TABLE blob_cache (blob TEXT PRIMARY KEY, journal TEXT NOT NULL, mine INTEGER NOT NULL, used INTEGER NOT NULL, size INTEGER NOT NULL, sealed BLOB NOT NULL);
