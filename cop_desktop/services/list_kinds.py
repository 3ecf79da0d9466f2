"""What lists hold, kind by kind: rows that are here, what a row is known by, how it is written."""

from collections.abc import Callable, Hashable, Mapping
from dataclasses import fields
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from cop_desktop.frozen import frozen

from . import meetings, plan, products
from .search import fold

Values = Mapping[str, Any]  # as the services take them; `host`, `owner` and `goal` are names
Mark = tuple[Hashable, ...]


@frozen
class Known:
    """A meeting, an activity or a product that is here."""

    id: UUID
    values: Values


def _meetings(session: Session, community_id: UUID, _work_year: int) -> list[Known]:
    return [_known(row) for row in meetings.every(session, community_id)]


def _meeting_marks(values: Values) -> tuple[Mark, Mark]:
    starts, topic = values["starts_at"], fold(values["topic"])
    return (starts, topic), (starts.date(), topic)


def _write_meeting(
    session: Session, community_id: UUID, there: Known | None, values: Values
) -> None:
    clean = {name: value for name, value in values.items() if name in meetings.FIELDS}
    if there is None:
        meetings.schedule(session, community_id, clean)
    elif clean:
        meetings.change(session, there.id, clean)


def _items(session: Session, community_id: UUID, work_year: int) -> list[Known]:
    goals = plan.of_year(session, community_id, work_year).goals
    return [_known(item, goal=goal.title) for goal in goals for item in goal.items]


def _item_marks(values: Values) -> tuple[Mark, Mark]:
    rough = fold(values.get("goal") or ""), fold(values.get("title") or "")
    return (*rough, values.get("starts"), values.get("ends")), rough


def _write_item(session: Session, _community_id: UUID, there: Known | None, values: Values) -> None:
    clean = {name: value for name, value in values.items() if name in plan.ITEM_FIELDS}
    if there is None and clean.get("title"):
        plan.add_item(session, clean.pop("goal_id"), clean)
    elif there is not None and clean:
        plan.change_items(session, [there.id], clean)


def _products(session: Session, community_id: UUID, _work_year: int) -> list[Known]:
    return [_known(row) for row in products.every(session, community_id)]


def _product_marks(values: Values) -> tuple[Mark, Mark]:
    title = fold(values["title"])
    return (title, values.get("published_on")), (title,)


def _write_product(
    session: Session, community_id: UUID, there: Known | None, values: Values
) -> None:
    clean = {name: value for name, value in values.items() if name in products.FIELDS}
    if there is None:
        products.add(session, community_id, clean)
    elif clean:
        products.change(session, there.id, clean)


def _known(row: Any, **more: Any) -> Known:
    return Known(row.id, {one.name: getattr(row, one.name) for one in fields(row)} | more)


@frozen
class Kind:
    """How rows of a kind are read, known again, and written."""

    rows: Callable[[Session, UUID, int], list[Known]]
    marks: Callable[[Values], tuple[Mark, Mark]]
    write: Callable[[Session, UUID, Known | None, Values], None]


KINDS = {
    "meetings": Kind(_meetings, _meeting_marks, _write_meeting),
    "work-plan": Kind(_items, _item_marks, _write_item),
    "products": Kind(_products, _product_marks, _write_product),
}
