"""The method's texts as data: roles, stages, words, help and empty pages, in three languages.

Read from `resources/content/<language>/*.toml`, each file when it is first asked for.
"""

import tomllib
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from typing import Any

from cop_desktop.models.vocabulary import Role, Stage
from cop_desktop.paths import resources


@dataclass(frozen=True, slots=True)
class RoleText:
    """One of the seven roles: its card, its prompts, and what it looks after."""

    name: str
    member: str  # one who holds it
    short: str  # for a chip
    purpose: str
    things: tuple[str, ...]  # three
    question: str
    before: tuple[str, ...]  # prompts before a meeting
    after: tuple[str, ...]
    cares_for: str
    leaves_behind: str


@dataclass(frozen=True, slots=True)
class StageText:
    """One of the five stages: what it is about, how one moves on, what helps and what warns."""

    name: str
    caption: str
    focus: str
    tension: str
    moved_on_when: str
    checklist: tuple[str, ...]
    activities: tuple[str, ...]
    warning_signs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class HelpText:
    """What the method says about a page, a question to ask, and where it comes from."""

    title: str
    sentences: tuple[str, ...]  # two
    question: str
    source: str


@dataclass(frozen=True, slots=True)
class EmptyText:
    """What belongs on a page that has nothing yet, why, and the first step."""

    title: str
    why: str
    first_step: str


@dataclass(frozen=True, slots=True)
class FeedbackText:
    """The feedback form: statements by key, the ends of their scale, three open questions."""

    intro: str
    statements: dict[str, str]
    low: str  # what 1 means
    high: str  # what 5 means
    left_out: str
    took: str
    missed: str
    wish: str
    few: str  # in place of numbers, while there are too few answers


@dataclass(frozen=True, slots=True)
class GlossaryWord:
    """A word of the field, for somebody new."""

    term: str
    meaning: str


@dataclass(frozen=True, slots=True)
class BlockText:
    """A building block of a meeting, as a facilitator needs it in the room."""

    title: str
    purpose: str
    method: tuple[str, ...]  # a step a line; the minutes of each are in the library
    materials: str
    questions: tuple[str, ...]
    outcome: str
    tip: str  # for the facilitator only


@dataclass(frozen=True, slots=True)
class TemplateText:
    """A whole meeting: when it fits, what to prepare, and titles that are its own."""

    title: str
    fits: str
    before: tuple[str, ...]
    after: tuple[str, ...]
    titles: dict[str, str] = field(default_factory=dict)  # by the name of an entry
    tracks: dict[str, list[str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
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
        name: str = _file(self.language, "words")[type(member).__name__][member.value]
        return name

    def short(self, member: StrEnum) -> str:
        """The word where there is little room: `פתיחה` for OPENING; most words are short enough."""
        shorter: dict[str, str] = _file(self.language, "words")["short"].get(
            type(member).__name__, {}
        )
        return shorter.get(member.value) or self.word(member)

    def hint(self, member: StrEnum) -> str:
        """A sentence more about a value, or an empty string."""
        hints = _file(self.language, "words")["hints"]
        hint: str = hints.get(type(member).__name__, {}).get(member.value, "")
        return hint

    def help(self, page: str) -> HelpText:
        """The help panel of a place: home, community, members, roles, meetings, plan …"""
        return HelpText(**_texts(_file(self.language, "pages")[page]["help"]))

    def empty(self, page: str) -> EmptyText:
        """What an empty page says."""
        return EmptyText(**_texts(_file(self.language, "pages")[page]["empty"]))

    def feedback(self) -> FeedbackText:
        """The form that members fill in after a meeting."""
        return FeedbackText(**_file(self.language, "feedback"))

    def block(self, key: str) -> BlockText:
        """The words of a block of the library."""
        return BlockText(**_texts(_file(self.language, "blocks")[key]))

    def template(self, key: str) -> TemplateText:
        """The words of a whole meeting of the library."""
        return TemplateText(**_texts(_file(self.language, "templates")[key]))

    def glossary(self) -> tuple[GlossaryWord, ...]:
        """The words that somebody new meets first."""
        return tuple(GlossaryWord(**it) for it in _file(self.language, "glossary")["words"])


@cache
def content(language: str) -> Content:
    """The texts in `he`, `en` or `ar`."""
    return Content(language)


@cache
def _role(language: str, role: Role) -> RoleText:
    return RoleText(**_texts(_file(language, "roles")[role.value]))


@cache
def _stage(language: str, stage: Stage) -> StageText:
    return StageText(**_texts(_file(language, "stages")[stage.value]))


@cache
def _file(language: str, name: str) -> dict[str, Any]:
    path = resources() / "content" / language / f"{name}.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))


def _texts(table: dict[str, Any]) -> dict[str, Any]:
    return {key: tuple(text) if isinstance(text, list) else text for key, text in table.items()}
