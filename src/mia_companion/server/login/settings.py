"""How staff sign in. Nothing but passwords is offered before `MIA_PUBLIC_URL` is set.

| variable | default | what it is |
|---|---|---|
| `MIA_PUBLIC_URL` | none | where browsers reach this server: `https://mia.example.se`, or with `/a/path` |
| `MIA_PASSKEY_RP_ID` | its host | the domain that passkeys belong to; never changed afterwards |
| `MIA_OIDC_ISSUER` | none | the OpenID provider, as its discovery document names itself |
| `MIA_OIDC_CLIENT_ID` | | what the provider calls us |
| `MIA_OIDC_CLIENT_SECRET`, or `…_FILE` | none | proves it; a file keeps it out of the environment |
| `MIA_OIDC_ACR` | | accepted levels of assurance, by spaces; needed: one that is not named is refused |
| `MIA_OIDC_CLAIM` | `sub` | the claim that names the person for good |
| `MIA_OIDC_NAME` | e-legitimation | what the button says, such as Freja or BankID |
| `MIA_PASSWORDS` | on | `off` refuses every password |
| `MIA_STAFF_IDLE_MINUTES` | 30 | staff who have not touched the app for so long sign in again; 0 is never |
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Self
from urllib.parse import urlsplit

from mia_companion.wire.place import Place

_NO_PATH = (
    "a path is of letters, digits and . _ ~ -, does not begin with v1 or ws, and nothing follows"
)
_HERE = ("localhost", "127.0.0.1", "::1")


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
    """See the table above. `public_url` has no slash at its end."""

    public_url: str = ""
    rp_id: str = ""
    provider: Provider | None = None
    passwords: bool = True
    idle: timedelta = timedelta(minutes=30)

    @classmethod
    def from_environment(cls, environment: Mapping[str, str]) -> Self:
        """Raises ValueError on what could only be a mistake: a door half set up is not opened."""
        said = environment.get
        public = (said("MIA_PUBLIC_URL") or "").rstrip("/")
        if public and not is_safe(public):
            raise ValueError("MIA_PUBLIC_URL must be https://, a host, and at most a path")
        try:
            Place.of(public)
        except ValueError:
            raise ValueError(f"MIA_PUBLIC_URL: {_NO_PATH}") from None
        taken = (said("MIA_PASSWORDS") or "on").lower()
        if taken not in ("on", "off"):
            raise ValueError("MIA_PASSWORDS is on or off")
        minutes = int(said("MIA_STAFF_IDLE_MINUTES") or 30)
        if minutes < 0:
            raise ValueError("MIA_STAFF_IDLE_MINUTES is 0 or more")
        made = cls(
            public_url=public,
            rp_id=said("MIA_PASSKEY_RP_ID") or urlsplit(public).hostname or "",
            provider=_provider(environment) if said("MIA_OIDC_ISSUER") else None,
            passwords=taken == "on",
            idle=timedelta(minutes=minutes),
        )
        if made.provider and not public:
            raise ValueError("MIA_OIDC_ISSUER needs MIA_PUBLIC_URL")
        if not made.passwords and not public:
            raise ValueError("MIA_PASSWORDS=off leaves nobody a way in without MIA_PUBLIC_URL")
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
    return parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in _HERE)


def _provider(environment: Mapping[str, str]) -> Provider:
    said = environment.get
    file, secret = said("MIA_OIDC_CLIENT_SECRET_FILE"), said("MIA_OIDC_CLIENT_SECRET") or ""
    made = Provider(
        issuer=said("MIA_OIDC_ISSUER") or "",
        client_id=said("MIA_OIDC_CLIENT_ID") or "",
        acr=tuple((said("MIA_OIDC_ACR") or "").split()),
        client_secret=Path(file).read_text().strip() if file else secret,
        claim=said("MIA_OIDC_CLAIM") or "sub",
        name=said("MIA_OIDC_NAME") or "e-legitimation",
    )
    if not is_safe(made.issuer):
        raise ValueError("MIA_OIDC_ISSUER must be https://")
    if not made.client_id or not made.acr:
        raise ValueError("MIA_OIDC_ISSUER needs MIA_OIDC_CLIENT_ID and MIA_OIDC_ACR")
    return made
