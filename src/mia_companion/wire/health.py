"""Whether the server is there, and what it offers."""

from mia_companion.domain.entries import Frozen


class Health(Frozen):
    """`status` is always `ok`; a server that is not well answers with a problem.

    `reminds_by` names the ways by which it reminds people: `mail`, `sms`.
    """

    status: str = "ok"
    reminds_by: tuple[str, ...] = ()
