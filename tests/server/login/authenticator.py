"""A passkey in software: what it signs is right until it is told otherwise."""

import hashlib
import json
import os
from dataclasses import dataclass, field
from typing import Any

import cbor2
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from webauthn.helpers import base64url_to_bytes, bytes_to_base64url

UP, UV, AT = 0x01, 0x04, 0x40
ORIGIN, RP_ID = "https://mia.example", "mia.example"


@dataclass
class Authenticator:
    """One credential. `changed` below are parts of what is signed."""

    key: ec.EllipticCurvePrivateKey = field(
        default_factory=lambda: ec.generate_private_key(ec.SECP256R1())
    )
    id: bytes = field(default_factory=lambda: os.urandom(32))
    handle: str | None = None
    count: int = 0

    def create(self, asked: dict[str, Any], **changed: Any) -> dict[str, Any]:
        """The answer to `navigator.credentials.create`."""
        self.handle = asked["user"]["id"]
        numbers = self.key.public_key().public_numbers()
        public = cbor2.dumps(
            {1: 2, 3: -7, -1: 1, -2: numbers.x.to_bytes(32), -3: numbers.y.to_bytes(32)}
        )
        credential = bytes(16) + len(self.id).to_bytes(2) + self.id + public
        data = self._data({"flags": UP | UV, **changed}, AT) + credential
        said = cbor2.dumps({"fmt": "none", "attStmt": {}, "authData": data})
        response = {
            "attestationObject": bytes_to_base64url(said),
            "clientDataJSON": bytes_to_base64url(_client("webauthn.create", asked, changed)),
            "transports": ["internal"],
        }
        return self._shaped(response)

    def get(self, asked: dict[str, Any], **changed: Any) -> dict[str, Any]:
        """The answer to `navigator.credentials.get`."""
        self.count += 1
        data = self._data({"flags": UP | UV, **changed}, 0)
        client = _client("webauthn.get", asked, changed)
        key = changed.get("key", self.key)
        signature = key.sign(data + hashlib.sha256(client).digest(), ec.ECDSA(hashes.SHA256()))
        response = {
            "authenticatorData": bytes_to_base64url(data),
            "clientDataJSON": bytes_to_base64url(client),
            "signature": bytes_to_base64url(signature),
            "userHandle": changed.get("handle", self.handle),
        }
        return self._shaped(response)

    def _data(self, changed: dict[str, Any], more: int) -> bytes:
        place = hashlib.sha256(str(changed.get("rp_id", RP_ID)).encode()).digest()
        flags = bytes([int(changed["flags"]) | more])
        return place + flags + int(changed.get("count", self.count)).to_bytes(4)

    def _shaped(self, response: dict[str, Any]) -> dict[str, Any]:
        name = bytes_to_base64url(self.id)
        return {"id": name, "rawId": name, "type": "public-key", "response": response}


def _client(type_: str, asked: dict[str, Any], changed: dict[str, Any]) -> bytes:
    said = {
        "type": changed.get("type", type_),
        "challenge": changed.get("challenge", asked["challenge"]),
        "origin": changed.get("origin", ORIGIN),
        "crossOrigin": False,
    }
    return json.dumps(said).encode()


def other_challenge(asked: dict[str, Any]) -> str:
    """One that nobody gave out."""
    return bytes_to_base64url(bytes(reversed(base64url_to_bytes(asked["challenge"]))))
