"""What the live screen writes, each a step that can be taken back."""

from datetime import datetime
from uuid import UUID

from cop_desktop.i18n import N_
from cop_desktop.services import fitting, live, readiness
from cop_desktop.services.agendas import Block
from cop_desktop.services.fitting import Proposal
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.pages.meetings.words import named


def begin(desk: Desk, block: Block, now: datetime) -> None:
    with desk.store.write(named(N_("Begin “{title}”"), block.title, desk.catalog)) as session:
        live.begin(session, block.id, now)


def back(desk: Desk, meeting_id: UUID) -> None:
    with desk.store.write(desk.catalog("Back to the block before")) as session:
        live.back(session, meeting_id)


def lengthen(desk: Desk, block: Block, minutes: int) -> None:
    label = N_("{n} more minutes for “{title}”") if minutes > 0 else N_("“{title}” shorter")
    with desk.store.write(named(label, block.title, desk.catalog, n=minutes)) as session:
        live.lengthen(session, block.id, minutes)


def add_pause(desk: Desk, block: Block, minutes: int) -> None:
    """The block gets the time in which its clock stood still."""
    label = desk.catalog.plural("A pause of {n} minute", "A pause of {n} minutes", minutes)
    with desk.store.write(label) as session:
        live.lengthen(session, block.id, minutes)


def respread(desk: Desk, proposal: Proposal) -> None:
    with desk.store.write(desk.catalog("Redistribute what is left")) as session:
        fitting.apply(session, proposal)


def end(desk: Desk, meeting_id: UUID, now: datetime) -> None:
    """The meeting is over; the toast takes it back."""
    _ = desk.catalog
    with desk.store.write(_("End the meeting")) as session:
        live.end(session, meeting_id, now)
    desk.toast(_("The meeting was ended."), undo=True)


def note_held(desk: Desk, meeting_id: UUID) -> None:
    with desk.store.write(desk.catalog("The meeting was held")) as session:
        readiness.took_place(session, meeting_id, desk.today())
