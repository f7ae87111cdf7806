"""What is set from outside: every variable in one table, read in one way. Lies beneath all rooms."""
