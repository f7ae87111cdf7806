"""How staff sign in. Nothing but passwords is offered before `MIA_PUBLIC_URL` is set."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Self
from urllib.parse import urlsplit

from mia_companion.environment.said import BadSetting, Said
from mia_companion.wire.place import LOOPBACK, Place

_NO_PATH = (
    "a path is of letters, digits and . _ ~ -, does not begin with v1 or ws, and nothing follows"
)


@dataclass(frozen=True, slots=True)
class Provider:
    """An OpenID provider, and what it must say of somebody."""

    issuer: str
    client_id: str
    acr: tuple[str, ...]
    client_secret: str = field(default="", repr=False)
    claim: str = "sub"
    name: str = "e-legitimation"


@dataclass(frozen=True, slots=True)
class LoginSettings:
    """`public_url` has no slash at its end."""

    public_url: str = ""
    rp_id: str = ""
    provider: Provider | None = None
    passwords: bool = True
    idle: timedelta = timedelta(minutes=30)

    @classmethod
    def from_environment(cls, environment: Mapping[str, str]) -> Self:
        """Raises BadSetting on what could only be a mistake: a door half set up is not opened."""
        said = Said(environment)
        public = said.text("MIA_PUBLIC_URL").rstrip("/")
        if public and not is_safe(public):
            raise BadSetting("MIA_PUBLIC_URL is https://, a host, and at most a path; it is not.")
        try:
            Place.of(public)
        except ValueError:
            raise BadSetting(f"In MIA_PUBLIC_URL {_NO_PATH}.") from None
        made = cls(
            public_url=public,
            rp_id=said.text("MIA_PASSKEY_RP_ID") or urlsplit(public).hostname or "",
            provider=_provider(said) if said.text("MIA_OIDC_ISSUER") else None,
            passwords=said.text("MIA_PASSWORDS") == "on",
            idle=timedelta(minutes=said.count("MIA_STAFF_IDLE_MINUTES")),
        )
        if made.provider and not public:
            raise BadSetting("MIA_OIDC_ISSUER needs MIA_PUBLIC_URL.")
        if not made.passwords and not public:
            raise BadSetting("MIA_PASSWORDS=off leaves nobody a way in without MIA_PUBLIC_URL.")
        return made

    @property
    def place(self) -> Place:
        """The same, taken apart."""
        return Place.of(self.public_url)

    @property
    def passkeys(self) -> bool:
        """Whether they can be used: a number is no domain."""
        return bool(self.public_url) and not self.rp_id.replace(".", "").isdigit()

    @property
    def callback(self) -> str:
        """Where the provider sends people back to."""
        return f"{self.public_url}/v1/login/callback"


def is_safe(url: str) -> bool:
    """Whether nobody on the way can read it: https, or this computer itself."""
    try:
        parts = urlsplit(url)
        _ = parts.port
    except ValueError:
        return False
    if parts.username is not None or parts.fragment or not parts.hostname:
        return False
    return parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in LOOPBACK)


def _provider(said: Said) -> Provider:
    made = Provider(
        issuer=said.text("MIA_OIDC_ISSUER"),
        client_id=said.text("MIA_OIDC_CLIENT_ID"),
        acr=tuple(said.text("MIA_OIDC_ACR").split()),
        client_secret=said.secret("MIA_OIDC_CLIENT_SECRET_FILE")
        or said.text("MIA_OIDC_CLIENT_SECRET"),
        claim=said.text("MIA_OIDC_CLAIM"),
        name=said.text("MIA_OIDC_NAME"),
    )
    if not is_safe(made.issuer):
        raise BadSetting("MIA_OIDC_ISSUER is an address that begins with https://; it is not.")
    if not made.client_id or not made.acr:
        raise BadSetting("MIA_OIDC_ISSUER needs MIA_OIDC_CLIENT_ID and MIA_OIDC_ACR.")
    return made
