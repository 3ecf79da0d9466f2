"""The live screen for a picture: a meeting half an hour old, and afterwards as if never begun."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from uuid import UUID

from cop_desktop.services import agendas, attendance, live

from .desk import Desk
from .pages.meetings import MeetingsPage

OPENING = timedelta(minutes=18)
INTO = timedelta(minutes=26, seconds=48)
CAME, LATE = 9, timedelta(minutes=14)


class Wall:
    """A clock for pictures, which stands where it is put."""

    def __init__(self, now: datetime) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now


@contextmanager
def on_the_day(page: MeetingsPage, meeting_id: UUID, wall: Wall) -> Iterator[None]:
    """Within it the screen is open; then every step is taken back, and one is where one was."""
    history, before = page.desk.history, wall.now
    steps = history.stack.index()
    if not page.desk.store.read_only:
        _begin(page.desk, meeting_id, wall)
    page.open_live(meeting_id)
    yield
    if page.live:
        page.live.leave()
    while history.stack.index() > steps:
        history.undo()
    wall.now = before


def _begin(desk: Desk, meeting_id: UUID, wall: Wall) -> None:
    """Two blocks have begun, and some have come, the last of them late."""
    with desk.store.write("a picture") as session:
        day = agendas.picture(session, meeting_id).days[0]
        who = [line.member_id for line in attendance.sheet(session, meeting_id)]
        starts = day.starts_at
        for block, after in zip(day.blocks, (timedelta(), OPENING), strict=False):
            live.begin(session, block.id, starts + after)
        attendance.arrive(session, meeting_id, who[: CAME - 1], starts)
        attendance.arrive(session, meeting_id, who[CAME - 1 : CAME], starts + LATE)
    wall.now = starts + INTO
