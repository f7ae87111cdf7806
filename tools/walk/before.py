"""What is seen before anybody is in: the languages, the welcome, the ways in, and the help beside them."""

from mia_companion.ui import places
from tools.walk.screens import Screen, Script, Write

FIRST = Screen("first", places.TODAY)
"""No language has been chosen yet."""

_PICTURE = f"/start/{'x' * 43}"
"""As a camera reads it from a picture that opens nothing."""

BEFORE = (
    Screen("welcome", places.TODAY),
    Screen("welcome-short", places.TODAY, (Write("The code from your coordinator", "7K"), "Go on")),
    Screen(
        "welcome-wrong",
        places.TODAY,
        (Write("The code from your coordinator", "AAAAAAAA"), "Go on"),
    ),
    Screen("welcome-filled", "/start/7KQ2MXWD", at="/start/:code"),
    Screen("sign-in", places.SIGN_IN),
    Screen(
        "sign-in-wrong",
        places.SIGN_IN,
        (Write("E-mail", "nobody@demo.example"), Write("Password", "not this one"), "Sign in"),
    ),
    Screen("help-before", places.HELP),
    Screen("bad-days-before", places.BAD_DAYS),
    Screen("others-before", places.OTHERS),
    Screen("statement-before", places.ACCESSIBILITY),
    Screen(
        "statement-other-before",
        f"{places.ACCESSIBILITY}/en",
        at=f"{places.ACCESSIBILITY}/:language",
    ),
    Screen("language-before", places.LANGUAGE),
    Screen(
        "offline", places.TODAY, (Script("showOffline(true)"),), (Script("showOffline(false)"),)
    ),
    Screen("welcome-picture", _PICTURE, at=places.TODAY),
    Screen("welcome-picture-wrong", _PICTURE, ("Go on",), at=places.TODAY),
)
