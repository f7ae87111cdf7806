"""The icon beside each area, party, way and state. Always beside words, never instead of them."""

import flet as ft

from mia_companion.domain import areas, steps
from mia_companion.domain.appointments import PHONE, VIDEO

_AREAS = {
    areas.EVERYDAY: ft.Icons.HOME_OUTLINED,
    areas.HEALTH: ft.Icons.FAVORITE_OUTLINE,
    areas.CONFIDENCE: ft.Icons.SPA_OUTLINED,
    areas.WORK_TRAINING: ft.Icons.HANDYMAN_OUTLINED,
    areas.STUDIES: ft.Icons.SCHOOL_OUTLINED,
    areas.FINANCES: ft.Icons.SAVINGS_OUTLINED,
    areas.CARE: ft.Icons.MEDICAL_SERVICES_OUTLINED,
}

_PARTIES = {
    areas.REGION: ft.Icons.MEDICAL_SERVICES_OUTLINED,
    areas.INSURANCE: ft.Icons.SHIELD_OUTLINED,
    areas.EMPLOYMENT: ft.Icons.WORK_OUTLINE,
    areas.MUNICIPALITY: ft.Icons.ACCOUNT_BALANCE_OUTLINED,
}

_WAYS = {PHONE: ft.Icons.PHONE_OUTLINED, VIDEO: ft.Icons.VIDEOCAM_OUTLINED}

_STATES = {
    steps.DONE: ft.Icons.CHECK_CIRCLE_OUTLINE,
    steps.PARTLY: ft.Icons.INCOMPLETE_CIRCLE,
    steps.TRIED: ft.Icons.EMOJI_PEOPLE,
    steps.NOT_NOW: ft.Icons.PAUSE_CIRCLE_OUTLINE,
}

PRIVATE = ft.Icons.LOCK_OUTLINE
SHARED = ft.Icons.PEOPLE_OUTLINE


def area_icon(area: str) -> ft.IconData:
    """An area of life."""
    return _AREAS.get(area, ft.Icons.FLAG_OUTLINED)


def party_icon(party: str) -> ft.IconData:
    """Whom an appointment is with."""
    return _PARTIES.get(party, ft.Icons.GROUPS_OUTLINED)


def way_icon(way: str) -> ft.IconData:
    """How people meet."""
    return _WAYS.get(way, ft.Icons.PLACE_OUTLINED)


def state_icon(state: str) -> ft.IconData:
    """How a step stands."""
    return _STATES.get(state, ft.Icons.RADIO_BUTTON_UNCHECKED)
