"""Every column says how far it may travel."""

import pytest
from sqlalchemy import Column

from cop_desktop.models import Base
from cop_desktop.models.vocabulary import Share

COLUMNS = [column for table in Base.metadata.sorted_tables for column in table.columns]
PRIVATE = {
    "member.notes",
    "member.needs",
    "member.persona",
    "agenda_item.notes",
    "need.member_id",
    "stakeholder.notes",
}
PRIVATE_TABLES = {"rule_breach", "sign_snooze"}  # the leader's own from first to last
NAMES_AND_CONTACTS = {"given_name", "family_name", "mobile", "phone", "email", "manager_name",
                      "search_key", "sort_key", "person"}  # fmt: skip


@pytest.mark.parametrize("column", COLUMNS, ids=str)
def test_a_column_has_a_sharing_level(column: Column[object]) -> None:
    assert isinstance(column.info.get("share"), Share), f"{column} says nothing of sharing"


def test_what_the_leader_writes_for_herself_stays_with_her() -> None:
    mine = {it for it in COLUMNS if it.info["share"] == Share.ME}
    assert {str(it) for it in mine if it.table.name not in PRIVATE_TABLES} == PRIVATE


def test_the_private_tables_are_private_but_for_their_keys() -> None:
    theirs = [it for it in COLUMNS if it.table.name in PRIVATE_TABLES and it.name != "id"]
    assert {it.table.name for it in theirs} == PRIVATE_TABLES
    assert all(it.info["share"] == Share.ME for it in theirs)


def test_names_and_contacts_stay_in_the_community() -> None:
    found = {it.name: it.info["share"] for it in COLUMNS if it.name in NAMES_AND_CONTACTS}
    assert set(found) == NAMES_AND_CONTACTS
    assert set(found.values()) == {Share.COMMUNITY}
