"""The charter on paper: everything the community agreed on, in the order of its parts."""

from collections.abc import Iterator, Sequence
from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from cop_desktop import formats
from cop_desktop.content import content
from cop_desktop.content.method import method
from cop_desktop.errors import UserError
from cop_desktop.export import document as doc
from cop_desktop.frozen import frozen
from cop_desktop.i18n import N_, Catalog
from cop_desktop.models.method import BENEFITS, CharterPart
from cop_desktop.services import charter as charters
from cop_desktop.services import charter_approvals, communities
from cop_desktop.services.charter import CharterRow
from cop_desktop.services.communities import CommunityRow

from . import charter_questions

NO_DRAFT = N_("No version of the charter is being written. Print what is in force.")
SHORT = 420  # letters of two texts that may stand side by side
WHOLE = 900  # letters of a part that stays on one page
BESIDE = {  # parts read together, where both are short
    CharterPart.DOMAIN_IN: CharterPart.DOMAIN_OUT,
    CharterPart.GOALS_SHORT: CharterPart.GOALS_LONG,
    CharterPart.SETTING: CharterPart.PLATFORMS,
    CharterPart.PRODUCTS: CharterPart.TERM,
}


@frozen
class Charter:
    """A version of the charter (or none yet), whose it is, and how many agreed."""

    community: CommunityRow
    row: CharterRow | None
    agreed: int
    members: int
    today: date


def gather(session: Session, community_id: UUID, today: date, draft: bool = False) -> Charter:
    """What is in force (or, where nothing is yet, the draft); or the draft itself.

    Raises UserError where a draft is asked for and only something in force is there.
    """
    about = communities.one(session, community_id, today)
    written, holds = charters.draft(session, community_id), charters.in_force(session, community_id)
    if draft and holds and not written:
        raise UserError(NO_DRAFT)
    row = written if draft else holds or written
    if row is None:
        return Charter(about, None, 0, about.members, today)
    given = charter_approvals.of(session, row.id, today)
    return Charter(about, row, given.agreed, given.everybody, today)


def charter(told: Charter, _: Catalog) -> doc.Document:
    """Two pages as a rule; a draft says across every page that it is one.

    Before anything is written it is a sheet of questions, to be talked over and filled in by hand.
    """
    row = told.row
    blocks = _body(told, row, _) if row else charter_questions.questions(_)
    return framed(told, _("Charter"), tuple(blocks), _)


def framed(told: Charter, title: str, blocks: tuple[doc.Block, ...], _: Catalog) -> doc.Document:
    """A paper of the charter: its head says whose it is and which version."""
    name, day = told.community.name, formats.date_short(told.today, _.language)
    return doc.Document(
        title=formats.dotted(title, name),
        language=_.language,
        rtl=_.rtl,
        head=doc.Head(name, title, standing(told.row, _) if told.row else _("to write together")),
        foot=doc.Foot(formats.dotted(title, day), _("For members of the community only")),
        author=name,
        blocks=blocks,
        watermark=_("Draft") if told.row and not told.row.adopted_on else "",
    )


def standing(row: CharterRow, _: Catalog) -> str:
    """`Version 2 · adopted on 3 November 2026`."""
    version = _("Version {n}", n=row.number)
    if row.adopted_on is None:
        return formats.dotted(version, _("a draft"))
    day = formats.date_medium(row.adopted_on, _.language)
    return formats.dotted(version, _("adopted on {day}", day=day))


def _body(told: Charter, row: CharterRow, _: Catalog) -> Iterator[doc.Block]:
    if sentence := told.community.sentence:
        yield doc.Paragraph(sentence, doc.Voice.LEAD)
    done, shown = set[CharterPart](), _shown(row)
    for part in CharterPart:
        if part in done or part not in shown:
            continue
        other = BESIDE.get(part)
        if other and other in shown and _short(row, part, other):
            done.add(other)
            yield doc.Columns((_alone(row, part, _), _alone(row, other, _)))
        elif len(row.texts.get(part, "")) <= WHOLE:
            yield doc.Together(_alone(row, part, _))
        else:
            yield from _alone(row, part, _)
    yield doc.Together(_end(told, row, _))


def _shown(row: CharterRow) -> frozenset[CharterPart]:
    """What says anything at all: rules of a part count too, even where its words are missing."""
    return row.filled | {part for part in CharterPart if row.rules(part)}


def _short(row: CharterRow, *parts: CharterPart) -> bool:
    """Whether columns can hold them: these do not part over two pages."""
    texts = [row.texts.get(part, "") for part in parts]
    return all(len(text) <= SHORT and text.count("\n") <= 6 for text in texts)


def _alone(row: CharterRow, part: CharterPart, _: Catalog) -> tuple[doc.Block, ...]:
    head = doc.Heading(method(_.language).part(part).title, _beside(row, part, _))
    return (head, *_told(row, part, _))


def _beside(row: CharterRow, part: CharterPart, _: Catalog) -> str:
    """What stands small beside the heading: hours of rest, and who approves."""
    if part is CharterPart.QUIET_HOURS:
        return quiet(row, _)
    if part is CharterPart.PUBLISHING and row.approver:
        return _("Approval: {who}", who=row.approver)
    return ""


def quiet(row: CharterRow, _: Catalog) -> str:
    """`19:00–08:00`, or nothing."""
    if not (row.quiet_from and row.quiet_until):
        return ""
    return formats.time_range_paper(row.quiet_from, row.quiet_until, _.language)


def _told(row: CharterRow, part: CharterPart, _: Catalog) -> Iterator[doc.Block]:
    texts = method(_.language)
    if text := row.texts.get(part):
        yield doc.Paragraph(text)
    if part is CharterPart.PROMISES:
        yield doc.Panels(tuple(_promises(row, _)), across=2)
    if norms := row.rules(part):
        yield doc.ItemList(tuple(doc.Item(texts.norm(it)) for it in norms))


def _promises(row: CharterRow, _: Catalog) -> Iterator[doc.Panel]:
    """A box for each corner of the matrix from which something was chosen."""
    words, texts = content(_.language), method(_.language)
    for (side, horizon), benefits in BENEFITS.items():
        if chosen := [it for it in benefits if it in row.promises]:
            head = _("{side} · {horizon}", side=words.word(side), horizon=words.word(horizon))
            yield doc.Panel(head, "\n".join(texts.benefit(it) for it in chosen))


def _end(told: Charter, row: CharterRow, _: Catalog) -> tuple[doc.Block, ...]:
    """When it was adopted, by how many, and when it is looked at anew."""
    lang = _.language
    if row.adopted_on is None:
        note = _("A draft of {day}. What is written here is still being talked over.",
                 day=formats.date_medium(told.today, lang))  # fmt: skip
        return (doc.Heading(_("Where it stands")), doc.Paragraph(note))
    facts = [doc.Fact(_("Adopted on"), formats.date_medium(row.adopted_on, lang))]
    if told.agreed:
        said = _.plural("{n} of {of} members", "{n} of {of} members", told.agreed, of=told.members)
        facts.append(doc.Fact(_("Agreed"), said))
    if row.review_on:
        facts.append(doc.Fact(_("Next review"), formats.date_medium(row.review_on, lang)))
    return (doc.Heading(_("Where it stands")), doc.Facts(tuple(facts)), *_new(row, _))


def _new(row: CharterRow, _: Catalog) -> Sequence[doc.Block]:
    if not row.change_note:
        return ()
    return (doc.Paragraph(_("New in this version: {what}", what=row.change_note), doc.Voice.NOTE),)
