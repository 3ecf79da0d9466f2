"""Words and signs of needs, topics and stories, shared by the lists and what stands beside them."""

from cop_desktop import formats
from cop_desktop.i18n import N_, Catalog
from cop_desktop.models.method import Side
from cop_desktop.models.thread_words import NeedSource, NeedState
from cop_desktop.services.needs import NeedRow

SOURCES = {
    NeedSource.SURVEY: N_("Survey"),
    NeedSource.INTERVIEW: N_("Interview"),
    NeedSource.MEETING: N_("Meeting"),
    NeedSource.FEEDBACK: N_("Feedback"),
    NeedSource.TALK: N_("In conversation"),
}
SIDES = {Side.PERSON: N_("Of members"), Side.ORGANISATION: N_("Of organisations")}
ENDED = {NeedState.ANSWERED: N_("answered"), NeedState.FADED: N_("no longer felt")}
WEIGHTS = {1: N_("light"), 2: N_("medium"), 3: N_("heavy")}
PARTS = {
    "happened": N_("What happened"),
    "got": N_("What somebody took from it"),
    "did": N_("What they did with it"),
    "changed": N_("What changed because of it"),
}
NEED, TOPIC, AGENDA = "ph.lifebuoy", "ph.chats-circle", "ph.calendar-check"
DECISION, TASK, PRODUCT, STORY = "ph.scales", "ph.check-square", "ph.package", "ph.sparkle"
LONG = 42  # letters of a name that Undo says


def short(text: str) -> str:
    """A name for Undo and for toasts: the beginning of what is written."""
    text = " ".join(text.split())
    return text if len(text) <= LONG else f"{text[: LONG - 1].rstrip()}…"


def whence(row: NeedRow, _: Catalog) -> str:
    """Where a need comes from, and since when it is known."""
    day = formats.date_short(row.noted_on, _.language)
    return formats.dotted(_(SOURCES[row.source]), row.who, row.organisation, row.meeting, day)
