"""Everybody can be chosen by name, namesakes too, and many names are asked for once."""

from datetime import date
from typing import Any
from uuid import UUID

from cop_desktop.services import members, people
from cop_desktop.store import Store
from tests.statements import statements

TODAY = date(2026, 11, 22)


def test_two_of_one_name_in_one_organisation_can_both_be_chosen(
    store: Store, community: UUID
) -> None:
    ids = [
        _join(store, community, "מרכז העיר", job_title="יועצת"),
        _join(store, community, "מרכז העיר", email="dana@example.org"),
        _join(store, community, "אשכול"),
        _join(store, community, ""),
        _join(store, community, ""),
    ]
    with store.read() as session:
        called = {key: name for name, key in people.told_apart(session, community, TODAY).items()}
    assert [called[key] for key in ids[:3]] == [
        "דנה מור · מרכז העיר · יועצת",
        "דנה מור · מרכז העיר · dana@example.org",
        "דנה מור · אשכול",
    ]
    assert {called[key] for key in ids[3:]} == {"דנה מור (1)", "דנה מור (2)"}


def test_names_are_asked_for_once_and_nothing_else_of_the_members(
    store: Store, community: UUID
) -> None:
    with store.read() as session, statements() as asked:
        assert people.told_apart(session, community, TODAY)
    assert len(asked) == 1
    assert "mobile" not in asked[0]
    assert "organisation" not in asked[0]


def _join(store: Store, community: UUID, organisation: str, **values: Any) -> UUID:
    named = {"given_name": "דנה", "family_name": "מור", **values}
    with store.write("join") as session:
        return members.add(session, community, named, organisation)
