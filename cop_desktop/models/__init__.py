"""The community, its people and its work: the mapped domain."""

from .agendas import AgendaItem, AgendaTrack, Attachment, LibraryEntry, MeetingDay
from .base import Base
from .community import Community, Organisation
from .meetings import CalendarEntry, Meeting
from .members import FunctionHolding, Member
from .minutes import Action, Conclusion, Decision, Feedback, FeedbackRating, MeetingNote
from .plan import Goal, PlanItem, Risk
from .presence import Attendance, AttendanceRule
from .products import Product
from .roles import RoleHolding
from .stages import StageRecord

__all__ = [
    "Action",
    "AgendaItem",
    "AgendaTrack",
    "Attachment",
    "Attendance",
    "AttendanceRule",
    "Base",
    "CalendarEntry",
    "Community",
    "Conclusion",
    "Decision",
    "Feedback",
    "FeedbackRating",
    "FunctionHolding",
    "Goal",
    "LibraryEntry",
    "Meeting",
    "MeetingDay",
    "MeetingNote",
    "Member",
    "Organisation",
    "PlanItem",
    "Product",
    "Risk",
    "RoleHolding",
    "StageRecord",
]
