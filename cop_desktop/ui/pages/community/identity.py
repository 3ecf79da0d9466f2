"""Who we are: the community's name, sentence and domain, each saved the moment it is written."""

from typing import Any

from cop_desktop.errors import UserError
from cop_desktop.i18n import N_
from cop_desktop.services import communities
from cop_desktop.services.communities import CommunityRow
from cop_desktop.ui.day_words import day_words
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.forms import Form
from cop_desktop.ui.widgets import Card

NAMES = {
    "name": N_("Name"),
    "sentence": N_("Who we are, in one sentence"),
    "domain": N_("Domain: what is in, and what is out"),
    "region": N_("Region"),
    "founded": N_("Founded on"),
}


class IdentityCard(Card):
    """Five fields, one write each."""

    def __init__(self, desk: Desk) -> None:
        _ = desk.catalog
        super().__init__(desk.look, _("Who we are"))
        self.desk = desk
        names = {field: _(name) for field, name in NAMES.items()}
        form = self.form = Form(desk.look, _, desk.today(), day_words(_, desk.layers))
        form.add_line("name", names["name"])
        form.add_text("sentence", names["sentence"], lines=2)
        form.add_text("domain", names["domain"], lines=2)
        form.add_line("region", names["region"])
        form.add_date("founded", names["founded"], beside=True)
        form.edited.connect(self._edited)
        self.add(form)

    def show_row(self, row: CommunityRow) -> None:
        values = {name: getattr(row, name) for name in NAMES}
        self.form.fill(values, item=row.id)

    def _edited(self, name: str, value: Any) -> None:
        desk, _ = self.desk, self.desk.catalog
        label = _("Change {field} of the community", field=_(NAMES[name]))
        try:
            with desk.store.write(label) as session:
                communities.change(session, desk.community_id, {name: value})
        except UserError as problem:
            self.form.error(name, _.error(problem))
