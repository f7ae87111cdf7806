"""The screens of those who pay for the work: what was published, and nobody's plan."""
