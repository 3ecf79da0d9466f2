"""The yearly self-check: begun, gone on with, looked at; its parts over the years."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cop_desktop import formats
from cop_desktop.content import content
from cop_desktop.content.method import method
from cop_desktop.errors import UserError
from cop_desktop.services import self_check
from cop_desktop.services.self_check import CheckRow, Reading
from cop_desktop.ui.desk import MARGIN, Desk
from cop_desktop.ui.emptying import empty
from cop_desktop.ui.flow import Flow
from cop_desktop.ui.forms import Form
from cop_desktop.ui.widgets import Button, Card, EmptyState, Label, Line, ScrollPage, Words

from .check_guide import GuideCard
from .check_words import check_name, part_text, reading_words
from .check_years import YearsPicture, years


class CheckView(ScrollPage):
    """An empty page at first; then the guide, or what it found."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.look, desk.look.px(MARGIN))
        self.desk = desk
        self._checks: tuple[CheckRow, ...] = ()
        self.empty = self._empty()
        self.start, self.guide = StartCard(desk), GuideCard(desk)
        self.result = ResultCard(desk)
        self.asks = AsksCard(desk)
        self.guide.hide()
        self.start.begun.clicked.connect(self.begin)
        self.start.printed.clicked.connect(self.print_paper)
        self.start.removed.clicked.connect(self.remove)
        self.guide.left.connect(self._leave)
        for card in (self.empty, self.start, self.guide, self.result, self.asks):
            self.add(card)
        self.body.addStretch(1)

    def read(self) -> None:
        """Show the file as it is."""
        desk = self.desk
        with desk.store.read() as session:
            self._checks = self_check.every(session, desk.community_id)
            current = self_check.current(session, desk.community_id, desk.today())
        if not current:
            self.guide.hide()
        elif self._guiding:
            self.guide.show_check(current)
        self.start.show_check(current)
        latest = self._checks[0] if self._checks else None
        readings = (
            self_check.read(latest, self_check.before(self._checks, latest)) if latest else ()
        )
        self.result.show_checks(self._checks)
        self.asks.show_readings(readings)
        self._arrange()

    def begin(self) -> None:
        """Answer this year's check, from its first open statement on."""
        desk, _ = self.desk, self.desk.catalog
        with desk.store.read() as session:
            current = self_check.current(session, desk.community_id, desk.today())
        if current is None:
            with desk.store.write(_("Begin a self-check")) as session:
                self_check.begin(session, desk.community_id, desk.today())
                current = self_check.current(session, desk.community_id, desk.today())
        if current is None:
            return
        self.guide.show()
        self.guide.begin(current)
        self._arrange()
        QTimer.singleShot(0, self, lambda: self.ensureWidgetVisible(self.guide))

    def print_paper(self) -> None:
        """See the paper, then print or save it."""
        from cop_desktop.ui.dialogs.paper import PaperDialog  # brings the PDF writer

        PaperDialog(self.desk, "self-check", parent=self.window()).open()

    def remove(self) -> None:
        """Forget this year's check; the toast offers to bring it back."""
        desk, _ = self.desk, self.desk.catalog
        if not self._checks:
            return
        with desk.store.write(_("Delete the self-check")) as session:
            self_check.remove(session, self._checks[0].id)
        desk.toast(_("The self-check was deleted."), undo=True)

    @property
    def _guiding(self) -> bool:
        return not self.guide.isHidden()

    def _leave(self) -> None:
        self.guide.hide()
        self._arrange()
        self.start.begun.setFocus()

    def _arrange(self) -> None:
        """While one answers nothing else asks for the eye."""
        guiding, none = self._guiding, not self._checks
        self.empty.setVisible(none and not guiding)
        self.start.setVisible(not none and not guiding)
        told = any(it.answers for it in self._checks)
        self.result.setVisible(told and not guiding)
        self.asks.setVisible(bool(self.asks.readings) and not guiding)

    def _empty(self) -> Card:
        look, _ = self.desk.look, self.desk.catalog
        text = content(_.language).empty("check")
        first = Button(look, text.first_step, "ph.check-circle", "primary")
        first.clicked.connect(self.begin)
        card = Card(look)
        card.add(EmptyState(look, "ph.heart", text.title, text.why, first), 1)
        by_hand = Button(look, _("Print the questions"), "ph.printer", "quiet")
        by_hand.clicked.connect(self.print_paper)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(by_hand)
        row.addStretch(1)
        card.body.addLayout(row)
        return card


