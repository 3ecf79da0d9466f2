"""What the last bringing together brought: said at once, and there to be opened again."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from cop_desktop.frozen import frozen
from cop_desktop.services.merging.telling import Summary
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.dialogs.questions import as_the_screen_allows
from cop_desktop.ui.widgets import Button, Card, Line, Words

from .view import SummaryView
from .work import Met

REPORT = "together.report"  # of the last copy brought in


@frozen
class Brought:
    """What came in, and where those who were forgotten are still named."""

    summary: Summary
    remains: tuple[str, ...]


class LastReport:
    """Kept with the steps of Undo, as long as the file is open: it holds names."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        self.desk, self._parent = desk, parent
        self.dialog: ReportDialog | None = None

    def tell(self, met: Met, erased: int = 0, remains: tuple[str, ...] = ()) -> None:
        """Keep the report and say in a sentence what it holds."""
        self.desk.history.kept[REPORT] = Brought(met.summary, remains)
        self.desk.toast(self._sentence(met.summary, erased), undo=True)

    def open(self) -> None:
        kept, _ = self.desk.history.kept.get(REPORT), self.desk.catalog
        if isinstance(kept, Brought):
            self.dialog = ReportDialog(self.desk, kept, self._parent)
            self.dialog.open()
        else:
            self.desk.toast(_("No copy was brought in since this file was opened."))

    def _sentence(self, told: Summary, erased: int) -> str:
        _ = self.desk.catalog
        counts = [sum(it.count for it in kinds) for kinds in (told.added, told.changed)]
        went = sum(it.count for it in told.removed) + erased
        sentence = _(
            "Brought together: {added} new, {changed} changed, {removed} gone.",
            added=counts[0], changed=counts[1], removed=went,
        )  # fmt: skip
        n = len(told.contradictions)
        return f"{sentence} {self._waiting(n)}" if n else sentence

    def _waiting(self, n: int) -> str:
        return self.desk.catalog.plural(
            "{n} contradiction waits for a decision.", "{n} contradictions wait for a decision.", n
        )


def tell_what_remains(view: SummaryView, sentences: tuple[str, ...]) -> None:
    """First of all, where those who were forgotten are still named: that is for people to do."""
    if sentences:
        card = Card(view.look, view._("Erased for good"))
        for sentence in sentences:
            card.add(Line(view.look, "ph.warning", Words(view.look, sentence)))
        view.body.insertWidget(0, card)


class ReportDialog(QDialog):
    """The summary, and the way to what waits for a decision."""

    def __init__(self, desk: Desk, told: Brought, parent: QWidget) -> None:
        super().__init__(parent)
        look, _ = desk.look, desk.catalog
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setLayoutDirection(look.direction)
        self.setWindowTitle(_("What the last copy brought"))
        as_the_screen_allows(self, parent, look.px(640), look.px(640))
        rows = QVBoxLayout(self)
        rows.setContentsMargins(*(look.px(24),) * 4)
        rows.setSpacing(look.px(12))
        rows.addWidget(Words(look, _("What the last copy brought"), "title"))
        view = SummaryView(look, _, told.summary, after=True)
        tell_what_remains(view, told.remains)
        rows.addWidget(view, 1)
        deeds = QHBoxLayout()
        self.decide = Button(look, _("Decide"), "ph.scales", "primary")
        self.decide.setVisible(bool(told.summary.contradictions))
        self.decide.clicked.connect(self.accept)
        self.decide.clicked.connect(lambda: desk.run("contradictions"))
        close = Button(look, _("Close"))
        close.clicked.connect(self.accept)
        deeds.addWidget(self.decide)
        deeds.addStretch(1)
        deeds.addWidget(close)
        rows.addLayout(deeds)
