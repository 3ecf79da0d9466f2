"""Members as the items of a prompt."""

from sqlalchemy import ColumnElement, select

from cop_desktop.models import Member
from cop_desktop.services.people import full_name, takes_part

from .prompt import At, Item


def members(at: At, *where: ColumnElement[bool]) -> list[Item]:
    """Those who take part and of whom this is true, by name."""
    query = (
        select(Member.id, Member.given_name, Member.family_name, Member.joined)
        .where(Member.community_id == at.community_id, takes_part(at.today), *where)
        .order_by(Member.sort_key)
    )
    return [
        Item(key, full_name(given, family), "members", joined)
        for key, given, family, joined in at.session.execute(query)
    ]
