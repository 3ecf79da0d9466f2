"""Words of the thread from a need to its value."""

from enum import StrEnum


class NeedSource(StrEnum):
    """How a need came to be known."""

    SURVEY = "survey"
    INTERVIEW = "interview"
    MEETING = "meeting"
    FEEDBACK = "feedback"
    TALK = "talk"


class NeedState(StrEnum):
    """Whether a need is still felt."""

    OPEN = "open"
    ANSWERED = "answered"
    FADED = "faded"


class TopicState(StrEnum):
    """Whether a topic still waits; a frank no is an answer too."""

    OPEN = "open"
    DONE = "done"
    DECLINED = "declined"


class ReviewAnswer(StrEnum):
    """What a reviewer says of a draft."""

    READY = "ready"
    CHANGES = "changes"


class MarkList(StrEnum):
    """The lists whose tasks are marked by hand where the file cannot tell."""

    SETUP = "setup"
    COMPASS = "compass"
    RITUAL = "ritual"
