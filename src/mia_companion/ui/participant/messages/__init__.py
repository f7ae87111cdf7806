"""Threads with the coordinators."""
