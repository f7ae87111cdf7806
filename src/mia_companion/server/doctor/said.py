"""What the environment says: names that nothing reads, and what does not go together."""

from collections.abc import Iterator, Mapping

from mia_companion.environment.said import unknown
from mia_companion.server.doctor.finding import Finding, fine, look
from mia_companion.server.settings import Settings
from mia_companion.wire.place import LOOPBACK


def unread(environment: Mapping[str, str]) -> Iterator[Finding]:
    """Variables that look like ours and are none."""
    found = unknown(environment)
    for name, meant in found.items():
        hint = f"Did you mean {meant}?" if meant else "Take it away, or see docs/settings.md."
        yield look(
            f"{name} is set, and nothing reads it.", "What it was to change is as before.", hint
        )
    if not found:
        yield fine("Every MIA_ variable that is set is one of ours.")


def together(settings: Settings) -> Iterator[Finding]:
    """What each variable allows, and all of them do not."""
    public = settings.login.public_url
    if public.startswith("https://") and not settings.behind_tls:
        yield look(
            "MIA_PUBLIC_URL is https, and MIA_BEHIND_TLS is not 1.",
            "Whoever comes by https is safe; a browser may still come by http first.",
            "Set MIA_BEHIND_TLS=1 where a proxy ends TLS for this name.",
        )
    elif settings.behind_tls:
        yield fine("Browsers are told to come by TLS only.")
    else:
        yield fine("No public address is set: browsers reach this computer only.")
    if settings.login.passwords and (settings.login.passkeys or settings.login.provider):
        yield look(
            "Passwords are still taken.",
            "Guesses are limited; a password is one factor all the same.",
            "Set MIA_PASSWORDS=off when every member of staff has a passkey or comes by the provider.",
        )
    elif settings.login.passwords:
        yield fine("Staff sign in with passwords: no other way is set up.")
    else:
        yield fine("Passwords are off.")
    watching = settings.watching
    if watching.metrics_port and watching.metrics_host not in LOOPBACK:
        yield look(
            "Figures are told to other computers, without a password.",
            "They name nobody, and single deeds are not seen in them.",
            "Let a firewall admit your Prometheus alone to MIA_METRICS_PORT.",
        )
