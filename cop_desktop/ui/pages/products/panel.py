"""One product: how far it has come, what that lets it do, its facts, its readers, its topics."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget
from sqlalchemy.orm import Session

from cop_desktop import formats
from cop_desktop.content import content
from cop_desktop.errors import UserError
from cop_desktop.models.vocabulary import ProductKind, ProductStatus
from cop_desktop.services import product_gates, products
from cop_desktop.services.products import OUTSIDE, ProductRow
from cop_desktop.ui.day_words import day_words
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.forms import Form
from cop_desktop.ui.people import People, offer
from cop_desktop.ui.widgets import (
    Hairline,
    IconButton,
    ScrollCard,
    Words,
)

from .detail import Detail
from .gate import Gate
from .readers import Readers
from .steps import ProductWay, Station, Way
from .template import TemplateButton
from .topics import Topics
from .words import FIELDS

Deed = Callable[[Session], None]


class ProductPanel(ScrollCard):
    """Everything in it is saved at once."""

    remove_asked = Signal(object)  # UUID

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.look)
        look, _ = desk.look, desk.catalog
        self.desk = desk
        self.row: ProductRow | None = None
        self.detail: Detail | None = None
        self._people = People({})
        self.heading = Words(look, "", "title", written=True)
        self.way = ProductWay(look, _("How far it has come"))
        self.leaves = Words(look, "", "muted")
        self.age = Words(look, "", "muted")
        self.trouble = Words(look, "", "brick")
        self.gate = Gate(desk)
        self.template = TemplateButton(desk)
        self.form = self._form()
        self.readers = Readers(desk)
        self.topics = Topics(desk)
        self._lay_out()
        self._connect()

    def show_product(self, detail: Detail, people: People) -> None:
        """Show a product; `people` are those who can be responsible for it, or read it."""
        if self.row is None or self.row.id != detail.row.id:
            self.page.verticalScrollBar().setValue(0)
        self.detail, self.row, self._people = detail, detail.row, people
        row = detail.row
        self.heading.setText(row.title)
        self.way.show_data(self._way(row.status))
        self.leaves.setText(self._where_it_stands(row))
        self.age.set_kind("amber" if detail.stuck else "muted")
        self.age.setText(self._age(row))
        self.age.setVisible(bool(self.age.words()))
        self._say("")
        self.gate.show_product(row, people)
        self.template.show_product(row)
        offer(self.form, "owner_id", people)
        self.form.fill(
            {
                "title": row.title, "kind": row.kind, "owner_id": row.owner,
                "summary": row.summary, "audience": row.audience, "where": row.where,
                "published_on": row.published_on, "recipients": row.recipients,
            },
            item=row.id,
        )  # fmt: skip
        self.readers.show_product(detail, people)
        self.topics.show_product(detail)

    # -- building ------------------------------------------------------------------------

    def _lay_out(self) -> None:
        look, _ = self.desk.look, self.desk.catalog
        remove = IconButton(look, "ph.trash", _("Delete the product"))
        remove.clicked.connect(self._ask_removal)
        head = QHBoxLayout()
        head.addWidget(self.heading, 1)
        head.addWidget(remove, 0, Qt.AlignmentFlag.AlignTop)
        self.page.body.addLayout(head)
        above: tuple[QWidget, ...] = (self.way, self.leaves, self.age, self.trouble, self.gate)
        for part in above:
            self.page.add(part)
        self.page.body.addWidget(self.template, 0, Qt.AlignmentFlag.AlignLeft)
        for part in (self.form, self.readers, self.topics):
            self.page.add(Hairline())
            self.page.add(part)
        self.page.body.addStretch(1)

    def _connect(self) -> None:
        self.way.part_chosen.connect(self._move)
        self.form.edited.connect(partial(self._save, self.form))
        self.gate.edited.connect(partial(self._save, self.gate.form))
        self.gate.cleared.connect(self._clear)

    def _form(self) -> Form:
        desk, _ = self.desk, self.desk.catalog
        words = content(_.language)
        form = Form(desk.look, _, desk.today(), day_words(_, desk.layers))
        form.add_line("title", _(FIELDS["title"]))
        kinds = [(kind, words.word(kind)) for kind in ProductKind]
        form.add_choice("kind", _(FIELDS["kind"]), kinds)
        form.add_line("owner_id", _(FIELDS["owner_id"]), beside=True)
        form.add_text("summary", _(FIELDS["summary"]), lines=3)
        form.add_line("audience", _(FIELDS["audience"]))
        form.add_line("where", _(FIELDS["where"]), note=_("A link, a folder, a shelf"))
        form.add_date("published_on", _(FIELDS["published_on"]))
        form.add_number("recipients", _(FIELDS["recipients"]), beside=True)
        return form

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

    # -- telling -------------------------------------------------------------------------

    def _where_it_stands(self, row: ProductRow) -> str:
        _, hint = self.desk.catalog, content(self.desk.catalog.language).hint(row.status)
        return " ".join(part for part in (hint, self._may_leave(row)) if part)

    def _age(self, row: ProductRow) -> str:
        _ = self.desk.catalog
        if row.moved_on is None or row.status == ProductStatus.PUBLISHED:
            return ""
        days = (self.desk.today() - row.moved_on).days
        if days < 1:
            return ""
        since = formats.date_medium(row.moved_on, _.language)
        return _.plural("There for {n} day, since {since}.", "There for {n} days, since {since}.",
                        days, since=since)  # fmt: skip

    def _may_leave(self, row: ProductRow) -> str:
        _ = self.desk.catalog
        if row.status not in OUTSIDE:
            return _("Nothing of it leaves before it is approved.")
        if row.may_leave:
            return _("The community summary tells of it to readers outside.")
        return _("Readers outside hear of it once it is cleared for them.")

    def _say(self, words: str) -> None:
        self.trouble.setText(words)
        self.trouble.setVisible(bool(words))

    # -- doing ---------------------------------------------------------------------------

    def _ask_removal(self) -> None:
        if self.row:
            self.remove_asked.emit(self.row.id)

    def _write(self, label: str, deed: Deed) -> bool:
        """One step to undo; what is missing is said under the way."""
        try:
            with self.desk.store.write(label) as session:
                deed(session)
        except UserError as problem:
            self._say(self.desk.catalog.error(problem))
            return False
        return True

    def _save(self, form: Form, name: str, value: Any) -> None:
        """One field, one step to undo."""
        if self.row is None:
            return
        desk, _, row = self.desk, self.desk.catalog, self.row
        label = _("Change {field}: {who}", field=_(FIELDS[name]), who=row.title)
        try:
            if name in ("owner_id", "approved_by_id"):
                value = self._people.find(value)
            with desk.store.write(label) as session:
                products.change(session, row.id, {name: value}, desk.today())
        except UserError as problem:
            form.error(name, _.error(problem))

    def _move(self, status: ProductStatus) -> None:
        if row := self.row:
            _, today = self.desk.catalog, self.desk.today()
            label = _("Change {field}: {who}", field=_(FIELDS["status"]), who=row.title)
            self._write(label, lambda session: product_gates.move(session, row.id, status, today))

    def _clear(self, cleared: bool) -> None:
        if row := self.row:
            _ = self.desk.catalog
            label = _("Clear for outside: {title}", title=row.title)
            if not cleared:
                label = _("Keep inside: {title}", title=row.title)
            self._write(label, lambda it: product_gates.clear_outside(it, row.id, cleared))
