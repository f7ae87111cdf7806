"""What may be attached: the media types, and what the names of such files end with. Light to import."""

JPEG, PNG, WEBP, GIF = "image/jpeg", "image/png", "image/webp", "image/gif"
PDF, TEXT = "application/pdf", "text/plain"

PHOTO_TYPES = frozenset((JPEG, PNG, WEBP, GIF))

SUFFIXES: dict[str, tuple[str, ...]] = {
    JPEG: (".jpg", ".jpeg", ".jpe", ".jfif"),
    PNG: (".png",),
    WEBP: (".webp",),
    GIF: (".gif",),
    PDF: (".pdf",),
    TEXT: (".txt", ".text", ".md", ".csv", ".log"),
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": (".docx",),
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": (".xlsx",),
    "application/vnd.openxmlformats-officedocument.presentationml.presentation": (".pptx",),
    "application/vnd.oasis.opendocument.text": (".odt",),
    "application/vnd.oasis.opendocument.spreadsheet": (".ods",),
    "application/vnd.oasis.opendocument.presentation": (".odp",),
}
"""Everything that is taken; the first ending is given to a name that has none."""

PHOTO_SUFFIXES = tuple(end for kind in (JPEG, PNG, WEBP, GIF) for end in SUFFIXES[kind])
ALL_SUFFIXES = tuple(end for ends in SUFFIXES.values() for end in ends)

MAX_PICKED_BYTES = 32 * 1024 * 1024
"""A photo as it comes from a camera, before it is made smaller."""
