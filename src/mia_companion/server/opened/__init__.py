"""Who has looked at a participant's pages: what the server can know of it, and how they ask."""
