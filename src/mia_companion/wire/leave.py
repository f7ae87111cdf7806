"""The server's word that a journal must leave a device, and how the device checks it."""

import hmac


def leave_proof(leave_key: str, journal: str, reason: str) -> str:
    """HMAC-SHA256 in hex over journal and reason, under the device's leave key (hex)."""
    said = f"{journal}\n{reason}".encode()
    return hmac.new(bytes.fromhex(leave_key), said, "sha256").hexdigest()


_REMOVED = "device-removed"


def removal_proof(leave_key: str, refresh: str) -> str:
    """The server's word, to the device with that refresh token, that somebody took its access away."""
    return leave_proof(leave_key, _REMOVED, refresh)


def is_removed(leave_key: str, refresh: str, proof: str) -> bool:
    """Whether that is proven. Anything malformed is not."""
    return is_proven(leave_key, _REMOVED, refresh, proof)


def is_proven(leave_key: str, journal: str, reason: str, proof: str) -> bool:
    """Whether the proof is that server's. Anything malformed is not."""
    try:
        return hmac.compare_digest(leave_proof(leave_key, journal, reason).encode(), proof.encode())
    except ValueError:
        return False
