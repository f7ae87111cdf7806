"""Who has opened my pages."""
