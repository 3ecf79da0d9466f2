"""The method's texts as data: roles, stages, words, help and empty pages, in three languages.

Read from `resources/content/<language>/*.toml`, each file when it is first asked for. What is said
of the charter, the compass, the signs and the routines is in `method`, which a start does not need.
"""

from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from typing import Any

from cop_desktop.frozen import frozen
from cop_desktop.models.vocabulary import Role, Stage

from .reading import as_values, read
from .texts import (
    BlockText,
    EmptyText,
    FeedbackText,
    GlossaryWord,
    HelpText,
    RoleText,
    StageText,
    TemplateText,
)

__all__ = [
    "BlockText", "Content", "EmptyText", "FeedbackText", "GlossaryWord", "HelpText", "RoleText",
    "StageText", "TemplateText", "content",
]  # fmt: skip

# values whose word is the title of a longer text: its file, and the table there
TITLED: Mapping[str, tuple[str, ...]] = {
    "CharterPart": ("charter", "parts"),
    "Benefit": ("charter", "benefit_names"),
    "Norm": ("charter", "norms"),
    "SetupStep": ("setup",),
    "Apprenticeship": ("engine", "apprenticeship"),
    "Dimension": ("compass", "dimensions"),
    "MaturityAxis": ("compass", "axes"),
    "Transformation": ("compass", "kinds"),
    "RitualStep": ("compass", "ritual"),
    "Component": ("check", "components"),
    "Threat": ("check", "threats"),
}


@frozen
class Content:
    """The texts of one language; a missing key is a KeyError, a defect of ours."""

    language: str

    def role(self, role: Role) -> RoleText:
        return _role(self.language, role)

    def stage(self, stage: Stage) -> StageText:
        return _stage(self.language, stage)

    def word(self, member: StrEnum) -> str:
        """A word or two for any value of the vocabulary: `נייר עמדה` for POSITION_PAPER."""
        if isinstance(member, Role):
            return self.role(member).name
        if isinstance(member, Stage):
            return self.stage(member).name
        kind = type(member).__name__
        name, *tables = TITLED.get(kind, ("words", kind))
        told: Any = read(self.language, name)
        for key in (*tables, member.value):
            told = told[key]
        word: str = told if isinstance(told, str) else told["title"]
        return word

    def short(self, member: StrEnum) -> str:
        """The word where there is little room: `פתיחה` for OPENING; most words are short enough."""
        shorter: dict[str, str] = read(self.language, "words")["short"].get(
            type(member).__name__, {}
        )
        return shorter.get(member.value) or self.word(member)

    def hint(self, member: StrEnum) -> str:
        """A sentence more about a value, or an empty string."""
        hints = read(self.language, "words")["hints"]
        hint: str = hints.get(type(member).__name__, {}).get(member.value, "")
        return hint

    def help(self, page: str) -> HelpText:
        """The help panel of a place: home, community, members, roles, meetings, plan …"""
        return HelpText(**as_values(read(self.language, "pages")[page]["help"]))

    def empty(self, page: str) -> EmptyText:
        """What an empty page says."""
        return EmptyText(**as_values(read(self.language, "pages")[page]["empty"]))

    def feedback(self) -> FeedbackText:
        """The form that members fill in after a meeting."""
        return FeedbackText(**read(self.language, "feedback"))

    def block(self, key: str) -> BlockText:
        """The words of a block of the library."""
        return BlockText(**as_values(read(self.language, "blocks")[key]))

    def template(self, key: str) -> TemplateText:
        """The words of a whole meeting of the library."""
        return TemplateText(**as_values(read(self.language, "templates")[key]))

    def glossary(self) -> tuple[GlossaryWord, ...]:
        """The words that somebody new meets first."""
        return tuple(GlossaryWord(**it) for it in read(self.language, "glossary")["words"])


@cache
def content(language: str) -> Content:
    """The texts in `he`, `en` or `ar`."""
    return Content(language)


@cache
def _role(language: str, role: Role) -> RoleText:
    return RoleText(**as_values(read(language, "roles")[role.value]))


@cache
def _stage(language: str, stage: Stage) -> StageText:
    return StageText(**as_values(read(language, "stages")[stage.value]))
