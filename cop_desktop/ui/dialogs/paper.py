"""A paper of one subject in a dialog: from a meeting, from the roles, from home."""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from cop_desktop.export.papers import PAPERS, Subject
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.paper_view import PaperView


class PaperDialog(QDialog):
    """Preview, print, save; closes with Escape."""

    def __init__(
        self, desk: Desk, key: str, meeting_id: UUID | None = None, parent: QWidget | None = None,
        variant: str = "",
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.setWindowTitle(desk.catalog(PAPERS[key].title))
        self.setLayoutDirection(desk.look.direction)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(desk.look.px(900), desk.look.px(820))
        self.view = PaperView(desk)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(desk.look.px(20),) * 4)
        layout.addWidget(self.view)
        subject = Subject(desk.community_id, desk.today(), meeting_id, variant=variant)
        self.view.show_paper(key, subject)
        self.view.preview.setFocus()  # arrows and Page Down turn the pages at once

    def done(self, result: int) -> None:
        """Closed while the paper is still being made: nobody waits for it."""
        self.view.stop()
        super().done(result)


def _of(key: str) -> Callable[[Desk, QWidget], PaperDialog]:
    """The dialog of a paper, as a command of the window opens it."""
    return lambda desk, window: PaperDialog(desk, key, parent=window)


handout, sign_in = _of("handout"), _of("sign-in")
run_sheet, digest, minutes = _of("run-sheet"), _of("digest"), _of("minutes")
role_cards, work_plan, summary = _of("role-cards"), _of("work-plan"), _of("summary")
