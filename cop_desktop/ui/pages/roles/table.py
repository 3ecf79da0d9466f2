"""The same facts as a table: for the keyboard, for a screen reader, to copy into Excel."""

from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

from cop_desktop import formats
from cop_desktop.content import content
from cop_desktop.services.roles import Holding
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.tables import Column, Lead, PagedTable, RowList
from cop_desktop.ui.theme import ROLE_ICONS


class TermTable(RowList):
    """Every term, the present ones first."""

    def __init__(self, desk: Desk) -> None:
        self._terms: dict[UUID, Holding] = {}
        self._today = desk.today()
        table: PagedTable[Holding] = PagedTable(_columns(desk), self._fetch)
        super().__init__(desk.look, table, desk.catalog("Who held what, and when"))

    def show_terms(self, terms: Sequence[Holding]) -> None:
        order = {role: place for place, role in enumerate(ROLE_ICONS)}
        rows = sorted(terms, key=lambda it: (not it.runs(self._today), order[it.role], it.since))
        self._terms = {term.id: term for term in rows}
        self.show_rows(list(self._terms))

    def _fetch(self, ids: Sequence[Any]) -> Iterable[Holding]:
        return [self._terms[key] for key in ids if key in self._terms]


def _columns(desk: Desk) -> list[Column[Holding]]:
    _, colours = desk.catalog, desk.look.theme.roles
    texts, language = content(_.language), _.language
    return [
        Column(
            _("Role"), lambda term: texts.word(term.role), width=140,
            mark=lambda term: Lead(ROLE_ICONS[term.role], colours[term.role]),
        ),
        Column(_("Member"), lambda term: term.name, width=120, strong=True),
        Column(_("Since"), lambda term: formats.date_short(term.since, language), width=100),
        Column(
            _("Until"),
            lambda term: formats.date_short(term.until, language) if term.until else "",
            width=100,
        ),
    ]  # fmt: skip
