"""The whole way into the app with a code, for a camera: the address at which this app itself was opened."""

from mia_companion.ui import places


def address_of(base: str, code: str) -> str:
    """`https://mia.example.org/start/7KQM2XPA`; empty where nobody knows the address."""
    letters = "".join(letter for letter in code if letter.isalnum())
    return f"{base.rstrip('/')}{places.START}/{letters}" if base else ""
