"""My path: goals, milestones and steps."""
