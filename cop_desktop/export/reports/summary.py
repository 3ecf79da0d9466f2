"""The community on one page, for readers outside: figures without names or contacts."""

from collections.abc import Iterator
from datetime import date
from textwrap import shorten
from uuid import UUID

from sqlalchemy.orm import Session

from cop_desktop import formats
from cop_desktop.content import content
from cop_desktop.export import document as doc
from cop_desktop.frozen import frozen
from cop_desktop.i18n import Catalog
from cop_desktop.models.vocabulary import OPEN_STILL, MeetingState, Progress, Share, Stage
from cop_desktop.services import (
    communities,
    decentralisation,
    meetings,
    organisations,
    participation,
    plan,
    product_gates,
    products,
    roles,
    stages,
)
from cop_desktop.services.communities import CommunityRow
from cop_desktop.services.meetings import MeetingRow
from cop_desktop.services.participation import Circles
from cop_desktop.services.plan import ItemRow
from cop_desktop.services.products import ProductRow
from cop_desktop.services.roles import RolesNow
from cop_desktop.services.stages import StagePath

SHOWN = 4  # lines in a list
LETTERS = 90  # of a line in a list
BARS = 8  # meetings in the attendance picture


@frozen
class Summary:
    """All that the page tells, without a single name."""

    community: CommunityRow
    organisations: int  # that those who take part come from
    today: date
    path: StagePath
    meetings: tuple[MeetingRow, ...]  # held in the work year
    latest: tuple[MeetingRow, ...]  # the last ones whose attendance was noted, of any year
    circles: Circles
    roles: RolesNow
    shares: tuple[float, ...]  # held by the leader: at the start of the work year, and today
    made: tuple[ProductRow, ...]  # all products, those that are kept inside, too
    done: tuple[ItemRow, ...]
    ahead: tuple[ItemRow, ...]

    @property
    def products(self) -> tuple[ProductRow, ...]:
        """Cleared for outside."""
        return product_gates.shown_to(self.made, Share.ORGANISATIONS)


def gather(session: Session, community_id: UUID, today: date) -> Summary:
    year = formats.work_year_of(today)
    begin, _end = formats.work_year_bounds(year)
    items = plan.of_year(session, community_id, year).items
    held = [
        row
        for row in meetings.every(session, community_id)
        if row.state == MeetingState.HELD and row.starts_at.date() <= today
    ]
    trend = decentralisation.coverage(session, community_id, [begin, today])
    waiting = [item for item in items if item.state in OPEN_STILL]
    return Summary(
        communities.one(session, community_id, today),
        organisations.represented(session, community_id, today),
        today,
        stages.path(session, community_id),
        tuple(row for row in held if formats.work_year_of(row.starts_at.date()) == year),
        tuple(row for row in held if row.marked)[-BARS:],
        participation.circles(session, community_id, today),
        roles.now(session, community_id, today),
        tuple(point.held_by_leader for point in trend),
        tuple(products.every(session, community_id)),
        tuple(item for item in items if item.state == Progress.DONE),
        tuple(sorted(waiting, key=lambda item: item.ends or date.max)),
    )


def summary(facts: Summary, _: Catalog) -> doc.Document:
    """One page: who we are, where we stand, how we meet, who carries it, what came of it."""
    year = formats.work_year_name(formats.work_year_of(facts.today), _.language)
    made = _(
        "Made on {day}, {hebrew_day}",
        day=formats.date_medium(facts.today, _.language),
        hebrew_day=formats.hebrew_date(facts.today, _.language),
    )
    return doc.Document(
        title=_("Community summary: {name}", name=facts.community.name),
        language=_.language,
        rtl=_.rtl,
        head=doc.Head(facts.community.region, facts.community.name,
                      formats.dotted(_('Summary of the work year {year}', year=year), made)),
        foot=doc.Foot(_("Community summary {year}", year=year),
                      _("Without names and without contact details")),
        author=facts.community.name,
        blocks=tuple(_page(facts, _)),
        untold=_untold(facts, _),
    )  # fmt: skip


def _untold(facts: Summary, _: Catalog) -> str:
    """Products that wait for a word only: approved, yet never cleared."""
    kept = sum(row.kept_inside for row in facts.made)
    return _.plural(
        "{n} approved product is not cleared for outside",
        "{n} approved products are not cleared for outside", kept,
    ) if kept else ""  # fmt: skip


def _page(facts: Summary, _: Catalog) -> Iterator[doc.Block]:
    """What is not there yet takes no room; roles give way before the page runs over."""
    if sentence := _sentence(facts, _):
        yield doc.Paragraph(sentence, doc.Voice.LEAD)
    yield _stages(facts.path, _)
    yield _tiles(facts, _)
    if facts.latest:  # before a first meeting nobody stands in any circle
        yield doc.Columns((_circles(facts.circles, _), _attendance(facts, _)), (58, None))
    yield doc.Spare(
        (doc.Heading(_("Who carries the community"), _carriers(facts, _)), _roles(facts.roles, _))
    )
    if lists := [it for it in (_achievements(facts, _), _ahead(facts, _)) if it]:
        yield doc.Columns((*lists, ())[:2])


