"""The digest: a meeting in half a page, for those who were not there."""

from collections.abc import Iterator

from cop_desktop import formats
from cop_desktop.export import document as doc
from cop_desktop.i18n import Catalog
from cop_desktop.services.actions import ActionRow
from cop_desktop.services.decisions import DecisionRow
from cop_desktop.services.digest import Digest

from .meeting import MARKS, frame, next_meeting

BOXED = 6  # decisions; more of them make a list
ISSUES = 5


def digest(told: Digest, _: Catalog) -> doc.Document:
    """Lead, attendance as a number, boxed decisions, tasks, what is open, the next meeting."""
    return frame(
        told.meeting, told.community, _("In brief, for those who were not there"),
        _("For members of the community only"), _, form=False, short=_("Digest"),
        blocks=tuple(body(told, _)),
    )  # fmt: skip


def body(told: Digest, _: Catalog) -> Iterator[doc.Block]:
    """Everything under the head."""
    if told.lead:
        yield doc.Paragraph(" ".join(told.lead), doc.Voice.LEAD)
    if told.came:
        yield doc.Paragraph(came(told, _), doc.Voice.NOTE)
    yield from decided(told.decisions, _)
    yield from tasks(told.actions, _)
    if open_or_free := [it for it in (_still_open(told, _), _without_coming(told, _)) if it]:
        yield doc.Columns((*open_or_free, ())[:2])
    if last := next_meeting(told.next, told.link, _):
        yield last


def came(told: Digest, _: Catalog) -> str:
    """How many came, never who."""
    return _("{came} of {listed} members came", came=told.came, listed=told.listed)


def decided(rows: tuple[DecisionRow, ...], _: Catalog) -> Iterator[doc.Block]:
    """Decisions in boxes: three in a row; a long list in lines."""
    if not rows:
        return
    yield doc.Heading(_("We decided"))
    if len(rows) > BOXED:
        yield doc.ItemList(
            tuple(doc.Item(it.text, doc.Mark.NUMBER, _seen_to(it, _)) for it in rows)
        )
        return
    yield doc.Panels(
        tuple(doc.Panel(*_parted(it, _), str(n)) for n, it in enumerate(rows, start=1)),
        accented=True,
    )


def _parted(row: DecisionRow, _: Catalog) -> tuple[str, str]:
    """What stands before a colon is the title of the box; who sees to it stands under it."""
    title, colon, rest = row.text.partition(": ")
    short = colon and len(title) <= 40
    lines = [rest if short else "", row.note, _seen_to(row, _)]
    return title if short else row.text, "\n".join(line for line in lines if line)


def _seen_to(row: DecisionRow, _: Catalog) -> str:
    until = formats.date_short(row.due, _.language) if row.due else ""
    return formats.dotted(row.owner, until)


def tasks(rows: tuple[ActionRow, ...], _: Catalog) -> Iterator[doc.Block]:
    """Tasks: a box, the task, one owner, one date in both calendars."""
    if not rows:
        return
    named = any(row.owner for row in rows)
    columns = (
        doc.Column(width=8),
        doc.Column(_("Task"), look=doc.Look.MEDIUM),
        *((doc.Column(_("Taken on by"), 38),) if named else ()),
        doc.Column(_("By when"), 46),
    )
    if named:
        yield doc.Heading(_("Who does what"), _("one name and one date for each task"))
    else:
        yield doc.Heading(_("Tasks"))
    yield doc.Table(columns, tuple(_task(it, named, _) for it in rows))


def _task(row: ActionRow, named: bool, _: Catalog) -> doc.Row:
    due = ""
    if row.due:
        hebrew = formats.hebrew_day_and_month(row.due, _.language)
        due = formats.dotted(formats.date_short(row.due, _.language), hebrew)
    owner = (row.owner,) if named else ()
    return doc.Row((doc.Cell("", mark=MARKS[row.state]), row.text, *owner, due))


def _still_open(told: Digest, _: Catalog) -> tuple[doc.Block, ...]:
    issues = tuple(doc.Item(it.text) for it in told.open_issues[:ISSUES])
    return (doc.Heading(_("Still open")), doc.ItemList(issues)) if issues else ()


def _without_coming(told: Digest, _: Catalog) -> tuple[doc.Block, ...]:
    """Tasks nobody took, and the question of the next meeting."""
    lines = [it.text for it in told.waiting[:ISSUES]]
    if told.question:
        lines.append(_("To think about: {question}", question=told.question))
    items = tuple(doc.Item(line) for line in lines)
    return (
        (doc.Heading(_("What you can do even if you were absent")), doc.ItemList(items))
        if items
        else ()
    )
