"""Reading an ID token: signed by the provider, made for us, now, for this very attempt, at a level we take.

Pure. Nothing in the token says where a key is found, or that none is needed.
"""

import binascii
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from joserfc import jwk, jwt
from joserfc.errors import JoseError
from joserfc.util import urlsafe_b64decode

ALGORITHMS = ("RS256", "PS256", "ES256", "RS384", "PS384", "ES384", "RS512", "PS512")
"""Public keys only: with a shared secret, whoever checks could also sign."""

LEEWAY = 30
"""Seconds by which two clocks may differ."""

_OLDEST = 600
_LONGEST = 16 * 1024
_KINDS = {"RSA": ("RS", "PS"), "EC": ("ES",)}
_SMALLEST_RSA = 2048


class Forged(Exception):
    """Not a token to believe; says which rule it broke and nothing of what it says."""


class UnknownKey(Forged):
    """Signed with a key that is not among those that were fetched; perhaps the provider has new ones."""


@dataclass(frozen=True, slots=True)
class Expected:
    """What the token must say. `since` is when the person was sent to the provider."""

    issuer: str
    client_id: str
    nonce: str
    acr: tuple[str, ...]
    since: datetime


def claims_of(
    token: object, keys: Sequence[dict[str, Any]], expected: Expected, now: datetime
) -> dict[str, Any]:
    """The claims of a token to believe. Raises UnknownKey and Forged."""
    if not isinstance(token, str) or len(token) > _LONGEST or not token.isascii():
        raise Forged("no token")
    header = _header(token)
    algorithm, kid = header.get("alg"), header.get("kid")
    if algorithm not in ALGORITHMS:
        raise Forged("algorithm")
    key = _key(keys, kid, str(algorithm))
    try:
        claims = jwt.decode(token, key, algorithms=[str(algorithm)]).claims
    except (JoseError, ValueError, TypeError, RecursionError):
        raise Forged("signature") from None
    _check(claims, expected, int(now.timestamp()))
    return claims


def _header(token: str) -> dict[str, Any]:
    try:
        found = json.loads(urlsafe_b64decode(token.split(".", 1)[0].encode()))
    except (ValueError, binascii.Error, RecursionError):
        raise Forged("header") from None
    if not isinstance(found, dict) or token.count(".") != 2 or "crit" in found:
        raise Forged("header")
    return found


def _key(keys: Sequence[dict[str, Any]], kid: object, algorithm: str) -> Any:
    """The one key that it may have been signed with."""
    fits = [one for one in keys if _may_sign(one, algorithm)]
    if kid is not None:
        fits = [one for one in fits if one.get("kid") == kid]
    if len(fits) != 1:
        raise UnknownKey("key")
    try:
        if fits[0]["kty"] == "RSA":
            modulus = int.from_bytes(urlsafe_b64decode(fits[0]["n"].encode()))
            if modulus.bit_length() < _SMALLEST_RSA:
                raise Forged("key size")
        return jwk.import_key({name: fits[0][name] for name in _PUBLIC if name in fits[0]})
    except (JoseError, ValueError, TypeError, KeyError, AttributeError):
        raise Forged("key") from None


_PUBLIC = ("kty", "kid", "n", "e", "crv", "x", "y")


def _may_sign(one: dict[str, Any], algorithm: str) -> bool:
    begins = _KINDS.get(str(one.get("kty")), ())
    if not algorithm.startswith(begins or ("-",)) or one.get("use", "sig") != "sig":
        return False
    return bool(one.get("alg", algorithm) == algorithm)


def _check(claims: dict[str, Any], expected: Expected, now: int) -> None:
    audience = claims.get("aud")
    several = [audience] if isinstance(audience, str) else audience
    authorized = claims.get("azp")
    acr = claims.get("acr")
    rules = {
        "iss": claims.get("iss") == expected.issuer,
        "aud": isinstance(several, list) and expected.client_id in several,
        "azp": authorized == expected.client_id
        or (authorized is None and isinstance(several, list) and len(several) == 1),
        "nonce": claims.get("nonce") == expected.nonce,
        "acr": isinstance(acr, str) and acr in expected.acr,
        "exp": _is_time(claims.get("exp")) and claims["exp"] > now - LEEWAY,
        "iat": _is_time(claims.get("iat")) and now - _OLDEST <= claims["iat"] <= now + LEEWAY,
        "nbf": "nbf" not in claims or (_is_time(claims["nbf"]) and claims["nbf"] <= now + LEEWAY),
        # Asked for each time: somebody who signed in there this morning has not shown it now.
        "auth_time": _is_time(claims.get("auth_time"))
        and int(expected.since.timestamp()) - LEEWAY <= claims["auth_time"] <= now + LEEWAY,
    }
    for rule, holds in rules.items():
        if not holds:
            raise Forged(rule)


def _is_time(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)
