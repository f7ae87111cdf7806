"""What a device signs to show that a refresh token is its own.

No challenge, no clock: a token is worth one successor, so its signature says of one moment alone, and a
request that is sent again after a lost answer is the same bytes.
"""


def to_sign(refresh: str) -> bytes:
    """What is signed: the token, and what for."""
    return b"mia-companion refresh 1\n" + refresh.encode()
