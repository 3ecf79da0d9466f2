"""Dates, numbers and names read as a native reader expects them, in three languages."""

import subprocess
import sys
from datetime import date, time, timedelta

import pytest
from babel import Locale
from babel.lists import format_list

from cop_desktop import formats
from cop_desktop.formats import words

WEDNESDAY = date(2026, 12, 2)
LANGUAGES = ("he", "en", "ar")
CLDR = {"he": Locale("he"), "en": Locale("en", "GB"), "ar": Locale("ar", "JO")}


@pytest.mark.parametrize("language", LANGUAGES)
def test_names_of_months_and_days_are_those_of_cldr(language: str) -> None:
    months = CLDR[language].months["format"]
    days = CLDR[language].days["format"]
    assert words.MONTHS[language] == tuple(months["wide"].values())
    assert words.MONTHS_SHORT[language] == tuple(months["abbreviated"].values())
    from_sunday = [*range(6, 7), *range(6)]
    expected = tuple(days["wide"][n].replace("יום שבת", "שבת") for n in from_sunday)
    assert words.WEEKDAYS[language] == expected


def test_parts_side_by_side_keep_their_own_direction() -> None:
    assert formats.dotted("יום ד׳", "Zoom 2") == "\u2068יום ד׳\u2069 · \u2068Zoom 2\u2069"
    assert formats.dotted("", "אולם", "") == "אולם"
    assert formats.dotted("", "") == ""


def test_a_joined_part_is_joined_on_without_being_turned_round() -> None:
    day = formats.dotted("יום ד׳", "כ״ב בכסלו")
    assert formats.dotted(day, "אולם 2") == f"{day} · \u2068אולם 2\u2069"


@pytest.mark.parametrize("language", LANGUAGES)
def test_lists_are_joined_as_cldr_joins_them(language: str) -> None:
    for names in (["א"], ["א", "ב"], ["א", "ב", "ג"], ["א", "ב", "ג", "ד"]):
        expected = format_list(names, locale=CLDR[language])
        assert formats.listed(names, language) == expected


@pytest.mark.parametrize(
    ("language", "long", "medium", "short"),
    [
        ("he", "יום רביעי, 2 בדצמבר 2026", "2 בדצמבר 2026", "2.12.2026"),
        ("en", "Wednesday, 2 December 2026", "2 December 2026", "2 Dec 2026"),
        ("ar", "الأربعاء، 2 كانون الأول 2026", "2 كانون الأول 2026", "2/12/2026"),
    ],
)
def test_a_date_in_three_lengths(language: str, long: str, medium: str, short: str) -> None:
    assert formats.date_long(WEDNESDAY, language) == long
    assert formats.date_medium(WEDNESDAY, language) == medium
    assert formats.date_short(WEDNESDAY, language) == short


def test_saturday_is_simply_shabbat() -> None:
    assert formats.weekday_and_date(date(2026, 12, 5), "he") == "שבת, 5 בדצמבר"


def test_a_stretch_of_days_names_a_shared_month_once() -> None:
    start = date(2026, 12, 2)
    assert formats.date_range(start, date(2026, 12, 5), "he") == "2 עד 5 בדצמבר 2026"
    assert formats.date_range(start, date(2026, 12, 5), "en") == "2–5 December 2026"
    assert formats.date_range(start, date(2027, 1, 5), "he") == "2 בדצמבר 2026 עד 5 בינואר 2027"
    assert formats.date_range(date(2026, 11, 28), start, "en") == "28 November–2 December 2026"
    assert formats.date_range(start, start, "ar") == formats.date_medium(start, "ar")


@pytest.mark.parametrize(
    ("day", "he", "en"),
    [
        (WEDNESDAY, "כ״ב בכסלו תשפ״ז", "22 Kislev 5787"),
        (date(2027, 2, 8), "א׳ באדר א׳ תשפ״ז", "1 Adar I 5787"),
        (date(2027, 3, 24), "ט״ו באדר ב׳ תשפ״ז", "15 Adar II 5787"),
        (date(2026, 3, 3), "י״ד באדר תשפ״ו", "14 Adar 5786"),
        (date(2027, 11, 1), "א׳ בחשוון תשפ״ח", "1 Cheshvan 5788"),
        (date(2026, 5, 17), "א׳ בסיוון תשפ״ו", "1 Sivan 5786"),
    ],
)
def test_hebrew_dates(day: date, he: str, en: str) -> None:
    assert formats.hebrew_date(day, "he") == he
    assert formats.hebrew_date(day, "en") == en


