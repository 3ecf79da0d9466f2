"""A member in one line, as one would say it: name, authority, job, number."""

import re
from dataclasses import dataclass, field

from cop_desktop.intake.emails import parse_emails
from cop_desktop.intake.names import split_name
from cop_desktop.intake.phones import parse_phones
from cop_desktop.services.authorities import split_name as split_place
from cop_desktop.services.search import fold

_PARTS = re.compile(r"[,،;]")


@dataclass(slots=True)
class OneLine:
    """What a line says: values under the model's names, and the organisation by its name."""

    values: dict[str, str] = field(default_factory=dict)
    organisation: str = ""


def read_line(text: str, known_places: frozenset[str] = frozenset()) -> OneLine:
    """The first part is the name; numbers and addresses speak for themselves; then place, job.

    `known_places` are folded names of organisations: a part that is one of them is the place,
    wherever it stands.
    """
    parts = [part.strip() for part in _PARTS.split(text) if part.strip()]
    line = OneLine()
    rest = [part for part in parts if not _contact(line, part)]
    if not rest:
        return line
    name = split_name(rest[0])
    line.values |= {"given_name": name.given, "family_name": name.family}
    if name.address:
        line.values["address"] = name.address
    rest = rest[1:]
    place = next((part for part in rest if _is_place(part, known_places)), "")
    line.organisation = place or (rest[0] if rest else "")
    jobs = [part for part in rest if part != line.organisation]
    if jobs:
        line.values["job_title"] = ", ".join(jobs)
    return line


def _contact(line: OneLine, part: str) -> bool:
    """Take a telephone number or an address out of the line."""
    if "@" in part:
        found, _mended = parse_emails(part)
        line.values |= {"email": found[0]} if found else {}
        return bool(found)
    if sum(character.isdigit() for character in part) < 7:
        return False
    phones, _problem = parse_phones(part)
    for phone in phones:
        line.values["mobile" if phone.mobile else "phone"] = phone.text
        if phone.remark:  # what stands beside a number is kept
            line.values["notes"] = "\n".join(filter(None, (line.values.get("notes"), phone.remark)))
    return bool(phones)


def _is_place(part: str, known: frozenset[str]) -> bool:
    kind, _name = split_place(part)
    return kind is not None or fold(part) in known
