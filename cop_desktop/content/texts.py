"""What the texts of the program are made of; their words are in `resources/content`."""

from dataclasses import field

from cop_desktop.frozen import frozen


@frozen
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


@frozen
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


@frozen
class HelpText:
    """What the method says about a page, a question to ask, and where it comes from."""

    title: str
    sentences: tuple[str, ...]  # two
    question: str
    source: str


@frozen
class EmptyText:
    """What belongs on a page that has nothing yet, why, and the first step."""

    title: str
    why: str
    first_step: str


@frozen
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


@frozen
class GlossaryWord:
    """A word of the field, for somebody new."""

    term: str
    meaning: str


@frozen
class BlockText:
    """A building block of a meeting, as a facilitator needs it in the room."""

    title: str
    purpose: str
    method: tuple[str, ...]  # a step a line; the minutes of each are in the library
    materials: str
    questions: tuple[str, ...]
    outcome: str
    tip: str  # for the facilitator only


@frozen
class TemplateText:
    """A whole meeting: when it fits, what to prepare, and titles that are its own."""

    title: str
    fits: str
    before: tuple[str, ...]
    after: tuple[str, ...]
    titles: dict[str, str] = field(default_factory=dict)  # by the name of an entry
    tracks: dict[str, list[str]] = field(default_factory=dict)
