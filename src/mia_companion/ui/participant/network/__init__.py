"""Everyone around one, and how to reach them."""
