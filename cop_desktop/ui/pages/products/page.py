"""Products: the list, and beside it the one that is chosen."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from cop_desktop.errors import UserError
from cop_desktop.services import products
from cop_desktop.services.products import ProductRow
from cop_desktop.ui.desk import Desk, Page
from cop_desktop.ui.nothing_yet import nothing_yet_card
from cop_desktop.ui.page_commands import keyed
from cop_desktop.ui.pasting import open_import, pasted
from cop_desktop.ui.people import People, people
from cop_desktop.ui.sided import lay_out_sides
from cop_desktop.ui.widgets import Button, Card, EmptyState, PageHead, SplitDetail, Tabs

from .detail import Detail, details
from .knowledge import Knowledge
from .listing import ProductList
from .panel import ProductPanel

LIST, EVERYTHING = range(2)


class ProductsPage(Page):
    """What the community leaves behind."""

    depends_on = frozenset(
        {
            "product", "product_review", "product_topic", "topic", "member", "organisation",
            "value_story", "decision", "meeting", "meeting_note", "conclusion", "routine",
            "library_entry", "need", "threshold",
        }
    )  # fmt: skip

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.item: UUID | None = None
        self._rows: dict[UUID, Detail] = {}
        self._people = People({})
        self.list = ProductList(desk)
        self.panel = ProductPanel(desk)
        self.knowledge = Knowledge(desk)
        self._lay_out()
        self._connect()
        self.commands = self._commands()

    def refresh(self) -> None:
        desk = self.desk
        with desk.store.read() as session:
            self._rows = details(session, desk.community_id, desk.today())
            self._people = people(session, desk.community_id, desk.today())
        rows = [it.row for it in self._rows.values()]
        self._tell_head(rows)
        self.views.setCurrentIndex(1 if rows else 0)
        self.list.show_products(rows)
        self._show(self.list.table.chosen_id())
        self.knowledge.forget()

    def show_item(self, item: UUID) -> None:
        self.tabs.choose(LIST)
        self.list.choose(item)

    def search_everything(self) -> None:
        """Search in everything we know."""
        self.tabs.choose(EVERYTHING)
        self.knowledge.search.setFocus()

    def start(self) -> None:
        """Write the title of a new product."""
        self.tabs.choose(LIST)
        self.views.setCurrentIndex(1)
        self.list.write()

    def import_table(self, text: str = "") -> None:
        """Look at rows pasted from Excel, or ask for a list."""
        open_import(self.desk, self.window(), "products", text)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if text := pasted(event):  # also before there is a list
            self.import_table(text)
        else:
            super().keyPressEvent(event)

    # -- building ------------------------------------------------------------------------

    def _lay_out(self) -> None:
        look, _ = self.desk.look, self.desk.catalog
        add = Button(look, _("New product"), "ph.plus", "primary")
        add.clicked.connect(self.start)
        bring = Button(look, _("Import from Excel"), "ph.file-arrow-down")
        bring.clicked.connect(lambda: self.desk.run("import-products"))
        self.head = PageHead(look, _("Products"), "", [bring, add])
        self.beside = QStackedWidget()
        self.beside.addWidget(self.panel)
        self.beside.addWidget(self._none_chosen())
        self.views = QStackedWidget()
        self.views.addWidget(self._empty())
        self.views.addWidget(SplitDetail(look, self.list, self.beside, width=392))
        self.tabs = Tabs(look, [_("Products"), _("In everything we know")])
        self.sides = QStackedWidget()
        self.sides.addWidget(self.views)
        self.sides.addWidget(self.knowledge)
        lay_out_sides(QVBoxLayout(self), look, self.head, self.tabs, self.sides)

    def _empty(self) -> QWidget:
        return nothing_yet_card(self.desk, "products", "ph.package", "ph.lightbulb", self.start)

    def _none_chosen(self) -> QWidget:
        look, _ = self.desk.look, self.desk.catalog
        why = _("Choose one in the list to see how far it has come.")
        card = Card(look)
        card.add(EmptyState(look, "ph.package", _("One product, close up"), why), 1)
        return card

    def _connect(self) -> None:
        self.tabs.chosen.connect(self._turn)
        self.knowledge.opened.connect(self._open)
        self.list.chosen.connect(self._show)
        self.list.added.connect(self._add)
        self.list.pasted.connect(self.import_table)
        self.list.delete_asked.connect(self._remove)
        self.list.opened.connect(lambda: self.panel.form.editor("title").setFocus())
        self.panel.remove_asked.connect(lambda key: self._remove([key]))

    def _commands(self) -> list[QAction]:
        _ = self.desk.catalog
        return [
            keyed(self, _("New product"), "Ctrl+N", self.start),
            keyed(self, _("Search in everything we know"), "Ctrl+F", self.search_everything),
        ]

    # -- showing and doing ---------------------------------------------------------------

    def _tell_head(self, rows: Sequence[ProductRow]) -> None:
        _ = self.desk.catalog
        told = _.plural("{n} product", "{n} products", len(rows))
        ready = sum(row.may_leave for row in rows)
        if ready:
            told = _.plural(
                "{all}, {n} of them may leave", "{all}, {n} of them may leave", ready, all=told
            )
        self.head.subtitle.setText(told if rows else "")

    def _turn(self, side: int) -> None:
        self.sides.setCurrentIndex(side)
        if side == EVERYTHING:
            self.knowledge.look_up()

    def _open(self, place: str, key: UUID | None) -> None:
        if place == "products" and key:
            self.show_item(key)
            self.list.table.setFocus()
        else:
            self.desk.open_place(place, key)

    def _show(self, key: UUID | None) -> None:
        found = self._rows.get(key) if key else None
        self.item = found.row.id if found else None
        if found:
            self.panel.show_product(found, self._people)
        self.beside.setCurrentIndex(0 if found else 1)

    def _add(self, title: str) -> None:
        _, desk = self.desk.catalog, self.desk
        try:
            with desk.store.write(_("Add {name}", name=title.strip())) as session:
                key = products.add(session, desk.community_id, {"title": title}, desk.today())
        except UserError as problem:
            self.list.field.set_error(_.error(problem))
            return
        self.list.field.set_error("")
        self.list.line.clear()
        self.list.choose(key)

    def _remove(self, keys: list[UUID]) -> None:
        _, desk = self.desk.catalog, self.desk
        names = [self._rows[key].row.title for key in keys if key in self._rows]
        if not names:
            return
        who = names[0]
        if len(names) > 1:
            who = _.plural("{n} product", "{n} products", len(names))
        with desk.store.write(_("Delete {who}", who=who)) as session:
            for key in keys:
                products.remove(session, key)
        desk.toast(_("Deleted: {who}", who=who), undo=True)
