"""The screens of those who pay: what has been published, and nothing else."""
