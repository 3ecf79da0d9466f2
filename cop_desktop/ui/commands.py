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


COMMANDS = (
    Command("search", "magnifying-glass", N_("Search people, meetings and commands"), ("Ctrl+K",)),
    Command("undo", "arrow-counter-clockwise", N_("Undo"), ("Ctrl+Z",)),
    Command("redo", "arrow-clockwise", N_("Redo"), ("Ctrl+Shift+Z", "Ctrl+Y")),
    Command("help", "question", N_("Help and guide"), ("F1",)),
    Command("settings", "gear", N_("Settings"), ("Ctrl+,",)),
    Command("import-roster", "file-arrow-down", N_("Import members from a spreadsheet"), ("Ctrl+I",)),
    Command("new-file", "file-plus", N_("New file"), ("Ctrl+Shift+N",)),
    Command("open-file", "folder-open", N_("Open a file"), ("Ctrl+O",)),
    Command("new-community", "circles-three-plus", N_("New community in this file")),
    Command("remove-sample", "trash", N_("Remove the sample community")),
    Command("show-folder", "folder", N_("Show the folder of this file")),
    Command("show-backups", "clock-counter-clockwise", N_("Show the folder of backups")),
    Command("restore", "arrow-u-up-left", N_("Restore from a backup")),
    Command("larger-text", "magnifying-glass-plus", N_("Larger text"), ("Ctrl++", "Ctrl+=")),
    Command("smaller-text", "magnifying-glass-minus", N_("Smaller text"), ("Ctrl+-",)),
    Command("quit", "sign-out", N_("Quit"), ("Ctrl+Q",)),
)  # fmt: skip
