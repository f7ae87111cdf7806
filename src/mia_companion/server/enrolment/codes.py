"""Invitation codes: short enough to read aloud, kept only as a MAC."""

from collections.abc import Callable
from datetime import timedelta

from mia_companion.server.macs import mac

ALPHABET = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"
"""Without 0, O, 1, I and L, which are misread; 31 letters, so 8 of them are 8.5e11 codes."""

LENGTH = 8
LIFE = timedelta(days=7)


def make(randomness: Callable[[int], bytes]) -> str:
    """A new code as a person sees it: XXXX-XXXX."""
    letters = ""
    limit = 256 - 256 % len(ALPHABET)
    while len(letters) < LENGTH:
        # Bytes past the last whole alphabet are thrown away, or its first letters come too often.
        fair = [byte for byte in randomness(LENGTH) if byte < limit]
        letters += "".join(ALPHABET[byte % len(ALPHABET)] for byte in fair)
    return f"{letters[:4]}-{letters[4:LENGTH]}"


def normal(code: str) -> str:
    """The code without what people add to it: case, spaces and dashes of every sort."""
    return "".join(letter for letter in code.upper() if letter.isalnum())


def mac_of(key: bytes, code: str) -> bytes:
    """What the database keeps."""
    return mac(key, normal(code))
