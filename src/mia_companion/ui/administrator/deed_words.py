"""What somebody has done, in a few words: many of the server's words are one of ours."""

from mia_companion.ui.context import Here

_GROUPS = {
    "signed-in": "signed in",
    "device-removed": "device",
    "invited": "invited",
    "imported": "invited",
    "everything-given": "file",
    "handed-over": "follows",
    "assigned": "follows",
    "unassigned": "follows",
    "participants-moved": "follows",
    "cover-set": "covers",
    "cover-ended": "covers",
    "left-behind-read": "left",
    "words-same": "words",
    "words-not-same": "words",
    "password-chosen": "password",
    "password-reset": "password",
    "site-made": "site",
    "site-renamed": "site",
    "results-seen": "results",
    "results-published": "published",
    "erased": "erased",
    "deeds-seen": "deeds",
    "audit-exported": "deeds",
}
_ENDINGS = {"made": "account", "renamed": "account", "ended": "account"}


def deed_words(here: Here, what: str) -> str:
    """A line's heading. A word that is newer than this app is said to be something else."""
    t = here.t
    group = _GROUPS.get(what) or ("file" if what.startswith("exported-") else "")
    group = group or _ENDINGS.get(what.rpartition("-")[2], "")
    return {
        "signed in": t("Signed in"),
        "device": t("Signed a device out"),
        "invited": t("Invited a participant"),
        "file": t("Took out a file about a participant"),
        "follows": t("Changed who follows a participant"),
        "covers": t("Changed who covers for whom"),
        "left": t("Read what came too late"),
        "words": t("Compared two words with a phone"),
        "password": t("Changed a password"),
        "account": t("Changed an account"),
        "site": t("Changed a site"),
        "results": t("Looked at results"),
        "published": t("Published results"),
        "erased": t("Erased a participant"),
        "deeds": t("Looked at what has been done"),
    }.get(group, t("Something else"))
