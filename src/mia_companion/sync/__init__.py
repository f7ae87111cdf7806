"""Getting entries to the server and back: the httpx client and the engine."""
