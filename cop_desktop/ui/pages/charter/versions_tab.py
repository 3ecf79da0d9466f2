"""Versions: adopting one, who agreed, when it is looked at anew, and what each changed."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget
from sqlalchemy.orm import Session

from cop_desktop import formats
from cop_desktop.content import content
from cop_desktop.errors import UserError
from cop_desktop.services import charter, charter_approvals, charter_versions, members
from cop_desktop.services.charter import CharterRow
from cop_desktop.services.months import later
from cop_desktop.ui.day_words import day_words
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.forms import Form
from cop_desktop.ui.widgets import Button, Card, EmptyState, ListRow, Words

from .adopting import REVIEW, AdoptCard
from .agreeing import AgreeCard, Agreement
from .differing import DifferencesCard
from .words import called, standing

YEAR = 12  # months


class VersionsTab(QWidget):
    """What is in force and who agreed at the start side; versions and differences beside it."""

    begin_asked = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.rows: tuple[CharterRow, ...] = ()
        self.chosen: UUID | None = None
        self._lines: dict[UUID, ListRow] = {}
        look, _ = desk.look, desk.catalog
        self.empty = self._empty()
        self.adopt, self.agree = AdoptCard(desk), AgreeCard(desk)
        self.review = self._review()
        self.versions = Card(look, _("Versions"))
        self.versions.body.setSpacing(0)
        self.differences = DifferencesCard(look, _)
        self.sides = QWidget()
        way = QBoxLayout.Direction
        sides = QBoxLayout(way.TopToBottom if look.roomy else way.LeftToRight, self.sides)
        sides.setContentsMargins(0, 0, 0, 0)
        sides.setSpacing(look.px(16))
        sides.addWidget(self._column(self.adopt, self.agree), 3)
        sides.addWidget(self._column(self.review, self.versions, self.differences), 2)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(self.empty)
        page.addWidget(self.sides)
        page.addStretch(1)

    def look(self, session: Session, rows: Sequence[CharterRow]) -> Agreement | None:
        """What of the file is shown beside the versions themselves."""
        row = next((it for it in rows if it.adopted_on), None)
        if row is None or row.adopted_on is None:
            return None
        desk = self.desk
        return Agreement(
            row,
            charter_approvals.of(session, row.id, desk.today()),
            tuple(members.find(session, desk.community_id, desk.today())),
            charter_approvals.there_on(session, desk.community_id, row.adopted_on),
        )

    def show_versions(self, rows: Sequence[CharterRow], agreement: Agreement | None) -> None:
        if [it.id for it in rows[:1]] != [it.id for it in self.rows[:1]]:
            self.chosen = None  # another version is the newest now: tell what it changed
        self.rows = tuple(rows)
        self.empty.setVisible(not rows)
        self.sides.setVisible(bool(rows))
        draft = next((it for it in rows if it.adopted_on is None), None)
        self.adopt.setVisible(draft is not None)
        if draft:
            self.adopt.show_row(draft)
        for card in (self.agree, self.review):
            card.setVisible(agreement is not None)
        if agreement:
            self.agree.show_agreement(agreement)
            self._show_review(agreement.row)
        self._list_versions()

    def show_version(self, key: UUID) -> None:
        """Tell what a version changed."""
        self.chosen, _ = key, self.desk.catalog
        for each, line in self._lines.items():
            line.choose(each == key)
        places = [row.id for row in self.rows]
        row = self.rows[places.index(key)]
        before = self.rows[places.index(key) + 1 : places.index(key) + 2]
        self.differences.setVisible(bool(before))
        if before:
            heading = _("What {version} changed", version=called(row, _))
            self.differences.show_changes(heading, charter_versions.compare(before[0], row))

    # -- inside --------------------------------------------------------------------------

    def _list_versions(self) -> None:
        _ = self.desk.catalog
        held = next((key for key, line in self._lines.items() if line.hasFocus()), None)
        for old in self._lines.values():
            old.hide()
            old.deleteLater()
        self._lines = {}
        for row in self.rows:
            icon, tone = ("ph.pencil-simple", "amber") if row.adopted_on is None else (
                "ph.circle-wavy-check", "accent" if row == self._in_force() else "quiet"
            )  # fmt: skip
            told = formats.dotted(standing(row, _), row.change_note)
            line = ListRow(self.desk.look, icon, called(row, _), told, tone=tone)
            line.clicked.connect(lambda key=row.id: self.show_version(key))
            self._lines[row.id] = line
            self.versions.add(line)
        if held in self._lines:
            self._lines[held].setFocus()
        if self.rows:
            self.show_version(self.chosen if self.chosen in self._lines else self.rows[0].id)

    def _in_force(self) -> CharterRow | None:
        return next((it for it in self.rows if it.adopted_on), None)

    def _review(self) -> Card:
        desk, _ = self.desk, self.desk.catalog
        card = Card(desk.look, " ")
        self.form = Form(desk.look, _, desk.today(), day_words(_, desk.layers))
        self.form.add_date(REVIEW, _("To be reviewed on"))
        self.form.edited.connect(self._move_review)
        self.due = Words(desk.look, "", "amber")
        self.holds = Button(desk.look, _("It still holds: again in a year"), "ph.check")
        self.holds.clicked.connect(lambda: self._move_review(REVIEW, later(desk.today(), YEAR)))
        card.add(self.due)
        card.body.addWidget(self.holds, 0, Qt.AlignmentFlag.AlignLeft)
        card.add(self.form)
        return card

    def _show_review(self, row: CharterRow) -> None:
        _ = self.desk.catalog
        self.review.title.setText(_("In force: {version}", version=called(row, _)))
        self.form.fill({REVIEW: row.review_on}, item=row.id)
        come = row.review_on is not None and row.review_on <= self.desk.today()
        self.due.setVisible(come or row.review_on is None)
        if not come and self.holds.hasFocus():
            self.form.editor(REVIEW).setFocus()  # the day that the button has set
        self.holds.setVisible(come)
        self.due.setText(
            _("The day of the review has come: what of it is still true?")
            if come
            else _("No day of review is set. Once a year is usual.")
        )

    def _move_review(self, _name: str, day: date | None) -> None:
        desk, _, row = self.desk, self.desk.catalog, self._in_force()
        if row is None:
            return
        try:
            with desk.store.write(_("Day of the charter's review")) as session:
                charter.change(session, row.id, {REVIEW: day})
        except UserError as problem:
            self.form.error(REVIEW, _.error(problem))

    def _empty(self) -> Card:
        look, text = self.desk.look, content(self.desk.catalog.language).empty("charter")
        step = Button(look, text.first_step, "ph.note-pencil", "primary")
        step.clicked.connect(self.begin_asked)
        card = Card(look)
        card.setMinimumHeight(look.px(420))
        card.add(EmptyState(look, "ph.stack", text.title, text.why, step), 1)
        return card

    def _column(self, *cards: QWidget) -> QWidget:
        column = QWidget()
        rows = QVBoxLayout(column)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(self.desk.look.px(16))
        rows.setAlignment(Qt.AlignmentFlag.AlignTop)
        for card in cards:
            rows.addWidget(card)
        return column
