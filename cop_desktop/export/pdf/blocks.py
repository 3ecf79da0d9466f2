"""Which box draws which block."""

from collections.abc import Callable
from typing import Any

from cop_desktop.export import document as say
from cop_desktop.export.document import Block

from . import (
    bands,
    bars,
    cardsheets,
    containers,
    forms,
    gantt,
    goals,
    lists,
    panels,
    people,
    poster,
    prose,
    ratings,
    signin,
    tables,
    tents,
)
from .box import Box
from .press import Press

_MAKERS: dict[type, Callable[[Any, Press], Box]] = {
    say.Heading: prose.heading,
    say.Paragraph: prose.paragraph,
    say.Callout: prose.callout,
    say.Facts: prose.facts,
    say.ItemList: lists.item_list,
    say.Pairs: lists.pairs,
    say.Tiles: prose.tiles,
    say.Table: tables.table,
    say.Columns: containers.columns,
    say.Together: containers.together,
    say.ToFoot: containers.to_foot,
    say.Spare: containers.spare,
    say.QuestionBox: forms.question_box,
    say.NoteLines: forms.note_lines,
    say.Blanks: forms.blanks,
    say.NextMeeting: forms.next_meeting,
    say.Ribbon: bands.ribbon,
    say.StageBand: bands.stage_band,
    say.Circles: people.circles,
    say.RoleStrip: people.role_strip,
    say.BarChart: bars.bar_chart,
    say.Goals: goals.goals,
    say.Gantt: gantt.gantt,
    say.SignIn: signin.sign_in,
    say.Cards: cardsheets.cards,
    say.Ratings: ratings.ratings,
    say.OpenQuestion: panels.open_question,
    say.Stamp: panels.stamp,
    say.Panels: panels.panels,
    say.QrCode: panels.qr_code,
    say.NameTents: tents.name_tents,
    say.Poster: poster.poster,
}


def make(block: Block, press: Press) -> Box:
    return _MAKERS[type(block)](block, press)
