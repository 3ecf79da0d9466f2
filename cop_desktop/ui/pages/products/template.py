"""Starting a product from a template: its skeleton, for Word or as PDF."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu

from cop_desktop.content import shapes
from cop_desktop.services.products import ProductRow
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.saving import ask_where, save_in_worker
from cop_desktop.ui.widgets import Button

if TYPE_CHECKING:  # papers are loaded when one is written
    from cop_desktop.export.document import Document


class TemplateButton(Button):
    """Seen for kinds that have a template."""

    def __init__(self, desk: Desk) -> None:
        _ = desk.catalog
        super().__init__(desk.look, _("Start from a template"), "ph.note-pencil", "secondary")
        self.desk = desk
        self.row: ProductRow | None = None
        self.ways = QMenu(self)
        self.ways.addAction(_("For Word"), lambda: self.save(".docx"))
        self.ways.addAction(_("As PDF"), lambda: self.save(".pdf"))
        self.clicked.connect(self._offer)

    def show_product(self, row: ProductRow) -> None:
        self.row = row
        self.setVisible(row.kind in shapes.outlines())

    def save(self, suffix: str) -> None:
        """Ask where to, write, and say so."""
        if self.row:
            path = ask_where(self, self.desk, self.row.title, suffix)
            if path:
                self.save_to(path)

    def save_to(self, path: Path) -> None:
        """Write the skeleton in the format of the suffix."""
        from cop_desktop.export import papers

        desk, document = self.desk, self._document()
        save_in_worker(desk, path, lambda _progress: papers.write(document, path, desk.catalog))

    def _document(self) -> "Document":
        from cop_desktop.export.reports import product_outline

        desk = self.desk
        assert self.row is not None
        with desk.store.read() as session:
            facts = product_outline.gather(session, desk.community_id, self.row.id, desk.today())
        return product_outline.outline(facts, desk.catalog)

    def _offer(self) -> None:
        self.ways.popup(self.mapToGlobal(self.rect().bottomLeft()))
