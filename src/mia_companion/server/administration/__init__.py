"""What an administrator does in the app: the sites and the staff of one association, and nothing else."""
