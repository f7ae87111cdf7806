"""Every variable that the program reads. Nothing reads one that does not stand here: see `said.py`.

`docs/settings.md` is made from this by `python -m tools.settings write`.
"""

from mia_companion.environment.variable import Variable as V

PLACES = (
    V("MIA_DATA_DIR", "everything below lies here unless said otherwise",
      told="the account's own data folder"),
    V("MIA_DATABASE_URL", "or `postgresql+asyncpg://…`", told="`sqlite+aiosqlite:///<data>/server.db`"),
    V("MIA_KEY_DIR", "the data keys; back it up apart from the database, and for a short time",
      told="`<data>/keys`"),
    V("MIA_KEK_FILE", "what wraps the data keys; let it lie on another disk than they do",
      told="`<data>/kek.json`"),
    V("MIA_KMS_URL", "instead of that file, a transit key elsewhere: `https://…/v1/transit/keys/NAME`"),
    V("MIA_KMS_TOKEN_FILE", "the file with the token for it"),
    V("MIA_LEDGER", "erasures and removals; never restored with the database",
      told="`<data>/ledger.jsonl`"),
)  # fmt: skip

BOUNDS = (
    V("MIA_MAX_JSON_BYTES", "the longest body of a small request", "65536", least=1),
    V("MIA_BLOB_QUOTA_BYTES", "the bytes of all files of one journal", "209715200", least=1),
    V("MIA_ARGON2_MEMORY_KIB", "memory for hashing one password", "65536", least=1),
    V("MIA_REQUESTS_PER_SECOND", "of one device for long, sixty times that at once; 0 is no limit",
      "50", least=0),
    V("MIA_LEAST_APP_VERSION",
      "`1.2.0`: apps before it must be updated before they send or fetch; see [apps](phones.md)",
      told="every app is taken"),
    V("MIA_BEHIND_TLS", "1 tells browsers to come by TLS only, for two years, here and to names below",
      "0", allowed=("0", "1")),
)  # fmt: skip

WATCHING = (
    V("MIA_LOG_LEVEL", "`info` has a line for every request, `warning` only for what is wrong",
      "info", allowed=("debug", "info", "warning", "error")),
    V("MIA_METRICS_PORT", "where figures for Prometheus are told; a port of each process's own",
      told="none: not told", least=1, most=65535),
    V("MIA_METRICS_HOST", "the address of this computer at which they are told", "127.0.0.1"),
    V("MIA_STOP_DELAY_SECONDS",
      "how long a server that was told to stop still takes what comes, so that a proxy "
      "notices", "0", least=0, most=300),
)  # fmt: skip

SIGNING_IN = (
    V("MIA_PUBLIC_URL", "where browsers reach this server: `https://mia.example.se`, or with `/a/path`"),
    V("MIA_PASSKEY_RP_ID", "the domain that passkeys belong to; never changed afterwards",
      told="the host of `MIA_PUBLIC_URL`"),
    V("MIA_OIDC_ISSUER", "the OpenID provider, as its discovery document names itself"),
    V("MIA_OIDC_CLIENT_ID", "what the provider calls us"),
    V("MIA_OIDC_CLIENT_SECRET", "proves it"),
    V("MIA_OIDC_CLIENT_SECRET_FILE",
      "instead of that, the file with it, which keeps it out of the "
      "environment"),
    V("MIA_OIDC_ACR", "accepted levels of assurance, by spaces; needed: one that is not named is refused"),
    V("MIA_OIDC_CLAIM", "the claim that names the person for good", "sub"),
    V("MIA_OIDC_NAME", "what the button says, such as Freja or BankID", "e-legitimation"),
    V("MIA_PASSWORDS", "`off` refuses every password", "on", allowed=("on", "off")),
    V("MIA_STAFF_IDLE_MINUTES", "staff who have not touched the app for so long sign in again; 0 is never",
      "30", least=0),
)  # fmt: skip

REMINDERS = (
    V("MIA_SMTP_URL",
      "the mail server: `smtp://USER@HOST:587` (TLS begun there), "
      "`smtps://USER@HOST:465`; without TLS for this computer only (`localhost`)"),
    V("MIA_SMTP_PASSWORD_FILE", "the file with the user's password there"),
    V("MIA_SMTP_CA_FILE", "the certificates that the mail server's is checked against",
      told="the system's"),
    V("MIA_MAIL_FROM", "who the mail is from: `MIA <no-reply@mia.example.se>`"),
    V("MIA_MAIL_REPLY_TO", "where answers go, if anywhere else"),
    V("MIA_MAIL_BOUNCES", "where undeliverable mail comes back: `bounces@mia.example.se`, `bounces+ID@…`"),
    V("MIA_SMS_URL", "where SMS are sent: for 46elks `https://api.46elks.com/a1/sms`"),
    V("MIA_SMS_KIND", "`46elks`, or `http`: JSON and a bearer token, see the operator's guide",
      "http", allowed=("46elks", "http")),
    V("MIA_SMS_TOKEN_FILE", "the file with the token; for 46elks `USER:PASSWORD`"),
    V("MIA_SMS_FROM", "the sender as people see it, at most 11 letters, or a number", "MIA"),
)  # fmt: skip

RESPONSIBLE = (
    V("MIA_RESPONSIBLE", "the municipality or the association, as its name is written"),
    V("MIA_ACCESS_EMAIL", "where people write about accessibility"),
    V("MIA_ACCESS_PHONE", "where they call about it"),
)

WINDOW = (
    V("MIA_SERVER", "the server that the native window speaks to",
      told="what it was built for; else `http://127.0.0.1:8550`"),
)  # fmt: skip

GROUPS = (
    ("Where things lie",
     "Processes that share a database share the keys and the ledger, too. `<data>` is `MIA_DATA_DIR`.",
     PLACES),
    ("What it refuses to swallow",
     "A push and a file have bounds of their own, which are the same everywhere.",
     BOUNDS),
    ("Watching it, and stopping", "See [operating](operating.md).", WATCHING),
    ("How staff sign in",
     "Nothing but passwords is offered before `MIA_PUBLIC_URL` is set. See [how staff sign in](login.md).",
     SIGNING_IN),
    ("By what reminders are sent", "Nothing set is nothing sent, and the app says so.", REMINDERS),
    ("Who answers for it",
     "Stands in the accessibility statement; read by `serve` and by `web`.",
     RESPONSIBLE),
    ("The window", "Read by `mia-companion app` on a desktop, and by nothing on a server.", WINDOW),
)  # fmt: skip
"""Heading, what is to be known of all of them, and they."""

VARIABLES = {one.name: one for _, _, group in GROUPS for one in group}
"""By name."""
