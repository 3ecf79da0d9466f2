"""After the end: how it went, who came, what was caught, and what one does next."""

from collections import Counter
from collections.abc import Iterator

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cop_desktop import formats
from cop_desktop.models.vocabulary import MeetingState
from cop_desktop.services.agendas import Block
from cop_desktop.services.live import MINUTE
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.emptying import empty
from cop_desktop.ui.theme import BOLD
from cop_desktop.ui.widgets import Button, Card, IconTile, Label, Line, ScrollPage, Words

from .catches import CATCHES
from .large import LARGE, READ, Large
from .scene import Moment

MUCH = 3  # minutes beside the plan that are worth a line


class Closing(ScrollPage):
    """Calm: nothing here has to be done now. `asked(deed)`: summary, feedback, held, resume."""

    asked = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.look)
        self.desk = desk
        look, _ = desk.look, desk.catalog
        self.title = Large(look, LARGE, BOLD)
        self.hours = Large(look, READ, colour="muted")
        self.came = Words(look, "")
        self.lines = QVBoxLayout()  # what was caught
        self.beside = QVBoxLayout()  # what took longer or shorter
        self.held = Button(look, _("Note that it was held"), "ph.check-circle")
        self.summary = Button(look, _("Write the summary"), "ph.note-pencil", "primary")
        self.feedback = Button(look, _("Enter feedback"), "ph.star")
        self.resume = Button(look, _("It is not over yet"), "ph.arrow-u-up-left", "quiet")
        for name in ("held", "summary", "feedback", "resume"):
            button: Button = getattr(self, name)
            button.clicked.connect(lambda _=False, name=name: self.asked.emit(name))
        self._lay_out()

    def show_moment(self, moment: Moment) -> None:
        """Show what the file has now."""
        _, scene = self.desk.catalog, moment.scene
        self.title.show_words(_("The meeting is over"))
        self.hours.show_words(self._hours(moment))
        self.held.setVisible(scene.row.state == MeetingState.PLANNED)
        came = [place.name for place in scene.places if place.came]
        told = formats.listed(came, _.language) if came else _("Nobody was noted as present.")
        self.came.setText(told)
        counted = _("{n} of {all}", n=len(came), all=len(scene.places))
        self.people.caption.setText(counted)
        _refill(self.lines, self._caught(moment))
        _refill(self.beside, self._beside(moment))

    def take_focus(self) -> None:
        self.summary.setFocus()

    def _hours(self, moment: Moment) -> str:
        _, course, day = self.desk.catalog, moment.scene.course, moment.day
        began = next((it.began_at for it in day.blocks if it.began_at), course.began_at)
        if began is None or course.ended_at is None:
            return ""
        real = formats.time_range(began.time(), course.ended_at.time(), _.language)
        plan = formats.time_range(day.starts_at.time(), day.ends_at.time(), _.language)
        return _("{hours}, invited for {plan}", hours=real, plan=plan)

    def _caught(self, moment: Moment) -> Iterator[QWidget]:
        _, look = self.desk.catalog, self.desk.look
        found = Counter(it.key for it in moment.scene.caught)
        for key, it in CATCHES.items():
            if found[key]:
                told = formats.dotted(_(it.title), str(found[key]))
                yield Line(look, it.icon, Label(look, told, "medium"))
        if not found:
            yield Words(look, _("Nothing was noted on the way. The summary can still be written."))

    def _beside(self, moment: Moment) -> Iterator[QWidget]:
        """Blocks that went otherwise than planned."""
        look, far = self.desk.look, [it for it in moment.day.blocks if abs(_more(it)) >= MUCH]
        for block in far:
            yield Line(look, "ph.clock", Label(look, self._told(block), elide=True))
        passed = [it.title for it in moment.day.blocks if it.began_at is None]
        if passed:
            told = self.desk.catalog(
                "Passed over: {titles}",
                titles=formats.listed(passed, self.desk.catalog.language),
            )
            yield Line(look, "ph.arrow-right", Label(look, told, elide=True))
        if not far and not passed:
            yield Words(look, self.desk.catalog("Every block kept to its time."))

    def _told(self, block: Block) -> str:
        _, n = self.desk.catalog, _more(block)
        title = block.title
        if n > 0:
            return _.plural(
                "{n} minute longer: {title}", "{n} minutes longer: {title}", n, title=title
            )
        return _.plural(
            "{n} minute shorter: {title}", "{n} minutes shorter: {title}", -n, title=title
        )

    def _lay_out(self) -> None:
        look, _ = self.desk.look, self.desk.catalog
        head = Card(look)
        head.body.setContentsMargins(look.px(28), look.px(24), look.px(28), look.px(24))
        row = QHBoxLayout()
        row.setSpacing(look.px(16))
        row.addWidget(IconTile(look, "ph.check-circle", "accent", size=56, round=True))
        names = QVBoxLayout()
        names.setSpacing(look.px(4))
        names.addStretch(1)
        names.addWidget(self.title)
        names.addWidget(self.hours)
        names.addStretch(1)
        row.addLayout(names, 1)
        head.body.addLayout(row)
        deeds = QVBoxLayout() if look.roomy else QHBoxLayout()
        deeds.setSpacing(look.px(8))
        for button in (self.summary, self.feedback, self.held):
            deeds.addWidget(button)
        deeds.addStretch(1)
        deeds.addWidget(self.resume)
        head.body.addSpacing(look.px(8))
        head.body.addLayout(deeds)
        self.add(head)
        self.people = Card(look, _("Who came"), caption=" ")
        self.people.add(self.came)
        caught, beside = Card(look, _("What was caught")), Card(look, _("Planned and real"))
        caught.body.addLayout(self.lines)
        beside.body.addLayout(self.beside)
        columns = QVBoxLayout() if look.roomy else QHBoxLayout()
        columns.setSpacing(look.px(16))
        for card in (self.people, caught, beside):
            card.body.addStretch(1)
            columns.addWidget(card, 1)
        self.body.addLayout(columns)
        self.body.addStretch(1)


def _more(block: Block) -> int:
    """Minutes a block took beyond its length; 0 where it never was on."""
    if block.began_at is None or block.ended_at is None:
        return 0
    return round((block.ended_at - block.began_at) / MINUTE) - block.minutes


def _refill(column: QVBoxLayout, widgets: Iterator[QWidget]) -> None:
    empty(column)
    for widget in widgets:
        column.addWidget(widget)
