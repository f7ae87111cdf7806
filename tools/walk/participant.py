"""The participant's screens, after somebody has opened the app with their code."""

from mia_companion.ui import places
from tools.walk.appointments import TIMES, TIMES_DONE
from tools.walk.me import ME
from tools.walk.path import PATH, PATH_DONE
from tools.walk.screens import Own, Screen, beneath
from tools.walk.today import TODAY

_THREAD = Own("Ringa Per och fråga", "Läkarbesök")

_PHOTO = Own("Dörren till Mötesplatsen", "Dörren till Mötesplatsen")

_MESSAGES = (
    Screen("messages", places.MESSAGES),
    Screen("messages-photo", places.MESSAGES, ("Photo or file",), ("Back to the messages",)),
    Screen("messages-phrases", places.MESSAGES, ("Ready phrases",), ("Back to the messages",)),
    Screen("messages-empty", places.MESSAGES, ("Send",)),
    Screen("photo", places.MESSAGES, (_PHOTO,), at="/photo/:journal/:blob", lacks=("ar",)),
    Screen("threads", places.THREADS),
    Screen("thread", places.THREADS, (_THREAD,), at="/messages/thread/:thread"),
    Screen(
        "thread-hours",
        places.THREADS,
        (_THREAD, beneath("hours")),  # the way there is called otherwise where there is little room
        at="/messages/thread/:thread/hours",
    ),
    Screen("hours", places.HOURS),
)

PARTICIPANT = (*TODAY, *PATH, *TIMES, *_MESSAGES, *ME, *PATH_DONE, *TIMES_DONE)
"""The five places, and what stands above them. `ME` is the fifth; last is what they would else tell of."""
