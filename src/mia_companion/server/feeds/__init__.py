"""Feeds: a participant's appointments for calendars elsewhere."""
