"""Movement between the circles: how many went which way and why, for the leader alone.

Who they are is shown only on request; there is nothing here to print, copy or export.
"""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from cop_desktop import formats
from cop_desktop.i18n import N_, Catalog
from cop_desktop.services import circles
from cop_desktop.services.circles import Flow as Movement
from cop_desktop.services.circles import Move, Reason, Stream
from cop_desktop.services.months import later
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.emptying import empty
from cop_desktop.ui.flow import Flow
from cop_desktop.ui.one_of import OneOf
from cop_desktop.ui.widgets import Button, Hairline, Line, ScrollPage, Words

from .columns import short_words

HALF, WHOLE, DOUBLE = 6, 12, 24  # months
WIDE, TALL = 520, 460  # px at 100 %
REASONS: Mapping[Reason, str] = {
    Reason.MORE_MEETINGS: N_("comes to more meetings"),
    Reason.TOOK_ROLE: N_("took a role"),
    Reason.LED_MORE: N_("leads more blocks"),
    Reason.FEWER_MEETINGS: N_("comes to fewer meetings"),
    Reason.LEFT_ROLE: N_("gave a role on"),
    Reason.LED_LESS: N_("leads fewer blocks"),
}


class MovementDialog(QDialog):
    """Counts with reasons over a half, one or two years."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        look, _ = desk.look, desk.catalog
        self.desk, self._months, self.named = desk, HALF, False
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Movement between the circles"))
        self.view = ScrollPage(look)
        self.view.body.setSpacing(look.px(2))
        self.names = Button(look, _("Show who"), kind="quiet")
        self.names.clicked.connect(self._turn)
        shut = Button(look, _("Close"))
        shut.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.addWidget(self.names)
        foot.addStretch(1)
        foot.addWidget(shut)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(*(look.px(24),) * 4)
        rows.setSpacing(look.px(12))
        rows.addWidget(Words(look, _("Movement between the circles"), "title"))
        note = _("For your eyes only: counts and reasons, no score, and in no paper or export.")
        rows.addWidget(Words(look, note, "muted"))
        rows.addWidget(self._spans())
        rows.addWidget(self.view, 1)
        rows.addLayout(foot)
        self.resize(look.px(WIDE), look.px(TALL))
        self.show_span(HALF)

    def show_span(self, months: int) -> None:
        """Look back so many months."""
        desk, self._months = self.desk, months
        since = later(desk.today(), -months)
        with desk.store.read() as session:
            told = circles.flow(session, desk.community_id, since, desk.today())
            who = circles.names(session, told.moves) if self.named else ()
        self.told = told
        empty(self.view.body)
        for stream in told.streams:
            self._stream(stream, [it for it in who if _along(it[1], stream)])
        self._rest(told)
        self.view.body.addStretch(1)
        self.names.setVisible(bool(told.moves))

    def _spans(self) -> QWidget:
        _, box = self.desk.catalog, QWidget()
        self.spans = OneOf(self.desk.look, Flow(box, self.desk.look.px(8)))
        self.spans.offer(
            {HALF: _("In half a year"), WHOLE: _("In a year"), DOUBLE: _("In two years")}, HALF
        )
        self.spans.chosen.connect(self.show_span)
        return box

    def _stream(self, stream: Stream, who: list[tuple[str, Move]]) -> None:
        look, _ = self.desk.look, self.desk.catalog
        circle = short_words(_)
        words = _("From “{before}” to “{now}”: {n}", before=circle[stream.before],
                  now=circle[stream.now], n=stream.count)  # fmt: skip
        colour = look.theme.accent if stream.inward else look.theme.muted
        icon = "ph.arrow-right" if stream.inward else "ph.arrow-left"
        self.view.add(Line(look, icon, Words(look, words, "medium"), colour))
        self.view.add(Words(look, _told(stream.reasons, _), "caption"))
        for name, move in who:
            reasons = formats.dotted(name, *(_(REASONS[it]) for it in move.reasons))
            self.view.add(Line(look, "ph.user", Words(look, reasons)))
        self.view.add(Hairline())

    def _rest(self, told: Movement) -> None:
        look, _ = self.desk.look, self.desk.catalog
        if not told.moves:
            self.view.add(Words(look, _("Nobody moved from one circle to another."), "medium"))
        for words, n in (
            (_("Stayed where they were: {n}", n=told.stayed), told.stayed),
            (_("Were new, and have found a circle: {n}", n=told.settled), told.settled),
            (_("Have left the community: {n}", n=told.left), told.left),
        ):
            if n:
                self.view.add(Words(look, words, "muted"))

    def _turn(self) -> None:
        _, self.named = self.desk.catalog, not self.named
        self.names.set_words(_("Hide who") if self.named else _("Show who"))
        self.show_span(self._months)


def _along(move: Move, stream: Stream) -> bool:
    return (move.before, move.now) == (stream.before, stream.now)


def _told(reasons: Mapping[Reason, int], _: Catalog) -> str:
    """`comes to more meetings: 2 · took a role: 1`."""
    return formats.dotted(
        *(_("{reason}: {n}", reason=_(REASONS[it]), n=n) for it, n in reasons.items())
    )