class StartCard(Card):
    """Where this year's check stands, and the way into it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.look, " ")
        look, _ = desk.look, desk.catalog
        self.desk = desk
        self._check: CheckRow | None = None
        self.told = Words(look, "", "muted")
        self.add(self.told)
        self.form = Form(look, _, desk.today())
        self.form.add_line("who", _("Who answered together"))
        self.form.add_text("note", _("What we will strengthen this year"), lines=2)
        self.form.edited.connect(self._edited)
        self.add(self.form)
        self.begun = Button(look, "", "ph.check-circle", "primary")
        self.printed = Button(look, _("Print"), "ph.printer")
        row = QWidget()
        deeds = Flow(row, look.px(12))
        self.removed = Button(look, _("Delete this check"), "ph.trash", "quiet")
        for button in (self.begun, self.printed, self.removed):
            deeds.add(button)
        self.add(row)

    def show_check(self, check: CheckRow | None) -> None:
        _, self._check = self.desk.catalog, check
        whole = sum(len(part.statements) for part in self_check.parts())
        answered = len(check.answers) if check else 0
        if check is None:
            self.title.setText(_("This year’s check has not been done yet"))
            self.told.setText(method(_.language).check().intro)
            self.begun.set_words(_("Begin: about ten minutes"))
        elif not check.complete:
            self.title.setText(_("This year’s check is under way"))
            self.told.setText(_("{n} of {all} statements are answered", n=answered, all=whole))
            self.begun.set_words(_("Continue"))
        else:
            self.title.setText(_("This year’s check"))
            self.told.setText(check_name(check, _))
            self.begun.set_words(_("Look through the answers"))
        self.form.setVisible(check is not None)
        self.removed.setVisible(check is not None)
        if check:
            self.form.fill({"who": check.who, "note": check.note}, item=check.id)

    def _edited(self, name: str, value: Any) -> None:
        desk, _ = self.desk, self.desk.catalog
        if self._check is None:
            return
        try:
            with desk.store.write(_("Change the self-check")) as session:
                self_check.change(session, self._check.id, {name: value})
        except UserError as problem:
            self.form.error(name, _.error(problem))


class ResultCard(Card):
    """The picture of all parts over the years."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.look, desk.catalog("The parts over the years"), caption=" ")
        look, _ = desk.look, desk.catalog
        self.desk = desk
        self.picture = YearsPicture(look, _("The parts over the years"))
        self.add(self.picture)
        note = _(
            "The full dot is the latest check, the rings those before it. "
            "In what carries us a high number is good, in what may endanger us it is not. "
            "Amber asks for care."
        )
        self.add(Words(look, note, "caption"))
        self.meant = Words(look, "", "muted")
        self.add(self.meant)

    def show_checks(self, checks: Sequence[CheckRow]) -> None:
        _ = self.desk.catalog
        self.picture.show_data(years(checks, _))
        self.caption.setText(check_name(checks[0], _) if checks else "")
        told = [
            _("What we meant to strengthen, {day}: {note}", note=it.note,
              day=formats.date_medium(it.on, _.language))
            for it in checks if it.note
        ]  # fmt: skip
        self.meant.setText("\n".join(told))
        self.meant.setVisible(bool(told))


class AsksCard(Card):
    """What asks for strengthening, with what helps; then what holds."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.look, desk.catalog("What the check says"))
        self.desk = desk
        self.readings: list[Reading] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(desk.look.px(4))
        self.body.addLayout(self._list)

    def show_readings(self, readings: Sequence[Reading]) -> None:
        look, _ = self.desk.look, self.desk.catalog
        empty(self._list)
        weak = [it for it in readings if it.weak]
        strong = [it for it in readings if it.strong]
        self.readings = weak + strong
        for reading in weak:
            text = part_text(reading.part, _)
            self._list.addWidget(Words(look, text.title, "strong"))
            self._list.addWidget(Words(look, reading_words(reading, _)))
            for remedy in text.remedies:
                line = Line(look, "ph.lightbulb", Words(look, remedy), look.theme.accent)
                self._list.addWidget(line)
        if strong:
            self._list.addWidget(Label(look, _("What is steady"), "strong"))
        for reading in strong:
            words = Words(look, reading_words(reading, _), "muted")
            self._list.addWidget(Line(look, "ph.check", words, look.theme.accent))
