"""From a source to a draft in one call, for a worker of the window and for the command line."""

from datetime import date
from pathlib import Path
from typing import Generic, TypeVar

from cop_desktop.frozen import frozen

from .delimited import read_text
from .fields import MEETINGS, PRODUCTS, ROSTER, WORK_PLAN
from .findings import IsCancelled, Progress, Stopped, never, silent
from .forms import FormDraft, draft_form
from .headers import Layout, lay_out
from .mapping import Wish
from .reading import read_table
from .roster import RosterDraft, draft_roster
from .table import RawTable

Source = Path | bytes | str  # a file, its bytes, or what was pasted
Draft = TypeVar("Draft", RosterDraft, FormDraft)
FORMS = {kind.key: kind for kind in (MEETINGS, WORK_PLAN, PRODUCTS)}
NO_WISH = Wish()


@frozen
class Reading(Generic[Draft]):
    """What was read, at each step: the preview shows all three."""

    table: RawTable
    layout: Layout
    draft: Draft


def read_roster(
    source: Source,
    today: date,
    wish: Wish = NO_WISH,
    progress: Progress = silent,
    cancelled: IsCancelled = never,
) -> Reading[RosterDraft]:
    """A list of people; raises Stopped when `cancelled` says so, and nothing else."""
    table = read_table(source, wish.encoding, wish.sheet)
    if cancelled():
        raise Stopped
    layout = lay_out(table, ROSTER, wish)
    draft = draft_roster(table, layout, today, wish.name_order, progress, cancelled)
    return Reading(table, layout, draft)


def read_form(
    source: Source,
    kind: str,
    wish: Wish = NO_WISH,
    progress: Progress = silent,
    cancelled: IsCancelled = never,
) -> Reading[FormDraft]:
    """A list of meetings, of the work plan or of products (`kind` is a key of FORMS)."""
    table = form_table(source, kind, wish)
    if cancelled():
        raise Stopped
    layout = lay_out(table, FORMS[kind], wish)
    return Reading(table, layout, draft_form(table, layout, progress, cancelled))


def form_table(source: Source, kind: str, wish: Wish = NO_WISH) -> RawTable:
    """The table of a list; lines pasted without tabs are told apart only beneath titles."""
    table = read_table(source, wish.encoding, wish.sheet)
    if not isinstance(source, str) or table.delimiter == "\t":
        return table
    if not lay_out(table, FORMS[kind], wish).header_row:
        return read_text(source, delimiter="\t")  # commas of prose
    return table
