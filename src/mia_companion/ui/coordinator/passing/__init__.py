"""Passing something on to an agency, and what was passed on."""
