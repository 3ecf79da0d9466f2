"""Painted pictures: each has parts one can point at, walk with the keyboard and hear.

A picture is imported when it is first named: home shows five of them.
"""

from typing import TYPE_CHECKING

from cop_desktop.on_demand import on_demand

if TYPE_CHECKING:
    from .agenda import AgendaBar as AgendaBar
    from .agenda_data import BarBlock as BarBlock
    from .agenda_data import BarData as BarData
    from .attendance import AttendanceDots as AttendanceDots
    from .attendance import AttendanceHeat as AttendanceHeat
    from .attendance import DotMeeting as DotMeeting
    from .attendance import HeatData as HeatData
    from .attendance import HeatMeeting as HeatMeeting
    from .attendance import HeatMember as HeatMember
    from .canvas import Canvas as Canvas
    from .circles import Circles as Circles
    from .circles import Ring as Ring
    from .coverage import CoverageChart as CoverageChart
    from .coverage import CoverageData as CoverageData
    from .coverage import Series as Series
    from .gantt import Gantt as Gantt
    from .gantt import GanttBar as GanttBar
    from .gantt import GanttData as GanttData
    from .gantt import GanttGoal as GanttGoal
    from .lanes import Lane as Lane
    from .lanes import LanesData as LanesData
    from .lanes import RoleLanes as RoleLanes
    from .lanes import Term as Term
    from .picture import Part as Part
    from .picture import Picture as Picture
    from .radar import Radar as Radar
    from .radar import RadarAxis as RadarAxis
    from .scales import Scale as Scale
    from .scales import ScaleData as ScaleData
    from .scales import Stop as Stop
    from .stages import ArcData as ArcData
    from .stages import ArcStage as ArcStage
    from .stages import StageArc as StageArc
    from .strips import ReadinessStrip as ReadinessStrip
    from .strips import ReadyStep as ReadyStep
    from .timeline import Mark as Mark
    from .timeline import Month as Month
    from .timeline import Span as Span
    from .wheel import RoleWheel as RoleWheel
    from .wheel import Seat as Seat
    from .wheel import WheelData as WheelData
    from .year import YearData as YearData
    from .year import YearRibbon as YearRibbon

__getattr__ = on_demand(__name__, {
    "agenda": "AgendaBar",
    "agenda_data": "BarBlock BarData",
    "attendance": "AttendanceDots AttendanceHeat DotMeeting HeatData HeatMeeting HeatMember",
    "canvas": "Canvas",
    "circles": "Circles Ring",
    "coverage": "CoverageChart CoverageData Series",
    "gantt": "Gantt GanttBar GanttData GanttGoal",
    "lanes": "Lane LanesData RoleLanes Term",
    "picture": "Part Picture",
    "radar": "Radar RadarAxis",
    "scales": "Scale ScaleData Stop",
    "stages": "ArcData ArcStage StageArc",
    "strips": "ReadinessStrip ReadyStep",
    "timeline": "Mark Month Span",
    "wheel": "RoleWheel Seat WheelData",
    "year": "YearData YearRibbon",
})  # fmt: skip
