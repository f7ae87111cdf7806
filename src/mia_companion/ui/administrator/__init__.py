"""The screens of those who administer an association: its sites and its staff, and nobody's plan."""
