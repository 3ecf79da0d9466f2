"""Communities come into a file and go from it, each in one step that Undo takes back."""

from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from cop_desktop.i18n import Catalog
from cop_desktop.services import communities
from cop_desktop.store import AnyStore

if TYPE_CHECKING:
    from cop_desktop.ui.first_run import Beginning


def found(store: AnyStore, answers: "Beginning", today: date, _: Catalog) -> UUID:
    """Make what was asked for on the first evening; answers the community to show."""
    from cop_desktop.services import sample  # reads its texts: only on the first evening

    with store.write(_("Begin {name}", name=answers.name.strip())) as session:
        own = communities.found(
            session, answers.name, answers.work_year, answers.domain, _.language
        )
        return sample.create(session, today) if answers.start == "sample" else own


def remove(store: AnyStore, community_id: UUID, today: date, _: Catalog) -> str:
    """Delete a community with all that is in it; answers the sentence that says so."""
    with store.read() as session:
        name = communities.one(session, community_id, today).name
    with store.write(_("Delete the community {name}", name=name)) as session:
        communities.remove(session, community_id)
    return _("The community {name} was deleted.", name=name)


def remove_sample(store: AnyStore, _: Catalog) -> str:
    """Remove the sample; answers the sentence that says so."""
    from cop_desktop.services import sample  # as above

    with store.write(_("Remove the sample community")) as session:
        sample.remove(session)
    return _("The sample community was removed.")
