"""Four axes of maturity, read together once a term: a small radar, and the words of each level."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cop_desktop import formats
from cop_desktop.content.method import method
from cop_desktop.errors import UserError
from cop_desktop.models.method import MaturityAxis
from cop_desktop.services import maturity
from cop_desktop.services.maturity import LEVELS, Maturity, Reading
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.emptying import empty
from cop_desktop.ui.escape import OnEscape
from cop_desktop.ui.pictures import Radar, RadarAxis
from cop_desktop.ui.widgets import Button, Card, Choice, Field, Label, TextArea, Words


class MaturityCard(Card):
    """The latest reading and the one before; a new one is read in a form that opens here."""

    def __init__(self, desk: Desk) -> None:
        look, _ = desk.look, desk.catalog
        self.reading = Button(look, _("Read the axes"), "ph.note-pencil", "quiet")
        super().__init__(look, _("Maturity"), self.reading, caption=_("once a term"))
        self.desk = desk
        self._told: Maturity = Maturity(())
        self.due = Words(look, "", "muted")
        self.add(self.due)
        self.radar = Radar(look, _("Maturity"))
        self.add(self.radar)
        self.legend = Words(look, "", "caption", centred=True)
        self.add(self.legend)
        self._levels = QVBoxLayout()
        self._levels.setSpacing(look.px(6))
        self.body.addLayout(self._levels)
        self.form = ReadingForm(desk)
        self.add(self.form)
        self.form.hide()
        self.reading.clicked.connect(self.begin)
        self.form.left.connect(self.reading.setFocus)

    def show_maturity(self, told: Maturity, today: date) -> None:
        _, self._told = self.desk.catalog, told
        latest, before = told.latest, told.previous
        self.due.setVisible(told.due(today))
        self.due.setText(
            _("The axes were not read in this term yet: a quarter of an hour together is enough.")
        )
        self.radar.setVisible(latest is not None)
        self.legend.setVisible(latest is not None)
        if latest is None:
            return
        text = method(_.language)
        self.radar.show_data(
            tuple(
                RadarAxis(
                    axis.value, text.axis(axis).title, latest.levels.get(axis),
                    before.levels.get(axis) if before else None,
                    self._sentence(axis, latest, before),
                )
                for axis in MaturityAxis
            )
        )  # fmt: skip
        self.legend.setText(self._dates(latest, before))
        self._show_levels(latest)

    def begin(self) -> None:
        """Open the form with the latest levels in it."""
        self.form.begin(self._told.latest)

    def _sentence(self, axis: MaturityAxis, latest: Reading, before: Reading | None) -> str:
        """Title, level and what it means; and the level before."""
        _, text = self.desk.catalog, method(self.desk.catalog.language).axis(axis)
        level = latest.levels.get(axis)
        if level is None:
            return _("{axis}: not judged.", axis=text.title)
        told = text.levels[level - 1]
        earlier = before.levels.get(axis) if before else None
        if earlier is None:
            return _("{axis}: {n} of 5. {told}.", axis=text.title, n=level, told=told)
        return _(
            "{axis}: {n} of 5, {before} before. {told}.",
            axis=text.title, n=level, before=earlier, told=told,
        )  # fmt: skip

    def _dates(self, latest: Reading, before: Reading | None) -> str:
        _, lang = self.desk.catalog, self.desk.catalog.language
        day = formats.date_medium(latest.read_on, lang)
        if before is None:
            return _("Read on {day}", day=day)
        earlier = formats.date_medium(before.read_on, lang)
        return _("Read on {day}; dashed: {before}", day=day, before=earlier)

    def _show_levels(self, latest: Reading) -> None:
        look, _ = self.look, self.desk.catalog
        empty(self._levels)
        for axis, level in latest.levels.items():
            text = method(_.language).axis(axis)
            line = QWidget()
            row = QHBoxLayout(line)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(look.px(8))
            row.addWidget(Label(look, text.title, "medium"), 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(Words(look, text.levels[level - 1], "muted"), 1)
            self._levels.addWidget(line)
        if latest.note:
            self._levels.addWidget(Words(look, latest.note))


class ReadingForm(QWidget):
    """One level for each axis, in its own words, and a note."""

    left = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        look, _ = desk.look, desk.catalog
        self.desk = desk
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(look.px(10))
        self.choices: dict[MaturityAxis, Choice] = {}
        self.fields: dict[MaturityAxis, Field] = {}
        for axis in MaturityAxis:
            rows.addWidget(self._axis(axis))
        self.note = TextArea(look, lines=2)
        rows.addWidget(Field(look, _("What we noticed"), self.note))
        self.saving = Button(look, _("Save"), "ph.check", "primary")
        self.saving.clicked.connect(self.save)
        leaving = Button(look, _("Cancel"), kind="quiet")
        leaving.clicked.connect(self.leave)
        deeds = QHBoxLayout()
        deeds.setSpacing(look.px(16))
        for button in (self.saving, leaving):
            deeds.addWidget(button)
        deeds.addStretch(1)
        rows.addLayout(deeds)
        OnEscape(self, self.leave)

    def _axis(self, axis: MaturityAxis) -> Field:
        """Its levels in words, to choose one of."""
        look, _ = self.desk.look, self.desk.catalog
        text = method(_.language).axis(axis)
        choice = self.choices[axis] = Choice(look)
        choice.setMinimumContentsLength(12)
        choice.add(_("Not judged"), None)
        for level, told in zip(LEVELS, text.levels, strict=True):
            choice.add(f"{level} · {told}", level)
        field = self.fields[axis] = Field(look, text.title, choice, text.question)
        return field

    def begin(self, latest: Reading | None) -> None:
        for axis, choice in self.choices.items():
            choice.set_value(latest.levels.get(axis) if latest else None)
            self.fields[axis].set_error("")
        self.note.clear()
        self.show()
        next(iter(self.choices.values())).setFocus()

    def save(self) -> None:
        """Write the reading of today."""
        desk, _, today = self.desk, self.desk.catalog, self.desk.today()
        levels = {axis: choice.value() for axis, choice in self.choices.items()}
        try:
            with desk.store.write(_("Read the axes of maturity")) as session:
                maturity.record(
                    session, desk.community_id, today, levels, today, self.note.toPlainText()
                )
        except UserError as problem:
            next(iter(self.fields.values())).set_error(_.error(problem))
            return
        self.leave()

    def leave(self) -> None:
        self.hide()
        self.left.emit()
