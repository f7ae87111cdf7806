"""The way through every screen of the demo: `tools.pictures` draws each, `tools.access` listens to each."""
