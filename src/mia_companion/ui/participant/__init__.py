"""What a participant sees."""
