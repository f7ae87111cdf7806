"""Forged answers of an OpenID provider: each is made, brought to the server, and must open nothing.

A case is given a `Trial`; what it returns is the answer that the browser got, or None where the trial
itself says whether anybody came in.
"""

import json
import warnings
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

import httpx
from cryptography.hazmat.primitives.asymmetric.padding import MGF1, PSS, PKCS1v15
from cryptography.hazmat.primitives.hashes import SHA256
from joserfc import jws, jwt
from joserfc.jwk import ECKey, OctKey, RSAKey

from mia_companion.wire.login import Ticket
from tests.server.login.forging import ISSUER, KEY, SECRET, Claims, part, signed
from tests.server.login.signing_in import Browser, LoginWorld
from tests.server.world import Person

OTHER = RSAKey.generate_key(2048, {"kid": "one"})
with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    SHORT = RSAKey.generate_key(1024, {"kid": "one"})
CURVE = ECKey.generate_key("secp256k1", {"kid": "one"})
PUBLIC_PEM = KEY.as_pem(private=False)


@dataclass
class Trial:
    """A coordinator whom the provider calls `subject`, somebody's app that asked for a ticket, a browser."""

    world: LoginWorld
    coordinator: Person
    subject: str
    device: str
    ticket: Ticket
    browser: Browser
    another: Browser

    async def signs_in(self, **claims: Any) -> httpx.Response:
        """With those claims in the token in place of the honest ones; None leaves one out."""
        self.world.provider.claims = claims
        return await self.browser.sign_in(self.ticket, self.subject)

    async def signed_by(self, sign: Callable[[Claims], Any]) -> httpx.Response:
        """With a token that is made like that."""
        self.world.provider.sign = sign
        return await self.signs_in()

    async def begins(self) -> dict[str, str]:
        """What an honest provider sends back."""
        there = await self.browser.to_provider(self.ticket)
        return self.world.provider.authorize(there, self.subject)

    def now(self, seconds: int) -> int:
        """A time beside the present one."""
        return int(self.world.clock.now.timestamp()) + seconds


Case = Callable[[Trial], Awaitable[httpx.Response]]
CASES: dict[str, Case] = {}


def _claims(name: str, make: Callable[[Trial], dict[str, Any]]) -> None:
    async def case(trial: Trial) -> httpx.Response:
        return await trial.signs_in(**make(trial))

    CASES[name] = case


def _token(name: str, sign: Callable[[Claims], Any]) -> None:
    async def case(trial: Trial) -> httpx.Response:
        return await trial.signed_by(sign)

    CASES[name] = case


_claims("another issuer", lambda t: {"iss": "https://evil.example"})
_claims("an issuer with a slash more", lambda t: {"iss": ISSUER + "/"})
_claims("made for another client", lambda t: {"aud": "somebody-else"})
_claims("made for nobody", lambda t: {"aud": None})
_claims("for several and authorized for none", lambda t: {"aud": ["mia", "other"]})
_claims("authorized for another", lambda t: {"aud": ["mia", "other"], "azp": "other"})
_claims("over", lambda t: {"exp": t.now(-31)})
_claims("without an end", lambda t: {"exp": None})
_claims("an end that is no time", lambda t: {"exp": "9999999999"})
_claims("from the future", lambda t: {"iat": t.now(31)})
_claims("from long ago", lambda t: {"iat": t.now(-601)})
_claims("from no time", lambda t: {"iat": None})
_claims("not valid yet", lambda t: {"nbf": t.now(31)})
_claims("another nonce", lambda t: {"nonce": "n" * 43})
_claims("no nonce", lambda t: {"nonce": None})
_claims("a lower level", lambda t: {"acr": "loa2"})
_claims("no level", lambda t: {"acr": None})
_claims("several levels", lambda t: {"acr": ["loa3", "loa2"]})
_claims("signed in there this morning", lambda t: {"auth_time": t.now(-3_600)})
_claims("no word of when", lambda t: {"auth_time": None})
_claims("a name that is no name", lambda t: {"sub": 7})
_claims("a name nobody knows", lambda t: {"sub": "a-stranger"})


