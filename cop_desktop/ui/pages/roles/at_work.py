"""What the community's data tells a role today, with everything behind each sentence."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cop_desktop.export.reports import prompt_words
from cop_desktop.i18n import Catalog
from cop_desktop.models.vocabulary import Role
from cop_desktop.services.role_prompts import Item, Prompt
from cop_desktop.ui.emptying import empty
from cop_desktop.ui.theme import Look
from cop_desktop.ui.widgets import Button, Label, ListRow, Words

AT_ONCE, MOST = 3, 60  # rows of a prompt: at first, and when all are asked for
ICONS = {
    "needs": "ph.chats-circle", "members": "ph.user", "meetings": "ph.calendar-check",
    "products": "ph.package", "roles": "ph.handshake",
}  # fmt: skip


class AtWork(QWidget):
    """`opened(item)`: go where the item is seen to."""

    opened = Signal(object)  # Item

    def __init__(self, look: Look, _: Catalog) -> None:
        super().__init__()
        self.look, self._ = look, _
        self._role: Role | None = None
        self._prompts: tuple[Prompt, ...] = ()
        self._open: set[str] = set()  # prompts of which all rows are shown
        self.rows: list[ListRow] = []
        self.more: dict[str, Button] = {}  # by prompt
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(4))
        column.addWidget(Label(look, _("What the data tells today"), "strong"))
        self.silent = Words(look, _("Nothing waits for this role today."), "muted")
        column.addWidget(self.silent)
        self._list = QVBoxLayout()
        self._list.setSpacing(look.px(2))
        column.addLayout(self._list)

    def show_prompts(self, role: Role, prompts: tuple[Prompt, ...]) -> None:
        if role != self._role:
            self._open.clear()
        if (role, prompts) != (self._role, self._prompts) or not prompts:
            self._role, self._prompts = role, prompts
            self._lay_out()

    def _lay_out(self) -> None:
        assert self._role is not None
        empty(self._list)
        self.rows.clear()
        self.more.clear()
        self.silent.setVisible(not self._prompts)
        for prompt in self._prompts:
            self._tell(self._role, prompt)

    def _tell(self, role: Role, prompt: Prompt) -> None:
        look, _ = self.look, self._
        self._list.addSpacing(look.px(4))
        self._list.addWidget(Words(look, prompt_words.sentence(role, prompt, _), "body"))
        if prompt.private:
            self._list.addWidget(Words(look, _("For you and the holders; not printed."), "caption"))
        whole = prompt.key in self._open
        self._rows(prompt, prompt.items[: MOST if whole else AT_ONCE])
        if not whole and len(prompt.items) > AT_ONCE:
            n = min(len(prompt.items), MOST)
            words = _.plural("Show all {n}", "Show all {n}", n)
            more = Button(look, words, "ph.caret-down", "quiet")
            more.setAccessibleName(f"{words}: {prompt_words.sentence(role, prompt, _)}")
            more.clicked.connect(lambda: self._unfold(prompt.key))
            self.more[prompt.key] = more
            self._list.addWidget(more)

    def _rows(self, prompt: Prompt, items: Sequence[Item]) -> None:
        for item in items:
            age = prompt_words.age(prompt, item, self._)
            row = ListRow(self.look, ICONS[item.place], item.words, age)
            row.clicked.connect(lambda it=item: self.opened.emit(it))
            self.rows.append(row)
            self._list.addWidget(row)

    def _unfold(self, key: str) -> None:
        """Show all rows of a prompt; the keyboard goes to the first new one."""
        before = 0
        for prompt in self._prompts:
            before += min(len(prompt.items), MOST if prompt.key in self._open else AT_ONCE)
            if prompt.key == key:
                break
        self._open.add(key)
        self._lay_out()
        self.rows[before].show()  # a layout shows what is new only later
        self.rows[before].setFocus()
