"""Reminders by mail and SMS, sent by the backend as people chose."""