def _unsigned(claims: Claims, header: dict[str, Any]) -> str:
    return f"{part(json.dumps(header).encode())}.{part(json.dumps(claims).encode())}"


def _with_secret(claims: Claims, secret: bytes) -> str:
    said = _unsigned(claims, {"alg": "HS256", "kid": "one"})
    algorithm = jws.JWSRegistry.algorithms["HS256"]
    return f"{said}.{part(algorithm.sign(said.encode(), OctKey.import_key(secret)))}"


def _by_hand(claims: Claims, header: dict[str, Any], *, pss: bool = False) -> str:
    """Rightly signed, whatever the header says."""
    said = _unsigned(claims, header)
    way = PSS(MGF1(SHA256()), 32) if pss else PKCS1v15()
    key = KEY.private_key
    assert key is not None
    return f"{said}.{part(key.sign(said.encode(), way, SHA256()))}"


def _changed(claims: Claims) -> str:
    header, _, signature = signed(claims).split(".")
    return f"{header}.{part(json.dumps({**claims, 'sub': 'x'}).encode())}.{signature}"


_token("no algorithm", lambda c: _unsigned(c, {"alg": "none"}) + ".")
_token("no algorithm, in capitals", lambda c: _unsigned(c, {"alg": "None", "kid": "one"}) + ".")
_token("no signature", lambda c: signed(c).rsplit(".", 1)[0] + ".")
_token("the public key as a secret", lambda c: _with_secret(c, PUBLIC_PEM))
_token("the client's secret", lambda c: _with_secret(c, SECRET.encode()))
_token("another key under its name", lambda c: signed(c, OTHER))
_token("a key that is not published", lambda c: signed(c, OTHER, kid="other"))
_token("a name that is not published", lambda c: signed(c, kid="other"))
_token("changed after it was signed", _changed)
_token("brings its key along", lambda c: signed(c, OTHER, jwk=OTHER.as_dict(private=False)))
_token("says where its key lies", lambda c: signed(c, OTHER, jku="https://evil.example/jwks"))
_token(
    "something that must be understood",
    lambda c: _by_hand(c, {"alg": "RS256", "kid": "one", "crit": ["b64"], "b64": False}),
)
_token(
    "another algorithm than the key's",
    lambda c: _by_hand(c, {"alg": "PS256", "kid": "one"}, pss=True),
)
_token("no token", lambda c: None)
_token("a number", lambda c: 7)
_token("five parts", lambda c: signed(c) + ".a.b")


def _published(name: str, keys: list[dict[str, Any]], sign: Callable[[Claims], Any]) -> None:
    async def case(trial: Trial) -> httpx.Response:
        trial.browser.provider = trial.world.new_provider()
        trial.world.provider.keys = keys
        return await trial.signed_by(sign)

    CASES[name] = case


_secret = {"kty": "oct", "kid": "one", "k": part(b"k" * 32)}
_short = SHORT.as_dict(private=False)
_published("a secret among the keys", [_secret], lambda c: _with_secret(c, b"k" * 32))
_published("a short key", [_short], lambda c: signed(c, SHORT))
_published(
    "a curve that is not taken",
    [CURVE.as_dict(private=False)],
    lambda c: jwt.encode({"alg": "ES256K", "kid": "one"}, c, CURVE, algorithms=["ES256K"]),
)
_published(
    "a key for something else",
    [{**KEY.as_dict(private=False), "use": "enc"}],
    signed,
)
_published(
    "two keys of one name", [KEY.as_dict(private=False), OTHER.as_dict(private=False)], signed
)
_published("keys that are none", [{"kty": "RSA", "kid": "one", "n": "%", "e": "AQAB"}], signed)