def test_hebrew_numbers_are_those_of_pyluach() -> None:
    from pyluach.dates import HebrewDate

    for year in range(5700, 5900):
        assert formats.hebrew_year_name(year) == HebrewDate(year, 7, 1).hebrew_year()
    for day in range(1, 31):
        assert formats.hebrew_number(day) == HebrewDate(5787, 7, day).hebrew_day()


def test_a_civil_day_comes_back_from_its_hebrew_date() -> None:
    for n in range(0, 4000, 17):
        day = date(2020, 1, 1) + timedelta(n)
        assert formats.civil_day(*formats.hebrew_day(day)) == day


def test_the_work_year_turns_on_the_first_of_september() -> None:
    assert formats.work_year_of(date(2027, 8, 31)) == 2026
    assert formats.work_year_of(date(2027, 9, 1)) == 2027
    assert formats.work_year_bounds(2026) == (date(2026, 9, 1), date(2027, 8, 31))
    months = formats.work_year_months(2026)
    assert [(day.month, day.year) for day in (months[0], months[3], months[4], months[11])] == [
        (9, 2026),
        (12, 2026),
        (1, 2027),
        (8, 2027),
    ]
    names = [formats.work_year_name(2026, language) for language in LANGUAGES]
    assert names == ["תשפ״ז", "2026/27", "2026/27"]
    assert formats.work_year_name(2099, "en") == "2099/00"


def test_the_week_begins_on_sunday() -> None:
    assert formats.week_start(WEDNESDAY) == date(2026, 11, 29)
    assert formats.week_start(date(2026, 11, 29)) == date(2026, 11, 29)
    assert formats.weekday_letters("he")[0] == "א׳"


def test_hours_are_joined_by_a_word_on_paper_and_kept_in_order_on_screen() -> None:
    start, end = time(9, 30), time(13)
    assert formats.time_range_paper(start, end, "he") == "09:30 עד 13:00"
    assert formats.time_range_paper(start, end, "en") == "09:30–13:00"
    assert formats.time_range(start, end, "he") == "\u206609:30–13:00\u2069"
    assert formats.without_isolates(formats.time_range(start, end, "he")) == "09:30–13:00"


@pytest.mark.parametrize(
    ("minutes", "he", "en", "ar"),
    [
        (15, "רבע שעה", "15 minutes", "ربع ساعة"),
        (20, "20 דקות", "20 minutes", "20 دقيقة"),
        (60, "שעה", "1 hour", "ساعة"),
        (80, "שעה ו־20 דקות", "1 hour 20 minutes", "ساعة و20 دقيقة"),
        (90, "שעה וחצי", "1 hour 30 minutes", "ساعة ونصف"),
        (120, "שעתיים", "2 hours", "ساعتان"),
        (195, "3 שעות ורבע", "3 hours 15 minutes", "3 ساعات وربع"),
        (225, "3 שעות ושלושת רבעי השעה", "3 hours 45 minutes", "3 ساعات وثلاثة أرباع الساعة"),
    ],
)
def test_lengths_of_time(minutes: int, he: str, en: str, ar: str) -> None:
    assert [formats.duration(minutes, language) for language in LANGUAGES] == [he, en, ar]


