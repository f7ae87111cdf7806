"""Everyone the coordinator works with, whoever needs them first."""
