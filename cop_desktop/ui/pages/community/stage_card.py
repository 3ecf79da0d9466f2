"""The present stage: what it asks for, why the community is in it, and what shows it."""

from typing import Any

from PySide6.QtWidgets import QVBoxLayout

from cop_desktop import formats
from cop_desktop.content import content
from cop_desktop.errors import UserError
from cop_desktop.services import stages
from cop_desktop.services.stages import StageRow
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.forms import Form
from cop_desktop.ui.widgets import Card, Label, Well, Words


class StageCard(Card):
    """The method's words on the stage, and the community's own."""

    def __init__(self, desk: Desk) -> None:
        look, _ = desk.look, desk.catalog
        super().__init__(look, " ", caption=" ")
        self.desk, self._row = desk, None
        well = Well(look)
        well.body.setSpacing(look.px(8))
        self.focus = _said(well.body, desk, _("What it is about"))
        self.tension = _said(well.body, desk, _("The tension of this stage"))
        self.moved_on = _said(well.body, desk, _("Time to move on when"))
        self.add(well)
        self.form = Form(look, _, desk.today())
        self.form.add_text("reason", _("Why"), lines=2)
        self.form.add_text("evidence", _("What shows it"), lines=2)
        self.form.edited.connect(self._edited)
        self.add(self.form)

    _row: StageRow | None

    def show_row(self, row: StageRow | None) -> None:
        self._row = row
        self.setVisible(row is not None)
        if row is None:
            return
        _ = self.desk.catalog
        text = content(_.language).stage(row.stage)
        self.title.setText(text.name)
        self.caption.setText(since_words(row, self.desk))
        self.focus.setText(text.focus)
        self.tension.setText(text.tension)
        self.moved_on.setText(text.moved_on_when)
        self.form.fill({"reason": row.reason, "evidence": row.evidence}, item=row.id)

    def _edited(self, name: str, value: Any) -> None:
        row, _ = self._row, self.desk.catalog
        if row is None:
            return
        words = {"reason": row.reason, "evidence": row.evidence, name: value}
        label = _("Change the words on {name}", name=content(_.language).word(row.stage))
        try:
            with self.desk.store.write(label) as session:
                stages.change_words(session, row.id, words["reason"], words["evidence"])
        except UserError as problem:
            self.form.error(name, _.error(problem))


def since_words(row: StageRow, desk: Desk) -> str:
    """`since 24 June 2026 · decided by the leading core`."""
    _ = desk.catalog
    day = formats.date_medium(row.since, _.language)
    since = _("since {day}", day=day)
    if not row.decided_by:
        return since
    return _("{since} · decided by {who}", since=since, who=row.decided_by)


def _said(body: QVBoxLayout, desk: Desk, caption: str) -> Words:
    words = Words(desk.look)
    part = QVBoxLayout()
    part.setSpacing(0)
    part.addWidget(Label(desk.look, caption, "caption"))
    part.addWidget(words)
    body.addLayout(part)
    return words
