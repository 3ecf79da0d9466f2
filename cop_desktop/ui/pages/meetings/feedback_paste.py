"""Answers of a form service: pasted or out of a file, looked at, then brought in as one step."""

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cop_desktop import formats
from cop_desktop.i18n import N_
from cop_desktop.intake.feedback import FeedbackDraft, FeedbackRow, read_feedback
from cop_desktop.intake.lists import Source
from cop_desktop.services import feedback, meetings
from cop_desktop.services.meetings import MeetingRow
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.dialogs.importing.reader import ListReader
from cop_desktop.ui.emptying import empty
from cop_desktop.ui.tasks import Task
from cop_desktop.ui.widgets import Button, Card, EmptyState, Label, Line, ScrollPage, Words
from cop_desktop.ui.widgets.tick import Tick

from .answer_columns import AnswerColumns
from .words import named

ROOM = (900, 680)  # px at 100 %
PROBLEMS = 8  # shown; more are counted


class FeedbackPaste(ListReader):
    """Nothing is written before “Bring in”; the same answers again change nothing."""

    def __init__(self, desk: Desk, row: MeetingRow, window: QWidget) -> None:
        super().__init__(desk, window, desk.catalog("Answers from a form service"), ROOM)
        self.row = row
        self.draft: FeedbackDraft | None = None
        self._source: Source = ""
        self._wish: dict[int, str] = {}
        self._task: Task | None = None
        self._build()

    # -- reading -----------------------------------------------------------------------------

    def read(self, source: Source) -> None:
        """Read a file or a paste, as columns are found."""
        self._source, self._wish = source, {}
        self._read()

    def _read(self) -> None:
        source, wish = self._source, dict(self._wish)
        title = self.desk.catalog("Reading the list")
        self._stop()
        self._task = self.desk.tasks.run(
            title, lambda _progress: read_feedback(source, wish), self._show
        )
        self._task.ended.connect(self._settle)

    def _settle(self) -> None:
        self._task = None

    def _stop(self) -> None:
        if self._task:
            self._task.cancel()

    def choose(self, column: int, field: str) -> None:
        """Say what a column holds; a question is answered in one column."""
        for other, taken in enumerate(self.fields()):
            if field and taken == field and other != column:
                self._wish[other] = ""
        self._wish[column] = field
        self._read()

    def fields(self) -> list[str]:
        return [column.field for column in self.draft.columns] if self.draft else []

    # -- bringing in -------------------------------------------------------------------------

    @property
    def taken(self) -> Sequence[FeedbackRow]:
        """The forms that would come in, those already here included."""
        if self.draft is None:
            return ()
        return self.draft.between(*self._days()) if self.near.isChecked() else self.draft.rows

    def bring_in(self) -> None:
        """Write all forms in one step."""
        rows, _ = [row.values for row in self.taken], self.desk.catalog
        label = named(N_("Import feedback on “{title}”"), self.row.topic, _)
        with self.desk.store.write(label) as session:
            brought = feedback.bring_in(session, self.row.id, rows)
        self.accept()
        told = _.plural("{n} form was imported.", "{n} forms were imported.", brought.added)
        self.desk.toast(told, undo=True)

    def _days(self) -> tuple[date, date | None]:
        """From the day of the meeting until the day before the next."""
        with self.desk.store.read() as session:
            after = meetings.following(session, self.row.id)
        first = self.row.starts_at.date()
        if after is None:
            return first, None
        return first, max(first, after.starts_at.date() - timedelta(days=1))

    # -- showing -----------------------------------------------------------------------------

    def _show(self, draft: FeedbackDraft) -> None:
        anew, self.draft = self.draft is None or not self._wish, draft
        self.start.hide()
        if anew:
            self.near.setChecked(len(draft.between(*self._days())) < len(draft.rows))
        self.near.setVisible(len(draft.between(*self._days())) < len(draft.rows))
        self.columns.show_columns(draft)
        self._show_problems(draft)
        self._tell()

    def _show_problems(self, draft: FeedbackDraft) -> None:
        empty(self.problems)
        look, _ = self.desk.look, self.desk.catalog
        for problem in draft.problems[:PROBLEMS]:
            where = _("Row {n}", n=problem.row) if problem.row else ""
            told = formats.dotted(where, problem.column, problem.sentence(_))
            self.problems.addWidget(Line(look, "ph.info", Words(look, told), look.theme.amber))
        if (more := len(draft.problems) - PROBLEMS) > 0:
            told = _.plural("{n} more", "{n} more", more)
            self.problems.addWidget(Label(look, told, "caption"))

    def _tell(self) -> None:
        _, rows = self.desk.catalog, [row.values for row in self.taken]
        with self.desk.store.read() as session:
            fresh, known = feedback.sift(feedback.forms(session, self.row.id), rows)
        numbers = [
            _("{n} new", n=len(fresh)) if fresh else "",
            _("{n} already here", n=known) if known else "",
        ]
        self.counts.setText(formats.dotted(*numbers) if self.draft else "")
        n = len(fresh)
        self.primary.set_words(_.plural("Import {n} form", "Import {n} forms", n)
                               if n else _("Import"))  # fmt: skip
        why = "" if n else _("There is nothing to add.")
        self.primary.explain(_("Choose a list first.") if self.draft is None else why)
        self.other.setVisible(self.draft is not None)

    # -- the surface -------------------------------------------------------------------------

    def _build(self) -> None:
        look, _ = self.desk.look, self.desk.catalog
        self.other = Button(look, _("Another file"), "ph.folder-open", "quiet")
        self.other.clicked.connect(self.choose_file)
        head = QHBoxLayout()
        head.setSpacing(look.px(12))
        head.addWidget(Label(look, _("Answers from a form service"), "page"))
        head.addWidget(Label(look, self.row.topic, "muted", elide=True), 1)
        head.addWidget(self.other)
        self.start = self._start()
        self.near = Tick(look, _("Only answers given between this meeting and the next"))
        self.near.toggled.connect(lambda _on: self._tell())
        self.near.hide()
        inside, self.problems = ScrollPage(look), QVBoxLayout()
        self.columns = AnswerColumns(self.desk)
        self.columns.chosen.connect(self.choose)
        inside.add(self.start, 1)
        inside.add(self.near)
        inside.add(self.columns)
        inside.body.addLayout(self.problems)
        inside.body.addStretch(1)
        card = Card(look)
        card.add(inside, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(look.px(24), look.px(20), look.px(24), look.px(20))
        column.setSpacing(look.px(14))
        column.addLayout(head)
        column.addWidget(card, 1)
        column.addLayout(self._foot())
        self._tell()

    def _start(self) -> EmptyState:
        look, _ = self.desk.look, self.desk.catalog
        choose = Button(look, _("Choose a file"), "ph.folder-open", "primary")
        choose.clicked.connect(self.choose_file)
        why = _("Copy the cells with the answers, titles included, and paste them here with "
                "{keys}; or choose the file. Names and addresses are left out.",
                keys="Ctrl+V")  # fmt: skip
        return EmptyState(look, "ph.clipboard-text", _("One form per row"), why, choose)

    def _foot(self) -> QHBoxLayout:
        look, _ = self.desk.look, self.desk.catalog
        self.counts = Label(look, "", "muted", elide=True)
        cancel = Button(look, _("Cancel"))
        cancel.clicked.connect(self.reject)
        self.primary = Button(look, _("Import"), "ph.check", "primary")
        self.primary.clicked.connect(self.bring_in)
        line = QHBoxLayout()
        line.setSpacing(look.px(10))
        line.addWidget(self.counts, 1)
        line.addWidget(cancel)
        line.addWidget(self.primary)
        return line

    def done(self, result: int) -> None:
        self._stop()  # nobody is left to show it to
        super().done(result)
