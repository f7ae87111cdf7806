"""Inviting somebody."""
