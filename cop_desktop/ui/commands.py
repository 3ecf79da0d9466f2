"""What the window can do wherever one is, as data: words and keys for rail, menus and Ctrl+K."""

from enum import Enum

from cop_desktop.frozen import frozen
from cop_desktop.i18n import N_


class Whose(Enum):
    """Whom a command serves: a leader with one community, a coordinator with many, or both."""

    LEADERS = "leaders"
    COORDINATORS = "coordinators"
    BOTH = "both"


@frozen
class Command:
    """A deed of the window, known by its key; `shortcuts` in Qt's portable spelling."""

    key: str
    icon: str
    title: str  # message id
    shortcuts: tuple[str, ...] = ()
    always: bool = False  # also without an open file
    dialog: str = ""  # "module:class", imported when first asked for; called with (desk, window)
    list_of: str = ""  # a place whose page asks for a list to bring in
    whose: Whose = Whose.LEADERS


SEARCH = N_("Search people, meetings and commands")
IMPORT = N_("Import members from a spreadsheet")
IMPORT_DIALOG = "cop_desktop.ui.dialogs.import_roster:ImportRoster"
SERIES = "cop_desktop.ui.pages.meetings.series.opening:Series"
TOGETHER = "cop_desktop.ui.dialogs.together"
HAND = N_("Hand a copy to a co-leader")
BRING = N_("Bring together with another copy")
DECIDE = N_("Settle contradictions")
LAST = N_("What the last copy brought")
TWICE = "cop_desktop.ui.dialogs.duplicates:DuplicatesDialog"
PAPER = "cop_desktop.ui.dialogs.paper"
PACK = "cop_desktop.ui.dialogs.packing:pack_of_the_meeting"
PRINT = "ph.printer"
LIST = "ph.file-arrow-down"
COMMANDS = (
    Command("search", "ph.magnifying-glass", SEARCH, ("Ctrl+K",), whose=Whose.BOTH),
    Command("undo", "ph.arrow-u-up-left", N_("Undo"), ("Ctrl+Z",), True),
    Command("redo", "ph.arrow-u-up-right", N_("Redo"), ("Ctrl+Shift+Z", "Ctrl+Y"), True),
    Command("help", "ph.question", N_("Help and guide"), ("F1",), whose=Whose.BOTH),
    Command("settings", "ph.gear", N_("Settings"), ("Ctrl+,",), True),
    Command("import-roster", "ph.file-arrow-down", IMPORT, ("Ctrl+I",), False, IMPORT_DIALOG),
    Command("hand-copy", "ph.share-network", HAND, dialog=f"{TOGETHER}:HandCopy"),
    Command("bring-together", "ph.git-merge", BRING, dialog=f"{TOGETHER}:BringTogether"),
    Command("contradictions", "ph.scales", DECIDE, dialog=f"{TOGETHER}:Contradictions"),
    Command("last-report", "ph.clipboard-text", LAST, dialog=f"{TOGETHER}:LastReport"),
    Command("twice", "ph.users", N_("Who may be here twice"), dialog=TWICE),
    Command("series", "ph.repeat", N_("Plan a series of meetings"), dialog=SERIES),
    Command("import-meetings", LIST, N_("Meetings from a list"), list_of="meetings"),
    Command("import-plan", LIST, N_("Work plan from a list"), list_of="plan"),
    Command("import-products", LIST, N_("Products from a list"), list_of="products"),
    Command(
        "handout", PRINT, N_("Print the coming handout"), ("Ctrl+P",), False, f"{PAPER}:handout"
    ),
    Command("pack", PRINT, N_("Print the pack of the meeting"), ("Ctrl+Shift+P",), dialog=PACK),
    Command("sign-in", PRINT, N_("Print the coming sign-in sheet"), dialog=f"{PAPER}:sign_in"),
    Command("role-cards", PRINT, N_("Print role cards"), dialog=f"{PAPER}:role_cards"),
    Command("work-plan", PRINT, N_("Print the work plan"), dialog=f"{PAPER}:work_plan"),
    Command("summary", PRINT, N_("Print the community summary"), dialog=f"{PAPER}:summary"),
    Command("live", "ph.timer", N_("Live screen of the meeting")),
    Command("register", "ph.check-square", N_("Decisions and tasks of all meetings")),
    Command("collate", LIST, N_("Take packages in from a folder"), ("Ctrl+I",), list_of="packages",
            whose=Whose.COORDINATORS),
    Command("communities", "ph.users-four", N_("Communities and files"), ("Ctrl+Shift+O",),
            whose=Whose.BOTH),
    Command("new-file", "ph.file-plus", N_("New file"), ("Ctrl+Shift+N",), True),
    Command("open-file", "ph.folder-open", N_("Open a file"), ("Ctrl+O",), True),
    Command("new-overview", "ph.squares-four", N_("New overview of communities"), (), True),
    Command("open-server", "ph.database", N_("Open a shared database"), (), True),
    Command("new-community", "ph.circles-three-plus", N_("New community in this file")),
    Command("remove-sample", "ph.trash", N_("Remove the sample community")),
    Command("remove-community", "ph.trash", N_("Delete this community")),
    Command("show-folder", "ph.folder", N_("Show the folder of this file"), whose=Whose.BOTH),
    Command("show-backups", "ph.folder-simple", N_("Show the folder of backups"), (), True),
    Command("restore", "ph.clock-counter-clockwise", N_("Restore from a backup"), (), True),
    Command("larger-text", "ph.text-aa", N_("Larger text"), ("Ctrl++", "Ctrl+="), True),
    Command("smaller-text", "ph.text-aa", N_("Smaller text"), ("Ctrl+-",), True),
    Command("quit", "ph.sign-out", N_("Quit"), ("Ctrl+Q",), True),
)  # fmt: skip
