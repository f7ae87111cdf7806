"""Appointments with everyone, and all that belongs to each."""
