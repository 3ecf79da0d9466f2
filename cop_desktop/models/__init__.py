"""The community, its people and its work: the mapped domain."""

from .base import Base
from .community import Community, Organisation
from .meetings import AgendaItem, Attendance, Decision, Meeting
from .members import FunctionHolding, Member
from .plan import Goal, PlanItem, Risk
from .products import Product
from .roles import RoleHolding
from .stages import StageRecord

__all__ = [
    "AgendaItem",
    "Attendance",
    "Base",
    "Community",
    "Decision",
    "FunctionHolding",
    "Goal",
    "Meeting",
    "Member",
    "Organisation",
    "PlanItem",
    "Product",
    "Risk",
    "RoleHolding",
    "StageRecord",
]
