"""A few words on a calm ground, beside what they are about."""

import flet as ft

_GROUNDS = {
    ft.Colors.TERTIARY_CONTAINER: ft.Colors.ON_TERTIARY_CONTAINER,
    ft.Colors.SECONDARY_CONTAINER: ft.Colors.ON_SECONDARY_CONTAINER,
}


def pill(
    words: str, icon: ft.IconData | None = None, ground: ft.Colors = ft.Colors.TERTIARY_CONTAINER
) -> ft.Control:
    """In words, never in colour alone. `ground` is the tertiary or the secondary container."""
    tint = _GROUNDS[ground]
    text = ft.Text(words, theme_style=ft.TextThemeStyle.LABEL_MEDIUM, color=tint)
    inside: ft.Control = text
    if icon is not None:
        inside = ft.Row([ft.Icon(icon, size=16, color=tint), text], spacing=6, tight=True)
    return ft.Container(
        inside,
        bgcolor=ground,
        border_radius=10,
        padding=ft.Padding.symmetric(horizontal=8, vertical=2),
    )
