"""Time as a band: the ribbon of an agenda, the stages of a community."""

from cop_desktop.export.document import (
    Align,
    PieceKind,
    Ribbon,
    StageBand,
    StagePiece,
    StageState,
)

from .box import Box, Words
from .ink import (
    BODY,
    HAIR,
    INK,
    MINUTES,
    MM,
    SECOND,
    SMALL,
    SOFT,
    TEAL,
    TINT,
    WHITE,
    Rule,
)  # fmt: skip
from .pen import Pen
from .press import Press


class RibbonBox(Box):
    """The agenda as a strip: widths are minutes, numbers as in the table."""

    above, below, keeps = 0, 4, True
    HIGH = 6 * MM
    NARROW = 7 * MM  # narrower pieces keep their number and lose their minutes

    def __init__(self, block: Ribbon, press: Press) -> None:
        bold = SECOND.but(size=9, leading=11, weight=700)
        self.pieces = [
            (
                piece,
                Words(press, str(piece.number), bold, Align.CENTER),
                Words(press, str(piece.minutes), MINUTES, Align.CENTER),
            )
            for piece in block.pieces
            if piece.minutes > 0
        ]
        self.total = sum(piece.minutes for piece, _, _ in self.pieces)

    def widths(self, width: float) -> list[float]:
        """Points for every piece; together they are the whole width."""
        return [width * piece.minutes / self.total for piece, _, _ in self.pieces]

    def height(self, width: float) -> float:  # noqa: ARG002
        return self.HIGH + 3 * MM if self.pieces else 0.0

    def draw(self, pen: Pen, x: float, y: float, width: float) -> None:
        for (piece, number, minutes), wide in zip(self.pieces, self.widths(width), strict=True):
            if piece.kind is PieceKind.SHARED:
                pen.box(x, y, wide, self.HIGH, fill=TINT)
            elif piece.kind is PieceKind.BREAK:
                pen.hatch(x, y, wide, self.HIGH, SOFT)
                patch = min(number.natural() + 3, wide)
                if wide > number.natural():
                    pen.white(x + (wide - patch) / 2, y + 3, patch, self.HIGH - 6)
            pen.box(x, y, wide, self.HIGH, Rule(0.6, INK))
            if wide > number.natural():  # a sliver goes without: the table counts it
                number.draw(pen, x, y + (self.HIGH - 9) / 2, wide)
            if wide >= self.NARROW:
                minutes.draw(pen, x, y + self.HIGH + 2, wide)
            x += wide


class StageBox(Box):
    """The stages as arrows that point in reading direction."""

    above, below = 11, 13
    HIGH, TIP, GAP = 12 * MM, 4 * MM, 1 * MM
    COLORS = {
        StageState.PAST: (TINT, TEAL, INK, 500),
        StageState.PRESENT: (TEAL, TEAL, WHITE, 700),
        StageState.FUTURE: (WHITE, HAIR, SOFT, 500),
    }

    def __init__(self, block: StageBand, press: Press) -> None:
        self.stages = [self._stage(stage, press) for stage in block.stages]
        self.dated = any(stage.when for stage in block.stages)

    def _stage(self, stage: StagePiece, press: Press) -> tuple[StagePiece, Words, Words]:
        _, _, color, weight = self.COLORS[stage.state]
        name = Words(press, stage.name, BODY.but(color=color, weight=weight), Align.CENTER, most=2)
        now = stage.state is StageState.PRESENT
        when = SMALL.but(color=TEAL, weight=700) if now else SMALL
        return stage, name, Words(press, stage.when, when, Align.CENTER, most=2)

    def height(self, width: float) -> float:
        column = width / max(len(self.stages), 1)
        dates = max((when.height(column - 8) for _, _, when in self.stages), default=0.0)
        return self.HIGH + (1.5 * MM + dates if self.dated else 0)

    def draw(self, pen: Pen, x: float, y: float, width: float) -> None:
        column = width / max(len(self.stages), 1)
        for i, (stage, name, when) in enumerate(self.stages):
            fill, edge, _, _ = self.COLORS[stage.state]
            first, last = i == 0, i == len(self.stages) - 1
            points = self._arrow(x, y, column - self.GAP, first, last)
            pen.shape(points, Rule(0.9, edge), fill)
            inner = column - self.GAP - self.TIP
            start = x + (0 if first else self.TIP / 2)
            down = y + (self.HIGH - name.height(inner)) / 2
            name.draw(pen, start, down, inner + self.TIP / 2)
            when.draw(pen, x + 4, y + self.HIGH + 1.5 * MM, column - self.GAP - 8)
            x += column

    def _arrow(
        self, x: float, y: float, width: float, first: bool, last: bool
    ) -> list[tuple[float, float]]:
        """A flat start for the first; a tip that reaches into the next, none for the last."""
        tip = 0.0 if last else self.TIP - self.GAP
        end = x + width - (self.TIP if last else 0)
        middle = y + self.HIGH / 2
        points = [(x, y), (end, y), (end + (self.TIP if last else tip), middle),
                  (end, y + self.HIGH), (x, y + self.HIGH)]  # fmt: skip
        return points if first else [*points, (x + self.TIP - self.GAP, middle)]


def ribbon(block: Ribbon, press: Press) -> Box:
    return RibbonBox(block, press)


def stage_band(block: StageBand, press: Press) -> Box:
    return StageBox(block, press)
