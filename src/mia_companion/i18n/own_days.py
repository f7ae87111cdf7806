"""How days are written where CLDR's way is hard to read here, or may mislead; see docs/translating.md.

In Tigrinya CLDR calls November by the name of a month of the Ge'ez calendar that begins nine days
later; both are in use. So months bear the names that stand on letters in Sweden, in Ge'ez letters.
In Arabic they bear both their names, as in the press: that of Syria and Iraq, and that of the west.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from babel import Locale


@dataclass(frozen=True, slots=True)
class OwnDays:
    """Patterns with {weekday}, {day} (a number), {month} and {number} (of the month).

    `year` follows them when the year is said, `until` stands between two days, with words where a
    language runs right to left: a dash between numbers is read from either side. `months` and
    `weekdays`, from Monday, are CLDR's where they are empty; `month_with_year` is CLDR's form of a
    month before its year.
    """

    day: str
    short: str
    dated: str
    until: str
    year: str = " {year}"
    months: Sequence[str] = ()
    weekdays: Sequence[str] = ()
    month_with_year: str = field(default="stand-alone")

    def said(self, pattern: str, when: date, locale: Locale, *, year: bool) -> str:
        """The day by one of the patterns."""
        return (pattern + self.year if year else pattern).format(
            weekday=self.weekday(when.isoweekday(), locale),
            day=when.day,
            month=self.month(when.month, locale, year=year),
            number=when.month,
            year=when.year,
        )

    def month(self, number: int, locale: Locale, *, year: bool = False) -> str:
        """Its name; `year` when a year follows it."""
        if self.months:
            return self.months[number - 1]
        return str(locale.months[self.month_with_year if year else "stand-alone"]["wide"][number])

    def weekday(self, number: int, locale: Locale) -> str:
        """Its name; 1 is Monday."""
        if self.weekdays:
            return self.weekdays[number - 1]
        return str(locale.days["stand-alone"]["wide"][number - 1])

    def days(self, first: date, last: date, locale: Locale, *, year: bool) -> str:
        """From one day to another; a month that they share is said once."""
        end = self.said(self.dated, last, locale, year=year)
        if first == last:
            return end
        if (first.year, first.month) == (last.year, last.month) and "{month}" in self.dated:
            return f"{first.day}{self.until}{end}"
        return self.said(self.dated, first, locale, year=year) + self.until + end


_PERSIAN = OwnDays(
    day="{weekday} {day} {month}",
    short="{weekday} {day} {month}",
    dated="{day} {month}",
    until=" تا ",
    month_with_year="format",
)

OWN_DAYS = {
    "ar": OwnDays(
        day="{weekday}، {day} {month}",
        short="{weekday} {day}/{number}",
        dated="{day}/{number}",
        until=" إلى ",
        months=(
            "كانون الثاني/يناير",
            "شباط/فبراير",
            "آذار/مارس",
            "نيسان/أبريل",
            "أيار/مايو",
            "حزيران/يونيو",
            "تموز/يوليو",
            "آب/أغسطس",
            "أيلول/سبتمبر",
            "تشرين الأول/أكتوبر",
            "تشرين الثاني/نوفمبر",
            "كانون الأول/ديسمبر",
        ),
    ),
    "fa": _PERSIAN,
    "fa-AF": _PERSIAN,
    "so": OwnDays(
        day="{weekday}, {day} {month}",
        short="{weekday} {day}/{number}",
        dated="{day} {month}",
        until=" ilaa ",
    ),
    "ti": OwnDays(
        day="{weekday}፣ {day} {month}",
        short="{weekday} {day} {month}",
        dated="{day} {month}",
        until=" ክሳብ ",
        months=(
            "ጃንዩወሪ",
            "ፌብሩወሪ",
            "ማርች",
            "ኤፕሪል",
            "ሜይ",
            "ጁን",
            "ጁላይ",
            "ኦገስት",
            "ሴፕተምበር",
            "ኦክቶበር",
            "ኖቬምበር",
            "ዲሴምበር",
        ),
    ),
    "ckb": OwnDays(
        day="{weekday}، {day}ی {month}",
        short="{weekday} {day}/{number}",
        dated="{day}ی {month}",
        until=" تا ",
        year="ی {year}",
        months=(
            "کانوونی دووەم",
            "شوبات",
            "ئازار",
            "نیسان",
            "ئایار",
            "حوزەیران",
            "تەمووز",
            "ئاب",
            "ئەیلوول",
            "تشرینی یەکەم",
            "تشرینی دووەم",
            "کانوونی یەکەم",
        ),
        weekdays=(
            "دووشەممە",
            "سێشەممە",
            "چوارشەممە",
            "پێنجشەممە",
            "هەینی",
            "شەممە",
            "یەکشەممە",
        ),
    ),
}
