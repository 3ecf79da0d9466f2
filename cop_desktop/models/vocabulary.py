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
    """The kinds of agenda block, each with its colour and icon; a buffer is time held in hand."""

    OPENING = "opening"
    ROUND = "round"
    CASE = "case"
    CONTENT = "content"
    EXPERT = "expert"
    DISCUSSION = "discussion"
    PRODUCTS = "products"
    BREAK = "break"
    BUFFER = "buffer"


class AgendaPart(StrEnum):
    """Where a block belongs: work before and after a meeting takes none of its time."""

    BEFORE = "before"
    MEETING = "meeting"
    AFTER = "after"


class Purpose(StrEnum):
    """What a building block of a meeting is good for."""

    CONNECT = "connect"
    LEARN = "learn"
    SOLVE = "solve"
    CREATE = "create"
    DECIDE = "decide"
    REFLECT = "reflect"


class Depth(StrEnum):
    """Five ways to deepen learning (the evaluation of network clusters)."""

    DEEPENING = "deepening"
    PRACTICE = "practice"
    OBSERVATION = "observation"
    INQUIRY = "inquiry"
    EXPERTS = "experts"


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


class NoteKind(StrEnum):
    """What is caught in a meeting beside decisions and tasks."""

    NOTE = "note"
    QUOTE = "quote"
    OPEN_ISSUE = "open_issue"


class Acted(StrEnum):
    """Whether a conclusion from feedback was acted on."""

    NOT_YET = "not_yet"
    PARTLY = "partly"
    YES = "yes"
    NO = "no"


class Signature(StrEnum):
    """How members sign for their presence."""

    NONE = "none"
    ONCE = "once"
    IN_AND_OUT = "in_and_out"


class LibraryKind(StrEnum):
    """What a community keeps in its own library."""

    BLOCK = "block"
    TEMPLATE = "template"


class Observance(StrEnum):
    """Whose holy days the community keeps in mind when it sets its meetings."""

    JEWISH = "jewish"
    MUSLIM = "muslim"
    CHRISTIAN = "christian"
    DRUZE = "druze"


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
