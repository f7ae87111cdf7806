"""One person, as far as they share it."""
