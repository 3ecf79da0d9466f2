"""Beside the list: the chosen meeting of a series, and whose turn it is to host."""

from collections.abc import Callable, Sequence
from datetime import date
from uuid import UUID

from PySide6.QtCore import Signal

from cop_desktop.calendar import FreeDays
from cop_desktop.errors import UserError
from cop_desktop.services.hosting import Host
from cop_desktop.services.series import Slot
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.pages.meetings.clock_edit import ClockEdit
from cop_desktop.ui.pages.meetings.free_day import FreeDay
from cop_desktop.ui.pages.meetings.name_edit import NameEdit
from cop_desktop.ui.tables import Landing
from cop_desktop.ui.widgets import Button, Card, Field, FilterChip, LineEdit

from .lists import DOWN, TOGGLE, UP, TurnsList
from .rows import Line, Turn


class SlotCard(Card):
    """`edited(key, name, value)`: the day, hour, topic, host of one meeting, or that it is out."""

    edited = Signal(int, str, object)

    def __init__(self, desk: Desk, around: Callable[[int, date], FreeDays]) -> None:
        look, _ = desk.look, desk.catalog
        self.leave = Button(look, _("Leave out"), kind="quiet")
        super().__init__(look, " ", self.leave)
        self.desk, self.key, self.wanted = desk, -1, True
        self.day = FreeDay(desk, _("Date"), lambda day: around(self.key, day))
        self.topic_edit, self.host, self.clock = LineEdit(look), NameEdit(look), ClockEdit(look)
        self.topic = Field(look, _("Topic"), self.topic_edit)
        self.clock_field = Field(look, _("Starts at"), self.clock)
        for part in (self.topic, self.day, self.clock_field, Field(look, _("Host"), self.host)):
            self.add(part)
        self._listen()

    def show_line(self, line: Line, of: int) -> None:
        """Show a meeting as it stands; what is being typed in it stays."""
        _, slot = self.desk.catalog, line.sight.slot
        anew, self.key, self.wanted = slot.id != self.key, slot.id, slot.wanted
        told = _("Meeting {n} of {of}", n=line.number, of=of) if line.number else _("Left out")
        self.title.setText(told)
        self.leave.set_words(_("Leave out") if slot.wanted else _("Include again"))
        self._show_fields(slot, anew)

    def take_focus(self) -> None:
        self.topic_edit.setFocus()
        self.topic_edit.selectAll()

    def _show_fields(self, slot: Slot, anew: bool) -> None:
        if anew or not self.topic_edit.hasFocus():
            self.topic_edit.setText(slot.topic)
            self.topic.set_error("")
        self.host.show_name(slot.host, anew=anew)
        self.day.set_day(slot.day)
        self.clock.show_time(slot.at)
        self.clock_field.set_error("")

    def _listen(self) -> None:
        self.leave.clicked.connect(lambda: self._tell("wanted", not self.wanted))
        self.day.changed.connect(lambda day: self._tell("day", day) if day else None)
        self.topic_edit.editingFinished.connect(self._settle_topic)
        self.host.settled.connect(lambda _key, name: self._tell("host", name))
        self.clock.settled.connect(lambda _text: self._settle_clock())

    def _settle_topic(self) -> None:
        topic = self.topic_edit.text().strip()
        self.topic.set_error("" if topic else self.desk.catalog("A meeting needs a topic."))
        if topic:
            self._tell("topic", topic)

    def _settle_clock(self) -> None:
        try:
            self._tell("at", self.clock.clock())
        except UserError as problem:
            self.clock_field.set_error(self.desk.catalog.error(problem))

    def _tell(self, name: str, value: object) -> None:
        self.edited.emit(self.key, name, value)


class TurnsCard(Card):
    """`changed` when the round is another; `names()` are those who host, in their order."""

    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        look, _ = desk.look, desk.catalog
        self.on = FilterChip(look, _("Hosts in turn"), "ph.arrows-clockwise")
        super().__init__(look, _("Who hosts"), self.on)
        self.desk = desk
        self._hosts: list[Host] = []
        self._passed: set[UUID] = set()
        self.list = TurnsList(look, _)
        self.list.setMinimumHeight(look.px(130))
        self.add(self.list, 1)
        self.on.toggled.connect(lambda _on: self._show())
        self.list.asked.connect(self._do)
        self.list.dropped.connect(self._drop)

    def start(self, hosts: Sequence[Host], *, on: bool) -> None:
        """Begin with those whose turn it is first."""
        self._hosts, self._passed = list(hosts), set()
        self.setVisible(bool(hosts))  # nobody hosts where there are no organisations
        self.on.setChecked(on)
        self._show(told=False)

    def names(self) -> list[str]:
        """Nobody where hosts do not take turns."""
        standing = (host for host in self._hosts if host.id not in self._passed)
        return [host.name for host in standing] if self.on.isChecked() else []

    def _show(self, *, told: bool = True) -> None:
        names = self.names()
        places = {name: place for place, name in enumerate(names, start=1)}
        self.list.show_rows([Turn(host, places.get(host.name, 0)) for host in self._hosts])
        if told:
            self.changed.emit()

    def _do(self, deed: str) -> None:
        chosen = set(self.list.chosen_ids())
        if deed == TOGGLE:
            self._passed ^= chosen
            self._show()
        elif deed in (UP, DOWN):
            self._shift(chosen, -1 if deed == UP else 1)

    def _shift(self, chosen: set[UUID], way: int) -> None:
        order = self._hosts if way < 0 else self._hosts[::-1]
        for place in range(1, len(order)):
            if order[place].id in chosen and order[place - 1].id not in chosen:
                order[place - 1], order[place] = order[place], order[place - 1]
        self._hosts = order if way < 0 else order[::-1]
        self._show()

    def _drop(self, keys: Sequence[UUID], landing: Landing) -> None:
        moving = [host for host in self._hosts if host.id in keys]
        staying = [host for host in self._hosts if host.id not in keys]
        ids = [host.id for host in staying]
        place = ids.index(landing.before) if landing.before in ids else len(staying)
        self._hosts = [*staying[:place], *moving, *staying[place:]]
        self._show()
