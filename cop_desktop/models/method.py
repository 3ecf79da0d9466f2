"""Words of the method at work: charter, setting up, compass, signs, routines, self-check.

Kept beside `vocabulary` for whoever needs them; a start does not.
"""

from collections.abc import Mapping
from enum import StrEnum

from .vocabulary import Horizon


class CharterPart(StrEnum):
    """The parts of a community's charter, in the order in which they are written."""

    DOMAIN_IN = "domain_in"
    DOMAIN_OUT = "domain_out"
    FOR_WHOM = "for_whom"
    GOALS_SHORT = "goals_short"
    GOALS_LONG = "goals_long"
    PROMISES = "promises"
    VALUES = "values"
    CONFIDENTIALITY = "confidentiality"
    QUIET_HOURS = "quiet_hours"
    PUBLISHING = "publishing"
    SETTING = "setting"
    PLATFORMS = "platforms"
    PRODUCTS = "products"
    TERM = "term"


class Side(StrEnum):
    """Who gains from a community."""

    PERSON = "person"
    ORGANISATION = "organisation"


class Benefit(StrEnum):
    """The twenty benefits a community may promise (the guide for local government)."""

    CHALLENGES = "challenges"
    EXPERTISE = "expertise"
    CONFIDENCE = "confidence"
    FUN = "fun"
    MEANINGFUL_LEARNING = "meaningful_learning"
    DEVELOPMENT = "development"
    NETWORKING = "networking"
    IDENTITY = "identity"
    MARKETABILITY = "marketability"
    VOICE = "voice"
    PROBLEM_SOLVING = "problem_solving"
    SAVED_TIME = "saved_time"
    KNOWLEDGE_SHARING = "knowledge_sharing"
    LINKS = "links"
    RESOURCES = "resources"
    STRATEGIC_CAPABILITY = "strategic_capability"
    UP_TO_DATE = "up_to_date"
    INNOVATION = "innovation"
    KEEPING_TALENT = "keeping_talent"
    NEW_STRATEGIES = "new_strategies"


_ALL = tuple(Benefit)
BENEFITS: Mapping[tuple[Side, Horizon], tuple[Benefit, ...]] = {  # the matrix, five in a corner
    (Side.PERSON, Horizon.SHORT): _ALL[:5],
    (Side.PERSON, Horizon.LONG): _ALL[5:10],
    (Side.ORGANISATION, Horizon.SHORT): _ALL[10:15],
    (Side.ORGANISATION, Horizon.LONG): _ALL[15:],
}


class Norm(StrEnum):
    """Rules of trust that a community can take over as they are."""

    STAYS_HERE = "stays_here"
    NO_NAMES = "no_names"
    ASK_BEFORE_QUOTING = "ask_before_quoting"
    PHOTOS = "photos"
    APPROVED_ONLY = "approved_only"
    QUIET_HOURS = "quiet_hours"
    GROUP_SUBJECTS = "group_subjects"
    QUESTION_FIRST = "question_first"
    EVERY_VOICE = "every_voice"
    RIGHT_TO_PASS = "right_to_pass"
    WORD_AHEAD = "word_ahead"
    BREACH_IS_TALKED_OVER = "breach_is_talked_over"


class SetupStep(StrEnum):
    """The six steps of setting up a community."""

    GOALS = "goals"
    MEMBERS = "members"
    VALUES = "values"
    SETTING = "setting"
    PRODUCTS = "products"
    EVALUATION = "evaluation"


class Apprenticeship(StrEnum):
    """How a role is learnt: beside its holder, alone, and beside whoever comes next."""

    SHADOW = "shadow"
    HOLD = "hold"
    MENTOR = "mentor"


class Dimension(StrEnum):
    """The three elements of a community; each may be in a stage of its own."""

    DOMAIN = "domain"
    COMMUNITY = "community"
    PRACTICE = "practice"


class MaturityAxis(StrEnum):
    """Four axes along which a community matures (the evaluation of network clusters)."""

    CONTENT = "content"
    DEPTH = "depth"
    INSIDE_OUTSIDE = "inside_outside"
    OWNERSHIP = "ownership"


class Transformation(StrEnum):
    """What a community may turn into."""

    RENEWAL = "renewal"
    SPLIT = "split"
    MERGER = "merger"
    CLOSING = "closing"


class RitualStep(StrEnum):
    """The steps of a transformation, in order."""

    DECIDE = "decide"
    HAND_OVER = "hand_over"
    ARCHIVE = "archive"
    SUCCESSION = "succession"


class SignFamily(StrEnum):
    """What a warning sign is about."""

    TRUST = "trust"
    CONTENT = "content"
    SETTING = "setting"
    ROLES = "roles"
    RHYTHM = "rhythm"
    ATTENDANCE = "attendance"
    TURNOVER = "turnover"
    PRODUCTS = "products"
    COMPOSITION = "composition"


class RoutineRhythm(StrEnum):
    """How often a routine comes round; some come with an event."""

    WEEKLY = "weekly"
    MONTHLY = "monthly"
    EACH_MEETING = "each_meeting"
    QUARTERLY = "quarterly"
    HALF_YEARLY = "half_yearly"
    YEARLY = "yearly"
    ON_JOINING = "on_joining"


class Channel(StrEnum):
    """Where a routine takes place."""

    GROUP = "group"
    MAIL = "mail"
    PHONE = "phone"
    MEETING = "meeting"
    ONLINE = "online"
    VISIT = "visit"


class Component(StrEnum):
    """Six components of a sustainable community (Kezar & Gehrke 2017)."""

    LEADERSHIP = "leadership"
    STAFF = "staff"
    FINANCE = "finance"
    STRATEGY = "strategy"
    FEEDBACK = "feedback"
    EVALUATION = "evaluation"


class Threat(StrEnum):
    """Five threats to a community's sustainability (Bernstein-Sierra & Kezar 2017)."""

    FUNDING = "funding"
    LEADERSHIP = "leadership"
    LEGITIMACY = "legitimacy"
    ENGAGEMENT = "engagement"
    ACCOUNTABILITY = "accountability"


class Source(StrEnum):
    """Where an idea of the method comes from."""

    WENGER_TRAYNER_2013 = "wenger_trayner_2013"
    WENGER_MCDERMOTT_SNYDER_2002 = "wenger_mcdermott_snyder_2002"
    WENGER_2011 = "wenger_2011"
    BERNSTEIN_SIERRA_KEZAR_2017 = "bernstein_sierra_kezar_2017"
    KEZAR_GEHRKE_2017 = "kezar_gehrke_2017"
    GEHRKE_KEZAR_2017 = "gehrke_kezar_2017"
    BUYSSE_2003 = "buysse_2003"
    LOCAL_GOVERNMENT_GUIDE = "local_government_guide"
    NETWORK_EVALUATION = "network_evaluation"
    OWN = "own"
