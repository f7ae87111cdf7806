"""How fast and how small it is, always beside a floor measured in the same run. Never part of a test."""
