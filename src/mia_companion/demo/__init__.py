"""A small invented association, for trying the app. Its people exist nowhere else."""
