"""Appointments as other calendars read and write them: iCalendar, RFC 5545."""
