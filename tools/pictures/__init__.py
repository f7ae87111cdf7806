"""Pictures of every screen of the demo, to be looked at, and a few of them for the documentation."""
