"""Who may tell whom what: given, seen and taken back."""
