"""The participant's screens, after somebody has opened the app with their code."""

from tools.walk.appointments import TIMES, TIMES_DONE
from tools.walk.me import ME
from tools.walk.messages import MESSAGES
from tools.walk.path import PATH, PATH_DONE
from tools.walk.today import TODAY

PARTICIPANT = (*TODAY, *PATH, *TIMES, *MESSAGES, *ME, *PATH_DONE, *TIMES_DONE)
"""The five places, and what stands above them. `ME` is the fifth; last is what they would else tell of."""
