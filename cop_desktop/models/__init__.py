"""The community, its people and its work: the mapped domain."""

from .agendas import AgendaItem, AgendaTrack, Attachment, LibraryEntry, MeetingDay
from .base import Base
from .charter import Charter, CharterApproval, RuleBreach
from .collated import CollatedCard
from .community import Community, Organisation
from .compass import (
    DimensionStage,
    MaturityReading,
    MethodMark,
    SelfCheck,
    SelfCheckAnswer,
    Turning,
)
from .exports import ErasedRow, ExportEvent, MergeMemory, SharingConsent
from .meetings import CalendarEntry, Meeting
from .members import FunctionHolding, Member
from .minutes import Action, Conclusion, Decision, Feedback, FeedbackRating, MeetingNote
from .plan import Goal, PlanItem, Risk
from .presence import Attendance, AttendanceRule
from .products import Product, ProductReview
from .roles import RoleHolding
from .routines import Routine, RoutineDone
from .signs import SignSnooze, Threshold
from .stages import StageRecord
from .stakeholders import Stakeholder
from .thread import (
    Need,
    NeedReading,
    NeedsPause,
    ProductTopic,
    Topic,
    TopicNeed,
    ValueStory,
)

__all__ = [
    "Action",
    "AgendaItem",
    "AgendaTrack",
    "Attachment",
    "Attendance",
    "AttendanceRule",
    "Base",
    "CalendarEntry",
    "Charter",
    "CharterApproval",
    "CollatedCard",
    "Community",
    "Conclusion",
    "Decision",
    "DimensionStage",
    "ErasedRow",
    "ExportEvent",
    "Feedback",
    "FeedbackRating",
    "FunctionHolding",
    "Goal",
    "LibraryEntry",
    "MaturityReading",
    "Meeting",
    "MeetingDay",
    "MeetingNote",
    "Member",
    "MergeMemory",
    "MethodMark",
    "Need",
    "NeedReading",
    "NeedsPause",
    "Organisation",
    "PlanItem",
    "Product",
    "ProductReview",
    "ProductTopic",
    "Risk",
    "RoleHolding",
    "Routine",
    "RoutineDone",
    "RuleBreach",
    "SelfCheck",
    "SelfCheckAnswer",
    "SharingConsent",
    "SignSnooze",
    "StageRecord",
    "Stakeholder",
    "Threshold",
    "Topic",
    "TopicNeed",
    "Turning",
    "ValueStory",
]
