"""Colours, rules and sizes of type; each colour is told by shape or word as well."""

from dataclasses import replace

from cop_desktop.export.document import Look
from cop_desktop.export.text.lines import Ink
from cop_desktop.frozen import frozen
from cop_desktop.models.vocabulary import Role

MM = 72 / 25.4

INK, SOFT, HAIR, FINE = "#1B2427", "#465156", "#99A3A7", "#CDD4D6"
TEAL, TINT, BRICK, WHITE = "#0B5A60", "#E4EFEF", "#9C3526", "#FFFFFF"
ROLES = {
    Role.AGENDA: "#0B5A60",
    Role.COMMUNITY: "#A8402F",
    Role.REPORTERS: "#5F4593",
    Role.CRITICAL: "#7A5600",
    Role.VALUE: "#20683A",
    Role.EXTERNAL: "#1D5A9E",
    Role.BROKERS: "#872C66",
}


@frozen
class Rule:
    """A line: width in points and colour."""

    width: float
    color: str


HEAD_RULE, TABLE_RULE = Rule(1.6, INK), Rule(1.2, INK)
GROUP_RULE, FIFTH_RULE = Rule(0.9, SOFT), Rule(0.7, SOFT)
ROW_RULE, PEN_RULE, FINE_RULE = Rule(0.4, HAIR), Rule(0.5, HAIR), Rule(0.4, FINE)


@frozen
class Style:
    """How a text is set: size and line pitch in points, weight, colour."""

    size: float
    leading: float
    weight: int = 400
    color: str = INK
    balanced: bool = False  # no stub of a last line

    @property
    def ink(self) -> Ink:
        return Ink(self.size, self.weight, self.color)

    def looking(self, look: Look | None) -> Ink:
        """The ink of a span inside text of this style."""
        return _LOOKS[look](self.ink) if look else self.ink

    def but(self, **changes: object) -> "Style":
        return replace(self, **changes)  # type: ignore[arg-type]  # names are Style's own


_LOOKS = {
    Look.STRONG: lambda ink: Ink(ink.size, 700, ink.color),
    Look.MEDIUM: lambda ink: Ink(ink.size, 500, ink.color),
    Look.SOFT: lambda ink: Ink(ink.size, ink.weight, SOFT),
    Look.SMALL: lambda ink: Ink(min(ink.size, 8.5), 400, SOFT),
    Look.ACCENT: lambda ink: Ink(ink.size, 700, TEAL),
    Look.ALERT: lambda ink: Ink(ink.size, 700, BRICK),
    Look.LARGE: lambda ink: Ink(13, 700, ink.color),
}

TITLE = Style(24, 31, 700, balanced=True)
FORM_TITLE = Style(22, 28, 700, balanced=True)
TILE = Style(24, 26, 700)
CARD_NAME = Style(17, 21, 700)
NEXT = Style(14, 19, 700)
HEADING = Style(13, 17, 700)
GROUP = Style(12, 16, 700)
LEAD = Style(12, 16.5, 500, balanced=True)
SUBTITLE = Style(11.5, 16, 400, SOFT)
VALUE = Style(11, 15, 500)
BODY = Style(10.5, 15)
SECOND = Style(9.5, 14)
COMMUNITY = Style(9.5, 13, 500, TEAL)
SMALL = Style(8.5, 12, 400, SOFT)
LABEL = Style(8.5, 12, 500, SOFT)
AXIS = Style(8, 10, 400, SOFT)
MINUTES = Style(7.5, 9, 400, SOFT)
MONTHS = Style(7, 8.5, 400, SOFT)
