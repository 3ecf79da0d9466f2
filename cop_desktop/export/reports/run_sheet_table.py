"""The table of a run-sheet: large clock times, room for the actual ones, a step in each row."""

from collections.abc import Iterator

from cop_desktop import formats
from cop_desktop.content import content
from cop_desktop.export import document as doc
from cop_desktop.i18n import Catalog
from cop_desktop.services.agenda_rows import Block, DayPicture
from cop_desktop.services.meetings import MeetingRow
from cop_desktop.services.timing import Problem, ProblemKind

from .agenda import PAUSES, Agenda, free_before, track_name
from .meeting import hours, in_groups


def days(told: Agenda, meeting: MeetingRow, _: Catalog) -> Iterator[doc.Block]:
    """A table for each day; a further day begins a page, so that it can be taken alone."""
    several = len(told.picture.days) > 1
    for place, (day, invited) in enumerate(zip(told.picture.days, meeting.days, strict=True)):
        if not told.days:  # nothing is planned yet: no head over nothing
            return
        if place:
            yield doc.NewSheet()
        if several:
            on = formats.weekday_and_date(day.starts_at.date(), _.language)
            yield doc.Heading(_("Day {n}: {day}", n=place + 1, day=on), hours(invited, _))
        yield doc.Table(_columns(_), tuple(_rows(day, told, _)), roomy=True)


def _columns(_: Catalog) -> tuple[doc.Column, ...]:
    return (
        doc.Column(_("Time"), 19, look=doc.Look.LARGE),
        doc.Column(_("Actual"), 15, pen=True),
        doc.Column(_("What we do and ask"), look=doc.Look.STRONG, pen=True),
        doc.Column(_("Materials"), 29, secondary=True),
        doc.Column(_("To watch for"), 33, secondary=True),
    )


def _rows(day: DayPicture, told: Agenda, _: Catalog) -> Iterator[doc.Row]:
    """Every block in turn, the tracks of parallel work under their own headings, and the end."""
    free = free_before(day)
    late = {it.before: it for it in day.problems if it.kind is ProblemKind.OVERLAP}
    for block in day.blocks:
        if block.id in free:
            yield _free(free[block.id], _)
        yield _step(block, told, _, late.get(block.id))
        for track in told.picture.tracks.get(block.id, ()):
            yield doc.Row(("", "", track_name(track, _)), doc.RowKind.GROUP)
            yield from (_step(inner, told, _) for inner in track.blocks)
    if day.blocks:
        yield doc.Row((formats.clock(day.ends.time()), "", _("End"), "", ""))


def _free(gap: Problem, _: Catalog) -> doc.Row:
    """Time nobody fills before a block that is fixed to its hour."""
    minutes = formats.counted(gap.minutes, "minute", _.language)
    return doc.Row(("", "", _("{minutes} free", minutes=minutes)), doc.RowKind.PAUSE)


def _step(block: Block, told: Agenda, _: Catalog, late: Problem | None = None) -> doc.Row:
    start = formats.clock(block.starts_at.time())
    length = formats.counted(block.minutes, "minute", _.language)
    if block.kind in PAUSES:
        words = formats.dotted(block.title, length, block.notes)
        return doc.Row((start, "", words), doc.RowKind.PAUSE)
    if block.pinned_at:
        length = _("{minutes}, fixed time", minutes=length)
    return doc.Row(
        (
            doc.Cell(start, length), "", _what(block, told, _), block.materials,
            _watch(block, late, _),
        )
    )  # fmt: skip


def _what(block: Block, told: Agenda, _: Catalog) -> doc.Cell:
    role = block.roles[0] if block.roles else None
    groups = in_groups(told.groups.get(block.id), _)
    asked = [_.ctx("quotation", "“{words}”", words=line) for line in block.question_lines]
    lines = (block.purpose, groups, block.method)
    return doc.Cell(
        block.title,
        formats.dotted(block.leader, content(_.language).role(role).name if role else ""),
        role,
        more="\n".join(line for line in lines if line),
        aloud="\n".join(asked),
    )


def _watch(block: Block, late: Problem | None, _: Catalog) -> doc.Text:
    if late is None:
        return block.notes
    minutes = formats.counted(late.minutes, "minute", _.language)
    told = _("What comes before overruns into it by {minutes}", minutes=minutes)
    return (doc.Span(told, doc.Look.ALERT), f"\n{block.notes}" if block.notes else "")
