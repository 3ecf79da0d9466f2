"""The community, its people and its work: the mapped domain."""

from .agendas import AgendaItem, AgendaTrack, Attachment, LibraryEntry, MeetingDay
from .base import Base
from .charter import Charter, CharterApproval, RuleBreach
from .community import Community, Organisation
from .compass import (
    DimensionStage,
    MaturityReading,
    MethodMark,
    SelfCheck,
    SelfCheckAnswer,
    Turning,
)
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
    "Community",
    "Conclusion",
    "Decision",
    "DimensionStage",
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
    "SignSnooze",
    "StageRecord",
    "Stakeholder",
    "Threshold",
    "Topic",
    "TopicNeed",
    "Turning",
    "ValueStory",
]
