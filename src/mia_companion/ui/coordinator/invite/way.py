"""The whole way into the app with a code, for a camera: the address at which this app itself was opened."""

from mia_companion.ui import places
from mia_companion.wire.accounts import Invitation


def address_of(base: str, made: Invitation) -> str:
    """`https://mia.example.org/start#…`; empty where nobody knows the address.

    The secret stands behind the sign that a browser keeps to itself: no server, no proxy and no log on the
    way ever sees it.
    """
    return f"{base.rstrip('/')}{places.START}#{made.secret or made.code}" if base else ""
