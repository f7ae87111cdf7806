"""When a step is to be taken, in words: a day, weekdays that come again, or nothing at all."""

from datetime import date

from mia_companion.domain.steps import Step
from mia_companion.i18n.words import Words, later

_EACH = (
    # Translators: the weekdays in the plural, for what comes again each week: "Mondays and Fridays".
    later("Mondays"),
    later("Tuesdays"),
    later("Wednesdays"),
    later("Thursdays"),
    later("Fridays"),
    later("Saturdays"),
    later("Sundays"),
)
_WORKDAYS, _ALL = (1, 2, 3, 4, 5), (1, 2, 3, 4, 5, 6, 7)


def repeats_in_words(words: Words, repeats: tuple[int, ...]) -> str:
    """`Mondays and Wednesdays`; ISO weekdays, which may be said in any order and more than once."""
    days = tuple(sorted(set(repeats)))
    if days == _ALL:
        return words.t("Every day")
    if days == _WORKDAYS:
        return words.t("Every weekday")
    said = words.listing(words.t(_EACH[day - 1]) for day in days)
    return said[:1].upper() + said[1:]


def day_name(words: Words, day: date, today: date) -> str:
    """`yesterday`, `today`, `tomorrow`, `Wednesday` in the coming week, else the day with its date."""
    ahead = (day - today).days
    if ahead == 0:
        return words.c("day", "today")
    if ahead == 1:
        return words.c("day", "tomorrow")
    if ahead == -1:
        return words.c("day", "yesterday")
    return words.weekday(day.isoweekday()) if 1 < ahead < 7 else words.day(day, today)


def for_day(words: Words, day: date, today: date) -> str:
    """`For today`, `For Wednesday`. A day that has passed is not spoken of."""
    if day < today:
        return ""
    if day == today:
        return words.t("For today")
    if (day - today).days == 1:
        return words.t("For tomorrow")
    return words.t("For {day}", day=day_name(words, day, today))


def when_in_words(words: Words, step: Step, today: date) -> str:
    """`Mondays and Wednesdays · next on Wednesday`; empty for a step without a day ahead."""
    if not step.repeats:
        return for_day(words, step.day, today) if step.day else ""
    days, ahead = repeats_in_words(words, step.repeats), step.next_day(today)
    if ahead is None:
        return days
    if ahead == today:
        return words.t("{days} · next today", days=days)
    if (ahead - today).days == 1:
        return words.t("{days} · next tomorrow", days=days)
    return words.t("{days} · next on {day}", days=days, day=day_name(words, ahead, today))


def comes_again(words: Words, day: date, today: date) -> str:
    """When a step comes next, as a sentence."""
    if (day - today).days == 1:
        return words.t("It comes again tomorrow.")
    return words.t("It comes again on {day}.", day=day_name(words, day, today))
