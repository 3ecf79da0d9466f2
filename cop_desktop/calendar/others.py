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
_DAY = timedelta(days=1)
_RAMADAN = "First Day of Ramadan"
_DRUZE = (  # of the civil year since their days were set: nothing to estimate
    ("nabi_sablan", (9, 10), 1),
    ("al_khidr", (1, 25), 1),
    ("nabi_shuayb", (4, 25), 4),
)
_FIXED = (  # the Eastern churches keep the Julian calendar, thirteen days later till 2100
    ("new_year", "new_year", (1, 1), Kind.MINOR),
    ("epiphany", "epiphany", (1, 6), Kind.MINOR),
    ("christmas_eastern_eve", "christmas_eastern", (1, 6), Kind.EVE),
    ("christmas_eastern", "christmas_eastern", (1, 7), Kind.FESTIVAL),
    ("new_year_eastern", "new_year_eastern", (1, 14), Kind.MINOR),
    ("epiphany_eastern", "epiphany_eastern", (1, 19), Kind.MINOR),
    ("christmas_eve", "christmas", (12, 24), Kind.EVE),
    ("christmas", "christmas", (12, 25), Kind.FESTIVAL),
)
_BY_EASTER = (  # days after Easter Sunday
    ("palm_sunday", "palm_sunday", -7, Kind.MINOR),
    ("good_friday", "easter", -2, Kind.FESTIVAL),
    ("easter", "easter", 0, Kind.FESTIVAL),
    ("easter_monday", "easter", 1, Kind.FESTIVAL),
    ("ascension", "ascension", 39, Kind.MINOR),
    ("pentecost", "pentecost", 49, Kind.MINOR),
)


def muslim_spans(civil_year: int) -> Iterator[Span]:
    """Days of the moon's calendar; a day or two may still move, so all are estimates."""
    for key, kind, start, end in _muslim_feasts(civil_year):
        if key == "eid_al_fitr":
            first, last = _ramadan(civil_year, start), start - _DAY
            yield Span("ramadan", "ramadan", first, last, Layer.MUSLIM, Kind.HALF_FESTIVAL, True)
        yield Span(key, key, start, end, Layer.MUSLIM, kind, True)
        if key == "eid_al_adha":
            yield _eve_of_adha(start, Layer.MUSLIM)


def druze_spans(civil_year: int) -> Iterator[Span]:
    """Visits to the shrines on their days, and the Feast of the Sacrifice by the moon."""
    for key, (month, day), length in _DRUZE:
        start = date(civil_year, month, day)
        end = start + timedelta(length - 1)
        yield Span(key, key, start, end, Layer.DRUZE, Kind.FESTIVAL)
    for key, kind, start, end in _muslim_feasts(civil_year):
        if key == "eid_al_adha":
            yield Span(key, key, start, end, Layer.DRUZE, kind, True)
            yield _eve_of_adha(start, Layer.DRUZE)


def christian_spans(civil_year: int) -> Iterator[Span]:
    """The feasts of the Western and of the Eastern churches; lesser ones are only named."""
    for key, group, (month, day), kind in _FIXED:
        on = date(civil_year, month, day)
        yield Span(key, group, on, on, Layer.CHRISTIAN, kind)
    for suffix, easter in (
        ("", western_easter(civil_year)),
        ("_eastern", eastern_easter(civil_year)),
    ):
        for key, group, days, kind in _BY_EASTER:
            on = easter + timedelta(days)
            yield Span(key + suffix, group + suffix, on, on, Layer.CHRISTIAN, kind)


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


def _eve_of_adha(feast: date, layer: Layer) -> Span:
    eve = feast - _DAY
    return Span("eid_al_adha_eve", "eid_al_adha", eve, eve, layer, Kind.EVE, True)


def _ramadan(civil_year: int, feast: date) -> date:
    """The month's first day, which the package tells of the Maldives only; it has 29 days or 30."""
    from holidays import country_holidays  # as below

    days = country_holidays("MV", years=civil_year, language="en_US")
    starts = [day for day, name in days.items() if name.startswith(_RAMADAN)]
    return next((day for day in starts if 29 <= (feast - day).days <= 30), feast - 29 * _DAY)


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
