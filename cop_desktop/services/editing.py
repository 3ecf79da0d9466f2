"""How a typed value enters the file: each field has a cleaner, each refusal a sentence."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Any, TypeVar
from uuid import UUID

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from cop_desktop.errors import UserError
from cop_desktop.i18n import N_

if TYPE_CHECKING:  # it would bring every table
    from cop_desktop.models import Base

Row = TypeVar("Row", bound="Base")
Cleaner = Callable[[Any], Any]
Fields = Mapping[str, Cleaner]  # what may be changed, and how its value is made fit

LINE, PROSE = 500, 20_000  # letters
EARLIEST, LATEST = date(1900, 1, 1), date(2200, 1, 1)
_UNWANTED = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff]"
)


def prose(value: object) -> str:
    """Text of several lines, in NFC, without control signs that would turn a line round."""
    text = str(value or "")
    if not text.isprintable():  # line ends and tabs are not; isolates and controls neither
        text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
        text = _UNWANTED.sub("", text)
    return unicodedata.normalize("NFC", text).strip()[:PROSE]


def line(value: object) -> str:
    """Text of one line; white space is folded."""
    return " ".join(prose(value).split())[:LINE]


def needed(message: str) -> Cleaner:
    """A line that may not be empty; `message` says so."""

    def clean(value: object) -> str:
        if text := line(value):
            return text
        raise UserError(message)

    return clean


def day(value: Any) -> date | None:
    """A date or nothing."""
    if value in (None, ""):
        return None
    found = date.fromisoformat(value) if isinstance(value, str) else value
    found = found.date() if isinstance(found, datetime) else found
    if not EARLIEST <= found < LATEST:
        raise UserError(N_("The year {year} cannot be right. Check the date."), year=found.year)
    return found


def not_ahead(on: date | None, today: date) -> None:
    """Refuse a day that has not come, for what is only noted once it happened."""
    if on and on > today:
        raise UserError(N_("This day has not come yet. Write today's date or an earlier one."))


def moment(value: Any) -> datetime:
    """A local wall-clock time, to the minute."""
    found = datetime.fromisoformat(value) if isinstance(value, str) else value
    day(found)
    return found.replace(second=0, microsecond=0, tzinfo=None)


def whole(least: int, most: int) -> Cleaner:
    """A whole number between two bounds, or nothing."""

    def clean(value: Any) -> int | None:
        if value in (None, ""):
            return None
        number = int(value)
        if not least <= number <= most:
            raise UserError(
                N_("A number from {least} to {most} is needed here."), least=least, most=most
            )
        return number

    return clean


def minutes(value: Any) -> int:
    """The length of a block or a meeting; a day and a half at the most."""
    number = whole(0, 36 * 60)(value)
    return 0 if number is None else number


def word(kind: type[StrEnum], optional: bool = False) -> Cleaner:
    """A word of the method, or nothing where that is allowed."""

    def clean(value: Any) -> StrEnum | None:
        return None if optional and value in (None, "") else kind(value)

    return clean


def words(kind: type[StrEnum]) -> Cleaner:
    """Several words of the method, in the order of their vocabulary."""

    def clean(value: Any) -> tuple[StrEnum, ...]:
        chosen = {kind(it) for it in value or ()}
        return tuple(it for it in kind if it in chosen)

    return clean


def link_to(model: "type[Base]") -> Cleaner:
    """The key of another row, or nothing; foreign keys see to it that the row exists."""

    def clean(value: Any) -> UUID | None:
        return value if value is None or isinstance(value, UUID) else UUID(str(value))

    clean.__doc__ = f"The key of a {model.__tablename__}."
    return clean


def cleaned(fields: Fields, values: Mapping[str, Any]) -> dict[str, Any]:
    """Each value made fit by its field; raises UserError, or KeyError for a field of no table."""
    return {name: fields[name](value) for name, value in values.items()}


def apply(
    session: Session,
    model: type[Row],
    ids: Iterable[UUID],
    fields: Fields,
    values: Mapping[str, Any],
) -> list[Row]:
    """Set the same values in every named row; a field that may not be edited is a bug."""
    clean = cleaned(fields, values)
    rows = list(session.scalars(select(model).where(model.id.in_(list(ids)))))
    for row in rows:
        for name, value in clean.items():
            setattr(row, name, value)
    return rows


def behind(
    session: Session, position: InstrumentedAttribute[int], among: ColumnElement[bool]
) -> int:
    """The place in an order after all rows that are in it now; the first is 1."""
    return (session.scalar(select(func.max(position)).where(among)) or 0) + 1
