"""The first steps of a community: three rows, ticked as they are done."""

from functools import partial

from PySide6.QtWidgets import QWidget

from cop_desktop.content import content
from cop_desktop.i18n import N_
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.widgets import Card, EmptyState, Hairline, ListRow

from .reading import Glance

# (place, icon, what, why, the word of the deed)
STEPS = (
    (
        "members", "ph.user-plus", N_("Add the members"),
        N_("One by one, or the whole list from a spreadsheet"), N_("Add"),
    ),
    (
        "meetings", "ph.calendar-plus", N_("Plan the first meeting"),
        N_("A day and a topic are enough to begin"), N_("Plan"),
    ),
    (
        "community", "ph.path", N_("Note the stage of life"),
        N_("Each stage asks for something else"), N_("Record"),
    ),
)  # fmt: skip


class FirstSteps(Card):
    """While nothing is there it teaches what will be; later it only counts what is left."""

    def __init__(self, desk: Desk) -> None:
        look, _ = desk.look, desk.catalog
        super().__init__(look, _("First steps"))
        self.desk = desk
        text = content(_.language).empty("home")
        self.lesson = EmptyState(look, "ph.circles-three", text.title, text.why)
        self.body.insertWidget(0, self.lesson)
        self.rows: dict[str, ListRow] = {}
        self._lines: dict[str, QWidget] = {}
        self._done: dict[str, bool] = {}

    def show_glance(self, glance: Glance) -> None:
        done = glance.steps
        self.lesson.setVisible(not any(done.values()))
        self.setVisible(not all(done.values()))
        if done != self._done:
            self._done = done
            self._fill(done)

    def _fill(self, done: dict[str, bool]) -> None:
        for old in (*self.rows.values(), *self._lines.values()):
            old.hide()
            old.deleteLater()
        self.rows, self._lines = {}, {}
        for place, icon, what, why, deed in STEPS:
            if self.rows:
                self._lines[place] = Hairline()
                self.add(self._lines[place])
            self.rows[place] = self._row(place, icon, (what, why, deed), done[place])
            self.add(self.rows[place])

    def _row(self, place: str, icon: str, words: tuple[str, str, str], done: bool) -> ListRow:
        _ = self.desk.catalog
        what, why, deed = (_(word) for word in words)
        if done:
            row = ListRow(self.look, "ph.check-circle", what, _("Done"), tone="quiet")
        else:
            row = ListRow(self.look, icon, what, why, deed, tone="accent")
        go = partial(self.desk.open_place, place)
        row.clicked.connect(go)
        row.acted.connect(go)
        return row
