"""Time zones by their IANA names, which come from other people's devices and may be anything. Pure."""

from datetime import datetime
from functools import lru_cache
from zoneinfo import ZoneInfo

HOME = "Europe/Stockholm"


@lru_cache(maxsize=64)
def zone_named(name: str) -> ZoneInfo:
    """The IANA zone. A name that this device does not know came from another's, and is Stockholm's."""
    try:
        return ZoneInfo(name)
    except (OSError, ValueError, KeyError):
        return ZoneInfo(HOME)


def there(moment: datetime, zone: str) -> datetime:
    """That moment on the clocks of `zone`."""
    try:
        return moment.astimezone(zone_named(zone))
    except OverflowError:  # the last hours of the year 9999, from someone's broken clock
        return moment
