"""What the file says already and a part of the charter may begin with: nobody writes twice."""

from collections.abc import Iterable, Mapping
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from cop_desktop.formats import work_year_of
from cop_desktop.models import Community, Goal, Product
from cop_desktop.models.method import CharterPart
from cop_desktop.models.vocabulary import Horizon, ProductStatus

MOST = 6  # lines


def of(session: Session, community_id: UUID, today: date) -> Mapping[CharterPart, str]:
    """A text for each part that the community's page, its plan or its products can begin."""
    year = work_year_of(today)
    goals = session.execute(
        select(Goal.horizon, Goal.title)
        .where(Goal.community_id == community_id, Goal.work_year == year)
        .order_by(Goal.position)
    ).all()
    made = session.scalars(
        select(Product.title)
        .where(Product.community_id == community_id, Product.status != ProductStatus.PUBLISHED)
        .order_by(Product.title)
    )
    told = {
        CharterPart.DOMAIN_IN: session.get_one(Community, community_id).domain,
        CharterPart.GOALS_SHORT: _lines(it for kind, it in goals if kind is Horizon.SHORT),
        CharterPart.GOALS_LONG: _lines(it for kind, it in goals if kind is Horizon.LONG),
        CharterPart.PRODUCTS: _lines(made),
    }
    return {part: text for part, text in told.items() if text}


def _lines(texts: Iterable[str]) -> str:
    return "\n".join(list(texts)[:MOST])
