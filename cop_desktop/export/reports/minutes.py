"""The minutes of a meeting, for its members; or with attendance as numbers and nobody quoted."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

from cop_desktop.export import document as doc
from cop_desktop.i18n import Catalog
from cop_desktop.services.actions import ActionRow
from cop_desktop.services.attendance import SheetLine
from cop_desktop.services.decisions import DecisionRow
from cop_desktop.services.minutes import Minutes, Part
from cop_desktop.services.notes import NoteRow

from .digest import decided, tasks
from .meeting import frame, next_meeting, when_and_where

Row = TypeVar("Row", ActionRow, DecisionRow)


def minutes(told: Minutes, _: Catalog, *, names: bool = True) -> doc.Document:
    """Summary, attendance, decisions, tasks, what was said block by block, what stays open."""
    return frame(
        told.meeting, told.community, _("Minutes of the meeting"),
        _("For members of the community only"), _, form=False,
        short=_.ctx("of a meeting", "Minutes"), blocks=tuple(_body(told, names, _)),
    )  # fmt: skip


def _body(told: Minutes, names: bool, _: Catalog) -> Iterator[doc.Block]:
    yield when_and_where(told.meeting, _attendance(told, _), _)
    if told.summary:
        yield doc.Heading(_("Summary"))
        yield doc.Paragraph(told.summary)
    yield from decided(told.decisions if names else _nobodys(told.decisions), _)
    yield from tasks(told.actions if names else _nobodys(told.actions), _)
    yield from _block_by_block(told.parts, names, _)
    if names and told.came:
        yield from _names(told, _)
    if last := next_meeting(told.next, told.meeting.link, _):
        yield doc.ToFoot((last,))


def _nobodys(rows: tuple[Row, ...]) -> tuple[Row, ...]:
    return tuple(replace(row, owner="") for row in rows)


def _attendance(told: Minutes, _: Catalog) -> doc.Fact | None:
    turnout = told.turnout
    listed = turnout.came + turnout.missed + turnout.unmarked
    if not turnout.came and not turnout.missed:
        return None
    return doc.Fact(_("Attendance"), _("{came} of {listed}", came=turnout.came, listed=listed))


def _names(told: Minutes, _: Catalog) -> Iterator[doc.Block]:
    rows = (
        (_("Came"), _people(told.came)),
        (_("Excused"), _people(told.excused)),
        (_("Absent"), _people(told.absent)),
        (_("Guests"), ", ".join(told.guests)),
    )
    yield doc.Heading(_("Who was there"))
    yield doc.Pairs(tuple(row for row in rows if row[1]), 28)


def _people(lines: Sequence[SheetLine]) -> str:
    return ", ".join(line.name for line in lines)


def _block_by_block(parts: Sequence[Part], names: bool, _: Catalog) -> Iterator[doc.Block]:
    for part in parts:
        said = [*_points(part.notes), *_points(part.open_issues, _("still open"))]
        if said or part.quotes:
            leader = part.leader if names else ""
            yield doc.Heading(part.title or _("Outside the agenda"), leader)
        if said:
            yield doc.ItemList(tuple(said))
        for quote in part.quotes:
            words = _.ctx("quotation", "“{words}”", words=quote.text)
            yield doc.Callout(words, quote.said_by if names else "")


def _points(rows: Sequence[NoteRow], note: str = "") -> list[doc.Item]:
    return [doc.Item(row.text, doc.Mark.BULLET, note) for row in rows]
