"""One product: how far it has come, what that lets it do, and its facts."""

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout

from cop_desktop.content import content
from cop_desktop.errors import UserError
from cop_desktop.models.vocabulary import ProductKind, ProductStatus
from cop_desktop.services import products
from cop_desktop.services.products import ProductRow
from cop_desktop.ui.day_words import day_words
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.forms import Form
from cop_desktop.ui.people import People, offer
from cop_desktop.ui.widgets import Card, Hairline, IconButton, ScrollPage, Words

from .steps import OUTSIDE, ProductWay, Station, Way
from .words import FIELDS


class ProductPanel(Card):
    """Everything in it is saved at once."""

    remove_asked = Signal(object)  # UUID

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.look)
        look, _ = desk.look, desk.catalog
        self.desk = desk
        self.row: ProductRow | None = None
        self._people = People({})
        self.page = ScrollPage(look)
        self.page.setMinimumHeight(look.px(260))
        self.page.body.setSpacing(look.px(10))
        self.heading = Words(look, "", "title")
        self.way = ProductWay(look, _("How far it has come"))
        self.way.part_chosen.connect(lambda status: self._save("status", status))
        self.leaves = Words(look, "", "muted")
        self.form = self._form()
        self.page.body.addLayout(self._head())
        for part in (self.way, self.leaves, Hairline(), self.form):
            self.page.add(part)
        self.page.body.addStretch(1)
        self.add(self.page, 1)

    def show_product(self, row: ProductRow, people: People) -> None:
        """Show a product; `people` are those who can be responsible for it."""
        self.row, self._people = row, people
        words = content(self.desk.catalog.language)
        self.heading.setText(row.title)
        self.way.show_data(self._way(row.status))
        self.leaves.setText(f"{words.hint(row.status)} {self._may_leave(row.status)}".strip())
        offer(self.form, "owner_id", people)
        self.form.fill(
            {
                "title": row.title, "kind": row.kind, "owner_id": row.owner,
                "audience": row.audience, "where": row.where, "published_on": row.published_on,
                "recipients": row.recipients,
            },
            item=row.id,
        )  # fmt: skip

    def _form(self) -> Form:
        desk, _ = self.desk, self.desk.catalog
        words = content(_.language)
        form = Form(desk.look, _, desk.today(), day_words(_, desk.layers))
        form.add_line("title", _(FIELDS["title"]))
        kinds = [(kind, words.word(kind)) for kind in ProductKind]
        form.add_choice("kind", _(FIELDS["kind"]), kinds)
        form.add_line("owner_id", _(FIELDS["owner_id"]), beside=True)
        form.add_line("audience", _(FIELDS["audience"]))
        form.add_line("where", _(FIELDS["where"]), note=_("A link, a folder, a shelf"))
        form.add_date("published_on", _(FIELDS["published_on"]))
        form.add_number("recipients", _(FIELDS["recipients"]), beside=True)
        form.edited.connect(self._save)
        return form

    def _head(self) -> QHBoxLayout:
        look, _ = self.desk.look, self.desk.catalog
        remove = IconButton(look, "ph.trash", _("Delete the product"))
        remove.clicked.connect(self._ask_removal)
        head = QHBoxLayout()
        head.addWidget(self.heading, 1)
        head.addWidget(remove, 0, Qt.AlignmentFlag.AlignTop)
        return head

    def _ask_removal(self) -> None:
        if self.row:
            self.remove_asked.emit(self.row.id)

    def _way(self, now: ProductStatus) -> Way:
        _, words = self.desk.catalog, content(self.desk.catalog.language)
        stations = tuple(
            Station(
                status,
                words.word(status),
                _("{status}: {meaning}", status=words.word(status), meaning=words.hint(status)),
            )
            for status in ProductStatus
        )
        return Way(stations, now, _("stays inside"), _("may leave"))

    def _may_leave(self, status: ProductStatus) -> str:
        _ = self.desk.catalog
        if status in OUTSIDE:
            return _("The community summary tells of it to readers outside.")
        return _("Nothing of it leaves before it is approved.")

    def _save(self, name: str, value: Any) -> None:
        """One field, one step to undo; what is published gets today's date if it has none."""
        if self.row is None:
            return
        desk, _, row = self.desk, self.desk.catalog, self.row
        label = _("Change {field}: {who}", field=_(FIELDS[name]), who=row.title)
        try:
            values = {name: self._people.find(value) if name == "owner_id" else value}
            if value == ProductStatus.PUBLISHED and row.published_on is None:
                values["published_on"] = desk.today()
            with desk.store.write(label) as session:
                products.change(session, row.id, values)
        except UserError as problem:
            self.form.error(name, _.error(problem))
