"""Why something that a person picked cannot be kept: names, each with a sentence on the screen."""

EMPTY_FILE = "file-empty"
FILE_TOO_LARGE = "file-too-large"
KIND_NOT_TAKEN = "file-kind"
NOT_WHAT_IT_SAYS = "file-not-what-it-says"
NOT_A_PHOTO = "not-a-photo"
PHOTO_UNREADABLE = "photo-unreadable"
PHOTO_TOO_LARGE = "photo-too-large"
PHOTO_KIND = "photo-kind"
NOT_READ = "file-not-read"
NOT_SAVED = "file-not-saved"
"""Not of what was picked, but of where it was to go."""


class Unfit(Exception):
    """It is not kept, and nothing of it is; `name` is one of the names above. Never carries content."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name
