"""The three formal functions: who holds each, and since when."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from PySide6.QtCore import QEvent, QObject

from cop_desktop.content import content
from cop_desktop.errors import UserError
from cop_desktop.models.vocabulary import Function
from cop_desktop.services import functions
from cop_desktop.services.functions import FunctionRow
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.forms import Form
from cop_desktop.ui.people import People, offer, people
from cop_desktop.ui.widgets import Card

SINCE = "-since"  # ends the name of a function's date field


class FunctionsCard(Card):
    """A member and a day for each function; an emptied name leaves the function free."""

    def __init__(self, desk: Desk) -> None:
        _ = desk.catalog
        super().__init__(desk.look, _("Formal functions"))
        self.desk = desk
        self._held: Mapping[Function, FunctionRow] = {}
        self._people: People | None = None  # a long list: read when somebody comes to choose
        form = self.form = Form(desk.look, _, desk.today())
        for function in Function:
            form.add_line(function.value, content(_.language).word(function))
            form.add_date(function.value + SINCE, _("Since"), beside=True)
            offer(form, function.value, People({}))
            form.editor(function.value).installEventFilter(self)
        form.edited.connect(self._edited)
        self.add(form)

    def show_functions(self, held: Mapping[Function, FunctionRow]) -> None:
        self._held, self._people = held, None
        values: dict[str, Any] = {}
        for function in Function:
            row = held.get(function)
            values[function.value] = row.name if row else ""
            values[function.value + SINCE] = row.since if row else None
            self.form.field(function.value + SINCE).setEnabled(row is not None)
        self.form.fill(values, item=self.desk.community_id)

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() == QEvent.Type.FocusIn:
            self._who()
        return super().eventFilter(editor, event)

    def _who(self) -> People:
        """Everybody who may be chosen; offered in all three fields."""
        if self._people is None:
            with self.desk.store.read() as session:
                known = people(session, self.desk.community_id, self.desk.today())
            self._people = known
            for function in Function:
                offer(self.form, function.value, known)
        return self._people

    def _edited(self, name: str, value: Any) -> None:
        function = Function(name.removesuffix(SINCE))
        try:
            if name.endswith(SINCE):
                self._begin(function, value)
            else:
                self._appoint(function, value)
        except UserError as problem:
            self.form.error(name, self.desk.catalog.error(problem))

    def _appoint(self, function: Function, name: str) -> None:
        desk, _ = self.desk, self.desk.catalog
        member = self._who().find(name)
        held = self._held.get(function)
        label = _("Change {field} of the community", field=content(_.language).word(function))
        with desk.store.write(label) as session:
            if member:
                functions.appoint(session, member, function, desk.today())
            elif held:
                functions.end(session, held.id, desk.today())

    def _begin(self, function: Function, since: date | None) -> None:
        desk, _ = self.desk, self.desk.catalog
        held = self._held.get(function)
        if held is None or since is None:
            return
        label = _("Change {field} of the community", field=content(_.language).word(function))
        with desk.store.write(label) as session:
            functions.begin_on(session, held.id, since, desk.today())
