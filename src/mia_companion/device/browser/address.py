"""The address at which a browser opened the app: what it says itself, whatever stands before the server."""

from contextvars import ContextVar

browser_address: ContextVar[str] = ContextVar("browser_address", default="")
"""Such as `https://mia.example.org`, of the page that is being served; empty where a browser says none."""
