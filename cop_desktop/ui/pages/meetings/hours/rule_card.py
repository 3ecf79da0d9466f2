"""What the members must attend: a profile, and its numbers to be changed."""

from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from cop_desktop.content import content
from cop_desktop.errors import UserError
from cop_desktop.i18n import N_
from cop_desktop.models.vocabulary import Signature
from cop_desktop.services import attendance_rules
from cop_desktop.services.attendance_rules import NONE, OWN, Rule
from cop_desktop.ui.bound_fields import NO_NUMBER
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.flow import Flow
from cop_desktop.ui.pages.meetings.mark_editor import ShortLine
from cop_desktop.ui.widgets import Card, Choice, Field, Words
from cop_desktop.ui.widgets.fields import Note

PROFILES = {
    NONE: N_("Nothing is asked"),
    "teachers_30": N_("Teachers’ community, 30 hours"),
    "teachers_60": N_("Teachers’ community, 60 hours"),
    OWN: N_("Numbers of our own"),
}
NUMBERS = {
    "hours": N_("Hours of the year"),
    "minutes_an_hour": N_("Minutes an hour"),
    "least_presence": N_("Least presence, %"),
    "least_face": N_("Least face to face, %"),
}


class RuleCard(Card):
    """Saved at once. A changed number makes the rule the community's own."""

    def __init__(self, desk: Desk) -> None:
        look, _ = desk.look, desk.catalog
        super().__init__(look, _("Rule of attendance"))
        self.desk = desk
        self.profile = Choice(look)
        for key, words in PROFILES.items():
            self.profile.add(_(words), key)
        self.profile.chosen.connect(self._choose)
        self.numbers = {key: ShortLine(look, _(words)) for key, words in NUMBERS.items()}
        for key, line in self.numbers.items():
            line.settled.connect(partial(self._change, key))
        self.signature = Choice(look)
        for signature in Signature:
            self.signature.add(content(_.language).word(signature), signature)
        self.signature.chosen.connect(lambda value: self._save(signature=value))
        self.note = Note(look)
        self._lay_out()

    def show_rule(self, rule: Rule) -> None:
        """Show what the file has; without a rule there are no numbers to show."""
        self.profile.set_value(rule.profile)
        for key, line in self.numbers.items():
            line.show_text(str(getattr(rule, key)))
        self.signature.set_value(rule.signature)
        self.details.setVisible(rule.profile != NONE)

    def _choose(self, profile: str) -> None:
        desk = self.desk
        with desk.store.write(desk.catalog("Rule of attendance")) as session:
            attendance_rules.choose(session, desk.community_id, profile)

    def _change(self, key: str, text: str) -> None:
        if text and not text.isdecimal():
            self.note.show_words(self.desk.catalog(NO_NUMBER), wrong=True)
        else:
            self._save(**{key: int(text or 0)})

    def _save(self, **values: Any) -> None:
        desk = self.desk
        self.note.show_words("")
        try:
            with desk.store.write(desk.catalog("Rule of attendance")) as session:
                attendance_rules.change(session, desk.community_id, values)
        except UserError as problem:
            self.note.show_words(desk.catalog.error(problem), wrong=True)

    def _lay_out(self) -> None:
        look, _ = self.desk.look, self.desk.catalog
        self.add(Field(look, _("What is asked"), self.profile))
        self.details = QWidget()
        flow = Flow(self.details, look.px(10))
        for key, line in self.numbers.items():
            field = Field(look, _(NUMBERS[key]), line)
            line.setFixedWidth(look.px(124))
            flow.add(field)
        flow.add(Field(look, _("Signing"), self.signature))
        self.add(self.details)
        self.add(self.note)
        self.note.hide()
        told = _(
            "A rule is kept as data. It counts hours for those who have to report them; it is "
            "no measure of anybody’s worth to the community."
        )
        self.add(Words(look, told, "caption"))
