"""The device's own store: one sealed SQLite file a person, one writer, nothing acknowledged is lost."""
