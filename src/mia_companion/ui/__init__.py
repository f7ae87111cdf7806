"""Screens. They read the view, call one action a tap, and know nothing else."""
