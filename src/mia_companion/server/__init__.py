"""The backend: keeps journals in order, and lets each be read by its audience and by nobody else."""
