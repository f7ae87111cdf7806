"""The address at which a browser opened the app: what it says itself, whatever stands before the server."""

from contextvars import ContextVar

browser_address: ContextVar[str] = ContextVar("browser_address", default="")
"""Such as `https://mia.example.org`, of the page that is being served; empty where a browser says none."""

browser_network: ContextVar[str] = ContextVar("browser_network", default="")
"""The network address that the page comes from. The backend limits wrong guesses by it: from this process
alone it would see one address for everybody in a browser, and lock all of them out for one."""
