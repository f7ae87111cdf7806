"""An OpenID provider that does as it should until it is told otherwise; it answers without a socket."""

import base64
import hashlib
import itertools
import json
from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qs, parse_qsl, urlsplit

import httpx
from joserfc import jwt
from joserfc.jwk import RSAKey

from mia_companion.server.login.settings import Provider
from tests.server.clock import Clock

ISSUER = "https://id.example"
SECRET = "the-client-s-own-secret-of-forty-characters"
OURS = Provider(
    issuer=ISSUER, client_id="mia", acr=("loa3", "loa4"), client_secret=SECRET, name="Prov-id"
)
KEY = RSAKey.generate_key(2048, {"kid": "one", "use": "sig", "alg": "RS256"})

Claims = dict[str, Any]
_count = itertools.count(1)


class FalseProvider:
    """`claims` are put over those of each token; `sign` makes the token of them."""

    def __init__(self, clock: Clock) -> None:
        self.clock = clock
        self.claims: Claims = {}
        self.sign: Callable[[Claims], Any] = signed
        self.keys: list[dict[str, Any]] = [KEY.as_dict(private=False)]
        self.document: dict[str, Any] = {
            "issuer": ISSUER,
            "authorization_endpoint": f"{ISSUER}/authorize",
            "token_endpoint": f"{ISSUER}/token",
            "jwks_uri": f"{ISSUER}/jwks",
            "code_challenge_methods_supported": ["S256"],
            "authorization_response_iss_parameter_supported": True,
        }
        self.answers: dict[str, httpx.Response] = {}
        self.asked: list[str] = []
        self.hosts: set[str] = set()
        self.padding = b""
        self._codes: dict[str, dict[str, str]] = {}

    @property
    def transport(self) -> httpx.MockTransport:
        """What asks it."""
        return httpx.MockTransport(self._answer)

    def authorize(self, address: str, subject: str = "") -> dict[str, str]:
        """Somebody signs in there: what the browser brings back."""
        asked = dict(parse_qsl(urlsplit(address).query))
        assert address.startswith(f"{ISSUER}/authorize?")
        assert asked["response_type"] == "code"
        assert asked["code_challenge_method"] == "S256"
        assert asked["scope"].split() == ["openid", "email"]
        assert (asked["prompt"], asked["max_age"]) == ("login", "0")
        assert asked["acr_values"] == "loa3 loa4"
        code = f"code-{next(_count)}"
        self._codes[code] = {**asked, "sub": subject}
        return {"code": code, "state": asked["state"], "iss": ISSUER}

    def _answer(self, request: httpx.Request) -> httpx.Response:
        path = request.url.path
        self.asked.append(path)
        self.hosts.add(request.url.host)
        if path in self.answers:
            return self.answers[path]
        if path == "/.well-known/openid-configuration":
            return httpx.Response(200, json=self.document)
        if path == "/jwks":
            return httpx.Response(200, json={"keys": self.keys})
        return self._token(request)

    def _token(self, request: httpx.Request) -> httpx.Response:
        form = {name: said[0] for name, said in parse_qs(request.content.decode()).items()}
        basic = base64.b64encode(f"mia:{SECRET}".encode()).decode()
        asked = self._codes.pop(form.get("code", ""), None)
        hashed = hashlib.sha256(form.get("code_verifier", "").encode()).digest()
        challenge = base64.urlsafe_b64encode(hashed).decode().rstrip("=")
        right = (
            asked is not None
            and request.headers.get("authorization") == f"Basic {basic}"
            and form["grant_type"] == "authorization_code"
            and form["redirect_uri"] == asked["redirect_uri"]
            and challenge == asked["code_challenge"]
        )
        if not right or asked is None:
            return httpx.Response(400, json={"error": "invalid_grant"})
        now = int(self.clock.now.timestamp())
        claims = {
            "iss": ISSUER, "sub": asked["sub"], "aud": "mia", "nonce": asked["nonce"],
            "acr": "loa3", "iat": now, "exp": now + 300, "auth_time": now, **self.claims,
        }  # fmt: skip
        token = self.sign({name: said for name, said in claims.items() if said is not None})
        said = json.dumps({"id_token": token, "access_token": "a"}).encode()
        return httpx.Response(200, content=self.padding + said)


def signed(claims: Claims, key: Any = KEY, **header: Any) -> str:
    """As an honest provider signs."""
    return jwt.encode({"alg": "RS256", "kid": "one", **header}, claims, key)


def part(said: bytes) -> str:
    """One of a token's three."""
    return base64.urlsafe_b64encode(said).decode().rstrip("=")
