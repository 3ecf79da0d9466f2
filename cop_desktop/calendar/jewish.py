"""Festivals, eves, fasts and days of remembrance of a Hebrew year, with their observed shifts.

Shifts of fasts: Shulchan Aruch, Orach Chayim 550-686. Days of remembrance: the Holocaust
Remembrance Day Law (1959, amended 1961), the Memorial Day and Independence Day Laws as amended
in 2004, the Sigd Law (2008).
"""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from cop_desktop.formats import civil_day, is_leap

from .spans import Kind, Layer, Span

_MONDAY, _FRIDAY, _SATURDAY, _SUNDAY = 1, 5, 6, 7  # isoweekday
_PURIM_MONTH = 0  # Adar, or Adar II of a leap year


class _Row(NamedTuple):
    key: str
    group: str
    kind: Kind
    month: int  # counted from Nisan
    day: int
    length: int = 1
    shifts: dict[int, int] = {}  # weekday it falls on → days moved
    layer: Layer = Layer.JEWISH
    offset: int = 0  # days before or after the observed day


_AFTER_SHABBAT = {_SATURDAY: 1}
_SHOAH = {_FRIDAY: -1, _SUNDAY: 1}
_STATE = {_FRIDAY: -1, _SATURDAY: -2, _MONDAY: 1}  # by the weekday of 5 Iyar

_TABLE = (
    _Row("rosh_hashanah", "rosh_hashanah", Kind.FESTIVAL, 7, 1, 2),
    _Row("fast_of_gedaliah", "fast_of_gedaliah", Kind.FAST, 7, 3, 1, _AFTER_SHABBAT),
    _Row("yom_kippur_eve", "yom_kippur", Kind.EVE, 7, 9),
    _Row("yom_kippur", "yom_kippur", Kind.FESTIVAL, 7, 10),
    _Row("sukkot_eve", "sukkot", Kind.EVE, 7, 14),
    _Row("sukkot", "sukkot", Kind.FESTIVAL, 7, 15),
    _Row("sukkot_chol_hamoed", "sukkot", Kind.HALF_FESTIVAL, 7, 16, 5),
    _Row("hoshana_rabba", "sukkot", Kind.EVE, 7, 21),
    _Row("simchat_torah", "sukkot", Kind.FESTIVAL, 7, 22),
    _Row("sigd", "sigd", Kind.MINOR, 8, 29, 1, {_FRIDAY: -1, _SATURDAY: -2}, Layer.NATIONAL),
    _Row("hanukkah", "hanukkah", Kind.MINOR, 9, 25, 8),
    _Row("tenth_of_tevet", "tenth_of_tevet", Kind.FAST, 10, 10),
    _Row("tu_bishvat", "tu_bishvat", Kind.MINOR, 11, 15),
    _Row("fast_of_esther", "purim", Kind.FAST, _PURIM_MONTH, 13, 1, {_SATURDAY: -2}),
    _Row("purim", "purim", Kind.HALF_FESTIVAL, _PURIM_MONTH, 14),
    _Row("shushan_purim", "purim", Kind.MINOR, _PURIM_MONTH, 15),
    _Row("passover_eve", "passover", Kind.EVE, 1, 14),
    _Row("passover", "passover", Kind.FESTIVAL, 1, 15),
    _Row("passover_chol_hamoed", "passover", Kind.HALF_FESTIVAL, 1, 16, 4),
    _Row("passover_last_eve", "passover", Kind.EVE, 1, 20),
    _Row("passover_last", "passover", Kind.FESTIVAL, 1, 21),
    _Row("holocaust_eve", "holocaust_day", Kind.EVE, 1, 27, 1, _SHOAH, Layer.NATIONAL, -1),
    _Row("holocaust_day", "holocaust_day", Kind.MEMORIAL, 1, 27, 1, _SHOAH, Layer.NATIONAL),
    _Row("memorial_eve", "memorial_day", Kind.EVE, 2, 5, 1, _STATE, Layer.NATIONAL, -2),
    _Row("memorial_day", "memorial_day", Kind.MEMORIAL, 2, 5, 1, _STATE, Layer.NATIONAL, -1),
    _Row("independence_day", "independence_day", Kind.FESTIVAL, 2, 5, 1, _STATE, Layer.NATIONAL),
    _Row("lag_baomer", "lag_baomer", Kind.MINOR, 2, 18),
    _Row("jerusalem_day", "jerusalem_day", Kind.MINOR, 2, 28, layer=Layer.NATIONAL),
    _Row("shavuot_eve", "shavuot", Kind.EVE, 3, 5),
    _Row("shavuot", "shavuot", Kind.FESTIVAL, 3, 6),
    _Row("seventeenth_of_tammuz", "seventeenth_of_tammuz", Kind.FAST, 4, 17, 1, _AFTER_SHABBAT),
    _Row("tisha_bav_eve", "tisha_bav", Kind.EVE, 5, 9, 1, _AFTER_SHABBAT, offset=-1),
    _Row("tisha_bav", "tisha_bav", Kind.FAST, 5, 9, 1, _AFTER_SHABBAT),
    _Row("tu_bav", "tu_bav", Kind.MINOR, 5, 15),
    _Row("rosh_hashanah_eve", "rosh_hashanah", Kind.EVE, 6, 29),
)  # fmt: skip


def jewish_spans(hebrew_year: int) -> Iterator[Span]:
    """The year's days, from Rosh Hashana to the eve of the next one."""
    return (_span(row, hebrew_year) for row in _TABLE)


def purim_month(hebrew_year: int) -> int:
    """The Adar of Purim: the twelfth month, the thirteenth of a leap year."""
    return 13 if is_leap(hebrew_year) else 12


def _span(row: _Row, hebrew_year: int) -> Span:
    day = _observed(row, hebrew_year)
    last = day + timedelta(row.length - 1)
    return Span(row.key, row.group, day, last, row.layer, row.kind)


def _observed(row: _Row, hebrew_year: int) -> date:
    month = purim_month(hebrew_year) if row.month == _PURIM_MONTH else row.month
    day = civil_day(hebrew_year, month, row.day)
    return day + timedelta(row.shifts.get(day.isoweekday(), 0) + row.offset)
