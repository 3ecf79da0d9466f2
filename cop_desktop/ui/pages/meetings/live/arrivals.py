"""Who is here: type a part of a name, Enter; again, and they leave."""

from collections.abc import Callable, Sequence
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShortcut
from sqlalchemy.orm import Session

from cop_desktop import formats
from cop_desktop.i18n import N_
from cop_desktop.models.vocabulary import MeetingKind, Presence, Reply
from cop_desktop.services import attendance, readiness
from cop_desktop.services.attendance import SheetLine
from cop_desktop.services.search import fold
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.pages.meetings.mark_editor import MarkEditor
from cop_desktop.ui.widgets import Card, Hairline, SearchBox, Words

from .arrival_list import ArrivalList
from .scene import Moment

Note = Callable[[Session, UUID, Sequence[UUID], Any], None]


class ArrivalsCard(Card):
    """The clock says when, and who is late; a time is corrected below. `left` to the stage."""

    left = Signal()

    def __init__(self, desk: Desk) -> None:
        look, _ = desk.look, desk.catalog
        super().__init__(look, _("Who is here"), caption=" ")
        self.desk = desk
        self._moment: Moment | None = None
        self.search = SearchBox(look, _("Name, then Enter"))
        self.list = ArrivalList(look, _)
        self.none_found = Words(look, _("Nobody by that name."), "muted")
        self.mark = MarkEditor(desk)
        self.line = Hairline()
        self.search.textChanged.connect(lambda _text: self._fill())
        self.search.returnPressed.connect(self._take_first)
        self.search.went_down.connect(self._into_list)
        escape = QShortcut(Qt.Key.Key_Escape, self, self._escape)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.list.asked.connect(self._act)
        self.list.chosen.connect(self._tell_mark)
        self.list.clicked.connect(lambda _index: self._tell_mark())
        self.list.doubleClicked.connect(lambda _index: self._act("turn"))
        self.list.typed.connect(self._type)
        self._lay_out()

    def show_moment(self, moment: Moment) -> None:
        """Show the sheet as the file has it."""
        _, self._moment = self.desk.catalog, moment
        places = moment.scene.places
        here = sum(place.here for place in places)
        expected = sum(place.reply != Reply.NOT_COMING or place.came for place in places)
        gone = sum(place.came and not place.here for place in places)
        told = _("{n} of {all}", n=here, all=expected)
        left = _.plural("{n} left", "{n} left", gone) if gone else ""
        self.caption.setText(formats.dotted(told, left))
        self._fill()

    def take_focus(self) -> None:
        self.search.setFocus()
        self.search.selectAll()

    def turn(self, place: SheetLine) -> None:
        """Here now; or, for who is here, leaves now."""
        self._act_on([place], "leave" if place.here else "arrive")

    # -- deeds -----------------------------------------------------------------------------

    def _act(self, deed: str) -> None:
        chosen = set(self.list.chosen_ids())
        places = [it for it in self._places() if it.member_id in chosen]
        if deed == "turn" and places:
            self._act_on(places, "leave" if all(it.here for it in places) else "arrive")
        elif places:
            self._act_on(places, deed)

    def _act_on(self, places: Sequence[SheetLine], deed: str) -> None:
        assert self._moment is not None
        _, meeting = self.desk.catalog, self._moment.scene.row.id
        if deed == "arrive":  # who is here already keeps the hour of coming
            places = [it for it in places if not it.here]
        label, note = DEEDS[deed]
        names = [it.name for it in places]
        who = names[0] if len(names) == 1 else _.plural("{n} member", "{n} members", len(names))
        with self.desk.store.write(_(label, who=who)) as session:
            note(session, meeting, [it.member_id for it in places], self.desk.now())
            if deed in ("arrive", "leave"):
                readiness.took_place(session, meeting, self.desk.today())

    def _take_first(self) -> None:
        """Enter in the box: whoever comes first in the list; the box is ready for the next."""
        rows = self._found()
        if not self.search.text().strip() or not rows:
            return
        self.turn(rows[0])
        self.search.clear()
        self.list.choose([rows[0].member_id])
        self._tell_mark()

    def _type(self, text: str) -> None:
        self.search.setFocus()
        self.search.setText(text)

    def _escape(self) -> None:
        if self.search.text():
            self.search.clear()
            self.search.setFocus()
        else:
            self.left.emit()

    def _into_list(self) -> None:
        if self.list.rows.rows and not self.list.chosen_ids():
            self.list.choose(self.list.rows.keys[:1])
        self.list.setFocus()

    # -- what is shown ---------------------------------------------------------------------

    def _places(self) -> Sequence[SheetLine]:
        return self._moment.scene.places if self._moment else ()

    def _found(self) -> list[SheetLine]:
        """Who fits what is typed; those whose name begins so come first."""
        wanted = fold(self.search.text()).split()
        fitting = [it for it in self._places() if all(part in fold(it.name) for part in wanted)]
        if not wanted:
            return fitting
        return sorted(fitting, key=lambda it: not _begins(it, wanted[0]))

    def _fill(self) -> None:
        found = self._found()
        self.list.show_rows(found)
        _ = self.desk.catalog
        nobody = _("No members yet: they are added under “Members”.")
        self.none_found.setText(_("Nobody by that name.") if self._places() else nobody)
        self.none_found.setVisible(not found)
        self._tell_mark()

    def _tell_mark(self) -> None:
        if self._moment is None:
            return
        chosen = self.list.chosen_ids()
        one = next((it for it in self._places() if [it.member_id] == chosen), None)
        row = self._moment.scene.row
        self.mark.show_line(row.id, one, hybrid=row.kind == MeetingKind.HYBRID)
        self.line.setVisible(one is not None)

    def _lay_out(self) -> None:
        look = self.desk.look
        self.body.setContentsMargins(look.px(16), look.px(12), look.px(16), look.px(12))
        self.add(self.search)
        self.add(self.none_found)
        self.list.setMinimumHeight(look.px(120))
        self.add(self.list, 1)
        self.add(self.line)
        self.add(self.mark)


def _begins(place: SheetLine, part: str) -> bool:
    return any(fold(name).startswith(part) for name in (place.given_name, place.family_name))


def _excuse(session: Session, meeting: UUID, members: Sequence[UUID], _now: Any) -> None:
    attendance.mark(session, meeting, members, Presence.EXCUSED)


def _clear(session: Session, meeting: UUID, members: Sequence[UUID], _now: Any) -> None:
    attendance.mark(session, meeting, members, None)
    for member in members:
        attendance.change(session, meeting, member, {"arrived_at": None, "left_at": None})


DEEDS: dict[str, tuple[str, Note]] = {
    "arrive": (N_("Here: {who}"), attendance.arrive),
    "leave": (N_("Left: {who}"), attendance.leave),
    "excuse": (N_("Excused: {who}"), _excuse),
    "clear": (N_("Presence taken back: {who}"), _clear),
}
