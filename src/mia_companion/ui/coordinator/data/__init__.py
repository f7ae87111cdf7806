"""What a person asks about what is kept of them, and the answers."""
