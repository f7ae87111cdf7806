"""The key that wraps the data keys in a service elsewhere: one that speaks the `transit` interface of
OpenBao and HashiCorp Vault, over HTTP with the standard library.

`MIA_KMS_URL` is the key's address there, `https://bao.example.org:8200/v1/transit/keys/mia`; the token lies
in the file `MIA_KMS_TOKEN_FILE`, and is read at each call, since whoever renews it writes it anew. The
service's key is of the type aes256-gcm96; what a wrapped key is for is its associated data.

Versions that are scheduled to be deleted are closed there at once (`min_decryption_version`): the service has
no date for it. Until its operator trims the key, the same operator can open them again.
"""

import base64
import http.client
import json
import ssl
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from mia_companion.environment.said import BadSetting
from mia_companion.server.keeping.key_service import (
    CannotUnwrap,
    DataKey,
    ServiceAway,
    Wrapped,
)
from mia_companion.server.keys import KEY_BYTES
from mia_companion.server.login.settings import is_safe

_SECONDS = 5.0
_MOST_BYTES = 64 * 1024


class TransitKeyService:
    """A key of a transit service. Each call is one request of at most 5 seconds."""

    def __init__(self, url: str, token_file: Path, randomness: Callable[[int], bytes]) -> None:
        safe = is_safe(url)
        self._url = urlsplit(url if safe else "")
        mount, keys, self._name = self._url.path.rpartition("/keys/")
        if not keys or not self._name:
            raise BadSetting(
                "MIA_KMS_URL is the address of a transit key, https://…/v1/transit/keys/NAME; it is not."
            )
        self._mount = mount
        self._token_file = token_file
        self._randomness = randomness

    def current(self) -> str:
        """See `KeyService`."""
        return f"v{self._call('GET', f'keys/{self._name}')['latest_version']}"

    def encrypt(self, plain: bytes, bound: str) -> Wrapped:
        """See `KeyService`."""
        said = {"plaintext": _base64(plain), "associated_data": _base64(bound.encode())}
        text = str(self._call("POST", f"encrypt/{self._name}", said)["ciphertext"])
        return Wrapped(text.split(":")[1], text)

    def decrypt(self, wrapped: Wrapped, bound: str) -> bytes:
        """See `KeyService`."""
        said = {"ciphertext": wrapped.text, "associated_data": _base64(bound.encode())}
        return base64.b64decode(self._call("POST", f"decrypt/{self._name}", said)["plaintext"])

    def generate_data_key(self, bound: str) -> DataKey:
        """See `KeyService`. Made here: the service's own data keys are bound to nothing."""
        plain = self._randomness(KEY_BYTES)
        return DataKey(plain, self.encrypt(plain, bound))

    def rotate(self) -> str:
        """See `KeyService`."""
        self._call("POST", f"keys/{self._name}/rotate", {})
        return self.current()

    def schedule_deletion(self, older_than: str, at: datetime) -> None:
        """See `KeyService`, and above."""
        least = int(older_than.removeprefix("v"))
        known = self._call("GET", f"keys/{self._name}")["min_decryption_version"]
        if least > int(known):
            said = {"min_decryption_version": least}
            self._call("POST", f"keys/{self._name}/config", said)

    def _call(self, method: str, what: str, said: dict[str, Any] | None = None) -> dict[str, Any]:
        connection = self._connection()
        try:
            token = self._token_file.read_text("ascii").strip()
            headers = {"X-Vault-Token": token, "Content-Type": "application/json"}
            body = None if said is None else json.dumps(said)
            connection.request(method, f"{self._mount}/{what}", body, headers)
            answer = connection.getresponse()
            raw = answer.read(_MOST_BYTES)
        except (OSError, http.client.HTTPException) as error:
            raise ServiceAway(f"the key service did not answer: {type(error).__name__}") from error
        finally:
            connection.close()
        if (
            answer.status == 400
        ):  # what it cannot open: another key's, a closed version, another purpose
            raise CannotUnwrap(what)
        if answer.status not in (200, 204):
            raise ServiceAway(f"the key service answered {answer.status}")
        try:
            return dict(json.loads(raw).get("data") or {}) if raw else {}
        except (ValueError, AttributeError) as error:
            raise ServiceAway("the key service answered something else") from error

    def _connection(self) -> http.client.HTTPConnection:
        host, port = self._url.hostname or "", self._url.port
        if self._url.scheme == "http":
            return http.client.HTTPConnection(host, port, timeout=_SECONDS)
        safe = ssl.create_default_context()
        return http.client.HTTPSConnection(host, port, timeout=_SECONDS, context=safe)


def _base64(raw: bytes) -> str:
    return base64.b64encode(raw).decode()
