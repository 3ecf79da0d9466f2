"""A copy for a co-leader, at a place one chooses."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from cop_desktop.errors import UserError
from cop_desktop.i18n import N_
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.saving import ask_where, remember_folder

from . import work

THE_SAME = N_("This is the file that is open. Choose another name for the copy.")
THERE = N_("There already is a file named {name}. Choose another name.")


class HandCopy:
    """Asks where, and writes there."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        self.desk, self._parent = desk, parent

    def open(self) -> None:
        _ = self.desk.catalog
        title = _("{file} copy", file=self.desk.file.path.stem)
        if path := ask_where(self._parent, self.desk, title, ".cop"):
            self.write_to(path)

    def write_to(self, path: Path) -> None:
        """Write the copy; a name that is taken is refused before anything happens."""
        if path.exists():
            same = path.samefile(self.desk.file.path)
            raise UserError(THE_SAME if same else THERE, name=path.name)
        remember_folder(self.desk, path)
        work.start_sharing(self.desk, path, self._say)

    def _say(self, path: Path) -> None:
        _ = self.desk.catalog
        self.desk.toast(
            _("{file} is ready to hand over. Later, bring it together with this one again.",
              file=path.name)
        )  # fmt: skip
