"""The year as a picture: goals and a month chart."""

from datetime import date

from cop_desktop.frozen import frozen

from .text import Fill, Text


@frozen
class PlanGoal:
    """A goal of the year: its number, title, measure, and the fill of its bars."""

    number: int
    title: str
    measure: Text = ""
    fill: Fill = Fill.SOLID


@frozen
class Goals:
    """The goals of the year as numbered columns, each with a sample of its bar; three in a row."""

    goals: tuple[PlanGoal, ...]


@frozen
class Month:
    """A month of the plan: its first day, its name, and the Hebrew months it touches."""

    first: date
    name: str
    note: str = ""


@frozen
class GanttRow:
    """An activity: its bars (first and last day) and its milestone (day, one word)."""

    label: str
    bars: tuple[tuple[date, date], ...] = ()
    milestone: tuple[date, str] | None = None


@frozen
class GanttGroup:
    """The activities of a goal; `number` repeats the goal's, `fill` its fill."""

    number: int
    rows: tuple[GanttRow, ...]
    fill: Fill = Fill.SOLID


@frozen
class GanttMeeting:
    """A meeting on the time line; the coming one is filled."""

    day: date
    number: int
    coming: bool = False


@frozen
class Holiday:
    """Days without activity (first and last), hatched behind the bars and named under them."""

    first: date
    last: date
    name: str


@frozen
class GanttWords:
    """The words of the chart and its legend."""

    meetings: str
    meeting: str
    coming: str
    milestone: str
    holiday: str


@frozen
class Gantt:
    """Twelve months across, meetings in the first row, activities grouped by goal under it.

    Breaks between goals and repeats the months when the page is full.
    """

    months: tuple[Month, ...]
    groups: tuple[GanttGroup, ...]
    meetings: tuple[GanttMeeting, ...]
    words: GanttWords
    holidays: tuple[Holiday, ...] = ()
