"""The server's word that a journal must leave a device, and how the device checks it."""

import hmac


def leave_proof(leave_key: str, journal: str, reason: str) -> str:
    """HMAC-SHA256 in hex over journal and reason, under the device's leave key (hex)."""
    said = f"{journal}\n{reason}".encode()
    return hmac.new(bytes.fromhex(leave_key), said, "sha256").hexdigest()


def is_proven(leave_key: str, journal: str, reason: str, proof: str) -> bool:
    """Whether the proof is that server's. Anything malformed is not."""
    try:
        return hmac.compare_digest(leave_proof(leave_key, journal, reason).encode(), proof.encode())
    except ValueError:
        return False
