"""What turns this repository into apps: what each of them is made of, and how they are built."""

from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

PYTHON = "3.14"
"""The Python that is built in: cryptography of this year exists for phones from here on only."""
