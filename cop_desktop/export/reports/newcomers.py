"""A pack for somebody new: who we are, who does what, when we meet, what was decided."""

from collections.abc import Iterator
from datetime import date

from cop_desktop import formats
from cop_desktop.content import content
from cop_desktop.export import document as doc
from cop_desktop.i18n import Catalog
from cop_desktop.services.decisions import DecisionRow
from cop_desktop.services.digest import Digest
from cop_desktop.services.meetings import MeetingRow
from cop_desktop.services.newcomers import Newcomers
from cop_desktop.services.roles import Seat

from .meeting import MARKS, hours

DECISIONS = 10  # the newest


def newcomers(told: Newcomers, today: date, _: Catalog) -> doc.Document:
    """Page one: the community and its people; then its year, its decisions and its words."""
    title, name = _("Welcome to the community"), told.community.name
    day = formats.date_long(today, _.language)
    return doc.Document(
        title=formats.dotted(title, name),
        language=_.language,
        rtl=_.rtl,
        head=doc.Head(told.community.region, name, formats.dotted(title, day), running=name),
        foot=doc.Foot(
            formats.dotted(title, formats.date_short(today, _.language)),
            _("For members of the community only"),
        ),
        author=name,
        blocks=tuple(_body(told, today, _)),
    )


def _body(told: Newcomers, today: date, _: Catalog) -> Iterator[doc.Block]:
    if about := told.community.sentence or told.community.domain:
        yield doc.Paragraph(about, doc.Voice.LEAD)
    yield from _where_we_stand(told, _)
    yield doc.Heading(_("Who does what"), _("a free seat is waiting for you, too"))
    yield _people(told, _)
    if told.meetings:
        yield doc.Heading(_("Our meetings this year"))
        yield doc.Table(_meeting_columns(_), tuple(_meeting(it, today, _) for it in told.meetings))
    if told.decisions:
        yield doc.Heading(_("What we have decided"))
        yield doc.ItemList(tuple(_decision(it, _) for it in told.decisions[:DECISIONS]))
    for digest in told.digests:
        yield from _last(digest, _)
    yield doc.Heading(_("Words you will hear"))
    yield doc.Pairs(tuple((it.term, it.meaning) for it in content(_.language).glossary()), 42)


def _where_we_stand(told: Newcomers, _: Catalog) -> Iterator[doc.Block]:
    if told.stage is None:
        return
    words = content(_.language).stage(told.stage)
    since = ""
    if told.since:
        month = formats.month_and_year(told.since, _.language)
        since = _("since {month}", month=month)
    yield doc.Heading(_("Where we stand: {stage}", stage=words.name), since)
    yield doc.Paragraph(words.focus)


def _people(told: Newcomers, _: Catalog) -> doc.Table:
    """The functions, then the seven roles with their holders."""
    words = content(_.language)
    rows = [doc.Row((words.word(function), held.name, "")) for function, held in
            told.functions.items()]  # fmt: skip
    rows += [_seat(seat, _) for seat in told.seats]
    columns = (
        doc.Column(_("Role"), 42, look=doc.Look.STRONG),
        doc.Column(_("Held by"), 44),
        doc.Column(_("What it is for"), secondary=True),
    )
    return doc.Table(columns, tuple(rows))


def _seat(seat: Seat, _: Catalog) -> doc.Row:
    words = content(_.language).role(seat.role)
    names = ", ".join(holding.name for holding in seat.holders)
    held: doc.Text = names or (doc.Span(_("Free"), doc.Look.ALERT),)
    return doc.Row((doc.Cell(words.name, role=seat.role), held, words.purpose))


def _meeting_columns(_: Catalog) -> tuple[doc.Column, ...]:
    return (
        doc.Column(_("Day"), 36),
        doc.Column(_("Hours"), 36),
        doc.Column(_("Topic"), look=doc.Look.MEDIUM),
        doc.Column(_("Where"), 42, secondary=True),
    )


def _meeting(row: MeetingRow, today: date, _: Catalog) -> doc.Row:
    """A meeting that is behind us has its box ticked."""
    on = row.starts_at.date()
    mark = doc.Mark.DONE if on < today else doc.Mark.EMPTY
    day = doc.Cell(formats.date_short(on, _.language), formats.weekday(on, _.language), mark=mark)
    return doc.Row((day, hours(row.days[0], _), row.topic, row.place or row.host))


def _decision(row: DecisionRow, _: Catalog) -> doc.Item:
    return doc.Item(row.text, MARKS[row.state], formats.date_short(row.decided_on, _.language))


def _last(told: Digest, _: Catalog) -> Iterator[doc.Block]:
    """A meeting as its digest tells it, in a few lines."""
    on = formats.date_short(told.meeting.starts_at.date(), _.language)
    yield doc.Heading(_("The meeting of {day}", day=on), told.meeting.topic)
    if told.lead:
        yield doc.Paragraph(" ".join(told.lead))
    issues = tuple(doc.Item(it.text, note=_("still open")) for it in told.open_issues[:3])
    if issues:
        yield doc.ItemList(issues)
