"""Words of the method, stored as text so that the file outlives the program."""

from enum import StrEnum


class Share(StrEnum):
    """How far a column may travel, from the leader's own desk to everybody."""

    ME = "me"
    COMMUNITY = "community"
    ORGANISATIONS = "organisations"
    MINISTRY = "ministry"
    PUBLIC = "public"

    def reaches(self, level: "Share") -> bool:
        """Whether what may travel this far may be seen by readers at `level`."""
        order = list(Share)
        return order.index(self) >= order.index(level)


class Role(StrEnum):
    """The seven distributed leadership roles (Wenger-Trayner 2013), in the order of the method."""

    AGENDA = "agenda"
    COMMUNITY = "community"
    REPORTERS = "reporters"
    CRITICAL = "critical"
    VALUE = "value"
    EXTERNAL = "external"
    BROKERS = "brokers"


class Function(StrEnum):
    """The three formal functions beside the seven roles."""

    LEADER = "leader"
    CONTENT_EXPERT = "content_expert"
    PLATFORM_MANAGER = "platform_manager"


class Stage(StrEnum):
    """The five stages of a community's life (Wenger, McDermott & Snyder 2002), in order."""

    POTENTIAL = "potential"
    COALESCING = "coalescing"
    MATURING = "maturing"
    STEWARDSHIP = "stewardship"
    TRANSFORMATION = "transformation"


class OrganisationKind(StrEnum):
    """What kind of organisation a member comes from."""

    MUNICIPALITY = "municipality"
    LOCAL_COUNCIL = "local_council"
    REGIONAL_COUNCIL = "regional_council"
    GOVERNMENT = "government"
    SCHOOL = "school"
    CIVIL_SOCIETY = "civil_society"
    OTHER = "other"


class FormOfAddress(StrEnum):
    """How a person is spoken to in Hebrew and Arabic."""

    FEMININE = "feminine"
    MASCULINE = "masculine"
    NEUTRAL = "neutral"


class Consent(StrEnum):
    """Where the line manager's formal consent stands."""

    NOT_ASKED = "not_asked"
    ASKED = "asked"
    GIVEN = "given"
    DECLINED = "declined"


class Persona(StrEnum):
    """The circles of participation; there is room for all."""

    CORE = "core"
    CONTRIBUTOR = "contributor"
    LURKER = "lurker"


class MeetingKind(StrEnum):
    """How a community gathers."""

    IN_PERSON = "in_person"
    ONLINE = "online"
    HYBRID = "hybrid"
    VISIT = "visit"
    SEMINAR = "seminar"
    OPEN = "open"


class MeetingState(StrEnum):
    """Whether a meeting is still ahead, has taken place, or was called off."""

    PLANNED = "planned"
    HELD = "held"
    CANCELLED = "cancelled"


class BlockKind(StrEnum):
    """The eight kinds of agenda block, each with its colour and icon."""

    OPENING = "opening"
    ROUND = "round"
    CASE = "case"
    CONTENT = "content"
    EXPERT = "expert"
    DISCUSSION = "discussion"
    PRODUCTS = "products"
    BREAK = "break"


class LearningActivity(StrEnum):
    """Nine kinds of learning activity (Wenger 2011)."""

    PROBLEM_SOLVING = "problem_solving"
    INFORMATION_REQUEST = "information_request"
    SEEKING_EXPERIENCE = "seeking_experience"
    REUSING_ASSETS = "reusing_assets"
    COORDINATION = "coordination"
    DISCUSSING_DEVELOPMENTS = "discussing_developments"
    DOCUMENTATION = "documentation"
    VISITS = "visits"
    MAPPING_KNOWLEDGE = "mapping_knowledge"


class Presence(StrEnum):
    """Whether a member was at a meeting."""

    PRESENT = "present"
    LATE = "late"
    EXCUSED = "excused"
    ABSENT = "absent"


CAME = frozenset({Presence.PRESENT, Presence.LATE})


class Reply(StrEnum):
    """What a member answered to the invitation; no row means no answer yet."""

    COMING = "coming"
    NOT_COMING = "not_coming"


class Progress(StrEnum):
    """How far an activity, a decision or a task has come."""

    NOT_STARTED = "not_started"
    UNDER_WAY = "under_way"
    DONE = "done"
    DROPPED = "dropped"


OPEN_STILL = frozenset({Progress.NOT_STARTED, Progress.UNDER_WAY})


class Horizon(StrEnum):
    """Whether a goal is for this year or for several."""

    SHORT = "short"
    LONG = "long"


class ProductKind(StrEnum):
    """What a community leaves behind."""

    POSITION_PAPER = "position_paper"
    GUIDE = "guide"
    INFORMATION_SHEET = "information_sheet"
    OFFICIAL_LETTER = "official_letter"
    ARTICLE = "article"
    NEWSLETTER = "newsletter"
    MEETING_SUMMARY = "meeting_summary"
    KNOWLEDGE_BASE = "knowledge_base"
    CASE_STUDY = "case_study"
    SHARED_VENTURE = "shared_venture"
    CONFERENCE = "conference"
    TOOL = "tool"


class ProductStatus(StrEnum):
    """The life of a product; nothing leaves before it is approved."""

    IDEA = "idea"
    DRAFT = "draft"
    REVIEW = "review"
    APPROVED = "approved"
    PUBLISHED = "published"
