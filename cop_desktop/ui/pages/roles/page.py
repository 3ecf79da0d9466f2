"""The page: the wheel, the lanes and the lines; a role's panel opens beside them."""

from uuid import UUID

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from cop_desktop.content import content
from cop_desktop.models.vocabulary import Role
from cop_desktop.services.rotation import Opening
from cop_desktop.ui.beside import Beside, Columns
from cop_desktop.ui.desk import Desk, Page
from cop_desktop.ui.page_commands import commands
from cop_desktop.ui.pictures import RoleLanes, RoleWheel
from cop_desktop.ui.widgets import Button, Card, EmptyState, Hairline, PageHead, ScrollPage

from . import pictures
from .formal import Formal
from .outside import Stakeholders
from .panel import RolePanel
from .reading import Seats, read
from .spreading import Spreading
from .table import TermTable
from .waiting import Waiting

ROOM_FOR_TWO = 880  # px at 100 %


class RolesPage(Page):
    """Choosing a seat, a lane or a row opens the role beside."""

    depends_on = frozenset(
        {"role_holding", "function_holding", "member", "attendance", "meeting", "agenda_item",
         "action", "conclusion", "decision", "feedback", "feedback_rating", "meeting_note", "need",
         "organisation", "product", "stage_record", "stakeholder", "topic", "topic_need",
         "value_story"}
    )  # fmt: skip

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.item: UUID | None = None  # the term whose fields are open
        self._seats: Seats | None = None
        self._build()
        _ = desk.catalog
        deeds = {
            _("Assign to a role"): self.assign,
            _("Print role cards"): self.print_cards,
            _("Stakeholders"): self.list_stakeholders,
        }
        self.commands = commands(self, deeds)

    def refresh(self) -> None:
        self._seats = seats = read(self.desk)
        _, today = self.desk.catalog, self.desk.today()
        self.wheel.show_data(pictures.wheel(seats, _))
        self.lanes.show_data(pictures.lanes(seats, today, _))
        self.spreading.show_seats(seats)
        self.table.show_terms(seats.terms)
        self.waiting.show_seats(seats)
        self.formal.show_functions(seats.functions)
        self._show_figures(seats)
        if not self.outside.isHidden():
            self.outside.show_all()
        if self.panel.role is not None:
            self.panel.show_role(self.panel.role, seats, self.item)
            self.item = self.panel.term
        self._teach()

    def show_item(self, item: UUID) -> None:
        """Open the role of a term, or of a member's first term."""
        seats = self._read()
        found = [term for term in seats.terms if item in (term.id, term.member_id)]
        if found:
            term = max(found, key=lambda it: it.runs(self.desk.today()))
            self.open_role(term.role, term.id if term.id == item else None)

    def open_role(self, role: Role, term: UUID | None = None) -> None:
        """Show a role in the panel beside."""
        self.item = term
        self._go(outside=False)
        self.panel.show_role(role, self._read(), term)
        self.beside.open()
        self._teach()

    def list_stakeholders(self) -> None:
        """All of them, the first one open."""
        self.open_stakeholders(None)

    def open_stakeholders(self, key: UUID | None) -> None:
        """Whom brokers keep ties with, one of them open; the roles wait behind."""
        self.outside.show_all()
        self._go(outside=True)
        self.outside.choose(key)

    def assign(self) -> None:
        """Open a role, an empty one if none is open, ready for a name."""
        role = self.panel.role if self.beside.is_open else None
        self.open_role(role or self._read().first_empty)
        self.panel.assign.ask()

    def print_cards(self) -> None:
        from cop_desktop.ui.dialogs.paper import PaperDialog  # previewing loads the PDF writer

        PaperDialog(self.desk, "role-cards", None, self.window()).open()

    # -- building ------------------------------------------------------------------------

    def _build(self) -> None:
        desk, look, _ = self.desk, self.desk.look, self.desk.catalog
        self.print_button = Button(look, _("Print role cards"), "ph.printer")
        self.print_button.clicked.connect(self.print_cards)
        self.assign_button = Button(look, _("Assign to a role"), "ph.user-plus", "primary")
        self.assign_button.clicked.connect(self.assign)
        self.ties = Button(look, _("Stakeholders"), "ph.handshake")
        self.ties.clicked.connect(self.list_stakeholders)
        told = _("Seven roles of leadership: shared, and changing hands")
        deeds = [self.ties, self.print_button, self.assign_button]
        head = PageHead(look, _("Roles"), told, deeds)
        self.panel = RolePanel(desk)
        self.panel.role_chosen.connect(self.open_role)
        self.panel.stakeholders_asked.connect(self.open_stakeholders)
        self.main = QStackedWidget()
        self.main.addWidget(self._pictures())
        self.main.addWidget(self._lesson())
        self.beside = Beside(look, self.main, self.panel)
        self.panel.closed.connect(self.beside.close_panel)
        self.beside.closed.connect(self._closed)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addWidget(head)
        self.outside = Stakeholders(desk)
        self.outside.left.connect(self._back)
        self.outside.hide()
        page.addWidget(self.beside, 1)
        page.addWidget(self.outside, 1)

    def _pictures(self) -> QWidget:
        look = self.desk.look
        second = QWidget()
        column = QVBoxLayout(second)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(16))
        column.addWidget(self._history(), 1)
        self.spreading = Spreading(self.desk)
        column.addWidget(self.spreading, 1)
        self.view = page = ScrollPage(look)
        page.add(Columns(look, self._circle(), second, least=ROOM_FOR_TWO), 1)
        return page

    def _circle(self) -> Card:
        look, _ = self.desk.look, self.desk.catalog
        card = Card(look, _("Who sits where"), caption=" ")
        self.holders = card.caption
        self.wheel = RoleWheel(look, _("Who sits where"), labels=True)
        self.wheel.part_chosen.connect(self.open_role)
        self.formal = Formal(self.desk)
        self.waiting = Waiting(self.desk)
        self.waiting.asked.connect(self._ask)
        card.add(self.wheel, 1)
        card.add(self.formal)
        card.add(Hairline())
        card.add(self.waiting)
        return card

    def _history(self) -> Card:
        look, _ = self.desk.look, self.desk.catalog
        self.turning = Button(look, _("As a table"), kind="quiet")
        self.turning.clicked.connect(self._turn)
        card = Card(look, _("Who held what, and when"), self.turning)
        self.lanes = RoleLanes(look, _("Who held what, and when"))
        self.lanes.part_chosen.connect(self._lane_chosen)
        self.table = TermTable(self.desk)
        self.table.opened.connect(self.show_item)
        self.table.clicked.connect(lambda _: self.show_item(self.table.chosen_id()))
        self.ways = QStackedWidget()
        self.ways.addWidget(self.lanes)
        self.ways.addWidget(self.table)
        card.add(self.ways, 1)
        return card

    def _lesson(self) -> QWidget:
        look, _ = self.desk.look, self.desk.catalog
        text = content(_.language).empty("roles")
        self.first_step = Button(look, text.first_step, "ph.user-plus", "primary")
        self.first_step.clicked.connect(self._begin)
        card = Card(look)
        card.add(EmptyState(look, "ph.compass", text.title, text.why, self.first_step), 1)
        return card

    # -- showing and choosing ------------------------------------------------------------

    def _read(self) -> Seats:
        if self._seats is None:
            self._seats = read(self.desk)
        return self._seats

    def _show_figures(self, seats: Seats) -> None:
        _, now = self.desk.catalog, seats.now
        people = {term.member_id for seat in now.seats for term in seat.holders}
        self.holders.setText(_.plural("{n} holder", "{n} holders", len(people)))

    def _teach(self) -> None:
        """Where nobody ever held a role, the page says what it is for."""
        seats = self._read()
        nobody = not seats.terms and not self.beside.is_open
        self.main.setCurrentIndex(int(nobody))
        self.assign_button.setVisible(not nobody)

    def _begin(self) -> None:
        if self._read().people.ids:
            self.assign()
        else:
            self.desk.open_place("members")

    def _ask(self, opening: Opening) -> None:
        self.open_role(opening.role)
        term = opening.term
        proposal = self._read().proposal(opening.role, term) if term else None
        self.panel.assign.offer_seat(term.id if term else None, proposal.name if proposal else "")

    def _go(self, *, outside: bool) -> None:
        self.beside.setVisible(not outside)
        self.outside.setVisible(outside)
        self.ties.setVisible(not outside)

    def _back(self) -> None:
        """To where they were asked for: the panel of the brokers, or the head of the page."""
        self._go(outside=False)
        (self.panel.outside if self.panel.outside.isVisible() else self.ties).setFocus()

    def _lane_chosen(self, key: object) -> None:
        if isinstance(key, UUID):
            self.show_item(key)
        elif isinstance(key, Role):
            self.open_role(key)
        # the columns may have gone under one another
        QTimer.singleShot(0, self, lambda: self.view.ensureWidgetVisible(self.ways))

    def _turn(self) -> None:
        """From the picture to the table and back."""
        _, table = self.desk.catalog, self.ways.currentIndex() == 0
        self.ways.setCurrentIndex(int(table))
        self.turning.set_words(_("As a picture") if table else _("As a table"))
        (self.table if table else self.lanes).setFocus()

    def _closed(self) -> None:
        self.panel.role, self.item = None, None
        self._teach()
        self.wheel.setFocus()
