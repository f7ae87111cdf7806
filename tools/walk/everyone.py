"""Everybody's way through all of their screens, in some languages, each of them signed in once."""

from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial

from playwright.sync_api import Browser, Error, Page, StorageState

from mia_companion.i18n.words import Words
from tests.journeys.person import Person
from tools.walk.apart import arrive
from tools.walk.before import BEFORE, FIRST
from tools.walk.going import settle, speak, stand, step_back
from tools.walk.me import HIDDEN, WITH_A_PIN
from tools.walk.meanwhile import MEANWHILE
from tools.walk.participant import PARTICIPANT
from tools.walk.people import (
    DESK,
    PHONE,
    STAFF,
    Staff,
    enter_as,
    enter_as_participant,
    enter_with,
    open_door,
    participant_of,
    somebody,
)
from tools.walk.scene import Told
from tools.walk.screens import Screen
from tools.walk.stood import APART, Stood

Look = Callable[[Person, Stood], None]

PARTS = ("nobody", "participant", APART, *(one.name for one in STAFF))
TALL = 2600
"""Pixels; no screen of the demo is higher."""


@dataclass
class Walk:
    """`only` names screens, or is empty for all; `missed` are those to which the way was not found.
    `parts` are those who walk (`PARTS`), or empty for everybody.

    `phone` and `desk` are the sizes of the pages: so tall that nothing of a screen is scrolled away.
    `opened` is called with each page before the app is opened on it, `entered` with each person who is in.
    """

    told: Told
    browser: Browser
    look: Look
    only: Collection[str] = ()
    phone: tuple[int, int] = (PHONE[0], TALL)
    desk: tuple[int, int] = (DESK[0], TALL)
    opened: Callable[[Page], None] = lambda page: None
    entered: Callable[[Person, Words], None] = lambda who, words: None
    states: dict[str, StorageState] = field(default_factory=dict)
    parts: Collection[str] = ()
    narrow: Collection[str] = ()
    missed: list[str] = field(default_factory=list)

    def everyone(self, spoken: Sequence[Words]) -> None:
        """The languages are walked one after the other by each person."""
        self._on_their_own(spoken)
        for one in self._at_work():
            self._staff(one, spoken, wide=True)
            self._staff(one, [words for words in spoken if words.tag in self.narrow], wide=False)

    def on_phones(self, spoken: Sequence[Words]) -> None:
        """The same, on the phone's size alone. Participants come with the cookies of `states`."""
        self._on_their_own(spoken)
        for one in self._at_work():
            self._staff(one, spoken, wide=False)

    def _on_their_own(self, spoken: Sequence[Words]) -> None:
        if self._walks("nobody"):
            for words in spoken:
                self._before(words)
        if self._walks("participant"):
            for person in {participant_of(words): None for words in spoken}:
                self._participant([one for one in spoken if participant_of(one) is person])

        if self._walks(APART) and self._wanted(MEANWHILE):
            for words in spoken:
                self._apart(words)

    def _at_work(self) -> list[Staff]:
        return [one for one in STAFF if self._walks(one.name)]

    def _walks(self, part: str) -> bool:
        return not self.parts or part in self.parts

    def _before(self, words: Words) -> None:
        if not self._wanted((FIRST, *BEFORE)):
            return
        with self._somebody(words, self.phone) as who:
            who.open()
            if self._is_wanted(FIRST):
                self._stand(who, Stood(FIRST, words, "nobody"), go=False)
            who.tap(words.language.own_name, exact=True)
            settle(who.page)
            self._all(who, BEFORE, words, "nobody")

    def _participant(self, spoken: Sequence[Words]) -> None:
        if not self._wanted((*PARTICIPANT, *WITH_A_PIN, *HIDDEN)):
            return
        name = participant_of(spoken[0]).name
        with self._somebody(spoken[0], self.phone, state=self.states.get(name)) as who:
            who.open()
            if name in self.states:
                settle(who.page)
                speak(who, None, spoken[0])
            else:
                who.tap(spoken[0].language.own_name, exact=True)
                enter_as_participant(who, self.told.scene, spoken[0])
                self.states[name] = who.page.context.storage_state()
            self.entered(who, spoken[0])
            for words in self._speaking(who, spoken):
                self._all(who, PARTICIPANT, words, "participant")
                self._all(who, WITH_A_PIN, words, "participant", whole=True)
                self._all(who, HIDDEN, words, "participant", whole=True)

    def _apart(self, words: Words) -> None:
        self.told.let(partial(arrive, tag=words.tag))
        with self._somebody(words, self.phone) as who:
            who.open()
            who.tap(words.language.own_name, exact=True)
            enter_with(who, self.told.ids["code"], words)
            self.entered(who, words)
            self._all(who, MEANWHILE, words, APART, whole=True)

    def _staff(self, one: Staff, spoken: Sequence[Words], *, wide: bool) -> None:
        if not spoken or not self._wanted(one.screens):
            return
        with self._somebody(spoken[0], self.desk if wide else self.phone, desk=True) as who:
            enter_as(who, one, spoken[0])
            self.entered(who, spoken[0])
            for words in self._speaking(who, spoken):
                self._all(who, one.screens, words, one.name, wide=wide)

    def _speaking(self, who: Person, spoken: Sequence[Words]) -> Iterator[Words]:
        before = spoken[0]
        for words in spoken:
            speak(who, before, words)
            before = words
            yield words

    def _all(
        self,
        who: Person,
        screens: Sequence[Screen],
        words: Words,
        role: str,
        *,
        wide: bool = False,
        whole: bool = False,
    ) -> None:
        if whole and not self._wanted(screens):
            return
        for screen in screens:
            stood = Stood(screen, words, role, wide)
            if words.tag not in screen.lacks and (whole or self._is_wanted(screen)):
                self._stand(who, stood)

    def _stand(self, who: Person, stood: Stood, *, go: bool = True) -> None:
        try:
            if go:
                stand(who, stood.screen, stood.words, self.told, wide=stood.wide)
            self.look(who, stood)
            step_back(who, stood.screen, stood.words, self.told, wide=stood.wide)
        except (Error, AssertionError) as wrong:  # the others are walked all the same
            first = (str(wrong).splitlines() or [""])[0]
            self.missed.append(f"{stood.words.tag} {stood.name}: {first} ({who.page.url})")
            print(f"no way: {self.missed[-1]}", flush=True)

    def _wanted(self, screens: Sequence[Screen]) -> list[Screen]:
        return [screen for screen in screens if self._is_wanted(screen)]

    def _is_wanted(self, screen: Screen) -> bool:
        return not self.only or screen.name in self.only

    @contextmanager
    def _somebody(
        self,
        words: Words,
        size: tuple[int, int],
        *,
        desk: bool = False,
        state: StorageState | None = None,
    ) -> Iterator[Person]:
        home = self.told.scene.address if desk else open_door(self.told.scene)
        with somebody(self.browser, home, words, size, state=state, points=1) as who:
            self.opened(who.page)
            who.page.on("pageerror", lambda error: self._broke(who, error))
            yield who

    def _broke(self, who: Person, error: Error) -> None:
        self.missed.append(f"the page broke at {who.page.url}: {error}")
        print(self.missed[-1], flush=True)
