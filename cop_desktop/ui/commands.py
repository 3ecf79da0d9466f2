"""What the window can do wherever one is, as data: words and keys for rail, menus and Ctrl+K."""

from dataclasses import dataclass

from cop_desktop.i18n import N_


@dataclass(frozen=True, slots=True)
class Command:
    """A deed of the window, known by its key; `shortcuts` in Qt's portable spelling."""

    key: str
    icon: str
    title: str  # message id
    shortcuts: tuple[str, ...] = ()
    always: bool = False  # also without an open community
    dialog: str = ""  # "module:class", imported when first asked for; called with (desk, window)


COMMANDS = (
    Command("search", "ph.magnifying-glass", N_("Search people, meetings and commands"), ("Ctrl+K",)),
    Command("undo", "ph.arrow-counter-clockwise", N_("Undo"), ("Ctrl+Z",), always=True),
    Command("redo", "ph.arrow-clockwise", N_("Redo"), ("Ctrl+Shift+Z", "Ctrl+Y"), always=True),
    Command("help", "ph.question", N_("Help and guide"), ("F1",)),
    Command("settings", "ph.gear", N_("Settings"), ("Ctrl+,",), always=True),
    Command("import-roster", "ph.file-arrow-down", N_("Import members from a spreadsheet"), ("Ctrl+I",)),
    Command("new-file", "ph.file-plus", N_("New file"), ("Ctrl+Shift+N",), always=True),
    Command("open-file", "ph.folder-open", N_("Open a file"), ("Ctrl+O",), always=True),
    Command("new-community", "ph.circles-three-plus", N_("New community in this file")),
    Command("remove-sample", "ph.trash", N_("Remove the sample community")),
    Command("show-folder", "ph.folder", N_("Show the folder of this file")),
    Command("show-backups", "ph.clock-counter-clockwise", N_("Show the folder of backups"), always=True),
    Command("restore", "ph.arrow-u-up-left", N_("Restore from a backup"), always=True),
    Command("larger-text", "ph.magnifying-glass-plus", N_("Larger text"), ("Ctrl++", "Ctrl+="), always=True),
    Command("smaller-text", "ph.magnifying-glass-minus", N_("Smaller text"), ("Ctrl+-",), always=True),
    Command("quit", "ph.sign-out", N_("Quit"), ("Ctrl+Q",), always=True),
)  # fmt: skip
