"""In and out: a caseload from a file, and one's own as a file."""
