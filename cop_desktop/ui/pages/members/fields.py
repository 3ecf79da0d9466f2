"""The fields of a member, as a form; for one member, or for several at once."""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Any

from cop_desktop import formats
from cop_desktop.content import content
from cop_desktop.i18n import N_
from cop_desktop.models.vocabulary import (
    Consent,
    FormOfAddress,
    Function,
    OrganisationKind,
    Persona,
)
from cop_desktop.services.member_details import MemberDetail
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.forms import MIXED, Form

# what Undo calls each field
NAMES: Mapping[str, str] = {
    "given_name": N_("Given name"),
    "family_name": N_("Family name"),
    "address": N_("Form of address"),
    "organisation": N_("Organisation"),
    "organisation_kind": N_("Kind of organisation"),
    "district": N_("District"),
    "job_title": N_("Job title"),
    "grade": N_("Grade"),
    "in_post_since": N_("In post since"),
    "mobile": N_("Mobile"),
    "phone": N_("Phone"),
    "email": N_("E-mail"),
    "expertise": N_("Expertise"),
    "manager_name": N_("Line manager"),
    "consent": N_("Manager's consent"),
    "consent_on": N_("Date of consent"),
    "joined": N_("Joined"),
    "left": N_("Left"),
    "mentor": N_("Mentor"),
    "function": N_("Formal function"),
    "persona": N_("Circle"),
    "needs": N_("From the needs interview"),
    "notes": N_("Private notes"),
}


def member_form(desk: Desk) -> Form:
    """Everything one may say of one member."""
    _, form = desk.catalog, _form(desk)
    line, title = form.add_line, _titles(desk)
    line("given_name", title["given_name"])
    line("family_name", title["family_name"], beside=True)
    form.add_choice("address", title["address"], words_for(desk, FormOfAddress))
    form.add_choice("function", title["function"], functions(desk), beside=True)
    form.add_heading(_("Work"))
    line("organisation", title["organisation"])
    kinds = words_for(desk, OrganisationKind)
    form.add_choice("organisation_kind", title["organisation_kind"], kinds)
    line("district", title["district"], beside=True)
    line("job_title", title["job_title"])
    line("grade", title["grade"])
    form.add_number("in_post_since", title["in_post_since"], beside=True)
    line("expertise", title["expertise"])
    form.add_heading(_("Contact"))
    line("mobile", title["mobile"], kind="phone")
    line("phone", title["phone"], kind="phone", beside=True)
    line("email", title["email"], kind="email")
    form.add_heading(_("Taking part"))
    form.add_date("joined", title["joined"])
    line("mentor", title["mentor"])
    line("manager_name", title["manager_name"])
    form.add_choice("consent", title["consent"], words_for(desk, Consent))
    form.add_date("consent_on", title["consent_on"])
    form.add_heading(_("Only on your desk"))
    form.add_text("needs", title["needs"], note=_("Stays on this computer."))
    form.add_text("notes", title["notes"], lines=4, note=_("Stays on this computer."))
    return form


def several_form(desk: Desk) -> Form:
    """What several members can be given at once."""
    form, title = _form(desk), _titles(desk)
    form.add_line("organisation", title["organisation"])
    form.add_line("job_title", title["job_title"])
    form.add_choice("persona", title["persona"], circles(desk))
    form.add_choice("consent", title["consent"], words_for(desk, Consent))
    form.add_date("consent_on", title["consent_on"])
    form.add_date("joined", title["joined"])
    form.add_date("left", title["left"])
    return form


def values_of(detail: MemberDetail) -> dict[str, Any]:
    """A member's values under the names of the form."""
    held = detail.row.functions
    return {
        **detail.values,
        "organisation": detail.row.organisation,
        "organisation_kind": detail.organisation_kind or None,
        "district": detail.district,
        "mentor": detail.mentor,
        "function": held[0] if held else None,
    }


def shared_values(details: Iterable[MemberDetail]) -> dict[str, Any]:
    """What all of them share; `MIXED` where they differ."""
    rows = [values_of(detail) for detail in details]
    return {
        name: value if all(row[name] == value for row in rows) else MIXED
        for name, value in rows[0].items()
    }


def words_for(desk: Desk, kind: type[StrEnum]) -> list[tuple[StrEnum, str]]:
    """All values of a vocabulary with their words."""
    texts = content(desk.catalog.language)
    return [(value, texts.word(value)) for value in kind]


def functions(desk: Desk) -> list[tuple[Function | None, str]]:
    return [(None, desk.catalog("None")), *words_for(desk, Function)]  # type: ignore[list-item]


def circles(desk: Desk) -> list[tuple[Persona | None, str]]:
    _ = desk.catalog
    return [(None, _("As suggested")), *words_for(desk, Persona)]  # type: ignore[list-item]


def _form(desk: Desk) -> Form:
    language = desk.catalog.language
    return Form(
        desk.look, desk.catalog, desk.today(), lambda day: formats.hebrew_date(day, language)
    )


def _titles(desk: Desk) -> dict[str, str]:
    return {name: desk.catalog(words) for name, words in NAMES.items()}
