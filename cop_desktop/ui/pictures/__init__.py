"""Painted pictures: each has parts one can point at, walk with the keyboard and hear."""

from .agenda import AgendaBar
from .agenda_data import BarBlock, BarData
from .attendance import (
    AttendanceDots,
    AttendanceHeat,
    DotMeeting,
    HeatData,
    HeatMeeting,
    HeatMember,
)
from .canvas import Canvas
from .circles import Circles, Ring
from .coverage import CoverageChart, CoverageData, Series
from .gantt import Gantt, GanttBar, GanttData, GanttGoal
from .lanes import Lane, LanesData, RoleLanes, Term
from .picture import Part, Picture
from .radar import Radar, RadarAxis
from .scales import Scale, ScaleData, Stop
from .stages import ArcData, ArcStage, StageArc
from .strips import ReadinessStrip, ReadyStep
from .timeline import Mark, Month, Span
from .wheel import RoleWheel, Seat, WheelData
from .year import YearData, YearRibbon

__all__ = [
    "AgendaBar",
    "ArcData",
    "ArcStage",
    "AttendanceDots",
    "AttendanceHeat",
    "BarBlock",
    "BarData",
    "Canvas",
    "Circles",
    "CoverageChart",
    "CoverageData",
    "DotMeeting",
    "Gantt",
    "GanttBar",
    "GanttData",
    "GanttGoal",
    "HeatData",
    "HeatMeeting",
    "HeatMember",
    "Lane",
    "LanesData",
    "Mark",
    "Month",
    "Part",
    "Picture",
    "Radar",
    "RadarAxis",
    "ReadinessStrip",
    "ReadyStep",
    "Ring",
    "RoleLanes",
    "RoleWheel",
    "Scale",
    "ScaleData",
    "Seat",
    "Series",
    "Span",
    "StageArc",
    "Stop",
    "Term",
    "WheelData",
    "YearData",
    "YearRibbon",
]