def _sentence(facts: Summary, _: Catalog) -> str:
    community = facts.community
    if community.sentence or not community.members:
        return community.sentence
    members = _.plural("{n} member", "{n} members", community.members)
    places = _.plural("{n} organisation", "{n} organisations", facts.organisations)
    return _("{members} from {places} learn together.", members=members, places=places)


def _stages(path: StagePath, _: Catalog) -> doc.StageBand:
    return doc.StageBand(tuple(_stage(stage, path, _) for stage in Stage))


def _stage(stage: Stage, path: StagePath, _: Catalog) -> doc.StagePiece:
    entered = path.entered(stage)
    present = path.now is not None and path.now.stage == stage
    when = formats.month_and_year(entered, _.language) if entered else ""
    state = doc.StageState.PAST if entered else doc.StageState.FUTURE
    if present:
        state, when = doc.StageState.PRESENT, _("since {month}", month=when)
    return doc.StagePiece(content(_.language).stage(stage).name, state, when)


def _tiles(facts: Summary, _: Catalog) -> doc.Tiles:
    marked = sum(row.marked for row in facts.meetings)
    share = sum(row.present for row in facts.meetings) / marked if marked else None
    return doc.Tiles(
        (
            doc.Tile(str(facts.community.members), _("members")),
            doc.Tile(str(facts.organisations), _("organisations")),
            doc.Tile(str(len(facts.meetings)), _("meetings held")),
            doc.Tile(formats.percent(share, _.language) if share is not None else "–",
                     _("average attendance")),
            doc.Tile(f"{facts.roles.covered}/7", _("roles filled")),
            doc.Tile(str(len(facts.products)), _("products approved")),
        )
    )  # fmt: skip


def _circles(circles: Circles, _: Catalog) -> tuple[doc.Block, ...]:
    rings = (
        doc.Ring(circles.core, _("core: lead and initiate")),
        doc.Ring(circles.contributors, _("contributors: take part by topic")),
        doc.Ring(circles.lurkers + circles.new, _("quiet ones and newcomers")),
    )
    note = _("There is room for all; the circle changes during the year.")
    return (doc.Heading(_("Circles of participation")), doc.Circles(rings, note))


def _attendance(facts: Summary, _: Catalog) -> tuple[doc.Block, ...]:
    bars = tuple(
        doc.Bar(
            formats.day_and_month_short(row.starts_at.date(), _.language),
            row.present / row.marked,
            f"{row.present}/{row.marked}",
        )
        for row in facts.latest
    )
    note = _("share of those listed who came")
    return (doc.Heading(_("Attendance, meeting by meeting"), note), doc.BarChart(bars))


def _carriers(facts: Summary, _: Catalog) -> str:
    seats = sum(len(seat.holders) for seat in facts.roles.seats)
    if not seats:
        return ""
    then, now = (formats.percent(share, _.language) for share in facts.shares)
    held = _.plural("{n} seat held", "{n} seats held", seats)
    return _(
        "{held}; the leader's share was {then} in September and is {now} today",
        held=held, then=then, now=now,
    )  # fmt: skip


def _roles(now: RolesNow, _: Catalog) -> doc.RoleStrip:
    words = content(_.language)
    return doc.RoleStrip(
        tuple(
            doc.Seat(
                seat.role,
                words.role(seat.role).name,
                str(len(seat.holders)) if seat.holders else _("Free"),
                not seat.holders,
            )
            for seat in now.seats
        )
    )


def _achievements(facts: Summary, _: Catalog) -> tuple[doc.Block, ...]:
    lines = [row.title for row in facts.products] + [_told(item, facts, _) for item in facts.done]
    items = tuple(doc.Item(_short(words), doc.Mark.DONE) for words in lines[:SHOWN])
    if not items:
        return ()
    return (doc.Heading(_("Achievements")), doc.ItemList(items))


def _ahead(facts: Summary, _: Catalog) -> tuple[doc.Block, ...]:
    items = tuple(
        doc.Item(
            _short(_told(item, facts, _)),
            doc.Mark.NUMBER,
            formats.month_name(item.ends.month, _.language) if item.ends else "",
        )
        for item in facts.ahead[:SHOWN]
    )
    if not items:
        return ()
    return (doc.Heading(_("Next steps")), doc.ItemList(items))


def _told(item: ItemRow, facts: Summary, _: Catalog) -> str:
    """An activity without the name of a product that is not cleared."""
    return product_gates.told_outside(item.title, facts.made, content(_.language).word)


def _short(title: str) -> str:
    """Two lines of a half page at most; the page is one, always."""
    return shorten(title, LETTERS, placeholder="…")
