"""All communities whose packages were collated, seen side by side.

Each answer is a few statements over the tables side by side, whatever the number of communities.
"""

from .drill import Drill, one
from .rows import Count, OverviewRow, communities, counted
from .sending import ChangeRow, MissingRow, Sending, changes, missing, term_start
from .sums import DistrictSum, Sums, sums
from .wanted import Choices, Wanted, choices
from .years import StageLine, StageSpan, stages_over_years

__all__ = [
    "ChangeRow",
    "Choices",
    "Count",
    "DistrictSum",
    "Drill",
    "MissingRow",
    "OverviewRow",
    "Sending",
    "StageLine",
    "StageSpan",
    "Sums",
    "Wanted",
    "changes",
    "choices",
    "communities",
    "counted",
    "missing",
    "one",
    "stages_over_years",
    "sums",
    "term_start",
]
