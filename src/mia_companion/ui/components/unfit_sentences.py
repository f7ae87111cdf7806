"""Why a photo or file was not taken."""

from mia_companion.device import unfit
from mia_companion.i18n.words import later

UNFIT = {
    unfit.EMPTY_FILE: later("That file is empty. Choose another."),
    unfit.FILE_TOO_LARGE: later("That is too large. A file may have 5 MB, a photo 32 MB."),
    unfit.KIND_NOT_TAKEN: later(
        "That kind of file cannot be sent from here. Photos, PDF, Word, Excel and plain text can."
    ),
    unfit.NOT_WHAT_IT_SAYS: later(
        "That file is not what its name says. Look at it where it came from, or choose another."
    ),
    unfit.NOT_A_PHOTO: later("That is not a photo. Choose a photo."),
    unfit.PHOTO_UNREADABLE: later(
        "That photo could not be read; perhaps it is not whole. Choose another, or take it again."
    ),
    unfit.PHOTO_TOO_LARGE: later(
        "That photo is larger than this app can read. A screenshot of it can be sent."
    ),
    unfit.PHOTO_KIND: later(
        "That kind of photo cannot be read here, so the place where it was taken could not be"
        " taken out. A screenshot of it can be sent."
    ),
    unfit.NOT_READ: later("It did not get here. Try once more."),
    unfit.NOT_SAVED: later("It could not be saved there. Choose another place."),
}
