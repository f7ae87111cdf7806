"""Reminders that one has chosen: where they are chosen, where they are shown, and all of them in one list."""
