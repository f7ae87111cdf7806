"""MIA companion: a care companion for participants and their coordinators."""

from importlib.metadata import version

__version__ = version("mia-companion")
