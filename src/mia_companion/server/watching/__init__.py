"""Whether the server is well, and what whoever runs it is told."""
