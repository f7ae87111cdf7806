"""MIA companion: small steps, and someone beside you."""

__version__ = "0.1.0"
