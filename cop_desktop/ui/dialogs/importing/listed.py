"""Lists of members, of meetings, of the work plan and of products, as an import calls them."""

from collections.abc import Callable, Mapping

from cop_desktop.frozen import frozen
from cop_desktop.i18n import N_, Catalog

Counted = Callable[[Catalog, int], str]


@frozen
class Listed:
    """A kind of list: where it is shown, its words, and the step that Undo names."""

    kind: str  # of other lists than members: a key of intake's FORMS
    place: str
    icon: str
    title: str  # message ids
    what: str
    unusable: str
    step: Counted
    nothing: str = N_("There is nothing to add or to update.")


def _members(_: Catalog, n: int) -> str:
    return _.plural("Import {n} member", "Import {n} members", n)


def _meetings(_: Catalog, n: int) -> str:
    return _.plural("Import {n} meeting", "Import {n} meetings", n)


def _rows_of_plan(_: Catalog, n: int) -> str:
    return _.plural("Import {n} row into the plan", "Import {n} rows into the plan", n)


def _products(_: Catalog, n: int) -> str:
    return _.plural("Import {n} product", "Import {n} products", n)


MEMBERS = Listed(
    "members", "members", "ph.file-arrow-down", N_("Import members"), N_("A list of members"),
    N_("Say first which column holds the names."), _members,
    N_("There is nobody to add or to update."),
)  # fmt: skip
LISTED: Mapping[str, Listed] = {
    one.kind: one
    for one in (
        Listed(
            "meetings", "meetings", "ph.calendar-plus", N_("Import meetings"),
            N_("A list of meetings"),
            N_("Say first which columns hold the topic and the date."), _meetings,
        ),
        Listed(
            "work-plan", "plan", "ph.path", N_("Import a work plan"),
            N_("A list of goals and activities"),
            N_("Say first which column holds the activities."), _rows_of_plan,
        ),
        Listed(
            "products", "products", "ph.package", N_("Import products"),
            N_("A list of products"),
            N_("Say first which column holds the titles."), _products,
        ),
    )
}  # fmt: skip
