"""How authorities are named: עיריית חיפה and חיפה are one place; the prefix tells its kind."""

import re
from functools import lru_cache

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
