"""Booking a time, and moving one."""
