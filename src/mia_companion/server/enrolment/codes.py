"""What a coordinator hands over, kept only as MACs: letters to read aloud, and a secret for a camera.

letters   XXXX-XXXX   8 of 31 letters; the first three, the handle, say which of them a wrong guess is about
secret                26 letters, 128 bits: nobody guesses it, so nothing has to slow guessing down
"""

import base64
from collections.abc import Callable
from datetime import timedelta

from mia_companion.server.macs import mac
from mia_companion.wire.accounts import LETTER, ROOM

ALPHABET = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"
"""Without 0, O, 1, I and L, which are misread; 31 letters, so 8 of them are 8.5e11 codes."""

LENGTH = 8
HANDLE = 3
TRIES = 5
"""Different wrong guesses at one code's last five letters, of 28.6 million; then it is closed."""

GUESS_BYTES = 16
"""What is kept of each wrong guess, so that the same one is not counted twice."""

LIFE = {ROOM: timedelta(minutes=10), LETTER: timedelta(days=7)}

_SECRET_BYTES = 16
_SECRET_LENGTH = 26


def make(randomness: Callable[[int], bytes]) -> str:
    """New letters as a person sees them: XXXX-XXXX."""
    letters = ""
    limit = 256 - 256 % len(ALPHABET)
    while len(letters) < LENGTH:
        # Bytes past the last whole alphabet are thrown away, or its first letters come too often.
        fair = [byte for byte in randomness(LENGTH) if byte < limit]
        letters += "".join(ALPHABET[byte % len(ALPHABET)] for byte in fair)
    return f"{letters[:4]}-{letters[4:LENGTH]}"


def make_secret(randomness: Callable[[int], bytes]) -> str:
    """A new secret: 128 bits in capital letters and digits, which no case or sign can spoil on its way."""
    return base64.b32encode(randomness(_SECRET_BYTES)).decode().rstrip("=")


def normal(code: str) -> str:
    """The code without what people add to it: case, spaces and dashes of every sort."""
    return "".join(letter for letter in code.upper() if letter.isalnum())


def is_secret(code: str) -> bool:
    """Whether it has the length of a secret; any letters are shorter."""
    return len(normal(code)) >= _SECRET_LENGTH


def could_be_letters(code: str) -> bool:
    """Whether such letters are ever given out. What cannot be a code is no guess at one."""
    letters = normal(code)
    return len(letters) == LENGTH and all(letter in ALPHABET for letter in letters)


def is_closed(guessed: bytes | None) -> bool:
    """Whether so many wrong guesses were kept that the letters open nothing any more."""
    return guessed is not None and len(guessed) >= TRIES * GUESS_BYTES


def and_guess(key: bytes, guessed: bytes | None, code: str) -> bytes:
    """The wrong guesses with one more. The same one again is none: whoever taps twice has guessed once."""
    kept = guessed or b""
    one = mac_of(key, code)[:GUESS_BYTES]
    known = [kept[at : at + GUESS_BYTES] for at in range(0, len(kept), GUESS_BYTES)]
    return kept if one in known else kept + one


def mac_of(key: bytes, code: str) -> bytes:
    """What the database keeps."""
    return mac(key, normal(code))


def handle_of(key: bytes, code: str) -> bytes:
    """What it keeps of the first letters alone."""
    return mac(key, "handle", normal(code)[:HANDLE])
