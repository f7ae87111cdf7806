"""The lock on this device: an own PIN, when the app locks by itself, and taking everything off it."""
