"""The community, its people and its work: the mapped domain.

A class is mapped, for some 2.5 ms, when it is first named here: a look at home needs two thirds of
them. `Base` brings all, since who names it means every table (`Base.metadata`).
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from cop_desktop.on_demand import on_demand

if TYPE_CHECKING:
    from .agendas import AgendaItem as AgendaItem
    from .agendas import AgendaTrack as AgendaTrack
    from .agendas import MeetingDay as MeetingDay
    from .attachments import Attachment as Attachment
    from .base import Base as Base
    from .calendar_entries import CalendarEntry as CalendarEntry
    from .charter import Charter as Charter
    from .charter import CharterApproval as CharterApproval
    from .charter import RuleBreach as RuleBreach
    from .collated import CollatedCard as CollatedCard
    from .community import Community as Community
    from .community import Organisation as Organisation
    from .compass import MethodMark as MethodMark
    from .compass import Turning as Turning
    from .exports import ExportEvent as ExportEvent
    from .exports import SharingConsent as SharingConsent
    from .library import LibraryEntry as LibraryEntry
    from .maturity import DimensionStage as DimensionStage
    from .maturity import MaturityReading as MaturityReading
    from .meetings import Meeting as Meeting
    from .members import FunctionHolding as FunctionHolding
    from .members import Member as Member
    from .merging import ErasedRow as ErasedRow
    from .merging import MergeMemory as MergeMemory
    from .minutes import Action as Action
    from .minutes import Decision as Decision
    from .minutes import Feedback as Feedback
    from .minutes import FeedbackRating as FeedbackRating
    from .notes import Conclusion as Conclusion
    from .notes import MeetingNote as MeetingNote
    from .plan import Goal as Goal
    from .plan import PlanItem as PlanItem
    from .plan import Risk as Risk
    from .presence import Attendance as Attendance
    from .presence import AttendanceRule as AttendanceRule
    from .products import Product as Product
    from .reviews import ProductReview as ProductReview
    from .roles import RoleHolding as RoleHolding
    from .routines import Routine as Routine
    from .routines import RoutineDone as RoutineDone
    from .self_checks import SelfCheck as SelfCheck
    from .self_checks import SelfCheckAnswer as SelfCheckAnswer
    from .signs import SignSnooze as SignSnooze
    from .signs import Threshold as Threshold
    from .stages import StageRecord as StageRecord
    from .stakeholders import Stakeholder as Stakeholder
    from .thread import Need as Need
    from .thread import NeedsPause as NeedsPause
    from .thread import Topic as Topic
    from .thread import TopicNeed as TopicNeed
    from .value import NeedReading as NeedReading
    from .value import ProductTopic as ProductTopic
    from .value import ValueStory as ValueStory

MODULES = {
    "agendas": "AgendaItem AgendaTrack MeetingDay",
    "attachments": "Attachment",
    "base": "Base",
    "calendar_entries": "CalendarEntry",
    "charter": "Charter CharterApproval RuleBreach",
    "collated": "CollatedCard",
    "community": "Community Organisation",
    "compass": "Turning MethodMark",
    "exports": "ExportEvent SharingConsent",
    "library": "LibraryEntry",
    "maturity": "DimensionStage MaturityReading",
    "meetings": "Meeting",
    "members": "Member FunctionHolding",
    "merging": "ErasedRow MergeMemory",
    "minutes": "Decision Action Feedback FeedbackRating",
    "notes": "MeetingNote Conclusion",
    "plan": "Goal PlanItem Risk",
    "presence": "Attendance AttendanceRule",
    "products": "Product",
    "reviews": "ProductReview",
    "roles": "RoleHolding",
    "routines": "Routine RoutineDone",
    "self_checks": "SelfCheck SelfCheckAnswer",
    "signs": "SignSnooze Threshold",
    "stages": "StageRecord",
    "stakeholders": "Stakeholder",
    "thread": "Need Topic TopicNeed NeedsPause",
    "value": "ProductTopic ValueStory NeedReading",
}
_find = on_demand(__name__, MODULES)


def __getattr__(name: str) -> Any:
    if name == "Base":
        for module in MODULES:
            import_module(f".{module}", __name__)
    return _find(name)
