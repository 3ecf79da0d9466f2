"""What the live screen has read, and how that stands at a moment."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy.orm import Session

from cop_desktop.frozen import frozen
from cop_desktop.services import agendas, attendance, live, meetings
from cop_desktop.services.agendas import Block, DayPicture, Picture, Track
from cop_desktop.services.attendance import SheetLine
from cop_desktop.services.live import MINUTE, Course, Inner, Live
from cop_desktop.services.meetings import MeetingRow
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.people import People, people

from . import catches
from .catches import Caught


@frozen
class Scene:
    """Read once after each change; a tick of the clock only looks at it again."""

    row: MeetingRow
    picture: Picture
    course: Course
    places: tuple[SheetLine, ...]
    caught: tuple[Caught, ...]
    who: People


@frozen
class Moment:
    """A scene at a moment. `paused`: since when the clock of the block stands still."""

    scene: Scene
    now: datetime
    day: DayPicture
    stand: Live
    paused: datetime | None
    followed: int  # the place of the track that this screen follows
    chosen: UUID | None = None  # a block pressed in the bar

    @property
    def current(self) -> Block | None:
        return self._block(self.stand.current)

    @property
    def following(self) -> Block | None:
        return self._block(self.stand.following)

    @property
    def further(self) -> Block | None:
        """The block that was pressed, if it comes behind the next one."""
        blocks = [it for it in self.day.blocks if it.began_at is None and it.id in self.stand.times]
        return next((it for it in blocks[1:] if it.id == self.chosen), None)

    @property
    def began(self) -> bool:
        """Whether this day has begun."""
        return any(it.began_at for it in self.day.blocks)

    @property
    def over(self) -> bool:
        return self.scene.course.ended_at is not None and self.current is None and self.began

    @property
    def today(self) -> bool:
        return self.now.date() == self.day.starts_at.date()

    @property
    def left(self) -> int | None:
        """Seconds of the block that is on, or of the one on in the track that is followed."""
        if (inner := self.inner) and inner.block:
            return int((inner.until - self.now).total_seconds())
        moment = self.paused or self.now
        return live.seconds_left(self.current, moment) if self.current else None

    @property
    def tracks(self) -> Sequence[Track]:
        return self.scene.picture.tracks.get(self.current.id, ()) if self.current else ()

    @property
    def track(self) -> Track | None:
        return self.tracks[min(self.followed, len(self.tracks) - 1)] if self.tracks else None

    @property
    def inner(self) -> Inner | None:
        return self.inside(self.track) if self.track else None

    def inside(self, track: Track) -> Inner:
        """Where a track stands; a pause moves it on as a whole."""
        began = self.current.began_at if self.current else None
        stood = self.now - self.paused if self.paused else timedelta()
        return live.inside(track, (began or self.now) + stood, self.now)

    @property
    def shown(self) -> Block | None:
        """The block whose words are on the screen, and to which what is caught belongs."""
        inner = self.inner
        return inner.block if inner and inner.block else self.current

    @property
    def blocks_here(self) -> frozenset[UUID | None]:
        """The block that is on, with all that runs in its tracks; between blocks: none."""
        if self.current is None:
            return frozenset({None})
        inner = (block.id for track in self.tracks for block in track.blocks)
        return frozenset({self.current.id, *inner})

    @property
    def minute(self) -> float:
        """Minutes from the beginning of the day until now."""
        return (self.now - self.day.starts_at) / MINUTE

    def _block(self, key: UUID | None) -> Block | None:
        return next((it for it in self.day.blocks if it.id == key), None)


def read(session: Session, desk: Desk, meeting_id: UUID) -> Scene:
    return Scene(
        meetings.one(session, meeting_id),
        agendas.picture(session, meeting_id),
        live.course(session, meeting_id),
        tuple(attendance.sheet(session, meeting_id)),
        catches.of(session, meeting_id),
        people(session, desk.community_id, desk.today()),
    )


def at(
    scene: Scene,
    now: datetime,
    paused: datetime | None,
    followed: int,
    chosen: UUID | None = None,
) -> Moment:
    """A pause makes the block that is on longer, until it is over."""
    day = live.day_of(scene.picture, now)
    if paused:
        more = max(0, (now - paused) // MINUTE)
        blocks = tuple(
            replace(it, minutes=it.minutes + more) if it.began_at and not it.ended_at else it
            for it in day.blocks
        )
        stand = live.at(replace(day, blocks=blocks), now)
    else:
        stand = live.at(day, now)
    return Moment(scene, now, day, stand, paused, followed, chosen)
