"""The places of the window, as data: what the rail shows and which page stands there.

A leader has places round one community, a coordinator others over many (ADR 16).
"""

from importlib import import_module

from cop_desktop.frozen import frozen
from cop_desktop.i18n import N_

from .desk import Desk, Page


@frozen
class Place:
    """A row of the rail. Its page is imported when first visited: starting stays quick."""

    key: str
    icon: str  # a Phosphor name: `ph.users`
    title: str  # message id
    page: str  # "module:class"
    group: int = 0  # a gap stands between groups

    def build(self, desk: Desk) -> Page:
        module, name = self.page.split(":")
        page: Page = getattr(import_module(module), name)(desk)
        return page


PAGES = "cop_desktop.ui.pages"
PLACES: tuple[Place, ...] = (
    Place("home", "ph.house", N_("Home"), f"{PAGES}.home:HomePage"),
    Place(
        "community",
        "ph.circles-three",
        N_("The community"),
        f"{PAGES}.community:CommunityPage",
        1,
    ),
    Place("charter", "ph.handshake", N_("Charter"), f"{PAGES}.charter:CharterPage", 1),
    Place("members", "ph.users", N_("Members"), f"{PAGES}.members:MembersPage", 1),
    Place("roles", "ph.compass", N_("Roles"), f"{PAGES}.roles:RolesPage", 1),
    Place("meetings", "ph.calendar-check", N_("Meetings"), f"{PAGES}.meetings:MeetingsPage", 2),
    Place("needs", "ph.chats-circle", N_("Needs and topics"), f"{PAGES}.needs:NeedsPage", 2),
    Place("plan", "ph.path", N_("Work plan"), f"{PAGES}.plan:PlanPage", 2),
    Place("products", "ph.package", N_("Products"), f"{PAGES}.products:ProductsPage", 2),
    Place("routines", "ph.repeat", N_("Routines"), f"{PAGES}.routines:RoutinesPage", 2),
    Place("signs", "ph.lamp", N_("Warning signs"), f"{PAGES}.signs:SignsPage", 3),
    Place("documents", "ph.folder-open", N_("Documents"), f"{PAGES}.documents:DocumentsPage", 3),
)
OVER_MANY: tuple[Place, ...] = (
    Place("overview", "ph.squares-four", N_("Overview"), f"{PAGES}.overview:OverviewPage"),
    Place("packages", "ph.tray", N_("Packages"), f"{PAGES}.packages:PackagesPage"),
    Place(
        "stages", "ph.chart-bar-horizontal", N_("Stages over time"), f"{PAGES}.time_map:TimeMapPage"
    ),
)
