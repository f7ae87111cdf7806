"""Which languages a device is set to, most wanted first."""

import asyncio

import flet as ft

_PATIENCE = 3.0
"""Seconds. The first screen waits for it, so that no line moves under a finger."""

_SAYS_NOTHING = (TimeoutError, RuntimeError, AttributeError, KeyError, TypeError, ValueError)
"""What Flet raises where a platform does not answer, or says something that it does not know."""


async def device_languages(page: ft.Page) -> tuple[str, ...]:
    """As BCP 47 tags; none where the platform does not say."""
    try:
        info = await asyncio.wait_for(page.get_device_info(), _PATIENCE)
        return tuple(one.language_tag for one in info.locales) if info is not None else ()
    except _SAYS_NOTHING:
        return ()
