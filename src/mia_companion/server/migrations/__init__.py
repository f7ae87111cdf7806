"""Numbered changes of the schema, run at start."""
