"""From an appointment to other apps: a map, the phone, a video call.

It says where one is going before one goes. What does not look safe is shown as words and never opened.
"""

import flet as ft

from mia_companion.ui.components.buttons import nothing, secondary
from mia_companion.ui.components.cards import stack
from mia_companion.ui.components.leads import (
    ANDROID,
    APPLE,
    ELSEWHERE,
    map_of,
    number_in,
    safe_link,
)
from mia_companion.ui.components.opening import use_lead
from mia_companion.ui.components.own_words import as_written
from mia_companion.ui.components.texts import body, muted
from mia_companion.ui.context import Here, use_here

_MAPS = {
    ft.PagePlatform.ANDROID: ANDROID,
    ft.PagePlatform.IOS: APPLE,
    ft.PagePlatform.MACOS: APPLE,
}


@ft.component
def OpensMap(place: str) -> ft.Control:
    """A button that shows the place on a map."""
    here = use_here()
    page = ft.context.page
    kind = ELSEWHERE if page.web else _MAPS.get(page.platform or ft.PagePlatform.LINUX, ELSEWHERE)
    if kind != ELSEWHERE:
        note = here.t("Opens the map on this device.")
    elif page.web:
        note = here.t("Opens openstreetmap.org in a new tab, and looks for the address there.")
    else:
        note = here.t("Opens openstreetmap.org in your browser, and looks for the address there.")
    return Opens(map_of(place, kind), here.t("Open the map"), note, ft.Icons.MAP_OUTLINED)


@ft.component
def Dials(number: str) -> ft.Control:
    """A button that calls the number in the words; nothing more when there is none."""
    here = use_here()
    found = number_in(number)
    if found is None:
        return ft.Container(height=0)
    return Opens(
        found.url,
        here.t("Call {number}", number=found.shown),
        here.t("Opens the phone on this device, if it has one."),
        ft.Icons.PHONE_OUTLINED,
        ft.UrlTarget.SELF,
    )


@ft.component
def OpensLink(link: str) -> ft.Control:
    """A button that opens the link and says where it leads; the bare words when it is not safe."""
    here = use_here()
    found = safe_link(link)
    if found is None:
        return stack(
            [
                body(as_written(here.words, link)),
                muted(
                    here.t(
                        "This is only shown, not opened, because it is not a plain https:// address."
                        " Ask whoever gave it to you."
                    )
                ),
            ],
            gap=2,
        )
    note = opens_host(here, found.host)
    return Opens(found.url, here.t("Open the video call"), note, ft.Icons.VIDEOCAM_OUTLINED)


def opens_host(here: Here, host: str) -> str:
    """Where a link leads, for people to read before they follow it."""
    if ft.context.page.web:
        return here.t("Opens {host} in a new tab.", host=host)
    return here.t("Opens {host} in another app.", host=host)


@ft.component
def Opens(
    url: str,
    words: str,
    note: str,
    icon: ft.IconData,
    target: ft.UrlTarget = ft.UrlTarget.BLANK,
) -> ft.Control:
    """A button, and what it opens."""
    lead = use_lead()
    button = lead(secondary(words, nothing, icon), url, target)
    return stack([ft.Row([button], wrap=True), muted(note)], gap=2)
