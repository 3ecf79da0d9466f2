"""Who carries the community: the wheel of seven roles, and beside it their holders by name."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QHBoxLayout, QWidget

from cop_desktop import formats
from cop_desktop.content import content
from cop_desktop.i18n import Catalog
from cop_desktop.models.vocabulary import Role
from cop_desktop.services.roles import RolesNow, Seat
from cop_desktop.ui import pictures
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.pictures import RoleWheel, WheelData
from cop_desktop.ui.theme import ROLE_ICONS
from cop_desktop.ui.widgets import Button, Card, Chip, IconTile, Label

from .reading import Glance

NAMED = 2  # holders of a role that are named here
ROOMY = 900  # px at 100 %: from here on it is told what a role is for


class RolesCard(Card):
    """Empty seats are seen at once; everything leads to the roles."""

    def __init__(self, desk: Desk) -> None:
        look, _ = desk.look, desk.catalog
        self.ideas = Button(look, _("Ideas for empty seats"), kind="quiet")
        caption = "" if look.roomy else " "
        super().__init__(look, _("Who carries the community"), self.ideas, caption=caption)
        self.desk, self._ = desk, _
        if look.roomy:  # large text leaves no room for it in the head
            self.add(self.caption)
        self.wheel = RoleWheel(look, _("The seven roles and their holders"))
        self.wheel.setMaximumWidth(16777215 if look.roomy else look.px(280))
        self.seats = {role: SeatLine(desk, role) for role in Role}
        self.body.addLayout(self._beside(), 1)
        self.ideas.clicked.connect(lambda: desk.open_place("roles"))
        self.wheel.part_chosen.connect(lambda _key: desk.open_place("roles"))
        self.caption.setToolTip(_("Of all role seats held, how many the leader holds"))

    def show_glance(self, glance: Glance) -> None:
        self.wheel.show_data(wheel_data(glance.roles, self._))
        for seat in glance.roles.seats:
            self.seats[seat.role].show_seat(seat)
        self.caption.setText(self._share(glance))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        roomy = event.size().width() >= self.look.px(ROOMY)
        for line in self.seats.values():
            line.purpose.setVisible(roomy)
        self._rows.setColumnStretch(3, 3 if roomy else 0)
        super().resizeEvent(event)

    def _share(self, glance: Glance) -> str:
        _, lang = self._, self._.language
        if glance.led_at_first is None or not glance.roles.covered:
            return ""
        return _(
            "the leader holds {now}, at first {then}",
            now=formats.percent(glance.roles.held_by_leader, lang),
            then=formats.percent(glance.led_at_first, lang),
        )

    def _beside(self) -> QBoxLayout:
        px = self.look.px
        self._rows = rows = QGridLayout()
        rows.setHorizontalSpacing(px(10))
        rows.setVerticalSpacing(px(2))
        rows.setColumnStretch(2, 2)
        for place, line in enumerate(self.seats.values()):
            for column, widget in enumerate(line.widgets):
                rows.addWidget(widget, place, column)
        way = QBoxLayout.Direction
        beside = QBoxLayout(way.TopToBottom if self.look.roomy else way.LeftToRight)
        beside.setSpacing(px(24))
        beside.addWidget(self.wheel, 1)
        beside.addLayout(rows, 2)
        return beside


class SeatLine:
    """A role in the list: its tile, its name, who holds it, whether the leader does, its use."""

    def __init__(self, desk: Desk, role: Role) -> None:
        look, _ = desk.look, desk.catalog
        self.look, self._ = look, _
        self.name = Label(look, content(_.language).word(role), "medium")
        self.holders = Label(look, "", "muted", elide=True)
        self.leader = Chip(look, _.ctx("beside a name", "leader"), "ph.crown-simple", "empty")
        tile = IconTile(look, ROLE_ICONS[role], colour=look.theme.roles[role], size=24)
        self.purpose = Label(look, content(_.language).role(role).purpose, "muted", elide=True)
        self.purpose.hide()
        self.widgets = (tile, self.name, self._who(), self.purpose)

    def _who(self) -> QWidget:
        who = QWidget()
        row = QHBoxLayout(who)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self.look.px(10))
        row.addWidget(self.holders)
        row.addWidget(self.leader)
        row.addStretch(1)
        return who

    def show_seat(self, seat: Seat) -> None:
        names = [holder.name for holder in seat.holders]
        self.holders.setText(holder_names(names) or self._("Empty seat"))
        self.holders.set_kind("muted")
        if not names:
            amber = f"color: {self.look.theme.amber}; font-weight: 500;"
            self.holders.setStyleSheet(self.holders.styleSheet() + amber)
        self.leader.setVisible(seat.with_leader)


def holder_names(names: list[str]) -> str:
    """`סמיר נאסר · דנה מור +1`."""
    told = formats.dotted(*names[:NAMED])
    more = len(names) - NAMED
    return f"{told} {formats.isolate_ltr(f'+{more}')}" if more > 0 else told


def wheel_data(now: RolesNow, _: Catalog) -> WheelData:
    """The seven seats as the data of the wheel."""
    texts = content(_.language)
    return WheelData(
        tuple(
            pictures.Seat(
                seat.role.value,
                texts.word(seat.role),
                tuple(holder.name for holder in seat.holders),
                seat.with_leader and len(seat.holders) == 1,
            )
            for seat in now.seats
        ),
        _("{n} of {all}", n=now.covered, all=len(Role)),
        _("roles are held"),
        _("Empty seat"),
    )
