"""Muslim, Christian and Druze days, for communities that choose these layers."""

from collections.abc import Iterator
from datetime import date, timedelta

from .spans import Kind, Layer, Span

_MUSLIM = {  # words in the Arabic names of the `holidays` package → key, kind
    "رأس السنة الهجرية": ("hijri_new_year", Kind.MINOR),
    "المولد النبوي": ("mawlid", Kind.FESTIVAL),
    "الإسراء والمعراج": ("isra", Kind.MINOR),
    "عيد الفطر": ("eid_al_fitr", Kind.FESTIVAL),
    "عيد الأضحى": ("eid_al_adha", Kind.FESTIVAL),
}
_RAMADAN_DAYS = 29  # or 30, by the sight of the moon
_DRUZE = (
    ("nabi_sablan", (9, 10), 1),
    ("al_khidr", (1, 25), 1),
    ("nabi_shuayb", (4, 25), 4),
)


def muslim_spans(civil_year: int) -> Iterator[Span]:
    """Days of the moon's calendar; a day or two may still move, so all are estimates."""
    for key, kind, start, end in _muslim_feasts(civil_year):
        if key == "eid_al_fitr":
            first, last = start - timedelta(_RAMADAN_DAYS), start - timedelta(1)
            yield Span("ramadan", "ramadan", first, last, Layer.MUSLIM, Kind.HALF_FESTIVAL, True)
        yield Span(key, key, start, end, Layer.MUSLIM, kind, True)


def druze_spans(civil_year: int) -> Iterator[Span]:
    """Visits to the shrines on their customary days, and the Feast of the Sacrifice."""
    for key, (month, day), length in _DRUZE:
        start = date(civil_year, month, day)
        end = start + timedelta(length - 1)
        yield Span(key, key, start, end, Layer.DRUZE, Kind.FESTIVAL, True)
    for key, kind, start, end in _muslim_feasts(civil_year):
        if key == "eid_al_adha":
            yield Span(key, key, start, end, Layer.DRUZE, kind, True)


def christian_spans(civil_year: int) -> Iterator[Span]:
    """The feasts of the Western and of the Eastern churches."""
    for key, day in _christian_days(civil_year):
        kind = Kind.MINOR if key == "new_year" else Kind.FESTIVAL
        yield Span(key, key, day, day, Layer.CHRISTIAN, kind)


def western_easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (Meeus, Astronomical Algorithms, ch. 8)."""
    century, in_century = divmod(year, 100)
    leaps, rest = divmod(century, 4)
    moon = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * (year % 19) + century - leaps - moon + 15) % 30
    weekday = (32 + 2 * rest + 2 * (in_century // 4) - epact - in_century % 4) % 7
    late = (year % 19 + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def eastern_easter(year: int) -> date:
    """Easter Sunday of the Julian calendar, as a civil date (Meeus, ch. 8); 1900 to 2099."""
    moon = (19 * (year % 19) + 15) % 30
    weekday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
    month, day = divmod(moon + weekday + 114, 31)
    return date(year, month, day + 1) + timedelta(13)


def _christian_days(year: int) -> Iterator[tuple[str, date]]:
    yield "new_year", date(year, 1, 1)
    yield "christmas_eastern", date(year, 1, 7)
    yield "christmas", date(year, 12, 25)
    for suffix, easter in (("", western_easter(year)), ("_eastern", eastern_easter(year))):
        yield f"good_friday{suffix}", easter - timedelta(2)
        yield f"easter{suffix}", easter
        yield f"easter_monday{suffix}", easter + timedelta(1)


def _muslim_feasts(civil_year: int) -> Iterator[tuple[str, Kind, date, date]]:
    from holidays import country_holidays  # 0.15 s: only when the layer is chosen

    days = country_holidays("PS", years=civil_year, language="ar")
    for words, (key, kind) in _MUSLIM.items():
        for run in _runs(sorted(day for day, name in days.items() if words in name)):
            yield key, kind, run[0], run[-1]


def _runs(days: list[date]) -> list[list[date]]:
    runs: list[list[date]] = []
    for day in days:
        if runs and day - runs[-1][-1] == timedelta(1):
            runs[-1].append(day)
        else:
            runs.append([day])
    return runs
