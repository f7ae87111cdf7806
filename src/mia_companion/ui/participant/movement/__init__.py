"""Looking back: what has happened, and how different parts of life are, in words and in pictures."""