@pytest.mark.parametrize(
    ("days", "he", "en", "ar"),
    [
        (0, "היום", "today", "اليوم"),
        (1, "מחר", "tomorrow", "غدًا"),
        (-1, "אתמול", "yesterday", "أمس"),
        (3, "בעוד 3 ימים", "in 3 days", "بعد 3 أيام"),
        (7, "בעוד שבוע", "in a week", "بعد أسبوع"),
        (10, "בעוד 10 ימים", "in 10 days", "بعد 10 أيام"),
        (11, "בעוד 11 ימים", "in 11 days", "بعد 11 يومًا"),
        (-2, "לפני יומיים", "2 days ago", "قبل يومين"),
        (-14, "לפני שבועיים", "2 weeks ago", "قبل أسبوعين"),
        (-21, "לפני 3 שבועות", "3 weeks ago", "قبل 3 أسابيع"),
        (-75, "לפני חודשיים", "2 months ago", "قبل شهرين"),
        (-365, "לפני שנה", "a year ago", "قبل سنة"),
    ],
)
def test_how_far_a_day_is(days: int, he: str, en: str, ar: str) -> None:
    day = WEDNESDAY + timedelta(days)
    shown = [formats.relative_day(day, WEDNESDAY, language) for language in LANGUAGES]
    assert shown == [he, en, ar]


@pytest.mark.parametrize(
    ("n", "ar"),
    [(1, "يوم واحد"), (2, "يومان"), (99, "99 يومًا"), (100, "100 يوم"), (103, "103 أيام")],
)
def test_arabic_counts_days_by_its_own_rules(n: int, ar: str) -> None:
    assert formats.counted(n, "day", "ar") == ar


def test_figures_are_western_and_rounded_half_up() -> None:
    assert formats.number(1234.5, "ar", decimals=1) == "1,234.5"
    assert formats.number(2.5, "en") == "3"
    assert formats.percent(0.285, "he") == "29%"
    assert formats.percent(0.145, "he") == "15%"
    assert formats.number(-3, "he") == "\u2066-3\u2069"
    assert formats.points(16.3, "en") == "+16.3"
    assert formats.points(-0.04, "en") == "0.0"


def test_a_vav_before_a_foreign_word_or_figure_takes_a_maqaf() -> None:
    assert formats.listed(["דף מידע", "Zoom"], "he") == "דף מידע ו־Zoom"
    assert formats.listed(["2", "3"], "he") == "2 ו־3"
    assert formats.with_prefix("ב", "18") == "ב־18"
    assert formats.with_prefix("ב", "רמת הדר") == "ברמת הדר"
    assert formats.with_prefix("ו", formats.isolate("אמל")) == f"ו{formats.isolate('אמל')}"


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("מיכל אברהמי", "מא"),
        ("ד״ר רונן שפירא", "רש"),
        ("Dr. Dana van Mor", "DM"),
        ("طل بركات", "ط\u200cب"),
        ("נועה", "נ"),
        ("", ""),
    ],
)
def test_initials_for_a_badge(name: str, letters: str) -> None:
    assert formats.initials(name) == letters


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("0521234567", "052-123-4567"),
        ("052 1234567", "052-123-4567"),
        ("+972-52-1234567", "052-123-4567"),
        ("026251111", "02-625-1111"),
        ("1700123456", "1-700-123-456"),
        ("*2345", "*2345"),
        ("+44 20 7946 0018", "+44 20 7946 0018"),
        ("", ""),
    ],
)
def test_phone_numbers_are_grouped_as_people_dictate_them(typed: str, shown: str) -> None:
    assert formats.phone(typed, "en") == shown
    assert formats.without_isolates(formats.phone(typed, "he")) == shown


def test_a_figure_stays_with_what_it_counts() -> None:
    assert formats.hold_together("31 סייעות ב־3 גנים") == "31\u00a0סייעות ב־3\u00a0גנים"


def test_a_file_s_suffix_stays_behind_its_digits_in_hebrew() -> None:
    shown = formats.file_name("חברים שהסכימו 70807899.xlsx")
    assert shown == "חברים שהסכימו \u206870807899.xlsx\u2069"  # or it reads xlsx.70807899
    assert formats.file_name("סיכום.pdf") == "סיכום.pdf"


def test_formats_load_without_babel_or_holidays() -> None:
    heavy = "[name for name in ('babel', 'holidays', 'pyluach') if name in sys.modules]"
    code = f"import sys; import cop_desktop.formats, cop_desktop.calendar; print({heavy})"
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert shown.stdout.strip() == "[]"
