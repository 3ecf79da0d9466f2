"""The place of packages: a folder is taken in, and every file is answered for."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from cop_desktop.models.package_words import PackageState
from cop_desktop.services import cards, collating, overview
from cop_desktop.services.collating import Receipt
from cop_desktop.ui.desk import Desk, Page
from cop_desktop.ui.nothing_yet import nothing_yet
from cop_desktop.ui.offers import as_item
from cop_desktop.ui.page_commands import commands
from cop_desktop.ui.sided import lay_out_sides
from cop_desktop.ui.stack import Stack
from cop_desktop.ui.widgets import Button, PageHead, Tabs

from .lists import changes_list
from .receipts_view import ReceiptsView
from .taking import take_files, take_folder
from .waiting import Waiting

FOLDER = "packages.folder"  # in the memory of this machine
RECEIPTS, MISSING, CHANGES, NOTHING = range(4)


class PackagesPage(Page):
    """Taking a folder in again changes nothing, so one may always do it once more."""

    depends_on = frozenset({"received_package", "collated_card"})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.folder: Path | None = None
        if told := desk.settings.memory.get(FOLDER):
            self.folder = Path(told)
        self.receipts = ReceiptsView(desk)
        self.receipts.trusted.connect(self.trust)
        self.receipts.everything.connect(self.show_all)
        self.missing, self.changes = Waiting(desk), changes_list(desk)
        for view in (self.receipts, self.missing, self.changes):
            view.opened.connect(self._open)
        self._build()
        _ = desk.catalog
        self.commands = commands(
            self,
            {
                _("Who is missing"): lambda: self.tabs.choose(MISSING),
                _("Add a community that is expected to send"): self.wait_for,
            },
        )

    def refresh(self) -> None:
        """Who is missing, what changed, and what came: of the folder just taken in, or ever."""
        with self.desk.store.read() as session:
            missing = overview.missing(session, self.desk.today())
            changes = overview.changes(session)
            programmes = overview.choices(session).programmes
            came = collating.came(session)
            known = overview.counted(session).communities > 0
        if not self.receipts.just_now:
            self.receipts.show_receipts(came)
        self._turn(self.tabs.index)
        self.missing.show_rows(missing, programmes, known=known)
        self.changes.show_rows(changes)
        _ = self.desk.catalog
        said = _.plural("{n} community is missing", "{n} communities are missing", len(missing))
        self.head.subtitle.setText(said if missing else "")
        self.save.setVisible(bool(self.receipts.receipts))
        self.again.setVisible(self.folder is not None and self.folder.is_dir())

    def import_table(self, text: str = "") -> None:  # noqa: ARG002
        self.choose_folder()

    def choose_folder(self) -> None:
        """Ask where the packages lie."""
        title = self.desk.catalog("The folder with the packages")
        start = str(self.folder or Path.home())
        if told := QFileDialog.getExistingDirectory(self, title, start):
            self.take(Path(told))

    def take(self, folder: Path) -> None:
        """Take in what lies there, and tell what became of each file."""
        take_folder(self.desk, folder, self._taken)
        self.folder = folder
        self.desk.settings.memory[FOLDER] = str(folder)
        self.desk.settings.save()

    def take_again(self) -> None:
        """The folder of the last time; whatever is known by now changes nothing."""
        if self.folder is not None:
            self.take(self.folder)

    def show_all(self) -> None:
        """Everything that came so far, not only the files just taken in."""
        self.receipts.just_now = ""
        self.refresh()

    def wait_for(self) -> None:
        """The form for a community whose packages are waited for."""
        self.tabs.choose(MISSING)
        self.missing.open_form()

    def save_receipts(self) -> None:
        """Ask where to, and write a receipt for everybody whose package came whole."""
        title = self.desk.catalog("A folder for the receipts")
        if told := QFileDialog.getExistingDirectory(self, title, str(self.folder or Path.home())):
            self.save_receipts_to(Path(told))

    def save_receipts_to(self, folder: Path) -> None:
        from cop_desktop.export.receipts import write_receipts  # only when they are asked for

        _ = self.desk.catalog
        n = write_receipts(self.receipts.receipts, folder)
        self.desk.toast(_.plural("{n} receipt was saved.", "{n} receipts were saved.", n))

    def trust(self, receipt: Receipt) -> None:
        """The coordinator has called: the key is right, and the file is taken in once more."""
        desk = self.desk
        with desk.store.write(desk.catalog("Trust a key of {name}", name=receipt.name)) as session:
            collating.trust(session, receipt.community_id, receipt.key)
        if files := self._files_named(receipt.file):
            take_files(desk, files, self._taken_again)
        else:
            desk.toast(
                desk.catalog("The key is trusted from now on. Take the folder in once more.")
            )

    # -- inside ----------------------------------------------------------------------------

    def _files_named(self, name: str) -> list[Path]:
        """Where a file of the folder taken in lies; several folders in it may have the name."""
        from cop_desktop.intake.package_folder import files_in  # only when a key is trusted

        return [it for it in files_in(self.folder) if it.name == name] if self.folder else []

    def _taken(self, receipts: list[Receipt]) -> None:
        self.receipts.show_receipts(receipts, self.folder.name if self.folder else "")
        self.tabs.choose(RECEIPTS)
        self._settle()
        self.refresh()
        self.desk.toast(self._said(receipts))  # a write takes the one before it away

    def _taken_again(self, receipts: list[Receipt]) -> None:
        new = {it.digest or it.file: it for it in receipts}  # two files may have one name
        again = [new.get(it.digest or it.file, it) for it in self.receipts.receipts]
        self.receipts.show_receipts(again, self.receipts.just_now)
        self._settle()
        self.refresh()

    def _settle(self) -> None:
        """Those that were waited for under the name of one that has sent are that one."""
        desk = self.desk
        with desk.store.write(desk.catalog("Join communities of one name")) as session:
            cards.settle(session)

    def _said(self, receipts: list[Receipt]) -> str:
        _ = self.desk.catalog
        states = [it.state for it in receipts]
        taken, refused = states.count(PackageState.ACCEPTED), states.count(PackageState.REFUSED)
        said = _.plural("{n} package was taken in.", "{n} packages were taken in.", taken)
        if not refused:
            return said
        not_taken = _.plural("{n} file was refused.", "{n} files were refused.", refused)
        return f"{said} {not_taken}"

    def _open(self, key: str) -> None:
        self.desk.open_place("overview", as_item(key))

    def _build(self) -> None:
        look, _ = self.desk.look, self.desk.catalog
        choose = Button(look, _("Choose a folder"), "ph.folder-open", "primary")
        choose.clicked.connect(self.choose_folder)
        self.again = Button(look, _("Take in once more"), "ph.arrows-clockwise")
        self.again.clicked.connect(self.take_again)
        self.save = Button(look, _("Save receipts"), "ph.receipt")
        self.save.setToolTip(_("A small file for each sender, to be sent back"))
        self.save.clicked.connect(self.save_receipts)
        self.head = PageHead(look, _("Packages"), "", [choose, self.again, self.save])
        self.tabs = Tabs(look, [_("Receipts"), _("Who is missing"), _("What changed")])
        self.tabs.chosen.connect(self._turn)
        self.views = Stack()
        for view in (self.receipts, self.missing, self.changes, self._nothing()):
            self.views.addWidget(view)
        lay_out_sides(QVBoxLayout(self), look, self.head, self.tabs, self.views)
        self._turn(RECEIPTS)

    def _turn(self, side: int) -> None:
        bare = side == RECEIPTS and not self.receipts.receipts
        self.views.setCurrentIndex(NOTHING if bare else side)

    def _nothing(self) -> QWidget:
        return nothing_yet(self.desk, "packages", "ph.tray", "ph.folder-open", self.choose_folder)
