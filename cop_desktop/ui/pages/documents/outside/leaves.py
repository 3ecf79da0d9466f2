"""Everything that would leave, row by row, with what is held back; and the button."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cop_desktop import formats
from cop_desktop.content import content
from cop_desktop.errors import UserError
from cop_desktop.export import leaving
from cop_desktop.export.leaving import Wish
from cop_desktop.models.package_form import tables_at
from cop_desktop.models.vocabulary import Share
from cop_desktop.paths import export_key, outbox_dir
from cop_desktop.services import leaving as leaving_from
from cop_desktop.services.leaving import LEVELS, Look
from cop_desktop.services.packages.descriptor import Contents
from cop_desktop.services.packages.gathering import Asked
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.flow import Flow
from cop_desktop.ui.one_of import OneOf
from cop_desktop.ui.stack import Stack
from cop_desktop.ui.walking import follow
from cop_desktop.ui.widgets import Hairline, Label, Line, ScrollPage, Words
from cop_desktop.ui.widgets.preview import Preview

from .deed import Deed
from .foot import Foot, bring_back
from .part import held_words, part
from .signs_part import SignsPart
from .words import MEANING, TABLES, staying_words

FOLDER = "outbox.folder"  # in the memory of this machine
PAPER, SIGNS = "paper", "sign"  # the page to read, and the table one ticks, beside the others


class LeavesView(QWidget):
    """Level, signs, tables as they would leave, and the button that lets them."""

    exported = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.level, self.signs, self.shown = Share.MINISTRY, set[str](), "community"
        self.look: Look | None = None
        self.told = b""  # the page to read, once it is made
        self._build()

    def refresh(self) -> None:
        """Read what would leave now."""
        plain = Asked(self.desk.community_id, self.level, self.desk.today(), {})
        with self.desk.store.read() as session:
            self.offered = [it.key for it in leaving_from.signs_offered(session, plain)]
            self.signs &= set(self.offered)
            self.asked = leaving_from.sharing(session, plain, self.signs)
            look = leaving_from.look(session, self.asked)
        if self.look is None or look.contents != self.look.contents:
            self.told = b""
        self.look = look
        self._offer_tables(look.contents)
        self.meaning.setText(self.desk.catalog(MEANING[self.level]))
        words = staying_words(look.staying, self.desk.catalog)
        self.staying.setText(self.desk.catalog("Stays here: {what}.", what=words))
        self.deed.say("")
        self.show_part(self.shown if self.shown in self.tables.chips else "community")

    def show_part(self, key: str) -> None:
        """A table with its rows, the signs to tick, or the page to read that goes along."""
        self.shown = key
        self.tables.mark(key)
        self.held_line.setVisible(key != SIGNS)
        if key == PAPER:
            self.views.setCurrentWidget(self.preview)
            self.held.setText(self.desk.catalog("Made of the tables alone; in Hebrew."))
            self._make_paper(self._show_paper)
        elif key == SIGNS:
            self._show(SignsPart(self.desk, self.offered, self.signs, self._tick))
        elif self.look:
            table = next(it for it in tables_at(self.level) if it.name == key)
            self._show(part(self.desk, table, self.look))
            self.held.setText(held_words(table, self.look, self.desk.catalog))
        self._order()

    def export(self) -> None:
        """Let leave what is shown, with the page to read."""
        self.deed.say("")
        try:
            lock = self.foot.key()
            leaving.ready(self.folder())
        except UserError as problem:
            self._refuse(problem)
            return
        self._make_paper(partial(self._leave, lock))

    def folder(self) -> Path:
        """The outbox chosen on this machine, or the program's own."""
        chosen = self.desk.settings.memory.get(FOLDER)
        return Path(chosen) if isinstance(chosen, str) and chosen else outbox_dir()

    # -- building ------------------------------------------------------------------------

    def _build(self) -> None:
        look = self.desk.look
        self.page = ScrollPage(look, look.px(12))
        rows = self.page.body
        rows.setSpacing(look.px(8))
        self._build_levels(rows)
        self._build_tables(rows)
        self.foot = Foot(self.desk, self.level)
        rows.addWidget(Hairline())
        rows.addWidget(self.foot)
        self.deed = Deed(self.desk, self.desk.catalog("Export"))
        self.deed.button.clicked.connect(self.export)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(look.px(8))
        whole.addWidget(self.page, 1)
        (rows if look.roomy else whole).addWidget(self.deed)  # large text needs all the room

    def _build_levels(self, rows: QVBoxLayout) -> None:
        """Who is to read it, what that means, and what stays."""
        look, word = self.desk.look, content(self.desk.catalog.language).word
        box, flow = self._flow()
        self.levels = OneOf(look, flow)
        self.levels.offer({level: word(level) for level in LEVELS}, self.level)
        self.levels.chosen.connect(self._choose_level)
        self.meaning, self.staying = Words(look, "", "body"), Words(look, "", "muted")
        rows.addWidget(box)
        rows.addWidget(Line(look, "ph.eye", self.meaning))
        rows.addWidget(Line(look, "ph.lock-simple", self.staying))

    def _build_tables(self, rows: QVBoxLayout) -> None:
        """What leaves, table by table, and what is held back of it."""
        look, _ = self.desk.look, self.desk.catalog
        box, self.tables_flow = self._flow()
        self.tables = OneOf(look, self.tables_flow)
        self.tables.chosen.connect(self.show_part)
        self.views, self.preview = Stack(), Preview(look)
        self.part: QWidget | None = None
        self.views.addWidget(self.preview)
        self.held = Words(look, "", "muted")
        self.held_line = Line(look, "ph.hand-palm", self.held)
        rows.addWidget(Label(look, _("This leaves, to the last row"), "caption"))
        rows.addWidget(box)
        rows.addWidget(self.views, 1)
        rows.addWidget(self.held_line)

    def _flow(self) -> tuple[QWidget, Flow]:
        box = QWidget()
        return box, Flow(box, self.desk.look.px(6))

    # -- showing -------------------------------------------------------------------------

    def _offer_tables(self, contents: Contents) -> None:
        _ = self.desk.catalog
        counts = {table.name: len(contents.rows[table.name]) for table in tables_at(self.level)}
        self.tables_flow.empty()
        may = SIGNS if self.offered else ""
        names = {key: _(TABLES[key][1]) for key, count in counts.items() if count or key == may}
        self.tables.offer({**names, PAPER: _("Page to read")}, self.shown)
        for key, name in names.items():
            self.tables.chips[key].setText(f"{name} · {counts[key]}")

    def _show(self, part: QWidget) -> None:
        """Each part has columns of its own, so the one before it goes."""
        if self.part:
            self.views.removeWidget(self.part)
            self.part.deleteLater()
        self.part = part
        self.views.addWidget(part)
        self.views.setCurrentWidget(part)

    def _order(self) -> None:
        """Tab goes down the page: what was made anew would stand behind the button."""
        *_others, last = self.levels.chips.values()
        follow(last, [*self.tables.chips.values(), self.views, self.foot, self.deed])

    def _show_paper(self, told: bytes) -> None:
        if self.shown == PAPER:
            self.preview.show_pdf(told)

    # -- doing ---------------------------------------------------------------------------

    def _make_paper(self, then: Callable[[bytes], None]) -> None:
        """The page to read is drawn in a worker, once for what is shown."""
        look = self.look
        if look is None:
            return
        if self.told:
            then(self.told)
            return

        def keep(told: bytes) -> None:
            if self.look is look:
                self.told = told
                then(told)

        self.desk.tasks.run(
            self.desk.catalog("Preparing the paper"),
            lambda _progress: leaving.summary(look.contents), keep,
        )  # fmt: skip

    def _leave(self, lock: str, told: bytes) -> None:
        desk, look = self.desk, self.look
        if look is None:
            return
        wish = Wish(
            self.asked, self.foot.recipient.text(), self.folder(), export_key(), desk.now(), lock
        )
        try:
            with desk.store.write(desk.catalog("Export a package")) as session:
                left = leaving.leave(session, wish, look.contents, told)
        except UserError as problem:
            self.refresh()
            self._refuse(problem)
            return
        desk.toast(desk.catalog("{file} is in the outbox.", file=formats.file_name(left.path.name)))
        self.exported.emit()

    def _refuse(self, problem: UserError) -> None:
        """Under the field it is about, which is brought into view; any other by the button."""
        if field := self.foot.refuse(problem):
            bring_back(self.page, field)
        else:
            self.deed.say(self.desk.catalog.error(problem))

    def _tick(self, key: str) -> None:
        """The part is made anew: one goes on from the same tick."""
        self.signs ^= {key}
        self.refresh()
        if isinstance(self.part, SignsPart):
            self.part.ticks[key].setFocus()

    def _choose_level(self, level: Share) -> None:
        self.level = level
        self.foot.show_level(level)
        self.refresh()
