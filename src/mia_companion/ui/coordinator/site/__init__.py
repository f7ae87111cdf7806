"""What the team has in common: hours, contacts, cover, templates, results, files."""
