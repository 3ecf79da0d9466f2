"""What this machine remembers of a live screen: that it is open, a pause, and the track."""

from datetime import datetime
from typing import Any
from uuid import UUID

from cop_desktop.settings import Settings

OPEN, PAUSE, TRACK = "live.open", "live.pause", "live.track"


class Memory:
    """Survives a crash; saved at once."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    @property
    def track(self) -> int:
        """The place of the track that is followed."""
        place = self._settings.memory.get(TRACK, 0)
        return place if isinstance(place, int) else 0

    @property
    def meeting(self) -> UUID | None:
        """The meeting whose live screen is open."""
        return _key(self._settings.memory.get(OPEN))

    def open(self, meeting_id: UUID) -> None:
        self._keep(OPEN, str(meeting_id))

    def close(self) -> None:
        self._keep(OPEN, None)

    def follow(self, place: int) -> None:
        self._keep(TRACK, place)

    def paused(self, meeting_id: UUID) -> datetime | None:
        """Since when the block that is on stands still."""
        told = self._settings.memory.get(PAUSE)
        if not isinstance(told, list) or told[:1] != [str(meeting_id)]:
            return None
        return datetime.fromisoformat(told[1])

    def pause(self, meeting_id: UUID, now: datetime) -> None:
        self._keep(PAUSE, [str(meeting_id), now.isoformat()])

    def go_on(self) -> None:
        self._keep(PAUSE, None)

    def _keep(self, name: str, value: Any) -> None:
        if self._settings.memory.get(name) == value:
            return
        self._settings.memory[name] = value
        if value is None:
            del self._settings.memory[name]
        self._settings.save()


def _key(told: object) -> UUID | None:
    try:
        return UUID(str(told)) if told else None
    except ValueError:
        return None
