"""The columns of the list: who, from where, which circle, the last meetings."""

from functools import partial

from cop_desktop import formats
from cop_desktop.content import content
from cop_desktop.i18n import Catalog
from cop_desktop.models.vocabulary import Persona
from cop_desktop.ui.tables import Avatar, Column, Dots, Icons, Lead
from cop_desktop.ui.theme import ROLE_ICONS, Look, mix

from .reading import ListLine

STRENGTH = {Persona.CORE: 0.85, Persona.CONTRIBUTOR: 0.5, Persona.LURKER: 0.25}

OF_SOME = ("organisation", "job_title")  # left out where nobody has one: names need the room
SIGN = 46  # of a circle, with the room around it


def columns(look: Look, _: Catalog) -> list[Column[ListLine]]:
    """In reading order; roles stand beside the dots, as in the picture of the house."""
    texts = content(_.language)

    def came(line: ListLine) -> str:
        return ", ".join(texts.word(mark) if mark else _("no record") for mark in line.marks)

    def roles(line: ListLine) -> str:
        return formats.listed([texts.role(role).name for role in line.row.roles], _.language)

    return [
        Column(_("Name"), lambda line: line.row.name, "name", _avatar, 166, 2, strong=True),
        Column(_("Authority"), lambda line: line.row.organisation, "organisation", None, 100, 1),
        Column(_("Job title"), lambda line: line.row.job_title, "job_title", None, 116, 4),
        Column(
            _("Circle"), partial(_circle, _), "", partial(_circle_mark, look),
            _circle_width(look, _), 0,
        ),
        Column(_("Meetings"), came, "", _dots, 103, 0),
        Column(_("Roles"), roles, "", partial(_role_icons, look), 64, 0),
    ]  # fmt: skip


def _avatar(line: ListLine) -> Avatar:
    return Avatar(formats.initials(line.row.name))


def _circle(_: Catalog, line: ListLine) -> str:
    if line.row.left:
        return _("Left")
    return short_words(_)[line.circle] if line.circle else _("New")


def _circle_mark(look: Look, line: ListLine) -> Lead:
    if line.row.left:
        return Lead("ph.sign-out")
    if line.circle is None:
        return Lead("ph.leaf", look.theme.accent)
    shade = mix(look.theme.surface, look.theme.accent, STRENGTH[line.circle])
    return Lead("ph.circle-fill", shade.name())


def _dots(line: ListLine) -> Dots:
    return Dots(tuple(mark.value if mark else "" for mark in line.marks))


def _role_icons(look: Look, line: ListLine) -> Icons:
    held = line.row.roles
    return Icons(tuple((ROLE_ICONS[role], look.theme.roles[role]) for role in held))


def short_words(_: Catalog) -> dict[Persona, str]:
    """The circles in a word each."""
    return {
        Persona.CORE: _.ctx("circle", "Core"),
        Persona.CONTRIBUTOR: _.ctx("circle", "Contributors"),
        Persona.LURKER: _.ctx("circle", "Quiet"),
    }


def _circle_width(look: Look, _: Catalog) -> int:
    """The longest word of a circle, with its sign, in px at 100 %."""
    widest = max(look.metrics().horizontalAdvance(words) for words in short_words(_).values())
    return round(widest / look.scale) + SIGN
