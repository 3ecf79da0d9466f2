"""Where the minutes of a meeting go, beside those of the last: for conversation, no verdict."""

from collections.abc import Callable, Sequence
from uuid import UUID

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from cop_desktop import formats
from cop_desktop.content import content
from cop_desktop.i18n import N_
from cop_desktop.models.vocabulary import BlockKind, Depth, LearningActivity, Role
from cop_desktop.services import agenda_numbers
from cop_desktop.services.agenda_numbers import Comparison, Numbers
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.widgets import Hairline, Label, ScrollPage, Words

WIDTH, TALL = 460, 460  # px at 100 %
Told = Callable[[Numbers], int | float | None]
SHARES: Sequence[tuple[str, Told]] = (
    (N_("Time in which members speak with each other"), lambda it: it.share_together),
    (N_("Led by members other than the leader"), lambda it: it.share_members),
)
LED: Sequence[tuple[str, Told]] = (
    (N_("Led by the leader"), lambda it: it.leader),
    (N_("Led by other members"), lambda it: it.members),
    (N_("Led by guests"), lambda it: it.guests),
    (N_("Nobody leads yet"), lambda it: it.nobody),
)


class NumbersCard(QFrame):
    """Opens at a button, and goes by Escape or a press elsewhere."""

    def __init__(self, desk: Desk, meeting_id: UUID, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("kind", "card")
        self.setLayoutDirection(desk.look.direction)
        self.setAccessibleName(desk.catalog("Compared with the last meetings"))
        self.desk = desk
        with desk.store.read() as session:
            self.told = agenda_numbers.of(session, meeting_id)
        look = desk.look
        page = ScrollPage(look)
        page.add(self._table())
        page.body.addStretch(1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(*(look.px(16),) * 4)
        rows.addWidget(Label(look, desk.catalog("Compared with the last meetings"), "title"))
        rows.addWidget(Words(look, self._sentence(), "caption"))
        rows.addWidget(page, 1)
        self.setFixedSize(look.px(WIDTH), look.px(TALL))

    def open_under(self, button: QWidget) -> None:
        """At the far end of the button, inside the window."""
        at = button.mapToGlobal(QPoint(0, button.height()))
        if not self.desk.look.rtl:
            at -= QPoint(self.width() - button.width(), 0)
        self.move(at)
        self.show()

    def _sentence(self) -> str:
        _, count = self.desk.catalog, len(self.told.earlier)
        if not count:
            return _("No earlier meeting was held with an agenda: there is nothing to compare yet.")
        return _.plural(
            "In minutes; beside the meeting held before.",
            "In minutes; beside the mean of the {n} meetings held before, and each of them.",
            count,
        )

    def _table(self) -> QWidget:
        _, table = self.desk.catalog, QWidget()
        self.grid = QGridLayout(table)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.grid.setHorizontalSpacing(self.desk.look.px(14))
        self.grid.setColumnStretch(0, 1)
        days = [
            formats.day_and_month_short(it.starts_at.date(), _.language) for it in self.told.earlier
        ]
        usual = [_("Usual")] if self.told.usual else []
        self._line("", [_("Here"), *usual, *days], "caption")
        for title, told in SHARES:
            self._line(_(title), self._each(told, share=True))
        self._rule()
        for title, told in LED:
            self._line(_(title), self._each(told))
        for words, name in ((BlockKind, "kinds"), (Role, "roles"),
                            (LearningActivity, "activities"), (Depth, "depths")):  # fmt: skip
            self._words(words, name)
        return table

    def _words(self, words: type[BlockKind | Role | LearningActivity | Depth], name: str) -> None:
        """Minutes by each word that any of the meetings has."""
        texts, several = content(self.desk.catalog.language), self._numbers()
        used = [it for it in words if any(getattr(each, name).get(it) for each in several)]
        if used:
            self._rule()
        for word in used:
            self._line(texts.word(word), self._each(lambda it, w=word: getattr(it, name).get(w, 0)))  # type: ignore[misc]

    def _numbers(self) -> list[Numbers]:
        """Here, what is usual, and each earlier meeting."""
        it: Comparison = self.told
        return [it.now, *([it.usual] if it.usual else []), *(old.numbers for old in it.earlier)]

    def _each(self, told: Told, *, share: bool = False) -> list[str]:
        language = self.desk.catalog.language
        found = [told(each) for each in self._numbers()]
        if share:
            return ["–" if it is None else formats.percent(it, language) for it in found]
        return [str(it) if it else "–" for it in found]

    def _line(self, title: str, cells: Sequence[str], kind: str = "body") -> None:
        row, look = self.grid.rowCount(), self.desk.look
        name = Label(look, title, kind, elide=True)
        name.setAccessibleName(f"{title}: {', '.join(cells)}" if title else "")
        self.grid.addWidget(name, row, 0)
        for column, words in enumerate(cells, start=1):
            weight = "strong" if column == 1 and kind == "body" else kind
            self.grid.addWidget(Label(look, words, weight), row, column)

    def _rule(self) -> None:
        self.grid.addWidget(Hairline(), self.grid.rowCount(), 0, 1, -1)
