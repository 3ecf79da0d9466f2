"""How authorities are named: עיריית חיפה and חיפה are one place; the prefix tells its kind."""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Protocol
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from cop_desktop.models import Organisation
from cop_desktop.models.vocabulary import OrganisationKind

from .search import fold

_PREFIXES = {  # as they look when folded
    OrganisationKind.REGIONAL_COUNCIL: r"ה?מועצה ה?אי?זורית|מ ?\.? ?א\.?|regional council(?: of)?"
    r"|(?:مجلس|المجلس) (?:ال)?اقليمي",
    OrganisationKind.LOCAL_COUNCIL: r"ה?מועצה ה?מקומית|מועצת|מ ?\.? ?מ\.?|local council(?: of)?"
    r"|(?:مجلس|المجلس) (?:ال)?محلي",
    OrganisationKind.MUNICIPALITY: r"עיריית|עירית|municipality of|city of|بلديه",
    OrganisationKind.GOVERNMENT: r"משרד|ministry of|وزاره",
    OrganisationKind.SCHOOL: r"בית ה?ספר|ביהס|ביס|תיכון|مدرسه",
    OrganisationKind.CIVIL_SOCIETY: r"עמותת|עמותה|جمعيه",
}
_SUFFIXES = {
    OrganisationKind.REGIONAL_COUNCIL: "regional council",
    OrganisationKind.LOCAL_COUNCIL: "local council",
    OrganisationKind.MUNICIPALITY: "municipality",
    OrganisationKind.SCHOOL: "school",
}
_PLACES = frozenset(
    {
        OrganisationKind.REGIONAL_COUNCIL,
        OrganisationKind.LOCAL_COUNCIL,
        OrganisationKind.MUNICIPALITY,
    }
)
_STARTS = [(kind, re.compile(rf"(?:{words})\s+(?=\S)")) for kind, words in _PREFIXES.items()]
_ENDS = [(kind, re.compile(rf"(?<=\S)\s+{words}$")) for kind, words in _SUFFIXES.items()]


@lru_cache(2048)  # a list of thousands names some hundred places
def split_name(name: str) -> tuple[OrganisationKind | None, str]:
    """The kind that a name tells of, and the folded name by which the place is known.

    Only authorities lose their prefix: the Ministry of Education is not “Education”.
    """
    folded = fold(name)
    for kind, pattern in (*_STARTS, *_ENDS):
        if found := (pattern.match(folded) or pattern.search(folded)):
            rest = folded[: found.start()] + folded[found.end() :]
            return kind, rest.strip() if kind in _PLACES else folded
    return None, folded


def same_place(one: str, other: str) -> bool:
    """Whether two names mean one organisation; a town is not the council around it."""
    kind, name = split_name(one)
    other_kind, other_name = split_name(other)
    return name == other_name and (kind == other_kind or None in {kind, other_kind})


class Placed(Protocol):
    """Somebody, as far as their organisation goes."""

    @property
    def organisation(self) -> str: ...
    @property
    def organisation_kind(self) -> OrganisationKind | None: ...
    @property
    def district(self) -> str: ...


class Places:
    """Organisations by the name they are known by; those of the list that are missing are made."""

    def __init__(self, session: Session, drafts: Iterable[Placed]) -> None:
        self._known: dict[str, list[Organisation]] = {}
        self._as_written: dict[str, Organisation] = {}
        for place in session.scalars(select(Organisation)):
            self._known.setdefault(split_name(place.name)[1], []).append(place)
        for draft in drafts:
            if draft.organisation:
                self._settle(session, draft)
        session.flush()

    def of(self, draft: Placed) -> UUID | None:
        """The key of a draft's organisation."""
        return self._as_written[draft.organisation].id if draft.organisation else None

    def name(self, draft: Placed) -> str:
        """Its name, as it stands in the file."""
        return self._as_written[draft.organisation].name if draft.organisation else ""

    def _settle(self, session: Session, draft: Placed) -> None:
        place = self._as_written.get(draft.organisation)
        if place is None:
            place = self._as_written[draft.organisation] = self._find_or_make(session, draft)
        if draft.district and not place.district:
            place.district = draft.district

    def _find_or_make(self, session: Session, draft: Placed) -> Organisation:
        same_name = self._known.setdefault(split_name(draft.organisation)[1], [])
        for place in same_name:
            if same_place(place.name, draft.organisation):
                return place
        place = Organisation(name=draft.organisation)
        place.kind = draft.organisation_kind or place.kind
        session.add(place)
        same_name.append(place)
        return place
