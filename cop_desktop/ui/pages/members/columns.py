"""The columns of the list: who, from where, which circle, the last meetings."""

from cop_desktop import formats
from cop_desktop.content import content
from cop_desktop.i18n import Catalog
from cop_desktop.models.vocabulary import Persona
from cop_desktop.ui.tables import Avatar, Column, Dots, Icons, Lead
from cop_desktop.ui.theme import ROLE_ICONS, Look, mix

from .reading import ListLine

STRENGTH = {Persona.CORE: 0.85, Persona.CONTRIBUTOR: 0.5, Persona.LURKER: 0.25}

SIGN = 46  # of a circle, with the room around it


def columns(look: Look, _: Catalog) -> list[Column[ListLine]]:
    """In reading order; roles stand beside the dots, as in the picture of the house."""
    texts = content(_.language)

    def circle(line: ListLine) -> str:
        if line.row.left:
            return _("Left")
        return short_words(_)[line.circle] if line.circle else _("New")

    def circle_mark(line: ListLine) -> Lead:
        if line.row.left:
            return Lead("ph.sign-out")
        if line.circle is None:
            return Lead("ph.leaf", look.theme.accent)
        strength = STRENGTH[line.circle]
        shade = mix(look.theme.surface, look.theme.accent, strength).name()
        return Lead("ph.circle-fill", shade)

    def came(line: ListLine) -> str:
        return ", ".join(texts.word(mark) if mark else _("no record") for mark in line.marks)

    def roles(line: ListLine) -> str:
        return formats.listed([texts.role(role).name for role in line.row.roles], _.language)

    return [
        Column(
            _("Name"), lambda line: line.row.name, "name",
            lambda line: Avatar(formats.initials(line.row.name)), 166, 1, strong=True,
        ),
        Column(_("Authority"), lambda line: line.row.organisation, "organisation", None, 100, 1),
        Column(_("Job title"), lambda line: line.row.job_title, "job_title", None, 116, 4),
        Column(_("Circle"), circle, "", circle_mark, _circle_width(look, _), 0),
        Column(
            _("Meetings"), came, "",
            lambda line: Dots(tuple(mark.value if mark else "" for mark in line.marks)), 103, 0,
        ),
        Column(
            _("Roles"), roles, "",
            lambda line: Icons(
                tuple((ROLE_ICONS[role], look.theme.roles[role]) for role in line.row.roles)
            ), 64, 0,
        ),
    ]  # fmt: skip


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
