"""The page of warning signs: today, the months behind, the thresholds, and the yearly check."""

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout

from cop_desktop.ui.desk import MARGIN, Desk, Page
from cop_desktop.ui.page_commands import commands
from cop_desktop.ui.widgets import PageHead, Tabs

from .check_view import CheckView
from .history_view import HistoryView
from .limits_view import LimitsView
from .lit_view import LitView

LIT, HISTORY, LIMITS, CHECK = range(4)


class SignsPage(Page):
    """Signs, not grades: facts, why they matter, and one thing to do."""

    depends_on = frozenset(
        {"rule_breach", "charter", "need", "needs_pause", "topic", "agenda_item", "meeting",
         "routine", "routine_done", "role_holding", "function_holding", "member", "attendance",
         "product", "organisation", "community", "sign_snooze", "threshold", "self_check",
         "self_check_answer"}
    )  # fmt: skip
    to_the_edge = True

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.lit, self.history = LitView(desk), HistoryView(desk)
        self.limits, self.check = LimitsView(desk), CheckView(desk)
        self._unread: set[int] = set()
        self._build()
        self.lit.limits_asked.connect(lambda: self.tabs.choose(LIMITS))
        self.commands = self._commands()

    def refresh(self) -> None:
        """Only the side that is seen is read; the others when one turns to them."""
        self._unread = {LIT, HISTORY, LIMITS, CHECK}
        if self.tabs.index != LIT:
            self._read(LIT)  # the head counts
        self._read(self.tabs.index)

    def _build(self) -> None:
        look, _ = self.desk.look, self.desk.catalog
        self.head = PageHead(look, _("Warning signs"))
        self.tabs = Tabs(look, [_("Today"), _("History"), _("Thresholds"), _("Self-check")])
        self.tabs.chosen.connect(self._turn)
        self.views = QStackedWidget()
        for view in (self.lit, self.history, self.limits, self.check):
            self.views.addWidget(view)
        far = look.px(MARGIN)  # what scrolls keeps it free by itself
        top = QVBoxLayout()
        top.setContentsMargins(far if look.rtl else 0, 0, 0 if look.rtl else far, look.px(14))
        top.setSpacing(0)
        top.addWidget(self.head)
        top.addWidget(self.tabs)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addLayout(top)
        page.addWidget(self.views, 1)

    def _turn(self, side: int) -> None:
        self.views.setCurrentIndex(side)
        self._read(side)
        self.turn("check" if side == CHECK else "")

    def _read(self, side: int) -> None:
        if side not in self._unread:
            return
        self._unread.discard(side)
        if side == LIT:
            self._tell(self.lit.read())
        elif side == HISTORY:
            self.history.read()
        elif side == LIMITS:
            self.limits.read()
        else:
            self.check.read()

    def _tell(self, lit: int) -> None:
        _ = self.desk.catalog
        words = _.plural("{n} sign is lit", "{n} signs are lit", lit)
        self.head.subtitle.setText(words if lit else _("none is lit"))

    def _commands(self) -> list[QAction]:
        _ = self.desk.catalog
        deeds = {
            _("Thresholds of the signs"): lambda: self.tabs.choose(LIMITS),
            _("Answer the self-check"): self._check,
            _("Print the self-check"): self.check.print_paper,
        }
        return commands(self, deeds)

    def _check(self) -> None:
        self.tabs.choose(CHECK)
        self.check.begin()
