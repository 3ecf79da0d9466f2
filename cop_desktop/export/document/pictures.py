"""Small pictures of a community: time, stages, circles, roles, attendance."""

from enum import StrEnum

from cop_desktop.frozen import frozen
from cop_desktop.models.vocabulary import Role


class PieceKind(StrEnum):
    """What a stretch of a meeting is: talk, joint work (tinted), or a break (hatched)."""

    TALK = "talk"
    SHARED = "shared"
    BREAK = "break"


@frozen
class Piece:
    """A stretch of a meeting, numbered as in the agenda table."""

    number: int
    minutes: int
    kind: PieceKind = PieceKind.TALK


@frozen
class Ribbon:
    """The agenda as a strip: width is time. Pieces without minutes are left out."""

    pieces: tuple[Piece, ...]


class StageState(StrEnum):
    """Where a stage lies in the life of the community."""

    PAST = "past"
    PRESENT = "present"
    FUTURE = "future"


@frozen
class StagePiece:
    """A stage, and since when (empty for what is still ahead)."""

    name: str
    state: StageState
    when: str = ""


@frozen
class StageBand:
    """The stages of a community's life as a band of arrows."""

    stages: tuple[StagePiece, ...]


@frozen
class Ring:
    """A circle of participation: how many, and who they are."""

    count: int
    label: str


@frozen
class Circles:
    """Circles of participation, inmost first: a dot a member, figures beyond sixty members."""

    rings: tuple[Ring, Ring, Ring]
    note: str = ""


@frozen
class Seat:
    """A role in the strip: who or how many hold it; an empty seat is dashed and says so."""

    role: Role
    name: str
    holders: str
    empty: bool = False


@frozen
class RoleStrip:
    """The seven roles with their holders."""

    seats: tuple[Seat, ...]


@frozen
class Bar:
    """A share (0 to 1) with its name and the words beside it; `None` = not known."""

    label: str
    share: float | None
    text: str = ""


@frozen
class BarChart:
    """Shares as upright bars in reading order: attendance, meeting by meeting."""

    bars: tuple[Bar, ...]
