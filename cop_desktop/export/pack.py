"""The pack of a meeting: everything somebody carries into the room, bound in one file."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy.orm import Session

from cop_desktop import formats
from cop_desktop.errors import UserError
from cop_desktop.frozen import frozen
from cop_desktop.i18n import N_, Catalog
from cop_desktop.services import agendas, groups, meetings
from cop_desktop.services import digest as digests

from . import papers
from .document import Document, Part
from .papers import PAPERS
from .reports.name_tents import guests
from .subject import Subject, coming
from .writing import Watch

if TYPE_CHECKING:
    from .pdf import Report

KEY = "handout-pack"
ORDER = ("handout", "run-sheet", "sign-in", "feedback-form", "role-cards", "name-tents", "digest")
FOR_EACH = frozenset({"handout", "feedback-form"})  # a copy for every participant
WAYS = {"role-cards": "today"}
MOST = 500  # copies


@frozen
class Offer:
    """What a meeting's pack can hold."""

    subject: Subject  # with the meeting
    title: str  # of the pack, in the language asked for
    people: int  # who are expected, and the guests who lead a block
    keys: tuple[str, ...]  # of papers there is something to print of

    def copies(self, key: str, each: int | None = None) -> int:
        """How many are needed: one for everybody (`each`, unless those expected), or one."""
        return min(max(1, each or self.people), MOST) if key in FOR_EACH else 1


def offer(session: Session, subject: Subject, _: Catalog) -> Offer:
    """What can be printed for the coming meeting, or the one asked for."""
    key = coming(session, subject)
    meeting = meetings.one(session, key)
    members = groups.expected(session, key)
    blocks = agendas.of(session, key)
    last = meetings.latest(session, subject.community_id, meeting.starts_at)
    missing = {
        "digest": last is None or not digests.of(session, last.id),
        "name-tents": not members and not guests(blocks),
    }
    day = formats.date_short(meeting.starts_at.date(), _.language)
    return Offer(
        replace(subject, meeting_id=key),
        formats.dotted(_("Pack of the meeting"), meeting.topic, day),
        members + len(guests(blocks)),
        tuple(it for it in ORDER if not missing.get(it, False)),
    )


def parts(session: Session, told: Offer, wanted: Mapping[str, int], _: Catalog) -> tuple[Part, ...]:
    """The documents of the papers in `wanted` (key: copies), in the order of a meeting."""
    return tuple(
        Part(_document(session, told.subject, key, _), wanted[key], _(PAPERS[key].title))
        for key in told.keys
        if wanted.get(key)
    )


def write(
    bound: Sequence[Part], path: Path, title: str, _: Catalog, *, two_sided: bool = False,
    watch: Watch | None = None,
) -> "Report":  # fmt: skip
    """One PDF with a bookmark for each part; raises UserError when nothing was chosen."""
    if not bound:
        raise UserError(N_("The pack is empty. Choose at least one paper."))
    return papers.write_pack(bound, path, _, title, two_sided=two_sided, watch=watch)


def write_apart(bound: Sequence[Part], folder: Path, _: Catalog) -> tuple[Path, ...]:
    """Each part in a file of its own, one copy; the answer is the files."""
    written = []
    for number, part in enumerate(bound, start=1):
        name = formats.without_isolates(part.title)
        written.append(folder / f"{number} {name}.pdf")
        papers.write(part.document, written[-1], _)
    return tuple(written)


def _document(session: Session, subject: Subject, key: str, _: Catalog) -> Document:
    if PAPERS[key].looks_back and subject.meeting_id:  # the digest is that of the meeting before
        meeting = meetings.one(session, subject.meeting_id)
        last = meetings.latest(session, subject.community_id, meeting.starts_at)
        subject = replace(subject, meeting_id=last.id if last else subject.meeting_id)
    return PAPERS[key].make(session, replace(subject, variant=WAYS.get(key, "")), _)
