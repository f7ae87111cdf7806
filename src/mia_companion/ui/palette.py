"""Calm and warm: sand, moss and honey, nothing in red. Light and dark.

Contrast of what carries text is at least 4.5:1, of lines and marks 3:1; a test computes it.
"""

LIGHT = {
    "primary": "#24594A",
    "on_primary": "#FFFFFF",
    "primary_container": "#CFE8DC",
    "on_primary_container": "#0A2B20",
    "secondary": "#6A5632",
    "on_secondary": "#FFFFFF",
    "secondary_container": "#F6E6C6",
    "on_secondary_container": "#2E2208",
    "tertiary": "#39597A",
    "on_tertiary": "#FFFFFF",
    "tertiary_container": "#D8E6F4",
    "on_tertiary_container": "#0D2236",
    "error": "#7A4A00",
    "on_error": "#FFFFFF",
    "error_container": "#FFE2BD",
    "on_error_container": "#2B1900",
    "surface": "#FBF8F2",
    "on_surface": "#211F1A",
    "on_surface_variant": "#545046",
    "surface_container_lowest": "#FFFFFF",
    "surface_container_low": "#F6F2EA",
    "surface_container": "#F1ECE2",
    "surface_container_high": "#EAE4D8",
    "surface_container_highest": "#E4DDCF",
    "outline": "#7B7568",
    "outline_variant": "#D8D1C3",
    "inverse_surface": "#36332C",
    "on_inverse_surface": "#F7F2E8",
    "inverse_primary": "#9AD3BE",
}

DARK = {
    "primary": "#9AD3BE",
    "on_primary": "#00382A",
    "primary_container": "#1A4034",
    "on_primary_container": "#CFE8DC",
    "secondary": "#DDC594",
    "on_secondary": "#3A2D0F",
    "secondary_container": "#40351B",
    "on_secondary_container": "#F6E6C6",
    "tertiary": "#A9C8E6",
    "on_tertiary": "#0F314F",
    "tertiary_container": "#233E56",
    "on_tertiary_container": "#D8E6F4",
    "error": "#F2C078",
    "on_error": "#442B00",
    "error_container": "#5A3D0A",
    "on_error_container": "#FFE2BD",
    "surface": "#171613",
    "on_surface": "#EAE6DC",
    "on_surface_variant": "#C9C3B6",
    "surface_container_lowest": "#211F1B",
    "surface_container_low": "#1E1C18",
    "surface_container": "#23211C",
    "surface_container_high": "#2D2B25",
    "surface_container_highest": "#38352E",
    "outline": "#9A9487",
    "outline_variant": "#48443A",
    "inverse_surface": "#EAE6DC",
    "on_inverse_surface": "#36332C",
    "inverse_primary": "#24594A",
}

FOCUS_BY_DAY, FOCUS_BY_NIGHT = 0.22, 0.15
"""How much of the primary colour lies over what has the focus: more, and its words are hard to read."""
UNDER_A_FINGER = 0.05
"""The same over what is being tapped, once for all of it and once for where."""

SURFACES = (
    "surface",
    "surface_container_lowest",
    "surface_container_low",
    "surface_container",
    "surface_container_high",
    "primary_container",
    "secondary_container",
    "tertiary_container",
)
"""What pages, bars, cards and bubbles are made of. Any text may stand on any of them."""

TEXT_PAIRS = (
    ("on_primary", "primary"),
    ("on_primary_container", "primary_container"),
    ("on_secondary_container", "secondary_container"),
    ("on_tertiary_container", "tertiary_container"),
    ("on_error_container", "error_container"),
    *(("on_surface", surface) for surface in SURFACES),
    *(("on_surface_variant", surface) for surface in SURFACES),
    *(("primary", surface) for surface in SURFACES),
    ("error", "surface"),
    ("error", "surface_container_lowest"),
    ("on_inverse_surface", "inverse_surface"),
    ("inverse_primary", "inverse_surface"),
)
"""Which colour of text stands on which."""

LINE_PAIRS = (
    *(("outline", surface) for surface in SURFACES),
    *(("primary", surface) for surface in SURFACES),
    ("secondary", "surface_container_lowest"),
    ("tertiary", "surface"),
    ("tertiary", "surface_container_lowest"),
    ("tertiary", "surface_container"),
)
"""Which colour of lines, icons and marks that mean something stands on which."""
