"""What was done is written so that it cannot be unwritten: the audit's chain, its anchor, and who looks."""
